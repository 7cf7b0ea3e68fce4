import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Human decisions that wait in queues; open ones are indexed the way the queues read them: post and role, with or without
 * the kind, then goods that go ahead (`priority` 0), then the end of the term. `queue_due` puts items without a term last.
 */
export class CreateWorkItems1764000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE work_items (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        role text NOT NULL,
        decided_by_role text NOT NULL,
        customs_body text NOT NULL,
        subject text NOT NULL,
        subject_id text NOT NULL,
        case_id uuid NOT NULL,
        title text NOT NULL,
        article text NOT NULL,
        opened_at timestamptz NOT NULL,
        priority smallint NOT NULL DEFAULT 1 CHECK (priority IN (0, 1)),
        due_at timestamptz,
        queue_due timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(due_at, 'infinity')) STORED,
        escalate_at timestamptz,
        escalated_at timestamptz,
        status text NOT NULL CHECK (status IN ('OPEN', 'CLAIMED', 'COMPLETED', 'CANCELLED')),
        claimed_by text,
        closed_at timestamptz,
        outcome text,
        version int NOT NULL DEFAULT 1,
        CHECK (status <> 'CLAIMED' OR claimed_by IS NOT NULL),
        CHECK (status <> 'OPEN' OR claimed_by IS NULL),
        CHECK ((status IN ('COMPLETED', 'CANCELLED')) = (closed_at IS NOT NULL))
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX work_items_one_open ON work_items (kind, subject_id) WHERE status IN ('OPEN', 'CLAIMED')`);
    await runner.query(`
      CREATE INDEX work_items_queue ON work_items (customs_body, role, priority, queue_due, id)
       WHERE status IN ('OPEN', 'CLAIMED')`);
    await runner.query(`
      CREATE INDEX work_items_queue_of_kind ON work_items (customs_body, role, kind, priority, queue_due, id)
       WHERE status IN ('OPEN', 'CLAIMED')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE work_items`);
  }
}
