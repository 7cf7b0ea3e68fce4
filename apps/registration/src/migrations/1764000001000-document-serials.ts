import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDocumentSerials1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document_serials (
        kind text NOT NULL,
        customs_body text NOT NULL,
        day date NOT NULL,
        last int NOT NULL,
        PRIMARY KEY (kind, customs_body, day)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE document_serials`);
  }
}
