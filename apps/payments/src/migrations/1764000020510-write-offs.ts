import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Write-off of uncollectible debt (art. 129.2(9), 172). */
export class CreateWriteOffs1764000020510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE write_offs (
        id uuid PRIMARY KEY,
        collection_id uuid NOT NULL,
        collection_number text NOT NULL,
        case_id uuid NOT NULL,
        customs_body text NOT NULL,
        payer text NOT NULL CHECK (payer ~ '^[0-9]{12}$'),
        payer_name text NOT NULL,
        debts jsonb NOT NULL,
        ground_act text NOT NULL CHECK (ground_act <> ''),
        ground_provision text NOT NULL CHECK (ground_provision <> ''),
        status text NOT NULL CHECK (status IN ('PROPOSED', 'WRITTEN_OFF', 'REJECTED')),
        decision jsonb,
        proposed_on date NOT NULL,
        decided_on date CHECK (decided_on >= proposed_on),
        version int NOT NULL,
        CHECK ((status = 'PROPOSED') = (decided_on IS NULL)),
        CHECK ((decided_on IS NULL) = (decision IS NULL))
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX write_offs_one_proposed ON write_offs (collection_id) WHERE status = 'PROPOSED'`);
    await runner.query(`CREATE INDEX write_offs_of_payer ON write_offs (payer, id)`);
    await runner.query(`CREATE INDEX write_offs_of_body ON write_offs (customs_body, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE write_offs`);
  }
}
