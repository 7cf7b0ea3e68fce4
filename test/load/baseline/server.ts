/**
 * The bare baseline that Shekara is measured beside: a JSON schema, one transaction with two named inserts, a relay loop.
 * No token, no law, no numbering, no history, no idempotency: what a service cannot be faster than without batching commits.
 */
import Fastify from 'fastify';
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { DOCUMENT_SCHEMA } from './document-schema.js';

const { DATABASE_URL: connectionString, KAFKA_BROKERS = '', PORT, TOPIC = '' } = process.env;
const pool = new pg.Pool({ connectionString, max: 12 });
const kafka = new Kafka({
  clientId: 'baseline',
  brokers: KAFKA_BROKERS.split(','),
  logLevel: logLevel.ERROR,
});
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 5 });
let wake = (): void => undefined;

const app = Fastify({ bodyLimit: 4 * 1024 * 1024 });
app.post('/documents', { schema: { body: DOCUMENT_SCHEMA } }, async (request, reply) => {
  const id = uuidv7();
  const at = new Date();
  const document = JSON.stringify(request.body);
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query({
      name: 'document',
      text: 'INSERT INTO documents (id, at, document) VALUES ($1, $2, $3)',
      values: [id, at, document],
    });
    await client.query({
      name: 'outbox',
      text: 'INSERT INTO outbox (id, at, payload) VALUES ($1, $2, $3)',
      values: [id, at, Buffer.from(document)],
    });
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
  wake();
  return reply.status(201).send({ id });
});
app.get('/health/ready', () => 'ready');

interface Waiting {
  readonly sequence: string;
  readonly id: string;
  readonly at: Date;
  readonly payload: Buffer;
}

async function relay(): Promise<never> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  for (;;) {
    const woken = new Promise<void>((resolve) => (wake = resolve));
    const { rows } = await client.query<Waiting>({
      name: 'waiting',
      text: 'SELECT sequence, id, at, payload FROM outbox WHERE NOT published ORDER BY sequence LIMIT 1000',
    });
    if (rows.length === 0) {
      await woken;
      continue;
    }
    const messages = rows.map(({ id, at, payload }) => ({
      key: id,
      value: payload,
      headers: { ce_id: id, ce_time: at.toISOString(), ce_type: 'baseline' },
    }));
    await producer.send({ topic: TOPIC, acks: -1, messages });
    await client.query({
      name: 'published',
      text: 'UPDATE outbox SET published = true WHERE sequence = ANY($1::bigint[])',
      values: [rows.map((row) => row.sequence)],
    });
  }
}

await pool.query(`
  CREATE TABLE IF NOT EXISTS documents (id uuid PRIMARY KEY, at timestamptz NOT NULL, document jsonb NOT NULL);
  CREATE TABLE IF NOT EXISTS outbox (sequence bigserial PRIMARY KEY, id uuid NOT NULL, at timestamptz NOT NULL,
    payload bytea NOT NULL, published boolean NOT NULL DEFAULT false);
  CREATE INDEX IF NOT EXISTS outbox_waiting ON outbox (sequence) WHERE NOT published`);
await producer.connect();
void relay();
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
