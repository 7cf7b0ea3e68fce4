/** What a receipt's events do to the ledger: confirmed, pending and unidentified money stand on separate accounts. */
import type { JournalEntry } from '../ledger/journal-entry.js';
import {
  moneyAllocated,
  moneyBookedByTreasury,
  moneyConfirmed,
  type MoneyOfPayer,
  moneyPending,
  moneyUnmatched,
} from '../ledger/money-postings.js';
import type { MoneyReceipt, MoneyReceiptEvent } from './money-receipt.js';

/** The entries of an event that happens to a receipt; `before` is the receipt as it stood, absent for the first event. */
export function postingsOf(
  event: MoneyReceiptEvent,
  before: MoneyReceipt | undefined,
): readonly JournalEntry[] {
  switch (event.type) {
    case 'PaymentReceived': {
      const receipt = { confirmation: event.confirmation, state: event.state };
      if (!event.matched) return [moneyUnmatched(moneyOf(receipt))];
      const money = { ...moneyOf(receipt), ...event.matched };
      return [event.state === 'CONFIRMED_FOR_RELEASE' ? moneyConfirmed(money) : moneyPending(money)];
    }
    case 'PaymentBooked':
      return before?.matched && before.state === 'PENDING_TREASURY'
        ? [moneyBookedByTreasury({ ...moneyOf(before), ...before.matched })]
        : [];
    case 'PaymentAllocatedByOfficer': {
      if (!before) throw new Error('money allocated without a receipt');
      const money = { ...moneyOf(before), owner: event.owner, purpose: event.purpose };
      return [moneyAllocated(money, before.state !== 'PENDING_TREASURY')];
    }
    case 'PaymentMistakeFound':
    case 'PaymentConfirmationRepeated':
    case 'TreasuryLineUnmatched':
      return [];
  }
}

function moneyOf({
  confirmation,
}: Pick<MoneyReceipt, 'confirmation'>): Omit<MoneyOfPayer, 'owner' | 'purpose'> {
  return {
    amount: confirmation.amount,
    document: `${confirmation.bankId}/${confirmation.bankReference}`,
    valueDate: confirmation.paidOn,
  };
}
