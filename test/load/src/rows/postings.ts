/** The ledger: entries posted beside bare SQL of the same double entry, and with many entries kept, its account page. */
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { standardCalendar } from '@shekara/calendar';
import {
  identificationCheckDigit,
  Money,
  parseBinOrIin,
  parseCustomsBodyCode,
  systemClock,
} from '@shekara/kernel';
import { DataSource, dataSourceOptions, migrate, UnitOfWork } from '@shekara/persistence';
import { AccountStatements, Ledger, moneyConfirmed, paymentsService } from '@shekara/service-payments';
import { provisionServiceDatabase } from '@shekara/testing';
import type { Ground } from '../ground.js';
import { CONNECTIONS } from '../http-load.js';
import { type Measured, percentile } from '../measure.js';
import { makeBareLedger, postBare } from './bare-ledger.js';

const PAYERS = 1_000;
const BODY = '55302';
const DAY = '2026-03-10';
/** Of the rate of bare SQL; of the rate with an empty ledger. */
const BESIDE_BARE = 0.5;
const FLAT = 0.9;
const PAGE_GOAL_MS = 30;
/** Each of those that take turns has so many. */
const ROUNDS = 3;
/** As many entries as a page of an account shows. */
const PAGE = 20;
/** Entries of one statement, so that none needs the disk to think. */
const STORED_AT_ONCE = 500_000;
/** One payer has this share of all stored entries. */
const LARGE_PAYER = 10;

function payers(): readonly string[] {
  const found: string[] = [];
  for (let serial = 0; found.length < PAYERS; serial += 1) {
    const eleven = `9805400${serial.toString().padStart(4, '0')}`;
    const digit = identificationCheckDigit(eleven);
    if (digit !== undefined) found.push(`${eleven}${digit}`);
  }
  return found;
}

/** Work done in a second by as many workers as the bench has connections. */
async function perSecond(milliseconds: number, task: (turn: number) => Promise<void>): Promise<number> {
  const begun = performance.now();
  let turns = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() - begun < milliseconds) await task((turns += 1));
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return (turns * 1_000) / (performance.now() - begun);
}

/**
 * Entries of money received, of the payers in turn, one payer with a tenth of them, spread over the days of two years. As
 * administrator, without triggers: what is written balances, and balances of accounts are their sums.
 */
async function store(adminUrl: string, numbers: readonly string[], count: number): Promise<void> {
  const pool = new Pool({ connectionString: adminUrl, max: 1 });
  try {
    await pool.query('SET session_replication_role = replica');
    for (let first = 1; first <= count; first += STORED_AT_ONCE) {
      await pool.query(
        `WITH entry AS MATERIALIZED (
           SELECT uuidv7(make_interval(secs => -60 * ($1 - n))) AS id, n, DATE '2024-03-01' + (n * 700 / $1)::int AS day
             FROM generate_series($4::bigint, least($1::bigint, $4::bigint + ${STORED_AT_ONCE - 1})) AS n
         ), entries AS (
           INSERT INTO journal_entries (id, type, document, value_date, ground, case_id, line_count, posted_on, posted_at,
                                        posted_by)
           SELECT id, 'MONEY_CONFIRMED', 'BENCH/' || n, day, 'art. 138.9', gen_random_uuid(), 2, day, day, 'stored' FROM entry
         )
         INSERT INTO journal_lines (entry_id, line, account_key, account_type, payer, customs_body, purpose, amount, posted_on)
         SELECT id, line, CASE line WHEN 1 THEN 'BANK_CLEARING' ELSE 'ADVANCE_MONEY:' || payer || ':${BODY}:ADVANCE' END,
                CASE line WHEN 1 THEN 'BANK_CLEARING' ELSE 'ADVANCE_MONEY' END,
                CASE line WHEN 2 THEN payer END, CASE line WHEN 2 THEN '${BODY}' END, CASE line WHEN 2 THEN 'ADVANCE' END,
                CASE line WHEN 1 THEN 10000 ELSE -10000 END, day
           FROM entry,
                LATERAL (SELECT CASE WHEN n % ${LARGE_PAYER} = 0 THEN $2 ELSE ($3::text[])[1 + n % cardinality($3::text[])] END
                             AS payer) AS chosen,
                generate_series(1, 2) AS line`,
        [count, numbers[0], numbers.slice(1), first],
      );
    }
    await pool.query(
      `INSERT INTO account_balances (account_key, part, account_type, payer, customs_body, purpose, balance)
       SELECT account_key, 0, account_type, payer, customs_body, purpose, abs(sum(amount)) FROM journal_lines
        WHERE entry_id IN (SELECT id FROM journal_entries WHERE posted_by = 'stored')
        GROUP BY account_key, account_type, payer, customs_body, purpose
       ON CONFLICT (account_key, part) DO UPDATE SET balance = account_balances.balance + excluded.balance`,
    );
    await pool.query('VACUUM ANALYZE journal_entries, journal_lines, account_balances');
    // What storing left to be written must not be written while others measure.
    await pool.query('CHECKPOINT');
  } finally {
    await pool.end();
  }
}

