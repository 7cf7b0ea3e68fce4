import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers kept by Idempotency-Key: the same request gets the same answer and has its effect once. */
export class CreateAnswers1764000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE answers (
        client text NOT NULL,
        idempotency_key text NOT NULL,
        fingerprint text NOT NULL,
        status int,
        body jsonb,
        answered_at timestamptz NOT NULL,
        PRIMARY KEY (client, idempotency_key)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE answers`);
  }
}
