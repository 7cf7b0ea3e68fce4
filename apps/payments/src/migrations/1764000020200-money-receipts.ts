import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Confirmations of banks: money that was taken, and messages that were refused, each kept (art. 138.9, 153.2). */
export class CreateMoneyReceipts1764000020200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE money_receipts (
        id uuid PRIMARY KEY,
        bank_id text NOT NULL,
        bank_reference text NOT NULL,
        payment_order text,
        payer_number text NOT NULL,
        customs_body text NOT NULL,
        state text NOT NULL CHECK (state IN ('CONFIRMED_FOR_RELEASE', 'PENDING_TREASURY', 'BOOKED', 'REFUSED')),
        matched_payer text,
        matched_body text,
        matched_purpose text,
        mistake text,
        reasons jsonb NOT NULL,
        amount bigint CHECK (amount > 0),
        confirmation jsonb,
        message jsonb NOT NULL,
        digest text NOT NULL,
        received_at timestamptz NOT NULL,
        report_date date,
        report_reference text,
        version int NOT NULL DEFAULT 1,
        CHECK (state = 'REFUSED' OR (amount IS NOT NULL AND confirmation IS NOT NULL)),
        CHECK (state <> 'REFUSED' OR matched_payer IS NULL),
        CHECK ((matched_payer IS NULL) = (matched_purpose IS NULL) AND (matched_payer IS NULL) = (matched_body IS NULL))
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX money_receipts_once ON money_receipts (bank_id, bank_reference) WHERE state <> 'REFUSED'`);
    await runner.query(`
      CREATE UNIQUE INDEX money_receipts_refused_once ON money_receipts (bank_id, bank_reference, digest)
       WHERE state = 'REFUSED'`);
    await runner.query(`
      CREATE INDEX money_receipts_of_order ON money_receipts (bank_id, payment_order)
       WHERE payment_order IS NOT NULL AND state <> 'REFUSED'`);
    await runner.query(`CREATE INDEX money_receipts_by_state ON money_receipts (customs_body, state, id)`);
    await runner.query(`
      CREATE INDEX money_receipts_unmatched ON money_receipts (customs_body, id)
       WHERE state <> 'REFUSED' AND matched_payer IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE money_receipts`);
  }
}
