/** The written decision on a deferral: grant, refusal, cancellation, and its terms (art. 134.3 to 134.5, 135). */
import {
  type CivilDate,
  type LegalCalendar,
  type LegalTerm,
  type TermEnd,
  termFromDay,
} from '@shekara/calendar';
import { decide, type Decision, type Reason, when } from '@shekara/kernel';
import { type Deferral, unfitDeferral as unfit } from './deferral.js';
import { conditionsUnmet, type DeferralConditions, type TreatyGround } from './deferral-application.js';
import { deferralReasons as reasons } from './deferral-reasons.js';
import {
  lastDayOf,
  type ProposedSchedule,
  type ScheduledPart,
  scheduleFaults,
} from './instalment-schedule.js';

export const DEFERRAL_DECISION_TERM: LegalTerm = {
  id: 'D-PAY-08',
  length: 10,
  unit: 'WORKING_DAYS',
  article: 'art. 135.1',
};

/** By the end of the next calendar day, moved to a working day (reading 20). */
export const DEFERRAL_SENDING_TERM: LegalTerm = {
  id: 'D-PAY-09',
  length: 1,
  unit: 'CALENDAR_DAYS',
  article: 'art. 135.2',
};

/** The last day to decide on a complete application (R-PAY-083). */
export function decideBy(completeOn: CivilDate, calendar: LegalCalendar): TermEnd {
  return termFromDay(DEFERRAL_DECISION_TERM, completeOn, calendar);
}

/** The last day to send the decision (R-PAY-083). */
export function sendBy(decidedOn: CivilDate, calendar: LegalCalendar): TermEnd {
  return termFromDay(DEFERRAL_SENDING_TERM, decidedOn, calendar);
}

export interface DecisionSignature {
  readonly capacity: 'HEAD' | 'ACTING_HEAD' | 'OTHER';
  /** Reference of the signature under the written decision; empty when there is none. */
  readonly signature: string;
}

export interface DeferralGranted {
  readonly type: 'DeferralGranted';
  readonly decidedOn: CivilDate;
  readonly parts: readonly ScheduledPart[];
  readonly sendBy: TermEnd;
}

export interface GrantDeferral {
  readonly decidedOn: CivilDate;
  readonly signed: DecisionSignature;
  /** As they stand on the day of the decision. */
  readonly conditions: DeferralConditions;
  readonly term: { readonly until: CivilDate } | { readonly schedule: ProposedSchedule };
}

/**
 * Grants (art. 134.3 to 134.5, 135.2; R-PAY-083, R-PAY-085). Refuses DEFERRAL_STATE_UNFIT, DEFERRAL_DECISION_UNSIGNED, the
 * conditions that no longer hold, and DEFERRAL_SCHEDULE_UNFIT with every fault of the schedule or of the last day.
 */
export function grantDeferral(
  deferral: Deferral,
  { decidedOn, signed, conditions, term }: GrantDeferral,
  treatyGrounds: readonly TreatyGround[],
  calendar: LegalCalendar,
): Decision<DeferralGranted> {
  const parts = 'schedule' in term ? term.schedule.parts : [{ dueOn: term.until, amount: deferral.duty }];
  const modeDiffers = 'schedule' in term !== (deferral.mode === 'INSTALMENTS');
  const untilPast = 'until' in term && lastDayOf(term.until, calendar) <= decidedOn;
  return decide<DeferralGranted>(
    [
      unfit(deferral, 'REGISTERED'),
      unsigned(signed),
      ...conditionsUnmet(conditions, treatyGrounds, decidedOn),
      when(modeDiffers, reasons.DEFERRAL_SCHEDULE_UNFIT, { parameters: { fault: 'OTHER_MODE' } }),
      when(untilPast, reasons.DEFERRAL_SCHEDULE_UNFIT, { parameters: { fault: 'NOT_AFTER_DECISION' } }),
      ...('schedule' in term ? scheduleFaults(term.schedule, deferral.duty, decidedOn, calendar) : []),
    ],
    () => [
      {
        type: 'DeferralGranted',
        decidedOn,
        parts: parts.map(({ dueOn, amount }) => ({ dueOn: lastDayOf(dueOn, calendar), amount })),
        sendBy: sendBy(decidedOn, calendar),
      },
    ],
  );
}

export interface DeferralRefused {
  readonly type: 'DeferralRefused';
  readonly decidedOn: CivilDate;
  readonly code: string;
  readonly words: string;
  readonly sendBy: TermEnd;
}

export interface RefuseDeferral {
  readonly decidedOn: CivilDate;
  readonly signed: DecisionSignature;
  readonly code: string;
  readonly words: string;
}

/** Refuses the deferral in writing (R-PAY-084): DEFERRAL_REFUSAL_UNREASONED without code and words. */
export function refuseDeferral(
  deferral: Deferral,
  { decidedOn, signed, code, words }: RefuseDeferral,
  calendar: LegalCalendar,
): Decision<DeferralRefused> {
  return decide<DeferralRefused>(
    [
      unfit(deferral, 'REGISTERED'),
      unsigned(signed),
      when(code.trim() === '' || words.trim() === '', reasons.DEFERRAL_REFUSAL_UNREASONED),
    ],
    () => [{ type: 'DeferralRefused', decidedOn, code, words, sendBy: sendBy(decidedOn, calendar) }],
  );
}

export interface DeferralCancelled {
  readonly type: 'DeferralCancelled';
  readonly treatyGround: string;
}

/** Cancels a grant or a refusal on a treaty ground, the applicant told in writing (art. 135.4; R-PAY-093, reading 21). */
export function cancelDeferralDecision(
  deferral: Deferral,
  { treatyGround, letter }: { readonly treatyGround: string; readonly letter: string },
): Decision<DeferralCancelled> {
  return decide<DeferralCancelled>(
    [
      unfit(deferral, 'GRANTED', 'REFUSED'),
      when(treatyGround.trim() === '', reasons.DEFERRAL_CANCELLATION_UNFOUNDED, { pointer: '/treatyGround' }),
      when(letter.trim() === '', reasons.DEFERRAL_CANCELLATION_UNFOUNDED, { pointer: '/letter' }),
    ],
    () => [{ type: 'DeferralCancelled', treatyGround }],
  );
}

function unsigned({ capacity, signature }: DecisionSignature): Reason | undefined {
  return when(capacity === 'OTHER' || signature.trim() === '', reasons.DEFERRAL_DECISION_UNSIGNED, {
    pointer: '/signed',
  });
}
