import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever receives money is looked up among the payers of cases that owe or wait for it. */
export class IndexWaitingCollectionCases1764000020880 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX collection_cases_waiting ON collection_cases (payer, id)
       WHERE state <> 'CLOSED' OR unposted <> '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX collection_cases_waiting`);
  }
}
