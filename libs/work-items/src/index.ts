export { CreateWorkItems1764000000300 } from './migrations/1764000000300-work-items.js';
export type { WorkItem, WorkItemStatus, WorkToDo } from './work-item.js';
export { WORK_ITEM_KINDS, type WorkItemKind } from './work-item-kinds.js';
export { type QueueFilter, type QueuePage, type WorkItemEvent, WorkItemQueues } from './work-item-queues.js';
export { type QueuesToRead, readQueues } from './work-item-reading.js';
export { workItemReasons } from './work-item-reasons.js';
export { WorkItemBatches } from './work-item-batches.js';
export { WorkItems } from './work-items.js';
export { WorkItemsModule } from './work-items.module.js';
