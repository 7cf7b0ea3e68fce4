import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePublishedFigures1764000007100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE published_figures (
        kind text NOT NULL CHECK (kind IN ('CURRENCY', 'REFINANCING')),
        currency text NOT NULL CHECK (currency ~ '^([A-Z]{3})?$'),
        day date NOT NULL,
        figure numeric(25, 10) NOT NULL CHECK (figure >= 0),
        source text NOT NULL,
        published_at timestamptz NOT NULL,
        published_by text NOT NULL,
        PRIMARY KEY (kind, day, currency),
        CHECK ((kind = 'CURRENCY') = (currency <> '')),
        CHECK (kind = 'REFINANCING' OR figure > 0)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE published_figures`);
  }
}
