/**
 * Opens, claims, moves and closes work items in the caller's transaction. Each change is kept in the item's history and
 * published as the whole item.
 */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type Principal, ProblemException } from '@shekara/auth';
import { Deadlines, type TermToRun } from '@shekara/deadlines';
import { design, type LegalRef, reason } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Additions, Work } from '@shekara/persistence';
import { KEPT_WORK_ITEM, type KeptWorkItem, shown, type WorkItem, type WorkToDo } from './work-item.js';
import { addItem } from './new-work-item.js';
import type { WorkItemKind } from './work-item-kinds.js';
import { publishItem } from './work-item-message.js';
import { readQueues } from './work-item-reading.js';
import { workItemReasons } from './work-item-reasons.js';
import {
  HEAD_OF_POST,
  mayDecide,
  mayReassign,
  refuseClosed,
  refuseIf,
  refuseUnlessHeldBy,
} from './work-item-rights.js';

/** Injection token of the name of the service that owns the items. */
export const WORK_ITEMS_OF = Symbol('WORK_ITEMS_OF');

/** The timer that passes an undecided item to the head of the post. */
export const ESCALATION = 'WORK_ITEM_ESCALATION';

const QUEUES = design('work items');

interface Change {
  readonly status?: WorkItem['status'];
  readonly claimedBy?: string | null;
  readonly outcome?: string;
  readonly role?: string;
  readonly escalatedAt?: Date;
}

@Injectable()
export class WorkItems {
  constructor(
    @Inject(WORK_ITEMS_OF) private readonly service: string,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
  ) {}

  /** Puts a decision on a new subject, which has no item yet, into its queue: `open` without looking for an earlier one. */
  begin(work: Additions, wanted: WorkToDo): WorkItem {
    const item = addItem(work, wanted);
    if (wanted.escalateAt) {
      this.deadlines.begin(work, this.escalationOf(work, item, wanted.article, wanted.escalateAt));
    }
    this.tell(work, item, 'Opened', wanted.article, { role: item.role, dueAt: item.dueAt });
    return shown(item);
  }

  /** Puts a decision into its queue. A subject has at most one open item of a kind: a second call returns the first. */
  async open(work: Work, wanted: WorkToDo): Promise<WorkItem> {
    const rows = await work.manager.query<KeptWorkItem[]>(
      `INSERT INTO work_items (id, kind, role, decided_by_role, customs_body, subject, subject_id, case_id, title, article,
                               opened_at, due_at, priority, escalate_at, status)
       VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'OPEN')
       ON CONFLICT (kind, subject_id) WHERE status IN ('OPEN', 'CLAIMED') DO NOTHING RETURNING ${KEPT_WORK_ITEM}`,
      [
        uuidv7(),
        wanted.kind,
        wanted.role,
        wanted.customsBody,
        wanted.subject,
        wanted.subjectId,
        wanted.caseId,
        wanted.title,
        wanted.article.text,
        work.context.at,
        wanted.dueAt ?? null,
        wanted.goesAhead === true ? 0 : 1,
        wanted.escalateAt ?? null,
      ],
    );
    const opened = rows[0];
    if (!opened) return shown(await this.openItem(work, wanted.kind, wanted.subjectId));
    if (wanted.escalateAt) {
      await this.deadlines.start(work, this.escalationOf(work, opened, wanted.article, wanted.escalateAt));
    }
    this.tell(work, opened, 'Opened', wanted.article, { role: opened.role, dueAt: opened.dueAt });
    return shown(opened);
  }

  /** The officer takes the item. @throws ProblemException 404, 409 held by another or closed; NotYours 403. */
  async claim(work: Work, id: string, officer: Principal): Promise<WorkItem> {
    const item = await this.lock(work, id);
    mayDecide(item, officer);
    refuseClosed(item);
    refuseIf(
      item.status === 'CLAIMED' && item.claimedBy !== officer.subject,
      workItemReasons.WORK_ITEM_HELD_BY_ANOTHER,
    );
    if (item.claimedBy === officer.subject) return shown(item);
    return this.change(work, item, 'Claimed', { status: 'CLAIMED', claimedBy: officer.subject });
  }

  /**
   * The officer takes the first item of its queues that nobody holds: goods that go ahead first (R-DEC-025), then the
   * earliest term. Officers who ask at once get different items. Undefined when nothing waits.
   */
  async claimNext(
    work: Work,
    officer: Principal,
    filter: { readonly customsBody?: string | undefined; readonly kind?: string | undefined } = {},
  ): Promise<WorkItem | undefined> {
    const { customsBody, kind } = filter;
    const customsBodies = officer.posts.filter((post) => customsBody === undefined || post === customsBody);
    const reading = readQueues({
      customsBodies,
      roles: officer.roles,
      kind,
      after: undefined,
      limit: 50,
      unclaimed: true,
    });
    if (!reading) return undefined;
    const first = await work.manager.query<{ id: string }[]>(reading.text, [...reading.parameters]);
    for (const { id } of first) {
      const [item] = await work.manager.query<KeptWorkItem[]>(
        `SELECT ${KEPT_WORK_ITEM} FROM work_items WHERE id = $1 AND status = 'OPEN' FOR UPDATE SKIP LOCKED`,
        [id],
      );
      if (item) return this.change(work, item, 'Claimed', { status: 'CLAIMED', claimedBy: officer.subject });
    }
    return undefined;
  }

  /** The officer puts the item back. @throws ProblemException 409 when another officer holds it. */
  async release(work: Work, id: string, officer: Principal): Promise<WorkItem> {
    const item = await this.lock(work, id);
    mayDecide(item, officer);
    refuseUnlessHeldBy(item, officer);
    return this.change(work, item, 'Released', { status: 'OPEN', claimedBy: null });
  }

