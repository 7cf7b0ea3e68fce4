import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Controls with their acts, and the serials of acts by customs body and year. */
export class CreateControls1764000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE controls (
        id uuid PRIMARY KEY,
        instruction_id uuid NOT NULL UNIQUE,
        stage text NOT NULL,
        subject_id uuid NOT NULL,
        case_id uuid NOT NULL,
        document_number text NOT NULL,
        customs_body text NOT NULL,
        form text NOT NULL CHECK (form IN ('DOCUMENT_CHECK', 'EXAMINATION')),
        item_numbers jsonb NOT NULL,
        task text NOT NULL,
        status text NOT NULL CHECK (status IN ('OPEN', 'COMPLETED', 'CANCELLED')),
        opened_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        overdue boolean NOT NULL DEFAULT false,
        continues_after_release boolean NOT NULL,
        notice jsonb,
        person_informed_at timestamptz,
        await_person_until timestamptz,
        act_number text UNIQUE,
        outcome text CHECK (outcome IN ('CONFORMS', 'DISCREPANCY')),
        result jsonb,
        officer text,
        completed_at timestamptz,
        cancelled_because text,
        version int NOT NULL,
        CHECK ((status = 'COMPLETED') = (act_number IS NOT NULL AND outcome IS NOT NULL AND result IS NOT NULL
                                         AND officer IS NOT NULL AND completed_at IS NOT NULL)),
        CHECK ((status = 'CANCELLED') = (cancelled_because IS NOT NULL)),
        CHECK ((person_informed_at IS NULL) = (notice IS NULL))
      )`);
    await runner.query(
      `CREATE INDEX controls_open_by_subject ON controls (subject_id) WHERE status = 'OPEN'`,
    );
    await runner.query(`CREATE INDEX controls_by_post ON controls (customs_body, status, due_at, id)`);
    await runner.query(`
      CREATE TABLE control_act_serials (
        customs_body text NOT NULL,
        year int NOT NULL,
        last int NOT NULL,
        PRIMARY KEY (customs_body, year)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE control_act_serials, controls`);
  }
}
