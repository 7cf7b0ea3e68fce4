import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReservations1764000008100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reservations (
        id text PRIMARY KEY,
        security_number text NOT NULL,
        declaration_id text NOT NULL,
        declaration_number text NOT NULL,
        case_id text NOT NULL,
        principal text NOT NULL,
        amount bigint NOT NULL,
        on_date date NOT NULL,
        status text NOT NULL CHECK (status IN ('RESERVED', 'REFUSED', 'RELEASED')),
        reasons jsonb NOT NULL,
        decided_at timestamptz NOT NULL,
        released_at timestamptz,
        release_cause text NOT NULL,
        version int NOT NULL,
        CHECK ((status = 'REFUSED') = (jsonb_array_length(reasons) > 0)),
        CHECK ((status = 'RELEASED') = (released_at IS NOT NULL)),
        CHECK (status = 'REFUSED' OR amount > 0)
      )`);
    await runner.query(
      `CREATE INDEX reservations_by_security ON reservations (security_number, decided_at, id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE reservations`);
  }
}
