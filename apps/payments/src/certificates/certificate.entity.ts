import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Reason } from '@shekara/kernel';
import type { PaymentKind } from '../payment-kind.js';
import type { Certificate, CertificateKind, CertificatePurpose, IssueCertificate } from './certificate.js';

/** Sums are tenge as text. */
export interface KeptDebtOfKind {
  readonly kind: PaymentKind;
  readonly principal: string;
  readonly penaltyInterest: string;
}

/** A certificate of no debt or of the state of debt, from its application on (art. 142). */
@Entity('certificates')
export class CertificateEntity {
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

  @Column('text')
  purpose: CertificatePurpose;

  @Column('text')
  kind: CertificateKind;

  @Column('text')
  status: Certificate['status'];

  @Column('date', { name: 'registered_on' })
  registeredOn: string;

  @Column('date', { name: 'issue_by' })
  issueBy: string;

  /** Number of the act that the applicant named. */
  @Column('text', { name: 'reconciliation_act', nullable: true })
  reconciliationAct: string | null;

  /** What the machine's last check found against it; of a refused one the grounds of the refusal. */
  @Column('jsonb')
  grounds: readonly Reason[];

  @Column('date', { name: 'checked_on' })
  checkedOn: string;

  /** Over all customs bodies, by kind; empty before it is issued and for NO_DEBT. */
  @Column('jsonb')
  debts: readonly KeptDebtOfKind[];

  @Column('jsonb', { nullable: true })
  signed: IssueCertificate['signed'] | null;

  /** The day on which it was issued or refused. */
  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;

  @VersionColumn()
  version: number;
}
