import { applyDecorators, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { DescMessage } from '@shekara/contracts';
import { PropagateFilter } from './propagate.filter.js';

/** Pattern of handlers that are given every message of every topic. */
export const EVERY_MESSAGE = '*';

/**
 * Handles messages of one type: `@OnMessage(GoodsReleasedSchema) released(@Payload() event, @Ctx() context)`.
 * The handler runs inside the unit of work `context.work`, once per message.
 */
export function OnMessage(schema: DescMessage): MethodDecorator {
  return handles(schema.typeName);
}

/** Handles every message of every topic of the catalogue, for projections over all of them. */
export function OnEveryMessage(): MethodDecorator {
  return handles(EVERY_MESSAGE);
}

function handles(pattern: string): MethodDecorator {
  return applyDecorators(EventPattern<string>(pattern) as MethodDecorator, UseFilters(new PropagateFilter()));
}
