/**
 * Nest transport over kafkajs `eachBatch`: batches, keys in parallel, retries by pausing, dead letters, offsets of what
 * had its effect only. Nest's own Kafka transport has none of it (nestjs/nest#9455, #14664, #4804).
 */
import { type MessageHandler, Server } from '@nestjs/microservices';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { deadLetterTopic, routeOf, topics } from '@shekara/contracts';
import type { Tracing } from '@shekara/observability';
import type { UnitOfWork } from '@shekara/persistence';
import { BatchDigestion } from './batch-digestion.js';
import { DeadLetters } from './dead-letters.js';
import { Digestion, takesBatches } from './digestion.js';
import { backOff } from './failure.js';
import type { KafkaConnection } from './kafka-connection.js';
import type { MessagingMetrics } from './messaging-metrics.js';
import { EVERY_MESSAGE } from './on-message.js';
import type { OutboxPressure } from './outbox-pressure.js';
import { RenewedProducer } from './renewed-producer.js';
import { within } from './within.js';

export interface KafkaBatchServerOptions {
  readonly service: string;
  readonly connection: KafkaConnection;
  readonly unitOfWork: UnitOfWork;
  readonly metrics: MessagingMetrics;
  readonly tracing: Tracing;
  readonly pressure: OutboxPressure;
}

const PARALLEL_PARTITIONS = 3;
/** Work under way is waited for so long when the service stops; brokers that are away are not. */
const STOP_WITHIN_MS = 10_000;
const JOIN_AGAIN_AFTER_MS = 1_000;
/** What kafkajs says of brokers that are away or coming up. */
const PASSING = new Set(['KafkaJSNumberOfRetriesExceeded', 'KafkaJSGroupCoordinatorNotFound']);

export class KafkaBatchServer extends Server {
  override readonly propagatesEventHandlerErrors = true;
  private consumer: Consumer | undefined;
  private readonly producer: RenewedProducer;
  private readonly deadLetters: DeadLetters;
  private readonly digestion: Digestion;
  /** Interruptions in a row, by partition: what the pauses grow by. */
  private readonly interruptions = new Map<string, number>();
  private readonly pauses = new Set<NodeJS.Timeout>();
  private running = false;
  private failure: unknown;
  private stopResting: (() => void) | undefined;
  /** Joining a group takes as long as a dead predecessor's session; HTTP does not wait for it. */
  private joined: Promise<void> = Promise.resolve();

  constructor(private readonly options: KafkaBatchServerOptions) {
    super();
    this.producer = new RenewedProducer(options.connection);
    this.deadLetters = new DeadLetters(options.connection, this.producer, options.service);
    this.digestion = new Digestion({
      ...options,
      handlerOf: (pattern) => this.messageHandlers.get(pattern),
      observe: (result) => this.transformToObservable(result),
    });
  }

  /** The topics that the handlers' message types travel on, as the catalogue names them. */
  private subscribedTopics(): string[] {
    const patterns = [...this.messageHandlers.keys()];
    if (patterns.includes(EVERY_MESSAGE)) return topics.map((topic) => topic.name);
    return [...new Set(patterns.map((pattern) => routeOf(pattern).topic))];
  }

  /** Nest gives all handlers of a pattern the same arguments. @throws Error where they want different ones. */
  private refuseMixedHandlers(): void {
    for (const [pattern, handler] of this.messageHandlers) {
      for (let other: MessageHandler | undefined = handler.next; other; other = other.next) {
        if (takesBatches(other) !== takesBatches(handler))
          throw new Error(`${pattern} is handled by @OnMessage and by @OnMessages`);
      }
    }
  }

  listen(callback: (error?: unknown) => void): void {
    this.refuseMixedHandlers();
    const subscribed = this.subscribedTopics();
    if (subscribed.length > 0) {
      this.running = true;
      this.joined = this.join(subscribed);
    }
    callback();
  }

  /** Joins the group; while Kafka is away it tries again and again. From then on kafkajs itself comes back. */
  private async join(subscribed: readonly string[]): Promise<void> {
    for (let attempt = 1; this.running; attempt += 1) {
      try {
        await this.consume(subscribed);
        this.failure = undefined;
        return;
      } catch (error) {
        this.failure = isForGood(error) ? error : undefined;
        this.logger.warn(`no messages are read yet, will retry: ${String(error)}`);
        await this.leave();
        await this.rest(backOff(attempt, Math.random()));
      }
    }
  }

