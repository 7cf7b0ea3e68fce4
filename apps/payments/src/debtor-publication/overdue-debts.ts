/** The debts of a payer as the public list counts them: penalty interest goes with the sum on which it runs (art. 170.1). */
import { type CivilDate, plusDays } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import { unpaidOn } from '../certificates/arrears.js';
import type { SumAtBody } from '../certificates/sums-fallen-due.js';
import type { OverdueDebt } from './debtor-publication.js';

/** A debt arises on the day after the last day to pay (art. 157.1); interest left alone arises on its own. */
export function overdueDebts(
  payer: string,
  sums: readonly SumAtBody[],
  on: CivilDate,
): readonly OverdueDebt[] {
  const unpaid = sums
    .map((sum) => ({ ...sum, unpaid: unpaidOn(sum, on) }))
    .filter((sum) => sum.unpaid.isPositive());
  return [...Map.groupBy(unpaid, ({ customsBody, of }) => `${customsBody} ${of}`).values()].flatMap(
    (ofKind) => {
      const sorted = [...ofKind].sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
      const principal = sorted.filter(({ kind }) => kind !== 'PENALTY_INTEREST');
      const interest = sorted.filter(({ kind }) => kind === 'PENALTY_INTEREST');
      const carriers = principal.length > 0 ? principal : interest;
      const carried = principal.length > 0 ? Money.sum(interest.map((sum) => sum.unpaid)) : Money.ZERO;
      return carriers.map(({ dueOn, unpaid: left }, index) => ({
        payer,
        aroseOn: plusDays(dueOn, 1),
        unpaid: index === 0 ? left.plus(carried) : left,
      }));
    },
  );
}
