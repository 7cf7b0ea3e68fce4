import { createTopics, topicPrefix } from '../src/index.js';
import { silentKafka } from '../src/topics.js';
import { brokers } from './environment.js';

describe('topics', () => {
  const prefix = topicPrefix();
  const kafka = silentKafka(brokers());

  it('are made with their partitions and settings, once', async () => {
    const definitions = [
      { name: 'registration.declarations.v1', partitions: 6 },
      { name: 'registers.entries.v1', partitions: 2, config: { 'cleanup.policy': 'compact' } },
    ];
    const names = await createTopics(brokers(), definitions, prefix);
    expect(names).toEqual([`${prefix}registration.declarations.v1`, `${prefix}registers.entries.v1`]);
    expect(await createTopics(brokers(), definitions, prefix)).toEqual(names);

    const admin = kafka.admin();
    await admin.connect();
    try {
      const { topics } = await admin.fetchTopicMetadata({ topics: names });
      expect(Object.fromEntries(topics.map(({ name, partitions }) => [name, partitions.length]))).toEqual({
        [`${prefix}registration.declarations.v1`]: 6,
        [`${prefix}registers.entries.v1`]: 2,
      });
      const { resources } = await admin.describeConfigs({
        includeSynonyms: false,
        resources: [{ type: 2, name: `${prefix}registers.entries.v1`, configNames: ['cleanup.policy'] }],
      });
      expect(resources[0]?.configEntries[0]?.configValue).toBe('compact');
    } finally {
      await admin.disconnect();
    }
  });

  it('with a misspelt name are an error, never made by mentioning them', async () => {
    const producer = kafka.producer({ retry: { retries: 1 } });
    await producer.connect();
    try {
      await expect(
        producer.send({ topic: `${prefix}registration.declaration.v1`, messages: [{ value: 'x' }] }),
      ).rejects.toThrow('This server does not host this topic-partition');
    } finally {
      await producer.disconnect();
    }
    const admin = kafka.admin();
    await admin.connect();
    try {
      expect(await admin.listTopics()).not.toContain(`${prefix}registration.declaration.v1`);
    } finally {
      await admin.disconnect();
    }
  });

  it('of two suites have different prefixes', () => {
    expect(topicPrefix()).not.toBe(prefix);
    expect(prefix).toMatch(/^t-[0-9a-f]{8}\.$/);
  });
});
