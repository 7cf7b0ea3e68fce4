/** Terms that an event of a day opens: the hour of the event does not matter. */
import type { CivilDate } from './civil-date.js';
import type { LegalCalendar } from './legal-calendar.js';
import type { LegalTerm, TermEnd } from './legal-term.js';
import type { Pause } from './pauses.js';

/** The end of a term that an event of a civil day (Asia/Almaty) opens, days of the pauses left out. */
export function termFromDay(
  term: LegalTerm,
  on: CivilDate,
  calendar: LegalCalendar,
  pauses: readonly Pause[] = [],
): TermEnd {
  return calendar.end(term, calendar.instantOf(on, '12:00'), { pauses });
}
