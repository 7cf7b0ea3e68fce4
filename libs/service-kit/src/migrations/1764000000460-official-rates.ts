import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published rates of services that compute with them. */
export class CreateOfficialRates1764000000460 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE official_rates (
        kind text NOT NULL CHECK (kind IN ('CURRENCY', 'REFINANCING')),
        currency text NOT NULL,
        day date NOT NULL,
        figure numeric(25, 10) NOT NULL CHECK (figure >= 0),
        source text NOT NULL,
        taken_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (kind, currency, day),
        CHECK (CASE kind WHEN 'CURRENCY' THEN currency ~ '^[A-Z]{3}$' AND figure > 0 ELSE currency = '' END)
      )`);
    await runner.query(`CREATE INDEX official_rates_by_time ON official_rates (taken_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE official_rates`);
  }
}
