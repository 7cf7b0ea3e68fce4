/** Orders to banks: issued, recalled, acknowledged, answered; each with the bank's working day (art. 162, 165, 166). */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { LegalCalendar } from '@shekara/calendar';
import { Exact, type LegalRef, type Money, reason, type Reason, type Refused, refuse } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { acknowledgeBy } from '../bank-duties/answer-term.js';
import { bankDutiesReasons } from '../bank-duties/bank-duties-reasons.js';
import {
  acknowledgeMessage,
  answerCollection,
  BANK_MESSAGE_KINDS,
  type BankExecution,
  type BankMessageKind,
  type BankRefusal,
  evolve,
  RECALLED_BY,
  recallMessage,
  refuseMessage,
} from '../bank-duties/bank-message.js';
import { BankOrderAnnouncements } from './bank-order-announcements.service.js';
import { documentOf, holdOrder } from './bank-order-page.repository.js';
import { BANK_ORDER_ANSWER, BankOrderTerms } from './bank-order-terms.service.js';
import { BankOrderListeners } from './bank-order-listeners.service.js';
import { BankOrderEntity, bankMessageOf } from './bank-order.entity.js';

export { BANK_ORDER_ANSWER, BANK_ORDER_LATE } from './bank-order-terms.service.js';

export interface BankOrderToIssue {
  readonly kind: Extract<BankMessageKind, 'SUSPEND_ACCOUNTS' | 'COLLECT'>;
  /** Id of the asking slice's own document; it comes back with every answer. */
  readonly documentId: string;
  /** Number of the document as people see it. */
  readonly number: string;
  readonly bankId: string;
  readonly caseId: string;
  readonly customsBody: string;
  /** Holder of the accounts: the payer, or its debtor. */
  readonly holder: string;
  readonly holderName: string;
  /** Empty: every account of the holder in the bank. */
  readonly accounts: readonly string[];
  readonly ground: LegalRef;
  /** COLLECT needs it. */
  readonly collect?: {
    readonly amount: Money;
    /** Of the account, ISO 4217. */
    readonly currency: string;
    readonly paymentKind: string;
    readonly budgetCode: string;
  };
}

export type HandledOrder = { readonly accepted: true; readonly order: BankOrderEntity } | Refused;

export interface BankOrderRecall {
  /** Number of the document that recalls. */
  readonly number: string;
  readonly ground: LegalRef;
}

