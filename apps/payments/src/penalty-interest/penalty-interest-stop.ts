/** List PenaltyInterestStop (art. 158.3 to 158.8, 294.7): what ends, pauses or lowers penalty interest, and from which day. */
import { art, type LegalRef } from '@shekara/kernel';

/**
 * STOPS: from its day on nothing runs. PAUSES: nothing runs from its day until the day before the cancellation.
 * LOWERS_FROM_NEXT_DAY: the day of the payment still counts on the old sum (reading 27). LOWERS_FROM_DAY: the day itself
 * already has the lower sum.
 */
export type StopEffect = 'STOPS' | 'PAUSES' | 'LOWERS_FROM_NEXT_DAY' | 'LOWERS_FROM_DAY';

export const PENALTY_INTEREST_STOPS = {
  BANKRUPT_DECISION: { effect: 'STOPS', article: art(158, 3) },
  COMPULSORY_LIQUIDATION: { effect: 'STOPS', article: art(158, 3) },
  REHABILITATION: { effect: 'STOPS', article: art(158, 3) },
  MISSING_PERSON: { effect: 'PAUSES', article: art(158, 4) },
  REPAID_PART: { effect: 'LOWERS_FROM_NEXT_DAY', article: art(158, 6) },
  DEBITED: { effect: 'LOWERS_FROM_NEXT_DAY', article: art(158, '7(1)') },
  TERMINAL_PAID: { effect: 'LOWERS_FROM_NEXT_DAY', article: art(158, '7(2)') },
  CASH_DEPOSITED: { effect: 'LOWERS_FROM_NEXT_DAY', article: art(158, '7(3)') },
  SAME_KIND_OVERPAYMENT: { effect: 'LOWERS_FROM_DAY', article: art(158, 8) },
  TEMPORARY_DECLARATION_TOP_UP: { effect: 'STOPS', article: art(294, 7) },
} as const satisfies Record<string, { readonly effect: StopEffect; readonly article: LegalRef }>;

export type PenaltyInterestStop = keyof typeof PENALTY_INTEREST_STOPS;

type WithEffect<Effect extends StopEffect> = {
  [Code in PenaltyInterestStop]: (typeof PENALTY_INTEREST_STOPS)[Code]['effect'] extends Effect
    ? Code
    : never;
}[PenaltyInterestStop];

/** Codes that lower the sum on which interest runs. */
export type Lowering = WithEffect<'LOWERS_FROM_NEXT_DAY' | 'LOWERS_FROM_DAY'>;
/** Codes after which nothing runs. */
export type Ending = WithEffect<'STOPS'>;
