/** The customs charges of the law, and by when those beside the declaration charge are paid (art. 113.1(5), 116, 120). */
import type { CivilDate } from '@shekara/calendar';
import { art, decide, type Decision, defineReasons, Money, when } from '@shekara/kernel';
import { isCharge, isPaymentKind, PAYMENT_KINDS, type PaymentKind } from '../payment-kind.js';
import { releaseCoverReasons } from '../release-cover/release-cover-reasons.js';

export const customsChargeReasons = defineReasons({
  CHARGE_NOT_IN_LAW: {
    article: { CODE_2010: art(116) },
    text: {
      en: 'The law knows no such customs charge.',
      ru: 'Такой таможенный сбор законом не предусмотрен.',
      kk: 'Мұндай кедендік алым заңда көзделмеген.',
    },
    cure: {
      en: 'Ask only for the charges for declaration, escort and a preliminary decision.',
      ru: 'Взимайте только сборы за декларирование, сопровождение и предварительное решение.',
      kk: 'Тек декларациялау, алып жүру және алдын ала шешім үшін алымдарды талап етіңіз.',
    },
  },
});

/** Declaration, escort and preliminary decision: there is no other (art. 116). */
export const CUSTOMS_CHARGES: readonly PaymentKind[] = PAYMENT_KINDS.filter((kind) => isCharge(kind));

export interface ChargeAsked {
  readonly type: 'ChargeAsked';
  readonly kind: PaymentKind;
}

/** Refuses CHARGE_NOT_IN_LAW for any charge beside the three, also one for entry in a register (R-PAY-004, R-PAY-017). */
export function askForCharge(named: string): Decision<ChargeAsked> {
  const kind = isPaymentKind(named) && isCharge(named) ? named : undefined;
  return decide(
    [when(kind === undefined, customsChargeReasons.CHARGE_NOT_IN_LAW, { parameters: { charge: named } })],
    () => (kind === undefined ? [] : [{ type: 'ChargeAsked', kind }]),
  );
}

/** Confirmed money that was paid for a charge, by its bank date. */
export interface ChargePayment {
  readonly on: CivilDate;
  readonly amount: Money;
}

export interface ChargePaid {
  readonly type: 'ChargePaid';
}

/**
 * The escort charge counts when it was paid from the day of the escort decision to the first day of escort, both included
 * (art. 120.3; R-PAY-009). Else CHARGE_UNPAID.
 */
export function checkEscortCharge(
  charge: Money,
  { decidedOn, firstEscortDay }: { readonly decidedOn: CivilDate; readonly firstEscortDay: CivilDate },
  payments: readonly ChargePayment[],
): Decision<ChargePaid> {
  const inTime = payments.filter(({ on }) => on >= decidedOn && on <= firstEscortDay);
  return paidInFull(charge, inTime, art(120, 3));
}

/** A preliminary decision is handed over only after its payment is recorded (art. 120.4; R-PAY-011). Else CHARGE_UNPAID. */
export function checkPreliminaryDecisionCharge(
  charge: Money,
  recorded: readonly ChargePayment[],
): Decision<ChargePaid> {
  return paidInFull(charge, recorded, art(120, 4));
}

function paidInFull(
  charge: Money,
  payments: readonly ChargePayment[],
  article: ReturnType<typeof art>,
): Decision<ChargePaid> {
  const paid = Money.sum(payments.map(({ amount }) => amount));
  return decide(
    [
      when(paid.compare(charge) < 0, releaseCoverReasons.CHARGE_UNPAID, {
        article,
        parameters: { charge: charge.toString(), available: paid.toString() },
      }),
    ],
    () => [{ type: 'ChargePaid' }],
  );
}
