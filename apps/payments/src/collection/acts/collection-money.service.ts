/** A case and the ledger: its debts stand on the payer's account, and what is collected is posted there (art. 141, 161). */
import { Inject, Injectable } from '@nestjs/common';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { Balances } from '../../ledger/balances.js';
import {
  collected,
  type Debt,
  debtAssessed,
  debtPaid,
  dueOf,
  purposeOf,
} from '../../ledger/debt-postings.js';
import type { PayerAtBody } from '../../ledger/account.js';
import { depositOffset } from '../../ledger/deposit-postings.js';
import { interestAccrued, interestPaid } from '../../ledger/interest-postings.js';
import type { JournalEntry } from '../../ledger/journal-entry.js';
import { Ledger, postingsIn } from '../../ledger/ledger.repository.js';
import { offset, type OwnMoney } from '../../ledger/refund-postings.js';
import { crossesImportDuty } from '../../offset/offset.js';
import { InterestAccrual } from '../../penalty-interest/interest-accrual.service.js';
import { PayerAccounts } from '../../payer-account/payer-accounts.repository.js';
import { isPayableKind, MONEY_PURPOSES, type MoneyPurpose, PAYMENT_KINDS } from '../../payment-kind.js';
import { partsOf, payableOf, type SettledPart } from '../case/case-debts.js';
import { type CollectionCaseEntity, debtsIn, ownerOf } from '../case/collection-case.entity.js';
import { CollectionCases, type OwedOnAccount } from '../case/collection-cases.repository.js';

const PARTS = ['PRINCIPAL', 'PENALTY_INTEREST'] as const;
type PartName = Pick<SettledPart, 'kind' | 'part'>;

/** Money that just came onto the payer's account. */
export interface MoneyCame {
  readonly purpose: MoneyPurpose;
  readonly amount: Money;
}

