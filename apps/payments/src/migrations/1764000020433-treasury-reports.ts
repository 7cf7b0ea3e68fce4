import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lines of the Treasury's daily reports and what became of each (art. 138.9, 154.8). */
export class CreateTreasuryReports1764000020433 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE treasury_reports (
        id uuid PRIMARY KEY,
        reference text NOT NULL UNIQUE,
        report_date date NOT NULL,
        first_received_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE treasury_report_lines (
        report_id uuid NOT NULL REFERENCES treasury_reports,
        number int NOT NULL CHECK (number > 0),
        type text NOT NULL,
        line jsonb NOT NULL,
        digest text NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('BOOKED', 'DIFFERS', 'REFUSED')),
        receipt_id uuid,
        reasons jsonb NOT NULL,
        judged_at timestamptz NOT NULL,
        PRIMARY KEY (report_id, number),
        CHECK (outcome = 'BOOKED' OR jsonb_array_length(reasons) > 0)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE treasury_report_lines`);
    await runner.query(`DROP TABLE treasury_reports`);
  }
}
