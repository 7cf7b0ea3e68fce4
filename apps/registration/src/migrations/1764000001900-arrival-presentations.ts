import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddArrivalPresentations1764000001900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE arrival_notices
        ADD COLUMN presentation jsonb CHECK (presentation ->> 'condition' IN ('INTACT', 'DAMAGED_EXCUSED', 'DAMAGED_OTHER')),
        ADD COLUMN differences jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(differences) = 'array'),
        ADD COLUMN goes_ahead boolean NOT NULL DEFAULT false`);
    await runner.query(`
      CREATE INDEX arrival_notices_queue ON arrival_notices (customs_body, goes_ahead DESC, lodged_at, id)
        WHERE outcome = 'NONE'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX arrival_notices_queue`);
    await runner.query(`
      ALTER TABLE arrival_notices DROP COLUMN presentation, DROP COLUMN differences, DROP COLUMN goes_ahead`);
  }
}
