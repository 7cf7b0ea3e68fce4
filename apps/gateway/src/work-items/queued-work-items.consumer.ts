import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type WorkItemChanged, WorkItemChangedSchema } from '@shekara/contracts';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { QueuedWorkItems } from './queued-work-items.js';

@Controller()
export class QueuedWorkItemsConsumer {
  constructor(@Inject(QueuedWorkItems) private readonly queued: QueuedWorkItems) {}

  @OnMessage(WorkItemChangedSchema)
  changed(@Payload() item: WorkItemChanged, @Ctx() context: MessageContext): Promise<void> {
    return this.queued.keep(context.work, item);
  }
}
