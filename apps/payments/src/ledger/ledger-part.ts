/** In how many parts an account is kept. Every payer posts to the budget's accounts; parts keep them from queueing. */
import type { Account } from './account.js';

/** Parts of each account that belongs to no payer; the migration makes their rows. */
const PARTS = 16;

/**
 * The part of an account that an entry posts to: a payer's account has one; of the others the document decides, so that
 * what a document adds to a part is taken from the same part again and none falls below zero.
 */
export function partOf(account: Account, document: string): number {
  if ('payer' in account) return 0;
  let sum = 0;
  for (const sign of document) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 65_521;
  return sum % PARTS;
}
