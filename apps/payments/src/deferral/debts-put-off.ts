/** Which late sums a granted deferral puts off, and by how much (art. 133, 136.1, 158.2). */
import type { Money } from '@shekara/kernel';
import type { KeptLateSum, RunningSum } from '../penalty-interest/late-sums.js';

export interface SumPutOff {
  /** The late sum. */
  readonly id: string;
  readonly amount: Money;
}

/** A part of deferred duty, by the document that it is owed by. */
export interface DutyOfDocument {
  readonly document: string;
  readonly amount: Money;
}

type SumOnAccount = Pick<KeptLateSum, 'id' | 'kind' | 'document'> & Pick<RunningSum, 'unpaid'>;

/** Import duty alone is deferred: that of the declaration, and the debts on the account that the application names. */
export function isDeferrable(
  { id, kind, document }: SumOnAccount,
  declarationNumber: string,
  debtIds: readonly string[],
): boolean {
  return kind === 'IMPORT_DUTY' && (document === declarationNumber || debtIds.includes(id));
}

/**
 * The duty of a deferral, taken from what is unpaid of the sums in their order: so much of each is late no longer and carries
 * no penalty interest before the new day (L1 RESCHEDULED; R-PAY-092). What is above the sums had not fallen due at all.
 */
export function sumsPutOff(sums: readonly SumOnAccount[], duty: Money): readonly SumPutOff[] {
  let left = duty;
  return sums
    .map(({ id, unpaid }) => {
      const amount = unpaid.min(left);
      left = left.minus(amount);
      return { id, amount };
    })
    .filter(({ amount }) => amount.isPositive());
}

/**
 * What is unpaid of a deferral, by document (art. 136.2): debts of other documents that it put off stay debts of those; the rest
 * is the declaration's. Parts that were paid count for the declaration's duty first.
 */
export function restByDocument(
  outstanding: Money,
  declarationNumber: string,
  putOff: readonly DutyOfDocument[],
): readonly DutyOfDocument[] {
  let left = outstanding;
  const ofOthers = putOff
    .filter(({ document }) => document !== declarationNumber)
    .map(({ document, amount }) => {
      const rest = amount.min(left);
      left = left.minus(rest);
      return { document, amount: rest };
    });
  return [...ofOthers, { document: declarationNumber, amount: left }].filter(({ amount }) =>
    amount.isPositive(),
  );
}
