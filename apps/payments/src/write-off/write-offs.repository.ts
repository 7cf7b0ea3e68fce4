/** The rows of write-offs: locked for a work, and in pages in the order of their proposal. */
import type { EntityManager, Work } from '@shekara/persistence';
import { WriteOffEntity } from './write-off.entity.js';

export interface WriteOffsWanted {
  readonly payer?: string;
  readonly customsBodies: readonly string[];
  readonly after?: string;
  readonly limit: number;
}

export async function holdWriteOff(work: Work, id: string): Promise<WriteOffEntity | undefined> {
  const lock = { mode: 'pessimistic_write' } as const;
  return (await work.manager.findOne(WriteOffEntity, { where: { id }, lock })) ?? undefined;
}

export function writeOffsPage(
  manager: EntityManager,
  { payer, customsBodies, after, limit }: WriteOffsWanted,
): Promise<WriteOffEntity[]> {
  const query = manager
    .createQueryBuilder(WriteOffEntity, 'w')
    .where('w.customs_body = ANY (:bodies)', { bodies: customsBodies })
    .orderBy('w.id')
    .take(limit);
  if (payer !== undefined) query.andWhere('w.payer = :payer', { payer });
  if (after !== undefined) query.andWhere('w.id > :after', { after });
  return query.getMany();
}
