/** Postings of a liability: assessed, covered, finalised by release, reversed (art. 129, 131.3, 141.4, 155(1)). */
import { art, Money } from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';
import { isCharge, type MoneyPurpose, type PaymentKind } from '../payment-kind.js';
import type { Account, PayerAtBody } from './account.js';
import { type EntryFacts, JournalEntry, type JournalLine, LedgerInvariantError } from './journal-entry.js';
import { transfer } from './money-postings.js';
import { isPayerEntrySource } from './payer-entry.js';

/** An amount of one kind that a payer owes by one declaration. */
export interface Liability {
  readonly owner: PayerAtBody;
  readonly kind: PaymentKind;
  readonly amount: Money;
  /** Number of the declaration. */
  readonly document: string;
  readonly valueDate: CivilDate;
}

/** How a liability of one kind stands: what of the assessed amount is covered, and by what. */
export interface CoverOfLiability {
  readonly money: readonly { readonly purpose: MoneyPurpose; readonly amount: Money }[];
  readonly guarantee: Money;
}

function due({ owner, kind }: Liability): Account {
  return { type: 'PAYER_DUE', ...owner, kind };
}

function secured({ owner, kind }: Liability): Account {
  return { type: 'GUARANTEE_SECURED', ...owner, kind };
}

function assessedIncome({ kind }: Liability): Account {
  return { type: 'ASSESSED_INCOME', kind };
}

function facts(type: EntryFacts['type'], ground: EntryFacts['ground'], liability: Liability): EntryFacts {
  return { type, ground, document: liability.document, valueDate: liability.valueDate };
}

/**
 * The obligation arises: the payer owes, the budget expects (art. 129.1, 141.4).
 * @throws LedgerInvariantError for a document that is no declaration: it is no source of a payer's own entry (R-PAY-116).
 */
export function liabilityAssessed(liability: Liability): JournalEntry {
  if (!isPayerEntrySource(liability.document))
    throw new LedgerInvariantError(`${liability.document} is no declaration of the payer`);
  const entry = facts('LIABILITY_ASSESSED', art(129, 1), liability);
  return transfer(entry, due(liability), assessedIncome(liability), liability.amount);
}

/**
 * Covers a liability from the payer's confirmed money.
 * @throws LedgerInvariantError for money sent for another kind: it never covers this one (art. 138.4, 141.7).
 */
export function coveredFromMoney(liability: Liability, purpose: MoneyPurpose): JournalEntry {
  if (purpose !== 'ADVANCE' && purpose !== liability.kind) {
    throw new LedgerInvariantError(`money for ${purpose} cannot cover ${liability.kind}`);
  }
  const entry = facts('COVERED_FROM_MONEY', art(129, '2(1)'), liability);
  const money: Account = { type: 'ADVANCE_MONEY', ...liability.owner, purpose };
  return transfer(entry, money, due(liability), liability.amount);
}

/**
 * Covers a duty or a tax by a security (art. 143, 296.1(3)).
 * @throws LedgerInvariantError for a charge: charges are paid, not secured (open reading 61).
 */
export function coveredByGuarantee(liability: Liability): JournalEntry {
  if (isCharge(liability.kind)) throw new LedgerInvariantError(`${liability.kind} cannot be secured`);
  const entry = facts('COVERED_BY_GUARANTEE', art(296, '1(3)'), liability);
  return transfer(entry, secured(liability), due(liability), liability.amount);
}

/** The payer or the guarantor pays what a security covered: the secured debt ends (art. 129.2(1)). */
export function securedDebtPaid(liability: Liability, purpose: MoneyPurpose): JournalEntry {
  if (purpose !== 'ADVANCE' && purpose !== liability.kind) {
    throw new LedgerInvariantError(`money for ${purpose} cannot pay ${liability.kind}`);
  }
  const entry = facts('SECURED_DEBT_PAID', art(129, '2(1)'), liability);
  const money: Account = { type: 'ADVANCE_MONEY', ...liability.owner, purpose };
  return transfer(entry, money, secured(liability), liability.amount);
}

/**
 * Ends a remainder of duties and taxes of at most EUR 5 (art. 129.2(4)).
 * @throws LedgerInvariantError for a charge: it stays payable (R-PAY-018).
 */
