/** What others are told of a case, and what its history keeps: every event with its article (art. 157, 161 to 169). */
import { Inject, Injectable } from '@nestjs/common';
import {
  BankruptcyAppliedForSchema,
  CollectionClosedSchema,
  CollectionOpenedSchema,
  CollectionOrderSentSchema,
  CollectionOrderSettledSchema,
  CollectionStageReachedSchema,
  DebtCollectedSchema,
  DebtorNoticeSentSchema,
  GuaranteeCalledSchema,
  type MessageInitShape,
  moneyMessage,
  PropertyForeclosedSchema,
  SecuringMeasureLiftedSchema,
  SecuringMeasureOverdueSchema,
  SecuringMeasureTakenSchema,
} from '@shekara/contracts';
import { art, type LegalRef, Money } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { DebtOfKind } from '../../debt-notice/notice-content.js';
import { totalOf } from './case-debts.js';
import type { CollectionCaseEntity } from './collection-case.entity.js';
import type { CollectionEvent, MeasureRecord } from './collection-case.js';
import type { CollectionDocumentEntity } from './collection-document.entity.js';
import { measureOf } from './collection-measures.js';
import type { CollectionOrder, OrderStatus } from '../documents/collection-order-document.js';
import type { DebtorNotice } from '../documents/debtor-documents.js';
import type { ForeclosureResolution } from '../documents/foreclosure-resolution.js';

/** The article of each event of a case. */
const ARTICLE: Readonly<Record<CollectionEvent['type'], LegalRef>> = {
  NoticeDefaultRecorded: art(161, 1),
  OwnMoneyOffset: art(161, 1),
  PenaltyInterestAdded: art(158, 2),
  GuaranteeCalled: art(161, 1),
  GuaranteeDemandRecorded: art(161, 1),
  GuaranteeResultRecorded: art(161, 1),
  NoSecurityRecorded: art(161, 1),
  OwnMoneyInsufficient: art(162, 1),
  SecuringMeasureRecorded: art(157, '3(3)'),
  SecuringMeasureLifted: art(162, 5),
  ForcedCollectionOpened: art(157, '3(4)'),
  CollectionOrderSent: art(165, 2),
  CollectionOrderAnswered: art(165, 5),
  CollectionOrderReturned: art(165, 3),
  BankAccountsInsufficient: art(166, 1),
  DebtorNoticeSent: art(166, 2),
  DebtorNoticeReceived: art(166, 1),
  SettlementActAccepted: art(166, 3),
  DebtorDropped: art(166, 2),
  DebtorsInsufficient: art(167, 1),
  ForeclosureResolved: art(167, 2),
  SaleProceedsCredited: art(168),
  CollectionExhausted: art(169, 1),
  BankruptcyApplied: art(169, 1),
  DebtWrittenOff: art(172),
  DebtPaid: art(129, '2(1)'),
  DisputedPartPaused: art(182, 2),
  DisputedPartResumed: art(182, 2),
  CollectionClosed: art(157, 6),
};

export type CollectedFrom = 'OFFSET' | 'GUARANTEE' | 'BANK_ORDER' | 'SALE' | 'PAYMENT';

function identity(row: CollectionCaseEntity) {
  const { number, caseId, payer, customsBody, noticeId } = row;
  return { collectionId: row.id, collection: { number, caseId, payer, customsBody, noticeId } };
}

@Injectable()
export class CollectionAnnouncements {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  /** An event of the case into its history. */
  happened(work: Work, row: CollectionCaseEntity, event: CollectionEvent): void {
    const { type, ...facts } = event;
    this.record(work, row, type, ARTICLE[type], facts);
  }

  record(work: Work, row: CollectionCaseEntity, type: string, ground: LegalRef, facts: object): void {
    work.record({
      stream: 'CollectionCase',
      streamId: row.id,
      caseId: row.caseId,
      type,
      payload: { number: row.number, ...facts },
      ground,
    });
  }

  opened(work: Work, row: CollectionCaseEntity): void {
    const { noticeNumber, part, openedOn, debt } = row;
    this.tell(
      work,
      row,
      CollectionOpenedSchema,
      { noticeNumber, part, openedOn, debt: moneyMessage(Money.ofTenge(debt)) },
      ARTICLE.NoticeDefaultRecorded,
    );
  }

  /** `called`: what of the debt the security stands for; interest is in it up to `accruedTo`, itself included. */
  guaranteeCalled(
    work: Work,
    row: CollectionCaseEntity,
    cover: { readonly coverId: string; readonly securityNumber: string; readonly declarationNumber: string },
    called: readonly DebtOfKind[],
    accruedTo: string,
  ): void {
    const sums = called.map(({ kind, principal, penaltyInterest }) => ({
      kind,
      principal: moneyMessage(principal),
      penaltyInterest: moneyMessage(penaltyInterest),
    }));
    const dueOn = row.overdue.map((sum) => sum.dueOn).reduce((one, other) => (one > other ? one : other), '');
    const amount = moneyMessage(totalOf(called));
    const said = { ...cover, amount, sums, accruedTo, dueOn: dueOn || row.noticeDate };
    this.tell(work, row, GuaranteeCalledSchema, said, ARTICLE.GuaranteeCalled);
  }

  stageReached(work: Work, row: CollectionCaseEntity): void {
    const remaining = moneyMessage(Money.ofTenge(row.debt));
    this.tell(work, row, CollectionStageReachedSchema, { stage: row.state, remaining }, art(157, 4));
  }

