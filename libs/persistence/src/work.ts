/** One unit of work: one PostgreSQL transaction that carries state, history and outgoing messages. */
import type { EntityManager } from 'typeorm';
import { Additions, type WorkContext } from './additions.js';

export class Work extends Additions {
  constructor(
    readonly manager: EntityManager,
    context: WorkContext,
  ) {
    super(context);
  }
}
