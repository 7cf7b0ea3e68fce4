/** Postings of a money guarantee on the account of temporary allocation (art. 145, 156). */
import { art, type LegalRef, type Money } from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';
import type { Account, PayerAtBody } from './account.js';
import { type Debt, dueOf, factsOf, type PartOfDebt } from './debt-postings.js';
import { type EntryFacts, JournalEntry } from './journal-entry.js';
import { transfer } from './money-postings.js';

export interface Deposit {
  readonly owner: PayerAtBody;
  readonly amount: Money;
  /** The receipt or the decision. */
  readonly document: string;
  readonly valueDate: CivilDate;
}

const BANK_CLEARING: Account = { type: 'BANK_CLEARING' };
const DEPOSIT_CLEARING: Account = { type: 'DEPOSIT_CLEARING' };

function depositMoney(owner: PayerAtBody): Account {
  return { type: 'DEPOSIT_MONEY', ...owner };
}

function facts(type: EntryFacts['type'], ground: EntryFacts['ground'], deposit: Deposit): EntryFacts {
  return { type, ground, document: deposit.document, valueDate: deposit.valueDate };
}

/** Money came to the account of temporary allocation as security (art. 145.1). */
export function depositReceived(deposit: Deposit): JournalEntry {
  const entry = facts('DEPOSIT_RECEIVED', art(145, 1), deposit);
  return transfer(entry, DEPOSIT_CLEARING, depositMoney(deposit.owner), deposit.amount);
}

/** The obligation it secured has ended: the money leaves the account for the payer, or unclaimed for the budget (art. 156). */
export function depositReturned(deposit: Deposit, ground: LegalRef = art(156, 1)): JournalEntry {
  const entry = facts('DEPOSIT_RETURNED', ground, deposit);
  return transfer(entry, depositMoney(deposit.owner), DEPOSIT_CLEARING, deposit.amount);
}

/**
 * The deposit pays a debt, or its penalty interest: the money leaves the account of temporary allocation for the budget (art.
 * 145.3, 156.5). `holder`: the payer at the body that holds the deposit, when the debt stands at another one.
 */
export function depositOffset(debt: PartOfDebt, holder: PayerAtBody = debt.owner): JournalEntry {
  const { amount } = debt;
  return new JournalEntry(factsOf('DEPOSIT_OFFSET', art(145, 3), debt), [
    { account: depositMoney(holder), amount },
    { account: dueOf(debt), amount: amount.negated() },
    { account: BANK_CLEARING, amount },
    { account: DEPOSIT_CLEARING, amount: amount.negated() },
  ]);
}

/** What went from the deposit to the budget beyond the debt, which was paid meanwhile: the payer's money of that kind (art. 153.1). */
export function depositBeyondDebt(debt: Debt, holder: PayerAtBody): JournalEntry {
  const { owner, kind, amount } = debt;
  return new JournalEntry(factsOf('DEPOSIT_OFFSET', art(145, 3), debt), [
    { account: depositMoney(holder), amount },
    { account: { type: 'ADVANCE_MONEY', ...owner, purpose: kind }, amount: amount.negated() },
    { account: BANK_CLEARING, amount },
    { account: DEPOSIT_CLEARING, amount: amount.negated() },
  ]);
}
