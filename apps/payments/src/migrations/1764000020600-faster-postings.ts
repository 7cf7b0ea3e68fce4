import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts of the budget were kept in this many parts; those that any document may move, in more (`ledger-part.ts`). */
const PARTS_BEFORE = 16;
const PARTS_NOW = 128;

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
const INTEREST = KINDS.map((kind) => `PENALTY_INTEREST_${kind}`);
const PAYABLE = [...KINDS, ...INTEREST];
const PURPOSES = ['ADVANCE', ...PAYABLE];

const ENTRY_TYPES = [
  'MONEY_CONFIRMED',
  'MONEY_PENDING',
  'MONEY_BOOKED_BY_TREASURY',
  'MONEY_UNMATCHED',
  'MONEY_ALLOCATED',
  'LIABILITY_ASSESSED',
  'COVERED_FROM_MONEY',
  'COVERED_BY_GUARANTEE',
  'SECURED_DEBT_PAID',
  'SMALL_REMAINDER_ENDED',
  'RELEASE_FINALISED',
  'LIABILITY_REVERSED',
  'DEBT_ASSESSED',
  'DEBT_REDUCED',
  'DEBT_PAID',
  'COLLECTED',
  'INTEREST_ACCRUED',
  'INTEREST_REDUCED',
  'INTEREST_PAID',
  'OVERPAYMENT_CONFIRMED',
  'OFFSET',
  'REFUND_ORDERED',
  'REFUND_EXECUTED',
  'REFUND_RETURNED',
  'DEPOSIT_RECEIVED',
  'DEPOSIT_RETURNED',
  'DEPOSIT_OFFSET',
  'DEBT_WRITTEN_OFF',
];

/**
 * Posting costs less and refuses the same. PostgreSQL reads the text of a CHECK anew for each statement: long lists move
 * into functions, which a session reads once. What an entry must be is looked at once for the entry at commit and once for
 * each statement that adds lines, instead of once a line. One function posts, with a plan that is made once a session. And
 * the accounts that every payer moves are kept in more parts, so that transactions do not wait for each other.
 */
