import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications for confirmation of an overpayment and the orders to the Treasury that follow (art. 153, 154). */
export class CreateOverpayments1764000020460 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE refund_numbers (
        customs_body text NOT NULL,
        series text NOT NULL CHECK (series IN ('V', 'Z')),
        day date NOT NULL,
        last int NOT NULL CHECK (last > 0),
        PRIMARY KEY (customs_body, series, day)
      )`);
    await this.createApplications(runner);
    await this.createOrders(runner);
    await runner.query(`
      CREATE INDEX liabilities_open_of_payer ON liabilities (payer) WHERE status IN ('ASSESSED', 'SHORT')`);
  }

  private async createApplications(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE overpayment_applications (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        case_id uuid NOT NULL,
        customs_body text NOT NULL,
        payer text NOT NULL CHECK (payer ~ '^[0-9]{12}$'),
        applied_by text NOT NULL,
        paid_as text NOT NULL CHECK (paid_as IN ('OVERPAID', 'OVER_COLLECTED', 'MISTAKEN', 'ADVANCE')),
        purpose text NOT NULL,
        claimed numeric(17, 2) NOT NULL CHECK (claimed > 0),
        ground jsonb,
        stays_payable numeric(17, 2) CHECK (stays_payable >= 0),
        overpaid_on date NOT NULL,
        paid_for text NOT NULL CHECK (paid_for IN ('DECLARATION', 'OTHER_CLEARANCE', 'NOTHING_YET')),
        declaration_number text,
        copies jsonb NOT NULL,
        status text NOT NULL CHECK (status IN ('REGISTERED', 'CONFIRMED', 'REFUSED', 'DELIVERED', 'LAPSED', 'AT_TAX',
                                               'AT_TREASURY', 'OFFSET', 'REFUNDED', 'RETURNED')),
        submitted_on date NOT NULL,
        decide_by date NOT NULL,
        decided_on date,
        act text,
        money_place text CHECK (money_place IN ('ON_ACCOUNT', 'IN_BUDGET')),
        confirmed numeric(17, 2) NOT NULL CHECK (confirmed >= 0 AND confirmed <= claimed),
        reserved numeric(17, 2) NOT NULL CHECK (reserved >= 0 AND reserved <= confirmed),
        reasons jsonb NOT NULL,
        delivered_on date,
        apply_to_tax_by date,
        tax_filed_on date,
        conclusion jsonb,
        held jsonb NOT NULL,
        closed_on date,
        version int NOT NULL,
        CHECK ((paid_for = 'DECLARATION') = (declaration_number IS NOT NULL)),
        CHECK ((paid_as = 'ADVANCE') = (ground IS NULL)),
        CHECK ((status = 'REGISTERED') = (decided_on IS NULL)),
        CHECK ((confirmed > 0) = (money_place IS NOT NULL)),
        CHECK ((status IN ('REGISTERED', 'REFUSED')) = (confirmed = 0)),
        CHECK ((delivered_on IS NULL) = (apply_to_tax_by IS NULL)),
        CHECK (tax_filed_on IS NULL OR delivered_on IS NOT NULL),
        CHECK (conclusion IS NULL OR tax_filed_on IS NOT NULL),
        CHECK (status NOT IN ('AT_TREASURY', 'OFFSET', 'REFUNDED', 'RETURNED') OR conclusion IS NOT NULL)
      )`);
    await runner.query(`
      CREATE INDEX overpayment_applications_of_payer ON overpayment_applications (payer, id)`);
    await runner.query(`
      CREATE INDEX overpayment_applications_of_body ON overpayment_applications (customs_body, id)`);
    await runner.query(`
      CREATE INDEX overpayment_applications_reserved ON overpayment_applications (payer, customs_body, purpose)
        WHERE reserved > 0`);
    await runner.query(`
      CREATE INDEX overpayment_applications_of_declaration
        ON overpayment_applications (declaration_number, purpose) WHERE money_place = 'IN_BUDGET'`);
  }

  private async createOrders(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE treasury_orders (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        application_id uuid NOT NULL REFERENCES overpayment_applications,
        case_id uuid NOT NULL,
        customs_body text NOT NULL,
        payer text NOT NULL CHECK (payer ~ '^[0-9]{12}$'),
        type text NOT NULL CHECK (type IN ('OFFSET', 'REFUND')),
        purpose text NOT NULL,
        amount numeric(17, 2) NOT NULL CHECK (amount > 0),
        debt jsonb,
        treaty_rule text,
        status text NOT NULL CHECK (status IN ('ORDERED', 'EXECUTED', 'RETURNED')),
        ordered_on date NOT NULL,
        executed_on date,
        returned_on date,
        not_used numeric(17, 2) NOT NULL CHECK (not_used >= 0 AND not_used <= amount),
        copy text,
        cause text,
        version int NOT NULL,
        CHECK ((type = 'OFFSET') = (debt IS NOT NULL)),
        CHECK (status <> 'EXECUTED' OR executed_on IS NOT NULL),
        CHECK ((status = 'RETURNED') = (returned_on IS NOT NULL)),
        CHECK (status <> 'RETURNED' OR type = 'REFUND'),
        CHECK ((status = 'ORDERED') = (copy IS NULL))
      )`);
    await runner.query(
      `CREATE INDEX treasury_orders_open ON treasury_orders (payer) WHERE status = 'ORDERED'`,
    );
    await runner.query(
      `CREATE INDEX treasury_orders_of_application ON treasury_orders (application_id, number)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX liabilities_open_of_payer`);
    await runner.query(`DROP TABLE treasury_orders, overpayment_applications, refund_numbers`);
  }
}
