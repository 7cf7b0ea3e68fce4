import type { MigrationInterface, QueryRunner } from 'typeorm';

const KIND = `kind IN ('IMPORT_DUTY', 'EXPORT_DUTY', 'SPECIAL_DUTY', 'ANTI_DUMPING_DUTY', 'COUNTERVAILING_DUTY',
  'IMPORT_EXCISE', 'IMPORT_VAT', 'CHARGE_DECLARATION', 'CHARGE_ESCORT', 'CHARGE_PRELIMINARY_DECISION')`;

/** Sums that fell due, the interest that ran on them, and what stops it (art. 125.9, 131, 158). */
export class CreateLateSums1764000020401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE late_sums (
        id uuid PRIMARY KEY,
        payer text NOT NULL,
        customs_body text NOT NULL,
        kind text NOT NULL CHECK (${KIND}),
        document text NOT NULL,
        origin text NOT NULL CHECK (origin IN ('DECLARATION', 'CUSTOMS')),
        trigger text,
        case_id uuid NOT NULL,
        amount bigint NOT NULL CHECK (amount >= 0),
        arisen_on date NOT NULL,
        due_on date NOT NULL,
        since_entry uuid NOT NULL,
        UNIQUE (payer, customs_body, document, kind, due_on)
      )`);
    await runner.query(`
      CREATE TABLE penalty_interest (
        payer text NOT NULL,
        customs_body text NOT NULL,
        kind text NOT NULL CHECK (${KIND}),
        accrued bigint NOT NULL CHECK (accrued >= 0),
        accrued_until date NOT NULL,
        PRIMARY KEY (payer, customs_body, kind)
      )`);
    await runner.query(`
      CREATE TABLE interest_standstills (
        id uuid PRIMARY KEY,
        payer text NOT NULL,
        cause text NOT NULL CHECK (cause IN ('BANKRUPT_DECISION', 'COMPULSORY_LIQUIDATION', 'REHABILITATION',
                                             'MISSING_PERSON', 'TEMPORARY_DECLARATION_TOP_UP')),
        from_day date NOT NULL,
        cancelled_on date CHECK (cancelled_on >= from_day),
        evidence text NOT NULL,
        CHECK (cancelled_on IS NULL OR cause = 'MISSING_PERSON'),
        UNIQUE (payer, cause, from_day)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE interest_standstills, penalty_interest, late_sums`);
  }
}
