import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type StatusNotified, StatusNotifiedSchema } from '@shekara/contracts';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { Notifications } from './notifications.js';

@Controller()
export class NotificationsConsumer {
  constructor(@Inject(Notifications) private readonly notifications: Notifications) {}

  @OnMessage(StatusNotifiedSchema)
  told(@Payload() told: StatusNotified, @Ctx() context: MessageContext): Promise<void> {
    return this.notifications.keep(context.work, told);
  }
}
