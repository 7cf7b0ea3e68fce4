import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTriggeredObligations1764000020870 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE triggered_obligations (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        customs_body text NOT NULL,
        trigger text NOT NULL,
        document text NOT NULL,
        status text NOT NULL CHECK (status IN ('WAITING', 'ASSESSED', 'DISMISSED')),
        payer text,
        joint_payers text[] NOT NULL DEFAULT '{}',
        sums jsonb NOT NULL DEFAULT '[]',
        lines jsonb NOT NULL DEFAULT '[]',
        arisen_on date,
        due_on date,
        rate_date date,
        reasons jsonb NOT NULL DEFAULT '[]',
        dismissed_because text,
        found_at timestamptz NOT NULL,
        version int NOT NULL,
        CHECK ((status = 'ASSESSED') = (payer IS NOT NULL)),
        CHECK ((status = 'ASSESSED') = (due_on IS NOT NULL)),
        CHECK ((status = 'WAITING') = (reasons <> '[]'::jsonb)),
        CHECK ((status = 'DISMISSED') = (dismissed_because IS NOT NULL))
      )`);
    await runner.query(
      `CREATE INDEX triggered_obligations_by_body ON triggered_obligations (customs_body, status, id)`,
    );
    await runner.query(
      `CREATE INDEX triggered_obligations_by_payer ON triggered_obligations (payer, id) WHERE payer IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE triggered_obligations`);
  }
}
