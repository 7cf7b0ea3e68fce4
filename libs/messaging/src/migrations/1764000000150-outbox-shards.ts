import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Waiting rows by shard of their key, and old partitions dropped on behalf of a role that owns nothing. */
export class ShardOutbox1764000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX outbox_waiting`);
    await runner.query(`
      CREATE INDEX outbox_waiting ON outbox ((hashtext(aggregateid) & 7), sequence) WHERE published_at IS NULL`);
    await runner.query(`
      CREATE FUNCTION drop_partitions_before(parent text, before timestamptz) RETURNS int
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
      DECLARE
        still_needed text := CASE parent WHEN 'outbox' THEN 'published_at IS NULL'
                                         WHEN 'inbox' THEN 'received_at >= $1' END;
        needed boolean;
        dropped int := 0;
        partition text;
      BEGIN
        IF still_needed IS NULL THEN
          RAISE EXCEPTION '% is kept for good', parent;
        END IF;
        FOR partition IN
          SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
           WHERE i.inhparent = parent::regclass AND c.relname ~ (parent || '_[0-9]{8}$')
             AND (to_date(right(c.relname, 8), 'YYYYMMDD') + 1)::timestamp AT TIME ZONE 'UTC' <= before
           ORDER BY c.relname
        LOOP
          EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE %s)', partition, still_needed)
            INTO needed USING before;
          CONTINUE WHEN needed;
          EXECUTE format('LOCK TABLE %I, %I IN ACCESS EXCLUSIVE MODE', parent, partition);
          EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE %s)', partition, still_needed)
            INTO needed USING before;
          CONTINUE WHEN needed;
          EXECUTE format('DROP TABLE %I', partition);
          dropped := dropped + 1;
        END LOOP;
        EXECUTE format('DELETE FROM %I WHERE %I < $1 AND NOT (%s)', parent || '_default',
                       CASE parent WHEN 'outbox' THEN 'created_at' ELSE 'received_at' END, still_needed) USING before;
        RETURN dropped;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION drop_partitions_before`);
    await runner.query(`DROP INDEX outbox_waiting`);
    await runner.query(`CREATE INDEX outbox_waiting ON outbox (sequence) WHERE published_at IS NULL`);
  }
}
