/** Deferral and instalments of import duty (L10; art. 133 to 137): the state, and how each event moves it. */
import type { CivilDate } from '@shekara/calendar';
import { Money, type Reason } from '@shekara/kernel';
import { unfitStatus } from '../unfit-status.js';
import type { DeferralMode, DeferralRegistered, SumLeftOut } from './deferral-application.js';
import type { DeferralCancelled, DeferralGranted, DeferralRefused } from './deferral-decision.js';
import type { DeferralBroken, DeferralPaymentEvent } from './deferral-payment.js';
import { deferralReasons as reasons } from './deferral-reasons.js';
import type { ScheduledPart } from './instalment-schedule.js';

export const DEFERRAL_STATUSES = [
  'REGISTERED',
  'GRANTED',
  'REFUSED',
  'CANCELLED',
  'ENDED',
  'BROKEN',
] as const;
export type DeferralStatus = (typeof DEFERRAL_STATUSES)[number];

export interface DutyPaid {
  /** The bank's date, never the Treasury's (art. 158.7). */
  readonly on: CivilDate;
  readonly amount: Money;
}

/** A deferral as the decisions need it. */
export interface Deferral {
  readonly status: DeferralStatus;
  readonly mode: DeferralMode;
  readonly grounds: readonly string[];
  /** Import duty in KZT, fixed on the registration day. */
  readonly duty: Money;
  /** Empty before the decision; a plain deferral has one part, the whole sum. */
  readonly parts: readonly ScheduledPart[];
  readonly paid: readonly DutyPaid[];
  /** Why and from which date, once broken. */
  readonly breach?: Pick<DeferralBroken, 'cause' | 'dueOn'>;
}

export type DeferralEvent =
  | DeferralRegistered
  | SumLeftOut
  | DeferralGranted
  | DeferralRefused
  | DeferralCancelled
  | DeferralPaymentEvent;

/** The deferral after an event; the first event is its registration. @throws RangeError for another first event. */
export function evolveDeferral(deferral: Deferral | undefined, event: DeferralEvent): Deferral {
  if (event.type === 'DeferralRegistered') {
    const { mode, grounds, duty } = event;
    return { status: 'REGISTERED', mode, grounds, duty, parts: [], paid: [] };
  }
  if (!deferral) throw new RangeError(`a deferral begins with its registration, not with ${event.type}`);
  switch (event.type) {
    case 'SumLeftOut':
      return deferral;
    case 'DeferralGranted':
      return { ...deferral, status: 'GRANTED', parts: event.parts };
    case 'DeferralRefused':
      return { ...deferral, status: 'REFUSED' };
    case 'DeferralCancelled':
      return { ...deferral, status: 'CANCELLED' };
    case 'DeferredDutyPaid':
      return { ...deferral, paid: [...deferral.paid, { on: event.on, amount: event.amount }] };
    case 'DeferralEnded':
      return { ...deferral, status: 'ENDED' };
    case 'DeferralBroken':
      return { ...deferral, status: 'BROKEN', breach: { cause: event.cause, dueOn: event.dueOn } };
    case 'DeferralRestored': {
      const { breach: _mended, ...unbroken } = deferral;
      return { ...unbroken, status: 'GRANTED' };
    }
  }
}

/** What is not yet paid of the deferred duty. */
export function outstanding({ duty, paid }: Deferral): Money {
  return duty.minus(Money.sum(paid.map(({ amount }) => amount)));
}

/** DEFERRAL_STATE_UNFIT unless the deferral is in one of the statuses that a command needs. */
export function unfitDeferral({ status }: Deferral, ...fit: readonly DeferralStatus[]): Reason | undefined {
  return unfitStatus(reasons.DEFERRAL_STATE_UNFIT, status, ...fit);
}
