import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger guards itself: lines cannot be changed or removed, and no balance can fall below zero. */
export class CreateStockLedger1764000050200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stock_movements (
        lot_id uuid NOT NULL,
        id uuid NOT NULL,
        line int NOT NULL,
        kind text NOT NULL,
        direction smallint NOT NULL CHECK (direction IN (-1, 0, 1)),
        packages int NOT NULL CHECK (packages >= 0),
        gross_weight_kg numeric(18, 6) NOT NULL CHECK (gross_weight_kg >= 0),
        basis_kind text,
        basis_number text,
        reverses uuid,
        reason text,
        second_person text,
        moved_at timestamptz NOT NULL,
        recorded_by text NOT NULL,
        PRIMARY KEY (lot_id, id),
        CHECK (direction = 0 OR kind = 'CORRECTION' OR basis_number <> ''),
        CHECK (direction = 0 OR kind = 'CORRECTION' OR basis_number IS NOT NULL),
        CHECK ((kind = 'CORRECTION') = (reverses IS NOT NULL)),
        CHECK (kind <> 'CORRECTION' OR (reason IS NOT NULL AND second_person IS NOT NULL AND second_person <> recorded_by))
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX stock_movements_reversed_once ON stock_movements (lot_id, reverses) WHERE reverses IS NOT NULL`,
    );
    await runner.query(`
      CREATE TABLE stock_balances (
        lot_id uuid NOT NULL,
        line int NOT NULL,
        packages int NOT NULL CHECK (packages >= 0),
        gross_weight_kg numeric(18, 6) NOT NULL CHECK (gross_weight_kg >= 0),
        PRIMARY KEY (lot_id, line)
      )`);
    await runner.query(`
      CREATE FUNCTION post_stock_movement() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO stock_balances VALUES (NEW.lot_id, NEW.line, 0, 0) ON CONFLICT DO NOTHING;
        UPDATE stock_balances
           SET packages = packages + NEW.direction * NEW.packages,
               gross_weight_kg = gross_weight_kg + NEW.direction * NEW.gross_weight_kg
         WHERE lot_id = NEW.lot_id AND line = NEW.line;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE FUNCTION refuse_change_of_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the stock ledger is append-only';
      END $$`);
    await runner.query(`CREATE TRIGGER post_movement AFTER INSERT ON stock_movements
      FOR EACH ROW EXECUTE FUNCTION post_stock_movement()`);
    await runner.query(`CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON stock_movements
      FOR EACH ROW EXECUTE FUNCTION refuse_change_of_ledger()`);
    await runner.query(`
      CREATE TABLE stock_discrepancies (
        lot_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('LEDGER_VS_COUNT', 'KEEPER_VS_CUSTOMS', 'DOCUMENTS_VS_RECEIPT',
                                           'SEAL_BROKEN', 'UNKNOWN_GOODS')),
        line int,
        documented_packages int NOT NULL,
        documented_weight_kg numeric(18, 6) NOT NULL,
        counted_packages int NOT NULL,
        counted_weight_kg numeric(18, 6) NOT NULL,
        found_at timestamptz NOT NULL,
        found_by text NOT NULL,
        PRIMARY KEY (lot_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE stock_discrepancies`);
    await runner.query(`DROP TABLE stock_balances`);
    await runner.query(`DROP TABLE stock_movements`);
    await runner.query(`DROP FUNCTION post_stock_movement`);
    await runner.query(`DROP FUNCTION refuse_change_of_ledger`);
  }
}
