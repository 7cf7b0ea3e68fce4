/** The ledger lines of a lot in the database: read whole, appended one by one. */
import { Exact } from '@shekara/kernel';
import type { EntityManager, Work } from '@shekara/persistence';
import type { Discrepancy } from './receipt.js';
import { directionOf, type MovementKind, type Quantity, type StockMovement } from './stock-ledger.js';

interface MovementRow {
  readonly id: string;
  readonly line: number;
  readonly kind: MovementKind;
  readonly packages: number;
  readonly gross_weight_kg: string;
  readonly basis_kind: string | null;
  readonly basis_number: string | null;
  readonly reverses: string | null;
  readonly reason: string | null;
  readonly second_person: string | null;
  readonly moved_at: Date;
  readonly recorded_by: string;
}

/** Every line of the lot's ledger, the oldest first. */
export async function ledgerOf(manager: EntityManager, lotId: string): Promise<StockMovement[]> {
  const rows = await manager.query<MovementRow[]>(
    `SELECT id, line, kind, packages, gross_weight_kg, basis_kind, basis_number, reverses, reason, second_person,
            moved_at, recorded_by
       FROM stock_movements WHERE lot_id = $1 ORDER BY id`,
    [lotId],
  );
  return rows.map((row) => ({
    id: row.id,
    line: row.line,
    kind: row.kind,
    quantity: { packages: row.packages, grossWeightKg: new Exact(row.gross_weight_kg) },
    at: row.moved_at,
    recordedBy: row.recorded_by,
    ...(row.basis_number === null ? {} : { basis: { kind: row.basis_kind ?? '', number: row.basis_number } }),
    ...(row.reverses === null ? {} : { reverses: row.reverses }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.second_person === null ? {} : { secondPerson: row.second_person }),
  }));
}

/** Appends a line that `postMovement` accepted; the database keeps the balances and refuses one below zero by itself. */
export async function appendMovement(
  work: Work,
  lotId: string,
  ledger: readonly StockMovement[],
  movement: StockMovement,
): Promise<void> {
  await work.manager.query(
    `INSERT INTO stock_movements (lot_id, id, line, kind, direction, packages, gross_weight_kg, basis_kind, basis_number,
                                  reverses, reason, second_person, moved_at, recorded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      lotId,
      movement.id,
      movement.line,
      movement.kind,
      directionOf(ledger, movement),
      movement.quantity.packages,
      movement.quantity.grossWeightKg.toFixed(),
      movement.basis?.kind ?? null,
      movement.basis?.number ?? null,
      movement.reverses ?? null,
      movement.reason ?? null,
      movement.secondPerson ?? null,
      movement.at,
      movement.recordedBy,
    ],
  );
}

export interface BalanceRow extends Quantity {
  readonly line: number;
}

/** What the database says lies in the place, line by line. */
export async function balancesOf(manager: EntityManager, lotId: string): Promise<BalanceRow[]> {
  const rows = await manager.query<{ line: number; packages: number; gross_weight_kg: string }[]>(
    `SELECT line, packages, gross_weight_kg FROM stock_balances WHERE lot_id = $1 ORDER BY line`,
    [lotId],
  );
  return rows.map(({ line, packages, gross_weight_kg }) => ({
    line,
    packages,
    grossWeightKg: new Exact(gross_weight_kg),
  }));
}

/** Keeps a difference between documents and goods. */
export async function keepDiscrepancy(
  work: Work,
  lotId: string,
  id: string,
  found: Discrepancy,
): Promise<void> {
  await work.manager.query(
    `INSERT INTO stock_discrepancies (lot_id, id, kind, line, documented_packages, documented_weight_kg, counted_packages,
                                      counted_weight_kg, found_at, found_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      lotId,
      id,
      found.kind,
      found.line ?? null,
      found.documented.packages,
      found.documented.grossWeightKg.toFixed(),
      found.counted.packages,
      found.counted.grossWeightKg.toFixed(),
      work.context.at,
      work.context.actor,
    ],
  );
}

export interface DiscrepancyView {
  readonly kind: string;
  readonly line: number | null;
  readonly documentedPackages: number;
  readonly countedPackages: number;
  readonly documentedWeightKg: string;
  readonly countedWeightKg: string;
}

/** The differences found in a lot. */
export function discrepanciesOf(manager: EntityManager, lotId: string): Promise<DiscrepancyView[]> {
  return manager.query<DiscrepancyView[]>(
    `SELECT kind, line, documented_packages AS "documentedPackages", counted_packages AS "countedPackages",
            trim_scale(documented_weight_kg)::text AS "documentedWeightKg",
            trim_scale(counted_weight_kg)::text AS "countedWeightKg"
       FROM stock_discrepancies WHERE lot_id = $1 ORDER BY id`,
    [lotId],
  );
}
