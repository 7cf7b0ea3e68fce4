/** Products of processing for domestic consumption: which duty rate they bear (art. 379.2; R-PAY-238). */
import type { ItemForCalculation } from '../calculation/declaration-for-calculation.js';
import type { RatesOfDay } from '../calculation/rates-of-day.js';
import { type DutyTreatment, dutyTreatment, PREFERENCES } from '../preference/preference.js';
import type { EarlierProcedure } from './earlier-procedure.js';
import { rateOfConsumptionProducts } from './processed-goods.js';

/**
 * The products at the most-favoured rate when their four-digit code differs from that of every input, else with the preference
 * that goods of the origin of the dearest inputs have, if its proof is there.
 */
export function productsOfConsumptionProcessing(
  item: ItemForCalculation,
  { inputs, originProved }: Extract<EarlierProcedure, { kind: 'CONSUMPTION_PROCESSING_PRODUCTS' }>,
  rates: RatesOfDay,
): ItemForCalculation {
  const { dutyTreatment: _own, ...products } = item;
  const rate = rateOfConsumptionProducts(item.commodityCode, inputs);
  if (rate.regime === 'MOST_FAVOURED') return products;
  const treatment = PREFERENCES.map((preference): DutyTreatment =>
    dutyTreatment(
      { preference, origin: rate.origin, commodityCode: item.commodityCode, originProved },
      rates.reference.preferences,
      rates.date,
    ),
  ).find(({ preference }) => preference !== undefined);
  return treatment ? { ...products, dutyTreatment: treatment } : products;
}
