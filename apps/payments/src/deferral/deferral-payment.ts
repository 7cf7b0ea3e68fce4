/** Paying deferred duty: due days, the end of a deferral and its breach (art. 136, 137, 158.2). */
import { type CivilDate, plusDays } from '@shekara/calendar';
import { decide, type Decision, Money, when } from '@shekara/kernel';
import { type Deferral, type DutyPaid, outstanding, unfitDeferral as unfit } from './deferral.js';
import { INDUSTRIAL_PROCESSING } from './deferral-application.js';
import { deferralReasons as reasons } from './deferral-reasons.js';
import type { ScheduledPart } from './instalment-schedule.js';

export interface DeferredDutyPaid extends DutyPaid {
  readonly type: 'DeferredDutyPaid';
}

export interface DeferralEnded {
  readonly type: 'DeferralEnded';
  /** Art. 137(1), 137(2), or the obligation itself ended: release was refused (art. 129.2(8)). */
  readonly by: 'TERM' | 'EARLY_PAYMENT' | 'OBLIGATION_ENDED';
}

/** The whole rest is collectable under Chapter 18 (art. 136.2). */
export interface DeferralBroken {
  readonly type: 'DeferralBroken';
  readonly cause: 'PART_LATE' | 'PROCESSING_CONDITION';
  readonly outstanding: Money;
  /** The missed date (reading 53), or the day of sale; penalty interest on the rest runs from the day after it. */
  readonly dueOn: CivilDate;
}

/** A payment in time by its bank date was told after the breach: the deferral runs on. */
export interface DeferralRestored {
  readonly type: 'DeferralRestored';
}

export type DeferralPaymentEvent = DeferredDutyPaid | DeferralEnded | DeferralBroken | DeferralRestored;

/**
 * Takes a payment of deferred duty by its bank date (art. 136.1, 137). The whole duty paid: ended (R-PAY-090). Paid after a
 * missed date: broken, and the money goes to the debt, not to the schedule (R-PAY-088). Money of a timely date that is told
 * after the breach restores the deferral when no part is then missed. Refuses DEFERRAL_STATE_UNFIT, DEFERRAL_PAYMENT_UNFIT.
 */
export function payDeferredDuty(deferral: Deferral, payment: DutyPaid): Decision<DeferralPaymentEvent> {
  const left = outstanding(deferral);
  const restored = restores(deferral, payment);
  return decide<DeferralPaymentEvent>(
    [
      restored ? undefined : unfit(deferral, 'GRANTED'),
      when(!payment.amount.isPositive() || payment.amount.compare(left) > 0, reasons.DEFERRAL_PAYMENT_UNFIT, {
        pointer: '/amount',
        parameters: { left: left.toString() },
      }),
    ],
    () => {
      const missed = missedPart(deferral, payment.on);
      if (missed && !restored) return [brokenBy(deferral, 'PART_LATE', missed.dueOn)];
      return [
        ...(restored ? [{ type: 'DeferralRestored' } as const] : []),
        { type: 'DeferredDutyPaid', ...payment },
        ...(payment.amount.compare(left) === 0 ? [endedOn(deferral, payment.on)] : []),
      ];
    },
  );
}

/**
 * What the clock finds on a day (art. 136.2; R-PAY-088): a part whose last day passed unpaid breaks the deferral; undefined
 * when nothing is missed or it no longer runs. Full payment ends a deferral at once, so its term needs no other end.
 */
export function breakOnMissedPart(deferral: Deferral, today: CivilDate): DeferralBroken | undefined {
  if (deferral.status !== 'GRANTED') return undefined;
  const missed = missedPart(deferral, today);
  return missed && brokenBy(deferral, 'PART_LATE', missed.dueOn);
}

/** Release was refused, and with it the duty ended (art. 129.2(8)): nothing is put off any more. Undefined where none runs. */
export function endWithObligation({ status }: Deferral): DeferralEnded | undefined {
  return status === 'GRANTED' ? { type: 'DeferralEnded', by: 'OBLIGATION_ENDED' } : undefined;
}

