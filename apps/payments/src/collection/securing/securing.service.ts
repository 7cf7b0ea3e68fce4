/** Stage 3 (art. 162 to 164): suspensions and restrictions from issue to lifting. Queues Q-PAY-09 and Q-PAY-10. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import type { CivilDate } from '@shekara/calendar';
import { type Decision, Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { BankOrderListeners } from '../../bank-orders/bank-order-listeners.service.js';
import type { BankOrderEntity } from '../../bank-orders/bank-order.entity.js';
import { BankOrders } from '../../bank-orders/bank-orders.service.js';
import { type CaseHandled, CollectionActs } from '../acts/collection-acts.service.js';
import { caseOf, type CollectionCaseEntity } from '../case/collection-case.entity.js';
import { CollectionCases } from '../case/collection-cases.repository.js';
import type { CollectionDocumentEntity } from '../case/collection-document.entity.js';
import { CollectionDocuments } from '../case/collection-documents.service.js';
import { measureOf, type SecuringMeasure } from '../case/collection-measures.js';
import { LIFT_RESTRICTION } from '../case/collection-queues.js';
import { CollectionTerms } from '../acts/collection-terms.service.js';
import { type PropertyRestrictionDecision, restrictProperty } from './property-restriction.js';
import {
  liftSecuringMeasure,
  openForcedCollection,
  recordMeasureImpossible,
  takeSecuringMeasure,
} from './securing-measures.js';
import { acknowledgeSuspension, type CashOrderHandedOver, deliverCashOrder } from './suspension-orders.js';

export type RestrictionAsked = Omit<PropertyRestrictionDecision, 'number' | 'on'>;

const ACCOUNTS = measureOf('S3_BANK_SUSPENSION').article;
const CASH = measureOf('S3_CASH_SUSPENSION').article;
const PROPERTY = measureOf('S3_PROPERTY_RESTRICTION').article;

@Injectable()
export class SecuringStage implements OnModuleInit {
  constructor(
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(BankOrders) private readonly bankOrders: BankOrders,
    @Inject(BankOrderListeners) private readonly listeners: BankOrderListeners,
    @Inject(CollectionActs) private readonly acts: CollectionActs,
    @Inject(CollectionCases) private readonly cases: CollectionCases,
    @Inject(CollectionDocuments) private readonly documents: CollectionDocuments,
    @Inject(CollectionTerms) private readonly terms: CollectionTerms,
  ) {}

  onModuleInit(): void {
    this.listeners.add({
      bankOrderAcknowledged: (work, order, receivedAt) => this.receivedByBank(work, order, receivedAt),
    });
  }

  /** Orders a bank to suspend debit operations; no accounts named means all there (art. 162.1). In force on receipt (R-PAY-159). */
  async suspendAccounts(
    work: Work,
    row: CollectionCaseEntity,
    { bank, accounts }: { readonly bank: string; readonly accounts: readonly string[] },
  ): Promise<CaseHandled> {
    const content = { payer: row.payer, bank, accounts, issuedAt: work.context.at.toISOString() };
    const document = await this.documents.prepare(work, row, 'BANK_ACCOUNT_SUSPENSION', 'ISSUED', content);
    const refused = await this.takeMeasure(work, row, 'S3_BANK_SUSPENSION', document);
    if (refused) return refused;
    const order = await this.bankOrders.issue(work, {
      kind: 'SUSPEND_ACCOUNTS',
      documentId: document.id,
      number: document.number,
      bankId: bank,
      caseId: row.caseId,
      customsBody: row.customsBody,
      holder: row.payer,
      holderName: row.payerName,
      accounts,
      ground: ACCOUNTS,
    });
    document.content = { ...document.content, bankOrderId: order.id };
    await this.documents.issue(work, row, document, ACCOUNTS);
    return { accepted: true, row, document };
  }

  /** Orders the payer to spend no cash (art. 163.1); it binds once one of its two copies is handed over. */
  async suspendCash(work: Work, row: CollectionCaseEntity, copies: number): Promise<CaseHandled> {
    const content = { payer: row.payer, debt: row.debt, copies };
    const document = await this.documents.prepare(work, row, 'CASH_SUSPENSION', 'ISSUED', content);
    const refused = await this.takeMeasure(work, row, 'S3_CASH_SUSPENSION', document);
    if (refused) return refused;
    await this.documents.issue(work, row, document, CASH);
    return { accepted: true, row, document };
  }

  /** One copy of the cash order was handed over against proof (R-PAY-162). Undefined for no such order. */
  async deliverCash(
    work: Work,
    row: CollectionCaseEntity,
    documentId: string,
    handedOver: CashOrderHandedOver,
  ): Promise<CaseHandled | undefined> {
    const document = await this.cases.document(work, row.id, { id: documentId }, 'CASH_SUSPENSION');
    if (!document) return undefined;
    const {
      copies,
      debt,
      handedOver: earlier,
    } = document.content as { copies: number; debt: string; handedOver?: CashOrderHandedOver };
    const order = {
      number: document.number,
      payer: row.payer,
      debt: Money.ofTenge(debt),
      copies,
      issuedOn: document.issuedOn,
    };
    const decision = deliverCashOrder({ ...order, ...(earlier ? { handedOver: earlier } : {}) }, handedOver);
    if (!decision.accepted) return decision;
    await this.documents.move(work, row, document, 'DELIVERED', CASH, { handedOver });
    return { accepted: true, row, document };
  }

  /** Restricts items worth the debt with interest, with inventory, warning and copies (R-PAY-163, R-PAY-164). */
  async restrict(work: Work, row: CollectionCaseEntity, asked: RestrictionAsked): Promise<CaseHandled> {
    await this.acts.bringUpToDate(work, row);
    const document = await this.documents.prepare(work, row, 'PROPERTY_RESTRICTION', 'RESTRICTED', {});
    const on = this.acts.today(work);
    const decided = restrictProperty({ ...asked, number: document.number, on }, caseOf(row).debt);
    const order = takeSecuringMeasure(caseOf(row), {
      measure: 'S3_PROPERTY_RESTRICTION',
      document: document.number,
      on,
    });
    const refused = firstRefusal(order, decided);
    if (refused) return refused;
    for (const { value, items } of decided.accepted ? decided.events : []) {
      document.content = {
        ...asked,
        debtWithInterest: row.debt,
        value: value.toString(),
        items: items.map((item) => ({ ...item, price: item.price.toString() })),
      };
    }
    await this.acts.take(work, row, order, { on, document });
    await this.documents.issue(work, row, document, PROPERTY);
    return { accepted: true, row, document };
  }

  /** There is nothing to suspend or restrict: the record that says so counts as tried (reading 26). */
  async impossible(
    work: Work,
    row: CollectionCaseEntity,
    measure: SecuringMeasure,
    record: string,
  ): Promise<CaseHandled> {
    await this.acts.bringUpToDate(work, row);
    const document = await this.documents.prepare(work, row, 'MEASURE_IMPOSSIBLE', 'ISSUED', {
      measure,
      record,
    });
    const on = this.acts.today(work);
    const decision = recordMeasureImpossible(caseOf(row), { measure, document: document.number, on });
    const refused = await this.acts.take(work, row, decision, { on, document });
    if (refused) return refused;
    await this.documents.issue(work, row, document, measureOf(measure).article);
    return { accepted: true, row, document };
  }

  /** Lifts a measure; after the case ended it completes the officer's item of queue Q-PAY-10 (R-PAY-161). */
  async lift(
    work: Work,
    row: CollectionCaseEntity,
    documentId: string,
    officer: Principal,
  ): Promise<CaseHandled | undefined> {
    const document = await this.cases.document(
      work,
      row.id,
      { id: documentId },
      'BANK_ACCOUNT_SUSPENSION',
      'CASH_SUSPENSION',
      'PROPERTY_RESTRICTION',
    );
    if (!document) return undefined;
    const on = this.acts.today(work);
    const refused = await this.acts.take(work, row, liftSecuringMeasure(caseOf(row), document.number, on), {
      on,
      document,
    });
    if (refused) return refused;
    if (row.state === 'CLOSED')
      await this.workItems.complete(work, LIFT_RESTRICTION, document.id, officer, 'LIFTED');
    await this.terms.lifted(work, document.id);
    const ground =
      document.kind === 'BANK_ACCOUNT_SUSPENSION'
        ? ACCOUNTS
        : document.kind === 'CASH_SUSPENSION'
          ? CASH
          : PROPERTY;
    const number = await this.cases.nextNumber(work, row.customsBody, on, 'D');
    const { bankOrderId } = document.content;
    if (typeof bankOrderId === 'string') await this.bankOrders.recall(work, bankOrderId, { number, ground });
    await this.documents.move(work, row, document, 'CANCELLED', ground, {
      cancelledBy: number,
      cancelledOn: on,
    });
    return { accepted: true, row, document };
  }

  /** Stage 4 opens once a measure was taken or is impossible (R-PAY-155). */
  async openForced(work: Work, row: CollectionCaseEntity, officer: Principal): Promise<CaseHandled> {
    await this.acts.bringUpToDate(work, row);
    const on = this.acts.today(work);
    const refused = await this.acts.take(work, row, openForcedCollection(caseOf(row), on), { on, officer });
    return refused ?? { accepted: true, row };
  }

  /** Art. 162.3: the suspension is in force from the bank's receipt (R-PAY-159). */
  private async receivedByBank(work: Work, order: BankOrderEntity, receivedByBankAt: Date): Promise<void> {
    if (order.kind !== 'SUSPEND_ACCOUNTS') return;
    const row = await this.cases.caseOfDocument(work, order.documentId);
    const document =
      row && (await this.cases.document(work, row.id, { id: order.documentId }, 'BANK_ACCOUNT_SUSPENSION'));
    if (!document || document.state !== 'ISSUED') return;
    const { bank, accounts, issuedAt } = document.content as {
      bank: string;
      accounts: string[];
      issuedAt: string;
    };
    const suspension = {
      number: document.number,
      payer: row.payer,
      bank,
      accounts,
      issuedAt: new Date(issuedAt),
    };
    const decision = acknowledgeSuspension(suspension, receivedByBankAt);
    if (!decision.accepted) return;
    await this.documents.move(work, row, document, 'IN_FORCE', ACCOUNTS, {
      receivedByBankAt: receivedByBankAt.toISOString(),
    });
  }

  private async takeMeasure(
    work: Work,
    row: CollectionCaseEntity,
    measure: SecuringMeasure,
    document: CollectionDocumentEntity,
  ) {
    await this.acts.bringUpToDate(work, row);
    const on: CivilDate = this.acts.today(work);
    const decision = takeSecuringMeasure(caseOf(row), { measure, document: document.number, on });
    return this.acts.take(work, row, decision, { on, document });
  }
}

/** Every reason of both, those of the case's order first; undefined when both accept. */
function firstRefusal(order: Decision<unknown>, papers: Decision<unknown>) {
  if (!order.accepted && !papers.accepted)
    return { accepted: false, reasons: [...order.reasons, ...papers.reasons] } as const;
  if (!order.accepted) return order;
  return papers.accepted ? undefined : papers;
}
