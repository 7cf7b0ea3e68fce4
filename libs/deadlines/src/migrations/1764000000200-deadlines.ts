import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Durable legal timers. Only open ones are indexed by their end, and those whose handler failed apart from the others:
 * a million timers that wait, a million that are closed and a thousand that fail cost the runner nothing.
 */
export class CreateDeadlines1764000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deadlines (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        subject_id text NOT NULL,
        case_id uuid NOT NULL,
        article text NOT NULL,
        started_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        status text NOT NULL CHECK (status IN ('OPEN', 'PAUSED', 'FIRED', 'CANCELLED')),
        term jsonb NOT NULL,
        pauses jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(pauses) = 'array'),
        attempts int NOT NULL DEFAULT 0 CHECK (attempts >= 0),
        next_try_at timestamptz,
        last_error text,
        closed_at timestamptz,
        closed_by text,
        CHECK ((status IN ('FIRED', 'CANCELLED')) = (closed_at IS NOT NULL)),
        CHECK ((attempts = 0) = (next_try_at IS NULL))
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX deadlines_one_open ON deadlines (subject_id, kind) WHERE status IN ('OPEN', 'PAUSED')`);
    await runner.query(`
      CREATE INDEX deadlines_due ON deadlines (due_at, id) WHERE status = 'OPEN' AND next_try_at IS NULL`);
    await runner.query(`
      CREATE INDEX deadlines_retry ON deadlines (next_try_at, id) WHERE status = 'OPEN' AND next_try_at IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE deadlines`);
  }
}
