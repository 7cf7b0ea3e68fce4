/** The one place where kafkajs is set up: client, producer, consumer, topics of the catalogue. */
import { type Admin, type Consumer, Kafka, type KafkaConfig, logLevel, type Producer } from 'kafkajs';
import { deadLetterConfig, deadLetterTopic, type TopicDefinition, topics } from '@shekara/contracts';
import { stopIdleTimersOfKafkaJs } from './kafkajs-timers.js';
import type { KafkaSettings } from './kafka-settings.js';
import { configEntries, createMissingTopics } from './missing-topics.js';

export type KafkaLog = (level: 'error' | 'warn', message: string, details: unknown) => void;

export class KafkaConnection {
  private readonly kafka: Kafka;
  private readonly client: Pick<KafkaConfig, 'clientId' | 'brokers' | 'retry' | 'ssl' | 'sasl'>;

  constructor(
    private readonly settings: KafkaSettings,
    clientId: string,
    log: KafkaLog,
  ) {
    process.env.KAFKAJS_NO_PARTITIONER_WARNING ??= '1';
    stopIdleTimersOfKafkaJs();
    const { brokers, tls, sasl } = settings;
    this.client = {
      clientId,
      brokers: [...brokers],
      ...(tls ? { ssl: tls.authority === undefined ? true : { ca: [tls.authority] } } : {}),
      ...(sasl ? { sasl } : {}),
      retry: { initialRetryTime: 100, maxRetryTime: 5_000, retries: 8 },
    };
    this.kafka = new Kafka({
      ...this.client,
      logLevel: logLevel.WARN,
      logCreator: () => (entry) => {
        // Who sends here gives up a producer after a failure, so no numbering is carried on that could be wrong.
        if (entry.log.message.startsWith('Limiting retries for the idempotent producer')) return;
        log(entry.level === logLevel.ERROR ? 'error' : 'warn', entry.log.message, entry.log);
      },
    });
  }

  /** The name of a topic on this broker. */
  topicName(name: string): string {
    return this.settings.topicPrefix + name;
  }

  /** The catalogue's name of a topic on this broker. */
  catalogueName(topic: string): string {
    return topic.slice(this.settings.topicPrefix.length);
  }

  groupName(service: string): string {
    return this.settings.topicPrefix + service;
  }

  /**
   * Idempotent, for `acks=all`: what is acknowledged is on the brokers, in order per key, once a session. A send gives up
   * after a second or two without brokers; the caller then takes a new producer, for this one's numbering is in doubt.
   */
  producer(): Producer {
    return this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 5,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 4 },
    });
  }

  consumer(service: string): Consumer {
    return this.kafka.consumer({
      groupId: this.groupName(service),
      allowAutoTopicCreation: false,
      sessionTimeout: 10_000,
      rebalanceTimeout: 20_000,
      heartbeatInterval: 1_000,
      maxWaitTimeInMs: 1_000,
      retry: {
        ...{ initialRetryTime: 100, maxRetryTime: 5_000, retries: 8 },
        // A consumer that gave up while Kafka was away would leave the service deaf until its next start.
        restartOnFailure: () => Promise.resolve(true),
      },
    });
  }

  /** Makes every topic of the catalogue that is not there yet. */
  createCatalogueTopics(): Promise<void> {
    return this.createMissing(topics);
  }

  /** Makes the topics in which a service parks what it could not digest of the topics it reads. */
  createDeadLetterTopics(service: string, topicNames: readonly string[]): Promise<void> {
    return this.createMissing(
      topicNames.map((name) => ({
        name: deadLetterTopic(name, service),
        partitions: 1,
        config: deadLetterConfig,
      })),
    );
  }

  private async createMissing(wanted: readonly TopicDefinition[]): Promise<void> {
    const { replicationFactor = 1 } = this.settings;
    await this.withAdmin((admin) =>
      createMissingTopics(
        admin,
        wanted.map(({ name, partitions, config }) => ({
          topic: this.topicName(name),
          numPartitions: partitions,
          replicationFactor,
          configEntries: configEntries(config),
        })),
      ),
    );
  }

  /** Asks the brokers something, over a connection that is closed afterwards. */
  async withAdmin<T>(task: (admin: Admin) => Promise<T>): Promise<T> {
    // Silent: a topic that is being made is unknown to the broker for a moment, which kafkajs reports as an error.
    const admin = new Kafka({ ...this.client, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    try {
      return await task(admin);
    } finally {
      await admin.disconnect();
    }
  }
}
