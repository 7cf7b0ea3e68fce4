/** The bare consumer: kafkajs `eachBatch`, one multi-row insert a batch. */
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';

const { DATABASE_URL: connectionString, KAFKA_BROKERS = '', TOPIC = '' } = process.env;
const pool = new pg.Pool({ connectionString, max: 12 });
await pool.query(
  'CREATE TABLE IF NOT EXISTS effects (id text PRIMARY KEY, key text NOT NULL, value bytea NOT NULL)',
);
const kafka = new Kafka({
  clientId: 'baseline',
  brokers: KAFKA_BROKERS.split(','),
  logLevel: logLevel.ERROR,
});
const consumer = kafka.consumer({ groupId: `${TOPIC}.consumer`, maxWaitTimeInMs: 1_000 });
await consumer.connect();
await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
await consumer.run({
  partitionsConsumedConcurrently: 3,
  eachBatch: async ({ batch }) => {
    await pool.query({
      name: 'effects',
      text: `INSERT INTO effects (id, key, value) SELECT * FROM unnest($1::text[], $2::text[], $3::bytea[]) ON CONFLICT DO NOTHING`,
      values: [
        batch.messages.map(({ headers }) => headers?.ce_id?.toString()),
        batch.messages.map(({ key }) => key?.toString()),
        batch.messages.map(({ value }) => value),
      ],
    });
  },
});
