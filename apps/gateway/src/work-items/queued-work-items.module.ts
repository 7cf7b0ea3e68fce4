import { Module } from '@nestjs/common';
import { QueuedWorkItemsConsumer } from './queued-work-items.consumer.js';
import { QueuedWorkItemsController } from './queued-work-items.controller.js';
import { QueuedWorkItems } from './queued-work-items.js';
import { WorkItemOwners } from './work-item-owners.js';

@Module({
  controllers: [QueuedWorkItemsController, QueuedWorkItemsConsumer],
  providers: [QueuedWorkItems, WorkItemOwners],
  exports: [WorkItemOwners],
})
export class QueuedWorkItemsModule {}
