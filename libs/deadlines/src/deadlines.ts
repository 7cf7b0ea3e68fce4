/** Starts, pauses, resumes, extends, moves and cancels legal terms in the caller's transaction. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { CivilDate, Pause } from '@shekara/calendar';
import { art, type LegalRef } from '@shekara/kernel';
import { type Additions, DataSource, type Insertion, type Work } from '@shekara/persistence';
import { type KeptPause, OPEN_DEADLINE, type OpenDeadline } from './deadline.js';
import { DeadlineRunner } from './deadline-runner.js';
import { type NewEnd, recomputePage, type RecomputedPage, type TermsToLookAt } from './recomputation.js';

export interface TermToRun {
  readonly kind: string;
  readonly subjectId: string;
  readonly caseId: string;
  readonly article: LegalRef;
  readonly startedAt: Date;
  readonly dueAt: Date;
  /** How the end was found; JSON values. */
  readonly term: unknown;
}

export interface PauseToBegin {
  /** The day on which the stop begins. */
  readonly from: CivilDate;
  /** Whether the end days count (R-REG-027); the article that allows the stop says it. */
  readonly kind: Pause['kind'];
  readonly article: LegalRef;
  /** What stops the term, e.g. the id of a query; needed where two stops may overlap. */
  readonly stop?: string;
}

export interface PauseToEnd {
  /** The day on which the stop ends. */
  readonly to: CivilDate;
  /** The new end, computed by the calendar from the term and all its pauses. */
  readonly dueAt: Date;
  readonly term?: unknown;
  /** As given to `pause`. */
  readonly stop?: string;
}

export interface Extension {
  readonly dueAt: Date;
  readonly article: LegalRef;
  /** The decision that extends it: its number or id. */
  readonly by: string;
  readonly term?: unknown;
}

const NEW_DEADLINES: Insertion = {
  table: 'deadlines',
  columns: [
    ['id', 'uuid'],
    ['kind', 'text'],
    ['subject_id', 'text'],
    ['case_id', 'uuid'],
    ['article', 'text'],
    ['started_at', 'timestamptz'],
    ['due_at', 'timestamptz'],
    ['status', 'text'],
    ['term', 'jsonb'],
  ],
};

/** Holiday lists and office hours that change move the ends of open terms. */
const CALENDAR_CHANGED = art(5, 8);

