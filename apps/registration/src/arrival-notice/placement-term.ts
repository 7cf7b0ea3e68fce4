/** The term for placing goods after presentation (art. 252.4; D-ARR-03, D-ARR-04). */
import type { LegalCalendar, LegalTerm, OfficeCalendar, TermEnd } from '@shekara/calendar';
import { art } from '@shekara/kernel';
import type { TransportMode } from './arrival-notice.js';

export const PLACEMENT = 'PLACEMENT';
export const PLACEMENT_ARTICLE = art(252, 4);

/** Road and air: three hours by the clock, day and night. Rail and water: the end of the body's next working day. */
const PLACEMENT_TERM: Record<'HOURS' | 'WORKING_DAY', LegalTerm> = {
  HOURS: { id: 'D-ARR-03', length: 3, unit: 'HOURS', hourMode: 'CLOCK', article: PLACEMENT_ARTICLE.text },
  WORKING_DAY: {
    id: 'D-ARR-04',
    length: 1,
    unit: 'WORKING_DAYS',
    actor: 'CUSTOMS_BODY',
    customsOperation: true,
    article: PLACEMENT_ARTICLE.text,
  },
};

/** The end of the term, from the instant of presentation, on the calendar of the body at the place (R-ARR-019). */
export function placementTerm(
  mode: TransportMode,
  presented: Date,
  office: OfficeCalendar,
  calendar: LegalCalendar,
): TermEnd {
  const term = PLACEMENT_TERM[mode === 'RAIL' || mode === 'WATER' ? 'WORKING_DAY' : 'HOURS'];
  return calendar.end(term, presented, { office });
}
