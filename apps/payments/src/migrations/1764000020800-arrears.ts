import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Debts that arose, the notices asked for them, and whether payers have arrears (art. 157.1, 159.2, 293.11(2)). */
export class AddArrears1764000020800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE late_sums
        ADD COLUMN arose_on date CHECK (arose_on > due_on),
        ADD COLUMN notice text CHECK (notice IN ('ASKED', 'CLOSED'))`);
    await runner.query(`
      CREATE TABLE arrears (
        payer text PRIMARY KEY,
        version bigint NOT NULL CHECK (version >= 0),
        accounts jsonb NOT NULL CHECK (jsonb_typeof(accounts) = 'object'),
        changed_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE arrears`);
    await runner.query(`ALTER TABLE late_sums DROP COLUMN notice, DROP COLUMN arose_on`);
  }
}
