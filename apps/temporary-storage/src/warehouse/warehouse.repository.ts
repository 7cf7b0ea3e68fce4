/** The storage places as this service knows them from the registers. */
import type { EntityManager } from '@shekara/persistence';
import type { StoragePlace } from './storage-place.js';
import { WarehouseEntity } from './warehouse.entity.js';

/** The place by its registration number, or undefined when no register has told of it. */
export async function placeByNumber(
  manager: EntityManager,
  number: string,
): Promise<StoragePlace | undefined> {
  const found = await manager.findOneBy(WarehouseEntity, { number });
  if (!found) return undefined;
  const { register, status, statusFrom, keeperNumber, customsBody } = found;
  return { number, register, status, statusFrom, keeperNumber, customsBody, specialConditions: [] };
}
