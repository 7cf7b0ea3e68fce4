import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { ControlForm, ControlStatus, ExaminationNotice } from './control.js';
import type { ControlResult } from './control-result.js';

/** One control with its act. */
@Entity('controls')
export class ControlEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'instruction_id' })
  instructionId: string;

  @Column('text')
  stage: string;

  /** Id of the notice or declaration. */
  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { name: 'document_number' })
  documentNumber: string;

  @Column('text', { name: 'customs_body' })
  customsBody: string;

  @Column('text')
  form: ControlForm;

  @Column('jsonb', { name: 'item_numbers' })
  itemNumbers: number[];

  @Column('text')
  task: string;

  @Column('text')
  status: ControlStatus;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  @Column('boolean')
  overdue: boolean;

  @Column('boolean', { name: 'continues_after_release' })
  continuesAfterRelease: boolean;

  @Column('jsonb', { nullable: true })
  notice: ExaminationNotice | null;

  @Column('timestamptz', { name: 'person_informed_at', nullable: true })
  personInformedAt: Date | null;

  @Column('timestamptz', { name: 'await_person_until', nullable: true })
  awaitPersonUntil: Date | null;

  /** `customs body/year/serial`. */
  @Column('text', { name: 'act_number', nullable: true })
  actNumber: string | null;

  @Column('text', { nullable: true })
  outcome: 'CONFORMS' | 'DISCREPANCY' | null;

  @Column('jsonb', { nullable: true })
  result: ControlResult | null;

  @Column('text', { nullable: true })
  officer: string | null;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt: Date | null;

  @Column('text', { name: 'cancelled_because', nullable: true })
  cancelledBecause: string | null;

  @VersionColumn()
  version: number;
}
