/** The four kinds of exemption (art. 121.1; list ExemptionKind); each has a consequence of its own. */
import { Exact } from '@shekara/kernel';

export const EXEMPTION_KINDS = [
  /** Free or lower duty by origin, or by a preferential quota (art. 123.1). */
  'TARIFF_PREFERENCE',
  /** Duty relief by treaty (art. 121.3). */
  'TARIFF_CONCESSION',
  /** Relief from VAT or excise by tax law (art. 113.3). */
  'TAX_RELIEF',
  /** Relief from the declaration charge only (art. 121.2). */
  'FEE_RELIEF',
] as const;

export type ExemptionKind = (typeof EXEMPTION_KINDS)[number];

/** A duty, a tax or the charge before and after the exemption that lowered it, KZT. */
export interface ExemptedSum {
  readonly before: Exact;
  readonly after: Exact;
  readonly by?: ExemptionKind;
}

/** The cap of F-09 compares with the sum before concessions and tax reliefs; a charge is neither duty nor tax. */
const COUNTS_BEFORE: ReadonlySet<ExemptionKind> = new Set(['TARIFF_CONCESSION', 'TAX_RELIEF']);

/**
 * The full consumption sum to which the cap of art. 125.7 holds what is payable (R-PAY-020, R-PAY-041): preferences count,
 * concessions and tax reliefs do not, relief from the charge is outside it.
 */
export function fullConsumptionSum(sums: readonly ExemptedSum[]): Exact {
  return sums
    .filter(({ by }) => by !== 'FEE_RELIEF')
    .map(({ before, after, by }) => (by && COUNTS_BEFORE.has(by) ? before : after))
    .reduce((total, sum) => total.plus(sum), new Exact(0));
}
