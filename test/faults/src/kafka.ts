/** Kafka as an onlooker of the round sees it: silent, patient, in groups of its own. */
import { randomUUID } from 'node:crypto';
import { type Admin, type Consumer, Kafka, logLevel, type Producer, type ProducerRecord } from 'kafkajs';
import { stopIdleTimersOfKafkaJs } from '@shekara/messaging/kafkajs-timers';
import { pause } from './pause.js';

/** Header that tells what the round itself put on a topic; its value says which way. */
export const ROUND = 'fault_round';
export const COPY = 'copy';
export const POISON = 'poison';

const PATIENT = { initialRetryTime: 100, maxRetryTime: 2_000, retries: Number.MAX_SAFE_INTEGER };

export class OnlookerKafka {
  private readonly kafka: Kafka;

  constructor(brokers: readonly string[]) {
    process.env.KAFKAJS_NO_PARTITIONER_WARNING ??= '1';
    stopIdleTimersOfKafkaJs();
    this.kafka = new Kafka({
      clientId: 'faults',
      brokers: [...brokers],
      logLevel: logLevel.NOTHING,
      retry: PATIENT,
    });
  }

  sender(): Sender {
    return new Sender(() =>
      this.kafka.producer({
        idempotent: true,
        maxInFlightRequests: 1,
        retry: { initialRetryTime: 100, retries: 4 },
      }),
    );
  }

  consumer(purpose: string): Consumer {
    return this.kafka.consumer({
      groupId: `faults-${purpose}-${randomUUID()}`,
      sessionTimeout: 10_000,
      maxWaitTimeInMs: 200,
      retry: PATIENT,
    });
  }

  async withAdmin<T>(task: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      return await task(admin);
    } finally {
      await admin.disconnect();
    }
  }
}

const AGAIN_MS = 300;

/** Sends until it is taken; after a failure with a new producer, since the numbering of the old one is in doubt. */
export class Sender {
  private producer: Producer | undefined;
  private closed = false;

  constructor(private readonly make: () => Producer) {}

  async send(record: ProducerRecord): Promise<void> {
    while (!this.closed) {
      try {
        this.producer ??= this.make();
        await this.producer.connect();
        await this.producer.send(record);
        return;
      } catch {
        await this.retire();
        await pause(AGAIN_MS);
      }
    }
    throw new Error(`closed before ${record.topic} took its messages`);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.retire();
  }

  private async retire(): Promise<void> {
    const retired = this.producer;
    this.producer = undefined;
    await retired?.disconnect().catch(() => undefined);
  }
}
