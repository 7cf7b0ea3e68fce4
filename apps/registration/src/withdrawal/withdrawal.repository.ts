/** The table of withdrawals; those of foreign goods wait for a new declaration until temporary storage ends (R-DEC-119). */
import type { EntityManager } from 'typeorm';
import { art } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WithdrawalEntity } from './withdrawal.entity.js';

const NEW_DECLARATION_ARTICLE = art(290, 1);
const STREAM = 'GoodsDeclaration';

/** The withdrawals asked for of a declaration, newest first. */
export function withdrawalsOf(manager: EntityManager, declarationId: string): Promise<WithdrawalEntity[]> {
  return manager.find(WithdrawalEntity, { where: { declarationId }, order: { id: 'DESC' } });
}

/** One of them, locked; undefined when the declaration has none of this id. */
export async function lockWithdrawal(
  work: Work,
  where: { readonly id: string; readonly declarationId: string },
): Promise<WithdrawalEntity | undefined> {
  const found = await work.manager.findOne(WithdrawalEntity, {
    where,
    lock: { mode: 'pessimistic_write' },
  });
  return found ?? undefined;
}

export function withdrawalIsOpen(work: Work, declarationId: string): Promise<boolean> {
  return work.manager.existsBy(WithdrawalEntity, { declarationId, status: 'REQUESTED' });
}

/** A new declaration of withdrawn goods was registered: their withdrawal is closed with its number (L4). */
export function declaredAnew(
  work: Work,
  notice: { readonly number: string; readonly caseId: string },
  newNumber: string,
): Promise<void> {
  return end(work, notice, 'CLOSED', newNumber);
}

/** Temporary storage ended and no new declaration was registered: the goods are to be detained (art. 290.1, 237). */
export function storageEnded(
  work: Work,
  notice: { readonly number: string; readonly caseId: string },
): Promise<void> {
  return end(work, notice, 'DETENTION_DUE', null);
}

async function end(
  work: Work,
  { number, caseId }: { readonly number: string; readonly caseId: string },
  status: 'CLOSED' | 'DETENTION_DUE',
  newNumber: string | null,
): Promise<void> {
  if (number === '') return;
  const [ended] = await work.manager.query<[{ id: string; declarationId: string }[], number]>(
    `UPDATE withdrawals SET status = $2, new_declaration_number = $3, version = version + 1
      WHERE arrival_notice_number = $1 AND arrival_notice_number <> '' AND status = 'PERMITTED'
      RETURNING id, declaration_id AS "declarationId"`,
    [number, status, newNumber],
  );
  const type = status === 'CLOSED' ? 'DeclaredAnew' : 'DetentionDue';
  for (const { id: withdrawalId, declarationId: streamId } of ended) {
    const payload = { withdrawalId, newDeclarationNumber: newNumber };
    work.record({ stream: STREAM, streamId, caseId, type, payload, ground: NEW_DECLARATION_ARTICLE });
  }
}
