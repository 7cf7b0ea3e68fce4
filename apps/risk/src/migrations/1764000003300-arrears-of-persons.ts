import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which state of a person's arrears payments told last (art. 62(3), 195.3). */
export class KeepArrearsOfPersons1764000003300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE person_records ADD COLUMN arrears_version bigint NOT NULL DEFAULT 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE person_records DROP COLUMN arrears_version`);
  }
}
