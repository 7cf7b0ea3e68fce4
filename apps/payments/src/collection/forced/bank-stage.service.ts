/** Collection orders to banks, on accounts of the payer or of a debtor, and their answers (art. 165, 166.4-5). Queue Q-PAY-11. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { LegalCalendar } from '@shekara/calendar';
import { art, type Decision, type LegalRef, Money, type Reason } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { type BankOrderAnswer, BankOrderListeners } from '../../bank-orders/bank-order-listeners.service.js';
import type { BankOrderEntity } from '../../bank-orders/bank-order.entity.js';
import { BANK_ORDER_ANSWER, BankOrders } from '../../bank-orders/bank-orders.service.js';
import type { PayableKind } from '../../payment-kind.js';
import {
  type BankAnswer,
  closeBankStage,
  recordBankAnswer,
  recordReturned,
  sendBankOrder,
} from './bank-collection.js';
import { checkOwedFor } from '../case/case-debts.js';
import { type CaseHandled, CollectionActs } from '../acts/collection-acts.service.js';
import { CollectionAnnouncements } from '../case/collection-announcements.service.js';
import { caseOf, type CollectionCaseEntity, debtsIn } from '../case/collection-case.entity.js';
import type { CollectionEvent } from '../case/collection-case.js';
import { CollectionCases } from '../case/collection-cases.repository.js';
import type { CollectionDocumentEntity } from '../case/collection-document.entity.js';
import { CollectionDocuments } from '../case/collection-documents.service.js';
import type { BankAccount, CollectionOrder } from '../documents/collection-order-document.js';

export interface OrderAsked {
  readonly account: BankAccount;
  readonly amount: Money;
  readonly kind: PayableKind;
}

/** Whose account an order is on, as the bank must know. */
export interface OrderHolderName {
  readonly holder: string;
  readonly holderName: string;
}

const ORDER = art(165, 2);
const ANSWER = art(165, 5);

