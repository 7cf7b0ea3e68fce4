import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { Money } from '@shekara/kernel';
import type { BankMessage, BankMessageKind, BankMessageStatus } from '../bank-duties/bank-message.js';

/** What the bank said of a collection order. Sums are tenge as text, the rate KZT for one unit. */
export interface KeptAnswer {
  readonly credited: string;
  readonly on: string;
  readonly rate?: string;
  readonly paymentDocument?: string;
}

export interface KeptRefusal {
  readonly code: string;
  readonly text: string;
}

/** An order of customs to a bank (art. 162, 165, 166). */
@Entity('bank_orders')
export class BankOrderEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** The document of the slice that asked for it: an order of suspension, a collection order. */
  @Column('text', { name: 'document_id' })
  documentId: string;

  @Column('text')
  number: string;

  @Column('text')
  kind: BankMessageKind;

  /** The order that this one ends. */
  @Column('uuid', { name: 'earlier_order_id', nullable: true })
  earlierOrderId: string | null;

  @Column('text', { name: 'bank_id' })
  bankId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { name: 'customs_body' })
  customsBody: string;

  @Column('text')
  holder: string;

  @Column('text', { name: 'holder_name' })
  holderName: string;

  @Column('jsonb')
  accounts: readonly string[];

  /** COLLECT: tenge as text. */
  @Column('numeric', { precision: 20, scale: 2, nullable: true })
  amount: string | null;

  @Column('text', { nullable: true })
  currency: string | null;

  @Column('text', { name: 'payment_kind', nullable: true })
  paymentKind: string | null;

  @Column('text', { name: 'budget_code', nullable: true })
  budgetCode: string | null;

  @Column('text')
  article: string;

  @Column('text')
  status: BankMessageStatus;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  @Column('date', { name: 'acknowledge_by' })
  acknowledgeBy: string;

  @Column('timestamptz', { name: 'acknowledged_at', nullable: true })
  acknowledgedAt: Date | null;

  @Column('date', { name: 'execute_by', nullable: true })
  executeBy: string | null;

  @Column('jsonb', { nullable: true })
  answer: KeptAnswer | null;

  @Column('jsonb', { nullable: true })
  refusal: KeptRefusal | null;

  @VersionColumn()
  version: number;
}

/** The order as the decisions need it. */
export function bankMessageOf(order: BankOrderEntity): BankMessage {
  return {
    id: order.id,
    kind: order.kind,
    bank: order.bankId,
    orderId: order.documentId,
    ...(order.amount === null ? {} : { amount: Money.ofTenge(order.amount) }),
    sentAt: order.issuedAt,
    status: order.status,
    ...(order.acknowledgedAt === null ? {} : { acknowledgedAt: order.acknowledgedAt }),
  };
}
