/** An entry of the ledger (art. 141.2): lines in tiyn that sum to zero, on one legal ground, from one document. */
import { type LegalRef, Money } from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';
import { type Account, accountKey } from './account.js';

export const ENTRY_TYPES = [
  'MONEY_CONFIRMED',
  'MONEY_PENDING',
  'MONEY_BOOKED_BY_TREASURY',
  'MONEY_UNMATCHED',
  'MONEY_ALLOCATED',
  'LIABILITY_ASSESSED',
  'COVERED_FROM_MONEY',
  'COVERED_BY_GUARANTEE',
  'SECURED_DEBT_PAID',
  'SMALL_REMAINDER_ENDED',
  'RELEASE_FINALISED',
  'LIABILITY_REVERSED',
  'DEBT_ASSESSED',
  'DEBT_REDUCED',
  'DEBT_PAID',
  'COLLECTED',
  'INTEREST_ACCRUED',
  'INTEREST_REDUCED',
  'INTEREST_PAID',
  'OVERPAYMENT_CONFIRMED',
  'OFFSET',
  'REFUND_ORDERED',
  'REFUND_EXECUTED',
  'REFUND_RETURNED',
  'DEPOSIT_RECEIVED',
  'DEPOSIT_RETURNED',
  'DEPOSIT_OFFSET',
  'DEBT_WRITTEN_OFF',
] as const;

export type EntryType = (typeof ENTRY_TYPES)[number];

/** A debit is positive, a credit negative. */
export interface JournalLine {
  readonly account: Account;
  readonly amount: Money;
}

export interface EntryFacts {
  readonly type: EntryType;
  /** The document it comes from: a declaration number, a bank reference, a work item. */
  readonly document: string;
  /** The legal day from which it counts (for money: debit, deposit or terminal day, art. 158.7). */
  readonly valueDate: CivilDate;
  readonly ground: LegalRef;
}

/** Lines that do not balance, or an account driven below zero: a bug, never a refusal. */
export class LedgerInvariantError extends Error {
  override readonly name = 'LedgerInvariantError';
}

export class JournalEntry {
  readonly type: EntryType;
  readonly document: string;
  readonly valueDate: CivilDate;
  readonly ground: LegalRef;
  readonly lines: readonly JournalLine[];

  /** @throws LedgerInvariantError unless there are two lines or more, none zero, no account twice, sum zero. */
  constructor(facts: EntryFacts, lines: readonly JournalLine[]) {
    if (lines.length < 2) throw new LedgerInvariantError(`${facts.type} has fewer than two lines`);
    if (lines.some(({ amount }) => amount.isZero()))
      throw new LedgerInvariantError(`${facts.type} has a zero line`);
    if (new Set(lines.map(({ account }) => accountKey(account))).size < lines.length) {
      throw new LedgerInvariantError(`${facts.type} names an account twice`);
    }
    const sum = Money.sum(lines.map(({ amount }) => amount));
    if (!sum.isZero()) throw new LedgerInvariantError(`${facts.type} is out of balance by ${sum.toString()}`);
    this.type = facts.type;
    this.document = facts.document;
    this.valueDate = facts.valueDate;
    this.ground = facts.ground;
    this.lines = Object.freeze([...lines]);
  }
}
