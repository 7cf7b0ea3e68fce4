import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Charges of escorts and of preliminary decisions (art. 116, 118, 120.3, 120.4). */
export class CreateCustomsCharges1764000020832 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE customs_charges (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        customs_body text NOT NULL CHECK (customs_body ~ '^[0-9]{5}$'),
        kind text NOT NULL CHECK (kind IN ('ESCORT', 'PRELIMINARY_DECISION')),
        decision text NOT NULL,
        decided_on date NOT NULL,
        first_escort_day date,
        amount numeric(17, 2) NOT NULL CHECK (amount > 0),
        parts jsonb NOT NULL CHECK (jsonb_array_length(parts) > 0),
        payers text[] NOT NULL CHECK (cardinality(payers) = jsonb_array_length(parts)),
        status text NOT NULL CHECK (status IN ('SET', 'PAID', 'OVERDUE', 'HANDED_OVER')),
        handed_over_on date,
        set_at timestamptz NOT NULL,
        version int NOT NULL,
        UNIQUE (customs_body, kind, decision),
        CHECK ((kind = 'ESCORT') = (first_escort_day IS NOT NULL)),
        CHECK (first_escort_day >= decided_on),
        CHECK (kind = 'ESCORT' OR (status <> 'OVERDUE' AND cardinality(payers) = 1)),
        CHECK ((status = 'HANDED_OVER') = (handed_over_on IS NOT NULL)),
        CHECK (status <> 'HANDED_OVER' OR kind = 'PRELIMINARY_DECISION')
      )`);
    await runner.query(`CREATE INDEX customs_charges_of_body ON customs_charges (customs_body, id)`);
    await runner.query(`CREATE INDEX customs_charges_of_payers ON customs_charges USING gin (payers)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE customs_charges`);
  }
}
