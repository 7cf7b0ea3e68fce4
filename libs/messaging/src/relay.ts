/**
 * The relay: moves the outbox to Kafka, in order per key, whatever breaks. While Kafka is away rows wait in the database,
 * nothing is gathered in memory, and the relay tries again with a growing pause.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { backOff } from './failure.js';
import type { KafkaConnection } from './kafka-connection.js';
import type { MessagingMetrics } from './messaging-metrics.js';
import { inSends, markPublished, type WaitingRow, waitingRows } from './outbox-batch.js';
import { RelayShards } from './relay-shards.js';
import { RenewedProducer } from './renewed-producer.js';
import { within } from './within.js';

/** How long the relay sleeps when nobody wakes it, and how often the shards are balanced. */
const POLL_MS = 1_000;
/** After a small batch the next one gathers for a moment: under load a send and a mark serve many rows. */
const WORTH_A_SEND = 100;
const GATHERING_MS = 2;
/** A longer failure than this is not waited for when the service stops: the rows wait for its next start. */
const STOP_WITHIN_MS = 5_000;
const TOPIC_REFUSALS = new Set([
  ...['UNKNOWN_TOPIC_OR_PARTITION', 'TOPIC_AUTHORIZATION_FAILED', 'INVALID_TOPIC_EXCEPTION'],
  ...['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'POLICY_VIOLATION', 'NOT_ENOUGH_REPLICAS'],
]);

export interface RelayOptions {
  readonly databaseUrl: string;
  readonly connection: KafkaConnection;
  readonly metrics: MessagingMetrics;
  readonly warn: (message: string, error: unknown) => void;
}

export class Relay {
  private readonly producer: RenewedProducer;
  private running = false;
  private loop: Promise<void> = Promise.resolve();
  private woken = false;
  private committed = false;
  private failures = 0;
  private wakeUp: (() => void) | undefined;

  constructor(private readonly options: RelayOptions) {
    this.producer = new RenewedProducer(options.connection);
  }

  /** Begins; neither Kafka nor a free shard is waited for. */
  start(): void {
    this.running = true;
    this.loop = this.keepRelaying();
  }

  /** Publishes what is committed, then stops; leaves it to the next start while Kafka is away. */
  async stop(): Promise<void> {
    this.running = false;
    this.rouse();
    await within(STOP_WITHIN_MS, this.loop);
    await this.producer.close();
  }

  /** Says that this service committed rows. */
  wake = (): void => {
    this.committed = true;
    this.rouse();
  };

  private rouse = (): void => {
    this.woken = true;
    if (this.failures === 0 || !this.running) this.wakeUp?.();
  };

  private async sleep(milliseconds: number): Promise<void> {
    if (!this.running || (this.woken && this.failures === 0)) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wakeUp = undefined;
  }

  /** Holds a database session of its own; when it breaks, its locks are free and a new session seeks them again. */
  private async keepRelaying(): Promise<void> {
    while (this.running) {
      const client = new Client({ connectionString: this.options.databaseUrl, application_name: 'relay' });
      client.on('error', this.rouse);
      client.on('notification', this.rouse);
      try {
        await client.connect();
        await client.query('LISTEN outbox');
        await this.relayWhileConnected(client);
      } catch (error) {
        await this.rest('relay interrupted, will retry', error);
      } finally {
        await client.end().catch((error: unknown) => this.options.warn('relay session did not close', error));
      }
    }
  }

  private async rest(what: string, error: unknown): Promise<void> {
    this.failures += 1;
    if (this.failures === 1) this.options.warn(what, error);
    this.options.metrics.relayFailed();
    await this.sleep(backOff(this.failures, Math.random()));
  }

  private async relayWhileConnected(client: Client): Promise<void> {
    const shards = new RelayShards(client);
    await shards.join();
    let balancedAt = -Infinity;
    for (;;) {
      const committed = this.committed;
      this.woken = this.committed = false;
      if (performance.now() - balancedAt >= POLL_MS) {
        await shards.balance();
        balancedAt = performance.now();
      }
      // After the commit and once for many: a NOTIFY inside every transaction would make all commits wait for one another.
      if (committed && shards.shared) await client.query('NOTIFY outbox');
      const rows = await waitingRows(client, shards.held);
      const sent = await this.moved(client, rows);
      if (sent && rows.length > 0) {
        if (rows.length < WORTH_A_SEND && this.running) await delay(GATHERING_MS);
        continue;
      }
      if (!this.running) return;
      if (sent) await this.sleep(POLL_MS);
    }
  }

  /** False when Kafka did not take them all: the database session, and with it the shards, stay. */
  private async moved(client: Client, rows: readonly WaitingRow[]): Promise<boolean> {
    let failure: unknown;
    for (const send of inSends(rows)) {
      try {
        await this.move(client, send);
      } catch (error) {
        if (!isKafkaFailure(error)) throw error;
        failure = error;
        if (!isOfTopic(error)) break;
        // One topic that is missing or closed to this service does not hold up the others.
        for (const rowsOfTopic of Map.groupBy(send, (row) => row.aggregatetype).values()) {
          await this.move(client, rowsOfTopic).catch((reason: unknown) => {
            if (!isKafkaFailure(reason)) throw reason;
          });
        }
      }
    }
    if (failure === undefined) {
      this.failures = 0;
      return true;
    }
    await this.rest('Kafka does not take messages, the outbox waits', failure);
    return false;
  }

  private async move(client: Client, rows: readonly WaitingRow[]): Promise<void> {
    await this.publish(rows);
    await markPublished(client, rows);
    this.options.metrics.published(rows.length);
  }

  /** A crash before the rows are marked publishes them again; inboxes drop the copies. */
  private async publish(rows: readonly WaitingRow[]): Promise<void> {
    const byTopic = Map.groupBy(rows, (row) => row.aggregatetype);
    await this.producer.send({
      acks: -1,
      topicMessages: [...byTopic].map(([topic, messages]) => ({
        topic: this.options.connection.topicName(topic),
        messages: messages.map((row) => ({ key: row.aggregateid, value: row.payload, headers: row.headers })),
      })),
    });
  }
}

function isKafkaFailure(error: unknown): boolean {
  return error instanceof Error && error.name.startsWith('KafkaJS');
}

/** Brokers answered, and refused a topic: as kafkajs tells it, at the bottom of its retries. */
function isOfTopic(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'KafkaJSProtocolError') return 'type' in error && TOPIC_REFUSALS.has(String(error.type));
  return isOfTopic(error.cause);
}
