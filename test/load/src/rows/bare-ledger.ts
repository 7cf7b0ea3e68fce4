/** The baseline of postings: the same double entry in bare SQL, named statements of `pg`, no triggers, no law. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

const BANK = 'BANK_CLEARING';
/** Parts of the bank's account, so that transactions do not queue for one row; they take turns, so that none waits. */
const PARTS = 16;

export async function makeBareLedger(pool: Pool, payers: readonly string[]): Promise<void> {
  await pool.query(`
    CREATE TABLE entries (id uuid PRIMARY KEY, type text NOT NULL, document text NOT NULL, day date NOT NULL,
                          posted_at timestamptz NOT NULL);
    CREATE TABLE lines (entry_id uuid NOT NULL, line smallint NOT NULL, account text NOT NULL, amount bigint NOT NULL,
                        PRIMARY KEY (entry_id, line));
    CREATE INDEX lines_of_account ON lines (account, entry_id);
    CREATE TABLE balances (account text NOT NULL, part smallint NOT NULL, balance bigint NOT NULL,
                           PRIMARY KEY (account, part))`);
  await pool.query(
    `INSERT INTO balances SELECT account, 0, 0 FROM unnest($1::text[]) AS account
     UNION ALL SELECT $2, part, 0 FROM generate_series(0, ${PARTS - 1}) AS part`,
    [payers, BANK],
  );
}

export async function postBare(pool: Pool, id: string, payer: string, turn: number): Promise<void> {
  const client = await pool.connect();
  const statement = (name: string, text: string, values: readonly unknown[]) =>
    client.query({ name, text, values: [...values] });
  try {
    await client.query('BEGIN');
    await statement('entry', 'INSERT INTO entries VALUES ($1, $2, $3, $4, now())', [
      id,
      'MONEY_CONFIRMED',
      randomUUID(),
      '2026-03-10',
    ]);
    await statement('lines', 'INSERT INTO lines VALUES ($1, 1, $2, $4), ($1, 2, $3, -$4::bigint)', [
      id,
      BANK,
      payer,
      10_000,
    ]);
    const move = 'UPDATE balances SET balance = balance + $3 WHERE account = $1 AND part = $2';
    await statement('move', move, [payer, 0, 10_000]);
    await statement('move', move, [BANK, turn % PARTS, 10_000]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
