/** Money on the deposit account (L12; art. 145.3, 156.1 to 156.9): returned, used, called, or moved to the budget. */
import {
  type CivilDate,
  type LegalCalendar,
  type LegalTerm,
  type TermEnd,
  termFromDay,
} from '@shekara/calendar';
import { decide, type Decision, Money, type Reason, when } from '@shekara/kernel';
import { isOver, type LimitationEnd } from '../obligation/limitation.js';
import { unfitStatus } from '../unfit-status.js';
import { moneyGuaranteeReasons as reasons } from './money-guarantee-reasons.js';

export const DEPOSIT_STATUSES = ['HELD', 'RETURNING', 'RETURNED', 'APPLIED', 'CALLED', 'TO_BUDGET'] as const;
export type DepositStatus = (typeof DEPOSIT_STATUSES)[number];

/** Provisional trade-remedy duty lies on the deposit account and returns like a guarantee (art. 156.9; R-PAY-203). */
export const DEPOSIT_KINDS = ['MONEY_GUARANTEE', 'PROVISIONAL_TRADE_REMEDY_DUTY'] as const;

/** A deposit as the decisions need it. */
export interface Deposit {
  readonly kind: (typeof DEPOSIT_KINDS)[number];
  readonly status: DepositStatus;
  /** What is left of it, KZT. */
  readonly amount: Money;
  readonly securedObligation: string;
  /** Day the last secured obligation was fulfilled; for a provisional duty, day it proved not to be payable. */
  readonly fulfilledOn?: CivilDate;
  readonly heldBy: string;
  /** The legal successor of the body that held the account, when there is one. */
  readonly successor?: string;
}

export const DEPOSIT_TERMS = {
  RETURN: { id: 'D-PAY-39', length: 10, unit: 'WORKING_DAYS', article: 'art. 156.2' },
  APPLICATION: { id: 'D-PAY-40', length: 5, unit: 'YEARS', article: 'art. 156.3' },
} as const satisfies Record<string, LegalTerm>;

/** The last day to pay out, from the day the application was received (R-PAY-197). */
export function returnBy(receivedOn: CivilDate, calendar: LegalCalendar): TermEnd {
  return termFromDay(DEPOSIT_TERMS.RETURN, receivedOn, calendar);
}

/** The last day to apply, from the day of fulfilment (R-PAY-208). */
export function applyBy(fulfilledOn: CivilDate, calendar: LegalCalendar): TermEnd {
  return termFromDay(DEPOSIT_TERMS.APPLICATION, fulfilledOn, calendar);
}

export interface DepositReturnRequested {
  readonly type: 'DepositReturnRequested';
  readonly receivedOn: CivilDate;
  readonly payBy: TermEnd;
}

/** The payer asks for the money back (R-PAY-199, R-PAY-208): GUARANTEE_OBLIGATION_OPEN, GUARANTEE_RETURN_LATE. */
export function applyForReturn(
  deposit: Deposit,
  receivedOn: CivilDate,
  calendar: LegalCalendar,
): Decision<DepositReturnRequested> {
  const lastDay = deposit.fulfilledOn && applyBy(deposit.fulfilledOn, calendar).lastDay;
  return decide<DepositReturnRequested>(
    [
      unfit(deposit, 'HELD'),
      open(deposit, receivedOn),
      when(lastDay !== undefined && receivedOn > lastDay, reasons.GUARANTEE_RETURN_LATE, {
        parameters: { lastDay: lastDay ?? '', on: receivedOn },
      }),
    ],
    () => [{ type: 'DepositReturnRequested', receivedOn, payBy: returnBy(receivedOn, calendar) }],
  );
}

export interface Deductions {
  /** Duties, taxes and penalty interest that the payer owes on the day of payment. */
  readonly debts: Money;
  readonly bankCharges: Money;
}

export interface DepositSplit {
  readonly debtsDeducted: Money;
  readonly bankChargesDeducted: Money;
  readonly returned: Money;
}

/**
 * F-13: deposit less debts, less bank charges (art. 156.5-6; R-PAY-198); no interest, no indexation. The three parts add up
 * to the deposit and none is below zero: debts come first. @throws RangeError for negative deductions.
 */
export function splitDeposit(amount: Money, { debts, bankCharges }: Deductions): DepositSplit {
  if (debts.isNegative() || bankCharges.isNegative()) throw new RangeError('a deduction is zero or more');
  const debtsDeducted = amount.min(debts);
  const afterDebts = amount.minus(debtsDeducted);
  const bankChargesDeducted = afterDebts.min(bankCharges);
  return { debtsDeducted, bankChargesDeducted, returned: afterDebts.minus(bankChargesDeducted) };
}

export interface DepositReturned extends DepositSplit {
  readonly type: 'DepositReturned';
  readonly paidOn: CivilDate;
}

/** Pays out by the body that holds the account or its successor (art. 156.4; R-PAY-197): else DEPOSIT_HELD_ELSEWHERE. */
export function payOutDeposit(
  deposit: Deposit,
  payOut: Deductions & { readonly by: string; readonly paidOn: CivilDate },
): Decision<DepositReturned> {
  const holds = payOut.by === (deposit.successor ?? deposit.heldBy);
  return decide<DepositReturned>(
    [
      unfit(deposit, 'RETURNING'),
      when(!holds, reasons.DEPOSIT_HELD_ELSEWHERE, { parameters: { by: payOut.by } }),
    ],
    () => [{ type: 'DepositReturned', paidOn: payOut.paidOn, ...splitDeposit(deposit.amount, payOut) }],
  );
}

