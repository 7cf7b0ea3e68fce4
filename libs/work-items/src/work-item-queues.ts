/** Reads the queues: what an officer may take, goods that go ahead first, then the earliest legal term. */
import { Inject, Injectable } from '@nestjs/common';
import { authReasons, NotYours, officerOf, type Principal, ProblemException } from '@shekara/auth';
import { reason } from '@shekara/kernel';
import { DataSource, type HistoryEntry, historyOf } from '@shekara/persistence';
import { KEPT_WORK_ITEM, type KeptWorkItem, type WorkItem } from './work-item.js';
import { type QueuePlace, readQueues } from './work-item-reading.js';
import { workItemReasons } from './work-item-reasons.js';

/** A page of a queue; `next` continues after its last item. */
export interface QueuePage {
  readonly items: readonly WorkItem[];
  readonly next: string | undefined;
}

export interface QueueFilter {
  readonly customsBody: string | undefined;
  readonly kind: string | undefined;
  /** Where the page before ended. */
  readonly after: string | undefined;
  /** 1 to 200. */
  readonly limit: number;
}

/** What happened to an item: who did what, when, on which ground. */
export type WorkItemEvent = Pick<
  HistoryEntry,
  'sequence' | 'type' | 'payload' | 'actor' | 'ground' | 'occurredAt'
>;

@Injectable()
export class WorkItemQueues {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /**
   * Open and claimed items of the officer's roles and posts: goods that go ahead, then by the end of their term; items
   * without a term come last of each.
   */
  async page(officer: Principal, filter: QueueFilter): Promise<QueuePage> {
    const posts = officer.posts.filter(
      (post) => filter.customsBody === undefined || post === filter.customsBody,
    );
    const reading = readQueues({
      customsBodies: posts,
      roles: officer.roles,
      kind: filter.kind,
      after: await this.placeOf(filter.after),
      limit: filter.limit,
    });
    if (!reading) return { items: [], next: undefined };
    const rows = await this.dataSource.query<(WorkItem & { priority: number; queue_due: unknown })[]>(
      reading.text,
      [...reading.parameters],
    );
    const items = rows.map(({ priority: _priority, queue_due: _due, ...item }) => item);
    return { items, next: items.length === filter.limit ? items.at(-1)?.id : undefined };
  }

  /**
   * The history of one item, oldest first, for officers of its post who may decide it and for the head of the post.
   * @throws ProblemException 404; NotYours 403.
   */
  async history(officer: Principal, id: string): Promise<WorkItemEvent[]> {
    const [item] = await this.dataSource.query<KeptWorkItem[]>(
      `SELECT ${KEPT_WORK_ITEM} FROM work_items WHERE id = $1`,
      [id],
    );
    if (!item) throw ProblemException.refused([reason(workItemReasons.WORK_ITEM_UNKNOWN)], 404);
    officerOf(officer, item.customsBody);
    const readers = new Set<string>([item.role, item.decidedByRole, 'HEAD_OF_POST', 'AUDITOR']);
    if (!officer.roles.some((role) => readers.has(role))) throw new NotYours(authReasons.ROLE_MISSING, 403);
    const entries = await historyOf(this.dataSource.manager, 'WorkItem', id);
    return entries.map(({ sequence, type, payload, actor, ground, occurredAt }) => ({
      sequence,
      type,
      payload,
      actor,
      ground,
      occurredAt,
    }));
  }

  private async placeOf(id: string | undefined): Promise<QueuePlace | undefined> {
    if (id === undefined) return undefined;
    const [place] = await this.dataSource.query<QueuePlace[]>(
      `SELECT priority, queue_due::text AS due, id FROM work_items WHERE id = $1`,
      [id],
    );
    if (!place) throw ProblemException.refused([reason(workItemReasons.WORK_ITEM_UNKNOWN)], 404);
    return place;
  }
}
