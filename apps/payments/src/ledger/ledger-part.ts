/** In how many parts an account is kept. Every payer posts to the budget's accounts; parts keep them from queueing. */
import type { Account, AccountType } from './account.js';

/** Parts of each account that belongs to no payer; migrations make their rows. */
const PARTS = 16;
/** Parts of accounts that any document may move either way: there the whole account counts, not its part. */
export const PARTS_OF_TWO_SIDED = 128;
const TWO_SIDED: ReadonlySet<AccountType> = new Set<AccountType>([
  'BANK_CLEARING',
  'DEPOSIT_CLEARING',
  'BUDGET_INCOME',
  'INTEREST_INCOME',
]);

/**
 * The part of an account that an entry posts to: a payer's account has one; a two-sided account's is the transaction's turn;
 * of the others the document decides, so that what a document adds to a part is taken from the same part again and none
 * falls below zero.
 */
export function partOf(account: Account, document: string, turn: number): number {
  if ('payer' in account) return 0;
  if (TWO_SIDED.has(account.type)) return turn % PARTS_OF_TWO_SIDED;
  let sum = 0;
  for (const sign of document) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 65_521;
  return sum % PARTS;
}

/** Transactions take turns, so that those at the same time post to different parts; a transaction keeps its turn. */
export class Turns {
  private readonly taken = new WeakMap<object, number>();
  /** @param next where to begin: replicas begin anywhere. */
  constructor(private next: number) {}

  of(transaction: object): number {
    const known = this.taken.get(transaction);
    if (known !== undefined) return known;
    const turn = this.next;
    this.next = (turn + 1) % PARTS_OF_TWO_SIDED;
    this.taken.set(transaction, turn);
    return turn;
  }
}
