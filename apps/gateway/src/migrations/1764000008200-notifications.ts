import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What traders were told, indexed the way each reads its own: newest first. */
export class CreateNotifications1764000008200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notifications (
        id text PRIMARY KEY,
        recipient text NOT NULL,
        case_id text NOT NULL,
        document text NOT NULL,
        document_id text NOT NULL,
        document_number text NOT NULL,
        status text NOT NULL,
        reasons jsonb NOT NULL,
        at timestamptz NOT NULL
      )`);
    await runner.query(
      `CREATE INDEX notifications_of_recipient ON notifications (recipient, at DESC, id DESC)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE notifications`);
  }
}
