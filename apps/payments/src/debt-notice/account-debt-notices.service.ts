/** Notices of debts that stand on an account (art. 159.2; L3): what an officer decides who was asked for one. */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import { art, reason, refuse } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { AccountDebts, DEBT_ON_ACCOUNT } from '../arrears/account-debts.service.js';
import type { SumOnAccount } from '../arrears/debt-arising.js';
import { customsDebtReasons } from '../debt/customs-debt-reasons.js';
import { accountName, type PayerAtBody } from '../ledger/account.js';
import type { LimitationStart } from '../obligation/limitation.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import { InterestAccrual } from '../penalty-interest/interest-accrual.service.js';
import { type Debtor, DebtNoticeService, type Handled } from './debt-notice.service.js';
import type { NoticeRegime } from './execution-term.js';

/** A debt by the late sum under which an officer is asked for its notice. */
export interface DebtOnAccount {
  readonly id: string;
  readonly owner: PayerAtBody;
  readonly document: string;
}

export interface SaidOfDebt extends Omit<Debtor, 'payer'> {
  readonly regime: NoticeRegime;
  readonly limitationStart: LimitationStart;
  readonly limitationStartedOn: CivilDate;
}

@Injectable()
export class AccountDebtNotices {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(InterestAccrual) private readonly accrual: InterestAccrual,
    @Inject(AccountDebts) private readonly debts: AccountDebts,
    @Inject(DebtNoticeService) private readonly notices: DebtNoticeService,
    @Inject(WorkItems) private readonly workItems: WorkItems,
  ) {}

  /**
   * Drafts one notice for what is overdue of the document, for the officer who claimed its item; the draft gets an item of its
   * own with the day by which it goes out (R-PAY-140). Refuses DEBT_NOT_ON_ACCOUNT, and as `DebtNoticeService.draft`: after a
   * refusal the work is undone by the caller.
   */
  async draft(work: Work, debt: DebtOnAccount, said: SaidOfDebt, officer: Principal): Promise<Handled> {
    const today = this.calendar.civilDate(work.context.at);
    const overdue = (await this.sumsOf(work, debt)).filter(
      ({ dueOn, unpaid }) => dueOn < today && unpaid.isPositive(),
    );
    const [first] = overdue;
    if (!first) return refuse(reason(customsDebtReasons.DEBT_NOT_ON_ACCOUNT));
    await this.workItems.complete(work, DEBT_ON_ACCOUNT, debt.id, officer, 'NOTICE_DRAFTED');
    const { limitationStart: start, limitationStartedOn: startedOn, ...debtor } = said;
    return this.notices.draft(work, {
      ...debtor,
      ...debt.owner,
      caseId: first.caseId,
      occasion: { occasion: 'DEBT_ON_ACCOUNT', on: first.aroseOn ?? today },
      debts: overdue.map(({ kind, unpaid, dueOn }) => ({ kind, unpaid, dueOn })),
      arisenOn: first.arisenOn,
      limitation: { start, startedOn },
    });
  }

  /** No notice may or need be issued (art. 157.6): the officer says why. */
  async close(work: Work, debt: DebtOnAccount, why: string, officer: Principal): Promise<void> {
    const sums = await this.sumsOf(work, debt);
    const { caseId } = await this.workItems.complete(work, DEBT_ON_ACCOUNT, debt.id, officer, 'CLOSED');
    await this.debts.noticeMade(work, sums, sums);
    work.record({
      stream: 'LateSum',
      streamId: accountName(debt.owner),
      caseId,
      type: 'DebtLeftWithoutNotice',
      payload: { document: debt.document, why },
      ground: art(157, 6),
    });
  }

  private async sumsOf(work: Work, { owner, document }: DebtOnAccount): Promise<readonly SumOnAccount[]> {
    await this.payers.lock(work, owner);
    const today = this.calendar.civilDate(work.context.at);
    return (await this.accrual.interestOf(work.manager, owner, today, document)).sums;
  }
}
