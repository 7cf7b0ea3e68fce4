/** Postings of money: received, pending, booked by the Treasury, unmatched, allocated (art. 138.3 to 138.9). */
import { art, type Money } from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';
import type { MoneyPurpose } from '../payment-kind.js';
import type { Account, PayerAtBody } from './account.js';
import { type EntryFacts, JournalEntry } from './journal-entry.js';

export interface MoneyOfPayer {
  readonly owner: PayerAtBody;
  readonly purpose: MoneyPurpose;
  readonly amount: Money;
  /** Bank id and reference. */
  readonly document: string;
  readonly valueDate: CivilDate;
}

export type UnmatchedMoney = Pick<MoneyOfPayer, 'amount' | 'document' | 'valueDate'>;

const BANK_CLEARING: Account = { type: 'BANK_CLEARING' };
const UNIDENTIFIED_MONEY: Account = { type: 'UNIDENTIFIED_MONEY' };

function advanceMoney({ owner, purpose }: MoneyOfPayer): Account {
  return { type: 'ADVANCE_MONEY', ...owner, purpose };
}

function pendingMoney({ owner, purpose }: MoneyOfPayer): Account {
  return { type: 'PENDING_TREASURY', ...owner, purpose };
}

/** Debit one account, credit another with the same amount. */
export function transfer(facts: EntryFacts, debit: Account, credit: Account, amount: Money): JournalEntry {
  return new JournalEntry(facts, [
    { account: debit, amount },
    { account: credit, amount: amount.negated() },
  ]);
}

/** Money that an on-site receipt confirms at once (R-PAY-102). */
export function moneyConfirmed(money: MoneyOfPayer): JournalEntry {
  const facts = { type: 'MONEY_CONFIRMED' as const, ground: art(138, 9), ...documentOf(money) };
  return transfer(facts, BANK_CLEARING, advanceMoney(money), money.amount);
}

/** Money of an ordinary bank message: shown, but not usable before the Treasury's report (R-PAY-101). */
export function moneyPending(money: MoneyOfPayer): JournalEntry {
  const facts = { type: 'MONEY_PENDING' as const, ground: art(138, 9), ...documentOf(money) };
  return transfer(facts, BANK_CLEARING, pendingMoney(money), money.amount);
}

/** The Treasury's daily report names money that was pending: it becomes the payer's confirmed money. */
export function moneyBookedByTreasury(money: MoneyOfPayer): JournalEntry {
  const facts = { type: 'MONEY_BOOKED_BY_TREASURY' as const, ground: art(138, 9), ...documentOf(money) };
  return transfer(facts, pendingMoney(money), advanceMoney(money), money.amount);
}

/** Money that names no known payer or a wrong code: kept apart, never rejected (R-PAY-106). */
export function moneyUnmatched(money: UnmatchedMoney): JournalEntry {
  const facts = { type: 'MONEY_UNMATCHED' as const, ground: art(153, 2), ...documentOf(money) };
  return transfer(facts, BANK_CLEARING, UNIDENTIFIED_MONEY, money.amount);
}

/**
 * An officer allocates unidentified money to a payer (queue Q-PAY-01). Allocated money is usable only when the
 * Treasury has confirmed it; otherwise it joins the payer's pending money.
 */
export function moneyAllocated(money: MoneyOfPayer, confirmed: boolean): JournalEntry {
  const facts = { type: 'MONEY_ALLOCATED' as const, ground: art(138, 9), ...documentOf(money) };
  return transfer(
    facts,
    UNIDENTIFIED_MONEY,
    confirmed ? advanceMoney(money) : pendingMoney(money),
    money.amount,
  );
}

function documentOf({ document, valueDate }: UnmatchedMoney): Pick<EntryFacts, 'document' | 'valueDate'> {
  return { document, valueDate };
}
