/** Money of a declaration that refunds took back out of the budget's income (art. 154, 155). */
import { Money } from '@shekara/kernel';
import type { EntityManager } from '@shekara/persistence';

/** By kind: what confirmed applications took back of the declaration after its release. One statement. */
export async function moneyTakenBack(
  manager: EntityManager,
  declarationNumber: string,
): Promise<ReadonlyMap<string, Money>> {
  const rows = await manager.query<{ purpose: string; sum: string }[]>(
    `SELECT purpose, sum(confirmed)::text AS sum FROM overpayment_applications
      WHERE declaration_number = $1 AND money_place = 'IN_BUDGET' GROUP BY purpose`,
    [declarationNumber],
  );
  return new Map(rows.map(({ purpose, sum }) => [purpose, Money.ofTenge(sum)]));
}
