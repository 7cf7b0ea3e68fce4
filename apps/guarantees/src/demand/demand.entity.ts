import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { Money } from '@shekara/kernel';
import { tiyn } from '../security/security.entity.js';
import type { CallInPath } from './call-in-path.js';
import type { Demand, DemandState } from './demand.js';
import type { SumInDefault } from './demand-sums.js';

/** Tenge as text. */
export interface KeptSum {
  readonly kind: string;
  readonly principal: string;
  readonly penaltyInterest: string;
}

export interface OverdueMeasure {
  readonly measure: 'COURT_CLAIM' | 'SURETY_BACKING';
  readonly document: string;
  readonly on: string;
}

/** What is asked of one security for one obligation in default; one for a cover, ever (R-GUA-182). */
@Entity('demands')
export class DemandEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Given when it is sent or transferred. */
  @Column('text', { nullable: true })
  number: string | null;

  @Column('uuid', { name: 'security_id' })
  securityId: string;

  @Column('text', { name: 'security_number' })
  securityNumber: string;

  /** The cover. */
  @Column('text', { name: 'reservation_id' })
  reservationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  /** The case of collection that called the security; empty where an officer identified the default. */
  @Column('text', { name: 'collection_id' })
  collectionId: string;

  @Column('text', { name: 'declaration_id' })
  declarationId: string;

  @Column('text', { name: 'declaration_number' })
  declarationNumber: string;

  /** The body that accepted the security calls it in. */
  @Column('text', { name: 'customs_body' })
  customsBody: string;

  @Column('text')
  principal: string;

  /** Empty for a deposit or a pledge of the payer. */
  @Column('text')
  addressee: string;

  @Column('text')
  path: CallInPath;

  @Column('text')
  state: DemandState;

  @Column('jsonb')
  sums: readonly KeptSum[];

  /** Fines are in `sums` up to this day. */
  @Column('date', { name: 'accrued_to' })
  accruedTo: string;

  @Column('date', { name: 'due_on' })
  dueOn: string;

  @Column('date', { name: 'identified_on' })
  identifiedOn: string;

  /** The last day to send it, or the last of the 15 days of a deposit; none for a pledge. */
  @Column('date', { name: 'act_by', nullable: true })
  actBy: string | null;

  /** Asked of the security so far: its ledger carries it as called. */
  @Column('bigint', { transformer: tiyn })
  demanded: Money;

  @Column('date', { name: 'sent_on', nullable: true })
  sentOn: string | null;

  @Column('text', { name: 'late_reason', nullable: true })
  lateReason: string | null;

  @Column('date', { name: 'delivered_on', nullable: true })
  deliveredOn: string | null;

  @Column('text', { name: 'proof_of_delivery', nullable: true })
  proofOfDelivery: string | null;

  @Column('date', { name: 'pay_by', nullable: true })
  payBy: string | null;

  @Column('bigint', { transformer: tiyn })
  paid: Money;

  @Column('date', { name: 'paid_on', nullable: true })
  paidOn: string | null;

  @Column('text', { name: 'payment_document', nullable: true })
  paymentDocument: string | null;

  @Column('jsonb', { name: 'overdue_measures' })
  overdueMeasures: readonly OverdueMeasure[];

  @Column('text', { name: 'cancelled_because', nullable: true })
  cancelledBecause: string | null;

  @VersionColumn()
  version: number;
}

/** The demand as the decisions need it. */
export function demandOf({ state, path, actBy, sentOn, payBy }: DemandEntity): Demand {
  return {
    state,
    path,
    actBy: actBy ?? undefined,
    sentOn: sentOn ?? undefined,
    payBy: payBy ?? undefined,
  };
}

export function sumsOf({ sums }: DemandEntity): readonly SumInDefault[] {
  return sums.map(({ kind, principal, penaltyInterest }) => ({
    kind,
    principal: Money.ofTenge(principal),
    penaltyInterest: Money.ofTenge(penaltyInterest),
  }));
}

export function keptSums(sums: readonly SumInDefault[]): readonly KeptSum[] {
  return sums.map(({ kind, principal, penaltyInterest }) => ({
    kind,
    principal: String(principal),
    penaltyInterest: String(penaltyInterest),
  }));
}

/** A demand as it is shown; sums are tenge. */
export function demandView({ version, demanded, paid, securityId: _securityId, ...shown }: DemandEntity) {
  return { ...shown, demanded: String(demanded), paid: String(paid), version };
}
