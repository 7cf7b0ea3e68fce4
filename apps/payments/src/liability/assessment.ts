/** The assessment of declared goods by machine: the same for a registered declaration and for a preview (art. 125). */
import { reason, refuse } from '@shekara/kernel';
import type { CivilDate, LegalParameters } from '@shekara/reference-data';
import { calculate, type Calculation } from '../calculation/calculation.js';
import type { PaymentReference } from '../calculation/declaration-for-calculation.js';
import { earlierDayOf } from '../processing/earlier-procedure.js';
import type { ClaimReference } from '../relief/treated-claims.js';
import { forCalculation, type GoodsToAssess } from './declared-goods.js';
import { liabilityReasons } from './liability-reasons.js';

export interface AssessmentReference extends PaymentReference, ClaimReference {
  readonly tariff: PaymentReference['tariff'];
  readonly parameters: Pick<LegalParameters, 'get' | 'rowsBetween'>;
}

const PARAMETERS_OF_A_CALCULATION = [
  'VAT_RATE_PERCENT',
  'DECLARATION_FEE',
  'SMALL_SHIPMENT_LIMIT',
  'SMALL_REMAINDER_LIMIT',
  'PARTIAL_TEMPORARY_IMPORT_PERCENT',
  'ESCORT_FEE',
  'PRELIMINARY_DECISION_FEE',
] as const;

/** Calculates, or tells every reason why not: of the goods, of the rates of the day (RATE_DATE_NOT_LOADED), of the formula. */
export function assess(goods: GoodsToAssess, reference: AssessmentReference): Calculation {
  const date = daysOf(goods).find((day) => !isLoaded(day, reference));
  if (date !== undefined)
    return refuse(reason(liabilityReasons.RATE_DATE_NOT_LOADED, { parameters: { date } }));
  const read = forCalculation(goods, reference);
  return 'reasons' in read
    ? { accepted: false, reasons: read.reasons }
    : calculate(read.declaration, reference);
}

/** The registration day and those of earlier procedures. */
function daysOf({ registeredOn, items }: GoodsToAssess): readonly CivilDate[] {
  const earlier = items.map((item) => item.earlier && earlierDayOf(item.earlier));
  return [...new Set([registeredOn, ...earlier.filter((day) => day !== undefined)])];
}

function isLoaded(day: CivilDate, { parameters }: AssessmentReference): boolean {
  return PARAMETERS_OF_A_CALCULATION.every((name) => parameters.rowsBetween(name, day, day).length > 0);
}
