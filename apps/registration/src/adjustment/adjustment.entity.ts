import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { ChangedField, WantedChange } from '../amendment/field-changes.js';
import type { KeptReason } from '../goods-declaration/goods-declaration.entity.js';
import type { RunningMatter } from './adjustment.js';

/** LAPSED: the release was cancelled before it was decided. */
export type AdjustmentStatus = 'SUBMITTED' | 'ACCEPTED' | 'REJECTED' | 'LAPSED';

/** What extends the limitation, as whoever submits the adjustment names it. */
export interface NamedMatter {
  readonly kind: RunningMatter;
  readonly document: string;
}

/** An adjustment of a declaration after release (L3). */
@Entity('adjustments')
export class AdjustmentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'declaration_id' })
  declarationId: string;

  @Column('text', { name: 'opened_by' })
  openedBy: 'DECLARANT' | 'CUSTOMS';

  @Column('text')
  status: AdjustmentStatus;

  @Column('text')
  reason: string;

  @Column('jsonb')
  wanted: readonly WantedChange[];

  /** The single fields before and after. */
  @Column('jsonb')
  changes: readonly ChangedField[];

  @Column('timestamptz', { name: 'released_at' })
  releasedAt: Date;

  @Column('jsonb', { name: 'running_matter', nullable: true })
  runningMatter: NamedMatter | null;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('text', { name: 'received_by' })
  receivedBy: string;

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
