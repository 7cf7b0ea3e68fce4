/** Postings of penalty interest, by the kind it runs on (art. 158; R-PAY-003). Amounts are of interest, never of the duty. */
import { art, Money } from '@shekara/kernel';
import { type MoneyPurpose, penaltyInterestOn } from '../payment-kind.js';
import type { Account } from './account.js';
import { type Debt, factsOf, reduced } from './debt-postings.js';
import { type JournalEntry, LedgerInvariantError } from './journal-entry.js';
import { transfer } from './money-postings.js';

function due({ owner, kind }: Debt): Account {
  return { type: 'INTEREST_DUE', ...owner, kind };
}

function income({ kind }: Debt): Account {
  return { type: 'INTEREST_INCOME', kind };
}

/** Interest of days that passed unpaid: the payer owes it (art. 158.2). */
export function interestAccrued(interest: Debt): JournalEntry {
  const facts = factsOf('INTEREST_ACCRUED', art(158, 2), interest);
  return transfer(facts, due(interest), income(interest), interest.amount);
}

/**
 * Interest that should not have run: the sum was paid earlier than customs learned, or was lowered (art. 158.6 to 158.8).
 * `paid` is the part of it that the payer had paid: it becomes money for this interest again.
 * @throws LedgerInvariantError when more is given back than the interest is lowered by.
 */
export function interestReduced(interest: Debt, paid = Money.ZERO): JournalEntry {
  const money: Account = {
    type: 'ADVANCE_MONEY',
    ...interest.owner,
    purpose: penaltyInterestOn(interest.kind),
  };
  const accounts = { income: income(interest), due: due(interest), money };
  return reduced(factsOf('INTEREST_REDUCED', art(158, 6), interest), accounts, interest, paid);
}

/**
 * The payer pays penalty interest on a kind.
 * @throws LedgerInvariantError for money sent for anything but this interest or in advance (art. 138.4, 141.7).
 */
export function interestPaid(interest: Debt, purpose: MoneyPurpose): JournalEntry {
  if (purpose !== 'ADVANCE' && purpose !== penaltyInterestOn(interest.kind)) {
    throw new LedgerInvariantError(`money for ${purpose} cannot pay interest on ${interest.kind}`);
  }
  const money: Account = { type: 'ADVANCE_MONEY', ...interest.owner, purpose };
  return transfer(factsOf('INTEREST_PAID', art(158, 1), interest), money, due(interest), interest.amount);
}
