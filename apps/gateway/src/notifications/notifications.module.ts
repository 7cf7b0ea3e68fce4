import { Module } from '@nestjs/common';
import { NotificationsConsumer } from './notifications.consumer.js';
import { NotificationsController } from './notifications.controller.js';
import { Notifications } from './notifications.js';

@Module({ controllers: [NotificationsController, NotificationsConsumer], providers: [Notifications] })
export class NotificationsModule {}
