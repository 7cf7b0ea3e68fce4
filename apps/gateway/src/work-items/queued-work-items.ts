/** The queues of all services in one place: a projection of work.items.v1, the newest version of each item. */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { instantOf, type WorkItemChanged } from '@shekara/contracts';
import { DataSource, type Work } from '@shekara/persistence';
import type { WorkItem, WorkItemStatus } from '@shekara/work-items';

export interface QueuedWorkItem extends Omit<WorkItem, 'escalatedAt'> {
  /** The service that owns it. */
  readonly service: string;
}

/** A page of a queue; `next` continues after its last item. */
export interface QueuedPage {
  readonly items: readonly QueuedWorkItem[];
  readonly next: string | undefined;
}

export interface QueuedFilter {
  readonly customsBody: string | undefined;
  readonly kind: string | undefined;
  readonly statuses: readonly WorkItemStatus[];
  /** Where the page before ended. */
  readonly after: string | undefined;
  /** 1 to 200. */
  readonly limit: number;
}

const COLUMNS = `id, service, kind, role, customs_body AS "customsBody", subject, subject_id AS "subjectId",
  case_id AS "caseId", title, article, opened_at AS "openedAt", due_at AS "dueAt",
  priority = 0 AS "goesAhead", status, claimed_by AS "claimedBy", outcome, version`;

@Injectable()
export class QueuedWorkItems {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** Keeps the newest version of each item, in whatever order messages come. */
  async keep(work: Work, items: readonly WorkItemChanged[]): Promise<void> {
    await work.manager.query(
      `INSERT INTO queued_work_items (id, service, kind, role, customs_body, subject, subject_id, case_id, title, article,
                                      opened_at, due_at, status, claimed_by, outcome, version, priority)
       SELECT DISTINCT ON (id) *
         FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                     $9::text[], $10::text[], $11::timestamptz[], $12::timestamptz[], $13::text[], $14::text[],
                     $15::text[], $16::int[], $17::smallint[])
              AS item(id, service, kind, role, customs_body, subject, subject_id, case_id, title, article,
                      opened_at, due_at, status, claimed_by, outcome, version, priority)
        ORDER BY id, version DESC
       ON CONFLICT (id) DO UPDATE
          SET service = EXCLUDED.service, kind = EXCLUDED.kind, role = EXCLUDED.role,
              customs_body = EXCLUDED.customs_body, subject = EXCLUDED.subject, subject_id = EXCLUDED.subject_id,
              case_id = EXCLUDED.case_id, title = EXCLUDED.title, article = EXCLUDED.article,
              opened_at = EXCLUDED.opened_at, due_at = EXCLUDED.due_at, status = EXCLUDED.status,
              claimed_by = EXCLUDED.claimed_by, outcome = EXCLUDED.outcome, version = EXCLUDED.version,
              priority = EXCLUDED.priority
        WHERE queued_work_items.version < EXCLUDED.version`,
      [
        items.map(({ itemId }) => itemId),
        items.map(({ service }) => service),
        items.map(({ kind }) => kind),
        items.map(({ role }) => role),
        items.map(({ customsBody }) => customsBody),
        items.map(({ subject }) => subject),
        items.map(({ subjectId }) => subjectId),
        items.map(({ caseId }) => caseId),
        items.map(({ title }) => title),
        items.map(({ article }) => article),
        items.map(({ openedAt }) => instantOf(openedAt)),
        items.map(({ dueAt }) => (dueAt ? instantOf(dueAt) : null)),
        items.map(({ status }) => status),
        items.map(({ claimedBy }) => (claimedBy === '' ? null : claimedBy)),
        items.map(({ outcome }) => (outcome === '' ? null : outcome)),
        items.map(({ version }) => version),
        items.map(({ goesAhead }) => (goesAhead ? 0 : 1)),
      ],
    );
  }

  /**
   * Items of the officer's roles and posts, goods that go ahead first (R-DEC-025), then the earliest legal term. Each queue is
   * read in the order of its index, so a page costs the same however many items were ever closed.
   */
  async page(officer: Principal, filter: QueuedFilter): Promise<QueuedPage> {
    const posts =
      filter.customsBody === undefined
        ? officer.posts
        : officer.posts.filter((post) => post === filter.customsBody);
    const items = await this.dataSource.query<QueuedWorkItem[]>(
      `WITH place AS (SELECT priority, queue_due, id FROM queued_work_items WHERE id = $4)
       SELECT ${COLUMNS}
         FROM unnest($1::text[]) AS of_post(post), unnest($2::text[]) AS of_role(held),
              unnest($6::text[]) AS of_status(wanted),
              LATERAL (SELECT * FROM queued_work_items
                        WHERE customs_body = post AND role = held AND status = wanted
                          AND ($3::text IS NULL OR kind = $3)
                          AND ($4::uuid IS NULL
                               OR (priority, queue_due, id) > (SELECT place.priority, place.queue_due, place.id FROM place))
                        ORDER BY priority, queue_due, id LIMIT $5) AS queued
        ORDER BY priority, queue_due, id LIMIT $5`,
      [
        [...new Set(posts)],
        [...new Set(officer.roles)],
        filter.kind ?? null,
        filter.after ?? null,
        filter.limit,
        [...new Set(filter.statuses)],
      ],
    );
    return { items, next: items.length === filter.limit ? items.at(-1)?.id : undefined };
  }
}
