/** The whole present state of an item, published at each change. */
import { timestampOf, WorkItemChangedSchema } from '@shekara/contracts';
import type { LegalRef } from '@shekara/kernel';
import type { Outbox } from '@shekara/messaging';
import type { Additions } from '@shekara/persistence';
import type { WorkItem } from './work-item.js';

/** Puts the item into the outbox; `service` is its owner. */
export function publishItem(
  outbox: Outbox,
  work: Additions,
  service: string,
  item: WorkItem,
  ground: LegalRef,
): void {
  outbox.publish(
    work,
    WorkItemChangedSchema,
    {
      itemId: item.id,
      service,
      kind: item.kind,
      role: item.role,
      customsBody: item.customsBody,
      subject: item.subject,
      subjectId: item.subjectId,
      caseId: item.caseId,
      title: item.title,
      article: item.article,
      openedAt: timestampOf(item.openedAt),
      dueAt: item.dueAt ? timestampOf(item.dueAt) : undefined,
      status: item.status,
      claimedBy: item.claimedBy ?? '',
      outcome: item.outcome ?? '',
      version: BigInt(item.version),
      goesAhead: item.goesAhead,
    },
    { caseId: item.caseId, ground },
  );
}