export class PostFaster1764000020600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.namesInFunctions(runner);
    await this.entriesAsAWhole(runner);
    await runner.query(POST_ENTRIES);
    await runner.query(
      `INSERT INTO account_balances (account_key, part, account_type, purpose, balance)
       SELECT DISTINCT account_key, added.part, account_type, purpose, 0
         FROM account_balances, generate_series($1::int, $2::int - 1) AS added(part)
        WHERE payer IS NULL AND is_two_sided(account_type)
       ON CONFLICT DO NOTHING`,
      [PARTS_BEFORE, PARTS_NOW],
    );
  }

  private async namesInFunctions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION is_entry_type(type text) RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS $$
      BEGIN
        RETURN type IN (${list(ENTRY_TYPES)});
      END $$`);
    await runner.query(`
      CREATE OR REPLACE FUNCTION is_two_sided(account_type text) RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS $$
      BEGIN
        RETURN account_type IN ('BANK_CLEARING', 'DEPOSIT_CLEARING', 'BUDGET_INCOME', 'INTEREST_INCOME');
      END $$`);
    await runner.query(`
      CREATE OR REPLACE FUNCTION is_account(account_type text, payer text, purpose text) RETURNS boolean
      IMMUTABLE LANGUAGE plpgsql AS $$
      BEGIN
        RETURN CASE
          WHEN account_type IN ('BANK_CLEARING', 'UNIDENTIFIED_MONEY', 'DEPOSIT_CLEARING')
            THEN payer IS NULL AND purpose IS NULL
          WHEN account_type IN ('ASSESSED_INCOME', 'BUDGET_INCOME', 'INTEREST_INCOME')
            THEN payer IS NULL AND purpose IS NOT NULL AND purpose IN (${list(KINDS)})
          WHEN account_type = 'WRITTEN_OFF'
            THEN payer IS NULL AND purpose IS NOT NULL AND purpose IN (${list(PAYABLE)})
          WHEN account_type IN ('ADVANCE_MONEY', 'PENDING_TREASURY', 'REFUND_ORDERED')
            THEN payer IS NOT NULL AND purpose IS NOT NULL AND purpose IN (${list(PURPOSES)})
          WHEN account_type IN ('PAYER_DUE', 'GUARANTEE_SECURED', 'INTEREST_DUE')
            THEN payer IS NOT NULL AND purpose IS NOT NULL AND purpose IN (${list(KINDS)})
          WHEN account_type = 'OVERPAID_MONEY'
            THEN payer IS NOT NULL AND purpose IS NOT NULL AND purpose IN (${list(PAYABLE)})
          WHEN account_type = 'DEPOSIT_MONEY' THEN payer IS NOT NULL AND purpose IS NULL
          ELSE false END;
      END $$`);
    await runner.query(`
      ALTER TABLE journal_entries
        DROP CONSTRAINT journal_entries_type,
        ADD CONSTRAINT journal_entries_type CHECK (is_entry_type(type))`);
    await runner.query(`
      ALTER TABLE account_balances
        DROP CONSTRAINT account_balances_balance_check,
        ADD CONSTRAINT account_balances_balance_check CHECK (balance >= 0 OR is_two_sided(account_type)),
        DROP CONSTRAINT account_balances_account,
        ADD CONSTRAINT account_balances_account CHECK (is_account(account_type, payer, purpose))`);
  }

  /**
   * At commit an entry has as many lines as it says, of different accounts, that sum to zero. A line belongs to an entry and
   * has one of its numbers: since no two lines share a number and none goes, a complete entry gains none. Nothing reads the
   * lines by day: the trial balance reads them all.
   */
  private async entriesAsAWhole(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER journal_lines_balance ON journal_lines`);
    await runner.query(`
      CREATE OR REPLACE FUNCTION journal_entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        lines int;
        accounts int;
        total numeric;
      BEGIN
        SELECT count(*), count(DISTINCT account_key), coalesce(sum(amount), 0) INTO lines, accounts, total
          FROM journal_lines WHERE entry_id = NEW.id;
        IF lines <> NEW.line_count OR accounts <> lines OR total <> 0 THEN
          RAISE EXCEPTION 'journal entry % has % of % lines on % accounts and is out of balance by %',
            NEW.id, lines, NEW.line_count, accounts, total USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE FUNCTION journal_lines_belong() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        wrong record;
      BEGIN
        SELECT a.entry_id, a.line INTO wrong FROM added a
         WHERE a.line > coalesce((SELECT e.line_count FROM journal_entries e WHERE e.id = a.entry_id), 0)
         ORDER BY a.line DESC LIMIT 1;
        IF FOUND THEN
          RAISE EXCEPTION 'journal entry % gains line % of % lines', wrong.entry_id, wrong.line,
            coalesce((SELECT e.line_count FROM journal_entries e WHERE e.id = wrong.entry_id), 0)
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER journal_lines_belong AFTER INSERT ON journal_lines REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION journal_lines_belong()`);
    await runner.query(`
      ALTER TABLE journal_lines
        ADD CONSTRAINT journal_lines_line CHECK (line >= 1),
        DROP CONSTRAINT journal_lines_entry_id_fkey,
        DROP CONSTRAINT journal_lines_entry_id_account_key_key`);
    await runner.query(`DROP INDEX journal_lines_by_day`);
  }

  /** Lists stay in functions, which refuse the same; parts stay, because money may lie in them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION post_entries`);
    await runner.query(
      `CREATE INDEX journal_lines_by_day ON journal_lines (posted_on, account_type) INCLUDE (amount)`,
    );
    await runner.query(`
      ALTER TABLE journal_lines
        DROP CONSTRAINT journal_lines_line,
        ADD CONSTRAINT journal_lines_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES journal_entries,
        ADD CONSTRAINT journal_lines_entry_id_account_key_key UNIQUE (entry_id, account_key)`);
    await runner.query(`DROP TRIGGER journal_lines_belong ON journal_lines`);
    await runner.query(`DROP FUNCTION journal_lines_belong`);
    await runner.query(`
      CREATE OR REPLACE FUNCTION journal_entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
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
    await runner.query(`
      CREATE CONSTRAINT TRIGGER journal_lines_balance AFTER INSERT ON journal_lines
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION journal_entry_balances()`);
  }
}

/**
 * Entries, their lines, then the balances in the order given, which is that of their keys: transactions lock them in one
 * order. An account of a payer is made when it first moves.
 */
const POST_ENTRIES = `
  CREATE FUNCTION post_entries(
    ids uuid[], types text[], documents text[], value_dates date[], grounds text[], line_counts smallint[],
    case_ids uuid[], today date, at timestamptz, actor text, causation text,
    entry_ids uuid[], lines smallint[], keys text[], account_types text[], payers text[], customs_bodies text[],
    purposes text[], amounts bigint[],
    moved_keys text[], moved_parts smallint[], moved_types text[], moved_payers text[], moved_bodies text[],
    moved_purposes text[], moved_by bigint[]
  ) RETURNS void LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
  BEGIN
    INSERT INTO journal_entries (id, type, document, value_date, ground, line_count, case_id, posted_on, posted_at,
                                 posted_by, causation_id)
    SELECT e.*, today, at, actor, causation
      FROM unnest(ids, types, documents, value_dates, grounds, line_counts, case_ids) AS e;
    INSERT INTO journal_lines (entry_id, line, account_key, account_type, payer, customs_body, purpose, amount, posted_on)
    SELECT l.*, today
      FROM unnest(entry_ids, lines, keys, account_types, payers, customs_bodies, purposes, amounts) AS l;
    FOR i IN 1 .. cardinality(moved_keys) LOOP
      UPDATE account_balances SET balance = balance + moved_by[i]
       WHERE account_key = moved_keys[i] AND part = moved_parts[i];
      IF NOT FOUND THEN
        INSERT INTO account_balances AS b (account_key, part, account_type, payer, customs_body, purpose, balance)
        VALUES (moved_keys[i], moved_parts[i], moved_types[i], moved_payers[i], moved_bodies[i], moved_purposes[i],
                moved_by[i])
        ON CONFLICT (account_key, part) DO UPDATE SET balance = b.balance + excluded.balance;
      END IF;
    END LOOP;
  END $$`;

function list(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(', ');
}
