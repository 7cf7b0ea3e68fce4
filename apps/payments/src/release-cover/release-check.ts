/** The release check (F-22; art. 131.3, 296.1(3), 302.1): is every kind of payment of a declaration covered? */
import { Money, reason, type Exact, type Reason } from '@shekara/kernel';
import { isSmallRemainder } from '../calculation/small-amounts.js';
import { isCharge, type PaymentKind } from '../payment-kind.js';
import { releaseCoverReasons as reasons } from './release-cover-reasons.js';

/** A kind of payment of one declaration as it stands. All amounts are zero or more. */
export interface KindOfDeclaration {
  readonly kind: PaymentKind;
  readonly payable: Money;
  /** Covered from money that the Treasury, or an on-site receipt, has confirmed. */
  readonly confirmedPaid: Money;
  /** Covered by an accepted security; a charge cannot be secured and this counts nothing for it. */
  readonly secured: Money;
  /** Deferred or put on instalments; only import duty can be (art. 134.1), for others this counts nothing. */
  readonly deferred: Money;
  /** Money for this kind that a bank told of and the Treasury has not confirmed. It covers nothing (R-PAY-101). */
  readonly pending: Money;
}

export interface Shortfall {
  readonly kind: PaymentKind;
  readonly amount: Money;
}

export type ReleaseCheck =
  | {
      readonly covered: true;
      /** Duties and taxes that end as a small remainder (art. 129.2(4)); empty when every kind is covered in full. */
      readonly smallRemainder: readonly Shortfall[];
    }
  | {
      readonly covered: false;
      readonly shortfalls: readonly Shortfall[];
      readonly reasons: readonly [Reason, ...Reason[]];
    };

/** Payable less confirmed paid, secured and deferred; never below zero: one kind's surplus covers no other kind. */
export function shortfallOf(kind: KindOfDeclaration): Money {
  const secured = isCharge(kind.kind) ? Money.ZERO : kind.secured;
  const deferred = kind.kind === 'IMPORT_DUTY' ? kind.deferred : Money.ZERO;
  const missing = kind.payable.minus(kind.confirmedPaid).minus(secured).minus(deferred);
  return missing.isNegative() ? Money.ZERO : missing;
}

/**
 * Answers by machine whether payments let the goods go (R-PAY-067, R-PAY-068). Shortfalls of all duties and taxes that
 * add up to at most `smallRemainderLimit` (EUR 5 in KZT, rate of the day the obligation arose) end and do not block; a
 * charge never gets that limit (R-PAY-018). Otherwise one reason per short kind: PAYMENT_NOT_CONFIRMED when money
 * pending at the Treasury, the kind's own or the advance, would cover it, else PAYMENT_SHORT with what is missing.
 */
export function checkRelease(
  kinds: readonly KindOfDeclaration[],
  smallRemainderLimit: Exact,
  pendingAdvance: Money = Money.ZERO,
): ReleaseCheck {
  let advance = pendingAdvance;
  const short = kinds
    .map((kind) => ({ kind, amount: shortfallOf(kind) }))
    .filter(({ amount }) => amount.isPositive());
  const ofDutiesAndTaxes = short.filter(({ kind }) => !isCharge(kind.kind));
  const remainder = Money.sum(ofDutiesAndTaxes.map(({ amount }) => amount));
  const ends = isSmallRemainder(remainder, smallRemainderLimit);
  const blocking = ends ? short.filter(({ kind }) => isCharge(kind.kind)) : short;

  const [first, ...rest] = blocking.map(({ kind, amount }) => {
    const fromAdvance = amount.minus(kind.pending.min(amount));
    const notConfirmed = fromAdvance.compare(advance) <= 0;
    if (notConfirmed) advance = advance.minus(fromAdvance);
    return reason(notConfirmed ? reasons.PAYMENT_NOT_CONFIRMED : reasons.PAYMENT_SHORT, {
      parameters: { kind: kind.kind, shortfall: amount.toString() },
    });
  });
  if (!first) return { covered: true, smallRemainder: ofDutiesAndTaxes.map(asShortfall) };
  return { covered: false, shortfalls: blocking.map(asShortfall), reasons: [first, ...rest] };
}

function asShortfall({
  kind,
  amount,
}: {
  readonly kind: KindOfDeclaration;
  readonly amount: Money;
}): Shortfall {
  return { kind: kind.kind, amount };
}

/**
 * The registration check: the declaration charge is paid before the declaration or together with it (art. 120.2;
 * R-PAY-006). `available` is the payer's confirmed money that may pay it. Refuses CHARGE_UNPAID.
 */
export function checkDeclarationCharge(charge: Money, available: Money): Reason | undefined {
  if (available.compare(charge) >= 0) return undefined;
  return reason(reasons.CHARGE_UNPAID, {
    parameters: { charge: charge.toString(), available: available.toString() },
  });
}
