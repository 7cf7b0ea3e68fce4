import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateArrivalNotices1764000001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE arrival_notices (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        case_id uuid NOT NULL,
        consignment_id uuid NOT NULL,
        customs_body text NOT NULL,
        mode text NOT NULL,
        status text NOT NULL CHECK (status IN ('ACCEPTED', 'INCOMPLETE', 'CLOSED')),
        notice jsonb NOT NULL,
        carrier_number text NOT NULL,
        consignee_number text NOT NULL,
        lodged_by text NOT NULL,
        lodged_at timestamptz NOT NULL,
        crossed_at timestamptz,
        presented_at timestamptz,
        placement_deadline timestamptz,
        outcome text NOT NULL CHECK (outcome IN ('NONE', 'IN_STORAGE', 'DECLARED', 'RELEASED')),
        late boolean NOT NULL DEFAULT false,
        version int NOT NULL
      )`);
    await runner.query(`CREATE INDEX arrival_notices_by_case ON arrival_notices (case_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE arrival_notices`);
  }
}