@Injectable()
export class BankStage implements OnModuleInit {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(BankOrders) private readonly bankOrders: BankOrders,
    @Inject(BankOrderListeners) private readonly listeners: BankOrderListeners,
    @Inject(CollectionActs) private readonly acts: CollectionActs,
    @Inject(CollectionCases) private readonly cases: CollectionCases,
    @Inject(CollectionDocuments) private readonly documents: CollectionDocuments,
    @Inject(CollectionAnnouncements) private readonly announcements: CollectionAnnouncements,
  ) {}

  onModuleInit(): void {
    this.listeners.add({
      holdBeforeOrder: (work, documentId) => this.cases.caseOfDocument(work, documentId),
      bankOrderAnswered: (work, order, answer) => this.answeredByBank(work, order, answer),
      bankOrderRefused: async (work, order) => {
        if (order.kind !== 'COLLECT') return;
        const on = this.acts.today(work);
        await this.answeredByBank(work, order, { result: 'UNFILLED', credited: Money.ZERO, on });
      },
    });
  }

  /** Sends an order on an account of the payer (R-PAY-165 to R-PAY-167). */
  async send(work: Work, row: CollectionCaseEntity, asked: OrderAsked): Promise<CaseHandled> {
    await this.acts.bringUpToDate(work, row);
    const document = await this.prepare(work, row, asked);
    const on = this.acts.today(work);
    const decision = sendBankOrder(caseOf(row), { ...asked, id: document.id, on });
    const holder = { holder: row.payer, holderName: row.payerName };
    return this.sendDecided(work, row, asked, document, decision, holder, ORDER);
  }

  /** The document of an order, not issued yet. */
  prepare(
    work: Work,
    row: CollectionCaseEntity,
    { account, amount, kind }: OrderAsked,
  ): Promise<CollectionDocumentEntity> {
    const { secures, ...of } = account;
    const content = {
      ...of,
      amount: amount.toString(),
      kind,
      ...(secures
        ? {
            secures: { balance: secures.balance.toString(), principalOwed: secures.principalOwed.toString() },
          }
        : {}),
    };
    return this.documents.prepare(work, row, 'COLLECTION_ORDER', 'SENT', content);
  }

  /** Issues an order that was decided on and hands it to the bank. Refuses more than is owed under its budget code. */
  async sendDecided(
    work: Work,
    row: CollectionCaseEntity,
    { account, amount, kind }: OrderAsked,
    document: CollectionDocumentEntity,
    decision: Decision<CollectionEvent>,
    holder: OrderHolderName,
    ground: LegalRef,
  ): Promise<CaseHandled> {
    if (!decision.accepted) return decision;
    const owed = checkOwedFor(debtsIn(row.debts), kind, amount);
    if (!owed.accepted) return owed;
    const order = await this.bankOrders.issue(work, {
      kind: 'COLLECT',
      documentId: document.id,
      number: document.number,
      bankId: account.bank,
      caseId: row.caseId,
      customsBody: row.customsBody,
      ...holder,
      accounts: [account.account],
      ground,
      collect: {
        amount,
        currency: account.currency,
        paymentKind: kind,
        budgetCode: await this.budgetCodeOf(work, kind),
      },
    });
    document.content = { ...document.content, ...holder, bankOrderId: order.id };
    await this.documents.issue(work, row, document, ground);
    await this.acts.take(work, row, decision, { on: this.acts.today(work), document });
    return { accepted: true, row, document };
  }

  /** What the bank answered, also after the case was closed: then it is over-collected (art. 165.5, 153.1; R-PAY-181). */
  async answer(work: Work, row: CollectionCaseEntity, answer: BankAnswer): Promise<CaseHandled> {
    await this.acts.bringUpToDate(work, row);
    const order = caseOf(row).orders.find(({ id }) => id === answer.orderId);
    const document = await this.cases.document(work, row.id, { id: answer.orderId }, 'COLLECTION_ORDER');
    const decision = recordBankAnswer(caseOf(row), answer, this.calendar);
    const act = { on: answer.on, ...(document ? { document } : {}), ...onlyKindOf(order) };
    const refused = await this.acts.take(work, row, decision, act);
    if (refused) return refused;
    const answered = await this.cases.document(work, row.id, { id: answer.orderId }, 'COLLECTION_ORDER');
    return { accepted: true, row, ...(answered ? { document: answered } : {}) };
  }

  /** Banks had too little: on to the debtors (art. 166.1). */
  async close(
    work: Work,
    row: CollectionCaseEntity,
    noAccountsRecord: string | undefined,
    officer: Principal,
  ): Promise<CaseHandled> {
    await this.acts.bringUpToDate(work, row);
    const on = this.acts.today(work);
    const decision = closeBankStage(caseOf(row), { on, ...(noAccountsRecord ? { noAccountsRecord } : {}) });
    const refused = await this.acts.take(work, row, decision, { on, officer });
    return refused ?? { accepted: true, row };
  }

  private async answeredByBank(
    work: Work,
    bankOrder: BankOrderEntity,
    answer: BankOrderAnswer,
  ): Promise<void> {
    const row = await this.cases.caseOfDocument(work, bankOrder.documentId);
    const orderId = bankOrder.documentId;
    if (!row || !caseOf(row).orders.some(({ id, status }) => id === orderId && status === 'SENT')) return;
    if (answer.result === 'RETURNED') {
      const decision = recordReturned(caseOf(row), orderId, answer.paymentDocument ?? '');
      await this.acts.take(work, row, decision, { on: answer.on });
      return;
    }
    const { credited, on, rate } = answer;
    const handled = await this.answer(work, row, { orderId, credited, on, ...(rate ? { rate } : {}) });
    if (!handled.accepted) await this.askAboutAnswer(work, row, bankOrder, handled.reasons);
  }

  /** What the bank said is kept and lacks something that the law needs, e.g. the rate: an officer asks the bank (art. 165.4). */
  private async askAboutAnswer(
    work: Work,
    row: CollectionCaseEntity,
    { id, number, bankId }: BankOrderEntity,
    reasons: readonly Reason[],
  ): Promise<void> {
    const codes = reasons.map(({ code }) => code);
    this.announcements.record(work, row, 'BankAnswerNotTaken', ANSWER, {
      order: number,
      bankId,
      reasons: codes,
    });
    await this.workItems.open(work, {
      kind: BANK_ORDER_ANSWER,
      role: 'ACCOUNT_OFFICER',
      customsBody: row.customsBody,
      subject: 'BankOrder',
      subjectId: id,
      caseId: row.caseId,
      title: `Answer to order ${number} lacks ${codes.join(', ')}`,
      article: ANSWER,
    });
  }

  private async budgetCodeOf(work: Work, kind: PayableKind): Promise<string> {
    const [row] = await work.manager.query<{ code: string }[]>(
      `SELECT budget_code AS code FROM budget_codes
        WHERE purpose = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2) ORDER BY valid_from DESC LIMIT 1`,
      [kind, this.acts.today(work)],
    );
    if (!row) throw new Error(`no budget code of ${kind}`);
    return row.code;
  }
}

function onlyKindOf(order: CollectionOrder | undefined): { readonly only?: PayableKind } {
  return order ? { only: order.kind } : {};
}
