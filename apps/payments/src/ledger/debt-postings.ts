/** Postings of debt found after release: assessed, reduced, paid, collected (art. 125.9, 129.2, 141.5, 161 to 169). */
import { art, Money } from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';
import { type MoneyPurpose, type PaymentKind, penaltyInterestOn } from '../payment-kind.js';
import type { Account, PayerAtBody } from './account.js';
import { type EntryFacts, JournalEntry, LedgerInvariantError } from './journal-entry.js';
import { transfer } from './money-postings.js';

/** An amount of one kind that a payer owes at a customs body, or of the penalty interest on that kind. */
export interface Debt {
  readonly owner: PayerAtBody;
  readonly kind: PaymentKind;
  readonly amount: Money;
  /** The decision, notice or declaration it comes from. */
  readonly document: string;
  readonly valueDate: CivilDate;
}

/** What of a debt an entry pays, sets off or writes off: the duty itself, or its penalty interest (list DebtPart). */
export type PartOfDebt = Debt & { readonly part: 'PRINCIPAL' | 'PENALTY_INTEREST' };

/** The payer's account on which a part of a debt stands. */
export function dueOf({ owner, kind, part }: PartOfDebt): Account {
  return { type: part === 'PRINCIPAL' ? 'PAYER_DUE' : 'INTEREST_DUE', ...owner, kind };
}

/** The purpose that money for a part of a debt is sent for. */
export function purposeOf({ kind, part }: Pick<PartOfDebt, 'kind' | 'part'>): MoneyPurpose {
  return part === 'PRINCIPAL' ? kind : penaltyInterestOn(kind);
}

/** What an entry keeps of the debt it comes from. */
export function factsOf(type: EntryFacts['type'], ground: EntryFacts['ground'], debt: Debt): EntryFacts {
  return { type, ground, document: debt.document, valueDate: debt.valueDate };
}

function principal(debt: Debt): Account {
  return { type: 'PAYER_DUE', ...debt.owner, kind: debt.kind };
}

/** Customs finds a sum missing after release: the payer owes it, and it is income at once (art. 125.9, 141.5). */
export function debtAssessed(debt: Debt): JournalEntry {
  const income: Account = { type: 'BUDGET_INCOME', kind: debt.kind };
  return transfer(factsOf('DEBT_ASSESSED', art(141, 5), debt), principal(debt), income, debt.amount);
}

/**
 * A decision lowers what was assessed (art. 141.4, 141.5, 182). `paid` is the part of the amount that the payer had paid:
 * it becomes the payer's money of that kind again.
 * @throws LedgerInvariantError when more is given back than the debt is lowered by.
 */
export function debtReduced(debt: Debt, paid = Money.ZERO): JournalEntry {
  const income: Account = { type: 'BUDGET_INCOME', kind: debt.kind };
  const money: Account = { type: 'ADVANCE_MONEY', ...debt.owner, purpose: debt.kind };
  return reduced(
    factsOf('DEBT_REDUCED', art(141, 5), debt),
    { income, due: principal(debt), money },
    debt,
    paid,
  );
}

/** Takes income back: from what is still due, and into the payer's money what was paid already. */
export function reduced(
  facts: EntryFacts,
  accounts: { readonly income: Account; readonly due: Account; readonly money: Account },
  { amount }: Debt,
  paid: Money,
): JournalEntry {
  if (paid.compare(amount) > 0)
    throw new LedgerInvariantError(`${facts.type} gives back more than its amount`);
  return new JournalEntry(
    facts,
    [
      { account: accounts.income, amount },
      { account: accounts.due, amount: amount.minus(paid).negated() },
      { account: accounts.money, amount: paid.negated() },
    ].filter((line) => !line.amount.isZero()),
  );
}

/**
 * The payer pays a debt from confirmed money (art. 129.2(1)).
 * @throws LedgerInvariantError for money sent for anything but this kind or in advance (art. 138.4, 141.7).
 */
export function debtPaid(debt: Debt, purpose: MoneyPurpose): JournalEntry {
  if (purpose !== 'ADVANCE' && purpose !== debt.kind) {
    throw new LedgerInvariantError(`money for ${purpose} cannot pay ${debt.kind}`);
  }
  const money: Account = { type: 'ADVANCE_MONEY', ...debt.owner, purpose };
  return transfer(factsOf('DEBT_PAID', art(129, '2(1)'), debt), money, principal(debt), debt.amount);
}

/** Money that forced collection brought pays the debt, or its penalty interest, it was collected for (art. 161 to 169). */
export function collected(debt: PartOfDebt): JournalEntry {
  const money: Account = { type: 'ADVANCE_MONEY', ...debt.owner, purpose: purposeOf(debt) };
  return transfer(factsOf('COLLECTED', art(161, 1), debt), money, dueOf(debt), debt.amount);
}
