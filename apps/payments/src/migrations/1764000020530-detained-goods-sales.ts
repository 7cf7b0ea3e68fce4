import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money from the sale of detained goods, shared in the order of art. 241. */
export class CreateDetainedGoodsSales1764000020530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE detained_goods_sales (
        id uuid PRIMARY KEY,
        detention_act text NOT NULL,
        case_id uuid NOT NULL,
        customs_body text NOT NULL,
        claimant text NOT NULL CHECK (claimant ~ '^[0-9]{12}$'),
        rest_to text NOT NULL CHECK (rest_to IN ('DECLARANT', 'OWNER')),
        proceeds numeric(20, 2) NOT NULL CHECK (proceeds > 0),
        duties_and_taxes numeric(20, 2) NOT NULL CHECK (duties_and_taxes >= 0),
        costs numeric(20, 2) NOT NULL CHECK (costs >= 0),
        rest numeric(20, 2) NOT NULL CHECK (rest >= 0),
        state text NOT NULL CHECK (state IN ('NO_REST', 'OPEN', 'CLAIMED', 'LAPSED')),
        received_on date NOT NULL,
        claim_by date NOT NULL,
        told_by text,
        claimed_on date,
        version int NOT NULL,
        UNIQUE (customs_body, detention_act),
        CHECK (duties_and_taxes + costs + rest = proceeds),
        CHECK ((state = 'NO_REST') = (rest = 0)),
        CHECK ((state = 'CLAIMED') = (claimed_on IS NOT NULL))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE detained_goods_sales`);
  }
}
