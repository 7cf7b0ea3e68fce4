import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sums that conditional release leaves unpaid while the limits of use hold (art. 301, 315.2, 315.3). */
export class CreateContingentLiabilities1764000020740 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contingent_liabilities (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        declaration_id uuid NOT NULL,
        declaration_number text NOT NULL,
        payer text NOT NULL CHECK (payer ~ '^[0-9]{12}$'),
        representative text NOT NULL,
        customs_body text NOT NULL,
        reason text NOT NULL CHECK (reason IN ('RELIEF', 'RATE_BELOW_COMMON_TARIFF')),
        relief text NOT NULL,
        article text NOT NULL,
        amount numeric(18, 2) NOT NULL CHECK (amount > 0),
        "left" numeric(18, 2) NOT NULL CHECK ("left" BETWEEN 0 AND amount),
        sums jsonb NOT NULL,
        registered_on date NOT NULL,
        released_on date NOT NULL CHECK (released_on >= registered_on),
        ends_on date CHECK (ends_on > released_on),
        status text NOT NULL CHECK (status IN ('OPEN', 'CLOSED')),
        version int NOT NULL,
        UNIQUE (declaration_id, relief),
        CHECK ((status = 'OPEN') = ("left" > 0)),
        CHECK ((reason = 'RELIEF') = (ends_on IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX contingent_liabilities_of_payer ON contingent_liabilities (payer, id)`);
    await runner.query(
      `CREATE INDEX contingent_liabilities_of_body ON contingent_liabilities (customs_body, id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE contingent_liabilities`);
  }
}
