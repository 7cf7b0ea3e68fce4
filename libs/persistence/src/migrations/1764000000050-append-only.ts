import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the role of run time needs in place of ownership: heads of chains one at a time, partitions without DDL. */
export class ProtectHistory1764000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TRIGGER history_is_never_emptied BEFORE TRUNCATE ON history
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await runner.query(`
      CREATE FUNCTION lock_history_heads(streams text[], stream_ids text[])
        RETURNS TABLE (stream text, stream_id text, sequence int, hash text) LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(document)
           FROM (SELECT DISTINCT hashtextextended('history ' || s || '/' || i, 0) AS document
                   FROM unnest(streams, stream_ids) AS wanted(s, i) ORDER BY document) AS documents;
        RETURN QUERY
          SELECT head.stream, head.stream_id, head.sequence, head.hash
            FROM (SELECT DISTINCT s, i FROM unnest(streams, stream_ids) AS wanted(s, i)) AS document
            CROSS JOIN LATERAL (
              SELECT h.stream, h.stream_id, h.sequence, h.hash FROM history h
               WHERE h.stream = document.s AND h.stream_id = document.i
               ORDER BY h.sequence DESC LIMIT 1) AS head;
      END $$`);
    await runner.query(`
      CREATE OR REPLACE FUNCTION ensure_partition(parent text, from_day date, until_day date) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '5s' AS $$
      DECLARE partition text := parent || '_' || to_char(from_day, 'YYYYMMDD');
      BEGIN
        IF parent NOT IN ('history', 'outbox', 'inbox') THEN
          RAISE EXCEPTION '% has no partitions by time', parent;
        END IF;
        IF to_regclass(partition) IS NULL THEN
          EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', partition, parent,
                         from_day::timestamp AT TIME ZONE 'UTC', until_day::timestamp AT TIME ZONE 'UTC');
        END IF;
      EXCEPTION WHEN check_violation OR invalid_object_definition THEN
        RAISE NOTICE '% keeps its rows of % where they are', parent, from_day;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION lock_history_heads`);
    await runner.query(`DROP TRIGGER history_is_never_emptied ON history`);
    await runner.query(`ALTER FUNCTION ensure_partition SECURITY INVOKER`);
  }
}
