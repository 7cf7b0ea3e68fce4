/** The reasonable time to come to an examination (art. 205.2). The Code sets none; two hours are ours (D-CTL-07, design). */
import type { LegalCalendar, LegalTerm, OfficeCalendar, TermEnd } from '@shekara/calendar';

const REASONABLE_TIME: LegalTerm = {
  id: 'D-CTL-07',
  length: 2,
  unit: 'HOURS',
  hourMode: 'OFFICE_HOURS',
  article: 'art. 205.2',
};

/** From the instant of telling; by the clock at a body that works round the clock, else in its office hours. */
export function reasonableTime(informedAt: Date, office: OfficeCalendar, calendar: LegalCalendar): TermEnd {
  return calendar.end(REASONABLE_TIME, informedAt, { office });
}
