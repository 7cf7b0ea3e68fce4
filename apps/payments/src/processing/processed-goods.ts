/** What is charged on goods that were processed or repaired: inside, outside, and for domestic consumption (art. 355, 366, 379, 380, 404.4, 459.2). */
import type { CivilDate } from '@shekara/calendar';
import { type CommodityCode, Exact, Money } from '@shekara/kernel';
import { rateDateOf } from '../calculation/rate-date.js';
import {
  dutyOnProcessedProducts,
  type ProcessedProducts,
  type ProductDuty,
  taxesOnProcessedProducts,
} from '../obligation/special-sums.js';

export interface RepairedVehicle {
  /** The repair is on the list of art. 459.1, which is free of payments. */
  readonly onFreeList: boolean;
  readonly underOutsideProcessing: boolean;
  /** The vehicle after the repair, its value before it, and what the repair cost. */
  readonly repair: Omit<ProcessedProducts, 'repaired'>;
}

/** Duty and VAT on the return of a vehicle that was repaired abroad. */
export interface RepairCharged {
  readonly duty: Money;
  readonly vat: Money;
}

/**
 * A vehicle repaired abroad beyond the free list and without outside processing is charged as a product of outside
 * processing (art. 459.2; R-PAY-235); undefined when nothing is due here: the repair is free, or the procedure charges it.
 */
export function chargeOnRepair(
  vehicle: RepairedVehicle,
  rate: ProductDuty,
  vatPercent: Exact,
): RepairCharged | undefined {
  if (vehicle.onFreeList || vehicle.underOutsideProcessing) return undefined;
  const repaired = { ...vehicle.repair, repaired: true };
  const { vat } = taxesOnProcessedProducts(repaired, vatPercent, Money.ZERO);
  return { duty: dutyOnProcessedProducts(repaired, rate), vat };
}

export interface ProductsOfInsideProcessing {
  readonly quantity: Exact;
  /** Products from one unit of the foreign goods, by the permission. */
  readonly yieldNorm: Exact;
  /** Foreign goods placed under the procedure: their quantity and customs value, KZT. */
  readonly placed: { readonly quantity: Exact; readonly customsValue: Exact };
  readonly processingRegisteredOn: CivilDate;
}

export interface ForeignInputs {
  readonly quantity: Exact;
  /** KZT, unrounded: the part of the placed goods' value that went into the products. */
  readonly customsValue: Exact;
  /** Whose rates and exchange rates apply. */
  readonly rateDate: CivilDate;
}

/**
 * The foreign goods that went into products of inside processing, by the yield norm; they are charged, not the products,
 * whether these are released for consumption, at the rates of the processing registration, or their re-export fails
 * (art. 355, 404.4; R-PAY-236). @throws RangeError when the norm is nothing or more went in than was placed.
 */
export function foreignInputsOf(products: ProductsOfInsideProcessing): ForeignInputs {
  const { placed, yieldNorm, processingRegisteredOn } = products;
  if (!yieldNorm.gt(0)) throw new RangeError('a yield norm of nothing');
  const quantity = products.quantity.dividedBy(yieldNorm);
  if (quantity.gt(placed.quantity)) {
    throw new RangeError(
      `${quantity.toString()} went into the products, ${placed.quantity.toString()} were placed`,
    );
  }
  return {
    quantity,
    customsValue: placed.customsValue.times(quantity).dividedBy(placed.quantity),
    rateDate: rateDateOf({ kind: 'ORDINARY', registeredOn: processingRegisteredOn }),
  };
}

export interface ProcessingInput {
  readonly commodityCode: CommodityCode;
  /** Country of origin, two letters. */
  readonly origin: string;
  /** KZT. */
  readonly value: Exact;
}

/** Which origin decides on the duty rate of the products. */
export type RateOfProducts =
  { readonly regime: 'MOST_FAVOURED' } | { readonly regime: 'BY_ORIGIN'; readonly origin: string };

/**
 * Products of processing for domestic consumption take their own duty rate: the most-favoured one when their four-digit code
 * differs from that of every input, else that of the origin of the inputs with the highest value (art. 380.1; R-PAY-238).
 */
export function rateOfConsumptionProducts(
  product: CommodityCode,
  inputs: readonly [ProcessingInput, ...ProcessingInput[]],
): RateOfProducts {
  const heading = (code: CommodityCode) => code.slice(0, 4);
  if (inputs.every(({ commodityCode }) => heading(commodityCode) !== heading(product)))
    return { regime: 'MOST_FAVOURED' };
  const byOrigin = Map.groupBy(inputs, ({ origin }) => origin);
  const valued = [...byOrigin].map(([origin, own]) => ({
    origin,
    value: own.reduce((sum, { value }) => sum.plus(value), new Exact(0)),
  }));
  const [dearest] = valued.sort((a, b) => b.value.comparedTo(a.value));
  return { regime: 'BY_ORIGIN', origin: dearest?.origin ?? inputs[0].origin };
}

/** Goods left unprocessed and released for consumption: rates and exchange rates of the processing registration (art. 379.2; R-PAY-238). */
export function rateDateOfUnprocessed(processingRegisteredOn: CivilDate): CivilDate {
  return rateDateOf({ kind: 'ORDINARY', registeredOn: processingRegisteredOn });
}
