/** The term of temporary storage (art. 268): when it ends, how far it may be extended, and what the end does. */
import type { ActInTime, LegalCalendar, LegalTerm, OfficeCalendar, TermEnd } from '@shekara/calendar';
import { art } from '@shekara/kernel';

export const STORAGE_TERM = 'STORAGE_TERM';
export const STORAGE_TERM_ARTICLE = art(268, 1);
export const EXTENSION_ARTICLE = art(268, 2);
export const EXPIRY_ARTICLE = art(268, 4);

/**
 * List TERM_CATEGORY, months. COMMISSION_SHORT is not here: no decision of the Commission is in force in the reference
 * data, so no goods have a shorter term.
 */
export const TERM_CATEGORIES = {
  GENERAL: { first: 2, longest: 4 },
  MAIL_AT_EXCHANGE: { first: 2, longest: 6 },
  AIR_BAGGAGE_UNCLAIMED: { first: 2, longest: 6 },
} as const;

export type TermCategory = keyof typeof TERM_CATEGORIES;

export interface StorageTerm {
  /** F-TST-1: starts the day after registration; the last day itself is in the term. */
  readonly term: TermEnd;
  /** F-TST-2: as far as extensions may go, always counted from registration. */
  readonly longest: TermEnd;
}

function months(length: number, id: string, article: string): LegalTerm {
  return { id, length, unit: 'MONTHS', customsOperation: true, article };
}

/** The term from the instant of registration, on the calendar of the registering body (R-TST-042 to R-TST-044). */
export function storageTerm(
  category: TermCategory,
  registeredAt: Date,
  office: OfficeCalendar,
  calendar: LegalCalendar,
): StorageTerm {
  const { first, longest } = TERM_CATEGORIES[category];
  return {
    term: calendar.end(months(first, 'D-TST-03', STORAGE_TERM_ARTICLE.text), registeredAt, { office }),
    longest: calendar.end(
      months(longest, longest === 4 ? 'D-TST-04' : 'D-TST-05', EXTENSION_ARTICLE.text),
      registeredAt,
      { office },
    ),
  };
}

/** The end of an extended term: the day decided on, moved off a day on which the body does not work (art. 5.6). */
export function extendedTerm(newEnd: string, office: OfficeCalendar, calendar: LegalCalendar): TermEnd {
  return calendar.endOnDate({ on: newEnd, customsOperation: true, article: EXTENSION_ARTICLE.text }, office);
}

/**
 * Whether a declaration was lodged before the storage term ended (art. 283.1): electronically until the last day is over,
 * on paper until the body closes on it (R-TST-057, R-TST-058).
 */
export function declaredInTime(
  term: TermEnd,
  lodgedAt: Date,
  act: ActInTime,
  calendar: LegalCalendar,
): boolean {
  return calendar.onTime(lodgedAt, term, act);
}
