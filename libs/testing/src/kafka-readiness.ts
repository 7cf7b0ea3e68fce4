/** A fresh broker listens some time before its coordinators have loaded: this waits for the difference. */
import { randomUUID } from 'node:crypto';
import type { Consumer } from 'kafkajs';
import { silentKafka } from './topics.js';

const TOPIC = 'shekara.start';

/**
 * Resolves when an idempotent record went in, a group was joined and the record came out; leaves nothing behind.
 * @throws Error of kafkajs when that is not so within about half a minute.
 */
export async function waitUntilGroupsAndProducersWork(brokers: readonly string[]): Promise<void> {
  const kafka = silentKafka(brokers);
  const admin = kafka.admin();
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  // A new name each time: a start that was cut short may have left a member in the group.
  const groupId = `${TOPIC}.${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 50 });
  await admin.connect();
  try {
    await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 1 }], waitForLeaders: true });
    try {
      await Promise.all([producer.connect(), consumer.connect()]);
      const record = { topic: TOPIC, messages: [{ value: 'ready' }] };
      await Promise.all([firstRecord(consumer), producer.send(record)]);
    } finally {
      await Promise.all([consumer.disconnect(), producer.disconnect()]);
    }
    await admin.deleteGroups([groupId]);
    await admin.deleteTopics({ topics: [TOPIC] });
  } finally {
    await admin.disconnect();
  }
}

function firstRecord(consumer: Consumer): Promise<void> {
  return new Promise((resolve, reject) => {
    // While the coordinator loads, kafkajs crashes and joins again by itself; only a crash for good is an error.
    consumer.on('consumer.crash', ({ payload }) => {
      if (!payload.restart) reject(payload.error);
    });
    consumer
      .subscribe({ topic: TOPIC, fromBeginning: true })
      .then(() => consumer.run({ eachMessage: async () => resolve() }))
      .catch(reject);
  });
}
