/** The customs receipt voucher for personal and postal goods (art. 424.1, 472; F-18): which sum it carries, who fills it. */
import type { CivilDate } from '@shekara/calendar';
import { decide, type Decision, Exact, Money, when } from '@shekara/kernel';
import type { PaymentKind } from '../payment-kind.js';
import { receiptVoucherReasons } from './receipt-voucher-reasons.js';

export type VoucherGoods =
  | { readonly kind: 'PERSONAL'; readonly declaredInWriting: boolean; readonly value: Exact }
  | {
      readonly kind: 'POSTAL';
      readonly needsGoodsDeclaration: boolean;
      /** From the papers of the Universal Postal Union. */
      readonly valueInPostalPapers: Exact;
      readonly declaredValue: Exact | undefined;
    };

/** Uniform rates, or one aggregate payment: the officer names which applies; the sums come from art. 126 rates (art. 472.2). */
export type VoucherRate =
  | { readonly mode: 'UNIFORM'; readonly percent: Exact }
  | {
      readonly mode: 'AGGREGATE';
      readonly dutyPercent: Exact;
      readonly vatPercent: Exact;
      readonly excise: Exact;
    };

export interface VoucherItem {
  readonly description: string;
  readonly quantity: string;
}

/** The goods as the voucher writes them. Values are tenge as text. */
export interface WrittenGoods {
  readonly kind: VoucherGoods['kind'];
  readonly items: readonly VoucherItem[];
  /** Number of the passenger's declaration, or of the papers of the post. */
  readonly document: string;
  readonly value: string;
  /** Of post: what the sender declared, where it did. */
  readonly declaredValue: string | null;
}

/** The rate as the voucher writes it. Percents and excise (tenge) as text. */
export type WrittenRate =
  | { readonly mode: 'UNIFORM'; readonly percent: string }
  | {
      readonly mode: 'AGGREGATE';
      readonly dutyPercent: string;
      readonly vatPercent: string;
      readonly excise: string;
    };

/** The kind of payment of each way to charge (list PaymentKind). */
export const VOUCHER_KINDS = {
  UNIFORM: 'UNIFORM_RATE_PAYMENT',
  AGGREGATE: 'AGGREGATE_PAYMENT',
} as const satisfies Record<VoucherRate['mode'], PaymentKind>;

export interface VoucherToFill {
  readonly goods: VoucherGoods;
  /** The payer is a natural person: its number is an IIN. */
  readonly naturalPerson: boolean;
  readonly rate: VoucherRate;
  readonly filledByOfficer: boolean;
  readonly on: CivilDate;
}

export interface VoucherFilled {
  readonly type: 'ReceiptVoucherFilled';
  /** KZT, unrounded: what the rate was applied to. */
  readonly base: Exact;
  readonly sum: Money;
  readonly on: CivilDate;
  /** One copy goes to the payer. */
  readonly copies: readonly ['CUSTOMS', 'PAYER'];
}

/** The value of postal goods: that of the postal papers, or the declared one when it is higher (R-PAY-112). */
export function voucherValue(goods: VoucherGoods): Exact {
  if (goods.kind === 'PERSONAL') return goods.value;
  return Exact.max(goods.valueInPostalPapers, goods.declaredValue ?? 0);
}

/** F-18: duty, excise, and VAT on value, duty and excise, as one sum; or the uniform rate (R-PAY-110). Rounded once. */
export function voucherSum(value: Exact, rate: VoucherRate): Money {
  if (rate.mode === 'UNIFORM') return Money.round(percentOf(value, rate.percent));
  const duty = percentOf(value, rate.dutyPercent);
  const vat = percentOf(value.plus(duty).plus(rate.excise), rate.vatPercent);
  return Money.round(duty.plus(rate.excise).plus(vat));
}

/**
 * Fills the voucher (R-PAY-109), or refuses VOUCHER_NEEDS_OFFICER, VOUCHER_NOT_FOR_THESE_GOODS, PERSONAL_GOODS_OF_PERSON,
 * VOUCHER_OWES_NOTHING.
 */
export function fillVoucher({
  goods,
  naturalPerson,
  rate,
  filledByOfficer,
  on,
}: VoucherToFill): Decision<VoucherFilled> {
  const fits = goods.kind === 'PERSONAL' ? goods.declaredInWriting : !goods.needsGoodsDeclaration;
  const base = voucherValue(goods);
  const sum = voucherSum(base, rate);
  return decide(
    [
      when(!filledByOfficer, receiptVoucherReasons.VOUCHER_NEEDS_OFFICER),
      when(!fits, receiptVoucherReasons.VOUCHER_NOT_FOR_THESE_GOODS),
      when(goods.kind === 'PERSONAL' && !naturalPerson, receiptVoucherReasons.PERSONAL_GOODS_OF_PERSON, {
        pointer: '/payer',
      }),
      when(!sum.isPositive(), receiptVoucherReasons.VOUCHER_OWES_NOTHING),
    ],
    () => [{ type: 'ReceiptVoucherFilled', base, sum, on, copies: ['CUSTOMS', 'PAYER'] }],
  );
}

function percentOf(value: Exact, percent: Exact): Exact {
  return value.times(percent).dividedBy(100);
}
