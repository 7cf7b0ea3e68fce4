import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Span } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { Limitation } from '../obligation/limitation.js';
import type { PaymentKind } from '../payment-kind.js';
import type { DebtFound, DebtNotice, DeliveryMethod, NoticeStatus, NoticeType } from './debt-notice.js';
import type { NoticeRegime } from './execution-term.js';
import type { DebtOfKind } from './notice-content.js';

/** Sums are tenge as text. */
export interface KeptDebtFound {
  readonly kind: PaymentKind;
  readonly unpaid: string;
  readonly dueOn: string;
}

export interface KeptDebtOfKind {
  readonly kind: PaymentKind;
  readonly principal: string;
  readonly penaltyInterest: string;
}

export interface KeptAppeal {
  readonly submittedOn: string;
  readonly disputed: string;
  readonly decidedOn?: string;
  readonly outcome?: string;
}

/** What the officer wrote into the notice (art. 159.4(7) to (11)). */
export interface KeptWording {
  readonly demand: string;
  readonly reasonCode: string;
  readonly reasonText: string;
  readonly interestProcedure: string;
  readonly appealProcedure: string;
  readonly amendmentNeeded: boolean;
  readonly amendmentDemand?: string;
  readonly amendBy?: string;
}

/** A notice of repayment of debt (art. 159). */
@Entity('debt_notices')
export class DebtNoticeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  number: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { name: 'customs_body' })
  customsBody: string;

  @Column('text')
  payer: string;

  @Column('text', { name: 'payer_name' })
  payerName: string;

  @Column('text', { name: 'payer_address' })
  payerAddress: string;

  @Column('text')
  regime: NoticeRegime;

  @Column('jsonb', { name: 'execution_term' })
  executionTerm: Span;

  @Column('text', { name: 'notice_type' })
  noticeType: NoticeType;

  @Column('uuid', { name: 'earlier_notice_id', nullable: true })
  earlierNoticeId: string | null;

  @Column('text')
  status: NoticeStatus;

  /** The late sums from which penalty interest is computed. */
  @Column('jsonb')
  found: readonly KeptDebtFound[];

  /** What the notice demands; empty before it is sent. */
  @Column('jsonb')
  debts: readonly KeptDebtOfKind[];

  @Column('jsonb', { nullable: true })
  wording: KeptWording | null;

  @Column('jsonb')
  appeals: readonly KeptAppeal[];

  /** Limitation of the claim (art. 132); none on notices of before it was kept. */
  @Column('jsonb', { nullable: true })
  limitation: Limitation | null;

  @Column('date', { name: 'registered_on' })
  registeredOn: string;

  @Column('date', { name: 'sent_on', nullable: true })
  sentOn: string | null;

  @Column('date', { name: 'delivered_on', nullable: true })
  deliveredOn: string | null;

  @Column('text', { name: 'delivery_method', nullable: true })
  deliveryMethod: DeliveryMethod | null;

  @Column('text', { name: 'delivery_evidence', nullable: true })
  deliveryEvidence: string | null;

  @Column('date', { name: 'execute_by', nullable: true })
  executeBy: string | null;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;

  @VersionColumn()
  version: number;
}

/** Sums as money again. */
export function debtsOf({ debts }: Pick<DebtNoticeEntity, 'debts'>): readonly DebtOfKind[] {
  return debts.map(({ kind, principal, penaltyInterest }) => ({
    kind,
    principal: Money.ofTenge(principal),
    penaltyInterest: Money.ofTenge(penaltyInterest),
  }));
}

/** Sums as they are kept. */
export function keptDebts(debts: readonly DebtOfKind[]): readonly KeptDebtOfKind[] {
  return debts.map(({ kind, principal, penaltyInterest }) => ({
    kind,
    principal: principal.toString(),
    penaltyInterest: penaltyInterest.toString(),
  }));
}

/** The late sums from which penalty interest is computed. */
export function foundOf({ found }: Pick<DebtNoticeEntity, 'found'>): readonly DebtFound[] {
  return found.map((debt) => ({ ...debt, unpaid: Money.ofTenge(debt.unpaid) }));
}

/** The notice as the decisions need it. */
export function noticeOf(entity: DebtNoticeEntity): DebtNotice {
  const { status, regime, executionTerm, sentOn, deliveredOn, appeals } = entity;
  return {
    status,
    regime,
    executionTerm,
    sentOn: sentOn ?? undefined,
    deliveredOn: deliveredOn ?? undefined,
    demanded: Money.sum(
      debtsOf(entity).flatMap(({ principal, penaltyInterest }) => [principal, penaltyInterest]),
    ),
    appeals: appeals.map(({ submittedOn, disputed, decidedOn }) => ({
      submittedOn,
      disputed: Money.ofTenge(disputed),
      decidedOn,
    })),
  };
}
