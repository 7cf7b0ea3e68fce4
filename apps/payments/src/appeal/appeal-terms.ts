/** Terms of an appeal against a debt notice (D-PAY-43 to D-PAY-45); the notice knows when it must be recalled. */
import {
  type CivilDate,
  type LegalCalendar,
  type LegalTerm,
  type Pause,
  type TermEnd,
  termFromDay,
} from '@shekara/calendar';

export const APPEAL_TERMS = {
  /** From delivery of the notice. */
  FILE: { id: 'D-PAY-43', length: 20, unit: 'CALENDAR_DAYS', article: 'art. 175.1' },
  /** From registration. */
  TELL_REFUSAL: { id: 'D-PAY-44', length: 10, unit: 'WORKING_DAYS', article: 'art. 177.2' },
  /** From registration; art. 180 stops are left out. */
  DECIDE: { id: 'D-PAY-45', length: 30, unit: 'CALENDAR_DAYS', article: 'art. 178.1' },
} as const satisfies Record<string, LegalTerm>;

export type AppealTerm = keyof typeof APPEAL_TERMS;

/** The end of a term that an event of the day (civil date, Asia/Almaty) opens. */
export function appealTermEnd(
  term: AppealTerm,
  on: CivilDate,
  calendar: LegalCalendar,
  pauses: readonly Pause[] = [],
): TermEnd {
  return termFromDay(APPEAL_TERMS[term], on, calendar, pauses);
}
