/** A debt that customs enters on an account: found by control or set by a decision (art. 125.9, 131, 138.1, 141.5). */
import type { CivilDate, LegalCalendar } from '@shekara/calendar';
import { type Decision, decide, Money, type Reason, reason, when } from '@shekara/kernel';
import type { ADJUSTED_DECLARATION, PayerEntryReduction } from '../ledger/payer-entry.js';
import { bookedAt, type PaymentOrigin } from '../obligation/booking-body.js';
import {
  arisesOn,
  declarationChargeDueOn,
  type DueDate,
  dueDateOf,
  type ObligationFacts,
} from '../obligation/due-date.js';
import { isOver, type LimitationEnd } from '../obligation/limitation.js';
import { obligationReasons } from '../obligation/obligation-reasons.js';
import { type MatrixRow } from '../obligation/trigger-matrix.js';
import type { DueBranch } from '../obligation/trigger.js';
import { isCharge, type PaymentKind } from '../payment-kind.js';
import { customsDebtReasons as reasons } from './customs-debt-reasons.js';

/** What an entry of customs on an account comes from, and nothing else (art. 141.5; R-PAY-117). */
export const CUSTOMS_ENTRY_SOURCES = [
  'CUSTOMS_CONTROL',
  'APPEAL_DECISION',
  'COURT_DECISION',
  'SUPERVISORY_AUDIT',
  'PRELIMINARY_DECISION',
  'ESCORT_DECISION',
] as const;
export type CustomsEntrySource = (typeof CUSTOMS_ENTRY_SOURCES)[number];

/** A payer's own entry after release: the declaration as it adjusted it (art. 141.4, 289.2; R-PAY-116). */
export const DECLARATION_AMENDMENT = 'DECLARATION_AMENDMENT';

export interface SumOfKind {
  readonly kind: PaymentKind;
  readonly amount: Money;
}

/** What customs found: which row of the trigger matrix, its days, and the sums by kind. */
export interface DebtToEnter {
  readonly row: MatrixRow;
  readonly facts: ObligationFacts;
  readonly sums: readonly SumOfKind[];
  readonly origin: PaymentOrigin;
  /** The body whose account it is to be. */
  readonly customsBody: string;
}

export interface EnteredSum extends SumOfKind {
  readonly dueOn: CivilDate;
}

export interface DebtEntered {
  readonly type: 'DebtEntered';
  readonly arisenOn: CivilDate;
  readonly sums: readonly EnteredSum[];
}

/**
 * Enters a debt with the due day that its row of the matrix gives; penalty interest runs from the day after it (R-PAY-043,
 * R-PAY-062 to R-PAY-066). The declaration charge has days of its own (R-PAY-007, R-PAY-008). Refuses DEBT_BY_TREATY_RULES
 * (R-PAY-070), DEBT_DUE_DAY_UNKNOWN, DEBT_AT_OTHER_BODY (R-PAY-095, R-PAY-015) and LIMITATION_EXPIRED (R-PAY-075).
 */
export function enterDebt(
  debt: DebtToEnter,
  limitation: LimitationEnd,
  today: CivilDate,
  calendar: LegalCalendar,
): Decision<DebtEntered> {
  const due = dueDay(debt, calendar);
  const { row, facts, sums } = debt;
  return decide(
    [
      dueRefusal(due),
      bodyRefusal(debt),
      when(isOver(limitation, today), obligationReasons.LIMITATION_EXPIRED, {
        parameters: { act: 'CHARGE', on: today },
      }),
    ],
    () => {
      if (due.due !== 'ON') throw new Error(`${row.trigger} has no due day`);
      return [
        {
          type: 'DebtEntered',
          arisenOn: arisesOn(row, facts) ?? due.day,
          sums: sums.map((sum) => ({ ...sum, dueOn: chargeDueOn(sum.kind, facts) ?? due.day })),
        },
      ];
    },
  );
}

/** The matrix's due day; a cause that decides and is not named leaves it unknown. */
function dueDay({ row, facts }: DebtToEnter, calendar: LegalCalendar): DueDate {
  const due: readonly DueBranch[] = row.due;
  const decided = due.some(({ cause }) => cause === undefined || cause === facts.cause);
  return decided ? dueDateOf(row, facts, calendar) : { due: 'NOT_YET', waitsFor: [] };
}

