import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Securities that are called in: what of a balance is called, and the demands (art. 145.3, 146.4, 147.3, 148.7, 149.4). */
export class CreateDemands1764000030400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE securities
        ADD COLUMN called bigint NOT NULL DEFAULT 0,
        DROP CONSTRAINT securities_status_check,
        DROP CONSTRAINT securities_never_over_reserved,
        DROP CONSTRAINT securities_check1,
        ADD CONSTRAINT securities_status_check CHECK (status IN ('REGISTERED', 'REFUSED', 'ACTIVE', 'CALLED', 'EXHAUSTED',
          'EXPIRED', 'EXPIRED_UNCOVERED')),
        ADD CONSTRAINT securities_never_over_reserved CHECK (reserved >= 0 AND called >= 0 AND reserved + called <= amount),
        ADD CONSTRAINT securities_reserved_in_force CHECK (status IN ('ACTIVE', 'CALLED', 'EXPIRED_UNCOVERED') OR reserved = 0)`);
    await runner.query(`
      ALTER TABLE security_ledger
        ADD COLUMN called_after bigint NOT NULL DEFAULT 0 CHECK (called_after >= 0),
        DROP CONSTRAINT security_ledger_type_check,
        ADD CONSTRAINT security_ledger_type_check CHECK (type IN ('GRANT', 'RESERVE', 'ADJUST', 'RELEASE', 'EXPIRE', 'CALL',
          'CALL_PAID', 'CALL_CANCEL', 'BUDGET_TRANSFER')),
        ADD CONSTRAINT security_ledger_never_negative CHECK (reserved_after + called_after <= granted_after)`);
    await runner.query(`
      ALTER TABLE reservations
        ADD COLUMN called bigint NOT NULL DEFAULT 0 CHECK (called >= 0),
        DROP CONSTRAINT reservations_status_check,
        ADD CONSTRAINT reservations_status_check CHECK (status IN ('RESERVED', 'REFUSED', 'RELEASED', 'DEFAULTED', 'CALLED',
          'SATISFIED', 'SHORTFALL'))`);
    await runner.query(`
      CREATE TABLE demand_serials (
        customs_body text NOT NULL,
        year int NOT NULL,
        last int NOT NULL,
        PRIMARY KEY (customs_body, year)
      )`);
    await runner.query(`
      CREATE TABLE demands (
        id uuid PRIMARY KEY,
        number text UNIQUE,
        security_id uuid NOT NULL REFERENCES securities (id),
        security_number text NOT NULL,
        reservation_id text NOT NULL UNIQUE REFERENCES reservations (id),
        case_id uuid NOT NULL,
        collection_id text NOT NULL,
        declaration_id text NOT NULL,
        declaration_number text NOT NULL,
        customs_body text NOT NULL,
        principal text NOT NULL,
        addressee text NOT NULL,
        path text NOT NULL CHECK (path IN ('BUDGET_TRANSFER_CASH', 'DEMAND_BANK', 'DEMAND_SURETY', 'PLEDGE_ENFORCEMENT',
          'DEMAND_INSURER')),
        state text NOT NULL CHECK (state IN ('DUE', 'SENT', 'DELIVERED', 'OVERDUE', 'PAID', 'SHORT', 'CANCELLED')),
        sums jsonb NOT NULL,
        accrued_to date NOT NULL,
        due_on date NOT NULL,
        identified_on date NOT NULL,
        act_by date,
        demanded bigint NOT NULL CHECK (demanded >= 0),
        sent_on date,
        late_reason text,
        delivered_on date,
        proof_of_delivery text,
        pay_by date,
        paid bigint NOT NULL CHECK (paid >= 0),
        paid_on date,
        payment_document text,
        overdue_measures jsonb NOT NULL,
        cancelled_because text,
        version int NOT NULL,
        CHECK (identified_on > due_on),
        CHECK (act_by IS NOT NULL OR path = 'PLEDGE_ENFORCEMENT'),
        CHECK (state NOT IN ('SENT', 'DELIVERED', 'OVERDUE', 'PAID', 'SHORT') OR number IS NOT NULL),
        CHECK ((delivered_on IS NULL) = (pay_by IS NULL)),
        CHECK (state NOT IN ('DELIVERED', 'OVERDUE') OR pay_by IS NOT NULL),
        CHECK ((state IN ('PAID', 'SHORT')) = (paid_on IS NOT NULL)),
        CHECK ((state = 'CANCELLED') = (cancelled_because IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX demands_of_security ON demands (security_id, id)`);
    await runner.query(
      `CREATE INDEX demands_sent_late ON demands (customs_body, sent_on) WHERE late_reason IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX demands_of_declaration ON demands (declaration_id) WHERE state <> 'CANCELLED'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE demands`);
    await runner.query(`DROP TABLE demand_serials`);
    await runner.query(`
      ALTER TABLE reservations
        DROP COLUMN called,
        DROP CONSTRAINT reservations_status_check,
        ADD CONSTRAINT reservations_status_check CHECK (status IN ('RESERVED', 'REFUSED', 'RELEASED'))`);
    await runner.query(`
      ALTER TABLE security_ledger
        DROP CONSTRAINT security_ledger_never_negative,
        DROP COLUMN called_after,
        DROP CONSTRAINT security_ledger_type_check,
        ADD CONSTRAINT security_ledger_type_check CHECK (type IN ('GRANT', 'RESERVE', 'RELEASE', 'EXPIRE'))`);
    await runner.query(`
      ALTER TABLE securities
        DROP CONSTRAINT securities_status_check,
        DROP CONSTRAINT securities_never_over_reserved,
        DROP CONSTRAINT securities_reserved_in_force,
        DROP COLUMN called,
        ADD CONSTRAINT securities_status_check CHECK (status IN ('REGISTERED', 'REFUSED', 'ACTIVE', 'EXPIRED',
          'EXPIRED_UNCOVERED')),
        ADD CONSTRAINT securities_never_over_reserved CHECK (reserved >= 0 AND reserved <= amount),
        ADD CONSTRAINT securities_check1 CHECK (status IN ('ACTIVE', 'EXPIRED_UNCOVERED') OR reserved = 0)`);
  }
}
