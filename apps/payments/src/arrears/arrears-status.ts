/** Whether a payer has arrears, over all customs bodies (art. 34(5), 40.1(3), 47.1(3), 54(3), 62(3), 293.11(2)). */
import type { CivilDate } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import { ARREARS_GROUP_OF, ARREARS_GROUPS, type ArrearsGroup } from '../certificates/arrears.js';
import type { LateSum, RunningSum } from '../penalty-interest/late-sums.js';

/** What is late of each kind; a kind of which nothing is late has no entry. */
export type ArrearsByKind = ReadonlyMap<ArrearsGroup, Money>;

/** The arrears of a payer at each customs body; a body without arrears has no entry. */
export type ArrearsByBody = ReadonlyMap<string, ArrearsByKind>;

/** A debt, interest or penalty interest opened or closed for the payer. */
export interface ArrearsChange {
  readonly opened: readonly ArrearsGroup[];
  readonly closed: readonly ArrearsGroup[];
  /** What is late now, over all bodies. */
  readonly arrears: ArrearsByKind;
}

/** The arrears of one account on a day: sums whose due day passed, and the penalty interest owed (R-PAY-124). */
export function arrearsOfAccount(
  sums: readonly (Pick<LateSum, 'kind' | 'dueOn'> & Pick<RunningSum, 'unpaid'>)[],
  interestOwed: Money,
  on: CivilDate,
): ArrearsByKind {
  const late = sums.filter(({ dueOn }) => dueOn < on);
  return positive(
    ARREARS_GROUPS.map((group) => [
      group,
      group === 'PENALTY_INTEREST'
        ? interestOwed
        : Money.sum(late.filter(({ kind }) => ARREARS_GROUP_OF[kind] === group).map(({ unpaid }) => unpaid)),
    ]),
  );
}

/** The arrears of the payer with what one account shows now. */
export function withAccount(before: ArrearsByBody, customsBody: string, now: ArrearsByKind): ArrearsByBody {
  const bodies = new Map(before);
  if (now.size === 0) bodies.delete(customsBody);
  else bodies.set(customsBody, now);
  return bodies;
}

/**
 * What opens or closes for the payer between two states. A kind that is late at two customs bodies opens once and closes when
 * nothing of it is late anywhere. Undefined where only amounts changed.
 */
export function arrearsChange(before: ArrearsByBody, now: ArrearsByBody): ArrearsChange | undefined {
  const [had, has] = [overAllBodies(before), overAllBodies(now)];
  const opened = ARREARS_GROUPS.filter((group) => has.has(group) && !had.has(group));
  const closed = ARREARS_GROUPS.filter((group) => had.has(group) && !has.has(group));
  return opened.length + closed.length > 0 ? { opened, closed, arrears: has } : undefined;
}

/** Whether two states say the same, amounts too. */
export function sameArrears(one: ArrearsByKind, other: ArrearsByKind): boolean {
  return (
    one.size === other.size && [...one].every(([group, amount]) => other.get(group)?.compare(amount) === 0)
  );
}

function overAllBodies(bodies: ArrearsByBody): ArrearsByKind {
  return positive(
    ARREARS_GROUPS.map((group) => [
      group,
      Money.sum([...bodies.values()].map((kinds) => kinds.get(group) ?? Money.ZERO)),
    ]),
  );
}

function positive(entries: readonly (readonly [ArrearsGroup, Money])[]): ArrearsByKind {
  return new Map(entries.filter(([, amount]) => amount.isPositive()));
}
