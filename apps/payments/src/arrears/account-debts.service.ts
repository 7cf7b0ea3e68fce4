/** What follows when the debts of an account arise, change or end: others are told, a notice is asked (art. 157.1, 159.2). */
import { Inject, Injectable } from '@nestjs/common';
import { type CivilDate, LegalCalendar, plusDays } from '@shekara/calendar';
import { DebtAroseSchema, moneyMessage } from '@shekara/contracts';
import { art, Exact } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { WorkItemBatches } from '@shekara/work-items';
import { smallRemainderLimit } from '../calculation/small-amounts.js';
import { noticeDueBy } from '../debt-notice/execution-term.js';
import { accountName, type PayerAtBody } from '../ledger/account.js';
import { LateSums } from '../penalty-interest/late-sums.repository.js';
import { arrearsOfAccount } from './arrears-status.js';
import { ArrearsStatusService } from './arrears-status.service.js';
import { ArrearsStatuses } from './arrears-statuses.repository.js';
import {
  type DebtsOfDocument,
  debtsArisen,
  noticesAsked,
  noticesToAsk,
  type SumOnAccount,
} from './debt-arising.js';

/** Queue Q-PAY-06: a debt stands on the account and nobody makes its notice yet. */
export const DEBT_ON_ACCOUNT = 'DEBT_ON_ACCOUNT';

@Injectable()
export class AccountDebts {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(WorkItemBatches) private readonly workItems: WorkItemBatches,
    @Inject(LateSums) private readonly lateSums: LateSums,
    @Inject(ArrearsStatuses) private readonly statuses: ArrearsStatuses,
    @Inject(ArrearsStatusService) private readonly status: ArrearsStatusService,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /**
   * The account shows these sums on a day: debts that arose are told once, notices are asked for or no longer, and whether the
   * payer has arrears follows. The account is held; an account that never had a late sum costs nothing here.
   */
  async show(work: Work, owner: PayerAtBody, sums: readonly SumOnAccount[], today: CivilDate): Promise<void> {
    const [first] = sums;
    if (!first) return;
    const arisen = debtsArisen(sums, today, (day) => this.limitOn(day));
    if (arisen.length > 0) await this.arose(work, owner, arisen, today);
    const told = new Set(arisen.map(({ id }) => id));
    const shown = sums.map((sum) => (told.has(sum.id) ? { ...sum, aroseOn: today } : sum));
    await this.askForNotices(work, owner, noticesToAsk(shown), today);
    await this.withdraw(
      work,
      noticesAsked(shown).filter(({ unpaid }) => !unpaid.isPositive()),
      'NOTHING_OWED',
    );
    const interestOwed = await this.statuses.interestOwed(work, owner);
    await this.status.accountShows(work, owner, first.caseId, arrearsOfAccount(sums, interestOwed, today));
  }

  /** A notice demands some of the account's sums: for their documents nobody is asked any more. The account is held. */
  async noticeMade(
    work: Work,
    sums: readonly SumOnAccount[],
    demanded: readonly SumOnAccount[],
  ): Promise<void> {
    const documents = new Set(demanded.map(({ document }) => document));
    const asked = noticesAsked(sums).filter(({ document }) => documents.has(document));
    await this.withdraw(work, asked, 'NOTICE_DRAFTED');
    const unasked = demanded.filter(({ notice }) => notice === null).map(({ id }) => id);
    if (unasked.length > 0) await this.lateSums.keepNotice(work, unasked, 'CLOSED');
  }

  private async arose(
    work: Work,
    owner: PayerAtBody,
    arisen: readonly SumOnAccount[],
    today: CivilDate,
  ): Promise<void> {
    await this.lateSums.keepArisen(
      work,
      arisen.map(({ id }) => id),
      today,
    );
    for (const { document, kind, unpaid, dueOn, caseId } of arisen) {
      const interestFrom = plusDays(dueOn, 1);
      const ground = art(157, 1);
      this.outbox.publish(
        work,
        DebtAroseSchema,
        { ...owner, caseId, document, paymentKind: kind, amount: moneyMessage(unpaid), dueOn, interestFrom },
        { caseId, ground },
      );
      work.record({
        stream: 'LateSum',
        streamId: accountName(owner),
        caseId,
        type: 'DebtArose',
        payload: { document, kind, amount: unpaid, dueOn, interestFrom },
        ground,
      });
    }
  }

  private async askForNotices(
    work: Work,
    { payer, customsBody }: PayerAtBody,
    documents: readonly DebtsOfDocument[],
    today: CivilDate,
  ): Promise<void> {
    if (documents.length === 0) return;
    const { endsAt: dueAt } = noticeDueBy({ occasion: 'DEBT_ON_ACCOUNT', on: today }, this.calendar);
    await this.workItems.openAll(
      work,
      documents.map(({ subjectId, document, caseId, unpaid }) => ({
        kind: DEBT_ON_ACCOUNT,
        role: 'ACCOUNT_OFFICER',
        customsBody,
        subject: 'LateSum',
        subjectId,
        caseId,
        title: `Debt of ${unpaid.toString()} KZT of ${payer} by ${document}: notice to draft`,
        article: art(159, 2),
        dueAt,
      })),
    );
    await this.lateSums.keepNotice(work, idsOf(documents), 'ASKED');
  }

  private async withdraw(work: Work, documents: readonly DebtsOfDocument[], outcome: string): Promise<void> {
    if (documents.length === 0) return;
    const subjects = documents.map(({ subjectId }) => subjectId);
    await this.workItems.cancelAll(work, DEBT_ON_ACCOUNT, subjects, outcome);
    await this.lateSums.keepNotice(work, idsOf(documents), 'CLOSED');
  }

  /** EUR 5 in KZT on the day; nothing where no rate is known, so that no debt is hidden. */
  private limitOn(day: CivilDate): Exact {
    return smallRemainderLimit(this.reference, day) ?? new Exact(0);
  }
}

function idsOf(documents: readonly DebtsOfDocument[]): readonly string[] {
  return documents.flatMap(({ sums }) => sums.map(({ id }) => id));
}
