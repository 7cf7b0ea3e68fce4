import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evaluations as they were made, the instructions that follow, what became of hits, and facts on persons. */
export class CreateRiskEvaluations1764000003100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE risk_evaluations (
        id uuid PRIMARY KEY,
        stage text NOT NULL CHECK (stage IN ('ARRIVAL', 'DECLARATION')),
        subject_id uuid NOT NULL,
        case_id uuid NOT NULL,
        document_number text NOT NULL,
        customs_body text NOT NULL,
        territorial_unit text NOT NULL,
        person text NOT NULL,
        person_facts jsonb NOT NULL,
        item_count int NOT NULL CHECK (item_count BETWEEN 1 AND 999),
        outcome text NOT NULL CHECK (outcome IN ('NO_MEASURE', 'DOCUMENT_CHECK', 'EXAMINATION')),
        verdict text NOT NULL
          CHECK (verdict IN ('NO_MEASURE', 'MEASURES_BEFORE_RELEASE', 'MEASURES_AFTER_RELEASE')),
        level text NOT NULL CHECK (level IN ('NONE', 'LOW', 'MEDIUM', 'HIGH')),
        origins text[] NOT NULL,
        draw double precision NOT NULL CHECK (draw >= 0 AND draw < 1),
        share_per_mille int NOT NULL CHECK (share_per_mille BETWEEN 0 AND 1000),
        profiles_revision bigint NOT NULL,
        parts jsonb NOT NULL,
        evaluated_at timestamptz NOT NULL,
        CHECK ((outcome = 'NO_MEASURE') = (verdict = 'NO_MEASURE'))
      )`);
    await runner.query(`CREATE INDEX risk_evaluations_by_subject ON risk_evaluations (subject_id)`);
    await runner.query(`CREATE INDEX risk_evaluations_by_person ON risk_evaluations (person, stage)`);
    await runner.query(`
      CREATE TRIGGER risk_evaluations_are_kept_as_made BEFORE UPDATE OR DELETE ON risk_evaluations
        FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await runner.query(`
      CREATE TABLE control_instructions (
        id uuid PRIMARY KEY,
        evaluation_id uuid NOT NULL,
        subject_id uuid NOT NULL,
        case_id uuid NOT NULL,
        measure text NOT NULL,
        holds_release boolean NOT NULL,
        status text NOT NULL CHECK (status IN ('OPEN', 'CLOSED', 'CANCELLED')),
        must_finish_by timestamptz NOT NULL,
        instruction jsonb NOT NULL,
        profiles jsonb NOT NULL,
        lock_version int NOT NULL
      )`);
    await runner.query(`CREATE INDEX control_instructions_by_subject ON control_instructions (subject_id)`);
    await runner.query(`
      CREATE TABLE profile_feedback (
        number text NOT NULL,
        profile_version int NOT NULL,
        instruction_id uuid NOT NULL,
        hit_confirmed boolean NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (number, profile_version, instruction_id)
      )`);
    await runner.query(`
      CREATE TABLE person_records (
        person text PRIMARY KEY,
        in_aeo_register boolean NOT NULL DEFAULT false,
        aeo_entry_version bigint NOT NULL DEFAULT 0,
        customs_debt boolean NOT NULL DEFAULT false,
        unspent_conviction boolean NOT NULL DEFAULT false,
        offences text[] NOT NULL DEFAULT '{}',
        trading_since text,
        source text NOT NULL CHECK (source IN ('CUSTOMS_OPERATIONS', 'STATE_BODY')),
        changed_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE person_records, profile_feedback, control_instructions, risk_evaluations`);
  }
}
