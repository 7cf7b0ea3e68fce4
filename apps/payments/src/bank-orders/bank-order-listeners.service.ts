/** What other slices hear of their orders, inside the transaction in which the bank's answer is taken. */
import { Injectable } from '@nestjs/common';
import type { CivilDate } from '@shekara/calendar';
import type { Exact, Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { BankExecution, BankRefusalCode } from '../bank-duties/bank-message.js';
import type { BankOrderEntity } from './bank-order.entity.js';

export interface BankOrderAnswer {
  readonly result: BankExecution['result'];
  /** KZT. */
  readonly credited: Money;
  readonly on: CivilDate;
  /** KZT for one unit on the day of collection. */
  readonly rate?: Exact;
  readonly paymentDocument?: string;
}

/** Each method is called for every order of every slice: a listener looks at `documentId` or `caseId` for its own. */
export interface BankOrderListener {
  /** The slice locks what its own commands lock before an order: an answer and a recall then wait for each other in one order. */
  holdBeforeOrder?(work: Work, documentId: string): Promise<unknown>;
  /** A suspension is in force from this instant (art. 162.3). */
  bankOrderAcknowledged?(work: Work, order: BankOrderEntity, receivedAt: Date): Promise<void>;
  /** The one answer to a collection order. */
  bankOrderAnswered?(work: Work, order: BankOrderEntity, answer: BankOrderAnswer): Promise<void>;
  bankOrderRefused?(work: Work, order: BankOrderEntity, code: BankRefusalCode, text: string): Promise<void>;
  /** The bank's working day is over without an acknowledgement or an answer. */
  bankOrderLate?(work: Work, order: BankOrderEntity): Promise<void>;
}

@Injectable()
export class BankOrderListeners {
  private readonly listeners: BankOrderListener[] = [];

  /** Called by a slice when its module starts (`onModuleInit`). */
  add(listener: BankOrderListener): void {
    this.listeners.push(listener);
  }

  async holdBefore(work: Work, documentId: string): Promise<void> {
    for (const listener of this.listeners) await listener.holdBeforeOrder?.(work, documentId);
  }

  async acknowledged(work: Work, order: BankOrderEntity, receivedAt: Date): Promise<void> {
    for (const listener of this.listeners) await listener.bankOrderAcknowledged?.(work, order, receivedAt);
  }

  async answered(work: Work, order: BankOrderEntity, answer: BankOrderAnswer): Promise<void> {
    for (const listener of this.listeners) await listener.bankOrderAnswered?.(work, order, answer);
  }

  async refused(work: Work, order: BankOrderEntity, code: BankRefusalCode, text: string): Promise<void> {
    for (const listener of this.listeners) await listener.bankOrderRefused?.(work, order, code, text);
  }

  async late(work: Work, order: BankOrderEntity): Promise<void> {
    for (const listener of this.listeners) await listener.bankOrderLate?.(work, order);
  }
}
