import { applyDecorators, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { DescMessage } from '@shekara/contracts';
import { PropagateFilter } from './propagate.filter.js';

/** Pattern of handlers that are given every message of every topic. */
export const EVERY_MESSAGE = '*';

/** Among the extras of a handler: it shares its transaction with no other message. */
export const OWN_TRANSACTION = 'ownTransaction';

export interface OnMessageOptions {
  /**
   * Messages that pile up are digested several to a transaction. A handler that locks rows which many cases share, or
   * takes long, says true and gets one for each message.
   */
  readonly ownTransaction?: boolean;
}

/**
 * Handles messages of one type: `@OnMessage(GoodsReleasedSchema) released(@Payload() event, @Ctx() context)`.
 * The handler runs inside the unit of work `context.work`, once per message. When the
 * transaction fails, it runs again: its only effects are those of `context.work`.
 */
export function OnMessage(schema: DescMessage, options: OnMessageOptions = {}): MethodDecorator {
  return handles(schema.typeName, options);
}

/** Handles every message of every topic of the catalogue, for projections over all of them. */
export function OnEveryMessage(): MethodDecorator {
  return handles(EVERY_MESSAGE, {});
}

function handles(pattern: string, { ownTransaction = false }: OnMessageOptions): MethodDecorator {
  return applyDecorators(
    EventPattern<string>(pattern, { [OWN_TRANSACTION]: ownTransaction }) as MethodDecorator,
    UseFilters(new PropagateFilter()),
  );
}
