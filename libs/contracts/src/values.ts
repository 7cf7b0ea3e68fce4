/** Between the kernel's values and their messages. */
import { create } from '@bufbuild/protobuf';
import { type Timestamp, timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Money, type Reason } from '@shekara/kernel';
import {
  type Money as MoneyMessage,
  MoneySchema,
  type Reason as ReasonMessage,
  ReasonSchema,
} from './gen/shekara/common/v1/common_pb.js';

export function moneyMessage(amount: Money): MoneyMessage {
  return create(MoneySchema, { tiyn: amount.tiyn });
}

/** @throws TypeError when a message lacks an amount that its contract demands. */
export function moneyOf(message: MoneyMessage | undefined): Money {
  if (!message) throw new TypeError('message without an amount');
  return Money.ofTiyn(message.tiyn);
}

export function reasonMessage(reason: Reason): ReasonMessage {
  return create(ReasonSchema, {
    code: reason.code,
    article: reason.article,
    pointer: reason.pointer ?? '',
    parameters: { ...reason.parameters },
  });
}

export const timestampOf = timestampFromDate;

/** @throws TypeError when a message lacks an instant that its contract demands. */
export function instantOf(message: Timestamp | undefined): Date {
  if (!message) throw new TypeError('message without an instant');
  return timestampDate(message);
}
