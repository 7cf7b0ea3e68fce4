import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Durable legal timers. Only open ones are indexed by due time: a million closed ones cost the runner nothing. */
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
        status text NOT NULL CHECK (status IN ('OPEN', 'FIRED', 'CANCELLED')),
        term jsonb NOT NULL,
        closed_at timestamptz
      )`);
    await runner.query(`CREATE UNIQUE INDEX deadlines_one_open ON deadlines (kind, subject_id) WHERE status = 'OPEN'`);
    await runner.query(`CREATE INDEX deadlines_due ON deadlines (due_at) WHERE status = 'OPEN'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE deadlines`);
  }
}
