import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For forgetting old answers. */
export class IndexAnswersByTime1764000000450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX answers_by_time ON answers (answered_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX answers_by_time`);
  }
}
