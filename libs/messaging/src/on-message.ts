import { applyDecorators, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { DescMessage } from '@shekara/contracts';
import { PropagateFilter } from './propagate.filter.js';

/** Pattern of handlers that are given every message of every topic. */
export const EVERY_MESSAGE = '*';

/** Among the extras of a handler: it may share its transaction with other messages. */
export const SHARES_TRANSACTION = 'sharesTransaction';

export interface OnMessageOptions {
  /**
   * Messages that pile up may be digested several to a transaction, which is much faster. Only for a handler whose messages
   * touch rows of their own keys: one that locks rows which several keys share would meet itself in another order, which
   * is a deadlock. When the transaction fails, the handler runs again, so its only effects are those of `context.work`.
   */
  readonly sharesTransaction?: boolean;
}

/**
 * Handles messages of one type: `@OnMessage(GoodsReleasedSchema) released(@Payload() event, @Ctx() context)`.
 * The handler runs inside the unit of work `context.work`, once per message.
 */
export function OnMessage(schema: DescMessage, options: OnMessageOptions = {}): MethodDecorator {
  return handles(schema.typeName, options);
}

/** Handles every message of every topic of the catalogue, for projections over all of them. */
export function OnEveryMessage(): MethodDecorator {
  return handles(EVERY_MESSAGE, {});
}

function handles(pattern: string, { sharesTransaction = false }: OnMessageOptions): MethodDecorator {
  return applyDecorators(
    EventPattern<string>(pattern, { [SHARES_TRANSACTION]: sharesTransaction }) as MethodDecorator,
    UseFilters(new PropagateFilter()),
  );
}
