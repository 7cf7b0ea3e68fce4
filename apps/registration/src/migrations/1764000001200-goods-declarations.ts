import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Declarations, filed or refused. The lists are read newest first by id (UUIDv7), one index for each kind of reader. */
export class CreateGoodsDeclarations1764000001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE goods_declarations (
        id uuid PRIMARY KEY,
        number text UNIQUE,
        case_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('REGISTRATION_REFUSED', 'REGISTERED', 'UNDER_CHECK', 'SUSPENDED_IP',
          'RELEASED', 'CONDITIONALLY_RELEASED', 'RELEASE_REFUSED', 'WITHDRAWN', 'RELEASE_CANCELLED')),
        customs_body text NOT NULL,
        declarant_number text NOT NULL,
        representative_number text NOT NULL,
        arrival_notice_number text NOT NULL,
        filed_by text NOT NULL,
        draft jsonb NOT NULL,
        reasons jsonb NOT NULL,
        release_case jsonb,
        open_work_item text CHECK (open_work_item IN ('RELEASE', 'RELEASE_OVERDUE')),
        filed_at timestamptz NOT NULL,
        registered_at timestamptz,
        release_due_at timestamptz,
        decided_at timestamptz,
        decided_by text,
        version int NOT NULL,
        CHECK ((status = 'REGISTRATION_REFUSED') = (number IS NULL)),
        CHECK (status = 'REGISTRATION_REFUSED'
               OR (registered_at IS NOT NULL AND release_due_at IS NOT NULL AND release_case IS NOT NULL)),
        CHECK (status NOT IN ('RELEASED', 'RELEASE_REFUSED', 'REGISTRATION_REFUSED') OR decided_at IS NOT NULL)
      )`);
    await runner.query(
      `CREATE INDEX goods_declarations_by_body ON goods_declarations (customs_body, status, id DESC)`,
    );
    await runner.query(
      `CREATE INDEX goods_declarations_of_body ON goods_declarations (customs_body, id DESC)`,
    );
    await runner.query(
      `CREATE INDEX goods_declarations_of_declarant ON goods_declarations (declarant_number, id DESC)`,
    );
    await runner.query(
      `CREATE INDEX goods_declarations_of_representative ON goods_declarations (representative_number, id DESC)
        WHERE representative_number <> ''`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE goods_declarations`);
  }
}
