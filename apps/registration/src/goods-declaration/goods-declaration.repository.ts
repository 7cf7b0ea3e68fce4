/** The table of declarations: each way in which it is read has its index; writing reads nothing first. */
import type { DeepPartial, EntityManager, FindOptionsWhere } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Work } from '@shekara/persistence';
import { parseDeclarationNumber } from '@shekara/kernel';
import type { DeclarationDraft } from './declaration-draft.js';
import type { DeclarationState } from './goods-declaration.js';
import { GoodsDeclarationEntity, type KeptReason } from './goods-declaration.entity.js';

/** A declaration that was registered: number, term and release case are there. */
export type RegisteredDeclaration = GoodsDeclarationEntity & {
  [Field in 'number' | 'registeredAt' | 'releaseDueAt' | 'releaseCase']: NonNullable<
    GoodsDeclarationEntity[Field]
  >;
};

export async function addDeclaration(
  work: Work,
  declaration: Omit<GoodsDeclarationEntity, 'version'>,
): Promise<GoodsDeclarationEntity> {
  const entity = work.manager.create(
    GoodsDeclarationEntity,
    declaration as DeepPartial<GoodsDeclarationEntity>,
  );
  await work.manager.insert(GoodsDeclarationEntity, entity as QueryDeepPartialEntity<GoodsDeclarationEntity>);
  return entity;
}

/** The registered declaration, locked for this work; undefined when there is none. */
export async function lockDeclaration(
  work: Work,
  where: { readonly id: string } | { readonly number: string },
): Promise<RegisteredDeclaration | undefined> {
  const entity = await work.manager.findOne(GoodsDeclarationEntity, {
    where: where as FindOptionsWhere<GoodsDeclarationEntity>,
    lock: { mode: 'pessimistic_write' },
  });
  return entity !== null && isRegistered(entity) ? entity : undefined;
}

function isRegistered(entity: GoodsDeclarationEntity): entity is RegisteredDeclaration {
  return entity.number !== null && entity.releaseCase !== null;
}

/** Writes the changed fields of a locked declaration. */
export async function changeDeclaration(
  work: Work,
  declaration: RegisteredDeclaration,
  change: Partial<
    Pick<
      GoodsDeclarationEntity,
      | 'status'
      | 'releaseCase'
      | 'openWorkItem'
      | 'decidedAt'
      | 'decidedBy'
      | 'reasons'
      | 'draft'
      | 'contentVersion'
    >
  >,
): Promise<void> {
  Object.assign(declaration, change);
  await work.manager.update(
    GoodsDeclarationEntity,
    { id: declaration.id },
    change as QueryDeepPartialEntity<GoodsDeclarationEntity>,
  );
}

export async function findDeclaration(
  manager: EntityManager,
  number: string,
): Promise<GoodsDeclarationEntity | undefined> {
  if (parseDeclarationNumber(number) === undefined) return undefined;
  return (await manager.findOneBy(GoodsDeclarationEntity, { number })) ?? undefined;
}

/** What was filed, and why it was refused where it was. */
export async function contentOf(
  manager: EntityManager,
  id: string,
): Promise<{ readonly draft: DeclarationDraft; readonly reasons: readonly KeptReason[] }> {
  const [content] = await manager.query<{ draft: DeclarationDraft; reasons: KeptReason[] }[]>(
    `SELECT draft, reasons FROM goods_declarations WHERE id = $1`,
    [id],
  );
  if (!content) throw new Error(`declaration ${id} is gone`);
  return content;
}

export interface DeclarationListing {
  /** BIN or IIN of a trader: its own declarations. */
  readonly organisation?: string;
  /** Customs bodies of an officer. */
  readonly customsBodies: readonly string[];
  readonly status?: DeclarationState;
  /** The last id of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** Each list is cut to the page by its own index before they are merged: cost does not grow with the table. */
const PAGE_OF_BODIES = `
  SELECT own.id FROM unnest($1::text[]) AS body
   CROSS JOIN LATERAL (
     SELECT id FROM goods_declarations
      WHERE customs_body = body AND ($2::text IS NULL OR status = $2) AND ($3::uuid IS NULL OR id < $3)
      ORDER BY id DESC LIMIT $4) AS own
   ORDER BY own.id DESC LIMIT $4`;
const PAGE_OF_ORGANISATION = `
  SELECT own.id FROM (
    (SELECT id FROM goods_declarations
      WHERE declarant_number = $1 AND ($2::text IS NULL OR status = $2) AND ($3::uuid IS NULL OR id < $3)
      ORDER BY id DESC LIMIT $4)
    UNION
    (SELECT id FROM goods_declarations
      WHERE representative_number = $1 AND representative_number <> ''
        AND ($2::text IS NULL OR status = $2) AND ($3::uuid IS NULL OR id < $3)
      ORDER BY id DESC LIMIT $4)) AS own
   ORDER BY own.id DESC LIMIT $4`;

/** A page of declarations, newest first. */
export async function listDeclarations(
  manager: EntityManager,
  listing: DeclarationListing,
): Promise<readonly GoodsDeclarationEntity[]> {
  const { organisation, customsBodies, status, after, limit } = listing;
  const page = await manager.query<{ id: string }[]>(
    organisation === undefined ? PAGE_OF_BODIES : PAGE_OF_ORGANISATION,
    [organisation ?? customsBodies, status ?? null, after ?? null, limit],
  );
  if (page.length === 0) return [];
  return manager
    .createQueryBuilder(GoodsDeclarationEntity, 'declaration')
    .where('declaration.id IN (:...ids)', { ids: page.map(({ id }) => id) })
    .orderBy('declaration.id', 'DESC')
    .getMany();
}
