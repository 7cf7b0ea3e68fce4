/** Pages of debt notices, in the order they were opened. */
import { In, MoreThan, Not } from 'typeorm';
import type { EntityManager } from '@shekara/persistence';
import { DebtNoticeEntity } from './debt-notice.entity.js';

export interface NoticesWanted {
  readonly payer?: string;
  /** Bodies in an officer's scope; without them drafts are left out: the payer knows of none. */
  readonly customsBodies?: readonly string[];
  readonly after?: string;
  readonly limit: number;
}

export function noticesPage(manager: EntityManager, wanted: NoticesWanted): Promise<DebtNoticeEntity[]> {
  const { payer, customsBodies, after, limit } = wanted;
  return manager.find(DebtNoticeEntity, {
    where: {
      ...(payer === undefined ? {} : { payer }),
      ...(customsBodies === undefined ? { status: Not('DRAFT') } : { customsBody: In([...customsBodies]) }),
      ...(after === undefined ? {} : { id: MoreThan(after) }),
    },
    order: { id: 'ASC' },
    take: limit,
  });
}
