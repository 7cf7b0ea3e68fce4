/** Not of ours: what a transaction may not hold while it is flushed. Bare inserts with and without it, on the same server. */
import { Pool, type PoolClient } from 'pg';
import type { Ground } from '../ground.js';
import { CONNECTIONS } from '../http-load.js';
import type { Measured } from '../measure.js';

/** As many as a service keeps. */
const SESSIONS = 12;

const HELD: readonly (readonly [string, string])[] = [
  ['a NOTIFY', `SELECT pg_notify('outbox', '')`],
  ['a counter row', `UPDATE counters SET last = last + 1 WHERE place = 1`],
];

async function commitsPerSecond(pool: Pool, milliseconds: number, hold?: string): Promise<number> {
  const end = performance.now() + milliseconds;
  let commits = 0;
  const transact = async (client: PoolClient): Promise<void> => {
    await client.query('BEGIN');
    if (hold !== undefined) await client.query({ name: hold, text: hold });
    await client.query({
      name: 'insert',
      text: 'INSERT INTO commits (document) VALUES ($1)',
      values: ['x'.repeat(500)],
    });
    await client.query('COMMIT');
  };
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      const client = await pool.connect();
      try {
        await transact(client);
      } finally {
        client.release();
      }
      commits += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return (commits * 1_000) / milliseconds;
}

export async function commits(ground: Ground): Promise<Measured[]> {
  const milliseconds = ground.options.quick ? 1_500 : 5_000;
  const pool = new Pool({ connectionString: ground.baseline.databaseUrl, max: SESSIONS });
  try {
    await pool.query(`
      CREATE TABLE commits (id bigserial PRIMARY KEY, document text NOT NULL);
      CREATE TABLE counters (place int PRIMARY KEY, last int NOT NULL);
      INSERT INTO counters VALUES (1, 0)`);
    const measured: Measured[] = [];
    for (const [name, hold] of HELD) {
      const plain = await commitsPerSecond(pool, milliseconds);
      const holding = await commitsPerSecond(pool, milliseconds, hold);
      measured.push({ name: `commits holding ${name}`, ours: holding, baseline: plain, unit: 'commits/s' });
    }
    return measured;
  } finally {
    await pool.end();
  }
}
