/**
 * The relay: moves the outbox to Kafka in order. One replica of a service relays at a time (an advisory lock), so the
 * order per key holds; rows are marked, not remembered by number, so a slow transaction's rows are never passed over.
 */
import type { Producer } from 'kafkajs';
import { Client } from 'pg';
import type { KafkaConnection } from './kafka-connection.js';
import type { MessagingMetrics } from './messaging-metrics.js';

const BATCH = 1_000;
/** How long the relay sleeps when nobody wakes it. */
const POLL_MS = 1_000;
const RETRY_MS = 500;

interface WaitingRow {
  id: string;
  aggregatetype: string;
  aggregateid: string;
  payload: Buffer;
  headers: Record<string, string>;
  sequence: string;
}

export interface RelayOptions {
  readonly databaseUrl: string;
  readonly connection: KafkaConnection;
  readonly metrics: MessagingMetrics;
  readonly warn: (message: string, error: unknown) => void;
}

export class Relay {
  private readonly producer: Producer;
  private running = false;
  private loop: Promise<void> = Promise.resolve();
  private woken = false;
  private wakeUp: (() => void) | undefined;

  constructor(private readonly options: RelayOptions) {
    this.producer = options.connection.producer();
  }

  async start(): Promise<void> {
    this.running = true;
    await this.producer.connect();
    this.loop = this.keepRelaying();
  }

  /** Publishes what is committed, then stops. */
  async stop(): Promise<void> {
    this.running = false;
    this.wake();
    await this.loop;
    await this.producer.disconnect();
  }

  /** Says that rows were committed. */
  wake = (): void => {
    this.woken = true;
    this.wakeUp?.();
  };

  private async sleep(milliseconds: number): Promise<void> {
    if (this.woken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wakeUp = undefined;
  }

  /** Holds a database session of its own; when it breaks, a new one is opened and the lock sought again. */
  private async keepRelaying(): Promise<void> {
    while (this.running) {
      const client = new Client({ connectionString: this.options.databaseUrl });
      client.on('error', () => this.wake());
      client.on('notification', this.wake);
      try {
        await client.connect();
        await client.query('LISTEN outbox');
        await this.relayWhileConnected(client);
      } catch (error) {
        this.options.warn('relay interrupted, will retry', error);
        this.woken = false;
        await this.sleep(RETRY_MS);
      } finally {
        await client.end().catch((error: unknown) => this.options.warn('relay session did not close', error));
      }
    }
  }

  private async relayWhileConnected(client: Client): Promise<void> {
    let leading = false;
    for (;;) {
      this.woken = false;
      leading ||= await this.seekLead(client);
      const moved = leading ? await this.moveBatch(client) : 0;
      if (moved === BATCH) continue;
      if (!this.running && (moved === 0 || !leading)) return;
      await this.sleep(this.running ? POLL_MS : 0);
    }
  }

  private async seekLead(client: Client): Promise<boolean> {
    const { rows } = await client.query<{ lead: boolean }>(
      `SELECT pg_try_advisory_lock(hashtext('shekara-relay')) AS lead`,
    );
    return rows[0]?.lead === true;
  }

  /** Publishes the oldest waiting rows and marks them. A crash in between publishes them again; inboxes drop the copies. */
  private async moveBatch(client: Client): Promise<number> {
    const { rows } = await client.query<WaitingRow>({
      name: 'relay-waiting',
      text: `SELECT id, aggregatetype, aggregateid, payload, headers, sequence
               FROM outbox WHERE published_at IS NULL ORDER BY sequence LIMIT ${BATCH}`,
    });
    if (rows.length === 0) return 0;
    const byTopic = Map.groupBy(rows, (row) => row.aggregatetype);
    await this.producer.sendBatch({
      acks: -1,
      topicMessages: [...byTopic].map(([topic, messages]) => ({
        topic: this.options.connection.topicName(topic),
        messages: messages.map((row) => ({ key: row.aggregateid, value: row.payload, headers: row.headers })),
      })),
    });
    await client.query({
      name: 'relay-published',
      text: `UPDATE outbox SET published_at = clock_timestamp()
               FROM unnest($1::uuid[], $2::bigint[]) AS sent(id, sequence)
              WHERE outbox.sequence = sent.sequence AND outbox.id = sent.id AND outbox.published_at IS NULL`,
      values: [rows.map((row) => row.id), rows.map((row) => row.sequence)],
    });
    this.options.metrics.published(rows.length);
    return rows.length;
  }
}
