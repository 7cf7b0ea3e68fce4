/** Whose tax rates apply to goods in transit that are found elsewhere, and where the sum is payable (art. 125.6, 126.5, 138.2). */

/** The member states of the Union, two letters. */
export const MEMBER_STATES = ['AM', 'BY', 'KG', 'KZ', 'RU'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

export interface TransitDebtPlace {
  /** Duty rates are those of the common tariff in every member state; VAT and excise are those of this one. */
  readonly taxRatesOf: MemberState;
  readonly payableIn: MemberState;
}

/** Goods whose transit Kazakhstan released: the state in which they were found to be, else Kazakhstan (R-PAY-045). */
export function placeOfTransitDebt(foundIn: MemberState | undefined): TransitDebtPlace {
  const state = foundIn ?? 'KZ';
  return { taxRatesOf: state, payableIn: state };
}
