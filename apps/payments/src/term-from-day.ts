/** Terms that an event of a day opens: the hour of the event does not matter. */
import type { CivilDate, LegalCalendar, LegalTerm, Pause, TermEnd } from '@shekara/calendar';

/** The end of a term that an event of a civil day (Asia/Almaty) opens, days of the pauses left out. */
export function termFromDay(
  term: LegalTerm,
  on: CivilDate,
  calendar: LegalCalendar,
  pauses: readonly Pause[] = [],
): TermEnd {
  return calendar.end(term, calendar.instantOf(on, '12:00'), { pauses });
}