@Injectable()
export class BankOrders {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(BankOrderTerms) private readonly terms: BankOrderTerms,
    @Inject(BankOrderListeners) private readonly listeners: BankOrderListeners,
    @Inject(BankOrderAnnouncements) private readonly announcements: BankOrderAnnouncements,
  ) {}

  /** Sends an order to a bank; its working day to acknowledge starts. @throws TypeError for COLLECT without a sum: a bug. */
  async issue(work: Work, order: BankOrderToIssue): Promise<BankOrderEntity> {
    if ((order.kind === 'COLLECT') !== (order.collect !== undefined))
      throw new TypeError(`${order.kind} ${order.number}: a sum belongs to a collection order`);
    const { ground, collect, ...fields } = order;
    return this.send(work, ground, {
      ...fields,
      earlierOrderId: null,
      amount: collect?.amount.toString() ?? null,
      currency: collect?.currency ?? null,
      paymentKind: collect?.paymentKind ?? null,
      budgetCode: collect?.budgetCode ?? null,
    });
  }

  /**
   * Ends an order: the bank gets LIFT_SUSPENSION or RECALL_COLLECTION, which it acknowledges too. Answers the message that
   * recalls. Refuses BANK_MESSAGE_STATE_UNFIT for an order that is answered, refused or recalled, BANK_MESSAGE_UNKNOWN.
   */
  async recall(work: Work, orderId: string, { number, ground }: BankOrderRecall): Promise<HandledOrder> {
    const earlier = await this.hold(work, orderId);
    const kind = earlier && RECALLED_BY[earlier.kind];
    if (!earlier || !kind)
      return refuse(reason(bankDutiesReasons.BANK_MESSAGE_UNKNOWN, { pointer: '/orderId' }));
    const decision = recallMessage(bankMessageOf(earlier));
    if (!decision.accepted) return decision;
    earlier.status = 'RECALLED';
    await this.terms.end(work, earlier, 'RECALLED');
    await work.manager.save(earlier);
    this.announcements.recalled(work, earlier, ground);
    const { documentId, bankId, caseId, customsBody, holder, holderName, accounts } = earlier;
    const { amount, currency, paymentKind, budgetCode } = earlier;
    const order = { documentId, bankId, caseId, customsBody, holder, holderName, accounts };
    const sum = { amount, currency, paymentKind, budgetCode };
    return {
      accepted: true,
      order: await this.send(work, ground, { ...order, ...sum, kind, number, earlierOrderId: earlier.id }),
    };
  }

  /** The bank received the order: a suspension is in force, a collection order is to be executed in a working day (R-PAY-159). */
  async acknowledge(work: Work, orderId: string, bank: string, receivedAt: Date): Promise<HandledOrder> {
    const order = await this.hold(work, orderId);
    if (!order) return refuse(reason(bankDutiesReasons.BANK_MESSAGE_UNKNOWN, { pointer: '/orderId' }));
    const before = bankMessageOf(order);
    const decision = acknowledgeMessage(before, { bank, receivedAt });
    if (!decision.accepted) return decision;
    if (decision.events.length === 0) return { accepted: true, order };
    order.status = decision.events.reduce(evolve, before).status;
    order.acknowledgedAt = receivedAt;
    await this.terms.end(work, order, 'ACKNOWLEDGED');
    if (BANK_MESSAGE_KINDS[order.kind].needsAnswer) await this.terms.runExecution(work, order, receivedAt);
    await work.manager.save(order);
    this.announcements.acknowledged(work, order);
    await this.listeners.acknowledged(work, order, receivedAt);
    return { accepted: true, order };
  }

  /** The one answer to a collection order (R-PAY-181). What came short of the sum joins queue Q-PAY-11 for the next bank. */
  async answer(work: Work, orderId: string, execution: BankExecution): Promise<HandledOrder> {
    const order = await this.hold(work, orderId);
    if (!order) return refuse(reason(bankDutiesReasons.BANK_MESSAGE_UNKNOWN, { pointer: '/orderId' }));
    const decision = answerCollection(bankMessageOf(order), execution);
    if (!decision.accepted) return decision;
    const { result, credited, on, rate, paymentDocument } = execution;
    order.status = result;
    order.answer = {
      credited: credited.toString(),
      on,
      ...(rate ? { rate: rate.toFixed() } : {}),
      ...(paymentDocument ? { paymentDocument } : {}),
    };
    await this.terms.end(work, order, result);
    await work.manager.save(order);
    this.announcements.answered(work, order);
    if (result === 'PARTIAL' || result === 'UNFILLED')
      await this.terms.queue(
        work,
        order,
        BANK_ORDER_ANSWER,
        `Bank ${order.bankId}: order ${order.number} is ${result}`,
      );
    await this.listeners.answered(work, order, {
      result,
      credited,
      on,
      ...(rate ? { rate: new Exact(rate) } : {}),
      ...(paymentDocument ? { paymentDocument } : {}),
    });
    return { accepted: true, order };
  }

  /** The bank cannot execute the order: an officer decides in queue Q-PAY-11. */
  async refuse(work: Work, orderId: string, refusal: BankRefusal): Promise<HandledOrder> {
    const order = await this.hold(work, orderId);
    if (!order) return refuse(reason(bankDutiesReasons.BANK_MESSAGE_UNKNOWN, { pointer: '/orderId' }));
    const decision = refuseMessage(bankMessageOf(order), refusal);
    if (!decision.accepted) return decision;
    const { code, text } = refusal;
    order.status = 'REFUSED';
    order.refusal = { code, text };
    await this.terms.end(work, order, 'REFUSED');
    await work.manager.save(order);
    this.announcements.refused(work, order);
    await this.terms.queue(
      work,
      order,
      BANK_ORDER_ANSWER,
      `Bank ${order.bankId} refused order ${order.number}: ${code}`,
    );
    await this.listeners.refused(work, order, code, text);
    return { accepted: true, order };
  }

  /** A bank's message that cannot be taken is kept in the order's history and looked at by an officer; none is lost. */
  async keepUntaken(work: Work, orderId: string, said: unknown, reasons: readonly Reason[]): Promise<void> {
    const order = await this.hold(work, orderId);
    this.announcements.untaken(work, orderId, order?.caseId, said, reasons);
    if (!order) return;
    const codes = [...new Set(reasons.map(({ code }) => code))].join(', ');
    await this.terms.queue(
      work,
      order,
      BANK_ORDER_ANSWER,
      `Answer to order ${order.number} cannot be taken: ${codes}`,
    );
  }

  /** The order by its id, locked for this work after what its slice locks first; undefined for a text that is no id. */
  async hold(work: Work, id: string): Promise<BankOrderEntity | undefined> {
    const documentId = await documentOf(work, id);
    if (documentId === undefined) return undefined;
    await this.listeners.holdBefore(work, documentId);
    return holdOrder(work, id);
  }

  private async send(work: Work, ground: LegalRef, fields: OrderFields): Promise<BankOrderEntity> {
    const end = acknowledgeBy(work.context.at, this.calendar);
    const order = work.manager.create(BankOrderEntity, {
      ...fields,
      id: uuidv7(),
      article: ground.text,
      status: 'ISSUED',
      issuedAt: work.context.at,
      acknowledgeBy: end.lastDay,
      acknowledgedAt: null,
      executeBy: null,
      answer: null,
      refusal: null,
    });
    await work.manager.save(order);
    await this.terms.runAcknowledgement(work, order, end);
    this.announcements.issued(work, order, ground);
    return order;
  }
}

type OrderFields = Omit<BankOrderToIssue, 'kind' | 'ground' | 'collect'> & {
  readonly kind: BankMessageKind;
  readonly earlierOrderId: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly paymentKind: string | null;
  readonly budgetCode: string | null;
};
