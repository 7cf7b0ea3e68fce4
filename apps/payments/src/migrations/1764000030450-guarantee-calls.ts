import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What guarantees reports of securities of a debt in collection (GuaranteeCallRecord; art. 145.3, 146.4, 147.3, 149.4). */
export class CreateGuaranteeCalls1764000030450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE guarantee_calls (
        cover_id text PRIMARY KEY,
        security_number text NOT NULL,
        case_id uuid NOT NULL,
        demand_number text,
        demanded numeric(20, 2) CHECK (demanded > 0),
        demanded_on date,
        pay_by date,
        result text CHECK (result IN ('RECOVERED', 'SHORT', 'NONE')),
        recovered numeric(20, 2) CHECK (recovered >= 0),
        result_on date,
        document text,
        version int NOT NULL,
        CHECK ((demanded IS NULL) = (demanded_on IS NULL)),
        CHECK ((result IS NULL) = (recovered IS NULL)),
        CHECK ((result IS NULL) = (result_on IS NULL)),
        CHECK (result IS DISTINCT FROM 'NONE' OR recovered = 0)
      )`);
    await runner.query(`CREATE INDEX collection_cases_of_case ON collection_cases (case_id, id)`);
    await runner.query(
      `CREATE INDEX liabilities_secured ON liabilities (case_id) WHERE security_state = 'RESERVED'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX liabilities_secured`);
    await runner.query(`DROP INDEX collection_cases_of_case`);
    await runner.query(`DROP TABLE guarantee_calls`);
  }
}
