/** Reading the ledger: the statement of a payer and the trial balance (art. 141.2, 142.3). */
import { Inject, Injectable } from '@nestjs/common';
import { Money } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { type AccountType, NORMAL_SIDE } from './account.js';

export interface StatementRequest {
  readonly payer: string;
  /** Codes of customs bodies to show; all when absent. */
  readonly customsBodies?: readonly string[];
  /** Show entries before this one; the newest when absent. */
  readonly before?: string;
  readonly limit: number;
}

export interface StatementBalance {
  readonly account: string;
  readonly customsBody: string;
  /** What the money was sent for, or the kind that is owed; empty for a deposit. */
  readonly purpose: string;
  readonly balance: string;
}

export interface StatementEntry {
  readonly id: string;
  readonly type: string;
  readonly document: string;
  readonly valueDate: string;
  readonly postedAt: Date;
  readonly ground: string;
  /** The lines on the payer's own accounts; a debit is positive. */
  readonly lines: readonly {
    readonly account: string;
    readonly customsBody: string;
    readonly purpose: string;
    readonly amount: string;
  }[];
}

export interface Statement {
  readonly accounts: readonly { readonly customsBody: string; readonly name: string }[];
  readonly balances: readonly StatementBalance[];
  readonly entries: readonly StatementEntry[];
}

export interface TrialBalance {
  readonly totals: readonly {
    readonly account: AccountType;
    readonly side: 'DEBIT' | 'CREDIT';
    readonly debits: string;
    readonly credits: string;
    readonly balance: string;
  }[];
  readonly debits: string;
  readonly credits: string;
  /** Debits equal credits over all lines. */
  readonly balanced: boolean;
  /** The kept balance of every account equals the sum of all its lines, whatever the day. */
  readonly balancesAgree: boolean;
}

/** A bigint as text, so that no digit is lost. */
type Tiyn = string;

function tenge(tiyn: Tiyn): string {
  return Money.ofTiyn(BigInt(tiyn)).toString();
}

@Injectable()
export class AccountStatements {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** Balances and a page of the newest entries; undefined when the payer has no account at these bodies. */
  async statement({ payer, customsBodies, before, limit }: StatementRequest): Promise<Statement | undefined> {
    const bodies = customsBodies ?? null;
    const accounts = await this.dataSource.query<{ customsBody: string; name: string }[]>(
      `SELECT customs_body AS "customsBody", name FROM payer_accounts
        WHERE payer = $1 AND ($2::text[] IS NULL OR customs_body = ANY ($2)) ORDER BY customs_body`,
      [payer, bodies],
    );
    if (accounts.length === 0) return undefined;
    const balances = await this.dataSource.query<(Omit<StatementBalance, 'balance'> & { balance: Tiyn })[]>(
      `SELECT account_type AS account, customs_body AS "customsBody", coalesce(purpose, '') AS purpose, balance::text AS balance
         FROM account_balances
        WHERE payer = $1 AND ($2::text[] IS NULL OR customs_body = ANY ($2)) ORDER BY account_key`,
      [payer, bodies],
    );
    const entries = await this.dataSource.query<StatementEntry[]>(PAGE, [
      payer,
      accounts.map(({ customsBody }) => customsBody),
      before ?? null,
      limit,
    ]);
    return {
      accounts,
      balances: balances.map((row) => ({ ...row, balance: tenge(row.balance) })),
      entries: entries.map((entry) => ({
        ...entry,
        lines: entry.lines.map((line) => ({ ...line, amount: tenge(line.amount) })),
      })),
    };
  }

  /** Debits and credits of every account type over all lines posted up to a legal date, that day included. */
  async trialBalance(on: string): Promise<TrialBalance> {
    const rows = await this.dataSource.query<
      { account: AccountType | null; debits: Tiyn; credits: Tiyn; agrees: boolean }[]
    >(TRIAL_BALANCE, [on]);
    const sums = rows.flatMap(({ account, debits, credits }) =>
      account ? [{ account, debits, credits }] : [],
    );
    const debits = sums.reduce((total, row) => total + BigInt(row.debits), 0n);
    const credits = sums.reduce((total, row) => total + BigInt(row.credits), 0n);
    return {
      totals: sums.map((row) => {
        const side = NORMAL_SIDE[row.account];
        const difference = BigInt(row.debits) - BigInt(row.credits);
        const balance = side === 'DEBIT' ? difference : -difference;
        return {
          account: row.account,
          side,
          debits: tenge(row.debits),
          credits: tenge(row.credits),
          balance: tenge(balance.toString()),
        };
      }),
      debits: tenge(debits.toString()),
      credits: tenge(credits.toString()),
      balanced: debits === credits,
      balancesAgree: rows.every(({ agrees }) => agrees),
    };
  }
}

/** The newest entries of each account by the index, the newest of them all, then their lines: no entry beside the page is read. */
const PAGE = `
  WITH page AS MATERIALIZED (
    SELECT DISTINCT newest.entry_id
      FROM unnest($2::text[]) AS body
     CROSS JOIN LATERAL (
       SELECT DISTINCT l.entry_id FROM journal_lines l
        WHERE l.payer = $1 AND l.customs_body = body
          AND l.entry_id < coalesce($3::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
        ORDER BY l.entry_id DESC LIMIT $4) AS newest
     ORDER BY newest.entry_id DESC LIMIT $4)
  SELECT e.id, e.type, e.document, e.value_date::text AS "valueDate", e.posted_at AS "postedAt", e.ground,
         (SELECT jsonb_agg(jsonb_build_object('account', l.account_type, 'customsBody', l.customs_body,
                                              'purpose', coalesce(l.purpose, ''), 'amount', l.amount::text) ORDER BY l.line)
            FROM journal_lines l
           WHERE l.entry_id = e.id AND l.payer = $1 AND l.customs_body = ANY ($2)) AS lines
    FROM page JOIN journal_entries e ON e.id = page.entry_id
   ORDER BY e.id DESC`;

/** Sums by account type up to a day, and whether every kept balance is the sum of all lines of its account: one reading. */
const TRIAL_BALANCE = `
  WITH account AS MATERIALIZED (
    SELECT account_key, account_type, sum(amount) AS amount,
           sum(amount) FILTER (WHERE amount > 0 AND posted_on <= $1) AS debits,
           -sum(amount) FILTER (WHERE amount < 0 AND posted_on <= $1) AS credits
      FROM journal_lines GROUP BY account_key, account_type
  ), sums AS (
    SELECT account_type AS account, coalesce(sum(debits), 0) AS debits, coalesce(sum(credits), 0) AS credits
      FROM account WHERE debits IS NOT NULL OR credits IS NOT NULL GROUP BY account_type
  ), agreement AS (
    SELECT NOT EXISTS (
      SELECT FROM (SELECT account_key, sum(balance) AS balance FROM account_balances GROUP BY account_key) b
        FULL JOIN (SELECT account_key, abs(amount) AS balance FROM account) l USING (account_key)
       WHERE coalesce(b.balance, 0) <> coalesce(l.balance, 0)) AS agrees
  )
  SELECT sums.account, sums.debits::text AS debits, sums.credits::text AS credits, agreement.agrees
    FROM agreement LEFT JOIN sums ON true ORDER BY sums.account`;
