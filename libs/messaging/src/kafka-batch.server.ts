/**
 * Nest transport over kafkajs `eachBatch`: keys in parallel, order inside a key, one unit of work a message.
 * Nest's own Kafka transport has neither batches nor dead letters nor control over offsets (nestjs/nest#9455, #14664).
 */
import { type MessageHandler, Server } from '@nestjs/microservices';
import type { Consumer, EachBatchPayload, KafkaMessage, Producer } from 'kafkajs';
import { lastValueFrom } from 'rxjs';
import { deadLetterTopic, type Message, routeOf, topics } from '@shekara/contracts';
import { SpanKind, type Tracing } from '@shekara/observability';
import type { UnitOfWork } from '@shekara/persistence';
import { DeadLetters } from './dead-letters.js';
import { type Envelope, knownType, readEnvelope, readHeaders, readValue, UnreadableMessage } from './envelope.js';
import { backOff, isTransient } from './failure.js';
import { acceptOnce } from './inbox.js';
import type { KafkaConnection } from './kafka-connection.js';
import { MessageContext } from './message-context.js';
import type { MessagingMetrics } from './messaging-metrics.js';
import { EVERY_MESSAGE } from './on-message.js';
import type { OutboxPressure } from './outbox-pressure.js';

export interface KafkaBatchServerOptions {
  readonly service: string;
  readonly connection: KafkaConnection;
  readonly unitOfWork: UnitOfWork;
  readonly metrics: MessagingMetrics;
  readonly tracing: Tracing;
  readonly pressure: OutboxPressure;
}

/** Keys of one batch that are worked on side by side: no more than the connection pool can carry. */
const PARALLEL_KEYS = 6;
const PARALLEL_PARTITIONS = 3;
/** A message whose handler fails for another reason than a broken machine is parked after this many attempts. */
const MAX_ATTEMPTS = 3;

/** Raised inside a batch when a broken machine stops it: what is done stays done, the rest is fetched again. */
class Interrupted extends Error {}

export class KafkaBatchServer extends Server {
  override readonly propagatesEventHandlerErrors = true;
  private readonly consumer: Consumer;
  private readonly producer: Producer;
  private readonly deadLetters: DeadLetters;
  private readonly attempts = new Map<string, number>();
  private running = false;
  private failure: unknown;
  /** Joining a group takes as long as a dead predecessor's session; HTTP does not wait for it. */
  private joined: Promise<void> = Promise.resolve();

  constructor(private readonly options: KafkaBatchServerOptions) {
    super();
    this.consumer = options.connection.consumer(options.service);
    this.producer = options.connection.producer();
    this.deadLetters = new DeadLetters(options.connection, this.producer, options.service);
  }

