import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Re-import, destruction and abandonment raise no duties and taxes: their liabilities name no row of the matrix (art. 396.1, 412, 416.1). */
export class LeaveChargesWithoutTrigger1764000020770 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE liabilities
        DROP CONSTRAINT liabilities_trigger,
        ADD CONSTRAINT liabilities_trigger CHECK (
          trigger IS NOT NULL OR status IN ('NOT_ASSESSED', 'ENDED')
          OR NOT jsonb_path_exists(kinds, '$[*].kind ? (!(@ starts with "CHARGE_"))'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE liabilities
        DROP CONSTRAINT liabilities_trigger,
        ADD CONSTRAINT liabilities_trigger CHECK (trigger IS NOT NULL OR status IN ('NOT_ASSESSED', 'ENDED'))`);
  }
}
