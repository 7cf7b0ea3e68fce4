import type { MigrationInterface, QueryRunner } from 'typeorm';

/** History, and the function that keeps time partitions ahead of the clock. */
export class CreateHistory1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION ensure_partition(parent text, from_day date, until_day date) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE partition text := parent || '_' || to_char(from_day, 'YYYYMMDD');
      BEGIN
        IF to_regclass(partition) IS NULL THEN
          EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
                         partition, parent, from_day, until_day);
        END IF;
      END $$`);
    await runner.query(`
      CREATE TABLE history (
        stream text NOT NULL,
        stream_id text NOT NULL,
        sequence int NOT NULL,
        case_id uuid NOT NULL,
        type text NOT NULL,
        payload jsonb NOT NULL,
        actor text NOT NULL,
        ground text NOT NULL,
        occurred_at timestamptz NOT NULL,
        causation_id text,
        previous_hash text NOT NULL,
        hash text NOT NULL,
        PRIMARY KEY (stream, stream_id, sequence, occurred_at)
      ) PARTITION BY RANGE (occurred_at)`);
    await runner.query(`CREATE TABLE history_default PARTITION OF history DEFAULT`);
    await runner.query(`CREATE INDEX history_by_case ON history (case_id, occurred_at)`);
    await runner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`);
    await runner.query(`
      CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE ON history
        FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE history`);
    await runner.query(`DROP FUNCTION refuse_change, ensure_partition`);
  }
}
