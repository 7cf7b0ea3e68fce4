/** Rows of overpayment applications and their orders, and the sums that earlier applications hold. */
import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
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

  /** The order of a number, locked for this work. */
  async holdOrder(work: Work, number: string): Promise<TreasuryOrderEntity | undefined> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await work.manager.findOne(TreasuryOrderEntity, { where: { number }, lock })) ?? undefined;
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

  /** What earlier applications took back from the budget of a kind of a declaration. */
  async takenBack(manager: EntityManager, declarationNumber: string, kind: string): Promise<Money> {
    return sumOf(
      manager,
      `SELECT coalesce(sum(confirmed), 0)::text AS sum FROM overpayment_applications
        WHERE declaration_number = $1 AND purpose = $2 AND money_place = 'IN_BUDGET'`,
      [declarationNumber, kind],
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
