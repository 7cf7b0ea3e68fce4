import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Appeals against notices of repayment of debt (art. 173 to 182). */
export class CreateAppeals1764000020500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE appeals (
        id uuid PRIMARY KEY,
        notice_id uuid NOT NULL,
        notice_number text NOT NULL,
        case_id uuid NOT NULL,
        payer text NOT NULL CHECK (payer ~ '^[0-9]{12}$'),
        customs_body text NOT NULL,
        hearing_body text NOT NULL,
        addressed_to text NOT NULL CHECK (addressed_to IN ('ISSUING_BODY', 'HIGHER_BODY')),
        appellant text NOT NULL,
        represents text,
        capacity text NOT NULL CHECK (capacity IN ('FOREIGN_TRADE_PARTICIPANT', 'CUSTOMS_ACTIVITY', 'OTHER')),
        channel text NOT NULL CHECK (channel IN ('ELECTRONIC', 'COUNTER', 'POST')),
        content jsonb NOT NULL,
        copy_to_issuer boolean NOT NULL,
        status text NOT NULL CHECK (status IN ('REGISTERED', 'NOT_CONSIDERED', 'IN_REVIEW', 'CLOCK_STOPPED', 'UPHELD',
                                               'CANCELLED', 'PART_CANCELLED')),
        disputed numeric(18, 2) NOT NULL CHECK (disputed >= 0),
        marks jsonb NOT NULL,
        stops jsonb NOT NULL,
        submitted_on date NOT NULL,
        registered_on date NOT NULL CHECK (registered_on >= submitted_on),
        suspends_from date,
        file_by date NOT NULL,
        tell_refusal_by date NOT NULL,
        decide_by date,
        ended_on date CHECK (ended_on >= registered_on),
        decision jsonb,
        court_claim text,
        court_claimed_on date,
        court_outcome text,
        court_in_force_on date CHECK (court_in_force_on >= court_claimed_on),
        holds_notice boolean NOT NULL,
        version int NOT NULL,
        CHECK ((addressed_to = 'ISSUING_BODY') = (hearing_body = customs_body)),
        CHECK ((ended_on IS NULL) = (status IN ('REGISTERED', 'IN_REVIEW', 'CLOCK_STOPPED'))),
        CHECK ((decision IS NOT NULL) = (status IN ('UPHELD', 'CANCELLED', 'PART_CANCELLED'))),
        CHECK ((status = 'CLOCK_STOPPED') = (decide_by IS NULL)),
        CHECK ((court_claim IS NULL) = (court_claimed_on IS NULL)),
        CHECK ((court_outcome IS NULL) = (court_in_force_on IS NULL)),
        CHECK (court_in_force_on IS NULL OR court_claimed_on IS NOT NULL)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX appeals_one_pending ON appeals (notice_id)
       WHERE status IN ('REGISTERED', 'IN_REVIEW', 'CLOCK_STOPPED')`);
    await runner.query(`CREATE INDEX appeals_of_payer ON appeals (payer, id)`);
    await runner.query(`CREATE INDEX appeals_of_issuer ON appeals (customs_body, id)`);
    await runner.query(`CREATE INDEX appeals_of_hearing_body ON appeals (hearing_body, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE appeals`);
  }
}
