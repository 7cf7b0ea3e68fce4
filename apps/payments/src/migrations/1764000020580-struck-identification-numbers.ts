import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Identification numbers that the national registers of persons say were cancelled or never issued, from when to when (art.
 * 139(1); R-PAY-099). The operator loads them; the table starts empty.
 */
export class CreateStruckIdentificationNumbers1764000020580 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE struck_identification_numbers (
        number text NOT NULL CHECK (number ~ '^[0-9]{12}$'),
        cause text NOT NULL CHECK (cause IN ('CANCELLED', 'NEVER_ISSUED')),
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to >= valid_from),
        source text NOT NULL,
        PRIMARY KEY (number, valid_from)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE struck_identification_numbers`);
  }
}