function chargeDueOn(kind: PaymentKind, { days }: ObligationFacts): CivilDate | undefined {
  if (kind !== 'CHARGE_DECLARATION' || !isCharge(kind) || days.REGISTRATION === undefined) return undefined;
  return declarationChargeDueOn({
    breachOrMovementOn: days.MISUSE ?? days.CROSSING,
    declarationRegisteredOn: days.REGISTRATION,
  });
}

function dueRefusal(due: DueDate): Reason | undefined {
  if (due.due === 'ON') return undefined;
  if (due.due === 'TREATY_RULES') return reason(reasons.DEBT_BY_TREATY_RULES);
  const waitsFor = due.due === 'NOT_YET' ? due.waitsFor.join(', ') : '';
  return reason(reasons.DEBT_DUE_DAY_UNKNOWN, { pointer: '/days', parameters: { waitsFor } });
}

function bodyRefusal({ origin, customsBody }: DebtToEnter): Reason | undefined {
  const booked = bookedAt(origin);
  const goesTo = booked.at === 'CUSTOMS_BODY' ? booked.customsBody : booked.state;
  return when(goesTo !== customsBody, reasons.DEBT_AT_OTHER_BODY, { parameters: { goesTo } });
}

/** What is owed of a kind, and the confirmed money that may pay it. */
export interface DebtOfAccount {
  readonly principal: Money;
  readonly interest: Money;
  /** Money sent for the kind. */
  readonly ofKind: Money;
  /** Money sent for the penalty interest on the kind. */
  readonly ofInterest: Money;
  readonly advance: Money;
}

/** Which money pays: that sent for the kind, that sent for its penalty interest, or the advance. */
export const PAYING_MONEY = ['KIND', 'INTEREST', 'ADVANCE'] as const;
export type PayingMoney = (typeof PAYING_MONEY)[number];

export interface DebtPayment {
  readonly type: 'DebtPayment';
  readonly principal: Money;
  readonly interest: Money;
}

/**
 * Splits a payment. Money sent for the kind pays its principal, money sent for the interest the interest (art. 138.4); the
 * advance pays the principal first (order of crediting 3; art. 159.5). Refuses PAYMENT_ABOVE_WHAT_IS_OWED and
 * ACCOUNT_MONEY_SHORT. @throws RangeError for a sum that is not positive.
 */
export function payDebt(amount: Money, from: PayingMoney, debt: DebtOfAccount): Decision<DebtPayment> {
  if (!amount.isPositive()) throw new RangeError(`a payment of ${amount.toString()}`);
  const payable = {
    KIND: { owed: debt.principal, available: debt.ofKind },
    INTEREST: { owed: debt.interest, available: debt.ofInterest },
    ADVANCE: { owed: debt.principal.plus(debt.interest), available: debt.advance },
  }[from];
  return decide(
    [
      when(amount.compare(payable.owed) > 0, reasons.PAYMENT_ABOVE_WHAT_IS_OWED, {
        pointer: '/amount',
        parameters: { owed: payable.owed.toString() },
      }),
      when(amount.compare(payable.available) > 0, reasons.ACCOUNT_MONEY_SHORT, { pointer: '/from' }),
    ],
    () => {
      const principal = from === 'INTEREST' ? Money.ZERO : amount.min(debt.principal);
      return [{ type: 'DebtPayment', principal, interest: amount.minus(principal) }];
    },
  );
}

export interface DebtLowered {
  readonly type: 'DebtLowered';
  /** The part that the payer had paid: it becomes the payer's money again. */
  readonly paid: Money;
}

/** A debt to lower: whether it is the payer's own entry, and the ground that lets customs reduce one. */
export interface DebtToLower {
  readonly amount: Money;
  readonly unpaid: Money;
  readonly payersOwn: boolean;
  readonly ground?: PayerEntryReduction | typeof ADJUSTED_DECLARATION | undefined;
}

/**
 * A decision lowers a debt by an amount (art. 141.5, 182). Refuses DEBT_LOWERED_BELOW_ZERO, and PAYER_ENTRY_NOT_REDUCED for
 * what the payer declared itself without a ground of art. 141.4 (R-PAY-116).
 */
export function lowerDebt(amount: Money, debt: DebtToLower): Decision<DebtLowered> {
  return decide(
    [
      when(amount.compare(debt.amount) > 0, reasons.DEBT_LOWERED_BELOW_ZERO, { pointer: '/amount' }),
      when(debt.payersOwn && debt.ground === undefined, reasons.PAYER_ENTRY_NOT_REDUCED, {
        pointer: '/ground',
      }),
    ],
    () => [{ type: 'DebtLowered', paid: amount.minus(amount.min(debt.unpaid)) }],
  );
}
