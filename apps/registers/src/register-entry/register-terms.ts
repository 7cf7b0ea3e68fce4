/** The terms of register procedures (table "Deadlines", D-REG-…), counted by the legal calendar in Asia/Almaty. */
import {
  type CivilDate,
  type LegalCalendar,
  type LegalTerm,
  type OfficeCalendar,
  plusDays,
  type TermEnd,
} from '@shekara/calendar';
import { art, type LegalRef } from '@shekara/kernel';
import { REGISTER_KIND, type Register } from './register-kind.js';

/** The durable timer of a suspension (D-REG-13). */
export const SUSPENSION_END = 'REGISTER_SUSPENSION_END';
export const SUSPENSION_ARTICLE = art(42, 1);
export const SUSPENSION_ORDER_ARTICLE = art(42, 2);
export const GOODS_OUT_ARTICLE = art(42, 4);
export const RESUMPTION_ARTICLE = art(42, 5);
export const SUSPENSION_NOTICE_ARTICLE = art(42, 6);

/** The calendar and the customs body whose closing hour ends the last day of an officer's own act (art. 5.7). */
export interface TermCounting {
  readonly calendar: LegalCalendar;
  readonly office: OfficeCalendar;
}

function endOf(
  id: string,
  length: number,
  unit: LegalTerm['unit'],
  article: LegalRef,
  startsAt: Date,
  { calendar, office }: TermCounting,
): TermEnd {
  return calendar.end({ id, length, unit, article: article.text, actor: 'CUSTOMS_BODY' }, startsAt, {
    office,
  });
}

/** D-REG-01 to D-REG-03: 15 calendar days from registration, for a carrier from submission (R-REG-105, R-REG-225). */
export function reviewTerm(
  register: Register,
  application: { readonly submittedAt: Date; readonly registeredAt: Date },
  counting: TermCounting,
): TermEnd {
  const kind = REGISTER_KIND[register];
  const starts = kind.reviewStarts === 'SUBMISSION' ? application.submittedAt : application.registeredAt;
  return endOf(kind.reviewTerm, 15, 'CALENDAR_DAYS', kind.reviewArticle, starts, counting);
}

/** D-REG-08: the person is told in writing within 5 working days of the exclusion order (R-REG-049). */
export function exclusionNoticeTerm(register: Register, orderedAt: Date, counting: TermCounting): TermEnd {
  const { exclusionNoticeArticle } = REGISTER_KIND[register];
  return endOf('D-REG-08', 5, 'WORKING_DAYS', exclusionNoticeArticle, orderedAt, counting);
}

/** D-REG-09, F3: the first day on which a new application is considered: the day after the year, shifted, is over. */
export function firstDayOfReapplication(
  register: Register,
  orderedAt: Date,
  calendar: LegalCalendar,
): CivilDate {
  const year: LegalTerm = {
    id: 'D-REG-09',
    length: 1,
    unit: 'YEARS',
    article: REGISTER_KIND[register].waitArticle.text,
  };
  return plusDays(calendar.end(year, orderedAt).lastDay, 1);
}

/** D-REG-12: 10 working days from registration of the owner's notice to the decision (R-REG-228). */
export function suspensionDecisionTerm(noticeRegisteredAt: Date, counting: TermCounting): TermEnd {
  return endOf('D-REG-12', 10, 'WORKING_DAYS', SUSPENSION_ORDER_ARTICLE, noticeRegisteredAt, counting);
}

/** D-REG-15: the same 10 working days for resumption (R-REG-228). */
export function resumptionDecisionTerm(noticeRegisteredAt: Date, counting: TermCounting): TermEnd {
  return endOf('D-REG-15', 10, 'WORKING_DAYS', RESUMPTION_ARTICLE, noticeRegisteredAt, counting);
}

/** D-REG-13: the latest day on which a suspension may end, six months after its order (R-REG-117). */
export function longestSuspension(orderedAt: Date, calendar: LegalCalendar): TermEnd {
  const months: LegalTerm = { id: 'D-REG-13', length: 6, unit: 'MONTHS', article: SUSPENSION_ARTICLE.text };
  return calendar.end(months, orderedAt);
}

/** D-REG-14: goods leave a suspended warehouse within 30 calendar days of the order; the owner's term, rolled. */
export function goodsOutTerm(orderedAt: Date, calendar: LegalCalendar): TermEnd {
  const days: LegalTerm = {
    id: 'D-REG-14',
    length: 30,
    unit: 'CALENDAR_DAYS',
    article: GOODS_OUT_ARTICLE.text,
  };
  return calendar.end(days, orderedAt);
}

/** D-REG-16: suspension and resumption are told in writing within 10 working days of the order (R-REG-228). */
export function suspensionNoticeTerm(orderedAt: Date, counting: TermCounting): TermEnd {
  return endOf('D-REG-16', 10, 'WORKING_DAYS', SUSPENSION_NOTICE_ARTICLE, orderedAt, counting);
}
