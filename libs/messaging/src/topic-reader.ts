/** Reads topics from their beginning to their present end, in a group that nobody else has and that is gone afterwards. */
import { randomUUID } from 'node:crypto';
import type { KafkaMessage } from 'kafkajs';
import type { KafkaConnection } from './kafka-connection.js';

export interface StoredRecord {
  /** As the broker names it. */
  readonly topic: string;
  readonly partition: number;
  readonly message: KafkaMessage;
}

/** Calls `seen` for every record that is on the topics now. Topics are named as the broker names them. */
export async function readToEnd(
  connection: KafkaConnection,
  topics: readonly string[],
  seen: (record: StoredRecord) => void,
): Promise<void> {
  const ends = await endsOf(connection, topics);
  if (ends.size === 0) return;
  const group = `operations-${randomUUID()}`;
  const consumer = connection.consumer(group);
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      consumer
        .run({
          eachBatch: async ({ batch, resolveOffset, heartbeat }) => {
            const place = `${batch.topic}/${batch.partition}`;
            for (const message of batch.messages) {
              seen({ topic: batch.topic, partition: batch.partition, message });
              resolveOffset(message.offset);
            }
            await heartbeat();
            if (BigInt(batch.lastOffset()) + 1n >= (ends.get(place) ?? 0n)) ends.delete(place);
            if (ends.size === 0) resolve();
          },
        })
        .catch(reject);
    });
  } finally {
    await consumer.disconnect();
    await connection.withAdmin((admin) => admin.deleteGroups([connection.groupName(group)]));
  }
}

/** The end of each partition that has records. */
function endsOf(connection: KafkaConnection, topics: readonly string[]): Promise<Map<string, bigint>> {
  return connection.withAdmin(async (admin) => {
    const ends = new Map<string, bigint>();
    for (const topic of topics) {
      for (const { partition, high, low } of await admin.fetchTopicOffsets(topic)) {
        if (BigInt(high) > BigInt(low)) ends.set(`${topic}/${partition}`, BigInt(high));
      }
    }
    return ends;
  });
}
