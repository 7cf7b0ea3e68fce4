import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was drawn of preferential quotas, and by which item of which declaration (art. 123.1). */
export class CreatePreferenceQuotas1764000020730 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE preference_quota_balances (
        quota text PRIMARY KEY,
        drawn numeric NOT NULL CHECK (drawn >= 0)
      )`);
    await runner.query(`
      CREATE TABLE preference_quota_draws (
        quota text NOT NULL REFERENCES preference_quota_balances,
        declaration_id uuid NOT NULL,
        item int NOT NULL CHECK (item > 0),
        quantity numeric NOT NULL CHECK (quantity > 0),
        drawn_at timestamptz NOT NULL,
        PRIMARY KEY (declaration_id, quota, item)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE preference_quota_draws`);
    await runner.query(`DROP TABLE preference_quota_balances`);
  }
}
