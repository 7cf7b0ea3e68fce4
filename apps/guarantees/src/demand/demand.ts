/** A demand on a security: from the default to what came of it (art. 145.3, 146.4-5, 147.3-4, 148.7, 149.4-5). */
import type { CivilDate, LegalCalendar, TermEnd } from '@shekara/calendar';
import { type Decision, decide, Money, type Reason, when } from '@shekara/kernel';
import { actTerm, type CallInPath, paymentTerm } from './call-in-path.js';
import { demandReasons as reasons } from './demand-reasons.js';
import type { SumInDefault } from './demand-sums.js';

/** DUE waits to be sent or transferred; PAID gave all that was owed, SHORT less. */
export const DEMAND_STATES = ['DUE', 'SENT', 'DELIVERED', 'OVERDUE', 'PAID', 'SHORT', 'CANCELLED'] as const;
export type DemandState = (typeof DEMAND_STATES)[number];

export interface Demand {
  readonly state: DemandState;
  readonly path: CallInPath;
  /** The last day to send, or the last of the 15 days that a transfer waits. */
  readonly actBy?: CivilDate | undefined;
  readonly sentOn?: CivilDate | undefined;
  readonly payBy?: CivilDate | undefined;
}

/** An obligation that fell due unpaid. */
export interface Default {
  readonly dueOn: CivilDate;
  readonly identifiedOn: CivilDate;
  readonly sums: readonly SumInDefault[];
}

export interface DefaultRecorded {
  readonly type: 'DefaultRecorded';
  readonly path: CallInPath;
  readonly act?: TermEnd | undefined;
}

/**
 * Art. 157.1: the obligation is in default from the first moment after its due day, and its cover is called in by the method
 * of the security (R-GUA-129). Refuses COVER_NOT_HELD, COVER_ALREADY_CALLED, DEFAULT_NOT_YET and NOTHING_TO_CALL.
 */
export function recordDefault(
  cover: { readonly held: boolean; readonly called: boolean; readonly path: CallInPath },
  found: Default,
  calendar: LegalCalendar,
): Decision<DefaultRecorded> {
  const { dueOn, identifiedOn, sums } = found;
  const nothing = !sums.some(({ principal, penaltyInterest }) =>
    principal.plus(penaltyInterest).isPositive(),
  );
  return decide<DefaultRecorded>(
    [
      when(cover.called, reasons.COVER_ALREADY_CALLED),
      when(!cover.called && !cover.held, reasons.COVER_NOT_HELD),
      when(identifiedOn <= dueOn, reasons.DEFAULT_NOT_YET, { pointer: '/dueOn', parameters: { dueOn } }),
      when(nothing, reasons.NOTHING_TO_CALL, { pointer: '/sums' }),
    ],
    () => [{ type: 'DefaultRecorded', path: cover.path, act: actTerm(cover.path, found, calendar) }],
  );
}

/** What can be asked of the security at most, and what is asked of others for the same obligation. */
export interface Limits {
  /** Held for the obligation, and free. */
  readonly callable: Money;
  readonly demandedOfOthers: Money;
}

/** What is asked of the security: owed and not asked of another one, at most what it carries (R-GUA-132, R-GUA-182). */
export function toDemand(owed: Money, { callable, demandedOfOthers }: Limits): Money {
  const asked = owed.minus(demandedOfOthers).min(callable);
  return asked.isPositive() ? asked : Money.ZERO;
}

export interface DemandSent {
  readonly type: 'DemandSent';
  readonly amount: Money;
  readonly late: boolean;
}

/**
 * Sends the demand to bank, surety or insurer, or begins enforcement on a pledge. A late one is still sent, with its reason
 * (R-GUA-144): else LATE_REASON_MISSING. Refuses DEMAND_PATH_UNFIT for a deposit.
 */
export function sendDemand(
  demand: Demand,
  { amount, on, lateReason }: { readonly amount: Money; readonly on: CivilDate; readonly lateReason: string },
): Decision<DemandSent> {
  const late = demand.actBy !== undefined && on > demand.actBy;
  return decide<DemandSent>(
    [
      unfit(demand, 'DUE'),
      when(demand.path === 'BUDGET_TRANSFER_CASH', reasons.DEMAND_PATH_UNFIT),
      when(late && lateReason.trim() === '', reasons.LATE_REASON_MISSING, {
        pointer: '/lateReason',
        parameters: { actBy: demand.actBy ?? '' },
      }),
      when(!amount.isPositive(), reasons.NOTHING_TO_CALL),
    ],
    () => [{ type: 'DemandSent', amount, late }],
  );
}

export interface DemandDelivered {
  readonly type: 'DemandDelivered';
  readonly deliveredOn: CivilDate;
  readonly payment: TermEnd;
}

/** The addressee has it: its days to pay run, whatever it objects (R-GUA-078, R-GUA-179). Refuses DEMAND_DATES_CONTRADICT. */
export function deliverDemand(
  demand: Demand,
  deliveredOn: CivilDate,
  today: CivilDate,
  calendar: LegalCalendar,
): Decision<DemandDelivered> {
  const payment = paymentTerm(demand.path, deliveredOn, calendar);
  return decide<DemandDelivered>(
    [
      unfit(demand, 'SENT'),
      when(payment === undefined, reasons.DEMAND_PATH_UNFIT),
      contradicts(deliveredOn, demand.sentOn, today, '/deliveredOn'),
    ],
    () => (payment ? [{ type: 'DemandDelivered', deliveredOn, payment }] : []),
  );
}

