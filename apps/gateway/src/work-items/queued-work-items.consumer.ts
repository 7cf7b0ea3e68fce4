import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type WorkItemChanged, WorkItemChangedSchema } from '@shekara/contracts';
import { type BatchContext, type Delivered, OnMessages } from '@shekara/messaging';
import { QueuedWorkItems } from './queued-work-items.js';

@Controller()
export class QueuedWorkItemsConsumer {
  constructor(@Inject(QueuedWorkItems) private readonly queued: QueuedWorkItems) {}

  @OnMessages(WorkItemChangedSchema)
  changed(
    @Payload() delivered: readonly Delivered<WorkItemChanged>[],
    @Ctx() { work }: BatchContext,
  ): Promise<void> {
    return this.queued.keep(
      work,
      delivered.map(({ message }) => message),
    );
  }
}
