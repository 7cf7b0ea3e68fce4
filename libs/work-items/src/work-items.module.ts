import { type DynamicModule, Module } from '@nestjs/common';
import { WorkItemBatches } from './work-item-batches.js';
import { WorkItemEscalation } from './work-item-escalation.js';
import { WorkItemMetrics } from './work-item-metrics.js';
import { WorkItemQueues } from './work-item-queues.js';
import { WORK_ITEMS_OF, WorkItems } from './work-items.js';

@Module({})
export class WorkItemsModule {
  static register(service: string): DynamicModule {
    return {
      module: WorkItemsModule,
      global: true,
      providers: [
        { provide: WORK_ITEMS_OF, useValue: service },
        WorkItems,
        WorkItemBatches,
        WorkItemQueues,
        WorkItemEscalation,
        WorkItemMetrics,
      ],
      exports: [WorkItems, WorkItemBatches, WorkItemQueues],
    };
  }
}
