/** Pages of certificates or of reconciliation acts, in the order they were asked for. */
import { type FindOptionsWhere, In, MoreThan } from 'typeorm';
import type { EntityManager } from '@shekara/persistence';

export interface PapersWanted {
  readonly payer?: string;
  /** Bodies in an officer's scope. */
  readonly customsBodies?: readonly string[];
  readonly after?: string;
  readonly limit: number;
}

export function papersPage<Paper extends { id: string; payer: string; customsBody: string }>(
  manager: EntityManager,
  of: new () => Paper,
  { payer, customsBodies, after, limit }: PapersWanted,
): Promise<Paper[]> {
  const where = {
    ...(payer === undefined ? {} : { payer }),
    ...(customsBodies === undefined ? {} : { customsBody: In([...customsBodies]) }),
    ...(after === undefined ? {} : { id: MoreThan(after) }),
  };
  const order = { id: 'ASC' } as const;
  return manager.find(of, { where: where as FindOptionsWhere<Paper>, order: order as never, take: limit });
}
