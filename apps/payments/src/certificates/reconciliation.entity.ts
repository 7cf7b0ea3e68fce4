import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { Money } from '@shekara/kernel';
import type { PaymentKind } from '../payment-kind.js';
import type { Objection, PayersFigure, ReconciledAccount, Reconciliation } from './reconciliation.js';

/** The payer's own figure of an account; tenge as text. */
export interface KeptFigure {
  readonly customsBody: string;
  readonly kind: PaymentKind;
  readonly balance: string;
}

/** An account of the act with both figures; tenge as text. */
export interface KeptAccount extends KeptFigure {
  readonly byCustoms: string;
  readonly difference: string;
}

/** Advance money of the payer at a customs body: of no kind, so it stands beside the accounts. */
export interface KeptAdvance {
  readonly customsBody: string;
  readonly amount: string;
}

/** A reconciliation of accounts and its act (art. 141.8). */
@Entity('reconciliation_acts')
export class ReconciliationEntity {
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
  status: Reconciliation['status'];

  @Column('date', { name: 'registered_on' })
  registeredOn: string;

  @Column('date', { name: 'issue_by' })
  issueBy: string;

  @Column('jsonb')
  figures: readonly KeptFigure[];

  /** The day of the figures. */
  @Column('date', { name: 'as_on', nullable: true })
  asOn: string | null;

  @Column('jsonb')
  accounts: readonly KeptAccount[];

  @Column('jsonb')
  advances: readonly KeptAdvance[];

  @Column('text', { name: 'payer_signature' })
  payerSignature: string;

  @Column('jsonb')
  objections: readonly Objection[];

  @Column('text', { name: 'customs_signature' })
  customsSignature: string;

  @Column('date', { name: 'issued_on', nullable: true })
  issuedOn: string | null;

  @VersionColumn()
  version: number;
}

/** The payer's figures as money. */
export function figuresOf({ figures }: Pick<ReconciliationEntity, 'figures'>): readonly PayersFigure[] {
  return figures.map((figure) => ({ ...figure, balance: Money.ofTenge(figure.balance) }));
}

/** The accounts of the act as money. */
export function accountsOf({
  accounts,
}: Pick<ReconciliationEntity, 'accounts'>): readonly ReconciledAccount[] {
  return accounts.map((account) => ({
    ...account,
    balance: Money.ofTenge(account.balance),
    byCustoms: Money.ofTenge(account.byCustoms),
    difference: Money.ofTenge(account.difference),
  }));
}

/** The accounts of the act as they are kept. */
export function keptAccounts(accounts: readonly ReconciledAccount[]): readonly KeptAccount[] {
  return accounts.map(({ customsBody, kind, balance, byCustoms, difference }) => ({
    customsBody,
    kind,
    balance: balance.toString(),
    byCustoms: byCustoms.toString(),
    difference: difference.toString(),
  }));
}
