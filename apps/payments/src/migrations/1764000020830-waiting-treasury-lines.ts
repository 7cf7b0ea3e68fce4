import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A line of the Treasury's report may come before the bank's confirmation: it waits and is matched when that comes (art.
 * 138.9). A line that an officer entered is matched to money of that officer's customs bodies only.
 */
export class KeepWaitingTreasuryLines1764000020830 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE treasury_report_lines
        ADD COLUMN handled_bodies text[],
        DROP CONSTRAINT treasury_report_lines_outcome_check,
        ADD CONSTRAINT treasury_report_lines_outcome_check
          CHECK (outcome IN ('BOOKED', 'DIFFERS', 'REFUSED', 'WAITING')),
        ADD CONSTRAINT treasury_report_lines_waiting CHECK (outcome <> 'WAITING' OR (type = 'RECEIPT' AND receipt_id IS NULL))`);
    await runner.query(`
      CREATE INDEX treasury_report_lines_waiting ON treasury_report_lines ((line ->> 'bankId'), (line ->> 'bankReference'))
       WHERE outcome = 'WAITING'`);
  }

  /** Lines that wait are refused again, as they were before: the Treasury sends them anew. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX treasury_report_lines_waiting`);
    await runner.query(`
      ALTER TABLE treasury_report_lines
        DROP CONSTRAINT treasury_report_lines_waiting,
        DROP CONSTRAINT treasury_report_lines_outcome_check`);
    await runner.query(`UPDATE treasury_report_lines SET outcome = 'REFUSED' WHERE outcome = 'WAITING'`);
    await runner.query(`
      ALTER TABLE treasury_report_lines
        DROP COLUMN handled_bodies,
        ADD CONSTRAINT treasury_report_lines_outcome_check CHECK (outcome IN ('BOOKED', 'DIFFERS', 'REFUSED'))`);
  }
}
