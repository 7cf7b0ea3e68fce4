/** Money of the budget: whole tiyn (hundredths of a tenge), exact. */
import { Decimal } from 'decimal.js';

/** Intermediate values carry 40 significant digits; nothing is rounded before the law says so. */
export const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
export type Exact = Decimal;

/** An amount in tiyn. May be negative (a correction); never a fraction. */
export class Money {
  static readonly ZERO = new Money(0n);

  private constructor(readonly tiyn: bigint) {}

  static ofTiyn(tiyn: bigint): Money {
    return tiyn === 0n ? Money.ZERO : new Money(tiyn);
  }

  /** Tenge as text, at most two decimals, e.g. "20000", "686400.00". @throws RangeError for anything else. */
  static ofTenge(text: string): Money {
    const match = /^(-?)(\d{1,16})(?:\.(\d{1,2}))?$/.exec(text);
    if (!match) throw new RangeError(`not an amount in tenge: ${text}`);
    const tiyn = BigInt(match[2] ?? '0') * 100n + BigInt((match[3] ?? '').padEnd(2, '0'));
    return Money.ofTiyn(match[1] ? -tiyn : tiyn);
  }

  /** Rounds an exact amount in tenge half up to the tiyn (settled question 7: once per item and kind of payment). */
  static round(tenge: Exact): Money {
    return Money.ofTiyn(BigInt(tenge.times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toFixed(0)));
  }

  static sum(amounts: Iterable<Money>): Money {
    let total = 0n;
    for (const amount of amounts) total += amount.tiyn;
    return Money.ofTiyn(total);
  }

  plus(other: Money): Money {
    return Money.ofTiyn(this.tiyn + other.tiyn);
  }

  minus(other: Money): Money {
    return Money.ofTiyn(this.tiyn - other.tiyn);
  }

  negated(): Money {
    return Money.ofTiyn(-this.tiyn);
  }

  /** Negative, zero or positive as this amount is below, equal to or above the other. */
  compare(other: Money): number {
    return this.tiyn < other.tiyn ? -1 : this.tiyn > other.tiyn ? 1 : 0;
  }

  isZero(): boolean {
    return this.tiyn === 0n;
  }

  isPositive(): boolean {
    return this.tiyn > 0n;
  }

  isNegative(): boolean {
    return this.tiyn < 0n;
  }

  min(other: Money): Money {
    return this.compare(other) <= 0 ? this : other;
  }

  /** Exact tenge, for formulas. */
  toExact(): Exact {
    return new Exact(this.tiyn.toString()).dividedBy(100);
  }

  /** Tenge with two decimals: "686400.00". */
  toString(): string {
    const absolute = this.tiyn < 0n ? -this.tiyn : this.tiyn;
    return `${this.tiyn < 0n ? '-' : ''}${absolute / 100n}.${(absolute % 100n).toString().padStart(2, '0')}`;
  }

  toJSON(): string {
    return this.toString();
  }
}
