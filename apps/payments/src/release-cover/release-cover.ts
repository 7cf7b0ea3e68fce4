/** Seeking cover for a declaration: the payer's money first, then a security, else waiting (art. 131.3, 138.7, 143). */
import { Money, type Exact, type Reason } from '@shekara/kernel';
import { isCharge, type MoneyPurpose, PAYMENT_KINDS, type PaymentKind } from '../payment-kind.js';
import { checkRelease, type KindOfDeclaration, type Shortfall, shortfallOf } from './release-check.js';

/** The payer's confirmed money at the customs body, by what it was sent for (art. 138.4, 141.7). */
export type ConfirmedMoney = ReadonlyMap<MoneyPurpose, Money>;

export interface MoneyCover {
  readonly kind: PaymentKind;
  /** The account that pays: the kind's own money, or the advance. */
  readonly purpose: MoneyPurpose;
  readonly amount: Money;
}

export type ReleaseCover =
  | {
      readonly outcome: 'COVERED';
      readonly fromMoney: readonly MoneyCover[];
      /** Sums that guarantees must reserve, by kind; empty when money suffices. */
      readonly byGuarantee: readonly Shortfall[];
      readonly smallRemainder: readonly Shortfall[];
    }
  | {
      readonly outcome: 'WAITING';
      readonly shortfalls: readonly Shortfall[];
      readonly reasons: readonly [Reason, ...Reason[]];
    };

export interface CoverSought {
  readonly kinds: readonly KindOfDeclaration[];
  readonly money: ConfirmedMoney;
  /** Advance money that waits for the Treasury; it covers nothing, but tells what the payer has to wait for. */
  readonly pendingAdvance: Money;
  /** What the payer's securities can still secure. */
  readonly securityAvailable: Money;
  /** EUR 5 in KZT at the rate of the day the obligation arose. */
  readonly smallRemainderLimit: Exact;
}

/** Charges first: nothing but money covers them. Then the order of the law's list of kinds. */
const ORDER: readonly PaymentKind[] = [
  ...PAYMENT_KINDS.filter((kind) => isCharge(kind)),
  ...PAYMENT_KINDS.filter((kind) => !isCharge(kind)),
];

/**
 * Finds how the declaration's payments are covered (R-PAY-065, R-PAY-067, R-PAY-107): each kind from the money sent for
 * that kind, then from the advance; what is left of duties and taxes from a security when it holds all of it. Money of
 * one kind never covers another. Nothing is taken unless everything is covered: while it waits, the payer's money
 * stays free. Waits with PAYMENT_SHORT or PAYMENT_NOT_CONFIRMED per kind.
 */
export function seekCover(sought: CoverSought): ReleaseCover {
  const { kinds, money, securityAvailable, smallRemainderLimit, pendingAdvance } = sought;
  let advance = money.get('ADVANCE') ?? Money.ZERO;
  const fromMoney: MoneyCover[] = [];
  const paid = [...kinds].sort(byOrder).map((kind) => {
    const missing = shortfallOf(kind);
    const own = missing.min(money.get(kind.kind) ?? Money.ZERO);
    const fromAdvance = missing.minus(own).min(advance);
    advance = advance.minus(fromAdvance);
    if (own.isPositive()) fromMoney.push({ kind: kind.kind, purpose: kind.kind, amount: own });
    if (fromAdvance.isPositive())
      fromMoney.push({ kind: kind.kind, purpose: 'ADVANCE', amount: fromAdvance });
    return { ...kind, confirmedPaid: kind.confirmedPaid.plus(own).plus(fromAdvance) };
  });

  const byMoney = checkRelease(paid, smallRemainderLimit, pendingAdvance);
  if (byMoney.covered) {
    return { outcome: 'COVERED', fromMoney, byGuarantee: [], smallRemainder: byMoney.smallRemainder };
  }
  const toSecure = paid
    .filter((kind) => !isCharge(kind.kind))
    .map((kind) => ({ kind: kind.kind, amount: shortfallOf(kind) }))
    .filter(({ amount }) => amount.isPositive());
  const chargeShort = paid.some((kind) => isCharge(kind.kind) && shortfallOf(kind).isPositive());
  const enough = Money.sum(toSecure.map(({ amount }) => amount)).compare(securityAvailable) <= 0;
  if (!chargeShort && enough)
    return { outcome: 'COVERED', fromMoney, byGuarantee: toSecure, smallRemainder: [] };
  return { outcome: 'WAITING', shortfalls: byMoney.shortfalls, reasons: byMoney.reasons };
}

function byOrder(first: KindOfDeclaration, second: KindOfDeclaration): number {
  return ORDER.indexOf(first.kind) - ORDER.indexOf(second.kind);
}
