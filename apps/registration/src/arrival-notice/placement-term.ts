/** The term for placing goods after presentation (art. 252.4; D-ARR-03, D-ARR-04). */
import type { LegalCalendar, LegalTerm, OfficeCalendar, TermEnd } from '@shekara/calendar';
import { art } from '@shekara/kernel';
import type { ListedMode } from './arrival-notice.js';

const MINUTE = 60_000;

export const PLACEMENT = 'PLACEMENT';
/** The queue of goods whose term is missed. */
export const PLACEMENT_OVERDUE = 'PLACEMENT_OVERDUE';
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
  mode: ListedMode,
  presented: Date,
  office: OfficeCalendar,
  calendar: LegalCalendar,
): TermEnd {
  const term = PLACEMENT_TERM[mode === 'RAIL' || mode === 'WATER' ? 'WORKING_DAY' : 'HOURS'];
  return calendar.end(term, presented, { office });
}

/**
 * Whether storage documents or a declaration came too late, judged by the moment the person lodged them (R-ARR-078). The
 * minute of the deadline is in time: the lodging is recorded to the minute. No deadline, nothing is late.
 */
export function isLatePlacing(lodgedAt: Date, deadline: Date | null): boolean {
  const recordedMinute = Math.floor(lodgedAt.getTime() / MINUTE) * MINUTE;
  return deadline !== null && recordedMinute > deadline.getTime();
}
