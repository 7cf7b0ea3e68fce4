/** The charge for customs declaration (art. 116(1)). */
import { art } from '@shekara/kernel';
import { type PaymentLine, paymentLine } from './payment-line.js';
import type { RatesOfDay } from './rates-of-day.js';

const GROUND = { article: art(116), rule: 'R-PAY-005' };

/** One charge a declaration, however many goods or pages of a goods list it has (art. 116(1); R-PAY-005, R-PAY-016). */
export function declarationCharge(rates: RatesOfDay, relieved: boolean): PaymentLine {
  return paymentLine(
    {
      kind: 'CHARGE_DECLARATION',
      base: {},
      ...(relieved ? { notPayable: 'EXEMPT_BY_LAW' as const } : {}),
      rate: { type: 'FIXED' },
      rateDate: rates.date,
      exchangeRates: [],
      unrounded: rates.reference.parameters.get('DECLARATION_FEE', rates.date).toExact(),
    },
    GROUND,
  );
}
