/** The lines of a payer's accounts, newest first: by page, or all of them one after the other (art. 141.2). */
import { Inject, Injectable } from '@nestjs/common';
import { Money } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { type AccountType, NORMAL_SIDE } from '../ledger/account.js';

/** Which lines; a filter left out lets all pass. */
export interface EntriesWanted {
  readonly payer: string;
  /** Codes of customs bodies. */
  readonly customsBodies?: readonly string[];
  /** Days of posting, both included. */
  readonly from?: string;
  readonly to?: string;
  /** The kind owed, or what money was sent for. */
  readonly kind?: string;
  /** Type of entry. */
  readonly type?: string;
  /** Type of account. */
  readonly account?: string;
}

/** A line with its entry; one of debit and credit is empty, the other tenge. */
export interface AccountLine {
  readonly id: string;
  readonly line: number;
  readonly postedOn: string;
  readonly valueDate: string;
  readonly type: string;
  readonly document: string;
  readonly ground: string;
  readonly customsBody: string;
  readonly account: string;
  readonly kind: string;
  readonly debit: string;
  readonly credit: string;
}

/** The line before which a page begins. */
export interface LinePosition {
  readonly id: string;
  readonly line: number;
}

type LineRow = Omit<AccountLine, 'debit' | 'credit'> & { readonly amount: string };

/** Reads the newest lines of each customs body from the index of the payer, so that a page costs the same however many are kept. */
const LINES = `
  SELECT l.*
    FROM payer_accounts a
    CROSS JOIN LATERAL (
      SELECT l.entry_id AS id, l.line, l.posted_on::text AS "postedOn", e.value_date::text AS "valueDate", e.type,
             e.document, e.ground, l.customs_body AS "customsBody", l.account_type AS account,
             coalesce(l.purpose, '') AS kind, l.amount::text AS amount
        FROM journal_lines l JOIN journal_entries e ON e.id = l.entry_id
       WHERE l.payer = $1 AND l.customs_body = a.customs_body
         AND ($3::uuid IS NULL OR (l.entry_id, l.line) < ($3, $4::smallint))
         AND ($5::date IS NULL OR l.posted_on >= $5) AND ($6::date IS NULL OR l.posted_on <= $6)
         AND ($7::text IS NULL OR l.purpose = $7) AND ($8::text IS NULL OR e.type = $8)
         AND ($9::text IS NULL OR l.account_type = $9)
       ORDER BY l.entry_id DESC, l.line DESC LIMIT $10) AS l
   WHERE a.payer = $1 AND ($2::text[] IS NULL OR a.customs_body = ANY ($2))
   ORDER BY l.id DESC, l.line DESC LIMIT $10`;

/** An account with its balance on its normal side; accounts at zero are left out. */
export interface AccountBalance {
  readonly account: AccountType;
  readonly customsBody: string;
  readonly kind: string;
  readonly balance: string;
}

const BALANCES = `
  SELECT account_type AS account, customs_body AS "customsBody", coalesce(purpose, '') AS kind, sum(amount)::text AS balance
    FROM journal_lines
   WHERE payer = $1 AND ($2::text[] IS NULL OR customs_body = ANY ($2)) AND posted_on <= $3
     AND ($4::text IS NULL OR purpose = $4) AND ($5::text IS NULL OR account_type = $5)
   GROUP BY 1, 2, 3 HAVING sum(amount) <> 0 ORDER BY 2, 1, 3`;

/** Lines read at a time while all of them are sent. */
const CHUNK = 1000;

@Injectable()
export class AccountEntries {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** Whether the payer has an account at one of these bodies. */
  async isKnown(payer: string, customsBodies: readonly string[] | undefined): Promise<boolean> {
    const [row] = await this.dataSource.query<{ known: boolean }[]>(
      `SELECT EXISTS (SELECT FROM payer_accounts
                       WHERE payer = $1 AND ($2::text[] IS NULL OR customs_body = ANY ($2))) AS known`,
      [payer, customsBodies ?? null],
    );
    return row?.known === true;
  }

  /** The balances at the end of a day, from every line posted until then. */
  async balancesOn(wanted: EntriesWanted, on: string): Promise<readonly AccountBalance[]> {
    const { payer, customsBodies, kind, account } = wanted;
    const parameters = [payer, customsBodies ?? null, on, kind ?? null, account ?? null];
    const rows = await this.dataSource.query<AccountBalance[]>(BALANCES, parameters);
    return rows.map((row) => {
      const debit = BigInt(row.balance);
      const balance = Money.ofTiyn(NORMAL_SIDE[row.account] === 'DEBIT' ? debit : -debit).toString();
      return { ...row, balance };
    });
  }

  async page(
    wanted: EntriesWanted,
    before: LinePosition | undefined,
    limit: number,
  ): Promise<readonly AccountLine[]> {
    const rows = await this.dataSource.query<LineRow[]>(LINES, [
      wanted.payer,
      wanted.customsBodies ?? null,
      before?.id ?? null,
      before?.line ?? null,
      wanted.from ?? null,
      wanted.to ?? null,
      wanted.kind ?? null,
      wanted.type ?? null,
      wanted.account ?? null,
      limit,
    ]);
    return rows.map(({ amount, ...line }) => {
      const tiyn = BigInt(amount);
      const sum = Money.ofTiyn(tiyn < 0n ? -tiyn : tiyn).toString();
      return { ...line, debit: tiyn > 0n ? sum : '', credit: tiyn < 0n ? sum : '' };
    });
  }

  /** All lines, however many: a thousand at a time, held no longer than they are sent. */
  async *all(wanted: EntriesWanted): AsyncGenerator<AccountLine> {
    let before: LinePosition | undefined;
    for (;;) {
      const lines = await this.page(wanted, before, CHUNK);
      yield* lines;
      before = lines.at(-1);
      if (lines.length < CHUNK) return;
    }
  }
}
