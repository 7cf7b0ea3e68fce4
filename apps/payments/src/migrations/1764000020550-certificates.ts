import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates of debt and reconciliation acts, with their numbers (art. 141.8, 142). */
export class CreateCertificates1764000020550 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE certificate_numbers (
        customs_body text NOT NULL,
        day date NOT NULL,
        series text NOT NULL CHECK (series IN ('C', 'R')),
        last int NOT NULL CHECK (last > 0),
        PRIMARY KEY (customs_body, day, series)
      )`);
    await runner.query(`
      CREATE TABLE certificates (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        case_id uuid NOT NULL,
        customs_body text NOT NULL CHECK (customs_body ~ '^[0-9]{5}$'),
        payer text NOT NULL CHECK (payer ~ '^[0-9]{12}$'),
        payer_name text NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('CLOSING_OF_ENTREPRENEUR', 'LIQUIDATION', 'REORGANIZATION', 'OTHER')),
        kind text NOT NULL CHECK (kind IN ('NO_DEBT', 'DEBT_STATUS')),
        status text NOT NULL CHECK (status IN ('REQUESTED', 'ISSUED', 'REFUSED')),
        registered_on date NOT NULL,
        issue_by date NOT NULL,
        reconciliation_act text,
        grounds jsonb NOT NULL,
        checked_on date NOT NULL,
        debts jsonb NOT NULL,
        signed jsonb,
        closed_on date,
        version int NOT NULL,
        CHECK ((status = 'REQUESTED') = (closed_on IS NULL)),
        CHECK ((status = 'ISSUED') = (signed IS NOT NULL)),
        CHECK ((kind = 'DEBT_STATUS') = (purpose = 'OTHER')),
        CHECK (status <> 'ISSUED' OR kind = 'DEBT_STATUS' OR (reconciliation_act IS NOT NULL AND debts = '[]')),
        CHECK (status <> 'REFUSED' OR grounds <> '[]')
      )`);
    await runner.query(`CREATE INDEX certificates_of_payer ON certificates (payer, id)`);
    await runner.query(`CREATE INDEX certificates_of_body ON certificates (customs_body, id)`);
    await runner.query(`
      CREATE TABLE reconciliation_acts (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        case_id uuid NOT NULL,
        customs_body text NOT NULL CHECK (customs_body ~ '^[0-9]{5}$'),
        payer text NOT NULL CHECK (payer ~ '^[0-9]{12}$'),
        payer_name text NOT NULL,
        status text NOT NULL CHECK (status IN ('REQUESTED', 'PREPARED', 'SIGNED_BY_PAYER', 'ACT_ISSUED')),
        registered_on date NOT NULL,
        issue_by date NOT NULL,
        figures jsonb NOT NULL,
        as_on date,
        accounts jsonb NOT NULL,
        advances jsonb NOT NULL,
        payer_signature text NOT NULL,
        objections jsonb NOT NULL,
        customs_signature text NOT NULL,
        issued_on date,
        version int NOT NULL,
        CHECK ((status = 'REQUESTED') = (as_on IS NULL)),
        CHECK ((status IN ('SIGNED_BY_PAYER', 'ACT_ISSUED')) = (payer_signature <> '')),
        CHECK ((status = 'ACT_ISSUED') = (customs_signature <> '' AND issued_on IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX reconciliation_acts_of_payer ON reconciliation_acts (payer, id)`);
    await runner.query(`CREATE INDEX reconciliation_acts_of_body ON reconciliation_acts (customs_body, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE reconciliation_acts, certificates, certificate_numbers`);
  }
}
