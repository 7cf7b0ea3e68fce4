import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the procedure of deferred goods stood still because they were seized or arrested (art. 312.1). */
export class KeepSuspensionsOfDeferrals1764000020802 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deferral_suspensions (
        deferral_id uuid NOT NULL,
        from_day date NOT NULL,
        to_day date CHECK (to_day >= from_day),
        evidence text NOT NULL CHECK (evidence <> ''),
        PRIMARY KEY (deferral_id, from_day)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE deferral_suspensions`);
  }
}
