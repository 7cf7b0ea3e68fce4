import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A written request to extend a storage term, with its decision; a lot has at most one undecided. */
@Entity('extension_requests')
export class ExtensionRequestEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'lot_id' })
  lotId: string;

  @Column('text', { name: 'requested_by' })
  requestedBy: string;

  @Column('text', { name: 'requested_end' })
  requestedEnd: string;

  @Column('boolean', { name: 'accepts_less' })
  acceptsLess: boolean;

  /** Optional in law; empty when none is given. */
  @Column('text')
  reason: string;

  @Column('timestamptz', { name: 'lodged_at' })
  lodgedAt: Date;

  /** The day the term ends on when the request is granted. */
  @Column('text', { name: 'new_end' })
  newEnd: string;

  @Column('text')
  decision: 'NONE' | 'GRANTED' | 'PARTLY' | 'REFUSED';

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason: string | null;

  @VersionColumn()
  version: number;
}
