import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRegisterEntries1764000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE register_serials (
        register text NOT NULL,
        year int NOT NULL,
        last int NOT NULL,
        PRIMARY KEY (register, year)
      )`);
    await runner.query(`
      CREATE TABLE register_entries (
        id uuid PRIMARY KEY,
        registration_number text NOT NULL UNIQUE,
        register text NOT NULL CHECK (register IN ('REP', 'CARRIER', 'TSW')),
        bin text NOT NULL CHECK (bin ~ '^[0-9]{12}$'),
        name text NOT NULL,
        address text NOT NULL,
        customs_body text NOT NULL,
        premises_address text NOT NULL,
        conditions jsonb NOT NULL,
        status text NOT NULL CHECK (status IN ('INCLUDED', 'SUSPENDED', 'EXCLUDED')),
        status_from date NOT NULL,
        grounds jsonb NOT NULL,
        suspended_until date,
        goods_out_by date,
        reapply_from date,
        review_due_on date NOT NULL,
        decided_late boolean NOT NULL,
        version int NOT NULL,
        CHECK (register = 'TSW' OR (status <> 'SUSPENDED' AND premises_address = '')),
        CHECK ((status = 'SUSPENDED') = (suspended_until IS NOT NULL)),
        CHECK ((status = 'INCLUDED') = (grounds = '[]'::jsonb)),
        CHECK (reapply_from IS NULL OR status = 'EXCLUDED')
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX register_entries_one_open ON register_entries (register, bin, premises_address)
       WHERE status <> 'EXCLUDED'`);
    await runner.query(`CREATE INDEX register_entries_by_bin ON register_entries (bin, id)`);
    await runner.query(`CREATE INDEX register_entries_by_status ON register_entries (register, status, id)`);
    await runner.query(`
      CREATE TABLE register_orders (
        id uuid PRIMARY KEY,
        entry_id uuid NOT NULL REFERENCES register_entries (id),
        kind text NOT NULL CHECK (kind IN ('INCLUSION', 'SUSPENSION', 'RESUMPTION', 'EXCLUSION')),
        number text NOT NULL,
        signed_at timestamptz NOT NULL,
        signer_role text NOT NULL,
        ground text NOT NULL,
        cause text NOT NULL,
        CHECK (kind <> 'EXCLUSION' OR (ground <> '' AND cause <> ''))
      )`);
    await runner.query(`CREATE INDEX register_orders_by_entry ON register_orders (entry_id, signed_at)`);
    await runner.query(`
      CREATE FUNCTION register_orders_only_grow() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'orders on register entries are only added'; END $$`);
    await runner.query(`
      CREATE TRIGGER register_orders_only_grow BEFORE UPDATE OR DELETE ON register_orders
      FOR EACH ROW EXECUTE FUNCTION register_orders_only_grow()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE register_orders`);
    await runner.query(`DROP FUNCTION register_orders_only_grow`);
    await runner.query(`DROP TABLE register_entries`);
    await runner.query(`DROP TABLE register_serials`);
  }
}
