import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parts of the budget's accounts; of those that any document may move either way (`ledger-part.ts`). */
const PARTS = 16;
const PARTS_OF_TWO_SIDED = 128;

const BEFORE = [
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
const ADDED = ['AGGREGATE_PAYMENT', 'UNIFORM_RATE_PAYMENT'];
const ADDED_PAYABLE = [...ADDED, ...ADDED.map((kind) => `PENALTY_INTEREST_${kind}`)];
/** Example rows, as those of the other kinds. */
const CODES = ['106208', '106209', '106218', '106219'];

/** Payments of a receipt voucher are kinds of their own, with budget codes of their own (art. 138.4, 472.2; R-PAY-001). */
export class AddVoucherKinds1764000020831 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.kindsAre(runner, [...BEFORE, ...ADDED]);
    await runner.query(
      `INSERT INTO account_balances (account_key, part, account_type, purpose, balance)
       SELECT type || ':' || kind, part, type, kind, 0
         FROM (SELECT type, unnest($1::text[]) AS kind
                 FROM unnest(ARRAY['ASSESSED_INCOME', 'BUDGET_INCOME', 'INTEREST_INCOME']) AS type
               UNION ALL SELECT 'WRITTEN_OFF', unnest($2::text[])) AS account
        CROSS JOIN LATERAL generate_series(0, CASE WHEN is_two_sided(type) THEN $4::int ELSE $3::int END - 1) AS part`,
      [ADDED, ADDED_PAYABLE, PARTS, PARTS_OF_TWO_SIDED],
    );
    await runner.query(
      `INSERT INTO budget_codes (purpose, budget_code, valid_from, source)
       SELECT purpose, budget_code, '2018-01-01', 'example'
         FROM unnest($1::text[], $2::text[]) AS code(purpose, budget_code)`,
      [ADDED_PAYABLE, CODES],
    );
  }

  /** Fails while money or debts of these kinds exist: the journal is append-only. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM budget_codes WHERE purpose = ANY ($1)`, [ADDED_PAYABLE]);
    await runner.query(
      `DELETE FROM account_balances WHERE payer IS NULL AND balance = 0 AND purpose = ANY ($1)`,
      [ADDED_PAYABLE],
    );
    await this.kindsAre(runner, BEFORE);
  }

  private async kindsAre(runner: QueryRunner, kinds: readonly string[]): Promise<void> {
    const payable = [...kinds, ...kinds.map((kind) => `PENALTY_INTEREST_${kind}`)];
    const purposes = ['ADVANCE', ...payable];
    await runner.query(`
      CREATE OR REPLACE FUNCTION is_account(account_type text, payer text, purpose text) RETURNS boolean
      IMMUTABLE LANGUAGE plpgsql AS $$
      BEGIN
        RETURN CASE
          WHEN account_type IN ('BANK_CLEARING', 'UNIDENTIFIED_MONEY', 'DEPOSIT_CLEARING')
            THEN payer IS NULL AND purpose IS NULL
          WHEN account_type IN ('ASSESSED_INCOME', 'BUDGET_INCOME', 'INTEREST_INCOME')
            THEN payer IS NULL AND purpose IS NOT NULL AND purpose IN (${list(kinds)})
          WHEN account_type = 'WRITTEN_OFF'
            THEN payer IS NULL AND purpose IS NOT NULL AND purpose IN (${list(payable)})
          WHEN account_type IN ('ADVANCE_MONEY', 'PENDING_TREASURY', 'REFUND_ORDERED')
            THEN payer IS NOT NULL AND purpose IS NOT NULL AND purpose IN (${list(purposes)})
          WHEN account_type IN ('PAYER_DUE', 'GUARANTEE_SECURED', 'INTEREST_DUE')
            THEN payer IS NOT NULL AND purpose IS NOT NULL AND purpose IN (${list(kinds)})
          WHEN account_type = 'OVERPAID_MONEY'
            THEN payer IS NOT NULL AND purpose IS NOT NULL AND purpose IN (${list(payable)})
          WHEN account_type = 'DEPOSIT_MONEY' THEN payer IS NOT NULL AND purpose IS NULL
          ELSE false END;
      END $$`);
    const checks = [
      ['budget_codes', 'budget_codes_purpose', `purpose IN (${list(purposes)})`],
      [
        'money_receipts',
        'money_receipts_purpose',
        `matched_purpose IS NULL OR matched_purpose IN (${list(purposes)})`,
      ],
      ['late_sums', 'late_sums_kind_check', `kind IN (${list(kinds)})`],
      ['penalty_interest', 'penalty_interest_kind_check', `kind IN (${list(kinds)})`],
    ] as const;
    for (const [table, name, check] of checks) {
      await runner.query(
        `ALTER TABLE ${table} DROP CONSTRAINT ${name}, ADD CONSTRAINT ${name} CHECK (${check})`,
      );
    }
  }
}

function list(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(', ');
}
