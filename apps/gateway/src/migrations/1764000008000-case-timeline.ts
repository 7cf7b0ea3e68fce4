import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row a message of a case, and who and what the case is about: read by case, found by document number. */
export class CreateCaseTimeline1764000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_steps (
        case_id uuid NOT NULL,
        at timestamptz NOT NULL,
        message_id text NOT NULL,
        topic text NOT NULL,
        type text NOT NULL,
        service text NOT NULL,
        actor text NOT NULL,
        ground text NOT NULL,
        subject_key text NOT NULL,
        customs_body text,
        sentence text NOT NULL,
        facts jsonb NOT NULL,
        official_facts jsonb NOT NULL,
        PRIMARY KEY (case_id, at, message_id)
      )`);
    await runner.query(`
      CREATE TABLE case_parties (
        case_id uuid NOT NULL,
        identification_number text NOT NULL,
        part text NOT NULL CHECK (part IN ('CARRIER', 'CONSIGNEE', 'DECLARANT', 'CUSTOMS_REPRESENTATIVE')),
        PRIMARY KEY (case_id, identification_number, part)
      )`);
    await runner.query(`
      CREATE TABLE case_customs_bodies (
        case_id uuid NOT NULL,
        customs_body text NOT NULL,
        PRIMARY KEY (case_id, customs_body)
      )`);
    await runner.query(`
      CREATE TABLE case_documents (
        case_id uuid NOT NULL,
        number text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('ARRIVAL_NOTICE', 'GOODS_DECLARATION')),
        PRIMARY KEY (case_id, number)
      )`);
    await runner.query(`CREATE INDEX case_documents_by_number ON case_documents (number)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['case_documents', 'case_customs_bodies', 'case_parties', 'case_steps']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