/** Another use that the payer asks for (art. 156.7). */
export interface DepositUse {
  readonly as: 'PAYMENT' | 'GUARANTEE';
  /** The obligation paid or secured. */
  readonly obligation: string;
  readonly amount: Money;
}

export interface DepositApplied {
  readonly type: 'DepositApplied';
  readonly uses: readonly DepositUse[];
  readonly left: Money;
}

/**
 * Uses the deposit as payment or as another guarantee on the payer's request (R-PAY-200). While the secured obligation is
 * open the money may only pay that obligation: GUARANTEE_OBLIGATION_OPEN. Refuses DEPOSIT_SUM_UNFIT.
 */
export function useDeposit(
  deposit: Deposit,
  uses: readonly DepositUse[],
  on: CivilDate,
): Decision<DepositApplied> {
  const total = Money.sum(uses.map(({ amount }) => amount));
  const ownPayment = uses.every(
    ({ as, obligation }) => as === 'PAYMENT' && obligation === deposit.securedObligation,
  );
  const unfitSum = uses.some(({ amount }) => !amount.isPositive()) || uses.length === 0;
  return decide<DepositApplied>(
    [
      unfit(deposit, 'HELD'),
      ownPayment ? undefined : open(deposit, on),
      when(unfitSum || total.compare(deposit.amount) > 0, reasons.DEPOSIT_SUM_UNFIT, {
        parameters: { left: deposit.amount.toString(), asked: total.toString() },
      }),
    ],
    () => [{ type: 'DepositApplied', uses, left: deposit.amount.minus(total) }],
  );
}

export interface DepositCalled {
  readonly type: 'DepositCalled';
  readonly amount: Money;
  readonly left: Money;
}

/** Books what the guarantees service moved to the budget after a default, on its own clock (art. 145.3, 161.1). */
export function recordDepositCalled(deposit: Deposit, amount: Money): Decision<DepositCalled> {
  const unfitSum = !amount.isPositive() || amount.compare(deposit.amount) > 0;
  const parameters = { left: deposit.amount.toString(), asked: amount.toString() };
  return decide<DepositCalled>(
    [unfit(deposit, 'HELD', 'RETURNING'), when(unfitSum, reasons.DEPOSIT_SUM_UNFIT, { parameters })],
    () => [{ type: 'DepositCalled', amount, left: deposit.amount.minus(amount) }],
  );
}

export interface DepositMovedToBudget {
  readonly type: 'DepositMovedToBudget';
  readonly amount: Money;
  readonly movedOn: CivilDate;
}

/**
 * Moves unclaimed money to the budget (art. 156.8; R-PAY-201): only when the obligation is fulfilled, limitation is over, and
 * the five years to apply are over too. Refuses GUARANTEE_OBLIGATION_OPEN and DEPOSIT_STILL_CLAIMABLE.
 */
export function moveToBudget(
  deposit: Deposit,
  limitation: LimitationEnd,
  on: CivilDate,
  calendar: LegalCalendar,
): Decision<DepositMovedToBudget> {
  const lastDay = deposit.fulfilledOn && applyBy(deposit.fulfilledOn, calendar).lastDay;
  const claimable = lastDay !== undefined && on <= lastDay;
  return decide<DepositMovedToBudget>(
    [
      unfit(deposit, 'HELD'),
      open(deposit, on),
      when(claimable, reasons.DEPOSIT_STILL_CLAIMABLE, {
        parameters: { term: 'D-PAY-40', lastDay: lastDay ?? '' },
      }),
      when(!isOver(limitation, on), reasons.DEPOSIT_STILL_CLAIMABLE, { parameters: { term: 'D-PAY-17' } }),
    ],
    () => [{ type: 'DepositMovedToBudget', amount: deposit.amount, movedOn: on }],
  );
}

export type DepositEvent =
  DepositReturnRequested | DepositReturned | DepositApplied | DepositCalled | DepositMovedToBudget;

/** The deposit after an event. What a use or a call leaves stays held. */
export function evolveDeposit(deposit: Deposit, event: DepositEvent): Deposit {
  switch (event.type) {
    case 'DepositReturnRequested':
      return { ...deposit, status: 'RETURNING' };
    case 'DepositReturned':
      return { ...deposit, status: 'RETURNED', amount: Money.ZERO };
    case 'DepositApplied':
      return { ...deposit, status: event.left.isZero() ? 'APPLIED' : 'HELD', amount: event.left };
    case 'DepositCalled':
      return { ...deposit, status: event.left.isZero() ? 'CALLED' : deposit.status, amount: event.left };
    case 'DepositMovedToBudget':
      return { ...deposit, status: 'TO_BUDGET', amount: Money.ZERO };
  }
}

function open({ fulfilledOn, securedObligation }: Deposit, on: CivilDate): Reason | undefined {
  return when(fulfilledOn === undefined || fulfilledOn > on, reasons.GUARANTEE_OBLIGATION_OPEN, {
    parameters: { obligation: securedObligation },
  });
}

function unfit({ status }: Deposit, ...fit: readonly DepositStatus[]): Reason | undefined {
  return unfitStatus(reasons.DEPOSIT_STATE_UNFIT, status, ...fit);
}
