/** The hour in which lodged storage documents are registered (art. 267.2; D-TST-01). */
import type { LegalCalendar, LegalTerm, TermEnd } from '@shekara/calendar';
import { art } from '@shekara/kernel';

export const REGISTRATION_ARTICLE = art(267, 2);

const ONE_HOUR: LegalTerm = {
  id: 'D-TST-01',
  length: 1,
  unit: 'HOURS',
  hourMode: 'CLOCK',
  article: REGISTRATION_ARTICLE.text,
};

/** One hour by the clock from lodging; closing time and days off do not stop it (R-TST-008). */
export function registrationHour(lodgedAt: Date, calendar: LegalCalendar): TermEnd {
  return calendar.end(ONE_HOUR, lodgedAt);
}
