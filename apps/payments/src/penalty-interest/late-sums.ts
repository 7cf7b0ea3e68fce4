/** Sums of a payer's account that fell due, what settled them since, and the interest on what is left (art. 158). */
import type { CivilDate } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { EntryType } from '../ledger/journal-entry.js';
import type { Trigger } from '../obligation/trigger-matrix.js';
import type { PaymentKind } from '../payment-kind.js';
import type { InterestStandstill, OverdueSum, PenaltyInterest, SumLowered } from './penalty-interest.js';

/** A sum of one kind that one document made payable, at one customs body. */
export interface LateSum {
  readonly kind: PaymentKind;
  /** Number of the declaration, notice or decision. */
  readonly document: string;
  readonly amount: Money;
  readonly dueOn: CivilDate;
}

/** A posting that settled a part of what the payer owes of a kind. */
export interface Settlement {
  /** Id of the entry; ids are in the order of posting. */
  readonly entry: string;
  readonly kind: PaymentKind;
  readonly type: EntryType;
  readonly document: string;
  readonly amount: Money;
  /** Debit, deposit or terminal date of the money; of an overpayment the date of its payment document. */
  readonly valueDate: CivilDate;
  readonly postedOn: CivilDate;
  /** What the money that paid was sent for. */
  readonly paidFrom: string;
}

/** A late sum with what lowered it since. */
export interface RunningSum extends LateSum {
  readonly unpaid: Money;
  readonly lowered: readonly SumLowered[];
}

/** DECLARATION: its liability still waits for cover and takes the money itself. CUSTOMS: a debt on the account. */
export type LateSumOrigin = 'DECLARATION' | 'CUSTOMS';

export interface KeptLateSum extends LateSum {
  readonly id: string;
  readonly origin: LateSumOrigin;
  /** Row of the trigger matrix; unknown for a debt that a notice put on the account. */
  readonly trigger: Trigger | null;
  readonly arisenOn: CivilDate;
  readonly caseId: string;
  /** No entry before this one settled it. */
  readonly sinceEntry: string;
  /** The day on which it became a debt and others were told (art. 157.1). */
  readonly aroseOn: CivilDate | null;
  /** Whether an officer is asked for its notice, or need not be asked any more (art. 159.2). */
  readonly notice: 'ASKED' | 'CLOSED' | null;
}

export interface SumToKeep extends Omit<KeptLateSum, 'id' | 'sinceEntry' | 'aroseOn' | 'notice'> {
  /** Whoever enters it sees to its notice. */
  readonly noticeSeenTo?: boolean;
}

/** Interest on a kind as it stands in the ledger. */
export interface AccruedInterest {
  readonly kind: PaymentKind;
  readonly accrued: Money;
  readonly until: CivilDate;
}

/** The late sums of an account and their interest up to a day, that day included. */
export interface InterestOfAccount {
  readonly until: CivilDate;
  readonly sums: readonly (KeptLateSum & RunningSum)[];
  readonly interest: readonly PenaltyInterest[];
}

/** The entries after which less is owed; a security that covers a debt pays nothing (R-PAY-127). */
export const SETTLING_ENTRIES = [
  'DEBT_PAID',
  'COLLECTED',
  'OFFSET',
  'DEPOSIT_OFFSET',
  'DEBT_WRITTEN_OFF',
  'COVERED_FROM_MONEY',
  'SECURED_DEBT_PAID',
  'SMALL_REMAINDER_ENDED',
] as const satisfies readonly EntryType[];

/** Entries of one document's own cover: they settle the sum of that document and no other. */
const OF_ITS_DOCUMENT: ReadonlySet<EntryType> = new Set<EntryType>([
  'COVERED_FROM_MONEY',
  'SECURED_DEBT_PAID',
  'SMALL_REMAINDER_ENDED',
]);

/**
 * Which sums the settlements lowered: the sum of the document they name, else the oldest of the kind first (art. 158.6).
 * Settlements are taken in the order given, that of their posting. What was paid before a sum fell due is not in its amount.
 */
export function runningSums(
  sums: readonly (LateSum & Pick<KeptLateSum, 'sinceEntry'>)[],
  settlements: readonly Settlement[],
): readonly RunningSum[] {
  const oldestFirst = [...sums].sort((one, other) => one.dueOn.localeCompare(other.dueOn));
  const running = oldestFirst.map((sum) => ({
    ...sum,
    unpaid: sum.amount,
    lowered: [] as SumLowered[],
  }));
  for (const settlement of settlements) {
    const { kind, document, type } = settlement;
    const ofKind = running.filter((sum) => sum.kind === kind && sum.sinceEntry <= settlement.entry);
    const named = ofKind.filter((sum) => sum.document === document);
    const others = ofKind.filter((sum) => sum.document !== document);
    let rest = settlement.amount;
    for (const sum of OF_ITS_DOCUMENT.has(type) ? named : [...named, ...others]) {
      const amount = rest.min(sum.unpaid);
      if (!amount.isPositive()) continue;
      rest = rest.minus(amount);
      sum.unpaid = sum.unpaid.minus(amount);
      sum.lowered.push({ ...loweringBy(settlement), amount, kind });
    }
  }
  return running;
}

/**
 * How a settlement lowers the sum: an overpayment of the same kind from the day of its payment document (art. 158.8), money
 * from the day after its bank date (art. 158.7). Cover of a declaration counts on the day it was taken.
 */
function loweringBy({
  type,
  kind,
  paidFrom,
  valueDate,
  postedOn,
}: Settlement): Pick<SumLowered, 'by' | 'on'> {
  if (type === 'OFFSET' && paidFrom === kind) return { by: 'SAME_KIND_OVERPAYMENT', on: valueDate };
  return { by: 'REPAID_PART', on: type === 'COVERED_FROM_MONEY' ? postedOn : valueDate };
}

/** The running sums as the formula takes them; what stands still for the payer stands still for each (art. 158.3, 158.4). */
export function overdueOf(
  running: readonly RunningSum[],
  standstills: readonly InterestStandstill[],
): readonly OverdueSum[] {
  return running.map(({ kind, amount, dueOn, lowered }) => ({
    kind,
    principal: amount,
    dueOn,
    lowered,
    standstills,
  }));
}

/** What is left unpaid of a kind. */
export function unpaidOf(running: readonly RunningSum[], kind: PaymentKind): Money {
  return Money.sum(running.filter((sum) => sum.kind === kind).map(({ unpaid }) => unpaid));
}
