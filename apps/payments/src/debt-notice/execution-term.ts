/** Terms of a debt notice: when it must go out (art. 159.2, 159.7, 179.3) and be executed (art. 160.2-3). */
import {
  type CivilDate,
  type LegalCalendar,
  type LegalTerm,
  type Pause,
  type Span,
  type TermEnd,
  termFromDay,
} from '@shekara/calendar';
import type { LegalParameters } from '@shekara/reference-data';

/** The law under which a notice was issued; fixed then and never changed (R-PAY-150). */
export const NOTICE_REGIMES = ['CODE_2010', 'CODE_2017_CAMERAL'] as const;
export type NoticeRegime = (typeof NOTICE_REGIMES)[number];

/** The term that a notice issued on this day carries from then on (R-PAY-144, R-PAY-150). */
export function executionTermAtIssue(
  regime: NoticeRegime,
  parameters: LegalParameters,
  issuedOn: CivilDate,
): Span {
  return regime === 'CODE_2010'
    ? { length: parameters.get('NOTICE_EXECUTION_TERM', issuedOn), unit: 'CALENDAR_DAYS' }
    : { length: parameters.get('CAMERAL_NOTICE_EXECUTION_TERM', issuedOn), unit: 'WORKING_DAYS' };
}

/** An appeal's suspension: both days are left out of the term (art. 160.3). No decision day while it is pending. */
export interface Suspension {
  /** Submission day; of a mailed appeal the posting day (reading 54). */
  readonly submittedOn: CivilDate;
  readonly decidedOn?: CivilDate;
}

/**
 * The end of the execution term from the day after delivery (R-PAY-144): delivery, the term and the days suspended, then
 * moved off a non-working day (R-PAY-151). Undefined while a suspension is pending: the end is not known.
 */
export function executionEnd(
  term: Span,
  deliveredOn: CivilDate,
  suspensions: readonly Suspension[],
  calendar: LegalCalendar,
): TermEnd | undefined {
  const pauses: Pause[] = [];
  for (const { submittedOn, decidedOn } of suspensions) {
    if (decidedOn === undefined) return undefined;
    pauses.push({ from: submittedOn, to: decidedOn, kind: 'INCLUSIVE' });
  }
  const legal: LegalTerm = { ...term, article: 'art. 160.2' };
  return termFromDay(legal, deliveredOn, calendar, pauses);
}

/** Why a notice must be issued, replaced or withdrawn, each with its day. */
export type NoticeOccasion =
  | { readonly occasion: 'INSPECTION_ACT_DELIVERED'; readonly on: CivilDate; readonly regime: NoticeRegime }
  | { readonly occasion: 'DEBT_ON_ACCOUNT'; readonly on: CivilDate }
  | { readonly occasion: 'CHANGE_PROVEN'; readonly on: CivilDate }
  | { readonly occasion: 'CANCELLED_IN_FULL'; readonly on: CivilDate }
  | { readonly occasion: 'CANCELLED_IN_PART'; readonly on: CivilDate }
  | { readonly occasion: 'PRINCIPAL_PAID_WITHOUT_INTEREST'; readonly on: CivilDate };

const TERM_OF_OCCASION: Readonly<Record<NoticeOccasion['occasion'], LegalTerm>> = {
  INSPECTION_ACT_DELIVERED: { id: 'D-PAY-18', length: 5, unit: 'WORKING_DAYS', article: 'art. 159.2' },
  DEBT_ON_ACCOUNT: { id: 'D-PAY-19', length: 2, unit: 'WORKING_DAYS', article: 'art. 159.2' },
  CHANGE_PROVEN: { id: 'D-PAY-20', length: 5, unit: 'WORKING_DAYS', article: 'art. 159.7' },
  CANCELLED_IN_FULL: { id: 'D-PAY-46', length: 5, unit: 'WORKING_DAYS', article: 'art. 179.3' },
  CANCELLED_IN_PART: { id: 'D-PAY-47', length: 10, unit: 'WORKING_DAYS', article: 'art. 179.3' },
  /** Art. 159.5 sets none: the debt now stands on the account. */
  PRINCIPAL_PAID_WITHOUT_INTEREST: { id: 'D-PAY-19', length: 2, unit: 'WORKING_DAYS', article: 'art. 159.2' },
};

/**
 * The last day on which the notice must go out or be withdrawn (R-PAY-140, R-PAY-146, R-PAY-222). After a cameral inspection
 * act and notice are one delivery: the day of the act itself.
 */
export function noticeDueBy(occasion: NoticeOccasion, calendar: LegalCalendar): TermEnd {
  if (occasion.occasion === 'INSPECTION_ACT_DELIVERED' && occasion.regime === 'CODE_2017_CAMERAL') {
    return calendar.endOnDate({ on: occasion.on, article: 'Code 2017 art. 416' });
  }
  return termFromDay(TERM_OF_OCCASION[occasion.occasion], occasion.on, calendar);
}
