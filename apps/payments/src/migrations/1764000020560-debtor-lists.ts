import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The public list of debtors, month by month, and what is published of persons that no account says (art. 170). */
export class CreateDebtorLists1764000020560 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE debtor_lists (
        id uuid PRIMARY KEY,
        reporting_month text NOT NULL UNIQUE CHECK (reporting_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        publish_by date NOT NULL,
        published_on date NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE debtor_list_entries (
        list_id uuid NOT NULL REFERENCES debtor_lists,
        payer text NOT NULL CHECK (payer ~ '^[0-9]{12}$'),
        name text NOT NULL CHECK (name <> ''),
        head_full_name text,
        total_debt bigint NOT NULL CHECK (total_debt > 0),
        PRIMARY KEY (list_id, payer)
      )`);
    await runner.query(`
      CREATE TABLE published_persons (
        payer text PRIMARY KEY CHECK (payer ~ '^[0-9]{12}$'),
        name text NOT NULL CHECK (name <> ''),
        head_full_name text,
        given_at timestamptz NOT NULL,
        given_by text NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE published_persons, debtor_list_entries, debtor_lists`);
  }
}
