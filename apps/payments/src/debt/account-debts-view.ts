/** The late sums of an account as people read them: each figure of the interest with its days, rate and multiplier. */
import type { PayerAtBody } from '../ledger/account.js';
import type { AccruedInterest, InterestOfAccount } from '../penalty-interest/late-sums.js';

export function accountView(
  { payer, customsBody }: PayerAtBody,
  { until, sums, interest }: InterestOfAccount,
  accrued: readonly AccruedInterest[],
) {
  return {
    payer,
    customsBody,
    until,
    sums: sums.map(
      ({ id, kind, document, origin, trigger, caseId, arisenOn, dueOn, amount, unpaid, lowered }) => ({
        ...{ id, kind, document, origin, trigger, caseId, arisenOn, dueOn, amount, unpaid },
        settled: lowered.map(({ on, amount: settled, by }) => ({ on, by, amount: settled })),
      }),
    ),
    interest: interest.map(({ kind, amount, periods }) => ({
      kind,
      amount,
      posted: accrued.find((one) => one.kind === kind)?.accrued.toString() ?? '0.00',
      postedUntil: accrued.find((one) => one.kind === kind)?.until ?? null,
      days: periods.map(({ first, last, days, sum, refinancingPercent, multiplier, daysOfYear }) => ({
        ...{ first, last, days, sum, daysOfYear },
        refinancingPercent: refinancingPercent.toString(),
        multiplier: multiplier.toString(),
      })),
    })),
  };
}
