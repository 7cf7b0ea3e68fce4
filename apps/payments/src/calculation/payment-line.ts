/** A line of the payment calculation: one declaration item and kind of payment (art. 125, 129.1). */
import { type Exact, type LegalRef, Money, type Reason } from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';
import { rowOf, type Trigger } from '../obligation/trigger-matrix.js';
import type { PaymentKind } from '../payment-kind.js';
import type { Preference } from '../preference/preference.js';
import type { TakenOff } from '../relief/taken-off.js';
import type { AppliedExchangeRate } from './declaration-for-calculation.js';
import type { Quantity } from './quantity.js';

/** The rate as applied (art. 114): percent of the base, an amount per physical unit, or both. */
export interface AppliedRate {
  readonly type: 'AD_VALOREM' | 'SPECIFIC' | 'COMBINED' | 'FIXED';
  readonly combineMode?: 'MAX' | 'SUM';
  readonly percent?: Exact;
  readonly specific?: {
    readonly amount: Exact;
    readonly currency: string;
    readonly perQuantity: Exact;
    readonly unit: string;
  };
}

export interface PaymentBase {
  /** KZT, unrounded: the customs value for a duty, the tax base for VAT. */
  readonly value?: Exact;
  readonly quantity?: Quantity;
}

/** Why a calculated sum is not payable (list NotPayable, art. 129.3). */
export type NotPayable = 'PROCEDURE_WITHOUT_PAYMENT' | 'UP_TO_200_EUR' | 'EXEMPT_BY_LAW';

/** A sum that sleeps while a condition holds, and the row of the matrix that opens when it breaks (art. 129.3(1), 301). */
export interface ContingentSum {
  readonly amount: Money;
  readonly trigger: Trigger;
}

export interface PaymentLine {
  /** Number of the declaration item; absent for a payment of the whole declaration. */
  readonly item?: number;
  readonly kind: PaymentKind;
  readonly base: PaymentBase;
  readonly rate: AppliedRate;
  /** The tariff preference given, and the share of the rate that it left (art. 123). */
  readonly preference?: { readonly kind: Preference; readonly share: Exact };
  /** What a preference or relief took off the sum (art. 121, 123, 301). */
  readonly takenOff?: TakenOff;
  /** Claims of box 36 that were refused: the sum is due in full. */
  readonly refusedClaims?: readonly Reason[];
  readonly rateDate: CivilDate;
  /** Every foreign currency that the sum went through. */
  readonly exchangeRates: readonly AppliedExchangeRate[];
  readonly article: string;
  readonly rule: string;
  /** KZT before rounding; the base of the tax that follows uses this figure. */
  readonly unrounded: Exact;
  readonly calculated: Money;
  readonly payable: Money;
  readonly notPayable?: NotPayable;
  readonly contingent?: ContingentSum;
  /** Paid under the earlier procedure and therefore not payable again (art. 125.7, 388.2). */
  readonly deducted?: Money;
}

export interface Ground {
  readonly article: LegalRef;
  readonly rule: string;
}

/** Rounds half up to the tiyn, once per item and kind (settled question 7), and waives what is not payable. */
export function paymentLine(
  line: Omit<PaymentLine, 'article' | 'rule' | 'calculated' | 'payable'>,
  ground: Ground,
): PaymentLine {
  const calculated = Money.round(line.unrounded);
  return {
    ...line,
    article: ground.article.text,
    rule: ground.rule,
    calculated,
    payable: line.notPayable ? Money.ZERO : calculated,
  };
}

/**
 * The line of a sum that is not payable while the conditions of the procedure hold (art. 129.3(1); R-PAY-246). A relief that the
 * row counts leaves nothing asleep; its own use limits begin with release for consumption only.
 */
export function sleeping(line: PaymentLine, trigger: Trigger): PaymentLine {
  if (line.notPayable === 'UP_TO_200_EUR') return line;
  const { takenOff: _takenOff, ...plain } = line;
  return {
    ...plain,
    article: rowOf(trigger).article,
    rule: 'R-PAY-246',
    payable: Money.ZERO,
    notPayable: 'PROCEDURE_WITHOUT_PAYMENT',
    contingent: { amount: line.payable, trigger },
  };
}

/** The line less what was paid earlier, at most all of it. */
export function lessPaid(line: PaymentLine, paid: Money): PaymentLine {
  const deducted = paid.min(line.payable);
  return deducted.isPositive() ? { ...line, payable: line.payable.minus(deducted), deducted } : line;
}

/** The payable sum of each kind that has a line. */
export function payableByKind(lines: readonly PaymentLine[]): ReadonlyMap<PaymentKind, Money> {
  const payable = new Map<PaymentKind, Money>();
  for (const line of lines) payable.set(line.kind, (payable.get(line.kind) ?? Money.ZERO).plus(line.payable));
  return payable;
}
