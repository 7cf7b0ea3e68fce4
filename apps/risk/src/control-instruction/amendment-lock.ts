/** How far control closes the declaration to its declarant: amendment (art. 289.1) and withdrawal (art. 290.3). */
import type { ControlInstruction } from './control-instruction.js';

/**
 * Whether an amendment requested at an instant is closed: any other form of control was decided before, or the declarant
 * was told before of time and place of an examination. A decision on examination alone closes nothing (R-RSK-042, 043).
 */
export function closesAmendment(instructions: readonly ControlInstruction[], requestedAt: Date): boolean {
  return instructions
    .filter(({ status }) => status !== 'CANCELLED')
    .some((instruction) =>
      instruction.measure === 'EXAMINATION'
        ? wasInformedBefore(instruction, requestedAt)
        : instruction.decidedAt < requestedAt,
    );
}

/** Whether withdrawal is closed: told of an examination, until it ends without a breach that leads to liability (R-RSK-044). */
export function closesWithdrawal(instructions: readonly ControlInstruction[], requestedAt: Date): boolean {
  return instructions
    .filter(({ status, measure }) => status !== 'CANCELLED' && measure === 'EXAMINATION')
    .some(
      (instruction) =>
        wasInformedBefore(instruction, requestedAt) && !endedWithoutBreach(instruction, requestedAt),
    );
}

function wasInformedBefore({ personInformedAt }: ControlInstruction, instant: Date): boolean {
  return personInformedAt !== undefined && personInformedAt < instant;
}

function endedWithoutBreach({ outcome }: ControlInstruction, instant: Date): boolean {
  if (!outcome?.executed || outcome.recordedAt > instant) return false;
  return outcome.finding === 'NO_DISCREPANCY' || outcome.finding === 'DISCREPANCY_NO_OFFENCE';
}
