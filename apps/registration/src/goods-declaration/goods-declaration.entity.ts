import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { ReleaseCase } from '../release/release-conditions.js';
import type { DeclarationDraft } from './declaration-draft.js';
import type { DeclarationState } from './goods-declaration.js';

/** The queue in which the release of a declaration waits for a person. */
export type ReleaseQueue = 'RELEASE' | 'RELEASE_OVERDUE';

/** A reason as kept with the declaration; the sentences are those of `GET /v1/reasons`. */
export interface KeptReason {
  readonly code: string;
  readonly article: string;
  readonly pointer?: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A declaration, registered or refused. What was filed is large and is read on request only. */
@Entity('goods_declarations')
export class GoodsDeclarationEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Absent when registration was refused. */
  @Column('text', { nullable: true })
  number: string | null;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text')
  status: DeclarationState;

  @Column('text', { name: 'customs_body' })
  customsBody: string;

  @Column('text', { name: 'declarant_number' })
  declarantNumber: string;

  /** Empty when the declarant files itself. */
  @Column('text', { name: 'representative_number' })
  representativeNumber: string;

  @Column('text', { name: 'arrival_notice_number' })
  arrivalNoticeNumber: string;

  @Column('text', { name: 'filed_by' })
  filedBy: string;

  @Column('jsonb', { select: false })
  draft: DeclarationDraft;

  /** 1 as registered, one more with each permitted amendment and accepted adjustment (`declaration_versions`). */
  @Column('int', { name: 'content_version' })
  contentVersion: number;

  /** Why registration or release was refused. */
  @Column('jsonb', { select: false })
  reasons: readonly KeptReason[];

  @Column('jsonb', {
    name: 'release_case',
    nullable: true,
    transformer: { to: (state: ReleaseCase | null) => state, from: releaseCaseOf },
  })
  releaseCase: ReleaseCase | null;

  @Column('text', { name: 'open_work_item', nullable: true })
  openWorkItem: ReleaseQueue | null;

  @Column('timestamptz', { name: 'filed_at' })
  filedAt: Date;

  @Column('timestamptz', { name: 'registered_at', nullable: true })
  registeredAt: Date | null;

  @Column('timestamptz', { name: 'release_due_at', nullable: true })
  releaseDueAt: Date | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @VersionColumn()
  version: number;
}

/** JSON keeps instants as text; the case is decided with instants. */
function releaseCaseOf(kept: ReleaseCase | null): ReleaseCase | null {
  if (kept === null) return null;
  const { term } = kept;
  const counted = { ...term.counted, endsAt: new Date(term.counted.endsAt) };
  return {
    ...kept,
    term: { ...term, startedAt: new Date(term.startedAt), dueAt: new Date(term.dueAt), counted },
  };
}
