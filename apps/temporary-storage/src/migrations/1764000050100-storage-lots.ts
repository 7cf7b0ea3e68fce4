import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStorageLots1764000050100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE storage_serials (
        customs_body text NOT NULL,
        day date NOT NULL,
        last int NOT NULL CHECK (last > 0),
        PRIMARY KEY (customs_body, day)
      )`);
    await runner.query(`
      CREATE TABLE storage_document_sets (
        id uuid PRIMARY KEY,
        arrival_notice_number text NOT NULL,
        case_id text NOT NULL,
        place_number text NOT NULL,
        submitter_number text NOT NULL,
        status text NOT NULL CHECK (status IN ('RETURNED', 'REGISTERED')),
        documents jsonb NOT NULL,
        lodged_by text NOT NULL,
        lodged_at timestamptz NOT NULL,
        register_by timestamptz NOT NULL,
        registration_number text UNIQUE,
        registered_at timestamptz,
        lot_id uuid,
        version int NOT NULL,
        CHECK ((status = 'REGISTERED') = (registration_number IS NOT NULL)),
        CHECK ((status = 'REGISTERED') = (registered_at IS NOT NULL))
      )`);
    await runner.query(`
      CREATE TABLE storage_lots (
        id uuid PRIMARY KEY,
        registration_number text NOT NULL UNIQUE,
        case_id text NOT NULL,
        arrival_notice_number text NOT NULL UNIQUE,
        place_number text NOT NULL,
        keeper_number text NOT NULL,
        carrier_number text NOT NULL,
        consignee_number text NOT NULL,
        customs_body text NOT NULL,
        state text NOT NULL CHECK (state IN ('REGISTERED', 'PLACED', 'DECLARED', 'EXPIRED', 'ISSUED')),
        lines jsonb NOT NULL,
        registered_at timestamptz NOT NULL,
        term_category text NOT NULL,
        last_day text NOT NULL,
        term_ends_at timestamptz NOT NULL,
        longest_day text NOT NULL,
        placed_at timestamptz,
        placed_by text,
        declaration_number text,
        extension_pending boolean NOT NULL DEFAULT false,
        ended_at timestamptz,
        exit_ground text,
        exit_document text,
        version int NOT NULL,
        CHECK (last_day <= longest_day),
        CHECK (state <> 'PLACED' OR placed_at IS NOT NULL),
        CHECK ((state = 'ISSUED') = (exit_ground IS NOT NULL AND exit_document IS NOT NULL AND ended_at IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX storage_lots_by_place ON storage_lots (place_number, state, id)`);
    await runner.query(`CREATE INDEX storage_lots_by_keeper ON storage_lots (keeper_number, id)`);
    await runner.query(`CREATE INDEX storage_lots_by_carrier ON storage_lots (carrier_number, id)`);
    await runner.query(`CREATE INDEX storage_lots_by_consignee ON storage_lots (consignee_number, id)`);
    await runner.query(`CREATE INDEX storage_lots_by_body ON storage_lots (customs_body, id)`);
    await runner.query(`
      CREATE TABLE extension_requests (
        id uuid PRIMARY KEY,
        lot_id uuid NOT NULL,
        requested_by text NOT NULL,
        requested_end text NOT NULL,
        accepts_less boolean NOT NULL,
        reason text NOT NULL,
        lodged_at timestamptz NOT NULL,
        new_end text NOT NULL,
        decision text NOT NULL CHECK (decision IN ('NONE', 'GRANTED', 'PARTLY', 'REFUSED')),
        decided_by text,
        decided_at timestamptz,
        decision_reason text,
        version int NOT NULL,
        CHECK ((decision = 'NONE') = (decided_at IS NULL))
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX extension_requests_undecided ON extension_requests (lot_id) WHERE decision = 'NONE'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE extension_requests`);
    await runner.query(`DROP TABLE storage_lots`);
    await runner.query(`DROP TABLE storage_document_sets`);
    await runner.query(`DROP TABLE storage_serials`);
  }
}
