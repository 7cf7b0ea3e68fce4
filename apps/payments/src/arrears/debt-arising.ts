/** When a sum that is due becomes a debt, and for which debts an officer is asked to issue a notice (art. 157.1, 159.2; L1, L3). */
import type { CivilDate } from '@shekara/calendar';
import { type Exact, Money } from '@shekara/kernel';
import { isSmallRemainder } from '../calculation/small-amounts.js';
import { isCharge } from '../payment-kind.js';
import type { KeptLateSum, RunningSum } from '../penalty-interest/late-sums.js';

/** A late sum with what is left of it. */
export type SumOnAccount = KeptLateSum & RunningSum;

/**
 * The sums that became debts and were not told of before: the due day has passed and they are not paid (art. 157.1). Duties and
 * taxes of one document that are at most EUR 5 together end instead and become no debt (art. 129.2(4)); charges never do.
 * `limitOn` gives EUR 5 in KZT on the day on which an obligation arose.
 */
export function debtsArisen(
  sums: readonly SumOnAccount[],
  today: CivilDate,
  limitOn: (arisenOn: CivilDate) => Exact,
): readonly SumOnAccount[] {
  return [...byDocument(sums).values()].flatMap((ofDocument) => {
    const unpaid = ofDocument.filter((sum) => sum.unpaid.isPositive());
    const dutiesAndTaxes = unpaid.filter(({ kind }) => !isCharge(kind));
    const [first] = dutiesAndTaxes;
    const together = Money.sum(dutiesAndTaxes.map((sum) => sum.unpaid));
    const ends = first !== undefined && isSmallRemainder(together, limitOn(first.arisenOn));
    return unpaid.filter(
      ({ kind, dueOn, aroseOn }) => dueOn < today && aroseOn === null && (!ends || isCharge(kind)),
    );
  });
}

/** The debts of one document, for which there is to be one notice. */
export interface DebtsOfDocument {
  /** The id under which an officer is asked: that of the document's first sum. */
  readonly subjectId: string;
  readonly document: string;
  readonly caseId: string;
  readonly sums: readonly SumOnAccount[];
  readonly unpaid: Money;
}

/**
 * Debts of which the account shows nobody who makes a notice yet (L3: debt found on the account). What waits for the cover of
 * its declaration is looked at there first.
 */
export function noticesToAsk(sums: readonly SumOnAccount[]): readonly DebtsOfDocument[] {
  return documentsOf(
    sums,
    ({ aroseOn, notice, origin, unpaid }) =>
      aroseOn !== null && notice === null && origin === 'CUSTOMS' && unpaid.isPositive(),
  );
}

/** Documents for which a notice is asked. */
export function noticesAsked(sums: readonly SumOnAccount[]): readonly DebtsOfDocument[] {
  return documentsOf(sums, ({ notice }) => notice === 'ASKED');
}

function documentsOf(
  sums: readonly SumOnAccount[],
  concerns: (sum: SumOnAccount) => boolean,
): readonly DebtsOfDocument[] {
  return [...byDocument(sums)].flatMap(([document, ofDocument]) => {
    const concerned = ofDocument.filter(concerns);
    const [first] = [...ofDocument].sort((one, other) => (one.id < other.id ? -1 : 1));
    if (!first || concerned.length === 0) return [];
    const unpaid = Money.sum(ofDocument.map((sum) => sum.unpaid));
    return [{ subjectId: first.id, document, caseId: first.caseId, sums: concerned, unpaid }];
  });
}

function byDocument(sums: readonly SumOnAccount[]): ReadonlyMap<string, readonly SumOnAccount[]> {
  return Map.groupBy(sums, ({ document }) => document);
}
