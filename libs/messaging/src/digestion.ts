/** From a record of Kafka to its effect: read, find the handlers, run them in a unit of work, once a message. */
import type { MessageHandler } from '@nestjs/microservices';
import type { KafkaMessage } from 'kafkajs';
import { type Observable, lastValueFrom } from 'rxjs';
import { type Message, onlyMessageOn } from '@shekara/contracts';
import { SpanKind, type Tracing } from '@shekara/observability';
import type { UnitOfWork, Work } from '@shekara/persistence';
import { type Envelope, knownType, readEnvelope, readHeaders, readValue } from './envelope.js';
import { acceptOnce } from './inbox.js';
import { MessageContext } from './message-context.js';
import type { MessagingMetrics } from './messaging-metrics.js';
import { EVERY_MESSAGE, SHARES_TRANSACTION } from './on-message.js';

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
  readonly envelope: Envelope;
  readonly value: Message;
  readonly handlers: readonly MessageHandler[];
}

export class Digestion {
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
    const handlers = this.handlersOf(envelope.type);
    if (handlers.length === 0) return undefined;
    const value = readValue(descriptor, message.value, headers['content-type']);
    return { topic, envelope, value, handlers };
  }

  /** Whether every handler of the record allows that it shares its transaction with others. */
  shares(topic: string, message: KafkaMessage): boolean {
    const type = readHeaders(message.headers).ce_type ?? onlyMessageOn(topic)?.typeName ?? '';
    return this.handlersOf(type).every((handler) => handler.extras?.[SHARES_TRANSACTION] === true);
  }

  private handlersOf(type: string): MessageHandler[] {
    return [type, EVERY_MESSAGE].flatMap((pattern) => this.options.handlerOf(pattern) ?? []);
  }

  /** One transaction: the messages are remembered and have their effects in this order, or nothing of it. */
  async digest(messages: readonly Digestible[]): Promise<void> {
    const { service, unitOfWork, metrics } = this.options;
    await metrics.timed(
      messages.map(({ topic }) => topic),
      () =>
        unitOfWork.runTogether(
          messages.map((message) => ({
            context: { actor: `system:${service}`, causationId: message.envelope.id },
            task: (work) => this.takeEffect(work, message),
          })),
        ),
    );
  }

  private async takeEffect(work: Work, { envelope, value, handlers }: Digestible): Promise<void> {
    const { service, tracing, observe } = this.options;
    if (!(await acceptOnce(work, service, envelope))) return;
    const context = new MessageContext([work, envelope]);
    const effect = async (): Promise<void> => {
      for (const handler of handlers) {
        await lastValueFrom(observe(await handler(value, context)), { defaultValue: undefined });
      }
    };
    await tracing.runWithTraceparent(envelope.traceparent, `consume ${envelope.type}`, effect, {
      kind: SpanKind.CONSUMER,
    });
  }
}
