import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Money, Reason } from '@shekara/kernel';
import { tiyn } from '../security/security.entity.js';

/** The answer to one command, kept so that a repetition gets the same answer. */
@Entity('reservations')
export class ReservationEntity {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'security_number' })
  securityNumber: string;

  @Column('text', { name: 'declaration_id' })
  declarationId: string;

  @Column('text', { name: 'declaration_number' })
  declarationNumber: string;

  @Column('text', { name: 'case_id' })
  caseId: string;

  @Column('text')
  principal: string;

  @Column('bigint', { transformer: tiyn })
  amount: Money;

  @Column('date', { name: 'on_date' })
  on: string;

  @Column('text')
  status: 'RESERVED' | 'REFUSED' | 'RELEASED';

  @Column('jsonb')
  reasons: Reason[];

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;

  @Column('timestamptz', { name: 'released_at', nullable: true })
  releasedAt: Date | null;

  @Column('text', { name: 'release_cause' })
  releaseCause: string;

  @VersionColumn()
  version: number;
}
