/** Sees what arrives on Kafka, as any other consumer would, and when. */
import { randomUUID } from 'node:crypto';
import { type Consumer, Kafka, logLevel } from 'kafkajs';
import { consumerGroups, type ServiceName, topics } from '@shekara/contracts';
import { readHeaders } from '@shekara/messaging';
import { createTopics, eventually } from '@shekara/testing';
import { now } from './http-load.js';

export interface Seen {
  readonly key: string;
  readonly id: string;
  /** Full name of the message type. */
  readonly type: string;
  /** When the transaction that wrote it was opened, milliseconds. */
  readonly openedAt: number;
  readonly seenAt: number;
}

function kafkaOf(brokers: readonly string[]): Kafka {
  return new Kafka({ clientId: 'bench', brokers: [...brokers], logLevel: logLevel.NOTHING });
}

/** Everything that comes to one topic from now on. */
export class KafkaWatch {
  readonly seen: Seen[] = [];

  private constructor(private readonly consumer: Consumer) {}

  static async open(brokers: readonly string[], topic: string): Promise<KafkaWatch> {
    const consumer = kafkaOf(brokers).consumer({ groupId: `bench-${randomUUID()}`, maxWaitTimeInMs: 500 });
    const watch = new KafkaWatch(consumer);
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: false });
    const fetching = new Promise<void>((resolve) => consumer.on(consumer.events.FETCH, () => resolve()));
    await consumer.run({ autoCommit: false, eachBatch: ({ batch }) => watch.take(batch.messages) });
    await fetching;
    return watch;
  }

  private take(
    messages: readonly { key: Buffer | null; headers?: Parameters<typeof readHeaders>[0] }[],
  ): Promise<void> {
    const seenAt = now();
    for (const message of messages) {
      const headers = readHeaders(message.headers);
      this.seen.push({
        key: message.key?.toString() ?? '',
        id: headers.ce_id ?? '',
        type: headers.ce_type ?? '',
        openedAt: new Date(headers.ce_time ?? '').getTime(),
        seenAt,
      });
    }
    return Promise.resolve();
  }

  /** Waits until so many messages, of this type where one is given, have been seen. @throws Error when they do not come. */
  async until(count: number, type?: string, timeoutMs = 60_000): Promise<readonly Seen[]> {
    return eventually(
      () => {
        const found = this.seen.filter((message) => type === undefined || message.type === type);
        if (found.length < count) throw new Error(`${found.length} of ${count} messages came to Kafka`);
        return found;
      },
      { timeoutMs },
    );
  }

  close(): Promise<void> {
    return this.consumer.disconnect();
  }
}

/** Puts groups that do not run yet at the ends of all topics: what earlier rows left there is not theirs to read. */
export async function skipBacklog(brokers: readonly string[], groups: readonly ServiceName[]): Promise<void> {
  const admin = kafkaOf(brokers).admin();
  await admin.connect();
  try {
    for (const { name: topic } of topics) {
      const ends = await admin.fetchTopicOffsets(topic);
      if (ends.every(({ offset }) => offset === '0')) continue;
      const partitions = ends.map(({ partition, offset }) => ({ partition, offset }));
      for (const groupId of groups) await admin.setOffsets({ groupId, topic, partitions });
    }
  } finally {
    await admin.disconnect();
  }
}

/** Waits until every group has read all there is: nothing of what was prepared runs into what is measured. */
export async function settled(brokers: readonly string[], timeoutMs = 60_000): Promise<void> {
  const admin = kafkaOf(brokers).admin();
  await admin.connect();
  try {
    await eventually(
      async () => {
        for (const groupId of consumerGroups) {
          for (const { topic, partitions } of await admin.fetchOffsets({ groupId })) {
            const ends = new Map(
              (await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, high]),
            );
            const behind = partitions.find(
              ({ partition, offset }) => offset !== '-1' && Number(ends.get(partition)) > Number(offset),
            );
            if (behind) throw new Error(`${groupId} has not read all of ${topic}/${behind.partition}`);
          }
        }
      },
      { timeoutMs },
    );
  } finally {
    await admin.disconnect();
  }
}

export async function makeTopic(
  brokers: readonly string[],
  topic: string,
  numPartitions: number,
): Promise<void> {
  await createTopics(brokers, [{ name: topic, partitions: numPartitions }]);
}

/** Partitions of a topic of the catalogue. */
export function partitionsOf(name: string): number {
  const found = topics.find((topic) => topic.name === name);
  if (!found) throw new Error(`${name} is not in the catalogue`);
  return found.partitions;
}

export interface Produced {
  readonly key: string;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

const CHUNK = 2_000;

export async function produce(
  brokers: readonly string[],
  topic: string,
  messages: readonly Produced[],
): Promise<void> {
  const producer = kafkaOf(brokers).producer({ idempotent: true });
  await producer.connect();
  try {
    for (let from = 0; from < messages.length; from += CHUNK) {
      await producer.send({
        topic,
        acks: -1,
        messages: messages.slice(from, from + CHUNK).map((each) => ({ ...each })),
      });
    }
  } finally {
    await producer.disconnect();
  }
}
