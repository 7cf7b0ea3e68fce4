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

/** Keeps the entry unless a newer version is here already: messages may come late or twice. @throws TypeError for an unknown status. */
export async function keepRegisterEntry(work: Work, entry: RegisterEntryChanged): Promise<void> {
  if (!STATUSES.includes(entry.status)) throw new TypeError(`register entry with status ${entry.status}`);
  await work.manager.query(
    `INSERT INTO register_entries (registration_number, register, status, identification_number, name, customs_body,
                                   status_from, version, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (registration_number) DO UPDATE
        SET register = excluded.register, status = excluded.status, name = excluded.name,
            identification_number = excluded.identification_number, customs_body = excluded.customs_body,
            status_from = excluded.status_from, version = excluded.version, changed_at = excluded.changed_at
      WHERE register_entries.version < excluded.version`,
    [
      entry.registrationNumber,
      entry.register,
      entry.status,
      entry.person?.identificationNumber ?? '',
      entry.person?.name ?? '',
      entry.customsBody,
      entry.statusFrom,
      entry.version.toString(),
      instantOf(entry.changedAt),
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
