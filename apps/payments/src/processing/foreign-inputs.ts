/** Products of inside processing: the foreign goods in them are charged, by the yield norm (art. 355, 404.4; R-PAY-236). */
import { parseCurrencyCode, reason, type Reason } from '@shekara/kernel';
import { assessableItem } from '../calculation/assessable-item.js';
import { asCounted, type ChargedDeclaration, type ChargedItem } from '../calculation/charged-item.js';
import { consumptionLines } from '../calculation/consumption-lines.js';
import type { ItemForCalculation } from '../calculation/declaration-for-calculation.js';
import { type PaymentLine, sleeping } from '../calculation/payment-line.js';
import { rowOf } from '../obligation/trigger-matrix.js';
import type { EarlierProcedure } from './earlier-procedure.js';
import { foreignInputsOf } from './processed-goods.js';
import { processingReasons as reasons } from './processing-reasons.js';

const NOT_TAKEN_OUT = 'RE_EXPORT_OF_PROCESSING_PRODUCTS_NOT_TAKEN_OUT';
const TO_CONSUMPTION = 'INSIDE_PROCESSING_PRODUCTS_TO_CONSUMPTION';

/**
 * Released for consumption, at the rates of the processing registration; re-exported, the sum sleeps at the rates of the
 * re-export registration (reading 52). Adds PROCESSING_YIELD_IMPOSSIBLE where more went in than was placed.
 */
export function foreignInputs(
  item: ItemForCalculation,
  earlier: Extract<EarlierProcedure, { kind: 'INSIDE_PROCESSING_PRODUCTS' }>,
  pointer: string,
  of: ChargedDeclaration,
  against: Reason[],
): ChargedItem | undefined {
  const { placed, yieldNorm, productQuantity, registeredOn } = earlier;
  if (!yieldNorm.gt(0) || productQuantity.dividedBy(yieldNorm).gt(placed.quantity)) {
    against.push(reason(reasons.PROCESSING_YIELD_IMPOSSIBLE, { pointer: `${pointer}/earlier` }));
    return undefined;
  }
  const inputs = foreignInputsOf({
    quantity: productQuantity,
    yieldNorm,
    placed,
    processingRegisteredOn: registeredOn,
  });
  const reExport = of.declaration.procedure === '31';
  const rates = reExport ? of.rates : of.ratesOf(inputs.rateDate);
  const share = inputs.quantity.dividedBy(placed.quantity);
  const goods: ItemForCalculation = {
    number: item.number,
    commodityCode: placed.commodityCode,
    customsValue: { amount: inputs.customsValue, currency: tenge() },
    netWeightKg: placed.netWeightKg.times(share),
    quantities: [{ unit: placed.unit, amount: inputs.quantity }],
  };
  const counted = reExport ? asCounted(goods, rowOf(NOT_TAKEN_OUT).amount) : goods;
  const found = assessableItem(counted, `${pointer}/earlier/placed`, rates, against);
  if (!found) return undefined;
  const lineOf = (line: PaymentLine): PaymentLine =>
    reExport
      ? sleeping(line, NOT_TAKEN_OUT)
      : { ...line, article: rowOf(TO_CONSUMPTION).article, rule: 'R-PAY-236' };
  const lines = consumptionLines(found, rates, false).map(lineOf);
  return { ...found, linesOf: () => lines };
}

function tenge() {
  const code = parseCurrencyCode('KZT');
  if (!code) throw new Error('the tenge is no currency');
  return code;
}
