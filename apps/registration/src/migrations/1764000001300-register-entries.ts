import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRegisterEntries1764000001300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE register_entries (
        registration_number text PRIMARY KEY,
        register text NOT NULL,
        status text NOT NULL CHECK (status IN ('INCLUDED', 'SUSPENDED', 'EXCLUDED')),
        identification_number text NOT NULL,
        name text NOT NULL,
        customs_body text NOT NULL,
        status_from text NOT NULL,
        version bigint NOT NULL,
        changed_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE register_entries`);
  }
}
