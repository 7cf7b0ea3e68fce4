/** From records of Kafka to their effects: read, find the handlers, run them in a unit of work, once a message. */
import type { MessageHandler } from '@nestjs/microservices';
import type { KafkaMessage } from 'kafkajs';
import { type Observable, lastValueFrom } from 'rxjs';
import { type Message, onlyMessageOn } from '@shekara/contracts';
import { SpanKind, type Tracing } from '@shekara/observability';
import type { UnitOfWork, Work } from '@shekara/persistence';
import { type Envelope, knownType, readEnvelope, readHeaders, readValue } from './envelope.js';
import { acceptNew } from './inbox.js';
import { inOrderOfKeys } from './key-order.js';
import { BatchContext, type Delivered, MessageContext } from './message-context.js';
import type { MessagingMetrics } from './messaging-metrics.js';
import { EVERY_MESSAGE, TAKES_BATCHES } from './on-message.js';

const LINKS_OF_A_SPAN = 128;

export interface DigestionOptions {
  readonly service: string;
  readonly unitOfWork: UnitOfWork;
  readonly metrics: MessagingMetrics;
  readonly tracing: Tracing;
  readonly handlerOf: (pattern: string) => MessageHandler | undefined;
  readonly observe: (result: unknown) => Observable<unknown>;
}

/** A message that has been read and has handlers. */
export interface Digestible {
  readonly topic: string;
  readonly key: string;
  readonly envelope: Envelope;
  readonly value: Message;
}

/** Who handles a type: its own handler and that of every message. */
interface Handlers {
  readonly none: boolean;
  readonly takeBatches: boolean;
}

export class Digestion {
  private readonly handlers = new Map<string, Handlers>();

  constructor(private readonly options: DigestionOptions) {}

  /**
   * Reads a record. Undefined for a type that this version does not know (counted), or that nobody here handles.
   * @throws UnreadableMessage when it is not what its type says.
   */
  read(topic: string, partition: number, message: KafkaMessage): Digestible | undefined {
    const headers = readHeaders(message.headers);
    const { offset, timestamp } = message;
    const envelope = readEnvelope(headers, { topic, partition, offset, timestamp });
    const descriptor = knownType(envelope);
    if (!descriptor) {
      this.options.metrics.unknown(topic);
      return undefined;
    }
    if (this.handlersOf(envelope.type).none) return undefined;
    const value = readValue(descriptor, message.value, headers['content-type']);
    return { topic, key: keyOf(message), envelope, value };
  }

  /** Whether every handler of the record takes batches; so it is where it has none. */
  goesInBatches(topic: string, { headers }: KafkaMessage): boolean {
    const type = headers?.ce_type?.toString() ?? onlyMessageOn(topic)?.typeName ?? '';
    return this.handlersOf(type).takeBatches;
  }

  private handlersOf(type: string): Handlers {
    const known = this.handlers.get(type);
    if (known) return known;
    const found = [type, EVERY_MESSAGE].flatMap((pattern) => this.options.handlerOf(pattern) ?? []);
    const handlers = { none: found.length === 0, takeBatches: found.every(takesBatches) };
    // What outsiders call a type must not fill the memory.
    if (!handlers.none) this.handlers.set(type, handlers);
    return handlers;
  }

  /**
   * One transaction: the messages, all of one topic, are remembered and have their effects, in the order of each key, or
   * nothing of it. Several only of those that go in batches.
   */
  async digest(messages: readonly Digestible[]): Promise<void> {
    const { service, unitOfWork, metrics } = this.options;
    const effect = (work: Work): Promise<void> => this.takeEffect(work, messages);
    await metrics.timed(messages[0]?.topic ?? '', messages.length, () =>
      unitOfWork.run({ actor: `system:${service}` }, effect),
    );
  }

  private async takeEffect(work: Work, messages: readonly Digestible[]): Promise<void> {
    const accepted = await acceptNew(work, this.options.service, messages);
    const groups = inOrderOfKeys(
      accepted,
      ({ key }) => key,
      ({ envelope }) => envelope.type,
    );
    for (const { kind, items } of groups) await this.handle(kind, items, work);
    await this.handle(EVERY_MESSAGE, accepted, work);
  }

  /** Gives the messages to the handler of a pattern, where there is one: all at once, or the only one. */
  private async handle(pattern: string, messages: readonly Digestible[], work: Work): Promise<void> {
    const { tracing, observe, handlerOf } = this.options;
    const handler = handlerOf(pattern);
    const [first, ...others] = messages.map(({ envelope, value }): Delivered => ({
      message: value,
      context: new MessageContext([work, envelope]),
    }));
    if (!handler || !first) return;
    const inBatches = takesBatches(handler);
    if (!inBatches && others.length > 0)
      throw new Error(`a transaction of ${messages.length} ${pattern} for a handler of one`);
    const effect = async (): Promise<void> => {
      const result = inBatches
        ? handler([first, ...others], new BatchContext([work]))
        : handler(first.message, first.context);
      await lastValueFrom(observe(await result), { defaultValue: undefined });
    };
    const { traceparent, type } = first.context.envelope;
    const kind = SpanKind.CONSUMER;
    await (others.length === 0
      ? tracing.runWithTraceparent(traceparent, `consume ${type}`, effect, { kind })
      : tracing.runWithTraceparent(undefined, `consume ${pattern} in a batch`, effect, {
          kind,
          links: tracesOf(messages),
        }));
  }
}

/** The traces that come together in a batch, as many as a span takes. */
function tracesOf(messages: readonly Digestible[]): string[] {
  return [...new Set(messages.flatMap(({ envelope }) => envelope.traceparent ?? []))].slice(
    0,
    LINKS_OF_A_SPAN,
  );
}

/** Messages without a key have no order: each is a key of its own. */
export function keyOf(message: KafkaMessage): string {
  return message.key?.toString() ?? message.offset;
}

export function takesBatches(handler: MessageHandler): boolean {
  return handler.extras?.[TAKES_BATCHES] === true;
}
