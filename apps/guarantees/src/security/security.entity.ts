import { Column, Entity, PrimaryColumn, type ValueTransformer, VersionColumn } from 'typeorm';
import { Money } from '@shekara/kernel';
import type { LedgerLineType } from './balance.js';
import type { SecurityStatus } from './security.js';
import type { BodyScope, SecurityApplication, SecurityKind, SecurityMethod } from './security-application.js';

/** Tiyn as PostgreSQL's bigint. */
export const tiyn: ValueTransformer = {
  to: (amount: Money | undefined) => amount?.tiyn.toString(),
  from: (text: string) => Money.ofTiyn(BigInt(text)),
};

/** A security, from its application on, with its balance. */
@Entity('securities')
export class SecurityEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  number: string;

  @Column('text')
  method: SecurityMethod;

  @Column('text')
  kind: SecurityKind;

  @Column('text')
  status: SecurityStatus;

  @Column('text')
  principal: string;

  /** Empty where nobody else gives the security. */
  @Column('text')
  guarantor: string;

  @Column('text', { name: 'accepting_body' })
  acceptingBody: string;

  @Column('text', { name: 'body_scope' })
  bodyScope: BodyScope;

  @Column('bigint', { transformer: tiyn })
  amount: Money;

  @Column('bigint', { transformer: tiyn })
  reserved: Money;

  @Column('bigint', { transformer: tiyn })
  called: Money;

  /** Lines of its ledger so far. */
  @Column('int', { name: 'ledger_lines' })
  ledgerLines: number;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('text', { name: 'document_number' })
  documentNumber: string;

  /** As filed; amounts in tenge. */
  @Column('jsonb')
  application: Record<keyof SecurityApplication, unknown>;

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt: Date;

  @VersionColumn()
  version: number;
}

/** A line of a security's ledger; lines are only added. */
@Entity('security_ledger')
export class SecurityLedgerEntity {
  @PrimaryColumn('uuid', { name: 'security_id' })
  securityId: string;

  @PrimaryColumn('int')
  line: number;

  @Column('text')
  type: LedgerLineType;

  @Column('bigint', { transformer: tiyn })
  amount: Money;

  @Column('bigint', { name: 'granted_after', transformer: tiyn })
  grantedAfter: Money;

  @Column('bigint', { name: 'reserved_after', transformer: tiyn })
  reservedAfter: Money;

  @Column('bigint', { name: 'called_after', transformer: tiyn })
  calledAfter: Money;

  @Column('text', { name: 'reservation_id' })
  reservationId: string;

  @Column('text')
  actor: string;

  @Column('timestamptz')
  at: Date;
}
