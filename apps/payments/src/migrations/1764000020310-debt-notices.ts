import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices of repayment of debt and their numbers (art. 159, 160). */
export class CreateDebtNotices1764000020310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE debt_notice_numbers (
        customs_body text NOT NULL,
        day date NOT NULL,
        last int NOT NULL CHECK (last > 0),
        PRIMARY KEY (customs_body, day)
      )`);
    await runner.query(`
      CREATE TABLE debt_notices (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        case_id uuid NOT NULL,
        customs_body text NOT NULL,
        payer text NOT NULL CHECK (payer ~ '^[0-9]{12}$'),
        payer_name text NOT NULL,
        payer_address text NOT NULL,
        regime text NOT NULL CHECK (regime IN ('CODE_2010', 'CODE_2017_CAMERAL')),
        execution_term jsonb NOT NULL,
        notice_type text NOT NULL CHECK (notice_type IN ('INITIAL', 'ADDITIONAL', 'REPLACEMENT')),
        earlier_notice_id uuid,
        status text NOT NULL CHECK (status IN ('DRAFT', 'SENT', 'DELIVERED', 'SUSPENDED', 'PAID_PART', 'EXECUTED',
                                               'DEFAULTED', 'REPLACED', 'WITHDRAWN')),
        found jsonb NOT NULL,
        debts jsonb NOT NULL,
        wording jsonb,
        appeals jsonb NOT NULL,
        registered_on date NOT NULL,
        sent_on date,
        delivered_on date,
        delivery_method text CHECK (delivery_method IN ('PERSONAL_SIGNATURE', 'REGISTERED_MAIL')),
        delivery_evidence text,
        execute_by date,
        closed_on date,
        version int NOT NULL,
        CHECK ((notice_type = 'INITIAL') = (earlier_notice_id IS NULL)),
        CHECK ((status = 'DRAFT') = (sent_on IS NULL)),
        CHECK (status = 'DRAFT' OR wording IS NOT NULL),
        CHECK ((delivered_on IS NULL) = (delivery_evidence IS NULL)),
        CHECK (delivered_on IS NULL OR delivered_on >= sent_on),
        CHECK (status NOT IN ('DELIVERED', 'SUSPENDED', 'DEFAULTED', 'PAID_PART', 'EXECUTED') OR delivered_on IS NOT NULL)
      )`);
    await runner.query(`CREATE INDEX debt_notices_of_payer ON debt_notices (payer, id)`);
    await runner.query(`CREATE INDEX debt_notices_of_body ON debt_notices (customs_body, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE debt_notices`);
    await runner.query(`DROP TABLE debt_notice_numbers`);
  }
}
