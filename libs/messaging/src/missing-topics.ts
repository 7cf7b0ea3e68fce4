/** Makes topics: the one place that does. Nothing creates a topic by mentioning it. */
import type { Admin, ITopicConfig } from 'kafkajs';

const LEADER_ATTEMPTS = 20;

/**
 * Makes the topics that do not exist yet and waits until each partition has its leader. An existing topic stays as it is.
 * Names are those of the broker.
 */
export async function createMissingTopics(admin: Admin, wanted: readonly ITopicConfig[]): Promise<void> {
  const present = new Set(await admin.listTopics());
  const missing = wanted.filter(({ topic }) => !present.has(topic));
  if (missing.length === 0) return;
  await admin.createTopics({ waitForLeaders: false, topics: missing });
  await untilLed(
    admin,
    missing.map(({ topic }) => topic),
  );
}

/** kafkajs' own wait gives up when the broker does not know a topic yet. */
async function untilLed(admin: Admin, names: string[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { topics } = await admin.fetchTopicMetadata({ topics: names });
      if (topics.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0))) return;
    } catch (error) {
      if (attempt === LEADER_ATTEMPTS) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
  }
}

/** Settings of a topic as kafkajs wants them. */
export function configEntries(
  config: Readonly<Record<string, string>>,
): NonNullable<ITopicConfig['configEntries']> {
  return Object.entries(config).map(([name, value]) => ({ name, value }));
}