  /**
   * The head of the post gives the item to an officer (the subject of its token), or back to the queue (`null`), whoever
   * holds it. What the officer may decide is checked when it acts. @throws ProblemException 404, 409 closed; NotYours 403.
   */
  async reassign(work: Work, id: string, head: Principal, to: string | null): Promise<WorkItem> {
    const item = await this.lock(work, id);
    mayReassign(item, head);
    refuseClosed(item);
    return this.change(work, item, 'Reassigned', { status: to === null ? 'OPEN' : 'CLAIMED', claimedBy: to });
  }

  /**
   * Passes an undecided item to the head of its post; who held it holds it no longer. By the item's own timer, or by the
   * service in which something happened that an officer cannot decide, or by an officer of its queue when one is given.
   * False when it is closed or the head's already. @throws ProblemException 404; NotYours 403.
   */
  async escalate(work: Work, id: string, why: string, officer?: Principal): Promise<boolean> {
    const item = await this.lock(work, id);
    if (officer) mayDecide(item, officer);
    if (item.status === 'COMPLETED' || item.status === 'CANCELLED' || item.role === HEAD_OF_POST)
      return false;
    const to: Change = { status: 'OPEN', claimedBy: null, role: HEAD_OF_POST, escalatedAt: work.context.at };
    await this.change(work, item, 'Escalated', to, { from: item.role, heldBy: item.claimedBy, why });
    return true;
  }

  /**
   * The officer decided: closes the open item of this kind on this subject. Called in the transaction of the decision.
   * @throws ProblemException 404, or 409 when it is not claimed or held by another.
   */
  async complete(
    work: Work,
    kind: WorkItemKind,
    subjectId: string,
    officer: Principal,
    outcome: string,
  ): Promise<WorkItem> {
    const item = await this.openItem(work, kind, subjectId);
    mayDecide(item, officer);
    refuseUnlessHeldBy(item, officer);
    return this.change(work, item, 'Completed', { status: 'COMPLETED', outcome });
  }

  /** Nobody needs to decide any more. True when an open item was there. */
  async cancel(work: Work, kind: WorkItemKind, subjectId: string, outcome: string): Promise<boolean> {
    const item = await this.findOpen(work, kind, subjectId);
    if (!item) return false;
    await this.change(work, item, 'Cancelled', { status: 'CANCELLED', outcome });
    return true;
  }

  private escalationOf(work: Additions, item: KeptWorkItem, article: LegalRef, dueAt: Date): TermToRun {
    return {
      kind: ESCALATION,
      subjectId: item.id,
      caseId: item.caseId,
      article,
      startedAt: work.context.at,
      dueAt,
      term: { of: item.kind, dueAt: item.dueAt },
    };
  }

  private async findOpen(work: Work, kind: string, subjectId: string): Promise<KeptWorkItem | undefined> {
    const [item] = await work.manager.query<KeptWorkItem[]>(
      `SELECT ${KEPT_WORK_ITEM} FROM work_items
        WHERE kind = $1 AND subject_id = $2 AND status IN ('OPEN', 'CLAIMED') FOR UPDATE`,
      [kind, subjectId],
    );
    return item;
  }

  private async openItem(work: Work, kind: string, subjectId: string): Promise<KeptWorkItem> {
    const item = await this.findOpen(work, kind, subjectId);
    if (!item) throw ProblemException.refused([reason(workItemReasons.WORK_ITEM_UNKNOWN)], 404);
    return item;
  }

  private async lock(work: Work, id: string): Promise<KeptWorkItem> {
    const [item] = await work.manager.query<KeptWorkItem[]>(
      `SELECT ${KEPT_WORK_ITEM} FROM work_items WHERE id = $1 FOR UPDATE`,
      [id],
    );
    if (!item) throw ProblemException.refused([reason(workItemReasons.WORK_ITEM_UNKNOWN)], 404);
    return item;
  }

  private async change(
    work: Work,
    before: KeptWorkItem,
    type: string,
    to: Change,
    said: object = {},
  ): Promise<WorkItem> {
    const next = { ...before, ...to };
    const closes = next.status === 'COMPLETED' || next.status === 'CANCELLED';
    const [rows] = await work.manager.query<[KeptWorkItem[], number]>(
      `UPDATE work_items
          SET status = $2, claimed_by = $3, outcome = $4, role = $5, escalated_at = $6, closed_at = $7,
              version = version + 1
        WHERE id = $1 RETURNING ${KEPT_WORK_ITEM}`,
      [
        before.id,
        next.status,
        next.claimedBy,
        next.outcome,
        next.role,
        next.escalatedAt,
        closes ? work.context.at : null,
      ],
    );
    const changed = rows[0];
    if (!changed) throw new Error(`work item ${before.id} vanished while locked`);
    if (closes && changed.escalateAt) await this.deadlines.cancel(work, ESCALATION, changed.id);
    this.tell(work, changed, type, QUEUES, {
      status: changed.status,
      claimedBy: changed.claimedBy,
      ...(changed.outcome === null ? {} : { outcome: changed.outcome }),
      ...said,
    });
    return shown(changed);
  }

  private tell(work: Additions, item: KeptWorkItem, type: string, ground: LegalRef, payload: object): void {
    const { id: streamId, caseId } = item;
    work.record({
      stream: 'WorkItem',
      streamId,
      caseId,
      type,
      payload: { kind: item.kind, ...payload },
      ground,
    });
    publishItem(this.outbox, work, this.service, item, ground);
  }
}
