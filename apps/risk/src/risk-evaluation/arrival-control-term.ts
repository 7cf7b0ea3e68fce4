/**
 * Until when control at the place of arrival is done. The Code sets no term for it; ours (design) is the placement term
 * of art. 252.4 counted from the lodging of the notice, so that control never keeps goods from being placed in time.
 */
import type { LegalCalendar, LegalTerm, OfficeCalendar, TermEnd } from '@shekara/calendar';

const ARTICLE = 'art. 252.4';

/** Three hours by the clock for road and air (D-ARR-03); the end of the body's next working day otherwise (D-ARR-04). */
const ARRIVAL_CONTROL_TERM: Record<'HOURS' | 'WORKING_DAY', LegalTerm> = {
  HOURS: { length: 3, unit: 'HOURS', hourMode: 'CLOCK', article: ARTICLE },
  WORKING_DAY: {
    length: 1,
    unit: 'WORKING_DAYS',
    actor: 'CUSTOMS_BODY',
    customsOperation: true,
    article: ARTICLE,
  },
};

/** The end of control of an arrival, from the instant of lodging, on the calendar of the body at the place. */
export function arrivalControlTerm(
  mode: string,
  lodgedAt: Date,
  office: OfficeCalendar,
  calendar: LegalCalendar,
): TermEnd {
  const unit = mode === 'ROAD' || mode === 'AIR' ? 'HOURS' : 'WORKING_DAY';
  return calendar.end(ARRIVAL_CONTROL_TERM[unit], lodgedAt, { office });
}