export interface SecurityPaid {
  readonly type: 'SecurityPaid';
  readonly result: 'PAID' | 'SHORT';
  readonly shortfall: Money;
}

export interface Payment {
  readonly amount: Money;
  readonly on: CivilDate;
  /** What is owed on the day of payment less what other demands ask for. */
  readonly owed: Money;
  /** At most this comes from the security. */
  readonly callable: Money;
}

/**
 * What came of the demand. All that was owed on the day of payment: PAID. Less: SHORT, once nobody has days to pay any more,
 * or when the instrument carries no more (R-GUA-132). Refuses PAYMENT_TERM_RUNS, RECOVERED_ABOVE_OWED, DEMAND_DATES_CONTRADICT.
 */
export function recordPayment(demand: Demand, payment: Payment, today: CivilDate): Decision<SecurityPaid> {
  const { amount, on, owed, callable } = payment;
  const shortfall = owed.minus(amount);
  const most = owed.min(callable);
  const daysLeft =
    demand.state === 'DELIVERED' || (demand.state === 'SENT' && demand.path !== 'PLEDGE_ENFORCEMENT');
  return decide<SecurityPaid>(
    [
      unfit(demand, 'SENT', 'DELIVERED', 'OVERDUE'),
      contradicts(on, demand.sentOn, today, '/paidOn'),
      when(amount.compare(most) > 0, reasons.RECOVERED_ABOVE_OWED, {
        pointer: '/paid',
        parameters: { owed: String(owed), most: String(most) },
      }),
      when(amount.compare(most) < 0 && daysLeft, reasons.PAYMENT_TERM_RUNS, {
        parameters: { payBy: demand.payBy ?? '', most: String(most) },
      }),
    ],
    () => [{ type: 'SecurityPaid', result: shortfall.isPositive() ? 'SHORT' : 'PAID', shortfall }],
  );
}

export interface DepositMoved {
  readonly type: 'DepositMoved';
  readonly kinds: readonly { readonly kind: string; readonly amount: Money }[];
  readonly amount: Money;
  readonly shortfall: Money;
}

/**
 * Art. 145.3: after the 15 days the duties and taxes owed go from the deposit to the budget; not the rest of it, and not the
 * fines (R-GUA-066). Refuses DEPOSIT_TRANSFER_EARLY, DEMAND_PATH_UNFIT, NOTHING_TO_CALL.
 */
export function moveDeposit(
  demand: Demand,
  sums: readonly SumInDefault[],
  limits: Limits,
  today: CivilDate,
): Decision<DepositMoved> {
  const owed = Money.sum(sums.map(({ principal }) => principal));
  const amount = toDemand(owed, limits);
  const left = owed.minus(limits.demandedOfOthers).minus(amount);
  const shortfall = left.isPositive() ? left : Money.ZERO;
  const waits = demand.actBy !== undefined && today <= demand.actBy;
  return decide<DepositMoved>(
    [
      unfit(demand, 'DUE'),
      when(demand.path !== 'BUDGET_TRANSFER_CASH', reasons.DEMAND_PATH_UNFIT),
      when(waits, reasons.DEPOSIT_TRANSFER_EARLY, { parameters: { after: demand.actBy ?? '' } }),
      when(!amount.isPositive(), reasons.NOTHING_TO_CALL),
    ],
    () => [{ type: 'DepositMoved', kinds: byKind(sums, amount), amount, shortfall }],
  );
}

export interface DemandCancelled {
  readonly type: 'DemandCancelled';
}

/** Art. 143.6: the payer paid, or the obligation ended: nothing is asked of the security any more (R-GUA-067). */
export function cancelDemand(demand: Demand): Decision<DemandCancelled> {
  return decide<DemandCancelled>([unfit(demand, 'DUE', 'SENT', 'DELIVERED', 'OVERDUE')], () => [
    { type: 'DemandCancelled' },
  ]);
}

/** Whether the demand still waits for something. */
export function isOpen({ state }: Pick<Demand, 'state'>): boolean {
  return state !== 'PAID' && state !== 'SHORT' && state !== 'CANCELLED';
}

function unfit({ state }: Demand, ...fit: readonly DemandState[]): Reason | undefined {
  return when(!fit.includes(state), reasons.DEMAND_STATE_UNFIT, {
    parameters: { state, fit: fit.join(' ') },
  });
}

function contradicts(
  on: CivilDate,
  earliest: CivilDate | undefined,
  today: CivilDate,
  pointer: string,
): Reason | undefined {
  const early = earliest !== undefined && on < earliest;
  return when(early || on > today, reasons.DEMAND_DATES_CONTRADICT, { pointer });
}

/** The sum over the kinds in their order: each is paid in full before the next. */
function byKind(sums: readonly SumInDefault[], amount: Money) {
  let left = amount;
  return sums.flatMap(({ kind, principal }) => {
    const part = principal.min(left);
    left = left.minus(part);
    return part.isPositive() ? [{ kind, amount: part }] : [];
  });
}
