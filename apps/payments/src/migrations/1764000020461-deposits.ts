import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money guarantees on the account of temporary allocation (art. 145, 156). */
export class CreateDeposits1764000020461 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deposits (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('MONEY_GUARANTEE', 'PROVISIONAL_TRADE_REMEDY_DUTY')),
        payer text NOT NULL CHECK (payer ~ '^[0-9]{12}$'),
        held_by text NOT NULL,
        secured_obligation text NOT NULL UNIQUE,
        status text NOT NULL CHECK (status IN ('HELD', 'RETURNING', 'RETURNED', 'APPLIED', 'CALLED', 'TO_BUDGET')),
        received numeric(17, 2) NOT NULL CHECK (received > 0),
        amount numeric(17, 2) NOT NULL CHECK (amount >= 0 AND amount <= received),
        registered_on date NOT NULL,
        fulfilled_on date,
        apply_by date,
        return_requested_on date,
        pay_by date,
        paid_on date,
        split jsonb,
        uses_asked jsonb,
        version int NOT NULL,
        CHECK ((fulfilled_on IS NULL) = (apply_by IS NULL)),
        CHECK ((return_requested_on IS NULL) = (pay_by IS NULL)),
        CHECK ((status = 'RETURNED') = (paid_on IS NOT NULL)),
        CHECK ((status IN ('HELD', 'RETURNING')) = (amount > 0))
      )`);
    await runner.query(`CREATE INDEX deposits_of_payer ON deposits (payer, id)`);
    await runner.query(`CREATE INDEX deposits_of_body ON deposits (held_by, id)`);
    await runner.query(`
      CREATE TABLE released_reservations (
        reservation_id uuid PRIMARY KEY,
        security_number text NOT NULL,
        released_on date NOT NULL
      )`);
    await runner.query(`
      CREATE INDEX liabilities_secured_by ON liabilities (security_number)
        WHERE security_state IN ('ASKED', 'RESERVED')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX liabilities_secured_by`);
    await runner.query(`DROP TABLE released_reservations, deposits`);
  }
}
