/** Topics for tests and for a local run; nothing creates a topic by mentioning it. */
import { randomBytes } from 'node:crypto';
import { Kafka } from 'kafkajs';
import { stopIdleTimersOfKafkaJs } from '@shekara/messaging/kafkajs-timers';
import { configEntries, createMissingTopics } from '@shekara/messaging/missing-topics';

export interface TopicDefinition {
  name: string;
  partitions: number;
  /** Settings of the topic, e.g. `{ 'cleanup.policy': 'compact' }`. */
  config?: Readonly<Record<string, string>>;
}

/** A random prefix such as `t-9f31c2d0.`: a suite that puts it before its topics and groups meets no other suite. */
export function topicPrefix(): string {
  return `t-${randomBytes(4).toString('hex')}.`;
}

/**
 * Makes the topics that do not exist yet and waits until each partition has its leader.
 * An existing topic stays as it is. @returns all names, with the prefix, in the order given.
 */
export async function createTopics(
  brokers: readonly string[],
  topics: readonly TopicDefinition[],
  prefix = '',
): Promise<string[]> {
  const admin = silentKafka(brokers).admin();
  await admin.connect();
  try {
    await createMissingTopics(
      admin,
      topics.map(({ name, partitions, config = {} }) => ({
        topic: prefix + name,
        numPartitions: partitions,
        configEntries: configEntries(config),
      })),
    );
  } finally {
    await admin.disconnect();
  }
  return topics.map(({ name }) => prefix + name);
}

/** A client that retries quickly and prints nothing: what fails in the end is thrown. */
export function silentKafka(brokers: readonly string[]): Kafka {
  process.env.KAFKAJS_NO_PARTITIONER_WARNING ??= '1';
  stopIdleTimersOfKafkaJs();
  return new Kafka({
    clientId: 'shekara-testing',
    brokers: [...brokers],
    logCreator: () => () => undefined,
    retry: { initialRetryTime: 30, maxRetryTime: 300, retries: 100 },
  });
}