/** An officer's finding that goods deferred for industrial processing were sold (art. 136.2, 137(3)). */
export interface ProcessedGoodsSold {
  readonly soldOn: CivilDate;
  readonly conditionMet: boolean;
}

/**
 * Ends the deferral for goods sold without meeting the condition of industrial processing before its term is over
 * (R-PAY-089, R-PAY-090). Refuses DEFERRAL_STATE_UNFIT, and DEFERRAL_CONDITION_KEPT for another ground, a met condition or a
 * sale after the term.
 */
export function breakOnSale(
  deferral: Deferral,
  { soldOn, conditionMet }: ProcessedGoodsSold,
): Decision<DeferralBroken> {
  const otherGround = !deferral.grounds.includes(INDUSTRIAL_PROCESSING);
  const afterTerm = deferral.status === 'GRANTED' && soldOn > lastDayOfDeferral(deferral);
  const details = { parameters: { grounds: deferral.grounds.join(', '), soldOn } };
  return decide(
    [
      unfit(deferral, 'GRANTED'),
      when(otherGround || conditionMet || afterTerm, reasons.DEFERRAL_CONDITION_KEPT, details),
    ],
    () => [brokenBy(deferral, 'PROCESSING_CONDITION', soldOn)],
  );
}

/**
 * The days and sums from which penalty interest may run, each from the day after (art. 136.1, 158.2; R-PAY-092): the parts of
 * the schedule, or after a breach the whole rest at once.
 */
export function dueSums(deferral: Deferral): readonly ScheduledPart[] {
  const { breach, parts, status } = deferral;
  if (breach) return [{ dueOn: breach.dueOn, amount: outstanding(deferral) }];
  return status === 'GRANTED' || status === 'ENDED' ? parts : [];
}

/**
 * The day up to which, itself included, nothing deferred is overdue (art. 136.1, 158.2; R-PAY-092): the last day of the first
 * part that timely money does not reach, of the whole deferral where all is paid, or the missed day after a breach.
 * Undefined where no deferral runs: not granted, refused or cancelled.
 */
export function notOverdueUntil(deferral: Deferral): CivilDate | undefined {
  const { breach, status, parts } = deferral;
  if (breach) return breach.dueOn;
  if (status !== 'GRANTED' && status !== 'ENDED') return undefined;
  const last = lastDayOfDeferral(deferral);
  return missedPart(deferral, plusDays(last, 1))?.dueOn ?? parts.at(-1)?.dueOn;
}

/** The first part whose last day lies before `today` and that the money of timely bank dates does not reach. */
function missedPart({ parts, paid }: Deferral, today: CivilDate): ScheduledPart | undefined {
  let due = Money.ZERO;
  for (const part of parts) {
    due = due.plus(part.amount);
    const inTime = Money.sum(paid.filter(({ on }) => on <= part.dueOn).map(({ amount }) => amount));
    if (part.dueOn < today && inTime.compare(due) < 0) return part;
  }
  return undefined;
}

function restores(deferral: Deferral, payment: DutyPaid): boolean {
  const { breach, status, paid } = deferral;
  if (status !== 'BROKEN' || breach?.cause !== 'PART_LATE' || payment.on > breach.dueOn) return false;
  return missedPart({ ...deferral, paid: [...paid, payment] }, plusDays(breach.dueOn, 1)) === undefined;
}

function brokenBy(deferral: Deferral, cause: DeferralBroken['cause'], dueOn: CivilDate): DeferralBroken {
  return { type: 'DeferralBroken', cause, outstanding: outstanding(deferral), dueOn };
}

function endedOn(deferral: Deferral, paidOn: CivilDate): DeferralEnded {
  return { type: 'DeferralEnded', by: paidOn < lastDayOfDeferral(deferral) ? 'EARLY_PAYMENT' : 'TERM' };
}

function lastDayOfDeferral({ parts }: Deferral): CivilDate {
  const last = parts.at(-1);
  if (!last) throw new RangeError('a deferral that was not granted has no last day');
  return last.dueOn;
}
