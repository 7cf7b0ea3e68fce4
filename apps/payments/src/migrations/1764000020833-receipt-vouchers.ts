import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Customs receipt vouchers of personal and postal goods, with their numbers (art. 424.1, 472). */
export class CreateReceiptVouchers1764000020833 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE receipt_voucher_numbers (
        customs_body text NOT NULL,
        day date NOT NULL,
        last int NOT NULL CHECK (last > 0),
        PRIMARY KEY (customs_body, day)
      )`);
    await runner.query(`
      CREATE TABLE receipt_vouchers (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        case_id uuid NOT NULL,
        customs_body text NOT NULL CHECK (customs_body ~ '^[0-9]{5}$'),
        payer text NOT NULL CHECK (payer ~ '^[0-9]{12}$'),
        payer_name text NOT NULL,
        payer_address text NOT NULL,
        goods jsonb NOT NULL,
        rate jsonb NOT NULL,
        payment_kind text NOT NULL CHECK (payment_kind IN ('AGGREGATE_PAYMENT', 'UNIFORM_RATE_PAYMENT')),
        base numeric NOT NULL CHECK (base > 0),
        amount numeric(17, 2) NOT NULL CHECK (amount > 0),
        status text NOT NULL CHECK (status IN ('ISSUED', 'PAID', 'WITHDRAWN')),
        issued_on date NOT NULL,
        issued_by text NOT NULL,
        paid_on date,
        withdrawn_on date,
        withdrawn_for text,
        version int NOT NULL,
        CHECK ((status = 'PAID') = (paid_on IS NOT NULL)),
        CHECK ((status = 'WITHDRAWN') = (withdrawn_on IS NOT NULL AND withdrawn_for IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX receipt_vouchers_of_payer ON receipt_vouchers (payer, id)`);
    await runner.query(`CREATE INDEX receipt_vouchers_of_body ON receipt_vouchers (customs_body, id)`);
    await runner.query(`
      ALTER TABLE printed_documents
        DROP CONSTRAINT printed_documents_kind_check,
        ADD CONSTRAINT printed_documents_kind_check
          CHECK (kind IN ('DEBT_NOTICE', 'CERTIFICATE', 'RECONCILIATION_ACT', 'RECEIPT_VOUCHER'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM printed_documents WHERE kind = 'RECEIPT_VOUCHER'`);
    await runner.query(`
      ALTER TABLE printed_documents
        DROP CONSTRAINT printed_documents_kind_check,
        ADD CONSTRAINT printed_documents_kind_check
          CHECK (kind IN ('DEBT_NOTICE', 'CERTIFICATE', 'RECONCILIATION_ACT'))`);
    await runner.query(`DROP TABLE receipt_vouchers, receipt_voucher_numbers`);
  }
}
