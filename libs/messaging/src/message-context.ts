/** What a consumer gets beside a message: its envelope and the unit of work that holds its effects. */
import { BaseRpcContext } from '@nestjs/microservices';
import type { Message } from '@shekara/contracts';
import { runWithTraceparent, SpanKind } from '@shekara/observability';
import type { Work } from '@shekara/persistence';
import type { Envelope } from './envelope.js';

export class MessageContext extends BaseRpcContext<[Work, Envelope]> {
  private own: Work | undefined;

  /** The work of this message: inbox, state, history and outgoing messages commit together. */
  get work(): Work {
    const [transaction, { id }] = this.args;
    return (this.own ??= transaction.causedBy(id));
  }

  get envelope(): Envelope {
    return this.args[1];
  }

  /** Runs what this message causes in its own trace: in a batch, messages of many traces come together. */
  traced<T>(task: () => T | Promise<T>): Promise<T> {
    const { traceparent, type } = this.envelope;
    return runWithTraceparent(traceparent, `effect of ${type}`, task, { kind: SpanKind.CONSUMER });
  }
}

/** One message of a batch. What is recorded or published with `context.work` names this message as its cause. */
export interface Delivered<Kind extends Message = Message> {
  readonly message: Kind;
  readonly context: MessageContext;
}

/** What a handler of batches gets beside the messages. */
export class BatchContext extends BaseRpcContext<[Work]> {
  /** The transaction of the whole batch, for statements over many messages. It has no single cause. */
  get work(): Work {
    return this.args[0];
  }
}
