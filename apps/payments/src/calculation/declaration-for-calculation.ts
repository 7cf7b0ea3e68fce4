/** What a goods declaration says that its payments are calculated from (art. 124.2, 125). */
import type { CommodityCode, CurrencyCode, Exact } from '@shekara/kernel';
import type { CivilDate, CurrencyRates, ExciseRates, LegalParameters, Tariff } from '@shekara/reference-data';
import type { DutyTreatment } from '../preference/preference.js';
import type { FeeRelieved } from './fee-relief.js';
import type { MeasuredGoods } from './quantity.js';
import type { RateBasis } from './rate-date.js';

/** The dated look-ups that a calculation makes: a part of `ReferenceData`. */
export interface PaymentReference {
  readonly tariff: Pick<Tariff, 'find'>;
  readonly currencyRates: Pick<CurrencyRates, 'find'>;
  readonly exciseRates: Pick<ExciseRates, 'find'>;
  readonly parameters: Pick<LegalParameters, 'get'>;
}

/** One sender to one recipient under one transport document (art. 129.3(2)). */
export interface Shipment {
  readonly transportDocument: string;
  readonly sender: string;
  readonly recipient: string;
}

export interface ItemForCalculation extends MeasuredGoods {
  /** 1 to 999, as in the declaration. */
  readonly number: number;
  readonly commodityCode: CommodityCode;
  readonly customsValue: { readonly amount: Exact; readonly currency: CurrencyCode };
  /** What a claim of tariff preference left of the duty rate; all of it when none was claimed or given (art. 123). */
  readonly dutyTreatment?: DutyTreatment;
  /** Absent when the goods came under no transport document. */
  readonly shipment?: Shipment;
}

/** Customs value in KZT of goods that came under the same transport document and are declared elsewhere. */
export interface DeclaredElsewhere {
  readonly transportDocument: string;
  readonly customsValue: Exact;
}

export interface DeclarationForCalculation {
  /** Two digits; '40' is release for domestic consumption. */
  readonly procedure: string;
  readonly rateBasis: RateBasis;
  readonly personalGoods: boolean;
  readonly items: readonly ItemForCalculation[];
  readonly declaredElsewhere?: readonly DeclaredElsewhere[];
  /** The relief from the declaration charge that `relieveFee` accepted. */
  readonly feeRelief?: FeeRelieved;
}

/** KZT per unit of a currency, with the day it is of (art. 127). */
export interface AppliedExchangeRate {
  readonly currency: string;
  readonly kztPerUnit: Exact;
  readonly date: CivilDate;
}