@Injectable()
export class CollectionMoney {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(CollectionCases) private readonly cases: CollectionCases,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(InterestAccrual) private readonly accrual: InterestAccrual,
  ) {}

  /** Interest of the sums that the account itself knows as late runs there; brought up to today (art. 158.2). */
  async runInterest(work: Work, row: CollectionCaseEntity): Promise<void> {
    const owner = ownerOf(row);
    await this.payers.hold(work, owner, row.payerName);
    await this.accrual.bringUpTo(work, owner, this.calendar.civilDate(work.context.at));
  }

  /** Locks the payer's account; every act on money of the case does this first. */
  async balances(work: Work, row: CollectionCaseEntity): Promise<Balances> {
    const owner = ownerOf(row);
    await this.payers.hold(work, owner, row.payerName);
    return this.ledger.balancesOf(work, owner);
  }

  /**
   * What the case owes stands on the payer's account: principal that it does not show yet is assessed there, interest that it
   * does not show yet accrues (art. 141.5, 158.2). The row is saved before.
   */
  async carry(work: Work, row: CollectionCaseEntity): Promise<void> {
    const balances = await this.balances(work, row);
    const onAccount = await this.cases.onAccount(work, row.payer, row.customsBody);
    const entries = partNames().flatMap((name): JournalEntry[] => {
      const lacking = neededFor(onAccount, name).minus(
        balances.of(dueOf(this.debt(work, row, name, Money.ZERO))),
      );
      if (!lacking.isPositive()) return [];
      const debt = this.debt(work, row, name, lacking);
      return [name.part === 'PRINCIPAL' ? debtAssessed(debt) : interestAccrued(debt)];
    });
    await this.post(work, row, entries);
  }

  /** Parts of the case's debt that the account no longer shows: somebody paid or lowered them there (art. 129.2). */
  async goneFromAccount(work: Work, row: CollectionCaseEntity): Promise<readonly SettledPart[]> {
    const balances = await this.balances(work, row);
    const onAccount = await this.cases.onAccount(work, row.payer, row.customsBody);
    return partsOf(debtsIn(row.debts))
      .map(({ amount, ...name }) => {
        const gone = neededFor(onAccount, name).minus(
          balances.of(dueOf(this.debt(work, row, name, Money.ZERO))),
        );
        return { ...name, amount: gone.min(amount) };
      })
      .filter(({ amount }) => amount.isPositive());
  }

  /** What the money pays of the case; nothing under a budget code that a bank holds an order for. */
  async payable(work: Work, row: CollectionCaseEntity, came: MoneyCame): Promise<readonly SettledPart[]> {
    const balances = await this.balances(work, row);
    const ordered = new Set(
      row.progress.orders.filter(({ status }) => status === 'SENT').map(({ kind }) => kind),
    );
    return partsOf(debtsIn(row.debts))
      .filter((part) => payableOf(part) === came.purpose && !ordered.has(payableOf(part)))
      .map((part) => ({
        ...part,
        amount: part.amount.min(came.amount).min(moneyFor(balances, row, came.purpose)),
      }))
      .filter(({ amount }) => amount.isPositive());
  }

  /** What of the payer's own money may be set off without a treaty rule (R-PAY-108). */
  async usable(work: Work, row: CollectionCaseEntity): Promise<Money> {
    const balances = await this.balances(work, row);
    const owed = debtsIn(row.debts).filter(({ principal, penaltyInterest }) =>
      principal.plus(penaltyInterest).isPositive(),
    );
    const fit = MONEY_PURPOSES.filter((from) => owed.some(({ kind }) => !crossesImportDuty(from, kind)));
    return Money.sum(fit.map((from) => ownMoney(balances, row, from)));
  }

  /** Confirmed own money of one purpose: overpaid, or on the account. */
  async ownMoney(work: Work, row: CollectionCaseEntity, from: MoneyPurpose): Promise<Money> {
    return ownMoney(await this.balances(work, row), row, from);
  }

  /** Sets own money off: what is confirmed as overpaid first, then what lies on the account (art. 161.1). */
  async offset(
    work: Work,
    row: CollectionCaseEntity,
    settled: readonly SettledPart[],
    from: MoneyPurpose,
    document: string,
  ): Promise<void> {
    const balances = await this.balances(work, row);
    let overpaid = overpaidMoney(balances, row, from);
    const entries = settled.flatMap(({ amount, ...name }) => {
      const ofOverpaid = amount.min(overpaid);
      overpaid = overpaid.minus(ofOverpaid);
      const own: [Money, OwnMoney | undefined][] = [
        [ofOverpaid, isPayableKind(from) ? { from: 'OVERPAID_MONEY', kind: from } : undefined],
        [amount.minus(ofOverpaid), { from: 'ADVANCE_MONEY', purpose: from }],
      ];
      return own.flatMap(([sum, money]) =>
        money && sum.isPositive()
          ? [offset({ ...this.debt(work, row, name, sum, document), part: name.part }, money)]
          : [],
      );
    });
    await this.post(work, row, entries);
  }

  /** The payer's own money for these codes pays the debt (art. 129.2(1)). */
  async pay(work: Work, row: CollectionCaseEntity, settled: readonly SettledPart[]): Promise<void> {
    const entries = settled.map(({ amount, ...name }) => {
      const debt = this.debt(work, row, name, amount);
      return name.part === 'PRINCIPAL'
        ? debtPaid(debt, purposeOf(name))
        : interestPaid(debt, purposeOf(name));
    });
    await this.post(work, row, entries);
  }

  /** A deposit paid the debt: guarantees moved its money to the budget (art. 145.3). */
  async payFromDeposit(
    work: Work,
    row: CollectionCaseEntity,
    settled: readonly SettledPart[],
    holder: PayerAtBody,
    document: string,
  ): Promise<void> {
    const entries = settled.map(({ amount, ...name }) =>
      depositOffset({ ...this.debt(work, row, name, amount, document), part: name.part }, holder),
    );
    await this.post(work, row, entries);
  }

  /** What was collected waits for its money, which comes as money receipts; then `postWaiting` posts it. */
  expect(row: CollectionCaseEntity, settled: readonly SettledPart[], document: string, on: CivilDate): void {
    row.unposted = [
      ...row.unposted,
      ...settled.map(({ kind, part, amount }) => ({ kind, part, amount: amount.toString(), document, on })),
    ];
  }

  /** Posts what was collected as far as its money has come: of its own budget code, or sent in advance. */
  async postWaiting(work: Work, row: CollectionCaseEntity): Promise<void> {
    if (row.unposted.length === 0) return;
    const balances = await this.balances(work, row);
    const left = new Map<MoneyPurpose, Money>();
    const take = (purpose: MoneyPurpose, wanted: Money): Money => {
      const there = left.get(purpose) ?? moneyFor(balances, row, purpose);
      const taken = there.min(wanted);
      left.set(purpose, there.minus(taken));
      return taken;
    };
    const entries: JournalEntry[] = [];
    row.unposted = row.unposted.flatMap((waiting) => {
      const { kind, part, document, on } = waiting;
      const amount = Money.ofTenge(waiting.amount);
      const debt = (sum: Money) => ({
        owner: ownerOf(row),
        kind,
        part,
        amount: sum,
        document,
        valueDate: on,
      });
      const own = take(purposeOf(waiting), amount);
      const advance = take('ADVANCE', amount.minus(own));
      if (own.isPositive()) entries.push(collected(debt(own)));
      if (advance.isPositive())
        entries.push(offset(debt(advance), { from: 'ADVANCE_MONEY', purpose: 'ADVANCE' }));
      const rest = amount.minus(own).minus(advance);
      return rest.isPositive() ? [{ ...waiting, amount: rest.toString() }] : [];
    });
    await this.post(work, row, entries);
  }

  private debt(
    work: Work,
    row: CollectionCaseEntity,
    name: PartName,
    amount: Money,
    document = row.number,
  ): Debt & PartName {
    const valueDate = this.calendar.civilDate(work.context.at);
    return { owner: ownerOf(row), ...name, amount, document, valueDate };
  }

  private async post(work: Work, row: CollectionCaseEntity, entries: readonly JournalEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.ledger.post(work, postingsIn(row.caseId, entries));
    await this.accrual.settled(work, ownerOf(row));
  }
}

function partNames(): PartName[] {
  return PAYMENT_KINDS.flatMap((kind) => PARTS.map((part) => ({ kind, part })));
}

/** What the cases on an account need to find there of a part. */
function neededFor(onAccount: readonly OwedOnAccount[], { kind, part }: PartName): Money {
  return Money.sum(
    onAccount.flatMap(({ debts, unposted }) => [
      ...partsOf(debtsIn(debts))
        .filter((owed) => owed.kind === kind && owed.part === part)
        .map(({ amount }) => amount),
      ...unposted
        .filter((one) => one.kind === kind && one.part === part)
        .map(({ amount }) => Money.ofTenge(amount)),
    ]),
  );
}

function moneyFor(balances: Balances, row: CollectionCaseEntity, purpose: MoneyPurpose): Money {
  return balances.of({ type: 'ADVANCE_MONEY', ...ownerOf(row), purpose });
}

function overpaidMoney(balances: Balances, row: CollectionCaseEntity, from: MoneyPurpose): Money {
  return isPayableKind(from)
    ? balances.of({ type: 'OVERPAID_MONEY', ...ownerOf(row), kind: from })
    : Money.ZERO;
}

function ownMoney(balances: Balances, row: CollectionCaseEntity, from: MoneyPurpose): Money {
  return overpaidMoney(balances, row, from).plus(moneyFor(balances, row, from));
}
