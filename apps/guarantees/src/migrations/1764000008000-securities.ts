import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSecurities1764000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE security_serials (
        customs_body text NOT NULL,
        year int NOT NULL,
        last int NOT NULL,
        PRIMARY KEY (customs_body, year)
      )`);
    await runner.query(`
      CREATE TABLE securities (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        method text NOT NULL CHECK (method IN ('CASH', 'BANK_GUARANTEE', 'SURETYSHIP', 'PLEDGE', 'INSURANCE')),
        kind text NOT NULL CHECK (kind IN ('SINGLE', 'GENERAL')),
        status text NOT NULL CHECK (status IN ('REGISTERED', 'REFUSED', 'ACTIVE', 'EXPIRED', 'EXPIRED_UNCOVERED')),
        principal text NOT NULL CHECK (principal ~ '^[0-9]{12}$'),
        guarantor text NOT NULL,
        accepting_body text NOT NULL,
        body_scope text NOT NULL CHECK (body_scope IN ('SINGLE_BODY', 'ANY_BODY')),
        amount bigint NOT NULL CHECK (amount > 0),
        reserved bigint NOT NULL DEFAULT 0,
        ledger_lines int NOT NULL DEFAULT 0,
        valid_from date NOT NULL,
        valid_to date,
        document_number text NOT NULL,
        application jsonb NOT NULL,
        registered_at timestamptz NOT NULL,
        version int NOT NULL,
        CONSTRAINT securities_never_over_reserved CHECK (reserved >= 0 AND reserved <= amount),
        CHECK (valid_to IS NOT NULL OR method = 'CASH'),
        CHECK (status IN ('ACTIVE', 'EXPIRED_UNCOVERED') OR reserved = 0)
      )`);
    await runner.query(`CREATE INDEX securities_by_document ON securities (guarantor, document_number)`);
    await runner.query(`
      CREATE TABLE security_ledger (
        security_id uuid NOT NULL REFERENCES securities (id),
        line int NOT NULL,
        type text NOT NULL CHECK (type IN ('GRANT', 'RESERVE', 'RELEASE', 'EXPIRE')),
        amount bigint NOT NULL CHECK (amount >= 0),
        granted_after bigint NOT NULL,
        reserved_after bigint NOT NULL CHECK (reserved_after >= 0 AND reserved_after <= granted_after),
        reservation_id text NOT NULL,
        actor text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (security_id, line)
      )`);
    await runner.query(`
      CREATE FUNCTION security_ledger_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'lines of a security''s ledger are only added'; END $$`);
    await runner.query(`
      CREATE TRIGGER security_ledger_only_grows BEFORE UPDATE OR DELETE ON security_ledger
      FOR EACH ROW EXECUTE FUNCTION security_ledger_only_grows()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE security_ledger`);
    await runner.query(`DROP FUNCTION security_ledger_only_grows`);
    await runner.query(`DROP TABLE securities`);
    await runner.query(`DROP TABLE security_serials`);
  }
}
