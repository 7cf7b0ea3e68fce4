/** List PaymentMistake (art. 153.2): why money that came is a mistaken payment. */
import { art, type LegalRef } from '@shekara/kernel';

export const PAYMENT_MISTAKES = {
  WRONG_PAYER_NAME: art(153, '2(1)'),
  WRONG_PAYER_ID: art(153, '2(1)'),
  WRONG_TAX_BODY_ID: art(153, '2(1)'),
  PURPOSE_MISMATCH: art(153, '2(1)'),
  WRONG_KIND: art(153, '2(2)'),
  WRONG_KIND_FOR_PENALTY_INTEREST: art(153, '2(3)'),
  BANK_DUPLICATE: art(153, '2(4)'),
  PAID_FOR_EXEMPT_GOODS: art(153, '2(5)'),
  OTHER_PAYMENT_MISTAKE: art(153, '2(6)'),
} as const satisfies Record<string, LegalRef>;

export type PaymentMistake = keyof typeof PAYMENT_MISTAKES;

export function isPaymentMistake(text: string): text is PaymentMistake {
  return Object.hasOwn(PAYMENT_MISTAKES, text);
}

/**
 * The mistake in a declaration charge that was not due: paid twice, or for goods exempt under art. 122 (R-PAY-013, reading
 * 40). Undefined for a due charge, which is never refunded (R-PAY-012).
 */
export function mistakeOfCharge(charge: {
  readonly paidTwice: boolean;
  readonly goodsExempt: boolean;
}): PaymentMistake | undefined {
  if (charge.paidTwice) return 'BANK_DUPLICATE';
  return charge.goodsExempt ? 'PAID_FOR_EXEMPT_GOODS' : undefined;
}
