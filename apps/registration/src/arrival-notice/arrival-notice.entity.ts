import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { ArrivalNotice, ArrivalNoticeStatus, TransportMode } from './arrival-notice.js';
import type { Difference, RecordedPresentation } from './presentation.js';

/** What became of the consignment at the place (list CONSIGNMENT_OUTCOME). */
export type ConsignmentOutcome = 'NONE' | 'IN_STORAGE' | 'DECLARED' | 'RELEASED';

/** One notice with its one consignment. */
@Entity('arrival_notices')
export class ArrivalNoticeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  number: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('uuid', { name: 'consignment_id' })
  consignmentId: string;

  @Column('text', { name: 'customs_body' })
  customsBody: string;

  @Column('text')
  mode: TransportMode;

  @Column('text')
  status: ArrivalNoticeStatus;

  @Column('jsonb')
  notice: ArrivalNotice;

  @Column('text', { name: 'carrier_number' })
  carrierNumber: string;

  @Column('text', { name: 'consignee_number' })
  consigneeNumber: string;

  @Column('text', { name: 'lodged_by' })
  lodgedBy: string;

  @Column('timestamptz', { name: 'lodged_at' })
  lodgedAt: Date;

  @Column('timestamptz', { name: 'crossed_at', nullable: true })
  crossedAt: Date | null;

  /** What was found when the goods were presented; absent for goods that came with their notice. */
  @Column('jsonb', { nullable: true })
  presentation: RecordedPresentation | null;

  @Column('jsonb')
  differences: readonly Difference[];

  /** The operations on these goods go ahead of others on arrival (art. 242.4). */
  @Column('boolean', { name: 'goes_ahead' })
  goesAhead: boolean;

  @Column('timestamptz', { name: 'presented_at', nullable: true })
  presentedAt: Date | null;

  @Column('timestamptz', { name: 'placement_deadline', nullable: true })
  placementDeadline: Date | null;

  /** Last day of temporary storage as its documents set it (art. 268); null while the goods are not in storage. */
  @Column('text', { name: 'storage_last_day', nullable: true })
  storageLastDay: string | null;

  @Column('text')
  outcome: ConsignmentOutcome;

  @Column('boolean')
  late: boolean;

  @VersionColumn()
  version: number;
}
