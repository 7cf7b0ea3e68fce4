/** Rows of receipt vouchers and their numbers: `customs body/ddmmyy/P and six digits`, without a gap for a body and day. */
import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import type { CivilDate } from '@shekara/calendar';
import type { CustomsBodyCode } from '@shekara/kernel';
import type { EntityManager, Work } from '@shekara/persistence';
import { ReceiptVoucherEntity, type VoucherStatus } from './receipt-voucher.entity.js';

export interface VouchersWanted {
  readonly payer?: string | undefined;
  /** Bodies in an officer's scope. */
  readonly customsBodies?: readonly string[] | undefined;
  readonly status?: VoucherStatus | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

@Injectable()
export class ReceiptVouchers {
  /** The voucher, locked for this work. */
  async hold(work: Work, id: string): Promise<ReceiptVoucherEntity | undefined> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await work.manager.findOne(ReceiptVoucherEntity, { where: { id }, lock })) ?? undefined;
  }

  page(manager: EntityManager, wanted: VouchersWanted): Promise<ReceiptVoucherEntity[]> {
    const { payer, customsBodies, status, after, limit } = wanted;
    return manager.find(ReceiptVoucherEntity, {
      where: {
        ...(payer === undefined ? {} : { payer: payer as ReceiptVoucherEntity['payer'] }),
        ...(customsBodies === undefined ? {} : { customsBody: In(customsBodies as CustomsBodyCode[]) }),
        ...(status === undefined ? {} : { status }),
        ...(after === undefined ? {} : { id: MoreThan(after) }),
      },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  async nextNumber(work: Work, customsBody: string, day: CivilDate): Promise<string> {
    const [row] = await work.manager.query<{ last: number }[]>(
      `INSERT INTO receipt_voucher_numbers (customs_body, day, last) VALUES ($1, $2, 1)
       ON CONFLICT (customs_body, day) DO UPDATE SET last = receipt_voucher_numbers.last + 1 RETURNING last`,
      [customsBody, day],
    );
    if (!row) throw new Error(`no number for a voucher of ${customsBody}`);
    const [year = '', month = '', date = ''] = day.split('-');
    return `${customsBody}/${date}${month}${year.slice(2)}/P${row.last.toString().padStart(6, '0')}`;
  }
}
