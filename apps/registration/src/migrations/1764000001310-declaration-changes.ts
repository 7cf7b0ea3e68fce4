import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What becomes of a registered declaration besides its release: its versions, and the requests to change or withdraw it.
 * A version is written with the first change: until then the declaration itself is the only one. A declaration has at most
 * one open document of each kind; each is read by its declaration, newest first (ids are UUIDv7).
 */
export class CreateDeclarationChanges1764000001310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE goods_declarations ADD COLUMN content_version int NOT NULL DEFAULT 1 CHECK (content_version >= 1)`,
    );
    await runner.query(`ALTER TABLE arrival_notices ADD COLUMN storage_last_day text`);
    await runner.query(`
      CREATE TABLE declaration_versions (
        declaration_id uuid NOT NULL REFERENCES goods_declarations,
        version int NOT NULL CHECK (version >= 1),
        ground text NOT NULL CHECK (ground IN ('REGISTRATION', 'AMENDMENT', 'DEMAND', 'ADJUSTMENT')),
        document_id uuid,
        author text NOT NULL,
        made_at timestamptz NOT NULL,
        changes jsonb NOT NULL,
        draft jsonb NOT NULL,
        PRIMARY KEY (declaration_id, version),
        CHECK ((ground = 'REGISTRATION') = (version = 1)),
        CHECK ((ground = 'REGISTRATION') = (document_id IS NULL))
      )`);
    await runner.query(`
      CREATE TABLE amendments (
        id uuid PRIMARY KEY,
        declaration_id uuid NOT NULL REFERENCES goods_declarations,
        origin text NOT NULL CHECK (origin IN ('DECLARANT', 'CUSTOMS')),
        status text NOT NULL CHECK (status IN ('REQUESTED', 'DEMANDED', 'PERMITTED', 'REJECTED', 'LAPSED')),
        reason text NOT NULL,
        demanded_fields jsonb,
        wanted jsonb NOT NULL,
        changes jsonb NOT NULL,
        follows jsonb,
        control_state jsonb,
        received_at timestamptz NOT NULL,
        received_by text NOT NULL,
        due_at timestamptz,
        reasons jsonb NOT NULL,
        content_version int,
        decided_at timestamptz,
        decided_by text,
        version int NOT NULL,
        CHECK ((origin = 'CUSTOMS') = (demanded_fields IS NOT NULL)),
        CHECK ((origin = 'CUSTOMS') = (due_at IS NOT NULL)),
        CHECK (origin = 'DECLARANT' OR status <> 'REQUESTED'),
        CHECK (origin = 'CUSTOMS' OR status <> 'DEMANDED'),
        CHECK ((status = 'PERMITTED') = (content_version IS NOT NULL)),
        CHECK ((status IN ('REQUESTED', 'DEMANDED')) = (decided_at IS NULL)),
        CHECK (status <> 'REJECTED' OR jsonb_array_length(reasons) > 0)
      )`);
    await this.openAndList(
      runner,
      'amendments',
      `(declaration_id, origin) WHERE status IN ('REQUESTED', 'DEMANDED')`,
    );
    await runner.query(`
      CREATE TABLE adjustments (
        id uuid PRIMARY KEY,
        declaration_id uuid NOT NULL REFERENCES goods_declarations,
        opened_by text NOT NULL CHECK (opened_by IN ('DECLARANT', 'CUSTOMS')),
        status text NOT NULL CHECK (status IN ('SUBMITTED', 'ACCEPTED', 'REJECTED', 'LAPSED')),
        reason text NOT NULL,
        wanted jsonb NOT NULL,
        changes jsonb NOT NULL,
        released_at timestamptz NOT NULL,
        running_matter jsonb,
        received_at timestamptz NOT NULL,
        received_by text NOT NULL,
        reasons jsonb NOT NULL,
        content_version int,
        decided_at timestamptz,
        decided_by text,
        version int NOT NULL,
        CHECK ((status = 'ACCEPTED') = (content_version IS NOT NULL)),
        CHECK ((status = 'SUBMITTED') = (decided_at IS NULL)),
        CHECK (status <> 'REJECTED' OR jsonb_array_length(reasons) > 0)
      )`);
    await this.openAndList(runner, 'adjustments', `(declaration_id) WHERE status = 'SUBMITTED'`);
    await runner.query(`
      CREATE TABLE withdrawals (
        id uuid PRIMARY KEY,
        declaration_id uuid NOT NULL REFERENCES goods_declarations,
        goods_status text NOT NULL CHECK (goods_status IN ('FOREIGN', 'UNION')),
        status text NOT NULL CHECK (status IN ('REQUESTED', 'PERMITTED', 'REJECTED', 'CLOSED', 'DETENTION_DUE')),
        reason text NOT NULL,
        goods_location text NOT NULL,
        control_state jsonb NOT NULL,
        received_at timestamptz NOT NULL,
        received_by text NOT NULL,
        reasons jsonb NOT NULL,
        cancellation text CHECK (cancellation = 'WITHDRAWN_BEFORE_DEPARTURE'),
        arrival_notice_number text NOT NULL,
        new_declaration_by text,
        new_declaration_number text,
        decided_at timestamptz,
        decided_by text,
        version int NOT NULL,
        CHECK ((status = 'REQUESTED') = (decided_at IS NULL)),
        CHECK (status <> 'REJECTED' OR jsonb_array_length(reasons) > 0),
        CHECK ((status = 'CLOSED') = (new_declaration_number IS NOT NULL)),
        CHECK (status NOT IN ('CLOSED', 'DETENTION_DUE') OR goods_status = 'FOREIGN')
      )`);
    await this.openAndList(runner, 'withdrawals', `(declaration_id) WHERE status = 'REQUESTED'`);
    await runner.query(
      `CREATE INDEX withdrawals_awaiting_declaration ON withdrawals (arrival_notice_number)
        WHERE status = 'PERMITTED' AND arrival_notice_number <> ''`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE withdrawals, adjustments, amendments, declaration_versions`);
    await runner.query(`ALTER TABLE arrival_notices DROP COLUMN storage_last_day`);
    await runner.query(`ALTER TABLE goods_declarations DROP COLUMN content_version`);
  }

  /** One open document of a kind a declaration, and the list of all of them. */
  private async openAndList(runner: QueryRunner, table: string, open: string): Promise<void> {
    await runner.query(`CREATE UNIQUE INDEX ${table}_open ON ${table} ${open}`);
    await runner.query(`CREATE INDEX ${table}_of_declaration ON ${table} (declaration_id, id DESC)`);
  }
}