@Injectable()
export class Deadlines {
  constructor(
    @Inject(DeadlineRunner) private readonly runner: DeadlineRunner,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  /** Starts a term of a document that is new and has none of this kind: `start` without looking for an earlier one. */
  begin(work: Additions, term: TermToRun): void {
    const { kind, subjectId, caseId, article, startedAt, dueAt } = term;
    work.add(NEW_DEADLINES, [
      ...[uuidv7(), kind, subjectId, caseId, article.text, startedAt, dueAt, 'OPEN'],
      JSON.stringify(term.term ?? null),
    ]);
    this.lookAfterCommit(work, dueAt);
  }

  /**
   * Starts a term. A document has at most one open term of a kind: starting it again moves the end (a paused one stays
   * paused), and the history of the deadline keeps the old end.
   */
  async start(work: Work, term: TermToRun): Promise<void> {
    const id = uuidv7();
    const [kept] = await work.manager.query<{ id: string; before: Date | null }[]>(
      `WITH running AS (
         SELECT due_at FROM deadlines WHERE subject_id = $3 AND kind = $2 AND status IN ('OPEN', 'PAUSED'))
       INSERT INTO deadlines (id, kind, subject_id, case_id, article, started_at, due_at, status, term)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'OPEN', $8)
       ON CONFLICT (subject_id, kind) WHERE status IN ('OPEN', 'PAUSED')
       DO UPDATE SET due_at = excluded.due_at, article = excluded.article, term = excluded.term, attempts = 0,
                     next_try_at = NULL, last_error = NULL
       RETURNING id, (SELECT due_at FROM running) AS before`,
      [
        id,
        term.kind,
        term.subjectId,
        term.caseId,
        term.article.text,
        term.startedAt,
        term.dueAt,
        JSON.stringify(term.term ?? null),
      ],
    );
    if (kept && kept.id !== id) {
      const moved = { id: kept.id, kind: term.kind, subjectId: term.subjectId, caseId: term.caseId };
      keep(work, moved, 'TermMoved', term.article, {
        dueBefore: kept.before,
        dueAt: term.dueAt,
        term: term.term,
      });
    }
    this.lookAfterCommit(work, term.dueAt);
  }

  /** Ends a term because what it waits for has happened. True when it was open or paused. */
  async cancel(work: Work, kind: string, subjectId: string): Promise<boolean> {
    const [rows] = await work.manager.query<[unknown[], number]>(
      `UPDATE deadlines SET status = 'CANCELLED', closed_at = $3, closed_by = $4
        WHERE kind = $1 AND subject_id = $2 AND status IN ('OPEN', 'PAUSED') RETURNING id`,
      [kind, subjectId, work.context.at, work.context.actor],
    );
    return rows.length > 0;
  }

  /** As `cancel`, for several documents: one statement. */
  async cancelAll(work: Work, kind: string, subjectIds: readonly string[]): Promise<void> {
    if (subjectIds.length === 0) return;
    await work.manager.query(
      `UPDATE deadlines SET status = 'CANCELLED', closed_at = $3, closed_by = $4
        WHERE kind = $1 AND subject_id = ANY ($2) AND status IN ('OPEN', 'PAUSED')`,
      [kind, subjectIds, work.context.at, work.context.actor],
    );
  }

  /**
   * Stops a term where an article says so (R-REG-027): it does not run out while any of its stops lasts. True when it
   * was open; false when there is none, or when this stop lasts already.
   */
  async pause(work: Work, kind: string, subjectId: string, pause: PauseToBegin): Promise<boolean> {
    const deadline = await this.lock(work, kind, subjectId);
    const stop = pause.stop ?? '';
    if (!deadline || lasting(deadline).some((each) => each.stop === stop)) return false;
    const begun: KeptPause = { stop, from: pause.from, kind: pause.kind, article: pause.article };
    await this.set(work, deadline, { status: 'PAUSED', pauses: [...deadline.pauses, begun] });
    keep(work, deadline, 'TermPaused', pause.article, { ...begun, dueAt: deadline.dueAt });
    return true;
  }

  /**
   * Ends a stop; the term runs to its new end once no other stop lasts. The caller computes `dueAt` with the calendar
   * from `term` and the pauses that `open` reads, so that what was left is kept in the unit that the law counts.
   * True when this stop lasted.
   */
  async resume(work: Work, kind: string, subjectId: string, end: PauseToEnd): Promise<boolean> {
    const deadline = await this.lock(work, kind, subjectId);
    const ended = deadline && lasting(deadline).find((each) => each.stop === (end.stop ?? ''));
    if (!ended) return false;
    if (end.to < ended.from)
      throw new Error(`pause of ${kind} ends on ${end.to}, before its start on ${ended.from}`);
    const pauses = deadline.pauses.map((each) => (each === ended ? { ...each, to: end.to } : each));
    const status = lasting({ pauses }).length > 0 ? 'PAUSED' : 'OPEN';
    await this.set(work, deadline, { status, pauses, dueAt: end.dueAt, term: end.term });
    keep(work, deadline, 'TermResumed', ended.article, {
      ...ended,
      to: end.to,
      dueBefore: deadline.dueAt,
      dueAt: end.dueAt,
    });
    if (status === 'OPEN') this.lookAfterCommit(work, end.dueAt);
    return true;
  }

  /**
   * Moves the end of a term to a later instant by a decision. True when it was open or paused.
   * @throws Error when the new end is not later: that is no extension.
   */
  async extend(work: Work, kind: string, subjectId: string, extension: Extension): Promise<boolean> {
    const deadline = await this.lock(work, kind, subjectId);
    if (!deadline) return false;
    if (extension.dueAt <= deadline.dueAt) {
      throw new Error(
        `${kind} of ${subjectId} ends ${deadline.dueAt.toISOString()} and is not extended by an earlier end`,
      );
    }
    await this.set(work, deadline, {
      dueAt: extension.dueAt,
      term: extension.term,
      article: extension.article.text,
    });
    keep(work, deadline, 'TermExtended', extension.article, {
      by: extension.by,
      dueBefore: deadline.dueAt,
      dueAt: extension.dueAt,
    });
    return true;
  }

  /** The terms of a document that run or stand still, the earliest end first; inside `work` when given. */
  open(subjectId: string, work?: Work): Promise<OpenDeadline[]> {
    return (work?.manager ?? this.dataSource).query<OpenDeadline[]>(
      `SELECT ${OPEN_DEADLINE} FROM deadlines
        WHERE subject_id = $1 AND status IN ('OPEN', 'PAUSED') ORDER BY due_at, id`,
      [subjectId],
    );
  }

  /**
   * Computes open terms again after the holiday list or an office's hours changed (R-REG-028): `fn` answers the new end
   * of a term, or undefined to leave it. The old end stays in the history; what moved is answered, so that the caller
   * tells the owners in the same transaction. One call looks at one page of `limit` terms: go on with `after: next`, a
   * work of its own each, until `next` is undefined. Looking at a page twice changes nothing.
   */
  async recompute(
    work: Work,
    fn: (deadline: OpenDeadline) => NewEnd | undefined | Promise<NewEnd | undefined>,
    page: TermsToLookAt = {},
  ): Promise<RecomputedPage> {
    const recomputed = await recomputePage(work, fn, page);
    for (const { deadline, dueAt } of recomputed.moved) {
      keep(work, deadline, 'TermRecomputed', CALENDAR_CHANGED, { dueBefore: deadline.dueAt, dueAt });
      this.lookAfterCommit(work, dueAt);
    }
    return recomputed;
  }

  private async lock(work: Work, kind: string, subjectId: string): Promise<OpenDeadline | undefined> {
    const [deadline] = await work.manager.query<OpenDeadline[]>(
      `SELECT ${OPEN_DEADLINE} FROM deadlines
        WHERE kind = $1 AND subject_id = $2 AND status IN ('OPEN', 'PAUSED') FOR UPDATE`,
      [kind, subjectId],
    );
    return deadline;
  }

  private async set(
    work: Work,
    deadline: OpenDeadline,
    to: Partial<Pick<OpenDeadline, 'status' | 'pauses' | 'dueAt' | 'term' | 'article'>>,
  ): Promise<void> {
    const { status, pauses, dueAt, term, article } = { ...deadline, ...definedOf(to) };
    await work.manager.query(
      `UPDATE deadlines SET status = $2, pauses = $3, due_at = $4, term = $5, article = $6, attempts = 0,
              next_try_at = NULL, last_error = NULL WHERE id = $1`,
      [deadline.id, status, JSON.stringify(pauses), dueAt, JSON.stringify(term ?? null), article],
    );
  }

  private lookAfterCommit(work: Additions, dueAt: Date): void {
    work.onCommitted(() => this.runner.expect(dueAt));
  }
}

function lasting({ pauses }: Pick<OpenDeadline, 'pauses'>): KeptPause[] {
  return pauses.filter((pause) => pause.to === undefined);
}

function definedOf<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

/** The history of the deadline: who moved which end from where to where, on which ground. */
function keep(
  work: Work,
  deadline: Pick<OpenDeadline, 'id' | 'kind' | 'subjectId' | 'caseId'>,
  type: string,
  ground: LegalRef,
  change: object,
): void {
  work.record({
    stream: 'Deadline',
    streamId: deadline.id,
    caseId: deadline.caseId,
    type,
    payload: { kind: deadline.kind, subjectId: deadline.subjectId, ...change },
    ground,
  });
}