  private async consume(subscribed: readonly string[]): Promise<void> {
    const { connection, service } = this.options;
    await connection.createDeadLetterTopics(service, subscribed);
    const consumer = connection.consumer(service);
    this.consumer = consumer;
    consumer.on(consumer.events.GROUP_JOIN, () => {
      this.interruptions.clear();
      this.options.metrics.forgetLags();
    });
    consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
      if (!restart && this.consumer === consumer) this.joined = this.joinAgain(subscribed, error);
    });
    await consumer.connect();
    await consumer.subscribe({
      topics: subscribed.map((name) => connection.topicName(name)),
      fromBeginning: true,
    });
    await consumer.run({
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: PARALLEL_PARTITIONS,
      eachBatch: (payload) => this.handleBatch(payload),
    });
  }

  /** Where kafkajs gives up, e.g. at a coordinator that it does not find while Kafka comes up: a deaf service helps nobody. */
  private async joinAgain(subscribed: readonly string[], error: unknown): Promise<void> {
    this.failure = isForGood(error) ? error : undefined;
    this.logger.error(`no messages are read any more, will join again: ${String(error)}`);
    await this.leave();
    await this.rest(JOIN_AGAIN_AFTER_MS);
    await this.join(subscribed);
  }

  private async rest(milliseconds: number): Promise<void> {
    if (!this.running) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.stopResting = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Resolves once messages are read, or the server is closed. */
  reading(): Promise<void> {
    return this.joined;
  }

  /** For the service's readiness. @throws when Kafka refuses this service: waiting does not help. */
  check(): Promise<void> {
    return this.failure === undefined ? Promise.resolve() : Promise.reject(new Error('no messages are read'));
  }

  /** Finishes what is under way, then leaves the group; what is not done is delivered to another replica. */
  async close(): Promise<void> {
    if (!this.running) return;
    this.running = false;
    this.stopResting?.();
    await within(STOP_WITHIN_MS, this.joined);
    for (const pause of this.pauses) clearTimeout(pause);
    this.pauses.clear();
    await this.leave();
    await this.producer.close();
  }

  private async leave(): Promise<void> {
    const consumer = this.consumer;
    this.consumer = undefined;
    if (!consumer) return;
    const left = consumer
      .disconnect()
      .catch((error: unknown) => this.logger.warn(`did not leave: ${String(error)}`));
    await within(STOP_WITHIN_MS, left);
  }

  on(): never {
    throw new Error('the batch transport has no events of its own');
  }

  unwrap<T>(): T {
    return this.consumer as T;
  }

  private async handleBatch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const name = this.options.connection.catalogueName(batch.topic);
    const { metrics } = this.options;
    try {
      if (await this.options.pressure.exceeded()) {
        this.pause(payload, 'the outbox is full');
        return;
      }
    } catch (error) {
      this.pause(payload, error);
      return;
    }
    metrics.fetched(name, batch.messages.length);
    const { interruption, next } = await new BatchDigestion(
      payload,
      name,
      this.digestion,
      (message, error, attempts) =>
        this.park({ ...message, topic: batch.topic, partition: batch.partition }, error, attempts),
    ).run();
    metrics.lagging(name, batch.partition, Number(BigInt(batch.highWatermark) - next));
    if (interruption === undefined) this.interruptions.delete(placeOf(payload));
    else this.pause(payload, interruption);
  }

  /** Rests one partition, longer each time it happens in a row; the other partitions go on. */
  private pause(payload: EachBatchPayload, why: unknown): void {
    const times = (this.interruptions.get(placeOf(payload)) ?? 0) + 1;
    this.interruptions.set(placeOf(payload), times);
    this.options.metrics.retried(this.options.connection.catalogueName(payload.batch.topic));
    if (times === 1) this.logger.warn(`${placeOf(payload)} rests: ${String(why)}`);
    const resume = payload.pause();
    const timer = setTimeout(
      () => {
        this.pauses.delete(timer);
        resume();
      },
      backOff(times, Math.random()),
    );
    this.pauses.add(timer);
  }

  private async park(
    letter: Parameters<DeadLetters['park']>[0],
    error: unknown,
    attempts: number,
  ): Promise<void> {
    const name = this.options.connection.catalogueName(letter.topic);
    const { partition, offset } = letter;
    const dead = deadLetterTopic(name, this.options.service);
    await this.deadLetters.park(letter, error, attempts);
    this.logger.error(`parked ${name}/${partition}/${offset} in ${dead}: ${String(error)}`);
    this.options.metrics.parked(name);
  }
}

function placeOf({ batch }: EachBatchPayload): string {
  return `${batch.topic}/${batch.partition}`;
}

/** Refused access or a wrong set-up, as kafkajs tells it. */
function isForGood(error: unknown): boolean {
  return (
    error instanceof Error && 'retriable' in error && error.retriable === false && !PASSING.has(error.name)
  );
}
