import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deferral and instalments of import duty, what stands behind them, and the treaty list (art. 133 to 137). */
export class CreateDeferrals1764000020490 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deferral_treaty_list (
        list text NOT NULL CHECK (list IN ('GROUND', 'PAPER')),
        code text NOT NULL,
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to >= valid_from),
        source text NOT NULL,
        PRIMARY KEY (list, code, valid_from)
      )`);
    await runner.query(`
      INSERT INTO deferral_treaty_list (list, code, valid_from, source) VALUES
        ('GROUND', 'INDUSTRIAL_PROCESSING', '2010-07-01', 'art. 136.2'),
        ('GROUND', 'NATURAL_DISASTER', '2010-07-01', 'example; the list is of the treaty (art. 134.4)'),
        ('GROUND', 'BUDGET_FUNDING_DELAYED', '2010-07-01', 'example; the list is of the treaty (art. 134.4)'),
        ('PAPER', 'CONTRACT', '2010-07-01', 'example; the papers are of the treaty (art. 135.1)')`);
    await runner.query(`
      CREATE TABLE accepted_securities (
        number text PRIMARY KEY,
        principal text NOT NULL,
        amount numeric(18, 2) NOT NULL,
        valid_until date,
        registered_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE deferrals (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        customs_body text NOT NULL,
        payer text NOT NULL CHECK (payer ~ '^[0-9]{12}$'),
        payer_name text NOT NULL,
        payer_address text NOT NULL,
        declaration_number text NOT NULL,
        procedure text NOT NULL,
        mode text NOT NULL CHECK (mode IN ('DEFERRAL', 'INSTALMENTS')),
        sums jsonb NOT NULL,
        grounds jsonb NOT NULL,
        papers jsonb NOT NULL,
        security_number text NOT NULL,
        duty numeric(18, 2) NOT NULL CHECK (duty > 0),
        rate_date date NOT NULL,
        term_change_interest numeric(18, 2) NOT NULL CHECK (term_change_interest >= 0),
        status text NOT NULL CHECK (status IN ('REGISTERED', 'GRANTED', 'REFUSED', 'CANCELLED', 'ENDED', 'BROKEN')),
        decision jsonb,
        registered_on date NOT NULL,
        decide_by date NOT NULL CHECK (decide_by > registered_on),
        decided_on date CHECK (decided_on >= registered_on),
        send_by date CHECK (send_by > decided_on),
        sent_on date CHECK (sent_on >= decided_on),
        breach_cause text CHECK (breach_cause IN ('PART_LATE', 'PROCESSING_CONDITION')),
        breach_due_on date,
        not_overdue_until date,
        version int NOT NULL,
        CHECK ((status = 'REGISTERED') = (decided_on IS NULL)),
        CHECK ((decided_on IS NULL) = (decision IS NULL)),
        CHECK ((decided_on IS NULL) = (send_by IS NULL)),
        CHECK ((status = 'BROKEN') = (breach_cause IS NOT NULL)),
        CHECK ((breach_cause IS NULL) = (breach_due_on IS NULL)),
        CHECK ((status IN ('GRANTED', 'ENDED', 'BROKEN')) = (not_overdue_until IS NOT NULL))
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX deferrals_one_of_declaration ON deferrals (declaration_number)
       WHERE status IN ('REGISTERED', 'GRANTED', 'ENDED', 'BROKEN')`);
    await runner.query(`CREATE INDEX deferrals_of_payer ON deferrals (payer, id)`);
    await runner.query(`CREATE INDEX deferrals_of_body ON deferrals (customs_body, id)`);
    await runner.query(`
      CREATE TABLE deferral_parts (
        deferral_id uuid NOT NULL,
        part int NOT NULL CHECK (part > 0),
        due_on date NOT NULL,
        amount numeric(18, 2) NOT NULL CHECK (amount > 0),
        PRIMARY KEY (deferral_id, part)
      )`);
    await runner.query(`
      CREATE TABLE deferral_payments (
        deferral_id uuid NOT NULL,
        payment int NOT NULL CHECK (payment > 0),
        paid_on date NOT NULL,
        amount numeric(18, 2) NOT NULL CHECK (amount > 0),
        PRIMARY KEY (deferral_id, payment)
      )`);
    await runner.query(`
      CREATE TABLE deferral_debts (
        debt_id uuid NOT NULL,
        deferral_id uuid NOT NULL,
        PRIMARY KEY (debt_id, deferral_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['debts', 'payments', 'parts']) await runner.query(`DROP TABLE deferral_${table}`);
    await runner.query(`DROP TABLE deferrals`);
    await runner.query(`DROP TABLE accepted_securities`);
    await runner.query(`DROP TABLE deferral_treaty_list`);
  }
}
