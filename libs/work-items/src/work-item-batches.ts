/** Items of many subjects at once: as many statements for one as for thousands. */
import { Inject, Injectable } from '@nestjs/common';
import { Deadlines } from '@shekara/deadlines';
import { design } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { KEPT_WORK_ITEM, type KeptWorkItem, type WorkToDo } from './work-item.js';
import type { WorkItemKind } from './work-item-kinds.js';
import { publishItem } from './work-item-message.js';
import { ESCALATION, WORK_ITEMS_OF, WorkItems } from './work-items.js';

@Injectable()
export class WorkItemBatches {
  constructor(
    @Inject(WORK_ITEMS_OF) private readonly service: string,
    @Inject(WorkItems) private readonly items: WorkItems,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
  ) {}

  /**
   * Puts a decision on each subject into its queue where none is open. The caller holds the subjects' rows, so that nobody
   * else opens one meanwhile; a subject that stands twice in the list gets one item.
   */
  async openAll(work: Work, wanted: readonly WorkToDo[]): Promise<void> {
    if (wanted.length === 0) return;
    const rows = await work.manager.query<{ kind: string; subjectId: string }[]>(
      `SELECT kind, subject_id AS "subjectId" FROM work_items
        WHERE status IN ('OPEN', 'CLAIMED') AND (kind, subject_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
      [wanted.map(({ kind }) => kind), wanted.map(({ subjectId }) => subjectId)],
    );
    const open = new Set(rows.map(keyOf));
    for (const one of wanted) {
      if (open.has(keyOf(one))) continue;
      open.add(keyOf(one));
      this.items.begin(work, one);
    }
  }

  /** Nobody needs to decide on these subjects any more. */
  async cancelAll(
    work: Work,
    kind: WorkItemKind,
    subjectIds: readonly string[],
    outcome: string,
  ): Promise<void> {
    if (subjectIds.length === 0) return;
    const [cancelled] = await work.manager.query<[KeptWorkItem[], number]>(
      `UPDATE work_items SET status = 'CANCELLED', outcome = $3, closed_at = $4, version = version + 1
        WHERE kind = $1 AND subject_id = ANY ($2) AND status IN ('OPEN', 'CLAIMED') RETURNING ${KEPT_WORK_ITEM}`,
      [kind, subjectIds, outcome, work.context.at],
    );
    const escalating = cancelled.filter(({ escalateAt }) => escalateAt !== null).map(({ id }) => id);
    await this.deadlines.cancelAll(work, ESCALATION, escalating);
    const ground = design('work items');
    for (const item of cancelled) {
      const { id: streamId, caseId, status, claimedBy } = item;
      const payload = { kind, status, claimedBy, outcome };
      work.record({ stream: 'WorkItem', streamId, caseId, type: 'Cancelled', payload, ground });
      publishItem(this.outbox, work, this.service, item, ground);
    }
  }
}

function keyOf({ kind, subjectId }: { readonly kind: string; readonly subjectId: string }): string {
  return `${kind} ${subjectId}`;
}
