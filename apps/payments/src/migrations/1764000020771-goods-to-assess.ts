import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The goods of declarations that wait for an officer: with the facts that they lack the machine calculates them (art. 125.2). */
export class KeepGoodsToAssess1764000020771 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE goods_to_assess (
        declaration_id uuid PRIMARY KEY REFERENCES liabilities,
        declaration_version int NOT NULL CHECK (declaration_version > 0),
        goods jsonb NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE goods_to_assess`);
  }
}
