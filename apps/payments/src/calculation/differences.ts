/** The payer calculates, customs recalculates (art. 125.1): where the two sums differ (R-PAY-035). */
import { Money } from '@shekara/kernel';
import type { PaymentKind } from '../payment-kind.js';
import type { PaymentLine } from './payment-line.js';

/** A sum as the declaration states it: of an item, or of the whole declaration when `item` is absent. */
export interface DeclaredPayment {
  readonly item?: number;
  readonly kind: PaymentKind;
  readonly amount: Money;
}

export interface PaymentDifference {
  readonly item?: number;
  readonly kind: PaymentKind;
  readonly declared: Money;
  readonly calculated: Money;
  /** Calculated less declared: positive when the payer stated too little. */
  readonly difference: Money;
}

/** Every item and kind whose payable sum is not the declared one; a sum that one side lacks counts as zero there. */
export function differencesFrom(
  declared: readonly DeclaredPayment[],
  lines: readonly PaymentLine[],
): readonly PaymentDifference[] {
  const key = ({ item, kind }: { readonly item?: number; readonly kind: PaymentKind }) =>
    `${item ?? ''}:${kind}`;
  const sums = new Map<string, { item?: number; kind: PaymentKind; declared: Money; calculated: Money }>();
  const sumOf = (of: { readonly item?: number; readonly kind: PaymentKind }) => {
    const sum = sums.get(key(of)) ?? { ...place(of), declared: Money.ZERO, calculated: Money.ZERO };
    sums.set(key(of), sum);
    return sum;
  };
  for (const line of lines) {
    const sum = sumOf(line);
    sum.calculated = sum.calculated.plus(line.payable);
  }
  for (const payment of declared) {
    const sum = sumOf(payment);
    sum.declared = sum.declared.plus(payment.amount);
  }
  return [...sums.values()]
    .map((sum) => ({ ...sum, difference: sum.calculated.minus(sum.declared) }))
    .filter(({ difference }) => !difference.isZero());
}

function place({ item, kind }: { readonly item?: number; readonly kind: PaymentKind }) {
  return item === undefined ? { kind } : { item, kind };
}
