import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each liability names its row of the trigger matrix and, once it is known, the day on which it fell due (art. 129.1, 131). */
export class AddDueDaysOfLiabilities1764000020402 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE liabilities
        ADD COLUMN trigger text,
        ADD COLUMN released_on date,
        ADD COLUMN due_on date`);
    await runner.query(`
      UPDATE liabilities SET trigger = 'DOMESTIC_CONSUMPTION' WHERE status <> 'NOT_ASSESSED'`);
    await runner.query(`
      ALTER TABLE liabilities
        ADD CONSTRAINT liabilities_trigger CHECK (trigger IS NOT NULL OR status IN ('NOT_ASSESSED', 'ENDED'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE liabilities DROP COLUMN trigger, DROP COLUMN released_on, DROP COLUMN due_on`,
    );
  }
}
