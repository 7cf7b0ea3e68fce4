import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An account may be closed once nothing stands on it; the next movement opens it again (art. 141.2). */
export class CloseAccounts1764000020403 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE payer_accounts ADD COLUMN closed_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE payer_accounts DROP COLUMN closed_at`);
  }
}
