import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Verification codes of documents that were printed: one a document, in whatever language and how often it is printed. */
export class CreatePrintedDocuments1764000020570 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE printed_documents (
        code text PRIMARY KEY CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
        kind text NOT NULL CHECK (kind IN ('DEBT_NOTICE', 'CERTIFICATE', 'RECONCILIATION_ACT')),
        document_id uuid NOT NULL,
        first_printed_at timestamptz NOT NULL,
        first_printed_by text NOT NULL,
        UNIQUE (kind, document_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE printed_documents`);
  }
}
