/** Starts, moves and cancels legal terms in the caller's transaction. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { LegalRef } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { DeadlineRunner } from './deadline-runner.js';

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

@Injectable()
export class Deadlines {
  constructor(@Inject(DeadlineRunner) private readonly runner: DeadlineRunner) {}

  /** Starts a term. A document has at most one open term of a kind: starting it again moves the end. */
  async start(work: Work, term: TermToRun): Promise<void> {
    await work.manager.query(
      `INSERT INTO deadlines (id, kind, subject_id, case_id, article, started_at, due_at, status, term)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'OPEN', $8)
       ON CONFLICT (kind, subject_id) WHERE status = 'OPEN'
       DO UPDATE SET due_at = excluded.due_at, article = excluded.article, term = excluded.term`,
      [
        uuidv7(),
        term.kind,
        term.subjectId,
        term.caseId,
        term.article.text,
        term.startedAt,
        term.dueAt,
        JSON.stringify(term.term),
      ],
    );
    work.onCommitted(() => this.runner.expect(term.dueAt));
  }

  /** Ends a term because what it waits for has happened. True when it was open. */
  async cancel(work: Work, kind: string, subjectId: string): Promise<boolean> {
    const [rows] = await work.manager.query<[unknown[], number]>(
      `UPDATE deadlines SET status = 'CANCELLED', closed_at = $3
        WHERE kind = $1 AND subject_id = $2 AND status = 'OPEN' RETURNING id`,
      [kind, subjectId, work.context.at],
    );
    return rows.length > 0;
  }
}
