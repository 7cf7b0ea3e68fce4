import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Measure } from '../risk-profile/measure.js';
import type { ControlInstruction } from './control-instruction.js';

/** A version of a profile that called for an instruction; none for a random choice. */
export interface CallingProfile {
  readonly number: string;
  readonly version: number;
}

/** One instruction. Its instants are JSON texts inside `instruction`; the columns are what queries need. */
@Entity('control_instructions')
export class ControlInstructionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'evaluation_id' })
  evaluationId: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text')
  measure: Measure;

  @Column('boolean', { name: 'holds_release' })
  holdsRelease: boolean;

  @Column('text')
  status: ControlInstruction['status'];

  @Column('timestamptz', { name: 'must_finish_by' })
  mustFinishBy: Date;

  @Column('jsonb')
  instruction: ControlInstruction;

  /** Never told to anybody outside (art. 219.4). */
  @Column('jsonb')
  profiles: readonly CallingProfile[];

  @VersionColumn({ name: 'lock_version' })
  lockVersion: number;
}
