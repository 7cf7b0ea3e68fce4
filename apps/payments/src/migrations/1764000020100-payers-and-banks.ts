import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Known payers, and what is known of banks: licences, on-site contracts (art. 138.5, 138.9) and budget codes (art. 138.4). */
export class CreatePayersAndBanks1764000020100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE payer_accounts (
        payer text NOT NULL CHECK (payer ~ '^[0-9]{12}$'),
        customs_body text NOT NULL CHECK (customs_body ~ '^[0-9]{5}$'),
        name text NOT NULL,
        opened_at timestamptz NOT NULL,
        opened_by text NOT NULL,
        movements bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (payer, customs_body)
      )`);
    await runner.query(`
      CREATE TABLE licensed_banks (
        bank_id text NOT NULL,
        name text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        source text NOT NULL,
        PRIMARY KEY (bank_id, valid_from)
      )`);
    await runner.query(`
      INSERT INTO licensed_banks (bank_id, name, valid_from, source) VALUES
        ('HALYKKZ', 'Halyk Bank', '2018-01-01', 'example'),
        ('HSBKKZKX', 'Halyk Bank (BIC)', '2018-01-01', 'example'),
        ('CASPKZKA', 'Kaspi Bank (BIC)', '2018-01-01', 'example')`);
    await runner.query(`
      CREATE TABLE on_site_contracts (
        number text PRIMARY KEY,
        bank_id text NOT NULL,
        customs_body text NOT NULL,
        channel text NOT NULL CHECK (channel IN ('ONSITE_TERMINAL', 'ONSITE_CASH_DESK')),
        valid_from date NOT NULL,
        valid_to date,
        source text NOT NULL
      )`);
    await runner.query(`
      CREATE INDEX on_site_contracts_of_bank ON on_site_contracts (bank_id, customs_body, channel)`);
    await runner.query(`
      INSERT INTO on_site_contracts (number, bank_id, customs_body, channel, valid_from, source) VALUES
        ('TERMINAL-55302-1', 'HALYKKZ', '55302', 'ONSITE_TERMINAL', '2018-01-01', 'example'),
        ('TERMINAL-55311-1', 'HALYKKZ', '55311', 'ONSITE_TERMINAL', '2018-01-01', 'example')`);
    await runner.query(`
      CREATE TABLE budget_codes (
        purpose text NOT NULL,
        budget_code text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        source text NOT NULL,
        PRIMARY KEY (purpose, valid_from)
      )`);
    await runner.query(`
      INSERT INTO budget_codes (purpose, budget_code, valid_from, source)
      SELECT purpose, budget_code, '2018-01-01', 'example'
        FROM (VALUES
          ('ADVANCE', '106105'),
          ('IMPORT_DUTY', '106101'),
          ('EXPORT_DUTY', '106102'),
          ('SPECIAL_DUTY', '106203'),
          ('ANTI_DUMPING_DUTY', '106204'),
          ('COUNTERVAILING_DUTY', '106205'),
          ('IMPORT_EXCISE', '105250'),
          ('IMPORT_VAT', '105102'),
          ('CHARGE_DECLARATION', '106201'),
          ('CHARGE_ESCORT', '106206'),
          ('CHARGE_PRELIMINARY_DECISION', '106207')) AS code(purpose, budget_code)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE budget_codes, on_site_contracts, licensed_banks, payer_accounts`);
  }
}
