/** What was drawn of preferential quotas. A quota's row is the lock of its balance. */
import { Injectable } from '@nestjs/common';
import { Exact } from '@shekara/kernel';
import type { EntityManager, Work } from '@shekara/persistence';
import { drawName, type QuotaBalances, type QuotaDraw } from './quota-draws.js';

interface DrawnRow {
  readonly quota: string;
  readonly drawn: string;
}

@Injectable()
export class PreferenceQuotas {
  /** The balances of quotas, held until the work ends, with what the declaration drew before. */
  async hold(work: Work, declarationId: string, quotas: readonly string[]): Promise<QuotaBalances> {
    const rows = await work.manager.query<DrawnRow[]>(
      `INSERT INTO preference_quota_balances (quota, drawn) SELECT DISTINCT quota, 0 FROM unnest($1::text[]) AS q(quota)
        ORDER BY quota
       ON CONFLICT (quota) DO UPDATE SET drawn = preference_quota_balances.drawn
       RETURNING quota, drawn::text AS drawn`,
      [quotas],
    );
    const own = await work.manager.query<{ quota: string; item: number; quantity: string }[]>(
      `SELECT quota, item, quantity::text AS quantity FROM preference_quota_draws WHERE declaration_id = $1`,
      [declarationId],
    );
    return {
      drawn: drawnOf(rows),
      own: new Map(own.map((draw) => [drawName(draw), new Exact(draw.quantity)])),
    };
  }

  /** The balances as they stand, held by nobody. */
  async look(manager: EntityManager, quotas: readonly string[]): Promise<QuotaBalances> {
    const rows = await manager.query<DrawnRow[]>(
      `SELECT quota, drawn::text AS drawn FROM preference_quota_balances WHERE quota = ANY($1::text[])`,
      [quotas],
    );
    return { drawn: drawnOf(rows), own: new Map() };
  }

  /** Books draws of a declaration; the balances are held. */
  async book(work: Work, declarationId: string, draws: readonly QuotaDraw[]): Promise<void> {
    await work.manager.query(
      `WITH asked AS (SELECT * FROM unnest($2::text[], $3::int[], $4::numeric[]) AS a(quota, item, quantity)),
            booked AS (
              INSERT INTO preference_quota_draws AS d (quota, declaration_id, item, quantity, drawn_at)
              SELECT quota, $1, item, quantity, $5 FROM asked
              ON CONFLICT (quota, declaration_id, item)
              DO UPDATE SET quantity = d.quantity + excluded.quantity, drawn_at = excluded.drawn_at)
       UPDATE preference_quota_balances b SET drawn = b.drawn + s.quantity
         FROM (SELECT quota, sum(quantity) AS quantity FROM asked GROUP BY quota) s
        WHERE b.quota = s.quota`,
      [
        declarationId,
        draws.map(({ quota }) => quota),
        draws.map(({ item }) => item),
        draws.map(({ quantity }) => quantity.toFixed()),
        work.context.at,
      ],
    );
  }
}

function drawnOf(rows: readonly DrawnRow[]): ReadonlyMap<string, Exact> {
  return new Map(rows.map(({ quota, drawn }) => [quota, new Exact(drawn)]));
}
