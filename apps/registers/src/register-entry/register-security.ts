/** F1: the minimum security of representatives and carriers in euro, each part at the rate of its own day (art. 26.3, 34.2). */
import type { CivilDate } from '@shekara/calendar';
import { Exact, type Money } from '@shekara/kernel';

/** One instrument: what it is worth in tenge and the day on which it was provided. */
export interface SecurityPart {
  readonly reference: string;
  readonly amount: Money;
  readonly providedOn: CivilDate;
}

/** A fraction whose parts are whole: sums of quotients stay exact. */
interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const DECIMALS = 10;

function whole(value: Exact): bigint {
  return BigInt(value.times(new Exact(10).pow(DECIMALS)).toFixed(0));
}

/**
 * Whether the parts together reach the minimum: Σ K ÷ r(d) ≥ minimum, compared as exact fractions, without rounding.
 * `kztPerEuro` holds tenge for one euro on the day of each part, in the order of the parts, with at most ten decimals.
 */
export function minimumSecurityMet(
  parts: readonly SecurityPart[],
  kztPerEuro: readonly Exact[],
  minimumEuro: Exact,
): boolean {
  let sum: Fraction = { numerator: 0n, denominator: 1n };
  for (const [index, part] of parts.entries()) {
    const rate = kztPerEuro[index];
    if (rate === undefined) throw new RangeError(`no rate for security ${part.reference}`);
    const divisor = whole(rate) * 100n;
    const tiyn = part.amount.tiyn * 10n ** BigInt(DECIMALS);
    sum = {
      numerator: sum.numerator * divisor + tiyn * sum.denominator,
      denominator: sum.denominator * divisor,
    };
  }
  return sum.numerator * 10n ** BigInt(DECIMALS) >= whole(minimumEuro) * sum.denominator;
}
