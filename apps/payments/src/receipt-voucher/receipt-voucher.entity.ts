import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Bin, CustomsBodyCode, Iin } from '@shekara/kernel';
import type { VOUCHER_KINDS, VoucherRate, WrittenGoods, WrittenRate } from './receipt-voucher.js';

export const VOUCHER_STATUSES = ['ISSUED', 'PAID', 'WITHDRAWN'] as const;
export type VoucherStatus = (typeof VOUCHER_STATUSES)[number];

/** A customs receipt voucher (art. 424.1, 472.1). Sums are tenge as text. */
@Entity('receipt_vouchers')
export class ReceiptVoucherEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  number: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { name: 'customs_body' })
  customsBody: CustomsBodyCode;

  @Column('text')
  payer: Bin | Iin;

  @Column('text', { name: 'payer_name' })
  payerName: string;

  @Column('text', { name: 'payer_address' })
  payerAddress: string;

  @Column('jsonb')
  goods: WrittenGoods;

  @Column('jsonb')
  rate: WrittenRate;

  @Column('text', { name: 'payment_kind' })
  paymentKind: (typeof VOUCHER_KINDS)[VoucherRate['mode']];

  /** What the rates were applied to, unrounded. */
  @Column('numeric')
  base: string;

  @Column('numeric')
  amount: string;

  @Column('text')
  status: VoucherStatus;

  @Column('date', { name: 'issued_on' })
  issuedOn: string;

  /** The officer. */
  @Column('text', { name: 'issued_by' })
  issuedBy: string;

  @Column('date', { name: 'paid_on', nullable: true })
  paidOn: string | null;

  @Column('date', { name: 'withdrawn_on', nullable: true })
  withdrawnOn: string | null;

  @Column('text', { name: 'withdrawn_for', nullable: true })
  withdrawnFor: string | null;

  @VersionColumn()
  version: number;
}
