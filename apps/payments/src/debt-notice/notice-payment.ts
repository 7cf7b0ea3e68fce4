/** What penalty interest a payment of a notice leaves, and which part of it an additional notice claims (art. 159.5). */
import { Money } from '@shekara/kernel';
import { interestAfterNotice } from '../penalty-interest/penalty-interest.js';
import type { DebtOfKind } from './notice-content.js';

export interface InterestLeft {
  readonly left: Money;
  /** By kind, what ran after the sum shown and is not paid: the claim of the additional notice (R-PAY-152). */
  readonly toClaim: readonly DebtOfKind[];
}

/**
 * `shown`: the debts of the notice; `untilPayment`: the same kinds with interest up to the payment day included; `paid`: all
 * penalty interest paid. Money goes to the interest shown first, then kind by kind to what ran after it.
 */
export function interestLeft(
  shown: readonly DebtOfKind[],
  untilPayment: readonly DebtOfKind[],
  paid: Money,
): InterestLeft {
  const inNotice = Money.sum(shown.map(({ penaltyInterest }) => penaltyInterest));
  let beyond = above(paid, inNotice);
  const toClaim: DebtOfKind[] = [];
  for (const { kind, penaltyInterest } of untilPayment) {
    const inThisKind = shown.find((debt) => debt.kind === kind)?.penaltyInterest ?? Money.ZERO;
    const since = interestAfterNotice(penaltyInterest, inThisKind);
    const settled = since.min(beyond);
    beyond = beyond.minus(settled);
    const rest = since.minus(settled);
    if (rest.isPositive()) toClaim.push({ kind, principal: Money.ZERO, penaltyInterest: rest });
  }
  const since = Money.sum(toClaim.map(({ penaltyInterest }) => penaltyInterest));
  return { left: above(inNotice, paid).plus(since), toClaim };
}

/** How much the first exceeds the second; never below zero. */
export function above(first: Money, second: Money): Money {
  const rest = first.minus(second);
  return rest.isNegative() ? Money.ZERO : rest;
}
