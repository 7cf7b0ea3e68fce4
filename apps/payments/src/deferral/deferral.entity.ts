import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Bin, CustomsBodyCode, Iin } from '@shekara/kernel';
import type { PaymentKind } from '../payment-kind.js';
import type { DeferralStatus } from './deferral.js';
import type { DeferralMode } from './deferral-application.js';
import type { DeferralBroken } from './deferral-payment.js';

/** A sum as the payer asked for it; the amount is text in its currency. */
export interface KeptSum {
  readonly kind: PaymentKind;
  readonly amount: string;
  readonly currency: string;
}

/** The written decision, with the words of a refusal or the letter of a cancellation. */
export interface KeptDecision {
  readonly capacity: 'HEAD' | 'ACTING_HEAD';
  readonly signature: string;
  readonly code?: string;
  readonly words?: string;
  readonly treatyGround?: string;
  readonly letter?: string;
}

/** An application for deferral or instalments and what became of it (art. 133 to 137). Sums are tenge. */
@Entity('deferrals')
export class DeferralEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { name: 'customs_body' })
  customsBody: CustomsBodyCode;

  @Column('text')
  payer: Bin | Iin;

  @Column('text', { name: 'payer_name' })
  payerName: string;

  @Column('text', { name: 'payer_address' })
  payerAddress: string;

  @Column('text', { name: 'declaration_number' })
  declarationNumber: string;

  /** The customs procedure, two digits. */
  @Column('text')
  procedure: string;

  @Column('text')
  mode: DeferralMode;

  @Column('jsonb')
  sums: readonly KeptSum[];

  @Column('jsonb')
  grounds: readonly string[];

  @Column('jsonb')
  papers: readonly string[];

  @Column('text', { name: 'security_number' })
  securityNumber: string;

  /** Import duty in tenge, fixed on the registration day (art. 135.3). */
  @Column('numeric')
  duty: string;

  @Column('date', { name: 'rate_date' })
  rateDate: string;

  /** Interest on the changed term; a kind of its own (art. 134.2). */
  @Column('numeric', { name: 'term_change_interest' })
  termChangeInterest: string;

  @Column('text')
  status: DeferralStatus;

  @Column('jsonb', { nullable: true })
  decision: KeptDecision | null;

  @Column('date', { name: 'registered_on' })
  registeredOn: string;

  @Column('date', { name: 'decide_by' })
  decideBy: string;

  @Column('date', { name: 'decided_on', nullable: true })
  decidedOn: string | null;

  @Column('date', { name: 'send_by', nullable: true })
  sendBy: string | null;

  @Column('date', { name: 'sent_on', nullable: true })
  sentOn: string | null;

  @Column('text', { name: 'breach_cause', nullable: true })
  breachCause: DeferralBroken['cause'] | null;

  @Column('date', { name: 'breach_due_on', nullable: true })
  breachDueOn: string | null;

  /** The day up to which nothing deferred is overdue (R-PAY-092). */
  @Column('date', { name: 'not_overdue_until', nullable: true })
  notOverdueUntil: string | null;

  @VersionColumn()
  version: number;
}

/** One part of the duty and its last day (art. 134.3); a plain deferral has one. */
@Entity('deferral_parts')
export class DeferralPartEntity {
  @PrimaryColumn('uuid', { name: 'deferral_id' })
  deferralId: string;

  @PrimaryColumn('int')
  part: number;

  @Column('date', { name: 'due_on' })
  dueOn: string;

  @Column('numeric')
  amount: string;
}

/** Deferred duty that was paid, by its bank date (art. 158.7). */
@Entity('deferral_payments')
export class DeferralPaymentEntity {
  @PrimaryColumn('uuid', { name: 'deferral_id' })
  deferralId: string;

  @PrimaryColumn('int')
  payment: number;

  @Column('date', { name: 'paid_on' })
  paidOn: string;

  @Column('numeric')
  amount: string;
}

/** What every item of a deferral says. */
export function queued({ id, caseId, customsBody }: DeferralEntity) {
  return { customsBody, subject: 'Deferral', subjectId: id, caseId };
}