export function smallRemainderEnded(liability: Liability): JournalEntry {
  if (isCharge(liability.kind)) throw new LedgerInvariantError(`${liability.kind} gets no EUR 5 limit`);
  const entry = facts('SMALL_REMAINDER_ENDED', art(129, '2(4)'), liability);
  return transfer(entry, assessedIncome(liability), due(liability), liability.amount);
}

/** Release makes the assessed income of a kind final (art. 131.3). The amount is what still stands as assessed. */
export function releaseFinalised(liability: Liability): JournalEntry {
  const entry = facts('RELEASE_FINALISED', art(131, 3), liability);
  const income: Account = { type: 'BUDGET_INCOME', kind: liability.kind };
  return transfer(entry, assessedIncome(liability), income, liability.amount);
}

/**
 * A security that covered a liability is given back and covers it no longer: the entry of its cover the other way round.
 * @throws LedgerInvariantError for a charge: none was secured.
 */
export function guaranteeTakenOff(liability: Liability): JournalEntry {
  if (isCharge(liability.kind)) throw new LedgerInvariantError(`${liability.kind} cannot be secured`);
  const entry = facts('COVERED_BY_GUARANTEE', art(143), liability);
  return transfer(entry, due(liability), secured(liability), liability.amount);
}

/**
 * The declaration was changed or withdrawn and less of a kind is payable (art. 141.4, 289, 290): what money paid of the amount
 * is the payer's again, what a security covered of it is free, the rest is owed no longer. The income is lowered where it
 * stands: final after release.
 * @throws LedgerInvariantError when more is covered than the liability is lowered by, or for a paid charge: it stays (R-PAY-012).
 */
export function liabilityLowered(
  liability: Liability,
  cover: CoverOfLiability,
  income: 'ASSESSED_INCOME' | 'BUDGET_INCOME',
): JournalEntry {
  const paid = Money.sum(cover.money.map(({ amount }) => amount));
  const owed = liability.amount.minus(paid).minus(cover.guarantee);
  if (owed.isNegative())
    throw new LedgerInvariantError(`${liability.kind} is covered beyond what it is lowered by`);
  if (isCharge(liability.kind) && paid.isPositive())
    throw new LedgerInvariantError(`a paid ${liability.kind} is not given back`);
  return new JournalEntry(
    facts('LIABILITY_REVERSED', art(141, 4), liability),
    [
      { account: { type: income, kind: liability.kind }, amount: liability.amount },
      ...moneyGivenBack(liability, cover),
      { account: secured(liability), amount: cover.guarantee.negated() },
      { account: due(liability), amount: owed.negated() },
    ].filter(({ amount }) => !amount.isZero()),
  );
}

/**
 * Release was refused or the declaration withdrawn: the liability ends, what was paid becomes the payer's money again,
 * the security is free, the rest of the debt is gone (art. 129.2(8), 141.4, 155(1); R-PAY-060). A due and paid
 * declaration charge is not given back: its paid part becomes final income (art. 117; R-PAY-012).
 */
export function liabilityReversed(liability: Liability, cover: CoverOfLiability): JournalEntry {
  const paid = Money.sum(cover.money.map(({ amount }) => amount));
  const uncovered = liability.amount.minus(paid).minus(cover.guarantee);
  if (uncovered.isNegative())
    throw new LedgerInvariantError(`${liability.kind} is covered beyond its amount`);
  const back: JournalLine[] = isCharge(liability.kind)
    ? [{ account: { type: 'BUDGET_INCOME', kind: liability.kind }, amount: paid.negated() }]
    : moneyGivenBack(liability, cover);
  return new JournalEntry(
    facts('LIABILITY_REVERSED', art(129, '2(8)'), liability),
    [
      { account: assessedIncome(liability), amount: liability.amount },
      ...back,
      { account: secured(liability), amount: cover.guarantee.negated() },
      { account: due(liability), amount: uncovered.negated() },
    ].filter(({ amount }) => !amount.isZero()),
  );
}

function moneyGivenBack(liability: Liability, cover: CoverOfLiability): JournalLine[] {
  return cover.money.map(({ purpose, amount }) => ({
    account: { type: 'ADVANCE_MONEY', ...liability.owner, purpose },
    amount: amount.negated(),
  }));
}
