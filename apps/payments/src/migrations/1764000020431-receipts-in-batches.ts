import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Receipts taken many at a time (art. 153.2(4)): the database itself lets only one receipt be the first of a bank's payment
 * order, as it does for a bank's reference, so that no lock is needed before a message is looked at.
 */
export class TakeReceiptsInBatches1764000020431 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE money_receipts ADD COLUMN first_of_order boolean NOT NULL DEFAULT false`);
    await runner.query(`
      UPDATE money_receipts r SET first_of_order = true
        FROM (SELECT DISTINCT ON (bank_id, payment_order) id FROM money_receipts
               WHERE payment_order IS NOT NULL AND state <> 'REFUSED'
               ORDER BY bank_id, payment_order, received_at, id) AS first
       WHERE r.id = first.id`);
    await runner.query(`
      CREATE UNIQUE INDEX money_receipts_first_of_order ON money_receipts (bank_id, payment_order) WHERE first_of_order`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE money_receipts DROP COLUMN first_of_order`);
  }
}