  collected(work: Work, row: CollectionCaseEntity, source: CollectedFrom, amount: Money): void {
    const remaining = moneyMessage(Money.ofTenge(row.debt));
    const said = { source, amount: moneyMessage(amount), remaining };
    this.tell(work, row, DebtCollectedSchema, said, source === 'PAYMENT' ? ARTICLE.DebtPaid : art(157, 2));
  }

  /** Of a restriction, with the property of its document. */
  measureTaken(
    work: Work,
    row: CollectionCaseEntity,
    { measure, document, on }: MeasureRecord,
    issued: CollectionDocumentEntity | undefined,
  ): void {
    const said = { measure, document, takenOn: on, ...restrictedBy(issued) };
    this.tell(work, row, SecuringMeasureTakenSchema, said, measureOf(measure).article);
  }

  measureLifted(
    work: Work,
    row: CollectionCaseEntity,
    { measure, document }: MeasureRecord,
    on: string,
  ): void {
    const said = { measure, document, liftedOn: on };
    this.tell(work, row, SecuringMeasureLiftedSchema, said, measureOf(measure).article);
  }

  measureOverdue(
    work: Work,
    row: CollectionCaseEntity,
    { measure, document }: MeasureRecord,
    liftBy: string,
  ): void {
    const ground = measureOf(measure).article;
    this.tell(work, row, SecuringMeasureOverdueSchema, { measure, document, liftBy }, ground);
    this.record(work, row, 'SecuringMeasureOverdue', ground, { measure, document, liftBy });
  }

  orderSent(work: Work, row: CollectionCaseEntity, orderNumber: string, order: CollectionOrder): void {
    const { bank, of, kind, amount, account, currency } = order;
    const said = {
      ...{ orderNumber, bank, holder: of.holder, paymentKind: kind, amount: moneyMessage(amount) },
      ...{ account, currency },
    };
    this.tell(work, row, CollectionOrderSentSchema, said, ARTICLE.CollectionOrderSent);
  }

  orderSettled(
    work: Work,
    row: CollectionCaseEntity,
    orderNumber: string,
    status: OrderStatus,
    credited: Money,
  ): void {
    const said = { orderNumber, status, credited: moneyMessage(credited) };
    this.tell(work, row, CollectionOrderSettledSchema, said, ARTICLE.CollectionOrderAnswered);
  }

  debtorNoticeSent(
    work: Work,
    row: CollectionCaseEntity,
    number: string,
    { debtor, amount }: DebtorNotice,
  ): void {
    const said = { debtorNoticeNumber: number, debtor, amount: moneyMessage(amount) };
    this.tell(work, row, DebtorNoticeSentSchema, said, ARTICLE.DebtorNoticeSent);
  }

  foreclosed(
    work: Work,
    row: CollectionCaseEntity,
    resolution: ForeclosureResolution,
    restrictions: readonly string[],
  ): void {
    const { number, authorizedLegalEntity } = resolution;
    const said = { resolution: number, authorizedLegalEntity, restrictions: [...restrictions] };
    this.tell(work, row, PropertyForeclosedSchema, said, ARTICLE.ForeclosureResolved);
  }

  bankruptcyApplied(work: Work, row: CollectionCaseEntity, debt: Money): void {
    this.tell(work, row, BankruptcyAppliedForSchema, { debt: moneyMessage(debt) }, ARTICLE.BankruptcyApplied);
  }

  closed(work: Work, row: CollectionCaseEntity): void {
    const said = { ground: row.closingGround ?? '', closedOn: row.closedOn ?? '' };
    this.tell(work, row, CollectionClosedSchema, said, ARTICLE.CollectionClosed);
  }

  private tell<Schema extends CollectionSchema>(
    work: Work,
    row: CollectionCaseEntity,
    schema: Schema,
    said: MessageInitShape<Schema>,
    ground: LegalRef,
  ): void {
    const message = { ...identity(row), ...said } as MessageInitShape<Schema>;
    this.outbox.publish(work, schema, message, { caseId: row.caseId, ground });
  }
}

type CollectionSchema =
  | typeof BankruptcyAppliedForSchema
  | typeof CollectionClosedSchema
  | typeof CollectionOpenedSchema
  | typeof CollectionOrderSentSchema
  | typeof CollectionOrderSettledSchema
  | typeof CollectionStageReachedSchema
  | typeof DebtCollectedSchema
  | typeof DebtorNoticeSentSchema
  | typeof GuaranteeCalledSchema
  | typeof PropertyForeclosedSchema
  | typeof SecuringMeasureLiftedSchema
  | typeof SecuringMeasureOverdueSchema
  | typeof SecuringMeasureTakenSchema;

/** What an item of an inventory says of itself; the price is tenge as text. */
interface ListedItem {
  readonly name: string;
  readonly price: string;
}

/** The property of a restriction, as its document lists it (art. 164.4); nothing for any other document. */
function restrictedBy(document: CollectionDocumentEntity | undefined) {
  if (document?.kind !== 'PROPERTY_RESTRICTION') return {};
  const { value, items } = document.content as {
    readonly value: string;
    readonly items: readonly ListedItem[];
  };
  return {
    items: items.map(({ name, price }) => ({ name, price: moneyMessage(Money.ofTenge(price)) })),
    value: moneyMessage(Money.ofTenge(value)),
  };
}
