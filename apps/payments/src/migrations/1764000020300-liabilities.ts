import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is payable for each declaration and what covers it (art. 129, 131.3). */
export class CreateLiabilities1764000020300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE liabilities (
        declaration_id uuid PRIMARY KEY,
        declaration_number text NOT NULL UNIQUE,
        case_id uuid NOT NULL,
        payer text NOT NULL,
        representative text NOT NULL,
        customs_body text NOT NULL,
        registered_on date NOT NULL,
        status text NOT NULL CHECK (status IN ('NOT_ASSESSED', 'ASSESSED', 'SHORT', 'COVERED', 'ENDED')),
        lines jsonb NOT NULL,
        kinds jsonb NOT NULL,
        total bigint NOT NULL CHECK (total >= 0),
        small_remainder_limit numeric NOT NULL,
        security_number text,
        security_state text NOT NULL CHECK (security_state IN ('NONE', 'OFFERED', 'ASKED', 'RESERVED', 'REFUSED', 'RETURNED')),
        reservation_id uuid,
        to_reserve jsonb NOT NULL,
        reasons jsonb NOT NULL,
        released boolean NOT NULL DEFAULT false,
        end_reason text,
        assessed_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        CHECK ((status = 'ENDED') = (end_reason IS NOT NULL)),
        CHECK (security_state = 'NONE' OR security_number IS NOT NULL)
      )`);
    await runner.query(`
      CREATE INDEX liabilities_short ON liabilities (payer, customs_body, assessed_at, declaration_id)
       WHERE status = 'SHORT'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE liabilities`);
  }
}
