/** When the terms of collection from a payer's debtors run out (D-PAY-31 to D-PAY-33). */
import { Inject, Injectable } from '@nestjs/common';
import { LegalCalendar } from '@shekara/calendar';
import { type Deadline, OnDeadline } from '@shekara/deadlines';
import { art } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { CollectionAnnouncements } from '../case/collection-announcements.service.js';
import { caseOf } from '../case/collection-case.entity.js';
import { CollectionCases } from '../case/collection-cases.repository.js';
import { DEBTOR_LIST_LATE, DEBTOR_ORDER, SETTLEMENT_ACT_LATE } from '../case/collection-queues.js';
import {
  CollectionTerms,
  DEBTOR_LIST_TERM,
  DEBTOR_WAIT_TERM,
  SETTLEMENT_ACT_TERM,
} from '../acts/collection-terms.service.js';
import { lateSettlementActs } from './debtor-collection.js';

@Injectable()
export class DebtorTerms {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(CollectionCases) private readonly cases: CollectionCases,
    @Inject(CollectionTerms) private readonly terms: CollectionTerms,
    @Inject(CollectionAnnouncements) private readonly announcements: CollectionAnnouncements,
  ) {}

  /** The payer gave no list of its debtors (art. 166.1; R-PAY-169). */
  @OnDeadline(DEBTOR_LIST_TERM)
  async listOverdue(deadline: Deadline, work: Work): Promise<void> {
    const row = await this.cases.hold(work, deadline.subjectId);
    if (!row || row.state === 'CLOSED' || row.payerStatus === 'INDIVIDUAL') return;
    const article = art(166, 1);
    this.announcements.record(work, row, 'DebtorListOverdue', article, { dueAt: deadline.dueAt });
    await this.terms.ask(
      work,
      row,
      DEBTOR_LIST_LATE,
      row.id,
      `Debtor list of ${row.payerName} is late`,
      article,
    );
  }

  /** A task for an officer, never an order without an act (R-PAY-172). */
  @OnDeadline(SETTLEMENT_ACT_TERM)
  async settlementActOverdue(deadline: Deadline, work: Work): Promise<void> {
    const row = await this.terms.caseOfDocument(work, deadline);
    const today = this.calendar.civilDate(work.context.at);
    const late = lateSettlementActs(caseOf(row), today, this.calendar).find(
      ({ noticeId }) => noticeId === deadline.subjectId,
    );
    if (!late || row.state === 'CLOSED') return;
    const article = art(166, 2);
    this.announcements.record(work, row, 'SettlementActOverdue', article, { ...late });
    const title = `Settlement act of debtor ${late.debtor} is late`;
    await this.terms.ask(work, row, SETTLEMENT_ACT_LATE, deadline.subjectId, title, article);
  }

  /** 5 working days passed since the debtor got its notice (R-PAY-171). */
  @OnDeadline(DEBTOR_WAIT_TERM)
  async debtorWaited(deadline: Deadline, work: Work): Promise<void> {
    const row = await this.terms.caseOfDocument(work, deadline);
    if (row.state !== 'S4B_DEBTORS') return;
    const title = `Order on the accounts of a debtor of ${row.payerName} is possible`;
    await this.terms.ask(work, row, DEBTOR_ORDER, deadline.subjectId, title, art(166, 1));
  }
}
