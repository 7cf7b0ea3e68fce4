/** Rows of deposits, and which reservations of their securities still run. */
import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import type { CivilDate } from '@shekara/calendar';
import type { EntityManager, Work } from '@shekara/persistence';
import { DepositEntity } from './deposit.entity.js';

export interface DepositsWanted {
  readonly payer?: string | undefined;
  /** Bodies in an officer's scope. */
  readonly customsBodies?: readonly string[] | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

@Injectable()
export class Deposits {
  /** The deposit, locked for this work. */
  async hold(work: Work, id: string): Promise<DepositEntity | undefined> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await work.manager.findOne(DepositEntity, { where: { id }, lock })) ?? undefined;
  }

  /** The deposit that secures an obligation, locked for this work. */
  async holdOf(work: Work, securedObligation: string): Promise<DepositEntity | undefined> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await work.manager.findOne(DepositEntity, { where: { securedObligation }, lock })) ?? undefined;
  }

  page(manager: EntityManager, wanted: DepositsWanted): Promise<DepositEntity[]> {
    const { payer, customsBodies, after, limit } = wanted;
    return manager.find(DepositEntity, {
      where: {
        ...(payer === undefined ? {} : { payer: payer as DepositEntity['payer'] }),
        ...(customsBodies === undefined
          ? {}
          : { heldBy: In([...customsBodies]) as unknown as DepositEntity['heldBy'] }),
        ...(after === undefined ? {} : { id: MoreThan(after) }),
      },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** A reservation ended; a second message of it changes nothing. */
  async released(work: Work, reservationId: string, securityNumber: string, on: CivilDate): Promise<void> {
    await work.manager.query(
      `INSERT INTO released_reservations (reservation_id, security_number, released_on) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING`,
      [reservationId, securityNumber, on],
    );
  }

  /** Whether a declaration still asks for the security, or has a reservation of it that is not given back. */
  async reserved(manager: EntityManager, securityNumber: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT 1 FROM liabilities l
        WHERE l.security_number = $1 AND l.security_state IN ('ASKED', 'RESERVED')
          AND NOT EXISTS (SELECT FROM released_reservations r WHERE r.reservation_id = l.reservation_id) LIMIT 1`,
      [securityNumber],
    );
    return rows.length > 0;
  }
}
