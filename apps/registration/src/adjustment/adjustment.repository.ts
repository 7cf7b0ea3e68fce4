/** The table of adjustments after release. */
import type { EntityManager } from 'typeorm';
import type { Work } from '@shekara/persistence';
import { AdjustmentEntity } from './adjustment.entity.js';

/** The adjustments of a declaration, newest first. */
export function adjustmentsOf(manager: EntityManager, declarationId: string): Promise<AdjustmentEntity[]> {
  return manager.find(AdjustmentEntity, { where: { declarationId }, order: { id: 'DESC' } });
}

/** One of them, locked; undefined when the declaration has none of this id. */
export async function lockAdjustment(
  work: Work,
  where: { readonly id: string; readonly declarationId: string },
): Promise<AdjustmentEntity | undefined> {
  const found = await work.manager.findOne(AdjustmentEntity, {
    where,
    lock: { mode: 'pessimistic_write' },
  });
  return found ?? undefined;
}

export function adjustmentIsOpen(work: Work, declarationId: string): Promise<boolean> {
  return work.manager.existsBy(AdjustmentEntity, { declarationId, status: 'SUBMITTED' });
}

/** The release was cancelled: an adjustment that nobody decided falls away. Answers its id. */
export async function lapseAdjustments(work: Work, declarationId: string): Promise<readonly string[]> {
  const [lapsed] = await work.manager.query<[{ id: string }[], number]>(
    `UPDATE adjustments SET status = 'LAPSED', decided_at = $2, decided_by = $3, version = version + 1
      WHERE declaration_id = $1 AND status = 'SUBMITTED' RETURNING id`,
    [declarationId, work.context.at, work.context.actor],
  );
  return lapsed.map(({ id }) => id);
}
