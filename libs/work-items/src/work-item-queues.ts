/** Reads the queues: what an officer may take, the earliest legal term first. */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { DataSource } from '@shekara/persistence';
import type { WorkItem } from './work-item.js';

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

@Injectable()
export class WorkItemQueues {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** Open and claimed items of the officer's roles and posts. Items without a term come last. */
  async page(officer: Principal, filter: QueueFilter): Promise<QueuePage> {
    const items = await this.dataSource.query<WorkItem[]>(
      `SELECT id, kind, role, customs_body AS "customsBody", subject, subject_id AS "subjectId",
              case_id AS "caseId", title, article, opened_at AS "openedAt", due_at AS "dueAt", status,
              claimed_by AS "claimedBy", outcome, version
         FROM work_items
        WHERE status IN ('OPEN', 'CLAIMED') AND customs_body = ANY($1) AND role = ANY($2)
          AND ($3::text IS NULL OR kind = $3)
          AND ($4::uuid IS NULL OR (coalesce(due_at, 'infinity'), id)
               > (SELECT coalesce(due_at, 'infinity'), id FROM work_items WHERE id = $4))
        ORDER BY coalesce(due_at, 'infinity'), id LIMIT $5`,
      [
        filter.customsBody === undefined
          ? officer.posts
          : officer.posts.filter((post) => post === filter.customsBody),
        officer.roles,
        filter.kind ?? null,
        filter.after ?? null,
        filter.limit,
      ],
    );
    return { items, next: items.length === filter.limit ? items.at(-1)?.id : undefined };
  }
}
