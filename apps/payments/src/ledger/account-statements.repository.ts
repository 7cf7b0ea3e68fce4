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
  /** What the money was sent for, or the kind that is owed. */
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
      `SELECT account_type AS account, customs_body AS "customsBody", purpose, balance::text AS balance
         FROM account_balances
        WHERE payer = $1 AND ($2::text[] IS NULL OR customs_body = ANY ($2)) ORDER BY account_key`,
      [payer, bodies],
    );
    const entries = await this.dataSource.query<StatementEntry[]>(
      `SELECT e.id, e.type, e.document, e.value_date::text AS "valueDate", e.posted_at AS "postedAt", e.ground,
              jsonb_agg(jsonb_build_object('account', l.account_type, 'customsBody', l.customs_body,
                                           'purpose', l.purpose, 'amount', l.amount::text) ORDER BY l.line) AS lines
         FROM journal_lines l JOIN journal_entries e ON e.id = l.entry_id
        WHERE l.payer = $1 AND ($2::text[] IS NULL OR l.customs_body = ANY ($2))
          AND ($3::uuid IS NULL OR l.entry_id < $3)
        GROUP BY e.id ORDER BY e.id DESC LIMIT $4`,
      [payer, bodies, before ?? null, limit],
    );
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
    const sums = await this.dataSource.query<{ account: AccountType; debits: Tiyn; credits: Tiyn }[]>(
      `SELECT account_type AS account, coalesce(sum(amount) FILTER (WHERE amount > 0), 0)::text AS debits,
              coalesce(-sum(amount) FILTER (WHERE amount < 0), 0)::text AS credits
         FROM journal_lines WHERE posted_on <= $1 GROUP BY account_type ORDER BY account_type`,
      [on],
    );
    const [disagreeing] = await this.dataSource.query<{ count: string }[]>(
      `SELECT count(*)::text AS count
         FROM (SELECT account_key, sum(balance) AS balance FROM account_balances GROUP BY account_key) b
         FULL JOIN (SELECT account_key, abs(sum(amount)) AS balance FROM journal_lines GROUP BY account_key) l
              USING (account_key)
        WHERE coalesce(b.balance, 0) <> coalesce(l.balance, 0)`,
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
      balancesAgree: disagreeing?.count === '0',
    };
  }
}
