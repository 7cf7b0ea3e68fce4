/** What of a debt a security is called for: the duties and taxes that it secures, with their interest (art. 146.4, 151.1). */
import { Money } from '@shekara/kernel';
import type { DebtOfKind } from '../../debt-notice/notice-content.js';
import type { PaymentKind } from '../../payment-kind.js';

/** What a reservation secures of a kind. */
export interface SecuredKind {
  readonly kind: PaymentKind;
  readonly amount: Money;
}

/**
 * The part of each kind that the reservation secures; interest in the same share, rounded. Charges and whatever else was not
 * secured are left to collection (R-GUA-039).
 */
export function calledSums(
  debts: readonly DebtOfKind[],
  secured: readonly SecuredKind[],
): readonly DebtOfKind[] {
  return debts.flatMap(({ kind, principal, penaltyInterest }) => {
    const covered = Money.sum(secured.filter((one) => one.kind === kind).map(({ amount }) => amount));
    if (!covered.isPositive()) return [];
    if (principal.compare(covered) <= 0) return [{ kind, principal, penaltyInterest }];
    const share = penaltyInterest.toExact().times(covered.toExact()).dividedBy(principal.toExact());
    return [{ kind, principal: covered, penaltyInterest: Money.round(share) }];
  });
}
