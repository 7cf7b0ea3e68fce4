import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { TermCategory } from '../storage-term/storage-term.js';
import type { ExitGround, LotState } from './storage-lot.js';

/** A line of the lot as the storage documents show it; the weight is a decimal in kg, "0" when another measure is shown. */
export interface DocumentedLine {
  readonly line: number;
  readonly name: string;
  readonly packages: number;
  readonly grossWeightKg: string;
}

/** One lot: the goods of one consignment in one storage place (R-TST-020). */
@Entity('storage_lots')
export class StorageLotEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'registration_number' })
  registrationNumber: string;

  @Column('text', { name: 'case_id' })
  caseId: string;

  @Column('text', { name: 'arrival_notice_number' })
  arrivalNoticeNumber: string;

  @Column('text', { name: 'place_number' })
  placeNumber: string;

  @Column('text', { name: 'keeper_number' })
  keeperNumber: string;

  @Column('text', { name: 'carrier_number' })
  carrierNumber: string;

  @Column('text', { name: 'consignee_number' })
  consigneeNumber: string;

  /** The customs body that registered the documents and supervises the place. */
  @Column('text', { name: 'customs_body' })
  customsBody: string;

  @Column('text')
  state: LotState;

  @Column('jsonb')
  lines: readonly DocumentedLine[];

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt: Date;

  @Column('text', { name: 'term_category' })
  termCategory: TermCategory;

  /** Last day of the term and of the longest term, `yyyy-mm-dd`. */
  @Column('text', { name: 'last_day' })
  lastDay: string;

  @Column('timestamptz', { name: 'term_ends_at' })
  termEndsAt: Date;

  @Column('text', { name: 'longest_day' })
  longestDay: string;

  @Column('timestamptz', { name: 'placed_at', nullable: true })
  placedAt: Date | null;

  @Column('text', { name: 'placed_by', nullable: true })
  placedBy: string | null;

  @Column('text', { name: 'declaration_number', nullable: true })
  declarationNumber: string | null;

  @Column('boolean', { name: 'extension_pending' })
  extensionPending: boolean;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text', { name: 'exit_ground', nullable: true })
  exitGround: ExitGround | null;

  @Column('text', { name: 'exit_document', nullable: true })
  exitDocument: string | null;

  @VersionColumn()
  version: number;
}
