import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each liability knows the version of the declaration that its sums follow; adjustments after release are kept (art. 289). */
export class AddDeclarationChanges1764000020700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE liabilities
        ADD COLUMN declaration_version int NOT NULL DEFAULT 1 CHECK (declaration_version >= 1)`);
    await runner.query(`
      CREATE TABLE declaration_adjustments (
        declaration_id uuid NOT NULL,
        version int NOT NULL CHECK (version >= 2),
        adjustment_id text NOT NULL,
        opened_by text NOT NULL CHECK (opened_by IN ('DECLARANT', 'CUSTOMS')),
        state text NOT NULL CHECK (state IN ('TO_ASSESS', 'TAKEN', 'REPLACED')),
        received_at timestamptz NOT NULL,
        PRIMARY KEY (declaration_id, version)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX declaration_adjustments_to_assess ON declaration_adjustments (declaration_id)
       WHERE state = 'TO_ASSESS'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE declaration_adjustments`);
    await runner.query(`ALTER TABLE liabilities DROP COLUMN declaration_version`);
  }
}
