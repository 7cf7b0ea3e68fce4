/** The bank's working days, and what an officer looks at in queue Q-PAY-11 (art. 162.3, 165.5). */
import { Inject, Injectable } from '@nestjs/common';
import { LegalCalendar, type TermEnd } from '@shekara/calendar';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import { art } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { type WorkItemKind, WorkItems } from '@shekara/work-items';
import { executeBy } from '../bank-duties/answer-term.js';
import { unanswered } from '../bank-duties/bank-message.js';
import { BankOrderAnnouncements } from './bank-order-announcements.service.js';
import { BankOrderListeners } from './bank-order-listeners.service.js';
import { documentOf, holdOrder } from './bank-order-page.repository.js';
import { type BankOrderEntity, bankMessageOf } from './bank-order.entity.js';

const ACKNOWLEDGEMENT_TERM = 'BANK_ORDER_ACKNOWLEDGEMENT';
const EXECUTION_TERM = 'BANK_ORDER_EXECUTION';
/** The bank did not acknowledge or answer in its working day. */
export const BANK_ORDER_LATE = 'BANK_ORDER_LATE';
/** The bank refused, gave too little, or its answer cannot be taken. */
export const BANK_ORDER_ANSWER = 'BANK_ORDER_ANSWER';

@Injectable()
export class BankOrderTerms {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(BankOrderListeners) private readonly listeners: BankOrderListeners,
    @Inject(BankOrderAnnouncements) private readonly announcements: BankOrderAnnouncements,
  ) {}

  /** The bank's day to acknowledge, from the instant of sending. */
  async runAcknowledgement(work: Work, order: BankOrderEntity, end: TermEnd): Promise<void> {
    await this.run(work, order, ACKNOWLEDGEMENT_TERM, order.issuedAt, end);
  }

  /** The bank's day to answer a collection order, from its receipt; sets the order's `executeBy`. */
  async runExecution(work: Work, order: BankOrderEntity, receivedAt: Date): Promise<void> {
    const end = executeBy(receivedAt, this.calendar);
    order.executeBy = end.lastDay;
    await this.run(work, order, EXECUTION_TERM, receivedAt, end);
  }

  /** Nothing is waited for any more. */
  async end(work: Work, { id }: BankOrderEntity, outcome: string): Promise<void> {
    await this.deadlines.cancel(work, ACKNOWLEDGEMENT_TERM, id);
    await this.deadlines.cancel(work, EXECUTION_TERM, id);
    await this.workItems.cancel(work, BANK_ORDER_LATE, id, outcome);
  }

  async queue(work: Work, order: BankOrderEntity, kind: WorkItemKind, title: string): Promise<void> {
    await this.workItems.open(work, {
      kind,
      role: 'ACCOUNT_OFFICER',
      customsBody: order.customsBody,
      subject: 'BankOrder',
      subjectId: order.id,
      caseId: order.caseId,
      title,
      article: art(165, 5),
    });
  }

  @OnDeadline(ACKNOWLEDGEMENT_TERM)
  async notAcknowledged(deadline: Deadline, work: Work): Promise<void> {
    await this.late(work, deadline, 'is not acknowledged');
  }

  @OnDeadline(EXECUTION_TERM)
  async notExecuted(deadline: Deadline, work: Work): Promise<void> {
    await this.late(work, deadline, 'is not answered');
  }

  private async late(work: Work, deadline: Deadline, what: string): Promise<void> {
    const documentId = await documentOf(work, deadline.subjectId);
    if (documentId !== undefined) await this.listeners.holdBefore(work, documentId);
    const order = await holdOrder(work, deadline.subjectId);
    if (!order) throw new Error(`the bank order of deadline ${deadline.id} is gone`);
    if (unanswered([bankMessageOf(order)]).length === 0) return;
    this.announcements.late(work, order, deadline.kind);
    const title = `Bank ${order.bankId}: order ${order.number} ${what} in its term`;
    await this.queue(work, order, BANK_ORDER_LATE, title);
    await this.listeners.late(work, order);
  }

  private async run(
    work: Work,
    { id, caseId }: BankOrderEntity,
    kind: string,
    startedAt: Date,
    end: TermEnd,
  ): Promise<void> {
    const article = kind === EXECUTION_TERM ? art(165, 5) : art(162, 3);
    await this.deadlines.start(work, {
      ...{ kind, subjectId: id, caseId, article },
      ...{ startedAt, dueAt: end.endsAt, term: end },
    });
  }
}
