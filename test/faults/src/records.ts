/** Everything that is on the topics at the end, read as a consumer reads it. */
import type { Consumer } from 'kafkajs';
import { type Envelope, readEnvelope, readHeaders } from '@shekara/messaging';
import { type OnlookerKafka, ROUND } from './kafka.js';
import { DOSE } from './poison.js';

export interface TopicRecord {
  readonly topic: string;
  readonly key: string;
  /** COPY, POISON or undefined for what services and banks sent. */
  readonly round: string | undefined;
  readonly dose: string | undefined;
  /** `dead_group` and `dead_error` of a parked message. */
  readonly deadGroup: string | undefined;
  readonly deadError: string | undefined;
  /** Undefined for a message without a readable envelope. */
  readonly envelope: Envelope | undefined;
}

const LOOK_AGAIN_MS = 50;

/** Reads the topics from their first record to the last that is there now. */
export async function readTopics(kafka: OnlookerKafka, topics: readonly string[]): Promise<TopicRecord[]> {
  const missing = await kafka.withAdmin(async (admin) => {
    const ends = new Map<string, bigint>();
    for (const topic of topics) {
      for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
        if (BigInt(high) > BigInt(low)) ends.set(`${topic}/${partition}`, BigInt(high));
      }
    }
    return ends;
  });
  const records: TopicRecord[] = [];
  if (missing.size === 0) return records;
  const consumer: Consumer = kafka.consumer('reader');
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch }) => {
        const place = `${batch.topic}/${batch.partition}`;
        for (const message of batch.messages) {
          const headers = readHeaders(message.headers);
          records.push({
            topic: batch.topic,
            key: message.key?.toString() ?? '',
            round: headers[ROUND],
            dose: headers[DOSE],
            deadGroup: headers.dead_group,
            deadError: headers.dead_error,
            envelope: envelopeOf(headers, batch.topic, batch.partition, message),
          });
        }
        const end = missing.get(place);
        if (end !== undefined && BigInt(batch.lastOffset()) + 1n >= end) missing.delete(place);
      },
    });
    while (missing.size > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  } finally {
    await consumer.disconnect();
  }
  return records;
}

function envelopeOf(
  headers: Readonly<Record<string, string>>,
  topic: string,
  partition: number,
  { offset, timestamp }: { offset: string; timestamp: string },
): Envelope | undefined {
  try {
    return readEnvelope(headers, { topic, partition, offset, timestamp });
  } catch {
    return undefined;
  }
}
