/** Limitation (art. 132; F-12): five years for the claims of customs and of the payer alike. */
import {
  type CivilDate,
  daysBetween,
  type LegalCalendar,
  type LegalTerm,
  termFromDay,
} from '@shekara/calendar';
import { decide, type Decision, type LegalRef, art, when } from '@shekara/kernel';
import { obligationReasons as reasons } from './obligation-reasons.js';

/** What opens the period, by kind of claim (art. 132.2; R-PAY-076). */
export const LIMITATION_STARTS = {
  /** Reading 17: the release decision of the last declaration. */
  DECLARING_COMPLETED: art(132, '2(1)'),
  MONEY_GUARANTEE_REGISTERED: art(132, '2(2)'),
  PRELIMINARY_DECISION_ADOPTED: art(132, '2(3)'),
  ESCORT_DECISION_ADOPTED: art(132, '2(4)'),
} as const satisfies Record<string, LegalRef>;

export type LimitationStart = keyof typeof LIMITATION_STARTS;

export interface Limitation {
  readonly start: LimitationStart;
  readonly startedOn: CivilDate;
  /** Last day of control, for goods under control by their procedure (art. 132.3). */
  readonly controlEndsOn?: CivilDate;
  /** A control, appeal or court case that runs or ran; `executedOn` is absent while its decision is not executed. */
  readonly disputes?: readonly { readonly openedOn: CivilDate; readonly executedOn?: CivilDate }[];
}

/** The last day of the period, or OPEN while a decision that holds it open is not executed. */
export type LimitationEnd = { readonly lastDay: CivilDate } | 'OPEN';

/**
 * The last day of limitation: start plus `years`, for controlled goods the end of control plus `years`; a dispute that
 * is open on that day moves it to the execution of the decision (R-PAY-076 to R-PAY-078).
 */
export function limitationEnd(limitation: Limitation, years: number, calendar: LegalCalendar): LimitationEnd {
  const term: LegalTerm = { length: years, unit: 'YEARS', article: 'art. 132.2' };
  const from = limitation.controlEndsOn ?? limitation.startedOn;
  let lastDay = termFromDay(term, from, calendar).lastDay;
  const inOrder = [...(limitation.disputes ?? [])].sort((a, b) => daysBetween(b.openedOn, a.openedOn));
  for (const { openedOn, executedOn } of inOrder) {
    if (openedOn > lastDay) continue;
    if (executedOn === undefined) return 'OPEN';
    if (executedOn > lastDay) lastDay = executedOn;
  }
  return { lastDay };
}

/** What limitation shuts (art. 132.1, 157.6(1); R-PAY-075). */
export const LIMITED_ACTS = [
  'CHARGE',
  'REVISION',
  'NOTICE',
  'COLLECTION',
  'REFUND',
  'CONFIRMATION',
  'AMENDMENT_BY_PAYER',
] as const;

export type LimitedAct = (typeof LIMITED_ACTS)[number];

export interface ActWithinLimitation {
  readonly type: 'ActWithinLimitation';
  readonly act: LimitedAct;
}

/** Refuses LIMITATION_EXPIRED for an act after the last day; the last day itself is in time. */
export function checkLimitation(
  act: LimitedAct,
  on: CivilDate,
  end: LimitationEnd,
): Decision<ActWithinLimitation> {
  return decide([when(isOver(end, on), reasons.LIMITATION_EXPIRED, { parameters: { act, on } })], () => [
    { type: 'ActWithinLimitation', act },
  ]);
}

/** Whether the period is over on the day. */
export function isOver(end: LimitationEnd, on: CivilDate): boolean {
  return end !== 'OPEN' && on > end.lastDay;
}
