import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { Money, type Reason } from '@shekara/kernel';
import { tiyn } from '../security/security.entity.js';

/**
 * RESERVED holds its amount. DEFAULTED: the obligation fell due unpaid. CALLED: demanded of the guarantor. SATISFIED: the
 * security gave all that was owed. SHORTFALL: less. RELEASED: the obligation ended. REFUSED held nothing.
 */
export type ReservationStatus =
  'RESERVED' | 'REFUSED' | 'RELEASED' | 'DEFAULTED' | 'CALLED' | 'SATISFIED' | 'SHORTFALL';

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

  /** What was called in for the obligation; with the penalty interest it may be above the amount. */
  @Column('bigint', { transformer: tiyn })
  called: Money;

  @Column('date', { name: 'on_date' })
  on: string;

  @Column('text')
  status: ReservationStatus;

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

/** What the reservation still holds of its security: what was not called in. */
export function heldBy({ amount, called }: Pick<ReservationEntity, 'amount' | 'called'>): Money {
  return called.compare(amount) < 0 ? amount.minus(called) : Money.ZERO;
}
