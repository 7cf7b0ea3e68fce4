/** Which debts deferrals name, how much of them they put off, and until when import duty is deferred. */
import type { CivilDate } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { EntityManager, Work } from '@shekara/persistence';
import type { SumPutOff } from './debts-put-off.js';

/** The late sums that the application names, by their ids. */
export async function namedDebts(work: Work, deferralId: string): Promise<readonly string[]> {
  const rows = await work.manager.query<{ id: string }[]>(
    `SELECT debt_id AS id FROM deferral_debts WHERE deferral_id = $1`,
    [deferralId],
  );
  return rows.map(({ id }) => id);
}

/** Keeps how much of each late sum the deferral puts off. */
export async function keepPutOff(work: Work, deferralId: string, parts: readonly SumPutOff[]): Promise<void> {
  await work.manager.query(
    `INSERT INTO deferral_debts (debt_id, deferral_id, put_off)
     SELECT p.id, $1, p.amount FROM unnest($2::uuid[], $3::bigint[]) AS p(id, amount)
     ON CONFLICT (debt_id, deferral_id) DO UPDATE SET put_off = excluded.put_off`,
    [deferralId, parts.map(({ id }) => id), parts.map(({ amount }) => amount.tiyn.toString())],
  );
}

/** What the deferral puts off of each late sum, with the document of the sum; the oldest first. */
export async function putOffBy(
  work: Work,
  deferralId: string,
): Promise<readonly (SumPutOff & { readonly document: string })[]> {
  const rows = await work.manager.query<{ id: string; amount: string; document: string }[]>(
    `SELECT s.id, d.put_off::text AS amount, s.document FROM deferral_debts d JOIN late_sums s ON s.id = d.debt_id
      WHERE d.deferral_id = $1 AND d.put_off > 0 ORDER BY s.due_on, s.id`,
    [deferralId],
  );
  return rows.map((row) => ({ ...row, amount: Money.ofTiyn(BigInt(row.amount)) }));
}

/** Import duty of a document that is deferred, and the day up to which, itself included, it is not overdue (R-PAY-092). */
export interface DeferredDuty {
  readonly until: CivilDate;
  readonly amount: Money;
}

/**
 * The deferred import duty of these documents: declarations with a deferral of their own, and decisions whose debts one puts
 * off. A document that is not in the answer has none. One statement.
 */
export async function deferredDuty(
  manager: EntityManager,
  documents: readonly string[],
): Promise<Map<string, DeferredDuty>> {
  if (documents.length === 0) return new Map();
  const rows = await manager.query<{ document: string; until: CivilDate; amount: string }[]>(
    `SELECT document, max(until)::text AS until, sum(amount)::text AS amount FROM (
       SELECT f.declaration_number AS document, f.not_overdue_until AS until,
              (f.duty * 100)::bigint - coalesce((
                SELECT sum(d.put_off) FROM deferral_debts d JOIN late_sums s ON s.id = d.debt_id
                 WHERE d.deferral_id = f.id AND s.document <> f.declaration_number), 0) AS amount
         FROM deferrals f
        WHERE f.declaration_number = ANY ($1::text[]) AND f.not_overdue_until IS NOT NULL
        UNION ALL
       SELECT s.document, f.not_overdue_until, d.put_off
         FROM late_sums s JOIN deferral_debts d ON d.debt_id = s.id JOIN deferrals f ON f.id = d.deferral_id
        WHERE s.document = ANY ($1::text[]) AND s.document <> f.declaration_number AND d.put_off > 0
          AND f.not_overdue_until IS NOT NULL) AS deferred
      GROUP BY document`,
    [documents],
  );
  return new Map(
    rows.map(({ document, until, amount }) => [document, { until, amount: Money.ofTiyn(BigInt(amount)) }]),
  );
}
