import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents with an order of control or a refusal of release: an order that comes after the refusal opens nothing. */
export class CreateControlledDocuments1764000006100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE controlled_documents (subject_id uuid PRIMARY KEY, refused boolean NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE controlled_documents`);
  }
}
