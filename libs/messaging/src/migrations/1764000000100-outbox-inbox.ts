import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outbox (the columns of Debezium's outbox event router, and ours) and inbox, both partitioned by time. */
export class CreateOutboxAndInbox1764000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SEQUENCE outbox_sequence`);
    await runner.query(`
      CREATE TABLE outbox (
        id uuid NOT NULL,
        aggregatetype text NOT NULL,
        aggregateid text NOT NULL,
        type text NOT NULL,
        payload bytea NOT NULL,
        headers jsonb NOT NULL,
        sequence bigint NOT NULL DEFAULT nextval('outbox_sequence'),
        created_at timestamptz NOT NULL,
        published_at timestamptz,
        PRIMARY KEY (id, created_at)
      ) PARTITION BY RANGE (created_at)`);
    await runner.query(`CREATE TABLE outbox_default PARTITION OF outbox DEFAULT`);
    await runner.query(`CREATE INDEX outbox_waiting ON outbox (sequence) WHERE published_at IS NULL`);
    await runner.query(`
      CREATE TABLE inbox (
        consumer_group text NOT NULL,
        message_id text NOT NULL,
        message_time timestamptz NOT NULL,
        received_at timestamptz NOT NULL,
        PRIMARY KEY (consumer_group, message_id, message_time)
      ) PARTITION BY RANGE (message_time)`);
    await runner.query(`CREATE TABLE inbox_default PARTITION OF inbox DEFAULT`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE inbox, outbox`);
    await runner.query(`DROP SEQUENCE outbox_sequence`);
  }
}
