/** Whether the sum of an item depends on its procedure before, and whether the facts of it are there (box 37; art. 125.2). */
import type { CivilDate } from '@shekara/calendar';
import { reason, type Reason } from '@shekara/kernel';
import { EARLIER_KINDS, earlierDayOf, type EarlierProcedure } from './earlier-procedure.js';
import { processingReasons as reasons } from './processing-reasons.js';

export type EarlierFacts =
  | { readonly state: 'NONE' }
  | { readonly state: 'KNOWN'; readonly earlier: EarlierProcedure }
  | { readonly state: 'REFUSED'; readonly reason: Reason };

const NO_PROCEDURE = '00';
/** Movements beside release for consumption whose sum depends on the procedure before: art. 404.4 and 367.1. */
const OTHER_DEPENDENT: ReadonlySet<string> = new Set(['3151', '1021']);

/**
 * The facts that decide. Refuses PREVIOUS_PROCEDURE_NEEDS_ASSESSMENT where the sum depends on facts that nobody stated,
 * EARLIER_PROCEDURE_DIFFERS for facts of another movement, and EARLIER_REGISTRATION_LATER for an earlier day that is later.
 */
export function earlierFacts(
  item: { readonly previousProcedure?: string; readonly earlier?: EarlierProcedure },
  procedure: string,
  rateDate: CivilDate,
  pointer: string,
): EarlierFacts {
  const { previousProcedure: previous = NO_PROCEDURE, earlier } = item;
  const movement = `${procedure}${previous}`;
  if (!earlier) {
    const depends = (procedure === '40' && previous !== NO_PROCEDURE) || OTHER_DEPENDENT.has(movement);
    if (!depends) return { state: 'NONE' };
    return refused(reasons.PREVIOUS_PROCEDURE_NEEDS_ASSESSMENT, `${pointer}/procedure`, { movement });
  }
  const movements: readonly string[] = EARLIER_KINDS[earlier.kind].movements;
  if (!movements.includes(movement)) {
    const parameters = { kind: earlier.kind, movement, expected: movements.join(', ') };
    return refused(reasons.EARLIER_PROCEDURE_DIFFERS, `${pointer}/earlier/kind`, parameters);
  }
  const day = earlierDayOf(earlier);
  if (day !== undefined && day > rateDate) {
    return refused(reasons.EARLIER_REGISTRATION_LATER, `${pointer}/earlier/registeredOn`, { rateDate });
  }
  return { state: 'KNOWN', earlier };
}

function refused(
  because: Parameters<typeof reason>[0],
  pointer: string,
  parameters: Record<string, string>,
): EarlierFacts {
  return { state: 'REFUSED', reason: reason(because, { pointer, parameters }) };
}
