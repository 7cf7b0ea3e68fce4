import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts of the budget are kept in this many parts, so that payers do not wait for each other (`ledger-part.ts`). */
const PARTS_OF_BUDGET_ACCOUNTS = 16;

const KINDS = [
  'IMPORT_DUTY',
  'EXPORT_DUTY',
  'SPECIAL_DUTY',
  'ANTI_DUMPING_DUTY',
  'COUNTERVAILING_DUTY',
  'IMPORT_EXCISE',
  'IMPORT_VAT',
  'CHARGE_DECLARATION',
  'CHARGE_ESCORT',
  'CHARGE_PRELIMINARY_DECISION',
];

/**
 * The double-entry ledger (art. 141). The database itself refuses an entry that does not sum to zero or that lacks or
 * gains a line, any change of what is written, and a balance below zero.
 */
export class CreateLedger1764000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createJournal(runner);
    await this.guardJournal(runner);
    await this.createBalances(runner);
  }

  private async createJournal(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE journal_entries (
        id uuid PRIMARY KEY,
        type text NOT NULL,
        document text NOT NULL,
        value_date date NOT NULL,
        ground text NOT NULL,
        case_id uuid NOT NULL,
        line_count smallint NOT NULL CHECK (line_count >= 2),
        posted_on date NOT NULL,
        posted_at timestamptz NOT NULL,
        posted_by text NOT NULL,
        causation_id text
      )`);
    await runner.query(`
      CREATE TABLE journal_lines (
        entry_id uuid NOT NULL REFERENCES journal_entries,
        line smallint NOT NULL,
        account_key text NOT NULL,
        account_type text NOT NULL,
        payer text,
        customs_body text,
        purpose text,
        amount bigint NOT NULL CHECK (amount <> 0),
        posted_on date NOT NULL,
        PRIMARY KEY (entry_id, line),
        UNIQUE (entry_id, account_key)
      )`);
    await runner.query(`
      CREATE INDEX journal_lines_of_payer ON journal_lines (payer, customs_body, entry_id) WHERE payer IS NOT NULL`);
    await runner.query(`
      CREATE INDEX journal_lines_by_day ON journal_lines (posted_on, account_type) INCLUDE (amount)`);
  }

  private async guardJournal(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`);
    for (const table of ['journal_entries', 'journal_lines']) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only()`);
    }
    await runner.query(`
      CREATE FUNCTION journal_entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        entry uuid := CASE TG_TABLE_NAME WHEN 'journal_lines' THEN (to_jsonb(NEW) ->> 'entry_id')::uuid
                                         ELSE (to_jsonb(NEW) ->> 'id')::uuid END;
        expected int;
        lines int;
        total numeric;
      BEGIN
        SELECT line_count INTO expected FROM journal_entries WHERE id = entry;
        SELECT count(*), coalesce(sum(amount), 0) INTO lines, total FROM journal_lines WHERE entry_id = entry;
        IF lines <> expected OR total <> 0 THEN
          RAISE EXCEPTION 'journal entry % has % of % lines and is out of balance by %', entry, lines, expected, total
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$`);
    for (const table of ['journal_entries', 'journal_lines']) {
      await runner.query(`
        CREATE CONSTRAINT TRIGGER ${table}_balance AFTER INSERT ON ${table}
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION journal_entry_balances()`);
    }
  }

  private async createBalances(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account_balances (
        account_key text NOT NULL,
        part smallint NOT NULL,
        account_type text NOT NULL,
        payer text,
        customs_body text,
        purpose text,
        balance bigint NOT NULL CHECK (balance >= 0),
        PRIMARY KEY (account_key, part),
        CHECK ((payer IS NULL) = (customs_body IS NULL))
      )`);
    await runner.query(`
      CREATE INDEX account_balances_of_payer ON account_balances (payer, customs_body) WHERE payer IS NOT NULL`);
    await runner.query(
      `INSERT INTO account_balances (account_key, part, account_type, purpose, balance)
       SELECT type || coalesce(':' || kind, ''), part, type, kind, 0
         FROM (SELECT unnest(ARRAY['BANK_CLEARING', 'UNIDENTIFIED_MONEY']) AS type, NULL AS kind
               UNION ALL
               SELECT type, kind FROM unnest(ARRAY['ASSESSED_INCOME', 'BUDGET_INCOME']) AS type, unnest($1::text[]) AS kind
              ) AS account,
              generate_series(0, $2::int - 1) AS part`,
      [KINDS, PARTS_OF_BUDGET_ACCOUNTS],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE account_balances, journal_lines, journal_entries`);
    await runner.query(`DROP FUNCTION journal_entry_balances, journal_is_append_only`);
  }
}