  /** The topics that the handlers' message types travel on, as the catalogue names them. */
  private subscribedTopics(): string[] {
    const patterns = [...this.messageHandlers.keys()];
    if (patterns.includes(EVERY_MESSAGE)) return topics.map((topic) => topic.name);
    return [...new Set(patterns.map((pattern) => routeOf(pattern).topic))];
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      const subscribed = this.subscribedTopics();
      if (subscribed.length > 0) await this.start(subscribed);
      callback();
    } catch (error) {
      callback(error);
    }
  }

  private async start(subscribed: readonly string[]): Promise<void> {
    const { connection, service } = this.options;
    await connection.createDeadLetterTopics(service, subscribed);
    await Promise.all([this.producer.connect(), this.consumer.connect()]);
    await this.consumer.subscribe({
      topics: subscribed.map((name) => connection.topicName(name)),
      fromBeginning: true,
    });
    this.running = true;
    this.joined = this.consumer
      .run({
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: PARALLEL_PARTITIONS,
        eachBatch: (payload) => this.handleBatch(payload),
      })
      .catch((error: unknown) => {
        this.failure = error;
        this.logger.error('the consumer cannot run', error);
      });
  }

  /** For the service's readiness. @throws when the consumer gave up for good: only a restart helps. */
  check(): Promise<void> {
    return this.failure === undefined ? Promise.resolve() : Promise.reject(new Error('no messages are read'));
  }

  async close(): Promise<void> {
    if (!this.running) return;
    this.running = false;
    await this.joined;
    await this.consumer.disconnect();
    await this.producer.disconnect();
  }

  on(): never {
    throw new Error('the batch transport has no events of its own');
  }

  unwrap<T>(): T {
    return this.consumer as T;
  }

  private async handleBatch(payload: EachBatchPayload): Promise<void> {
    const { batch, resolveOffset, heartbeat, isRunning, isStale, commitOffsetsIfNecessary } = payload;
    this.options.metrics.fetched(this.options.connection.catalogueName(batch.topic), batch.messages.length);
    const done = new Set<string>();
    const queues = [...Map.groupBy(batch.messages, (message) => message.key?.toString() ?? message.offset).values()];
    let interruption: Interrupted | undefined;
    const worker = async (): Promise<void> => {
      for (let queue = queues.shift(); queue; queue = queues.shift()) {
        for (const message of queue) {
          if (interruption || !isRunning() || isStale()) return;
          try {
            await this.handleMessage(payload, message);
          } catch (error) {
            if (!(error instanceof Interrupted)) throw error;
            interruption = error;
            return;
          }
          done.add(message.offset);
          await heartbeat();
        }
      }
    };
    await Promise.all(Array.from({ length: PARALLEL_KEYS }, worker));
    for (const message of batch.messages) {
      if (!done.has(message.offset)) break;
      resolveOffset(message.offset);
    }
    await commitOffsetsIfNecessary();
  }

  /** Digests one message, parks it, or interrupts the batch and pauses the partition until the machine may be well. */
  private async handleMessage(payload: EachBatchPayload, message: KafkaMessage): Promise<void> {
    const { batch, pause } = payload;
    const place = `${batch.topic}/${batch.partition}/${message.offset}`;
    for (;;) {
      try {
        await this.digest(batch.topic, batch.partition, message);
        this.attempts.delete(place);
        return;
      } catch (error) {
        const attempt = (this.attempts.get(place) ?? 0) + 1;
        this.attempts.set(place, attempt);
        if (isTransient(error)) {
          this.options.metrics.retried(this.options.connection.catalogueName(batch.topic));
          setTimeout(pause(), backOff(attempt, Math.random()));
          throw new Interrupted(place, { cause: error });
        }
        if (error instanceof UnreadableMessage || attempt >= MAX_ATTEMPTS) {
          await this.park(batch.topic, batch.partition, message, error, attempt);
          this.attempts.delete(place);
          return;
        }
      }
    }
  }

  private async park(
    topic: string,
    partition: number,
    message: KafkaMessage,
    error: unknown,
    attempts: number,
  ): Promise<void> {
    const name = this.options.connection.catalogueName(topic);
    this.logger.error(
      `parked ${name}/${partition}/${message.offset} in ${deadLetterTopic(name, this.options.service)}: ${String(error)}`,
    );
    const { key, value, headers, offset, timestamp } = message;
    await this.deadLetters.park({ topic, partition, offset, timestamp, key, value, headers }, error, attempts);
    this.options.metrics.parked(name);
  }

  private async digest(topic: string, partition: number, message: KafkaMessage): Promise<void> {
    const name = this.options.connection.catalogueName(topic);
    const headers = readHeaders(message.headers);
    const envelope = readEnvelope(headers, {
      topic: name,
      partition,
      offset: message.offset,
      timestamp: message.timestamp,
    });
    const descriptor = knownType(envelope);
    if (!descriptor) {
      this.options.metrics.unknown(name);
      return;
    }
    const handlers = [envelope.type, EVERY_MESSAGE].flatMap((pattern) => this.messageHandlers.get(pattern) ?? []);
    if (handlers.length === 0) return;
    const value = readValue(descriptor, message.value, headers['content-type']);
    const { metrics, tracing } = this.options;
    await metrics.timed(name, () =>
      tracing.runWithTraceparent(envelope.traceparent, `consume ${envelope.type}`, () => this.takeEffect(envelope, value, handlers), {
        kind: SpanKind.CONSUMER,
      }),
    );
  }

  /** One transaction: the message is remembered and its handlers have their effect, or neither. */
  private async takeEffect(envelope: Envelope, value: Message, handlers: readonly MessageHandler[]): Promise<void> {
    const { service, unitOfWork } = this.options;
    await unitOfWork.run({ actor: `system:${service}`, causationId: envelope.id }, async (work) => {
      if (!(await acceptOnce(work, service, envelope))) return;
      const context = new MessageContext([work, envelope]);
      for (const handler of handlers) {
        const result = await handler(value, context);
        await lastValueFrom(this.transformToObservable(result), { defaultValue: undefined });
      }
    });
  }
}
