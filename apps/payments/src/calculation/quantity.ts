/** Quantities for specific rates (art. 114(2), 124.2): units of measure and the net weight that bears duty. */
import { Exact } from '@shekara/kernel';

export interface Quantity {
  /** UN/ECE Recommendation 20 code: KGM, TNE, LTR, PCE, MIL, NPR, MTK, CMQ … */
  readonly unit: string;
  readonly amount: Exact;
}

export interface PrimaryPacking {
  readonly weightKg: Exact;
  /** The goods cannot be parted from it before consumption and are offered in it at retail. */
  readonly inseparableAtRetail: boolean;
}

export interface MeasuredGoods {
  readonly netWeightKg: Exact;
  readonly primaryPacking?: PrimaryPacking;
  readonly quantities: readonly Quantity[];
}

interface Measure {
  readonly dimension: 'MASS' | 'VOLUME' | 'COUNT' | 'PAIRS' | 'AREA' | 'ENGINE_DISPLACEMENT';
  readonly inBaseUnits: Exact;
}

/** Units that the tariff and the excise table use. Cubic centimetres measure engines there, never litres of goods. */
const MEASURES: ReadonlyMap<string, Measure> = new Map<string, Measure>([
  ['KGM', { dimension: 'MASS', inBaseUnits: new Exact(1) }],
  ['GRM', { dimension: 'MASS', inBaseUnits: new Exact('0.001') }],
  ['TNE', { dimension: 'MASS', inBaseUnits: new Exact(1000) }],
  ['LTR', { dimension: 'VOLUME', inBaseUnits: new Exact(1) }],
  ['MTQ', { dimension: 'VOLUME', inBaseUnits: new Exact(1000) }],
  ['PCE', { dimension: 'COUNT', inBaseUnits: new Exact(1) }],
  ['CEN', { dimension: 'COUNT', inBaseUnits: new Exact(100) }],
  ['MIL', { dimension: 'COUNT', inBaseUnits: new Exact(1000) }],
  ['NPR', { dimension: 'PAIRS', inBaseUnits: new Exact(1) }],
  ['MTK', { dimension: 'AREA', inBaseUnits: new Exact(1) }],
  ['CMQ', { dimension: 'ENGINE_DISPLACEMENT', inBaseUnits: new Exact(1) }],
]);

/** Kilograms that bear a specific rate: net weight, with primary packing only as art. 124.2 allows (R-PAY-038). */
export function dutiableWeightKg(goods: MeasuredGoods): Exact {
  const packing = goods.primaryPacking;
  return packing?.inseparableAtRetail ? goods.netWeightKg.plus(packing.weightKg) : goods.netWeightKg;
}

/**
 * The quantity of the goods in a unit; undefined when nothing declared measures it. Mass always comes from the net
 * weight; other measures from the quantity declared in that unit, else from one of the same dimension (2 MIL are
 * 2,000 PCE).
 */
export function quantityIn(unit: string, goods: MeasuredGoods): Exact | undefined {
  const wanted = MEASURES.get(unit);
  if (wanted?.dimension === 'MASS') return dutiableWeightKg(goods).dividedBy(wanted.inBaseUnits);
  const stated = goods.quantities.find((declared) => declared.unit === unit);
  if (stated) return stated.amount;
  for (const declared of goods.quantities) {
    const measure = MEASURES.get(declared.unit);
    if (wanted && measure?.dimension === wanted.dimension) {
      return declared.amount.times(measure.inBaseUnits).dividedBy(wanted.inBaseUnits);
    }
  }
  return undefined;
}
