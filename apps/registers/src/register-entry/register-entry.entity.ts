import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Reason } from '@shekara/kernel';
import type { EntryStatus } from './register-entry.js';
import type { ConditionFacts } from './inclusion-conditions.js';
import type { Register, SignerRole } from './register-kind.js';

/** One entry: its number, the person, for a warehouse its place, and its present state. */
@Entity('register_entries')
export class RegisterEntryEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'registration_number' })
  registrationNumber: string;

  @Column('text')
  register: Register;

  @Column('text')
  bin: string;

  @Column('text')
  name: string;

  @Column('text')
  address: string;

  /** The customs body that keeps the entry; for a warehouse the one in whose area the place lies. */
  @Column('text', { name: 'customs_body' })
  customsBody: string;

  /** Address of the place; empty for a person without one. */
  @Column('text', { name: 'premises_address' })
  premisesAddress: string;

  /** The conditions as they were found at inclusion, or last at resumption. Protected data: never published. */
  @Column('jsonb')
  conditions: ConditionFacts;

  @Column('text')
  status: EntryStatus;

  @Column('date', { name: 'status_from' })
  statusFrom: string;

  @Column('jsonb')
  grounds: Reason[];

  @Column('date', { name: 'suspended_until', nullable: true })
  suspendedUntil: string | null;

  @Column('date', { name: 'goods_out_by', nullable: true })
  goodsOutBy: string | null;

  @Column('date', { name: 'reapply_from', nullable: true })
  reapplyFrom: string | null;

  /** Last day of the term of review of the application, and whether the order came after it. */
  @Column('date', { name: 'review_due_on' })
  reviewDueOn: string;

  @Column('boolean', { name: 'decided_late' })
  decidedLate: boolean;

  @VersionColumn()
  version: number;
}

/** An order on an entry; rows are only added. */
@Entity('register_orders')
export class RegisterOrderEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'entry_id' })
  entryId: string;

  @Column('text')
  kind: 'INCLUSION' | 'SUSPENSION' | 'RESUMPTION' | 'EXCLUSION';

  @Column('text')
  number: string;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt: Date;

  @Column('text', { name: 'signer_role' })
  signerRole: SignerRole;

  /** Code of the ground; empty for inclusion and resumption. */
  @Column('text')
  ground: string;

  /** The cause in words; not published. */
  @Column('text')
  cause: string;
}
