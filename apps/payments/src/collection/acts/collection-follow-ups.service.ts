/** What an event of a case brings with it: messages, queues, terms, documents that move, orders that are recalled. */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import { art, Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import type { PayerAtBody } from '../../ledger/account.js';
import { BankOrders } from '../../bank-orders/bank-orders.service.js';
import { CollectionAnnouncements } from '../case/collection-announcements.service.js';
import type { CollectionCaseEntity } from '../case/collection-case.entity.js';
import type { CollectionCase, CollectionEvent } from '../case/collection-case.js';
import type { CollectionDocumentEntity } from '../case/collection-document.entity.js';
import type { SettledPart } from '../case/case-debts.js';
import type { MoneyPurpose, PayableKind } from '../../payment-kind.js';
import { CollectionCases } from '../case/collection-cases.repository.js';
import { CollectionDocuments } from '../case/collection-documents.service.js';
import { measureOf } from '../case/collection-measures.js';
import { inForce } from '../securing/securing-measures.js';
import {
  DEBTOR_LIST_LATE,
  DEBTOR_ORDER,
  lookedAtBy,
  SETTLEMENT_ACT_LATE,
  STAGE_QUEUES,
} from '../case/collection-queues.js';
import {
  CollectionTerms,
  DEBTOR_LIST_TERM,
  DEBTOR_WAIT_TERM,
  LIMITATION_TERM,
  SETTLEMENT_ACT_TERM,
} from './collection-terms.service.js';

/** What an act says besides its decision. */
export interface Act {
  readonly on: CivilDate;
  /** Who acts; the act that closes a stage completes that officer's item. */
  readonly officer?: Principal;
  /** The document that the act issues or that it is about. */
  readonly document?: CollectionDocumentEntity;
  /** The one budget code that the act's sum settles; all in the order of crediting without it. */
  readonly only?: PayableKind;
  /** Own money of which purpose is set off. */
  readonly from?: MoneyPurpose;
  /** The parts that the act settles, where they are known: the account shows them settled, or a deposit paid them. */
  readonly parts?: readonly SettledPart[];
  /** Whose deposit paid the parts (art. 145.3). */
  readonly deposit?: PayerAtBody;
}

type Closed = Extract<CollectionEvent, { type: 'CollectionClosed' }>;

@Injectable()
export class CollectionFollowUps {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(BankOrders) private readonly bankOrders: BankOrders,
    @Inject(CollectionCases) private readonly cases: CollectionCases,
    @Inject(CollectionDocuments) private readonly documents: CollectionDocuments,
    @Inject(CollectionTerms) private readonly terms: CollectionTerms,
    @Inject(CollectionAnnouncements) private readonly announcements: CollectionAnnouncements,
  ) {}

  /** `row` stands after the event, `before` is the case before it. */
  async after(
    work: Work,
    row: CollectionCaseEntity,
    before: CollectionCase,
    event: CollectionEvent,
    act: Act,
  ): Promise<void> {
    switch (event.type) {
      case 'OwnMoneyOffset':
      case 'GuaranteeResultRecorded':
        if (event.informPayerBy && act.document)
          await this.terms.askToInform(work, row, act.document, event.informPayerBy);
        break;
      case 'SecuringMeasureRecorded':
        if (event.record.attempt === 'TAKEN')
          this.announcements.measureTaken(work, row, event.record, act.document);
        break;
      case 'SecuringMeasureLifted':
        for (const record of before.measures.filter(({ document }) => document === event.document))
          this.announcements.measureLifted(work, row, record, event.on);
        break;
      case 'CollectionOrderSent':
        this.announcements.orderSent(work, row, act.document?.number ?? event.order.id, event.order);
        break;
      case 'CollectionOrderAnswered':
        await this.orderSettled(work, row, event.orderId, event.status, event.credited);
        break;
      case 'CollectionOrderReturned':
        await this.orderSettled(work, row, event.orderId, 'RETURNED', Money.ZERO);
        break;
      case 'DebtorNoticeSent':
        this.announcements.debtorNoticeSent(work, row, act.document?.number ?? event.notice.id, event.notice);
        break;
      case 'ForeclosureResolved':
        this.announcements.foreclosed(
          work,
          row,
          event.resolution,
          inForce(before).flatMap(({ measure, document }) =>
            measure === 'S3_PROPERTY_RESTRICTION' ? [document] : [],
          ),
        );
        break;
      case 'BankruptcyApplied':
        this.announcements.bankruptcyApplied(work, row, event.debt);
        break;
      case 'CollectionClosed':
        await this.closed(work, row, event, act);
        break;
      default:
        break;
    }
    if (row.state !== before.state) await this.stageChanged(work, row, before, act);
  }

  /** The case stands in its first stage: its queue, and the terms that run from the start. */
  async openStage(work: Work, row: CollectionCaseEntity): Promise<void> {
    const queue = STAGE_QUEUES[row.state];
    if (!queue) return;
    const today = this.calendar.civilDate(work.context.at);
    const dueAt = lookedAtBy(queue, today, this.calendar);
    await this.workItems.open(work, {
      kind: queue.kind,
      role: queue.role,
      customsBody: row.customsBody,
      subject: 'CollectionCase',
      subjectId: row.id,
      caseId: row.caseId,
      title: `Collection ${row.number}: ${queue.says}`,
      article: queue.article,
      ...(dueAt ? { dueAt } : {}),
    });
  }

  private async stageChanged(
    work: Work,
    row: CollectionCaseEntity,
    before: CollectionCase,
    { officer }: Act,
  ): Promise<void> {
    const left = STAGE_QUEUES[before.state];
    if (left) {
      if (officer) await this.workItems.complete(work, left.kind, row.id, officer, row.state);
      else await this.workItems.cancel(work, left.kind, row.id, row.closingGround ?? row.state);
    }
    if (row.state === 'CLOSED') return;
    this.announcements.stageReached(work, row);
    await this.openStage(work, row);
  }

  /** Restrictions are to be lifted in a working day, orders at banks are recalled, nothing else is waited for (R-PAY-161). */
  private async closed(work: Work, row: CollectionCaseEntity, event: Closed, { on }: Act): Promise<void> {
    row.closedOn = on;
    row.closingGround = event.ground;
    for (const { document: number, measure, by } of event.lift) {
      const document = await this.cases.document(work, row.id, { number });
      if (document) await this.terms.askToLift(work, row, document, by, measureOf(measure).article);
    }
    for (const orderId of event.recall) await this.recall(work, row, orderId);
    await this.terms.end(work, LIMITATION_TERM, row.id);
    await this.terms.end(work, DEBTOR_LIST_TERM, row.id);
    await this.workItems.cancel(work, DEBTOR_LIST_LATE, row.id, event.ground);
    for (const { id } of row.progress.debtorNotices) {
      await this.terms.end(work, SETTLEMENT_ACT_TERM, id);
      await this.terms.end(work, DEBTOR_WAIT_TERM, id);
      await this.workItems.cancel(work, SETTLEMENT_ACT_LATE, id, event.ground);
      await this.workItems.cancel(work, DEBTOR_ORDER, id, event.ground);
    }
    this.announcements.closed(work, row);
  }

  /** A bank that has answered meanwhile keeps its answer; what it sent is the payer's money. */
  private async recall(work: Work, row: CollectionCaseEntity, orderId: string): Promise<void> {
    const document = await this.cases.document(work, row.id, { id: orderId }, 'COLLECTION_ORDER');
    if (!document) throw new Error(`collection order ${orderId} of ${row.number} is gone`);
    const bankOrderId = document.content.bankOrderId;
    const number = await this.cases.nextNumber(
      work,
      row.customsBody,
      this.calendar.civilDate(work.context.at),
      'D',
    );
    if (typeof bankOrderId === 'string')
      await this.bankOrders.recall(work, bankOrderId, { number, ground: art(157, 6) });
    await this.documents.move(work, row, document, 'RECALLED', art(157, 6), { recalledBy: number });
    this.announcements.orderSettled(work, row, document.number, 'RECALLED', Money.ZERO);
  }

  private async orderSettled(
    work: Work,
    row: CollectionCaseEntity,
    orderId: string,
    state: 'EXECUTED' | 'PARTIAL' | 'UNFILLED' | 'RETURNED' | 'SENT' | 'RECALLED',
    credited: Money,
  ): Promise<void> {
    const document = await this.cases.document(work, row.id, { id: orderId }, 'COLLECTION_ORDER');
    if (!document) throw new Error(`collection order ${orderId} of ${row.number} is gone`);
    await this.documents.move(work, row, document, state, art(165, 5), { credited: credited.toString() });
    this.announcements.orderSettled(work, row, document.number, state, credited);
  }
}
