/** Opens, claims and closes work items in the caller's transaction; each change is published as the whole item. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { authReasons, NotYours, officerOf, type Principal, ProblemException } from '@shekara/auth';
import { timestampOf, WorkItemChangedSchema } from '@shekara/contracts';
import { design, type LegalRef, reason, type ReasonDefinition } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { WorkItem, WorkToDo } from './work-item.js';
import { workItemReasons } from './work-item-reasons.js';

/** Injection token of the name of the service that owns the items. */
export const WORK_ITEMS_OF = Symbol('WORK_ITEMS_OF');

const COLUMNS = `id, kind, role, customs_body AS "customsBody", subject, subject_id AS "subjectId",
  case_id AS "caseId", title, article, opened_at AS "openedAt", due_at AS "dueAt", status,
  claimed_by AS "claimedBy", outcome, version`;

const QUEUES = design('work items');

@Injectable()
export class WorkItems {
  constructor(
    @Inject(WORK_ITEMS_OF) private readonly service: string,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** Puts a decision into its queue. A subject has at most one open item of a kind: a second call returns the first. */
  async open(work: Work, wanted: WorkToDo): Promise<WorkItem> {
    const rows = await work.manager.query<WorkItem[]>(
      `INSERT INTO work_items (id, kind, role, customs_body, subject, subject_id, case_id, title, article, opened_at,
                               due_at, status)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'OPEN')
       ON CONFLICT (kind, subject_id) WHERE status IN ('OPEN', 'CLAIMED') DO NOTHING RETURNING ${COLUMNS}`,
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
      ],
    );
    const opened = rows[0];
    if (opened) {
      this.publish(work, opened, wanted.article);
      return opened;
    }
    return this.openItem(work, wanted.kind, wanted.subjectId);
  }

  /** The officer takes the item. @throws ProblemException 404, 409 held by another or closed; NotYours 403. */
  async claim(work: Work, id: string, officer: Principal): Promise<WorkItem> {
    const item = await this.lock(work, id);
    mayTake(item, officer);
    refuseIf(item.status === 'COMPLETED' || item.status === 'CANCELLED', workItemReasons.WORK_ITEM_CLOSED);
    refuseIf(
      item.status === 'CLAIMED' && item.claimedBy !== officer.subject,
      workItemReasons.WORK_ITEM_HELD_BY_ANOTHER,
    );
    return this.change(work, item.id, { status: 'CLAIMED', claimedBy: officer.subject });
  }

  /** The officer puts the item back. @throws ProblemException 409 when another officer holds it. */
  async release(work: Work, id: string, officer: Principal): Promise<WorkItem> {
    const item = await this.lock(work, id);
    mayTake(item, officer);
    refuseIf(item.status !== 'CLAIMED', workItemReasons.WORK_ITEM_NOT_CLAIMED);
    refuseIf(item.claimedBy !== officer.subject, workItemReasons.WORK_ITEM_HELD_BY_ANOTHER);
    return this.change(work, item.id, { status: 'OPEN', claimedBy: null });
  }

  /**
   * The officer decided: closes the open item of this kind on this subject. Called in the transaction of the decision.
   * @throws ProblemException 404, or 409 when it is not claimed or held by another.
   */
  async complete(
    work: Work,
    kind: string,
    subjectId: string,
    officer: Principal,
    outcome: string,
  ): Promise<WorkItem> {
    const item = await this.openItem(work, kind, subjectId);
    mayTake(item, officer);
    refuseIf(item.status === 'OPEN', workItemReasons.WORK_ITEM_NOT_CLAIMED);
    refuseIf(item.claimedBy !== officer.subject, workItemReasons.WORK_ITEM_HELD_BY_ANOTHER);
    return this.change(work, item.id, { status: 'COMPLETED', outcome });
  }

  /** Nobody needs to decide any more. True when an open item was there. */
  async cancel(work: Work, kind: string, subjectId: string, outcome: string): Promise<boolean> {
    const [item] = await work.manager.query<WorkItem[]>(
      `SELECT ${COLUMNS} FROM work_items
        WHERE kind = $1 AND subject_id = $2 AND status IN ('OPEN', 'CLAIMED') FOR UPDATE`,
      [kind, subjectId],
    );
    if (!item) return false;
    await this.change(work, item.id, { status: 'CANCELLED', outcome });
    return true;
  }

  private async openItem(work: Work, kind: string, subjectId: string): Promise<WorkItem> {
    const [item] = await work.manager.query<WorkItem[]>(
      `SELECT ${COLUMNS} FROM work_items
        WHERE kind = $1 AND subject_id = $2 AND status IN ('OPEN', 'CLAIMED') FOR UPDATE`,
      [kind, subjectId],
    );
    if (!item) throw ProblemException.refused([reason(workItemReasons.WORK_ITEM_UNKNOWN)], 404);
    return item;
  }

  private async lock(work: Work, id: string): Promise<WorkItem> {
    const [item] = await work.manager.query<WorkItem[]>(
      `SELECT ${COLUMNS} FROM work_items WHERE id = $1 FOR UPDATE`,
      [id],
    );
    if (!item) throw ProblemException.refused([reason(workItemReasons.WORK_ITEM_UNKNOWN)], 404);
    return item;
  }

  private async change(
    work: Work,
    id: string,
    to: { status: WorkItem['status']; claimedBy?: string | null; outcome?: string },
  ): Promise<WorkItem> {
    const closes = to.status === 'COMPLETED' || to.status === 'CANCELLED';
    const [rows] = await work.manager.query<[WorkItem[], number]>(
      `UPDATE work_items
          SET status = $2, claimed_by = CASE WHEN $3 THEN $4 ELSE claimed_by END, outcome = $5,
              closed_at = $6, version = version + 1
        WHERE id = $1 RETURNING ${COLUMNS}`,
      [
        id,
        to.status,
        to.claimedBy !== undefined,
        to.claimedBy ?? null,
        to.outcome ?? null,
        closes ? work.context.at : null,
      ],
    );
    const changed = rows[0];
    if (!changed) throw new Error(`work item ${id} vanished while locked`);
    this.publish(work, changed, QUEUES);
    return changed;
  }

  private publish(work: Work, item: WorkItem, ground: LegalRef): void {
    this.outbox.publish(
      work,
      WorkItemChangedSchema,
      {
        itemId: item.id,
        service: this.service,
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
      },
      { caseId: item.caseId, ground },
    );
  }
}

function refuseIf(condition: boolean, definition: ReasonDefinition): void {
  if (condition) throw ProblemException.refused([reason(definition)], 409);
}

/** The queue belongs to officers of its role at its customs body. */
function mayTake(item: WorkItem, officer: Principal): void {
  if (!officer.roles.some((role) => role === item.role)) throw new NotYours(authReasons.ROLE_MISSING, 403);
  officerOf(officer, item.customsBody);
}
