/** Rows of demands; the security that they call in is locked by the caller. */
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Money } from '@shekara/kernel';
import type { EntityManager, Work } from '@shekara/persistence';
import { DemandEntity } from './demand.entity.js';

@Injectable()
export class Demands {
  async find(manager: EntityManager, securityNumber: string, id: string): Promise<DemandEntity | undefined> {
    return (await manager.findOneBy(DemandEntity, { id, securityNumber })) ?? undefined;
  }

  async ofCover(work: Work, reservationId: string): Promise<DemandEntity | undefined> {
    return (await work.manager.findOneBy(DemandEntity, { reservationId })) ?? undefined;
  }

  /** @throws EntityNotFoundError when there is none: a bug. */
  byId(work: Work, id: string): Promise<DemandEntity> {
    return work.manager.findOneByOrFail(DemandEntity, { id });
  }

  page(
    manager: EntityManager,
    securityId: string,
    { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<DemandEntity[]> {
    return manager.find(DemandEntity, {
      where: { securityId, ...(after === undefined ? {} : { id: MoreThan(after) }) },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** What other demands ask for the same declaration (R-GUA-182). */
  async demandedOfOthers(work: Work, { declarationId, id }: DemandEntity): Promise<Money> {
    const [row] = await work.manager.query<{ sum: string }[]>(
      `SELECT coalesce(sum(demanded), 0)::text AS sum FROM demands
        WHERE declaration_id = $1 AND state <> 'CANCELLED' AND id <> $2`,
      [declarationId, id],
    );
    return Money.ofTiyn(BigInt(row?.sum ?? '0'));
  }

  /** Whether another demand on the security still waits for something. */
  async othersOpen(work: Work, { securityId, id }: DemandEntity): Promise<boolean> {
    const rows = await work.manager.query<unknown[]>(
      `SELECT 1 FROM demands
        WHERE security_id = $1 AND id <> $2 AND state IN ('SENT', 'DELIVERED', 'OVERDUE') LIMIT 1`,
      [securityId, id],
    );
    return rows.length > 0;
  }

  /** The next number, `customs body-year-D and six digits`. */
  async nextNumber(work: Work, customsBody: string, year: number): Promise<string> {
    const [row] = await work.manager.query<{ last: number }[]>(
      `INSERT INTO demand_serials (customs_body, year, last) VALUES ($1, $2, 1)
       ON CONFLICT (customs_body, year) DO UPDATE SET last = demand_serials.last + 1 RETURNING last`,
      [customsBody, year],
    );
    if (!row) throw new Error(`no serial for demands of ${customsBody} in ${year}`);
    return `${customsBody}-${year}-D${String(row.last).padStart(6, '0')}`;
  }
}
