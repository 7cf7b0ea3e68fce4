import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much of each late sum a granted deferral puts off (art. 133, 136.1). */
export class PutDebtsOff1764000020801 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE deferral_debts ADD COLUMN put_off bigint NOT NULL DEFAULT 0 CHECK (put_off >= 0)`,
    );
    await runner.query(`CREATE INDEX deferral_debts_of_deferral ON deferral_debts (deferral_id)`);
    await runner.query(`CREATE INDEX deferrals_of_declaration ON deferrals (declaration_number)`);
    await runner.query(`CREATE INDEX late_sums_of_document ON late_sums (document)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP INDEX late_sums_of_document, deferrals_of_declaration, deferral_debts_of_deferral`,
    );
    await runner.query(`ALTER TABLE deferral_debts DROP COLUMN put_off`);
  }
}
