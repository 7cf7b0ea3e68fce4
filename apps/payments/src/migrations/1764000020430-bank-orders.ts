import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders of customs to banks (art. 162, 165, 166), and the organisation behind each bank. */
export class CreateBankOrders1764000020430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE licensed_banks ADD COLUMN organisation text CHECK (organisation ~ '^[0-9]{12}$')`);
    await runner.query(`
      UPDATE licensed_banks SET organisation = '981140004556' WHERE bank_id IN ('HALYKKZ', 'HSBKKZKX')`);
    await runner.query(`CREATE INDEX licensed_banks_of_organisation ON licensed_banks (organisation)`);
    await runner.query(`
      CREATE TABLE bank_orders (
        id uuid PRIMARY KEY,
        document_id text NOT NULL,
        number text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('SUSPEND_ACCOUNTS', 'LIFT_SUSPENSION', 'COLLECT', 'RECALL_COLLECTION')),
        earlier_order_id uuid UNIQUE,
        bank_id text NOT NULL,
        case_id uuid NOT NULL,
        customs_body text NOT NULL CHECK (customs_body ~ '^[0-9]{5}$'),
        holder text NOT NULL CHECK (holder ~ '^[0-9]{12}$'),
        holder_name text NOT NULL,
        accounts jsonb NOT NULL,
        amount numeric(20, 2) CHECK (amount > 0),
        currency text CHECK (currency ~ '^[A-Z]{3}$'),
        payment_kind text,
        budget_code text,
        article text NOT NULL,
        status text NOT NULL CHECK (status IN ('ISSUED', 'ACKNOWLEDGED', 'EXECUTED', 'PARTIAL', 'UNFILLED', 'RETURNED',
                                               'REFUSED', 'RECALLED')),
        issued_at timestamptz NOT NULL,
        acknowledge_by date NOT NULL,
        acknowledged_at timestamptz CHECK (acknowledged_at >= issued_at),
        execute_by date,
        answer jsonb,
        refusal jsonb,
        version int NOT NULL,
        CHECK ((kind IN ('LIFT_SUSPENSION', 'RECALL_COLLECTION')) = (earlier_order_id IS NOT NULL)),
        CHECK ((kind IN ('COLLECT', 'RECALL_COLLECTION')) = (amount IS NOT NULL)),
        CHECK ((amount IS NULL) = (currency IS NULL)),
        CHECK (status NOT IN ('ACKNOWLEDGED', 'EXECUTED', 'PARTIAL', 'UNFILLED', 'RETURNED') OR acknowledged_at IS NOT NULL),
        CHECK (kind = 'COLLECT' OR status NOT IN ('ACKNOWLEDGED', 'PARTIAL', 'UNFILLED', 'RETURNED')),
        CHECK ((status = 'REFUSED') = (refusal IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX bank_orders_of_bank ON bank_orders (bank_id, id)`);
    await runner.query(`CREATE INDEX bank_orders_of_body ON bank_orders (customs_body, id)`);
    await runner.query(`CREATE INDEX bank_orders_of_document ON bank_orders (document_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE bank_orders`);
    await runner.query(`ALTER TABLE licensed_banks DROP COLUMN organisation`);
  }
}
