/** Kafka as an onlooker of the round sees it: silent, patient, in groups of its own. */
import { randomUUID } from 'node:crypto';
import { type Admin, type Consumer, Kafka, logLevel, type Producer } from 'kafkajs';
import { stopIdleTimersOfKafkaJs } from '@shekara/messaging/kafkajs-timers';

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
    this.kafka = new Kafka({ clientId: 'faults', brokers: [...brokers], logLevel: logLevel.NOTHING, retry: PATIENT });
  }

  producer(): Producer {
    return this.kafka.producer({ idempotent: true, maxInFlightRequests: 1, retry: PATIENT });
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
