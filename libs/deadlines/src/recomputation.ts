/** One page of open terms, looked at again after the calendar changed (R-REG-028). */
import type { Work } from '@shekara/persistence';
import { OPEN_DEADLINE, type OpenDeadline } from './deadline.js';

export interface NewEnd {
  readonly dueAt: Date;
  /** How the new end was found; the old explanation stays without it. */
  readonly term?: unknown;
}

/** Where a page of open terms ends, to continue after it. */
export interface TermsAfter {
  readonly subjectId: string;
  readonly kind: string;
}

export interface TermsToLookAt {
  /** Terms of this kind only. */
  readonly kind?: string;
  /** Where the page before ended. */
  readonly after?: TermsAfter;
  /** 1,000 unless said. */
  readonly limit?: number;
}

/** A term whose end moved: as it was, and its new end. */
export interface MovedTerm {
  readonly deadline: OpenDeadline;
  readonly dueAt: Date;
}

export interface RecomputedPage {
  readonly looked: number;
  readonly moved: readonly MovedTerm[];
  /** Undefined after the last page. */
  readonly next: TermsAfter | undefined;
}

const PAGE = 1_000;

/** Reads a page, asks `fn` for each new end and writes those that moved in one statement. */
export async function recomputePage(
  work: Work,
  fn: (deadline: OpenDeadline) => NewEnd | undefined | Promise<NewEnd | undefined>,
  { kind, after, limit = PAGE }: TermsToLookAt,
): Promise<RecomputedPage> {
  const page = await work.manager.query<OpenDeadline[]>(
    `SELECT ${OPEN_DEADLINE} FROM deadlines
      WHERE status IN ('OPEN', 'PAUSED') AND ($1::text IS NULL OR kind = $1) AND (subject_id, kind) > ($2, $3)
      ORDER BY subject_id, kind LIMIT $4`,
    [kind ?? null, after?.subjectId ?? '', after?.kind ?? '', limit],
  );
  const ends: { deadline: OpenDeadline; dueAt: Date; term: unknown }[] = [];
  for (const deadline of page) {
    const end = await fn(deadline);
    if (!end || end.dueAt.getTime() === deadline.dueAt.getTime()) continue;
    ends.push({ deadline, dueAt: end.dueAt, term: end.term ?? deadline.term });
  }
  const moved = await write(work, ends);
  const last = page.length === limit ? page.at(-1) : undefined;
  return {
    looked: page.length,
    moved: ends.filter(({ deadline }) => moved.has(deadline.id)),
    next: last && { subjectId: last.subjectId, kind: last.kind },
  };
}

/** A term that somebody closed or moved meanwhile keeps what it was given then. */
async function write(
  work: Work,
  ends: readonly { deadline: OpenDeadline; dueAt: Date; term: unknown }[],
): Promise<Set<string>> {
  if (ends.length === 0) return new Set();
  const [rows] = await work.manager.query<[{ id: string }[], number]>(
    `UPDATE deadlines SET due_at = ends.due_at, term = ends.term, attempts = 0, next_try_at = NULL, last_error = NULL
       FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::jsonb[]) AS ends (id, before, due_at, term)
      WHERE deadlines.id = ends.id AND deadlines.due_at = ends.before AND deadlines.status IN ('OPEN', 'PAUSED')
      RETURNING deadlines.id`,
    [
      ends.map(({ deadline }) => deadline.id),
      ends.map(({ deadline }) => deadline.dueAt),
      ends.map(({ dueAt }) => dueAt),
      ends.map(({ term }) => JSON.stringify(term ?? null)),
    ],
  );
  return new Set(rows.map((row) => row.id));
}
