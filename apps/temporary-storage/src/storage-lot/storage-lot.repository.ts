/** Pages of lots: a trader sees those it is a party of, an officer those of its posts. */
import { Brackets, type EntityManager } from 'typeorm';
import type { Principal } from '@shekara/auth';
import type { LotState } from './storage-lot.js';
import { StorageLotEntity } from './storage-lot.entity.js';

export interface LotFilter {
  readonly placeNumber?: string;
  readonly status?: LotState;
  readonly after?: string;
  readonly limit: number;
}

/** At most `limit` lots that the principal may see, in the order of their opening, after the one named. */
export function lotsVisibleTo(
  manager: EntityManager,
  principal: Principal,
  filter: LotFilter,
): Promise<StorageLotEntity[]> {
  const query = manager.createQueryBuilder(StorageLotEntity, 'lot').orderBy('lot.id').limit(filter.limit);
  query.where(
    new Brackets((scope) => {
      scope.where('lot.customsBody = ANY(:posts)', { posts: [...principal.posts] });
      if (principal.organisation !== undefined) {
        scope.orWhere(':own IN (lot.keeperNumber, lot.carrierNumber, lot.consigneeNumber)', {
          own: principal.organisation,
        });
      }
    }),
  );
  if (filter.placeNumber !== undefined)
    query.andWhere('lot.placeNumber = :place', { place: filter.placeNumber });
  if (filter.status !== undefined) query.andWhere('lot.state = :state', { state: filter.status });
  if (filter.after !== undefined) query.andWhere('lot.id > :after', { after: filter.after });
  return query.getMany();
}
