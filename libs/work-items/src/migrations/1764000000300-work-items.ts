import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Human decisions that wait in queues; open ones are indexed the way the queues read them. */
export class CreateWorkItems1764000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE work_items (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        role text NOT NULL,
        customs_body text NOT NULL,
        subject text NOT NULL,
        subject_id text NOT NULL,
        case_id uuid NOT NULL,
        title text NOT NULL,
        article text NOT NULL,
        opened_at timestamptz NOT NULL,
        due_at timestamptz,
        status text NOT NULL CHECK (status IN ('OPEN', 'CLAIMED', 'COMPLETED', 'CANCELLED')),
        claimed_by text,
        closed_at timestamptz,
        outcome text,
        version int NOT NULL DEFAULT 1
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX work_items_one_open ON work_items (kind, subject_id) WHERE status IN ('OPEN', 'CLAIMED')`);
    await runner.query(`
      CREATE INDEX work_items_queue ON work_items (customs_body, role, coalesce(due_at, 'infinity'), id) WHERE status IN ('OPEN', 'CLAIMED')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE work_items`);
  }
}
