/** Terms of an appeal against a debt notice (D-PAY-43 to D-PAY-45) and of what follows the decision (D-PAY-46, D-PAY-47). */
import type { CivilDate, LegalCalendar, LegalTerm, Pause, TermEnd } from '@shekara/calendar';

export const APPEAL_TERMS = {
  /** From delivery of the notice. */
  FILE: { id: 'D-PAY-43', length: 20, unit: 'CALENDAR_DAYS', article: 'art. 175.1' },
  /** From registration. */
  TELL_REFUSAL: { id: 'D-PAY-44', length: 10, unit: 'WORKING_DAYS', article: 'art. 177.2' },
  /** From registration; art. 180 stops are left out. */
  DECIDE: { id: 'D-PAY-45', length: 30, unit: 'CALENDAR_DAYS', article: 'art. 178.1' },
  /** From the decision, or its receipt from the higher body. */
  WITHDRAW_CANCELLED: { id: 'D-PAY-46', length: 5, unit: 'WORKING_DAYS', article: 'art. 179.3' },
  REPLACE_PART_CANCELLED: { id: 'D-PAY-47', length: 10, unit: 'WORKING_DAYS', article: 'art. 179.3' },
} as const satisfies Record<string, LegalTerm>;

export type AppealTerm = keyof typeof APPEAL_TERMS;

/** The end of a term that an event of the day (civil date, Asia/Almaty) opens. */
export function appealTermEnd(
  term: AppealTerm,
  on: CivilDate,
  calendar: LegalCalendar,
  pauses: readonly Pause[] = [],
): TermEnd {
  return calendar.end(APPEAL_TERMS[term], calendar.instantOf(on, '12:00'), { pauses });
}
