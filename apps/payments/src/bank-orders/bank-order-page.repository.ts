/** Orders to banks: one, locked, and pages. */
import { In, MoreThan } from 'typeorm';
import type { EntityManager, Work } from '@shekara/persistence';
import type { BankMessageStatus } from '../bank-duties/bank-message.js';
import { BankOrderEntity } from './bank-order.entity.js';

export interface OrderPage {
  readonly banks: readonly string[];
  readonly customsBodies: readonly string[];
  readonly status?: BankMessageStatus;
  readonly after?: string;
  readonly limit: number;
}

/** Orders to these banks and those of these customs bodies, the oldest first. */
export function pageOfOrders(manager: EntityManager, page: OrderPage): Promise<BankOrderEntity[]> {
  const { banks, customsBodies, status, after, limit } = page;
  const filter = { ...(status ? { status } : {}), ...(after ? { id: MoreThan(after) } : {}) };
  return manager.find(BankOrderEntity, {
    where: [
      { ...filter, bankId: In([...banks]) },
      { ...filter, customsBody: In([...customsBodies]) },
    ],
    order: { id: 'ASC' },
    take: limit,
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The document of another slice for which an order was issued; it never changes, so nothing is locked. */
export async function documentOf(work: Work, id: string): Promise<string | undefined> {
  if (!UUID.test(id)) return undefined;
  const found = await work.manager.findOne(BankOrderEntity, { select: { documentId: true }, where: { id } });
  return found?.documentId;
}

/** The order by its id, locked for this work; undefined for a text that is no id. */
export async function holdOrder(work: Work, id: string): Promise<BankOrderEntity | undefined> {
  if (!UUID.test(id)) return undefined;
  const lock = { mode: 'pessimistic_write' } as const;
  return (await work.manager.findOne(BankOrderEntity, { where: { id }, lock })) ?? undefined;
}
