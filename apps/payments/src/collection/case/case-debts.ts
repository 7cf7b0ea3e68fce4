/** What a case still owes by kind, principal and penalty interest apart: each has a budget code of its own (R-PAY-003). */
import { type Decision, decide, Money, when } from '@shekara/kernel';
import type { DebtOfKind } from '../../debt-notice/notice-content.js';
import { DEBT_PARTS, type DebtPart } from '../../offset/offset.js';
import { type PayableKind, type PaymentKind, penaltyInterestOn } from '../../payment-kind.js';
import { collectionReasons as reasons } from './collection-reasons.js';

/** One kind's principal or penalty interest, and what of it an act settles. */
export interface SettledPart {
  readonly kind: PaymentKind;
  readonly part: DebtPart;
  readonly amount: Money;
}

/** The budget code's name of a part. */
export function payableOf({ kind, part }: Pick<SettledPart, 'kind' | 'part'>): PayableKind {
  return part === 'PRINCIPAL' ? kind : penaltyInterestOn(kind);
}

/** Every part that is owed, in the order of crediting: principal of each kind, then penalty interest of each kind. */
export function partsOf(debts: readonly DebtOfKind[]): readonly SettledPart[] {
  return DEBT_PARTS.flatMap((part) =>
    debts.map(({ kind, principal, penaltyInterest }) => ({
      kind,
      part,
      amount: part === 'PRINCIPAL' ? principal : penaltyInterest,
    })),
  ).filter(({ amount }) => amount.isPositive());
}

export function totalOf(debts: readonly DebtOfKind[]): Money {
  return Money.sum(debts.flatMap(({ principal, penaltyInterest }) => [principal, penaltyInterest]));
}

/** What is owed under one budget code. */
export function owedFor(debts: readonly DebtOfKind[], payable: PayableKind): Money {
  return Money.sum(
    partsOf(debts)
      .filter((part) => payableOf(part) === payable)
      .map(({ amount }) => amount),
  );
}

/** Which parts an amount settles, in the order of crediting; at most what is owed. `only` names one budget code. */
export function settledBy(
  debts: readonly DebtOfKind[],
  amount: Money,
  only?: PayableKind,
): readonly SettledPart[] {
  let left = amount;
  return partsOf(debts)
    .filter((part) => only === undefined || payableOf(part) === only)
    .map((part) => {
      const settled = part.amount.min(left);
      left = left.minus(settled);
      return { ...part, amount: settled };
    })
    .filter((part) => part.amount.isPositive());
}

/** The debts after parts of them were settled. */
export function lessSettled(
  debts: readonly DebtOfKind[],
  settled: readonly SettledPart[],
): readonly DebtOfKind[] {
  const gone = (kind: PaymentKind, part: DebtPart) =>
    Money.sum(settled.filter((one) => one.kind === kind && one.part === part).map(({ amount }) => amount));
  return debts.map(({ kind, principal, penaltyInterest }) => ({
    kind,
    principal: principal.minus(gone(kind, 'PRINCIPAL')),
    penaltyInterest: penaltyInterest.minus(gone(kind, 'PENALTY_INTEREST')),
  }));
}

export interface OwedForKind {
  readonly type: 'OwedForKind';
}

/** Refuses COLLECTION_ABOVE_DEBT for more than the case owes under the budget code (art. 157.2; R-PAY-001). */
export function checkOwedFor(
  debts: readonly DebtOfKind[],
  payable: PayableKind,
  amount: Money,
): Decision<OwedForKind> {
  const owed = owedFor(debts, payable);
  return decide(
    [
      when(amount.compare(owed) > 0, reasons.COLLECTION_ABOVE_DEBT, {
        pointer: '/amount',
        parameters: { amount: amount.toString(), kind: payable, owed: owed.toString() },
      }),
    ],
    () => [{ type: 'OwedForKind' }],
  );
}
