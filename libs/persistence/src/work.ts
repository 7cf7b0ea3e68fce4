/** One unit of work: one PostgreSQL transaction that carries state, history and outgoing messages. */
import type { EntityManager } from 'typeorm';
import { Additions, type WorkContext } from './additions.js';

export class Work extends Additions {
  private readonly parts: Work[] = [];

  constructor(
    readonly manager: EntityManager,
    context: WorkContext,
  ) {
    super(context);
  }

  /** A work of the same transaction that this message caused: a batch is one work with a part a message. */
  causedBy(causationId: string): Work {
    const part = new Work(this.manager, { ...this.context, causationId });
    this.parts.push(part);
    return part;
  }

  /** @internal This work and its parts, in the order in which they were made. */
  get whole(): readonly Work[] {
    return [this, ...this.parts.flatMap((part) => part.whole)];
  }
}
