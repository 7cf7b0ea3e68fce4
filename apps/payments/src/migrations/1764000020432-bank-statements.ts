import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statements and notifications of banks (ISO 20022), and what became of each payment in them (art. 138.9). */
export class CreateBankStatements1764000020432 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bank_statements (
        id uuid PRIMARY KEY,
        bank_id text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('camt.053', 'camt.054')),
        message_id text NOT NULL,
        statement_ids text[] NOT NULL,
        digest text NOT NULL,
        posted_by text NOT NULL,
        received_at timestamptz NOT NULL,
        UNIQUE (bank_id, digest)
      )`);
    await runner.query(`
      CREATE TABLE bank_statement_entries (
        statement_id uuid NOT NULL REFERENCES bank_statements,
        ordinal int NOT NULL CHECK (ordinal > 0),
        number text NOT NULL,
        bank_reference text NOT NULL,
        customs_body text NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('ACCEPTED', 'REFUSED', 'REPEATED')),
        receipt_id uuid,
        state text,
        reasons jsonb NOT NULL,
        PRIMARY KEY (statement_id, ordinal),
        CHECK (outcome = 'REFUSED' OR receipt_id IS NOT NULL)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE bank_statement_entries`);
    await runner.query(`DROP TABLE bank_statements`);
  }
}
