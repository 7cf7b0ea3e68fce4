/** Penalty interest as a notice shows it: by kind, and the table of its calculation (art. 159.4(6), 159.4(9)). */
import type { CivilDate } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import {
  type OverdueSum,
  penaltyInterest,
  type PenaltyInterest,
  type PenaltyInterestRates,
} from '../penalty-interest/penalty-interest.js';
import type { DebtFound } from './debt-notice.js';
import type { DebtOfKind } from './notice-content.js';

/** A sum of a notice: `principal` and `lowered` are there when the account shows how the unpaid part came to be. */
export type NoticeSum = DebtFound & { readonly principal?: Money } & Pick<
    OverdueSum,
    'lowered' | 'standstills'
  >;

function interestOf(
  debts: readonly NoticeSum[],
  until: CivilDate,
  rates: PenaltyInterestRates,
): readonly PenaltyInterest[] {
  const overdue = debts.map(({ kind, unpaid, dueOn, principal = unpaid, lowered, standstills }) => ({
    ...{ kind, principal, dueOn, lowered, standstills },
  }));
  return penaltyInterest(overdue, until, rates);
}

/** Principal and penalty interest of each kind on a day, in KZT. */
export function debtsWithInterest(
  debts: readonly NoticeSum[],
  until: CivilDate,
  rates: PenaltyInterestRates,
): readonly DebtOfKind[] {
  return interestOf(debts, until, rates).map(({ kind, amount }) => ({
    kind,
    principal: Money.sum(debts.filter((debt) => debt.kind === kind).map(({ unpaid }) => unpaid)),
    penaltyInterest: amount,
  }));
}

/** One line for each sub-period: sum, rate, multiplier, days; how the figure of the notice was found. */
export function interestTable(
  debts: readonly NoticeSum[],
  until: CivilDate,
  rates: PenaltyInterestRates,
): string {
  const lines = interestOf(debts, until, rates).flatMap(({ kind, periods, amount }) => [
    ...periods.map(
      ({ first, last, days, sum, refinancingPercent, multiplier, daysOfYear }) =>
        `${kind} ${first} - ${last}: ${sum.toString()} x ${refinancingPercent.toString()} % x ${multiplier.toString()} / ${daysOfYear} x ${days}`,
    ),
    `${kind}: ${amount.toString()}`,
  ]);
  return lines.join('\n');
}
