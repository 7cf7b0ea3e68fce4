/** The table of changes before release. */
import type { EntityManager } from 'typeorm';
import type { Work } from '@shekara/persistence';
import { AmendmentEntity } from './amendment.entity.js';

/** The changes of a declaration that were asked for or demanded, newest first. */
export function amendmentsOf(manager: EntityManager, declarationId: string): Promise<AmendmentEntity[]> {
  return manager.find(AmendmentEntity, { where: { declarationId }, order: { id: 'DESC' } });
}

/** One of them, locked; undefined when the declaration has none of this id. */
export async function lockAmendment(
  work: Work,
  where: { readonly id: string; readonly declarationId?: string },
): Promise<AmendmentEntity | undefined> {
  const found = await work.manager.findOne(AmendmentEntity, {
    where,
    lock: { mode: 'pessimistic_write' },
  });
  return found ?? undefined;
}

/** The declaration was withdrawn: what is open falls away, at most a request and a demand. Answers their ids. */
export async function lapseAmendments(work: Work, declarationId: string): Promise<readonly string[]> {
  const [lapsed] = await work.manager.query<[{ id: string }[], number]>(
    `UPDATE amendments SET status = 'LAPSED', decided_at = $2, decided_by = $3, version = version + 1
      WHERE declaration_id = $1 AND status IN ('REQUESTED', 'DEMANDED') RETURNING id`,
    [declarationId, work.context.at, work.context.actor],
  );
  return lapsed.map(({ id }) => id);
}
