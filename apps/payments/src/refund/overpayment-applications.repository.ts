/** Rows of overpayment applications and their orders, and the sums that earlier applications hold. */
import { Injectable } from '@nestjs/common';
import { Any, In, MoreThan } from 'typeorm';
import { Money } from '@shekara/kernel';
import type { EntityManager, Work } from '@shekara/persistence';
import type { PayerAtBody } from '../ledger/account.js';
import type { MoneyPurpose } from '../payment-kind.js';
import { OverpaymentApplicationEntity } from './overpayment-application.entity.js';
import { TreasuryOrderEntity } from './treasury-order.entity.js';

export interface ApplicationsWanted {
  /** Only those of these payers; for officers none. */
  readonly payer?: string | undefined;
  /** Bodies in an officer's scope. */
  readonly customsBodies?: readonly string[] | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

@Injectable()
export class OverpaymentApplications {
  /** The application, locked for this work. */
  async hold(work: Work, id: string): Promise<OverpaymentApplicationEntity | undefined> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await work.manager.findOne(OverpaymentApplicationEntity, { where: { id }, lock })) ?? undefined;
  }

  /** Orders by their numbers, locked in the order of these. */
  async holdOrders(
    work: Work,
    numbers: readonly string[],
  ): Promise<ReadonlyMap<string, TreasuryOrderEntity>> {
    const found = await work.manager.find(TreasuryOrderEntity, {
      where: { number: Any([...numbers]) },
      order: { number: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return new Map(found.map((order) => [order.number, order]));
  }

  /** Applications by their ids, locked in the order of these. */
  async holdAll(
    work: Work,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, OverpaymentApplicationEntity>> {
    const found = await work.manager.find(OverpaymentApplicationEntity, {
      where: { id: Any([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return new Map(found.map((application) => [application.id, application]));
  }

  /** What the Treasury did with orders that are held: one statement. */
  async saveExecuted(work: Work, orders: readonly TreasuryOrderEntity[]): Promise<void> {
    await work.manager.query(
      `UPDATE treasury_orders o
          SET status = e.status, executed_on = e.executed_on, returned_on = e.returned_on, not_used = e.not_used,
              copy = e.copy, cause = e.cause, version = o.version + 1
         FROM unnest($1::uuid[], $2::text[], $3::date[], $4::date[], $5::numeric[], $6::text[], $7::text[])
              AS e(id, status, executed_on, returned_on, not_used, copy, cause)
        WHERE o.id = e.id`,
      [
        orders.map(({ id }) => id),
        orders.map(({ status }) => status),
        orders.map(({ executedOn }) => executedOn),
        orders.map(({ returnedOn }) => returnedOn),
        orders.map(({ notUsed }) => notUsed),
        orders.map(({ copy }) => copy),
        orders.map(({ cause }) => cause),
      ],
    );
  }

  /** How applications that are held stand after their orders: one statement. */
  async saveOutcomes(work: Work, applications: readonly OverpaymentApplicationEntity[]): Promise<void> {
    await work.manager.query(
      `UPDATE overpayment_applications a
          SET status = o.status, reserved = o.reserved, closed_on = o.closed_on, version = a.version + 1
         FROM unnest($1::uuid[], $2::text[], $3::numeric[], $4::date[]) AS o(id, status, reserved, closed_on)
        WHERE a.id = o.id`,
      [
        applications.map(({ id }) => id),
        applications.map(({ status }) => status),
        applications.map(({ reserved }) => reserved),
        applications.map(({ closedOn }) => closedOn),
      ],
    );
  }

  /** The orders of several applications, by the applications' ids. */
  async ordersOfAll(
    manager: EntityManager,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly TreasuryOrderEntity[]>> {
    const found = await manager.find(TreasuryOrderEntity, { where: { applicationId: Any([...ids]) } });
    return Map.groupBy(found, ({ applicationId }) => applicationId);
  }

  ordersOf(manager: EntityManager, applicationId: string): Promise<TreasuryOrderEntity[]> {
    return manager.find(TreasuryOrderEntity, { where: { applicationId }, order: { number: 'ASC' } });
  }

  page(manager: EntityManager, wanted: ApplicationsWanted): Promise<OverpaymentApplicationEntity[]> {
    const { payer, customsBodies, after, limit } = wanted;
    return manager.find(OverpaymentApplicationEntity, {
      where: {
        ...(payer === undefined ? {} : { payer: payer as OverpaymentApplicationEntity['payer'] }),
        ...(customsBodies === undefined
          ? {}
          : {
              customsBody: In([...customsBodies]) as unknown as OverpaymentApplicationEntity['customsBody'],
            }),
        ...(after === undefined ? {} : { id: MoreThan(after) }),
      },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** Overpaid money of a purpose that applications hold until their orders are carried out. */
  async reserved(
    manager: EntityManager,
    { payer, customsBody }: PayerAtBody,
    purpose: MoneyPurpose,
  ): Promise<Money> {
    return sumOf(
      manager,
      `SELECT coalesce(sum(reserved), 0)::text AS sum FROM overpayment_applications
        WHERE payer = $1 AND customs_body = $2 AND purpose = $3 AND reserved > 0`,
      [payer, customsBody, purpose],
    );
  }

  /** `customs body/ddmmyy/V and six digits` for applications, Z for orders; without a gap for each body and day. */
  async nextNumber(work: Work, customsBody: string, series: 'V' | 'Z', day: string): Promise<string> {
    const [row] = await work.manager.query<{ last: number }[]>(
      `INSERT INTO refund_numbers (customs_body, series, day, last) VALUES ($1, $2, $3, 1)
       ON CONFLICT (customs_body, series, day) DO UPDATE SET last = refund_numbers.last + 1 RETURNING last`,
      [customsBody, series, day],
    );
    if (!row) throw new Error(`no number of series ${series} at ${customsBody}`);
    const [year = '', month = '', date = ''] = day.split('-');
    return `${customsBody}/${date}${month}${year.slice(2)}/${series}${row.last.toString().padStart(6, '0')}`;
  }
}

async function sumOf(manager: EntityManager, text: string, parameters: unknown[]): Promise<Money> {
  const [row] = await manager.query<{ sum: string }[]>(text, parameters);
  return Money.ofTenge(row?.sum ?? '0');
}
