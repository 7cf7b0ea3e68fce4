/** What a goods declaration says that its payments are calculated from (art. 124.2, 125). */
import type { CommodityCode, CurrencyCode, Exact } from '@shekara/kernel';
import type {
  CivilDate,
  CurrencyRates,
  ExciseRates,
  ExportDuties,
  LegalParameters,
  MemberStateVat,
  Tariff,
} from '@shekara/reference-data';
import type { PreferenceLists } from '../preference/preference.js';
import type { EarlierProcedure } from '../processing/earlier-procedure.js';
import type { TreatedClaims } from '../relief/treated-claims.js';
import type { FeeRelieved } from './fee-relief.js';
import type { MeasuredGoods } from './quantity.js';
import type { RateBasis } from './rate-date.js';
import type { MemberState } from './transit-rates.js';

/** The dated look-ups that a calculation makes: a part of `ReferenceData`. */
export interface PaymentReference {
  readonly tariff: Pick<Tariff, 'find'>;
  readonly currencyRates: Pick<CurrencyRates, 'find'>;
  readonly exciseRates: Pick<ExciseRates, 'find'>;
  readonly exportDuties: Pick<ExportDuties, 'find'>;
  readonly memberStateVat: Pick<MemberStateVat, 'find'>;
  readonly preferences: PreferenceLists;
  readonly parameters: Pick<LegalParameters, 'get'>;
}

/** One sender to one recipient under one transport document (art. 129.3(2)). */
export interface Shipment {
  readonly transportDocument: string;
  readonly sender: string;
  readonly recipient: string;
}

export interface ItemForCalculation extends MeasuredGoods, TreatedClaims {
  /** 1 to 999, as in the declaration. */
  readonly number: number;
  readonly commodityCode: CommodityCode;
  readonly customsValue: { readonly amount: Exact; readonly currency: CurrencyCode };
  /** Absent when the goods came under no transport document. */
  readonly shipment?: Shipment;
  /** Country of origin, two letters. */
  readonly origin?: string;
  /** Two digits of box 37; absent for goods that were under no procedure before. */
  readonly previousProcedure?: string;
  /** What happened to the goods under the procedure before; a declaration does not carry it, a preview may. */
  readonly earlier?: EarlierProcedure;
}

/** Temporary import (art. 386): exempt in full by the Commission's list, or paid by the month. */
export type TemporaryImport =
  | { readonly exemption: 'FULL' }
  /** Calendar months, full or part, of the period that is paid for before release: the whole or its first part (art. 386.4). */
  | { readonly exemption: 'PARTIAL'; readonly months: number };

/** A charge beside that of the declaration (art. 116(2)-(3)). */
export type OtherCharge =
  | { readonly kind: 'CHARGE_ESCORT'; readonly vehicles: number }
  | { readonly kind: 'CHARGE_PRELIMINARY_DECISION' };

/** Customs value in KZT of goods that came under the same transport document and are declared elsewhere. */
export interface DeclaredElsewhere {
  readonly transportDocument: string;
  readonly customsValue: Exact;
}

export interface DeclarationForCalculation {
  /** Two digits. */
  readonly procedure: string;
  readonly rateBasis: RateBasis;
  readonly personalGoods: boolean;
  readonly items: readonly ItemForCalculation[];
  readonly declaredElsewhere?: readonly DeclaredElsewhere[];
  /** The goods move as goods of the Union (transit, duty-free trade). */
  readonly unionGoods?: boolean;
  /** Goods in transit: the member state in which they were found to be (art. 126.5). */
  readonly foundIn?: MemberState;
  /** Charges that are asked for beside that of the declaration (art. 116). */
  readonly otherCharges?: readonly OtherCharge[];
  /** Country of destination, two letters (art. 123.2). */
  readonly destination?: string;
  /** Absent when temporary import is declared without its period. */
  readonly temporaryImport?: TemporaryImport;
  /** The relief from the declaration charge that `relieveFee` accepted. */
  readonly feeRelief?: FeeRelieved;
}

/** KZT per unit of a currency, with the day it is of (art. 127). */
export interface AppliedExchangeRate {
  readonly currency: string;
  readonly kztPerUnit: Exact;
  readonly date: CivilDate;
}
