import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts of the budget are kept in this many parts (`ledger-part.ts`). */
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

/** Budget codes of penalty interest, by kind (R-PAY-003): example rows, as those of the kinds. */
const INTEREST_CODES = [
  '106111',
  '106112',
  '106213',
  '106214',
  '106215',
  '105260',
  '105112',
  '106211',
  '106216',
  '106217',
];

/**
 * Debts, penalty interest, refunds and deposits enter the ledger (art. 145, 153 to 158, 172). Each account names what it is
 * kept for; no account of a payer falls below zero, nor income that one document gives and takes. Of money at the bank and
 * of the budget's final income another document may take a part out than put it in: there the whole account is what counts.
 */
export class ExtendLedger1764000020400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE journal_entries ADD CONSTRAINT journal_entries_type CHECK (type IN (${list(ENTRY_TYPES)}))`);
    await runner.query(`
      ALTER TABLE account_balances
        DROP CONSTRAINT account_balances_balance_check,
        ADD CONSTRAINT account_balances_balance_check CHECK (
          balance >= 0 OR account_type IN ('BANK_CLEARING', 'DEPOSIT_CLEARING', 'BUDGET_INCOME', 'INTEREST_INCOME')),
        ADD CONSTRAINT account_balances_account CHECK (CASE
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
          ELSE false END)`);
    await runner.query(
      `INSERT INTO account_balances (account_key, part, account_type, purpose, balance)
       SELECT type || coalesce(':' || kind, ''), part, type, kind, 0
         FROM (SELECT 'DEPOSIT_CLEARING' AS type, NULL AS kind
               UNION ALL SELECT 'INTEREST_INCOME', unnest($1::text[])
               UNION ALL SELECT 'WRITTEN_OFF', unnest($2::text[])) AS account,
              generate_series(0, $3::int - 1) AS part`,
      [KINDS, PAYABLE, PARTS_OF_BUDGET_ACCOUNTS],
    );
    await runner.query(
      `INSERT INTO budget_codes (purpose, budget_code, valid_from, source)
       SELECT purpose, budget_code, '2018-01-01', 'example'
         FROM unnest($1::text[], $2::text[]) AS code(purpose, budget_code)`,
      [INTEREST, INTEREST_CODES],
    );
    await runner.query(`
      ALTER TABLE budget_codes ADD CONSTRAINT budget_codes_purpose CHECK (purpose IN (${list(PURPOSES)}))`);
    await runner.query(`
      ALTER TABLE money_receipts ADD CONSTRAINT money_receipts_purpose
        CHECK (matched_purpose IS NULL OR matched_purpose IN (${list(PURPOSES)}))`);
  }

  /** Fails while entries of debts exist: the journal is append-only. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE money_receipts DROP CONSTRAINT money_receipts_purpose`);
    await runner.query(`ALTER TABLE budget_codes DROP CONSTRAINT budget_codes_purpose`);
    await runner.query(`DELETE FROM budget_codes WHERE purpose = ANY ($1::text[])`, [INTEREST]);
    await runner.query(`
      ALTER TABLE account_balances
        DROP CONSTRAINT account_balances_account,
        DROP CONSTRAINT account_balances_balance_check`);
    await runner.query(`
      DELETE FROM account_balances
       WHERE payer IS NULL AND account_type IN ('DEPOSIT_CLEARING', 'INTEREST_INCOME', 'WRITTEN_OFF')`);
    await runner.query(`
      ALTER TABLE account_balances ADD CONSTRAINT account_balances_balance_check CHECK (balance >= 0)`);
    await runner.query(`ALTER TABLE journal_entries DROP CONSTRAINT journal_entries_type`);
  }
}

function list(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(', ');
}
