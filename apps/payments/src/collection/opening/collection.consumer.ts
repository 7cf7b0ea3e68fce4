/** What collection hears: of its notices from the slice of debt notices, and of money from the slice of receipts. */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  type DebtNoticeDefaulted,
  DebtNoticeDefaultedSchema,
  type DebtNoticeExecuted,
  DebtNoticeExecutedSchema,
  type DebtNoticeReplaced,
  DebtNoticeReplacedSchema,
  type DebtNoticeWithdrawn,
  DebtNoticeWithdrawnSchema,
  type MoneyReceived,
  MoneyReceivedSchema,
  moneyOf,
} from '@shekara/contracts';
import {
  type BatchContext,
  type Delivered,
  type MessageContext,
  OnMessage,
  OnMessages,
} from '@shekara/messaging';
import { CollectionOpening } from './collection-opening.service.js';

@Controller()
export class CollectionConsumer {
  constructor(@Inject(CollectionOpening) private readonly opening: CollectionOpening) {}

  /** Art. 161.1: collection begins. */
  @OnMessage(DebtNoticeDefaultedSchema)
  async defaulted(@Payload() event: DebtNoticeDefaulted, @Ctx() context: MessageContext): Promise<void> {
    await this.opening.noticeDefaulted(context.work, event.noticeId, moneyOf(event.amount));
  }

  /** Art. 129.2(1). */
  @OnMessage(DebtNoticeExecutedSchema)
  async executed(@Payload() event: DebtNoticeExecuted, @Ctx() context: MessageContext): Promise<void> {
    await this.opening.noticePaid(context.work, event.noticeId);
  }

  /** Art. 159.6, 179.3: the new notice has its own term and, if it comes to that, its own case. */
  @OnMessage(DebtNoticeReplacedSchema)
  async replaced(@Payload() event: DebtNoticeReplaced, @Ctx() context: MessageContext): Promise<void> {
    await this.opening.noticeEnded(context.work, event.noticeId);
  }

  /** Art. 179.3. */
  @OnMessage(DebtNoticeWithdrawnSchema)
  async withdrawn(@Payload() event: DebtNoticeWithdrawn, @Ctx() context: MessageContext): Promise<void> {
    await this.opening.noticeEnded(context.work, event.noticeId);
  }

  /** Art. 129.2(1), 162.5: money of payers came, or became usable; few of them have anything to collect. */
  @OnMessages(MoneyReceivedSchema)
  async moneyReceived(
    @Payload() delivered: readonly Delivered<MoneyReceived>[],
    @Ctx() { work }: BatchContext,
  ): Promise<void> {
    await this.opening.moneyReceived(
      work,
      delivered.map(({ message: { payer, receiptId } }) => ({ payer, receiptId })),
    );
  }
}
