/** Posting of debt that cannot be collected (art. 129.2(9), 172). */
import { art } from '@shekara/kernel';
import { penaltyInterestOn } from '../payment-kind.js';
import type { Account } from './account.js';
import { dueOf, factsOf, type PartOfDebt } from './debt-postings.js';
import type { JournalEntry } from './journal-entry.js';
import { transfer } from './money-postings.js';

/** Uncollectible debt, or its penalty interest, is no longer owed (art. 172). */
export function debtWrittenOff(debt: PartOfDebt): JournalEntry {
  const kind = debt.part === 'PRINCIPAL' ? debt.kind : penaltyInterestOn(debt.kind);
  const writtenOff: Account = { type: 'WRITTEN_OFF', kind };
  return transfer(factsOf('DEBT_WRITTEN_OFF', art(172, 1), debt), writtenOff, dueOf(debt), debt.amount);
}
