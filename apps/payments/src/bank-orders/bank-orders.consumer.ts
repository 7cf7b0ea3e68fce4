/** What banks answer to orders. An answer that cannot be taken is kept and goes to an officer; it is never lost. */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  type BankOrderAcknowledged,
  BankOrderAcknowledgedSchema,
  type BankOrderExecuted,
  BankOrderExecutedSchema,
  type BankOrderRefused,
  BankOrderRefusedSchema,
  instantOf,
} from '@shekara/contracts';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { readExecution, readRefusal } from './bank-answer.js';
import { BankOrders, type HandledOrder } from './bank-orders.service.js';

@Controller()
export class BankOrdersConsumer {
  constructor(@Inject(BankOrders) private readonly orders: BankOrders) {}

  /** Art. 162.3, 165.5. */
  @OnMessage(BankOrderAcknowledgedSchema)
  async acknowledged(
    @Payload() message: BankOrderAcknowledged,
    @Ctx() context: MessageContext,
  ): Promise<void> {
    const { orderId, bankId } = message;
    const receivedAt = instantOf(message.receivedAt);
    const handled = await this.orders.acknowledge(context.work, orderId, bankId, receivedAt);
    await this.keep(context, orderId, { bankId, receivedAt }, handled);
  }

  /** Art. 165.3 to 165.5, 166.5. */
  @OnMessage(BankOrderExecutedSchema)
  async executed(@Payload() message: BankOrderExecuted, @Ctx() context: MessageContext): Promise<void> {
    const { $typeName: _type, $unknown: _unknown, orderId, bankId, ...said } = message;
    const read = readExecution({ ...said, bankId });
    const handled = read.accepted ? await this.orders.answer(context.work, orderId, read.execution) : read;
    await this.keep(context, orderId, { bankId, ...said }, handled);
  }

  @OnMessage(BankOrderRefusedSchema)
  async refused(@Payload() message: BankOrderRefused, @Ctx() context: MessageContext): Promise<void> {
    const { orderId, bankId, code, text } = message;
    const handled = await this.orders.refuse(context.work, orderId, readRefusal({ bankId, code, text }));
    await this.keep(context, orderId, { bankId, code, text }, handled);
  }

  private async keep(
    { work }: MessageContext,
    orderId: string,
    said: unknown,
    handled: HandledOrder,
  ): Promise<void> {
    if (!handled.accepted) await this.orders.keepUntaken(work, orderId, said, handled.reasons);
  }
}
