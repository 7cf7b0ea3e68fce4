/** Durable terms of collection (D-PAY-23, 28 to 33) and the alerts when they run out. */
import { Inject, Injectable } from '@nestjs/common';
import { LegalCalendar, type TermEnd } from '@shekara/calendar';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import { art, type LegalRef } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { CollectionAnnouncements } from './collection-announcements.service.js';
import { caseOf, type CollectionCaseEntity } from './collection-case.entity.js';
import { CollectionCases } from './collection-cases.repository.js';
import type { CollectionDocumentEntity } from './collection-document.entity.js';
import {
  DEBTOR_LIST_LATE,
  DEBTOR_ORDER,
  INFORM_PAYER,
  LIFT_RESTRICTION,
  SETTLEMENT_ACT_LATE,
} from './collection-queues.js';
import { lateSettlementActs } from './debtor-collection.js';
import { overdueLifts } from './securing-measures.js';

export const DEBTOR_LIST_TERM = 'COLLECTION_DEBTOR_LIST';
export const SETTLEMENT_ACT_TERM = 'COLLECTION_SETTLEMENT_ACT';
export const DEBTOR_WAIT_TERM = 'COLLECTION_DEBTOR_WAIT';
export const LIMITATION_TERM = 'COLLECTION_LIMITATION';
const INFORM_PAYER_TERM = 'COLLECTION_INFORM_PAYER';
const LIFT_TERM = 'COLLECTION_LIFT';

@Injectable()
export class CollectionTerms {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(CollectionCases) private readonly cases: CollectionCases,
    @Inject(CollectionAnnouncements) private readonly announcements: CollectionAnnouncements,
  ) {}

  async run(
    work: Work,
    row: CollectionCaseEntity,
    kind: string,
    subjectId: string,
    end: TermEnd,
    article: LegalRef,
  ): Promise<void> {
    await this.deadlines.start(work, {
      kind,
      subjectId,
      caseId: row.caseId,
      article,
      startedAt: work.context.at,
      dueAt: end.endsAt,
      term: end,
    });
  }

  async end(work: Work, kind: string, subjectId: string): Promise<void> {
    await this.deadlines.cancel(work, kind, subjectId);
  }

  /** Art. 161.2: the payer is told in writing within 2 working days of each collection of stage 2 (R-PAY-157). */
  async askToInform(
    work: Work,
    row: CollectionCaseEntity,
    document: CollectionDocumentEntity,
    end: TermEnd,
  ): Promise<void> {
    const article = art(161, 2);
    await this.run(work, row, INFORM_PAYER_TERM, document.id, end, article);
    await this.ask(
      work,
      row,
      INFORM_PAYER,
      document.id,
      `Payer to be told of ${document.number}`,
      article,
      end,
    );
  }

  async informed(work: Work, documentId: string): Promise<void> {
    await this.end(work, INFORM_PAYER_TERM, documentId);
  }

  /** Art. 162.5, 163.4, 164.6: 1 working day to lift (R-PAY-161). */
  async askToLift(
    work: Work,
    row: CollectionCaseEntity,
    document: CollectionDocumentEntity,
    end: TermEnd,
    article: LegalRef,
  ): Promise<void> {
    await this.run(work, row, LIFT_TERM, document.id, end, article);
    await this.ask(
      work,
      row,
      LIFT_RESTRICTION,
      document.id,
      `Restriction ${document.number} to lift`,
      article,
      end,
    );
  }

  async lifted(work: Work, documentId: string): Promise<void> {
    await this.end(work, LIFT_TERM, documentId);
  }

  @OnDeadline(INFORM_PAYER_TERM)
  async informationOverdue(deadline: Deadline, work: Work): Promise<void> {
    const row = await this.rowOfDocument(work, deadline);
    this.announcements.record(work, row, 'InformationToPayerOverdue', art(161, 2), {
      documentId: deadline.subjectId,
    });
  }

  /** The working day passed and the restriction stands: an alert, and the head of the post has the item (R-PAY-161). */
  @OnDeadline(LIFT_TERM)
  async liftOverdue(deadline: Deadline, work: Work): Promise<void> {
    const row = await this.rowOfDocument(work, deadline);
    const document = await this.cases.document(work, row.id, { id: deadline.subjectId });
    const today = this.calendar.civilDate(work.context.at);
    const one = caseOf(row);
    const overdue = overdueLifts(one, row.closedOn ?? today, today, this.calendar).find(
      (lift) => lift.document === document?.number,
    );
    const record = one.measures.find((measure) => measure.document === overdue?.document);
    if (overdue && record) this.announcements.measureOverdue(work, row, record, overdue.by.lastDay);
  }

  /** The payer gave no list of its debtors (art. 166.1; R-PAY-169). */
  @OnDeadline(DEBTOR_LIST_TERM)
  async listOverdue(deadline: Deadline, work: Work): Promise<void> {
    const row = await this.cases.hold(work, deadline.subjectId);
    if (!row || row.state === 'CLOSED' || row.payerStatus === 'INDIVIDUAL') return;
    const article = art(166, 1);
    this.announcements.record(work, row, 'DebtorListOverdue', article, { dueAt: deadline.dueAt });
    await this.ask(work, row, DEBTOR_LIST_LATE, row.id, `Debtor list of ${row.payerName} is late`, article);
  }

  /** A task for an officer, never an order without an act (R-PAY-172). */
  @OnDeadline(SETTLEMENT_ACT_TERM)
  async settlementActOverdue(deadline: Deadline, work: Work): Promise<void> {
    const row = await this.rowOfDocument(work, deadline);
    const today = this.calendar.civilDate(work.context.at);
    const late = lateSettlementActs(caseOf(row), today, this.calendar).find(
      ({ noticeId }) => noticeId === deadline.subjectId,
    );
    if (!late || row.state === 'CLOSED') return;
    const article = art(166, 2);
    this.announcements.record(work, row, 'SettlementActOverdue', article, { ...late });
    const title = `Settlement act of debtor ${late.debtor} is late`;
    await this.ask(work, row, SETTLEMENT_ACT_LATE, deadline.subjectId, title, article);
  }

  /** 5 working days passed since the debtor got its notice (R-PAY-171). */
  @OnDeadline(DEBTOR_WAIT_TERM)
  async debtorWaited(deadline: Deadline, work: Work): Promise<void> {
    const row = await this.rowOfDocument(work, deadline);
    if (row.state !== 'S4B_DEBTORS') return;
    const title = `Order on the accounts of a debtor of ${row.payerName} is possible`;
    await this.ask(work, row, DEBTOR_ORDER, deadline.subjectId, title, art(166, 1));
  }

  private async rowOfDocument(work: Work, deadline: Deadline): Promise<CollectionCaseEntity> {
    const row = await this.cases.caseOfDocument(work, deadline.subjectId);
    if (!row) throw new Error(`the document of deadline ${deadline.id} is gone`);
    return row;
  }

  private async ask(
    work: Work,
    row: CollectionCaseEntity,
    kind: string,
    subjectId: string,
    title: string,
    article: LegalRef,
    end?: TermEnd,
  ): Promise<void> {
    await this.workItems.open(work, {
      kind,
      role: 'ACCOUNT_OFFICER',
      customsBody: row.customsBody,
      subject: subjectId === row.id ? 'CollectionCase' : 'CollectionDocument',
      subjectId,
      caseId: row.caseId,
      title,
      article,
      ...(end ? { dueAt: end.endsAt, escalateAt: end.endsAt } : {}),
    });
  }
}
