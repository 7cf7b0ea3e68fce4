/** The arrears check (art. 34(5), 40.1(3), 47.1(3), 54(3), 62(3), 293.11(2); Code 2017 art. 201(4)): present or clear, by kind. */
import type { CivilDate } from '@shekara/calendar';
import { decide, type Decision, Money, reason, type Regime } from '@shekara/kernel';
import type { PaymentKind } from '../payment-kind.js';
import { certificateReasons as reasons } from './certificate-reasons.js';

export const ARREARS_GROUPS = [
  'DUTIES',
  'TAXES',
  'TRADE_REMEDY_DUTIES',
  'CHARGES',
  'INTEREST',
  'PENALTY_INTEREST',
] as const;
export type ArrearsGroup = (typeof ARREARS_GROUPS)[number];

/** The group in which a kind of payment is answered (R-PAY-124). */
export const ARREARS_GROUP_OF = {
  IMPORT_DUTY: 'DUTIES',
  EXPORT_DUTY: 'DUTIES',
  SPECIAL_DUTY: 'TRADE_REMEDY_DUTIES',
  ANTI_DUMPING_DUTY: 'TRADE_REMEDY_DUTIES',
  COUNTERVAILING_DUTY: 'TRADE_REMEDY_DUTIES',
  IMPORT_EXCISE: 'TAXES',
  IMPORT_VAT: 'TAXES',
  CHARGE_DECLARATION: 'CHARGES',
  CHARGE_ESCORT: 'CHARGES',
  CHARGE_PRELIMINARY_DECISION: 'CHARGES',
  AGGREGATE_PAYMENT: 'DUTIES',
  UNIFORM_RATE_PAYMENT: 'DUTIES',
  INTEREST: 'INTEREST',
  PENALTY_INTEREST: 'PENALTY_INTEREST',
} as const satisfies Record<PaymentKind | 'INTEREST' | 'PENALTY_INTEREST', ArrearsGroup>;

/** A sum that fell due, with what settled it and when. */
export interface SumFallenDue {
  readonly kind: keyof typeof ARREARS_GROUP_OF;
  /** Last day to pay: arrears begin on the day after it. Of penalty interest: the day for which it accrued. */
  readonly dueOn: CivilDate;
  readonly amount: Money;
  readonly settled: readonly { readonly on: CivilDate; readonly amount: Money }[];
}

export interface ArrearsClear {
  readonly type: 'ArrearsClear';
  readonly on: CivilDate;
}

/** Clear, or ARREARS_PRESENT once for each group with the sum unpaid at the end of the day asked about (R-PAY-124). */
export function checkArrears(
  sums: readonly SumFallenDue[],
  on: CivilDate,
  regime: Regime,
): Decision<ArrearsClear> {
  const unpaid = ARREARS_GROUPS.map((group) => ({
    group,
    amount: Money.sum(
      sums.filter(({ kind }) => ARREARS_GROUP_OF[kind] === group).map((sum) => unpaidOn(sum, on)),
    ),
  }));
  return decide<ArrearsClear>(
    unpaid
      .filter(({ amount }) => amount.isPositive())
      .map(({ group, amount }) =>
        reason(reasons.ARREARS_PRESENT, { regime, parameters: { group, amount: amount.toString(), on } }),
      ),
    () => [{ type: 'ArrearsClear', on }],
  );
}

/** What is late of a sum at the end of a day; never below zero, so that one overpaid sum does not hide another. */
export function unpaidOn({ dueOn, amount, settled }: SumFallenDue, on: CivilDate): Money {
  if (dueOn >= on) return Money.ZERO;
  const paid = Money.sum(
    settled.filter((settlement) => settlement.on <= on).map((settlement) => settlement.amount),
  );
  const left = amount.minus(paid);
  return left.isNegative() ? Money.ZERO : left;
}
