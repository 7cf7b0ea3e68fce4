/** What the officer decides on goods that differ from their notice (art. 198.4, 248.2). */
import { IsIn, IsString, Length } from 'class-validator';

/** ACCEPTED with a note, sent to INSPECTION, or a CASE_OPENED on a breach. */
export const DIFFERENCE_OUTCOMES = ['ACCEPTED', 'INSPECTION', 'CASE_OPENED'] as const;
export type DifferenceOutcome = (typeof DIFFERENCE_OUTCOMES)[number];

export class DifferenceDecisionDto {
  @IsIn(DIFFERENCE_OUTCOMES)
  outcome: DifferenceOutcome;

  /** What the officer saw and why. */
  @IsString()
  @Length(1, 1000)
  note: string;
}