/** Rates of several that take turns, so that what else the machine does falls on each: the mean of their rounds. */
async function ratesInTurn(
  milliseconds: number,
  tasks: readonly ((turn: number) => Promise<void>)[],
): Promise<number[]> {
  // What a first run costs is nobody's: plans, caches, connections.
  for (const task of tasks) await perSecond(milliseconds / 4, task);
  const sums = tasks.map(() => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, task] of tasks.entries()) {
      sums[index] = (sums[index] ?? 0) + (await perSecond(milliseconds / ROUNDS, task));
    }
  }
  return sums.map((sum) => sum / ROUNDS);
}

/** Opens a database of its own with the tables of payments, and posts as the service does. */
async function openLedger(adminUrl: string, database: string, numbers: readonly string[]) {
  const url = await provisionServiceDatabase(adminUrl, database);
  const { runtimeUrl } = await migrate(url, paymentsService.migrations);
  const dataSource = await new DataSource(dataSourceOptions(runtimeUrl)).initialize();
  const work = new UnitOfWork(dataSource, systemClock);
  const ledger = new Ledger(standardCalendar());
  const post = (payer: string): Promise<void> => {
    const owner = { payer: parseBinOrIin(payer), customsBody: parseCustomsBodyCode(BODY) };
    if (!owner.payer || !owner.customsBody) throw new Error(`no payer ${payer}`);
    const entry = moneyConfirmed({
      owner: { payer: owner.payer, customsBody: owner.customsBody },
      purpose: 'ADVANCE',
      amount: Money.ofTiyn(10_000n),
      document: randomUUID(),
      valueDate: DAY,
    });
    return work.run({ actor: 'bench' }, (of) => ledger.post(of, [{ entry, caseId: randomUUID() }]));
  };
  await dataSource.query(
    `INSERT INTO payer_accounts (payer, customs_body, name, opened_at, opened_by)
     SELECT payer, $2, 'Bench', now(), 'bench' FROM unnest($1::text[]) AS payer`,
    [numbers, BODY],
  );
  return { url, dataSource, post, statements: new AccountStatements(dataSource) };
}

/** Milliseconds of so many pages of accounts: the large payer's, each older than the one before, and the newest of others. */
async function pagesOf(
  statements: AccountStatements,
  numbers: readonly string[],
  count: number,
): Promise<number[]> {
  const taken: number[] = [];
  const [large = ''] = numbers;
  let oldest: string | undefined;
  for (let turn = 0; turn < count; turn += 1) {
    const ofLarge = turn % 2 === 0;
    const payer = ofLarge ? large : (numbers[turn % numbers.length] ?? '');
    const begun = performance.now();
    const page = await statements.statement({ payer, before: ofLarge ? oldest : undefined, limit: PAGE });
    taken.push(performance.now() - begun);
    if (page?.entries.length !== PAGE) throw new Error(`a page of ${payer} is not full`);
    if (ofLarge) oldest = page.entries.at(-1)?.id;
  }
  return taken;
}

export async function postings(ground: Ground): Promise<Measured[]> {
  const { quick, entries, say } = ground.options;
  const milliseconds = quick ? 4_000 : 15_000;
  const adminUrl = ground.installation.postgresAdminUrl;
  const numbers = payers();
  const bare = new Pool({ connectionString: ground.baseline.databaseUrl, max: 12 });
  const empty = await openLedger(adminUrl, 'postings', numbers);
  const full = await openLedger(adminUrl, 'postings-stored', numbers);
  try {
    await makeBareLedger(bare, numbers);
    const payerOf = (turn: number) => numbers[turn % numbers.length] ?? '';
    const toBare = (turn: number) => postBare(bare, uuidv7(), payerOf(turn), turn);
    const toEmpty = (turn: number) => empty.post(payerOf(turn));
    const toFull = (turn: number) => full.post(payerOf(turn));
    const [plain = 0, posted = 0] = await ratesInTurn(milliseconds, [toBare, toEmpty]);
    const asAdministrator = new URL(adminUrl);
    asAdministrator.pathname = new URL(full.url).pathname;
    await store(asAdministrator.href, numbers, entries);
    say(`${entries} entries are stored`);
    const [beside = 0, stored = 0] = await ratesInTurn(milliseconds, [toEmpty, toFull]);
    const pages = await pagesOf(full.statements, numbers, quick ? 200 : 2_000);
    const begun = performance.now();
    const balance = await full.statements.trialBalance('2025-03-01');
    const balanceTook = performance.now() - begun;
    if (!balance.balanced || !balance.balancesAgree) throw new Error('the books do not balance');
    return [
      { name: 'postings', ours: posted, baseline: plain, unit: 'entries/s', ratioGoal: BESIDE_BARE },
      {
        name: `postings, ${entries} stored`,
        ours: stored,
        baseline: beside,
        unit: 'entries/s',
        ratioGoal: FLAT,
      },
      {
        name: `account page, ${entries} stored, p50`,
        ours: percentile(pages, 0.5),
        unit: 'ms',
        goal: PAGE_GOAL_MS,
      },
      {
        name: `account page, ${entries} stored, p99`,
        ours: percentile(pages, 0.99),
        unit: 'ms',
        goal: PAGE_GOAL_MS,
      },
      { name: `trial balance at a past day, ${entries} stored`, ours: balanceTook, unit: 'ms' },
    ];
  } finally {
    await bare.end();
    await empty.dataSource.destroy();
    await full.dataSource.destroy();
  }
}
