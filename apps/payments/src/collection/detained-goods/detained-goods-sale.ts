/** Money from the sale of detained goods (art. 241, F-21): what it covers first, and who may claim the rest. */
import type { CivilDate, LegalCalendar, TermEnd } from '@shekara/calendar';
import { type Money } from '@shekara/kernel';
import { collectionTermEnd } from '../documents/collection-terms.js';

export interface DetainedGoodsSale {
  readonly proceeds: Money;
  /** As for release for consumption on the detention day. */
  readonly dutiesAndTaxes: Money;
  /** Transport, storage and sale. */
  readonly costs: Money;
  readonly receivedOn: CivilDate;
  readonly declared: boolean;
}

export interface SaleMoneyShared {
  readonly dutiesAndTaxes: Money;
  readonly costs: Money;
  readonly rest: Money;
  /** Who is told of the rest and may claim it until the term's end. */
  readonly restTo: 'DECLARANT' | 'OWNER';
  readonly claimBy: TermEnd;
}

/** Duties and taxes first, then the costs, the rest to the declarant, or the owner when nothing was declared (R-PAY-182). */
export function shareSaleMoney(sale: DetainedGoodsSale, calendar: LegalCalendar): SaleMoneyShared {
  const dutiesAndTaxes = sale.dutiesAndTaxes.min(sale.proceeds);
  const costs = sale.costs.min(sale.proceeds.minus(dutiesAndTaxes));
  return {
    dutiesAndTaxes,
    costs,
    rest: sale.proceeds.minus(dutiesAndTaxes).minus(costs),
    restTo: sale.declared ? 'DECLARANT' : 'OWNER',
    claimBy: collectionTermEnd('CLAIM_SALE_REST', sale.receivedOn, calendar),
  };
}
