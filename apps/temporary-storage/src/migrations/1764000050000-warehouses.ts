import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWarehouses1764000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE warehouses (
        number text PRIMARY KEY,
        register text NOT NULL CHECK (register IN ('TSW', 'OWN_GOODS_WH')),
        status text NOT NULL CHECK (status IN ('INCLUDED', 'SUSPENDED', 'EXCLUDED')),
        status_from text NOT NULL CHECK (status_from ~ '^\\d{4}-\\d\\d-\\d\\d$'),
        keeper_number text NOT NULL,
        customs_body text NOT NULL,
        entry_version bigint NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE expected_consignments (
        arrival_notice_number text PRIMARY KEY,
        arrived boolean NOT NULL DEFAULT false,
        case_id text NOT NULL,
        customs_body text NOT NULL DEFAULT '',
        carrier_number text NOT NULL DEFAULT '',
        consignee_number text NOT NULL DEFAULT '',
        placement_deadline timestamptz,
        goods jsonb NOT NULL DEFAULT '[]',
        declaration_id text NOT NULL DEFAULT '',
        declaration_number text NOT NULL DEFAULT '',
        declaration_filed_at timestamptz,
        declaration_status text NOT NULL DEFAULT 'NONE'
          CHECK (declaration_status IN ('NONE', 'REGISTERED', 'RELEASED', 'REFUSED'))
      )`);
    await runner.query(
      `CREATE INDEX expected_consignments_by_declaration ON expected_consignments (declaration_id)
        WHERE declaration_id <> ''`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE expected_consignments`);
    await runner.query(`DROP TABLE warehouses`);
  }
}
