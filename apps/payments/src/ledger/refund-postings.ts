/** Postings of overpaid money: confirmed, set off, ordered back, returned by the Treasury (art. 153 to 155). */
import { art, type Money } from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';
import type { MoneyPurpose, PayableKind } from '../payment-kind.js';
import type { Account, PayerAtBody } from './account.js';
import { dueOf, factsOf, type PartOfDebt } from './debt-postings.js';
import type { EntryFacts, JournalEntry } from './journal-entry.js';
import { type MoneyOfPayer, transfer } from './money-postings.js';

/** Where money of a payer is taken from: confirmed as overpaid, or on the account for what it was sent for. */
export type OwnMoney =
  | { readonly from: 'OVERPAID_MONEY'; readonly kind: PayableKind }
  | { readonly from: 'ADVANCE_MONEY'; readonly purpose: MoneyPurpose };

/** A sum that is confirmed as overpaid, or ordered back. */
export interface MoneyToReturn {
  readonly owner: PayerAtBody;
  readonly amount: Money;
  /** The confirmation or the decision. */
  readonly document: string;
  readonly valueDate: CivilDate;
}

const BANK_CLEARING: Account = { type: 'BANK_CLEARING' };

/** The account that own money stands on. */
export function ownAccount(owner: PayerAtBody, own: OwnMoney): Account {
  return own.from === 'OVERPAID_MONEY'
    ? { type: own.from, ...owner, kind: own.kind }
    : { type: own.from, ...owner, purpose: own.purpose };
}

function facts(type: EntryFacts['type'], ground: EntryFacts['ground'], of: MoneyToReturn): EntryFacts {
  return { type, ground, document: of.document, valueDate: of.valueDate };
}

/** Money on the account for a kind is confirmed as paid in excess or by mistake (art. 153, 154.3). */
export function overpaymentConfirmed(money: MoneyToReturn, kind: PayableKind): JournalEntry {
  const paid: Account = { type: 'ADVANCE_MONEY', ...money.owner, purpose: kind };
  const overpaid: Account = { type: 'OVERPAID_MONEY', ...money.owner, kind };
  return transfer(facts('OVERPAYMENT_CONFIRMED', art(154, 3), money), paid, overpaid, money.amount);
}

/**
 * Own money pays a debt of the payer, or its penalty interest (art. 154.1, 161.1); `holder`: the payer at the customs body
 * where the money stands, when that is another one. Whether one kind may pay another is decided before (R-PAY-108).
 */
export function offset(debt: PartOfDebt, own: OwnMoney, holder: PayerAtBody = debt.owner): JournalEntry {
  return transfer(factsOf('OFFSET', art(154, 1), debt), ownAccount(holder, own), dueOf(debt), debt.amount);
}

/** Customs decides to return money; until the Treasury does, nobody may use it (art. 154.7). */
export function refundOrdered(money: MoneyToReturn, own: OwnMoney): JournalEntry {
  const purpose: MoneyPurpose = own.from === 'OVERPAID_MONEY' ? own.kind : own.purpose;
  const ordered: Account = { type: 'REFUND_ORDERED', ...money.owner, purpose };
  return transfer(
    facts('REFUND_ORDERED', art(154, 7), money),
    ownAccount(money.owner, own),
    ordered,
    money.amount,
  );
}

/** The Treasury's copy says that the money went back to the payer (art. 154.8; R-PAY-192). */
export function refundExecuted(money: MoneyToReturn, purpose: MoneyPurpose): JournalEntry {
  const ordered: Account = { type: 'REFUND_ORDERED', ...money.owner, purpose };
  return transfer(facts('REFUND_EXECUTED', art(154, 8), money), ordered, BANK_CLEARING, money.amount);
}

/** The payer's bank could not take the money: it came back and is the payer's money again (art. 154.8). */
export function refundReturned({ owner, purpose, ...money }: MoneyOfPayer): JournalEntry {
  const back: Account = { type: 'ADVANCE_MONEY', ...owner, purpose };
  return transfer(
    facts('REFUND_RETURNED', art(154, 8), { ...money, owner }),
    BANK_CLEARING,
    back,
    money.amount,
  );
}
