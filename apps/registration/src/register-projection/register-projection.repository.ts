/** What this service knows of the registers of persons and places: the newest state of each entry, as last heard. */
import { instantOf, type RegisterEntryChanged } from '@shekara/contracts';
import type { Work } from '@shekara/persistence';

export type RegisterEntryStatus = 'INCLUDED' | 'SUSPENDED' | 'EXCLUDED';

export interface RegisterEntry {
  readonly registrationNumber: string;
  readonly identificationNumber: string;
  readonly status: RegisterEntryStatus;
}

const STATUSES: readonly string[] = ['INCLUDED', 'SUSPENDED', 'EXCLUDED'];

/** Keeps the newest version of each entry: messages may come late or twice. @throws TypeError for an unknown status. */
export async function keepRegisterEntries(
  work: Work,
  entries: readonly RegisterEntryChanged[],
): Promise<void> {
  const unknown = entries.find(({ status }) => !STATUSES.includes(status));
  if (unknown) throw new TypeError(`register entry with status ${unknown.status}`);
  await work.manager.query(
    `INSERT INTO register_entries (registration_number, register, status, identification_number, name, customs_body,
                                   status_from, version, changed_at)
     SELECT DISTINCT ON (number) *
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[],
                   $9::timestamptz[])
            AS heard(number, register, status, identification_number, name, customs_body, status_from, version, changed_at)
      ORDER BY number, version DESC
     ON CONFLICT (registration_number) DO UPDATE
        SET register = excluded.register, status = excluded.status, name = excluded.name,
            identification_number = excluded.identification_number, customs_body = excluded.customs_body,
            status_from = excluded.status_from, version = excluded.version, changed_at = excluded.changed_at
      WHERE register_entries.version < excluded.version`,
    [
      entries.map(({ registrationNumber }) => registrationNumber),
      entries.map(({ register }) => register),
      entries.map(({ status }) => status),
      entries.map(({ person }) => person?.identificationNumber ?? ''),
      entries.map(({ person }) => person?.name ?? ''),
      entries.map(({ customsBody }) => customsBody),
      entries.map(({ statusFrom }) => statusFrom),
      entries.map(({ version }) => version.toString()),
      entries.map(({ changedAt }) => instantOf(changedAt)),
    ],
  );
}

/** The entry of a register (list REGISTER_KIND) under a number; undefined when that register has none. */
export async function findRegisterEntry(
  work: Work,
  register: string,
  registrationNumber: string,
): Promise<RegisterEntry | undefined> {
  const [entry] = await work.manager.query<RegisterEntry[]>(
    `SELECT registration_number AS "registrationNumber", identification_number AS "identificationNumber", status
       FROM register_entries WHERE registration_number = $1 AND register = $2`,
    [registrationNumber, register],
  );
  return entry;
}
