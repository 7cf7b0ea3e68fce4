import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work items of all services, indexed the way a queue is read: post, role, status, goods that go ahead, then term. */
export class CreateQueuedWorkItems1764000008100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE queued_work_items (
        id uuid PRIMARY KEY,
        service text NOT NULL,
        kind text NOT NULL,
        role text NOT NULL,
        customs_body text NOT NULL,
        subject text NOT NULL,
        subject_id text NOT NULL,
        case_id text NOT NULL,
        title text NOT NULL,
        article text NOT NULL,
        opened_at timestamptz NOT NULL,
        due_at timestamptz,
        priority smallint NOT NULL DEFAULT 1 CHECK (priority IN (0, 1)),
        queue_due timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(due_at, 'infinity')) STORED,
        status text NOT NULL CHECK (status IN ('OPEN', 'CLAIMED', 'COMPLETED', 'CANCELLED')),
        claimed_by text,
        outcome text,
        version int NOT NULL CHECK (version > 0)
      )`);
    await runner.query(`
      CREATE INDEX queued_work_items_queue
          ON queued_work_items (customs_body, role, status, priority, queue_due, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE queued_work_items`);
  }
}
