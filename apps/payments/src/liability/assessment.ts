/** The assessment of declared goods by machine: the same for a registered declaration and for a preview (art. 125). */
import { reason } from '@shekara/kernel';
import type { LegalParameters } from '@shekara/reference-data';
import { calculate, type Calculation } from '../calculation/calculation.js';
import type { PaymentReference } from '../calculation/declaration-for-calculation.js';
import { forCalculation, type GoodsToAssess } from './declared-goods.js';
import { liabilityReasons } from './liability-reasons.js';

export interface AssessmentReference extends PaymentReference {
  readonly parameters: Pick<LegalParameters, 'get' | 'rowsBetween'>;
}

const PARAMETERS_OF_A_CALCULATION = [
  'VAT_RATE_PERCENT',
  'DECLARATION_FEE',
  'SMALL_SHIPMENT_LIMIT',
  'SMALL_REMAINDER_LIMIT',
] as const;

/** Calculates, or tells every reason why not: of the goods, of the rates of the day (RATE_DATE_NOT_LOADED), of the formula. */
export function assess(goods: GoodsToAssess, reference: AssessmentReference): Calculation {
  const { registeredOn } = goods;
  const loaded = PARAMETERS_OF_A_CALCULATION.every(
    (name) => reference.parameters.rowsBetween(name, registeredOn, registeredOn).length > 0,
  );
  if (!loaded) {
    const parameters = { date: registeredOn };
    return { accepted: false, reasons: [reason(liabilityReasons.RATE_DATE_NOT_LOADED, { parameters })] };
  }
  const read = forCalculation(goods);
  return 'reasons' in read
    ? { accepted: false, reasons: read.reasons }
    : calculate(read.declaration, reference);
}
