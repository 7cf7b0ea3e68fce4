import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Profiles by version, the revision that tells caches of a change, and the shares of the random choice. */
export class CreateRiskProfiles1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE risk_profiles (
        number text NOT NULL,
        version int NOT NULL CHECK (version >= 1),
        profile_id uuid NOT NULL,
        status text NOT NULL
          CHECK (status IN ('DRAFT', 'IN_REVIEW', 'APPROVED', 'ACTIVE', 'SUSPENDED', 'RETIRED')),
        level text NOT NULL CHECK (level IN ('LOW', 'MEDIUM', 'HIGH')),
        content jsonb NOT NULL,
        author text NOT NULL,
        approved_by text CHECK (approved_by <> author),
        approved_at timestamptz,
        changed_at timestamptz NOT NULL,
        lock_version int NOT NULL,
        PRIMARY KEY (number, version),
        CHECK (status NOT IN ('APPROVED', 'ACTIVE', 'SUSPENDED') OR approved_by IS NOT NULL)
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX risk_profiles_in_force ON risk_profiles (number) WHERE status = 'ACTIVE'`,
    );
    await runner.query(`
      CREATE TABLE risk_profile_revision (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        revision bigint NOT NULL
      )`);
    await runner.query(`INSERT INTO risk_profile_revision (revision) VALUES (1)`);
    await runner.query(`
      CREATE TABLE random_selections (
        area text NOT NULL,
        stage text NOT NULL CHECK (stage IN ('ARRIVAL', 'DECLARATION')),
        id uuid NOT NULL,
        share_per_mille int NOT NULL CHECK (share_per_mille BETWEEN 0 AND 1000),
        orders jsonb NOT NULL,
        changed_by text NOT NULL,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (area, stage)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE random_selections, risk_profile_revision, risk_profiles`);
  }
}
