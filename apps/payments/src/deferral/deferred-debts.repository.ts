/** Which debts are put off, and until when: asked before penalty interest runs (art. 136.1, 158.2). */
import type { CivilDate } from '@shekara/calendar';
import type { EntityManager } from '@shekara/persistence';

/**
 * For each of these debts that a deferral covers, the day up to which, itself included, it is not overdue: penalty interest
 * runs from the day after (R-PAY-092). A debt that is not in the answer is not deferred. One statement.
 */
export async function deferredUntil(
  manager: EntityManager,
  debtIds: readonly string[],
): Promise<ReadonlyMap<string, CivilDate>> {
  if (debtIds.length === 0) return new Map();
  const rows = await manager.query<{ debt_id: string; until: CivilDate }[]>(
    `SELECT d.debt_id, max(f.not_overdue_until)::text AS until
       FROM deferral_debts d JOIN deferrals f ON f.id = d.deferral_id
      WHERE d.debt_id = ANY ($1::uuid[]) AND f.not_overdue_until IS NOT NULL
      GROUP BY d.debt_id`,
    [debtIds],
  );
  return new Map(rows.map((row) => [row.debt_id, row.until]));
}

/** The same for the import duty of declarations, by their numbers: duty deferred before it became a debt. */
export async function dutyDeferredUntil(
  manager: EntityManager,
  declarationNumbers: readonly string[],
): Promise<ReadonlyMap<string, CivilDate>> {
  if (declarationNumbers.length === 0) return new Map();
  const rows = await manager.query<{ declaration_number: string; until: CivilDate }[]>(
    `SELECT declaration_number, max(not_overdue_until)::text AS until FROM deferrals
      WHERE declaration_number = ANY ($1::text[]) AND not_overdue_until IS NOT NULL
      GROUP BY declaration_number`,
    [declarationNumbers],
  );
  return new Map(rows.map((row) => [row.declaration_number, row.until]));
}
