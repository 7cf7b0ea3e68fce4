/** Every version of a declaration, with who made it, when and in which fields (R-DEC-109). */
import type { EntityManager } from 'typeorm';
import type { Work } from '@shekara/persistence';
import type { DeclarationDraft } from '../goods-declaration/declaration-draft.js';
import type { GoodsDeclarationEntity } from '../goods-declaration/goods-declaration.entity.js';
import type { ChangedField } from './field-changes.js';

export interface DeclarationVersion {
  readonly version: number;
  readonly ground: 'REGISTRATION' | 'AMENDMENT' | 'DEMAND' | 'ADJUSTMENT';
  /** The amendment or adjustment that made it; null for the first. */
  readonly documentId: string | null;
  readonly author: string;
  readonly madeAt: Date;
  readonly changes: readonly ChangedField[];
}

export interface NewVersion {
  readonly ground: Exclude<DeclarationVersion['ground'], 'REGISTRATION'>;
  readonly documentId: string;
  readonly author: string;
  readonly changes: readonly ChangedField[];
  readonly draft: DeclarationDraft;
}

/** Keeps a version beside the earlier ones; the declaration as registered is kept with the first change. */
export async function keepVersion(
  work: Work,
  declarationId: string,
  version: number,
  { ground, documentId, author, changes, draft }: NewVersion,
): Promise<void> {
  await work.manager.query(
    `INSERT INTO declaration_versions (declaration_id, version, ground, author, made_at, changes, draft)
     SELECT id, 1, 'REGISTRATION', filed_by, registered_at, '[]', draft FROM goods_declarations WHERE id = $1
     ON CONFLICT DO NOTHING`,
    [declarationId],
  );
  await work.manager.query(
    `INSERT INTO declaration_versions (declaration_id, version, ground, document_id, author, made_at, changes, draft)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[declarationId, version, ground, documentId, author, work.context.at],
      ...[JSON.stringify(changes), JSON.stringify(draft)],
    ],
  );
}

/** The versions in their order, without what each of them says as a whole. */
export async function versionsOf(
  manager: EntityManager,
  declaration: GoodsDeclarationEntity,
): Promise<readonly DeclarationVersion[]> {
  const kept = await manager.query<DeclarationVersion[]>(
    `SELECT version, ground, document_id AS "documentId", author, made_at AS "madeAt", changes
       FROM declaration_versions WHERE declaration_id = $1 ORDER BY version`,
    [declaration.id],
  );
  const { filedBy: author, registeredAt } = declaration;
  if (kept.length > 0 || registeredAt === null) return kept;
  return [
    { version: 1, ground: 'REGISTRATION', documentId: null, author, madeAt: registeredAt, changes: [] },
  ];
}

/** What a version says as a whole; undefined when there is none of this number. */
export async function versionContent(
  manager: EntityManager,
  declarationId: string,
  version: number,
): Promise<DeclarationDraft | undefined> {
  const [found] = await manager.query<{ draft: DeclarationDraft }[]>(
    `SELECT draft FROM declaration_versions WHERE declaration_id = $1 AND version = $2
     UNION ALL
     SELECT draft FROM goods_declarations WHERE id = $1 AND content_version = $2 LIMIT 1`,
    [declarationId, version],
  );
  return found?.draft;
}
