import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type StatusNotified, StatusNotifiedSchema } from '@shekara/contracts';
import { type BatchContext, type Delivered, OnMessages } from '@shekara/messaging';
import { Notifications } from './notifications.js';

@Controller()
export class NotificationsConsumer {
  constructor(@Inject(Notifications) private readonly notifications: Notifications) {}

  @OnMessages(StatusNotifiedSchema)
  told(
    @Payload() delivered: readonly Delivered<StatusNotified>[],
    @Ctx() { work }: BatchContext,
  ): Promise<void> {
    return this.notifications.keep(
      work,
      delivered.map(({ message }) => message),
    );
  }
}
