/** Money of a deposit leaves it: returned net of debts and bank charges, or used otherwise (art. 156.4 to 156.7). */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { type CivilDate, LegalCalendar, plusDays } from '@shekara/calendar';
import { Deadlines } from '@shekara/deadlines';
import { art, Money, reason, refuse } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { depositOffset, depositReturned } from '../ledger/deposit-postings.js';
import type { JournalEntry } from '../ledger/journal-entry.js';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import { DebtsOfPayer } from '../offset/debts-of-payer.repository.js';
import { linesFor, Offsets } from '../offset/offset.service.js';
import type { DebtToOffset } from '../offset/offset.js';
import { InterestAccrual } from '../penalty-interest/interest-accrual.service.js';
import { DepositAnnouncements } from './deposit-announcements.service.js';
import { type AskedUse, type DepositEntity, depositOf, ownerOf } from './deposit.entity.js';
import {
  DepositService,
  type DepositHandled,
  GUARANTEE_MONEY_RETURN,
  RETURN_TERM,
} from './deposit.service.js';
import { Deposits } from './deposits.repository.js';
import { moneyGuaranteeReasons as reasons } from './money-guarantee-reasons.js';
import { type DepositReturned, type DepositUse, payOutDeposit, useDeposit } from './money-guarantee.js';

/** Queue Q-PAY-17: the payer asks to use the deposit otherwise. */
export const GUARANTEE_MONEY_USE = 'GUARANTEE_MONEY_USE';

/** A debt that a deposit pays, at the body where it stands. */
type PaidDebt = Pick<DebtToOffset, 'kind' | 'part' | 'amount'> & {
  readonly customsBody: DepositEntity['heldBy'];
};

