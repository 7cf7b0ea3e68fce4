/** The tables of the public list: persons as they are published, lists, entries (art. 170). */
import { Injectable } from '@nestjs/common';
import { type CivilDate } from '@shekara/calendar';
import { Money, parseBin } from '@shekara/kernel';
import type { EntityManager, Work } from '@shekara/persistence';
import type { DebtorListPublished, PublishedPerson } from './debtor-publication.js';

export interface PublishedList {
  readonly id: string;
  readonly reportingMonth: string;
  readonly publishedOn: CivilDate;
}

export interface ListEntry {
  readonly payer: string;
  readonly name: string;
  readonly headFullName: string | null;
  readonly totalDebt: string;
}

@Injectable()
export class DebtorLists {
  /** The newest list that was published; undefined before the first. */
  async newest(manager: EntityManager): Promise<PublishedList | undefined> {
    const [list] = await manager.query<PublishedList[]>(
      `SELECT id, reporting_month AS "reportingMonth", published_on::text AS "publishedOn"
         FROM debtor_lists ORDER BY reporting_month DESC LIMIT 1`,
    );
    return list;
  }

  /** A page of a list in the order of BINs and IINs. */
  async entries(
    manager: EntityManager,
    listId: string,
    after: string,
    limit: number,
  ): Promise<readonly ListEntry[]> {
    const rows = await manager.query<ListEntry[]>(
      `SELECT payer, name, head_full_name AS "headFullName", total_debt::text AS "totalDebt"
         FROM debtor_list_entries WHERE list_id = $1 AND payer > $2 ORDER BY payer LIMIT $3`,
      [listId, after, limit],
    );
    return rows.map((row) => ({ ...row, totalDebt: Money.ofTiyn(BigInt(row.totalDebt)).toString() }));
  }

  async add(
    work: Work,
    id: string,
    { reportingMonth, by, entries }: DebtorListPublished,
    publishedOn: CivilDate,
  ): Promise<void> {
    await work.manager.query(
      `INSERT INTO debtor_lists (id, reporting_month, publish_by, published_on) VALUES ($1, $2, $3, $4)`,
      [id, reportingMonth, by.lastDay, publishedOn],
    );
    await work.manager.query(
      `INSERT INTO debtor_list_entries (list_id, payer, name, head_full_name, total_debt)
       SELECT $1, e.* FROM unnest($2::text[], $3::text[], $4::text[], $5::bigint[]) AS e`,
      [
        id,
        entries.map(({ payer }) => payer),
        entries.map(({ name }) => name),
        entries.map(({ headFullName }) => headFullName ?? null),
        entries.map(({ totalDebt }) => totalDebt.tiyn.toString()),
      ],
    );
  }

  /** Names as the register of persons gave them, else as the account names the payer; heads of the register only. */
  async persons(
    manager: EntityManager,
    payers: readonly string[],
  ): Promise<ReadonlyMap<string, PublishedPerson>> {
    const rows = await manager.query<{ payer: string; name: string; head: string | null }[]>(
      `SELECT p.payer, coalesce(r.name, (SELECT max(a.name) FROM payer_accounts a WHERE a.payer = p.payer), '') AS name,
              r.head_full_name AS head
         FROM unnest($1::text[]) AS p(payer) LEFT JOIN published_persons r ON r.payer = p.payer`,
      [payers],
    );
    return new Map(
      rows.map(({ payer, name, head }) => [
        payer,
        {
          name,
          legalEntity: parseBin(payer) !== undefined,
          ...(head === null ? {} : { head: { fullName: head } }),
        },
      ]),
    );
  }

  /** What the register of persons says of a payer; the newest word counts. */
  async keepPerson(work: Work, payer: string, name: string, headFullName: string | undefined): Promise<void> {
    await work.manager.query(
      `INSERT INTO published_persons (payer, name, head_full_name, given_at, given_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (payer) DO UPDATE SET name = excluded.name, head_full_name = excluded.head_full_name,
                                         given_at = excluded.given_at, given_by = excluded.given_by`,
      [payer, name, headFullName ?? null, work.context.at, work.context.actor],
    );
  }
}
