import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { KeptReason } from '../goods-declaration/goods-declaration.entity.js';
import type { FollowedDecision } from './amendment.js';
import type { ControlState } from './control-state.js';
import type { ChangedField, WantedChange } from './field-changes.js';

/** LAPSED: the declaration was withdrawn before it was decided. */
export type AmendmentStatus = 'REQUESTED' | 'DEMANDED' | 'PERMITTED' | 'REJECTED' | 'LAPSED';

/** A change before release, asked for by the declarant or demanded by customs (L2). */
@Entity('amendments')
export class AmendmentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'declaration_id' })
  declarationId: string;

  @Column('text')
  origin: 'DECLARANT' | 'CUSTOMS';

  @Column('text')
  status: AmendmentStatus;

  @Column('text')
  reason: string;

  /** What customs demands to be changed; a demand only. */
  @Column('jsonb', { name: 'demanded_fields', nullable: true })
  demandedFields: readonly string[] | null;

  /** As it was asked for; applied anew to the declaration as it stands when it is permitted. */
  @Column('jsonb')
  wanted: readonly WantedChange[];

  /** The single fields before and after. */
  @Column('jsonb')
  changes: readonly ChangedField[];

  @Column('jsonb', { nullable: true })
  follows: FollowedDecision | null;

  /** As it was at receipt (R-DEC-012). */
  @Column('jsonb', { name: 'control_state', nullable: true })
  controlState: ControlState | null;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('text', { name: 'received_by' })
  receivedBy: string;

  /** A demand only: the last instant for its answer. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;

  /** Why it was rejected. */
  @Column('jsonb')
  reasons: readonly KeptReason[];

  /** The version of the declaration that it made. */
  @Column('int', { name: 'content_version', nullable: true })
  contentVersion: number | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @VersionColumn()
  version: number;
}
