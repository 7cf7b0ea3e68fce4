/** What a consumer gets beside the message: its envelope and the unit of work that holds its effects. */
import { BaseRpcContext } from '@nestjs/microservices';
import type { Work } from '@shekara/persistence';
import type { Envelope } from './envelope.js';

export class MessageContext extends BaseRpcContext<[Work, Envelope]> {
  /** The transaction of this message: inbox, state, history and outgoing messages commit together. */
  get work(): Work {
    return this.args[0];
  }

  get envelope(): Envelope {
    return this.args[1];
  }
}
