/** Sums that articles compute in their own way: cap, temporary import, outside processing, false data (F-09, F-10, F-19, F-20, F-23, F-24). */
import type { CivilDate } from '@shekara/calendar';
import { Exact, Money } from '@shekara/kernel';

/** What lowers a sum, told apart (art. 121.1; list ExemptionKind): only concessions and tax reliefs are left out of the cap (R-PAY-020). */
export const EXEMPTION_KINDS = {
  /** Tariff preference by origin. */
  TARIFF_PREFERENCE: { countsInCap: true },
  /** Tariff concession: relief from import duty. */
  TARIFF_CONCESSION: { countsInCap: false },
  TAX_RELIEF: { countsInCap: false },
  /** Relief from a customs charge. */
  FEE_RELIEF: { countsInCap: true },
} as const;

export type ExemptionKind = keyof typeof EXEMPTION_KINDS;

/** The full sum of the cap: what is payable, with what concessions and tax reliefs took off it put back (art. 125.7). */
export function fullSumOfCap(
  payable: Exact,
  takenOff: readonly { readonly by: ExemptionKind; readonly amount: Exact }[],
): Exact {
  return takenOff
    .filter(({ by }) => !EXEMPTION_KINDS[by].countsInCap)
    .reduce((sum, { amount }) => sum.plus(amount), payable);
}

export interface ConsumptionAfterProcedure {
  /** Payable by the ordinary calculation, KZT. */
  readonly payable: Exact;
  /** Paid under the earlier procedures. */
  readonly paidEarlier: Exact;
  /** Payable as for consumption before concessions and tax reliefs; preferences count. */
  readonly fullSum: Exact;
  /** Growth of the full sum from rates that rose by the registration day of the new procedure. */
  readonly growthFromRates: Exact;
}

/** F-09 (art. 125.7; R-PAY-041): all duties and taxes together stay within the full consumption sum, growth of rates aside. */
export function cappedConsumptionSum(sums: ConsumptionAfterProcedure): Money {
  const room = Exact.max(0, sums.fullSum.plus(sums.growthFromRates).minus(sums.paidEarlier));
  return Money.round(Exact.min(sums.payable, room));
}

/** Calendar months touched by a stay, both days included; a part of one counts as a whole (art. 386.3). */
export function monthsTouched(first: CivilDate, last: CivilDate): number {
  if (last < first) throw new RangeError(`a stay from ${first} to ${last} ends before it begins`);
  return monthNumber(last) - monthNumber(first) + 1;
}

function monthNumber(date: CivilDate): number {
  const [year = '', month = ''] = date.split('-');
  return Number(year) * 12 + Number(month);
}

export interface PartialTemporaryImport {
  /** Consumption sum of the registration day, in KZT. */
  readonly fullSum: Exact;
  /** The same without reliefs: the parts never exceed it in total. */
  readonly fullSumWithoutReliefs: Exact;
  /** Calendar months touched: `monthsTouched`. */
  readonly months: number;
  /** Percent a month, from reference data. */
  readonly percentAMonth: Exact;
}

/** F-10 (art. 386.3, 386.5; R-PAY-054): the percent of the full sum for each month, at most the full sum. KZT, unrounded. */
export function partialTemporaryImportSum(stay: PartialTemporaryImport): Exact {
  const parts = stay.fullSum.times(stay.percentAMonth).dividedBy(100).times(stay.months);
  return Exact.min(parts, stay.fullSumWithoutReliefs);
}

/** F-24 (art. 388; R-PAY-232): the temporary import day's sum less the parts that the same declarant paid; never below zero. */
export function consumptionAfterTemporaryImport(
  sumOfTemporaryImportDay: Money,
  declarant: string,
  partsPaid: readonly { readonly by: string; readonly amount: Money }[],
): Money {
  const own = Money.sum(partsPaid.filter(({ by }) => by === declarant).map(({ amount }) => amount));
  return floorZero(sumOfTemporaryImportDay.minus(own));
}

export interface ProcessedProducts {
  readonly productsValue: Exact;
  /** Value of the goods sent out, as if exported on that day. */
  readonly valueSentOut: Exact;
  readonly costOfProcessing?: Exact;
  readonly repaired: boolean;
}

/** The base of F-23: cost of processing or, when not known, value of products less value sent out (art. 366(1)). */
export function costOfProcessing(products: ProcessedProducts): Exact {
  return products.costOfProcessing ?? Exact.max(0, products.productsValue.minus(products.valueSentOut));
}

export type ProductDuty = { readonly adValoremPercent: Exact } | { readonly specificDutyOnProducts: Exact };

/** F-23 duty (R-PAY-233): a percent of the cost; a specific duty is cut to the share of the cost in the products' value. */
export function dutyOnProcessedProducts(products: ProcessedProducts, rate: ProductDuty): Money {
  const cost = costOfProcessing(products);
  return Money.round(
    'adValoremPercent' in rate
      ? cost.times(rate.adValoremPercent).dividedBy(100)
      : rate.specificDutyOnProducts.times(cost).dividedBy(products.productsValue),
  );
}

/** F-23 taxes (R-PAY-234): VAT on the same cost; excise in full, and none after a repair. */
export function taxesOnProcessedProducts(
  products: ProcessedProducts,
  vatPercent: Exact,
  fullExcise: Money,
): { readonly vat: Money; readonly excise: Money } {
  return {
    vat: Money.round(costOfProcessing(products).times(vatPercent).dividedBy(100)),
    excise: products.repaired ? Money.ZERO : fullExcise,
  };
}

/** F-19 (art. 130.6; R-PAY-046): with unknown data, the highest rate on the value that is known. */
export function sumOnUnknownGoods(knownValue: Exact, possiblePercents: readonly Exact[]): Money {
  if (possiblePercents.length === 0) throw new RangeError('no rate from which to take the highest');
  return Money.round(knownValue.times(Exact.max(...possiblePercents)).dividedBy(100));
}

/** What is left to settle between a sum that is right and one that was paid. */
export interface Difference {
  readonly toPay: Money;
  readonly refundable: Money;
}

/**
 * F-20 (art. 130.5; R-PAY-047), and the settlement after F-19 when facts arrive (art. 130.6): the sum on true data less
 * what was paid; an excess is refundable.
 */
export function differenceToTrueData(onTrueData: Money, paid: Money): Difference {
  return {
    toPay: floorZero(onTrueData.minus(paid)),
    refundable: floorZero(paid.minus(onTrueData)),
  };
}

function floorZero(amount: Money): Money {
  return amount.isNegative() ? Money.ZERO : amount;
}
