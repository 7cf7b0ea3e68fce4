/** What a preference or relief took off the payment of an item, and how it counts later (art. 121.1, 125.7, 301). */
import type { Span } from '@shekara/calendar';
import { Exact, type Money } from '@shekara/kernel';
import type { ReliefClass } from '@shekara/reference-data';
import { type ExemptionKind, fullSumOfCap } from '../obligation/special-sums.js';

export interface TakenOff {
  /** The preference, or the relief by its code in the register. */
  readonly code: string;
  readonly class: ReliefClass;
  readonly article: string;
  /** KZT: what would be due without it, less what is. */
  readonly relieved: Money;
  /** Present where the goods may be used only as it says: the relieved sum sleeps meanwhile (art. 301.1). */
  readonly useLimits?: {
    /** Another period than that of the law (art. 315.2(2)). */
    readonly period?: Span;
  };
}

/** What of a line the cap counts: its payable sum and what was taken off it. */
export interface CountedLine {
  readonly payable: Money;
  readonly takenOff?: TakenOff;
}

/** The sum before concessions and tax reliefs, preferences counted: it caps what later procedures add (R-PAY-020, R-PAY-041). */
export function sumBeforeReliefs(lines: readonly CountedLine[]): Exact {
  const payable = lines.reduce((sum, line) => sum.plus(line.payable.toExact()), new Exact(0));
  return fullSumOfCap(
    payable,
    lines.flatMap(({ takenOff }) =>
      takenOff && isExemption(takenOff.class)
        ? [{ by: takenOff.class, amount: takenOff.relieved.toExact() }]
        : [],
    ),
  );
}

/** A rate below the common tariff is a rate, not an exemption (art. 121.1, 301.1(3)). */
function isExemption(ofClass: ReliefClass): ofClass is ReliefClass & ExemptionKind {
  return ofClass !== 'RATE_BELOW_COMMON_TARIFF';
}