@Injectable()
export class DepositUses {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(DebtsOfPayer) private readonly debts: DebtsOfPayer,
    @Inject(Offsets) private readonly offsets: Offsets,
    @Inject(InterestAccrual) private readonly accrual: InterestAccrual,
    @Inject(Deposits) private readonly deposits: Deposits,
    @Inject(DepositService) private readonly service: DepositService,
    @Inject(DepositAnnouncements) private readonly announcements: DepositAnnouncements,
  ) {}

  /**
   * Art. 156.4-6: the officer who holds the item pays out; every debt of the payer is deducted first, then bank charges
   * (F-13; R-PAY-198). Refuses DEPOSIT_DEBT_UNCOVERED while released goods wait for cover.
   */
  async payOut(
    work: Work,
    deposit: DepositEntity,
    { paidOn, bankCharges }: { readonly paidOn: CivilDate; readonly bankCharges: Money },
    officer: Principal,
  ): Promise<DepositHandled> {
    await this.debts.hold(work, deposit.payer);
    const amount = Money.ofTenge(deposit.amount);
    const plan = await this.offsets.plan(work.manager, deposit.payer, { purpose: 'ADVANCE', amount });
    const debts = Money.sum(plan.offsets.map((line) => line.amount));
    const open = await this.deposits.reserved(work.manager, deposit.securedObligation);
    const decision = payOutDeposit(depositOf(deposit, open), {
      debts,
      bankCharges,
      by: deposit.heldBy,
      paidOn,
    });
    if (!decision.accepted) return decision;
    if (plan.withheld.length > 0) return refuse(reason(reasons.DEPOSIT_DEBT_UNCOVERED));
    if (paidOn > this.today(work) || paidOn < (deposit.returnRequestedOn ?? '')) {
      return refuse(reason(reasons.DEPOSIT_DATES_CONTRADICT, { pointer: '/paidOn' }));
    }
    await this.workItems.complete(work, GUARANTEE_MONEY_RETURN, deposit.id, officer, 'RETURNED');
    await this.deadlines.cancel(work, RETURN_TERM, deposit.id);
    for (const event of decision.events) {
      const paid = linesFor(plan.offsets, event.debtsDeducted).map(({ debt, amount: part }) => ({
        ...debt,
        amount: part,
      }));
      await this.pay(work, deposit, paid, paidOn, outgoing(deposit, event));
      deposit.status = 'RETURNED';
      deposit.amount = Money.ZERO.toString();
      deposit.paidOn = paidOn;
      deposit.split = {
        debtsDeducted: event.debtsDeducted.toString(),
        bankChargesDeducted: event.bankChargesDeducted.toString(),
        returned: event.returned.toString(),
      };
      this.announcements.returned(work, deposit, event);
    }
    await work.manager.save(deposit);
    return { accepted: true, deposit };
  }

  /** Art. 156.7: the payer asks to use the deposit as payment or as another guarantee; an officer decides (R-PAY-200). */
  async askUse(work: Work, deposit: DepositEntity, uses: readonly AskedUse[]): Promise<DepositHandled> {
    const open = await this.deposits.reserved(work.manager, deposit.securedObligation);
    const decision = useDeposit(depositOf(deposit, open), uses.map(asUse), this.today(work));
    if (!decision.accepted) return decision;
    deposit.usesAsked = uses;
    await work.manager.save(deposit);
    await this.workItems.open(work, {
      kind: GUARANTEE_MONEY_USE,
      role: 'ACCOUNT_OFFICER',
      customsBody: deposit.heldBy,
      subject: 'Deposit',
      subjectId: deposit.id,
      caseId: deposit.caseId,
      title: `Money guarantee ${deposit.securedObligation} to use otherwise`,
      article: art(156, 7),
    });
    this.announcements.useAsked(work, deposit);
    return { accepted: true, deposit };
  }

  /** The officer who holds the item carries the use out, or declines it with a cause. Refuses as `useDeposit`, DEPOSIT_DEBT_ABSENT. */
  async decideUse(
    work: Work,
    deposit: DepositEntity,
    declined: string | undefined,
    officer: Principal,
  ): Promise<DepositHandled> {
    const asked = deposit.usesAsked;
    if (!asked) return refuse(reason(reasons.DEPOSIT_USE_NOT_ASKED));
    if (declined === undefined) {
      const refused = await this.use(work, deposit, asked);
      if (refused) return refused;
    } else {
      this.announcements.useDeclined(work, deposit, declined);
    }
    const outcome = declined === undefined ? 'USED' : 'DECLINED';
    await this.workItems.complete(work, GUARANTEE_MONEY_USE, deposit.id, officer, outcome);
    deposit.usesAsked = null;
    await work.manager.save(deposit);
    return { accepted: true, deposit };
  }

  private async use(work: Work, deposit: DepositEntity, asked: readonly AskedUse[]) {
    await this.debts.hold(work, deposit.payer);
    const open = await this.deposits.reserved(work.manager, deposit.securedObligation);
    const decision = useDeposit(depositOf(deposit, open), asked.map(asUse), this.today(work));
    if (!decision.accepted) return decision;
    const payments = asked.flatMap((use) => paidDebt(use, deposit));
    for (const payment of payments) {
      const owed = await this.offsets.left(work.manager, deposit.payer, payment);
      const same = payments.filter(({ kind, part }) => kind === payment.kind && part === payment.part);
      if (Money.sum(same.map(({ amount }) => amount)).compare(owed) > 0) {
        const parameters = { kind: payment.kind, part: payment.part, owed: owed.toString() };
        return refuse(reason(reasons.DEPOSIT_DEBT_ABSENT, { parameters }));
      }
    }
    for (const { uses, left } of decision.events) {
      await this.pay(work, deposit, payments, this.today(work), []);
      for (const { as, obligation, amount } of uses) {
        if (as !== 'GUARANTEE') continue;
        const { kind, caseId, payer } = deposit;
        const part = { kind, caseId, amount, securedObligation: obligation, payerName: payer };
        await this.service.open(work, { ...part, owner: ownerOf(deposit) });
      }
      deposit.amount = left.toString();
      deposit.status = left.isZero() ? 'APPLIED' : 'HELD';
      this.announcements.applied(work, deposit, uses, left);
    }
    return undefined;
  }

  private async pay(
    work: Work,
    deposit: DepositEntity,
    debts: readonly PaidDebt[],
    valueDate: CivilDate,
    outgoingEntries: readonly JournalEntry[],
  ): Promise<void> {
    const holder = ownerOf(deposit);
    const document = deposit.securedObligation;
    const offsets = debts.map(({ customsBody, kind, part, amount }) =>
      depositOffset(
        { owner: { payer: deposit.payer, customsBody }, kind, part, amount, document, valueDate },
        holder,
      ),
    );
    await this.ledger.post(work, postingsIn(deposit.caseId, [...offsets, ...outgoingEntries]));
    for (const customsBody of new Set(debts.map((debt) => debt.customsBody))) {
      const owner = { payer: deposit.payer, customsBody };
      await this.accrual.bringUpTo(work, owner, plusDays(this.today(work), -1));
    }
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

/** What leaves the account of temporary allocation: to the payer, and to the bank for its charges. */
function outgoing(
  deposit: DepositEntity,
  { returned, bankChargesDeducted, paidOn: valueDate }: DepositReturned,
): readonly JournalEntry[] {
  const of = { owner: ownerOf(deposit), valueDate };
  return [
    { ...of, amount: returned, document: deposit.securedObligation },
    { ...of, amount: bankChargesDeducted, document: `${deposit.securedObligation}/bank-charges` },
  ]
    .filter(({ amount }) => amount.isPositive())
    .map((part) => depositReturned(part));
}

function asUse({ as, obligation, amount }: AskedUse): DepositUse {
  return { as, obligation, amount: Money.ofTenge(amount) };
}

function paidDebt({ as, kind, part, amount }: AskedUse, { heldBy }: DepositEntity): PaidDebt[] {
  if (as !== 'PAYMENT' || kind === undefined || part === undefined) return [];
  return [{ kind, part, customsBody: heldBy, amount: Money.ofTenge(amount) }];
}
