/** The storage places as this service knows them from the registers. */
import type { RegisterEntryChanged } from '@shekara/contracts';
import type { EntityManager, Work } from '@shekara/persistence';
import type { StoragePlace } from './storage-place.js';
import { WarehouseEntity } from './warehouse.entity.js';

/** Keeps the newest version of each entry, in whatever order they come. */
export async function keepPlaces(work: Work, entries: readonly RegisterEntryChanged[]): Promise<void> {
  if (entries.length === 0) return;
  await work.manager.query(
    `INSERT INTO warehouses (number, register, status, status_from, keeper_number, customs_body, entry_version)
     SELECT DISTINCT ON (number) *
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[])
            AS heard(number, register, status, status_from, keeper_number, customs_body, entry_version)
      ORDER BY number, entry_version DESC
     ON CONFLICT (number) DO UPDATE
       SET register = excluded.register, status = excluded.status, status_from = excluded.status_from,
           keeper_number = excluded.keeper_number, customs_body = excluded.customs_body,
           entry_version = excluded.entry_version
     WHERE warehouses.entry_version < excluded.entry_version`,
    [
      entries.map(({ registrationNumber }) => registrationNumber),
      entries.map(({ register }) => register),
      entries.map(({ status }) => status),
      entries.map(({ statusFrom }) => statusFrom),
      entries.map(({ person }) => person?.identificationNumber ?? ''),
      entries.map(({ customsBody }) => customsBody),
      entries.map(({ version }) => version.toString()),
    ],
  );
}

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
