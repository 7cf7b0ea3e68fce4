/** The charges for escort and for a preliminary decision (art. 116(2)-(3), 118, 119). */
import { art, type Money } from '@shekara/kernel';
import type { OtherCharge } from './declaration-for-calculation.js';
import { splitEscortCharge } from './escort-charge.js';
import { type PaymentLine, paymentLine } from './payment-line.js';
import type { RatesOfDay } from './rates-of-day.js';

const GROUNDS = {
  CHARGE_ESCORT: { article: art(116), rule: 'R-PAY-010' },
  CHARGE_PRELIMINARY_DECISION: { article: art(119), rule: 'R-PAY-005' },
} as const;
const PARAMETERS = {
  CHARGE_ESCORT: 'ESCORT_FEE',
  CHARGE_PRELIMINARY_DECISION: 'PRELIMINARY_DECISION_FEE',
} as const;

/** The line of a charge by the dated rate of reference data (R-PAY-005). */
export function otherChargeLine({ kind }: OtherCharge, rates: RatesOfDay): PaymentLine {
  return paymentLine(
    {
      kind,
      base: {},
      rate: { type: 'FIXED' },
      rateDate: rates.date,
      exchangeRates: [],
      unrounded: rates.reference.parameters.get(PARAMETERS[kind], rates.date).toExact(),
    },
    GROUNDS[kind],
  );
}

/** What each escorted vehicle bears (art. 118; F-06, R-PAY-010); empty without an escort. */
export function escortParts(asked: readonly OtherCharge[], lines: readonly PaymentLine[]): readonly Money[] {
  const escort = asked.find((charge) => charge.kind === 'CHARGE_ESCORT');
  const line = lines.find(({ kind }) => kind === 'CHARGE_ESCORT');
  return escort && line ? splitEscortCharge(line.payable, escort.vehicles) : [];
}
