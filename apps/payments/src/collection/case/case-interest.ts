/** Penalty interest that runs on what a case collects (art. 157.4, 158.2): one run a kind, rounded once (R-PAY-135). */
import type { CivilDate } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { DebtFound } from '../../debt-notice/debt-notice.js';
import type { DebtOfKind } from '../../debt-notice/notice-content.js';
import {
  type OverdueSum,
  penaltyInterest,
  type PenaltyInterestRates,
} from '../../penalty-interest/penalty-interest.js';
import type { PaymentKind } from '../../payment-kind.js';

/** Principal of a case that was settled, by kind, with the day from which interest knows of it (art. 158.6, 158.7). */
export interface PrincipalSettled {
  readonly kind: PaymentKind;
  readonly amount: Money;
  readonly on: CivilDate;
}

/** The notice's late sums of a kind, as far as the case collects them: the oldest first. */
export function overdueOf(found: readonly DebtFound[], debts: readonly DebtOfKind[]): readonly OverdueSum[] {
  const oldestFirst = [...found].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return debts.flatMap(({ kind, principal }) => {
    let left = principal;
    return oldestFirst
      .filter((sum) => sum.kind === kind)
      .map(({ unpaid, dueOn }) => {
        const share = unpaid.min(left);
        left = left.minus(share);
        return { kind, principal: share, dueOn };
      })
      .filter((sum) => sum.principal.isPositive());
  });
}

/**
 * Penalty interest by kind that ran after the day of the notice up to `today`, both taken of one run, so that the figure of
 * the notice and this one add up to what one rounding gives (R-PAY-135, R-PAY-152).
 */
export function interestSinceNotice(
  overdue: readonly OverdueSum[],
  settled: readonly PrincipalSettled[],
  noticeDate: CivilDate,
  today: CivilDate,
  rates: PenaltyInterestRates,
): ReadonlyMap<PaymentKind, Money> {
  const lowered = withSettled(overdue, settled);
  const inNotice = new Map(
    penaltyInterest(overdue, noticeDate, rates).map(({ kind, amount }) => [kind, amount]),
  );
  return new Map(
    penaltyInterest(lowered, today, rates).map(({ kind, amount }) => {
      const since = amount.minus(inNotice.get(kind) ?? Money.ZERO);
      return [kind, since.isNegative() ? Money.ZERO : since];
    }),
  );
}

/** Each settlement lowers the oldest sum of its kind that is left (art. 158.6). */
function withSettled(
  overdue: readonly OverdueSum[],
  settled: readonly PrincipalSettled[],
): readonly OverdueSum[] {
  const left = overdue.map(({ principal }) => principal);
  const lowered = overdue.map(() => [] as NonNullable<OverdueSum['lowered']>[number][]);
  for (const { kind, amount, on } of settled) {
    let rest = amount;
    overdue.forEach((sum, index) => {
      const part = rest.min(left[index] ?? Money.ZERO);
      if (sum.kind !== kind || !part.isPositive()) return;
      rest = rest.minus(part);
      left[index] = (left[index] ?? Money.ZERO).minus(part);
      lowered[index]?.push({ by: 'REPAID_PART', on, amount: part, kind });
    });
  }
  return overdue.map((sum, index) => ({ ...sum, lowered: lowered[index] ?? [] }));
}
