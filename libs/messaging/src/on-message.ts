import { applyDecorators, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { DescMessage } from '@shekara/contracts';
import { PropagateFilter } from './propagate.filter.js';

/** Pattern of handlers that are given every message of every topic. */
export const EVERY_MESSAGE = '*';

/** Among the extras of a handler: it takes all messages of a batch at once. */
export const TAKES_BATCHES = 'takesBatches';

/**
 * Handles messages of one type: `@OnMessage(GoodsReleasedSchema) released(@Payload() event, @Ctx() context)`.
 * The handler runs inside the unit of work `context.work`, once per message, in a transaction of its own.
 */
export function OnMessage(schema: DescMessage): MethodDecorator {
  return handles(schema.typeName, false);
}

/**
 * Handles what piled up of one type, or of all types for projections over all of them, in one call and one transaction:
 * `@OnMessages(WorkItemChangedSchema) changed(@Payload() delivered: readonly Delivered<WorkItemChanged>[], @Ctx() { work }: BatchContext)`.
 * For effects that one statement writes for many messages. The messages come in the order of the topic, the same key several
 * times where it changed several times, none twice. When the call fails the batch is halved until only the message that
 * cannot be digested is left, so the handler may run again: its only effects are those of `work` and of each message's
 * `context.work`. A statement over several keys names its rows in one order (`ORDER BY` the key), or it would deadlock with
 * another partition's.
 */
export function OnMessages(of: DescMessage | typeof EVERY_MESSAGE): MethodDecorator {
  return handles(of === EVERY_MESSAGE ? EVERY_MESSAGE : of.typeName, true);
}

function handles(pattern: string, takesBatches: boolean): MethodDecorator {
  return applyDecorators(
    EventPattern<string>(pattern, { [TAKES_BATCHES]: takesBatches }) as MethodDecorator,
    UseFilters(new PropagateFilter()),
  );
}
