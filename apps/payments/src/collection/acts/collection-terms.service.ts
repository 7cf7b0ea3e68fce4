/** Durable terms of collection (D-PAY-23, 28 to 33); what a stage does when one of its own runs out stands with the stage. */
import { Inject, Injectable } from '@nestjs/common';
import type { TermEnd } from '@shekara/calendar';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import { art, type LegalRef } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { type WorkItemKind, WorkItems } from '@shekara/work-items';
import { CollectionAnnouncements } from '../case/collection-announcements.service.js';
import type { CollectionCaseEntity } from '../case/collection-case.entity.js';
import { CollectionCases } from '../case/collection-cases.repository.js';
import type { CollectionDocumentEntity } from '../case/collection-document.entity.js';
import { INFORM_PAYER, LIFT_RESTRICTION } from '../case/collection-queues.js';

export const DEBTOR_LIST_TERM = 'COLLECTION_DEBTOR_LIST';
export const SETTLEMENT_ACT_TERM = 'COLLECTION_SETTLEMENT_ACT';
export const DEBTOR_WAIT_TERM = 'COLLECTION_DEBTOR_WAIT';
export const LIMITATION_TERM = 'COLLECTION_LIMITATION';
const INFORM_PAYER_TERM = 'COLLECTION_INFORM_PAYER';
export const LIFT_TERM = 'COLLECTION_LIFT';

@Injectable()
export class CollectionTerms {
  constructor(
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
    const row = await this.caseOfDocument(work, deadline);
    this.announcements.record(work, row, 'InformationToPayerOverdue', art(161, 2), {
      documentId: deadline.subjectId,
    });
  }

  /** The case of the document that a deadline is about. @throws Error when the document is gone: a bug. */
  async caseOfDocument(work: Work, deadline: Deadline): Promise<CollectionCaseEntity> {
    const row = await this.cases.caseOfDocument(work, deadline.subjectId);
    if (!row) throw new Error(`the document of deadline ${deadline.id} is gone`);
    return row;
  }

  /** Puts what is late or possible now before an account officer. */
  async ask(
    work: Work,
    row: CollectionCaseEntity,
    kind: WorkItemKind,
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
