import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { StorageDocumentSet } from './storage-documents.js';

/** A lodged set of storage documents. LODGED is passed through in one step: the system checks at once. */
@Entity('storage_document_sets')
export class StorageDocumentSetEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'arrival_notice_number' })
  arrivalNoticeNumber: string;

  @Column('text', { name: 'case_id' })
  caseId: string;

  @Column('text', { name: 'place_number' })
  placeNumber: string;

  /** BIN or IIN for which the submitter acts. */
  @Column('text', { name: 'submitter_number' })
  submitterNumber: string;

  @Column('text')
  status: 'RETURNED' | 'REGISTERED';

  @Column('jsonb')
  documents: StorageDocumentSet;

  @Column('text', { name: 'lodged_by' })
  lodgedBy: string;

  /** First lodging: the placement term is judged by it, also when the set is cured later (R-TST-013). */
  @Column('timestamptz', { name: 'lodged_at' })
  lodgedAt: Date;

  /** End of the hour of the last lodging. */
  @Column('timestamptz', { name: 'register_by' })
  registerBy: Date;

  @Column('text', { name: 'registration_number', nullable: true })
  registrationNumber: string | null;

  @Column('timestamptz', { name: 'registered_at', nullable: true })
  registeredAt: Date | null;

  @Column('uuid', { name: 'lot_id', nullable: true })
  lotId: string | null;

  @VersionColumn()
  version: number;
}
