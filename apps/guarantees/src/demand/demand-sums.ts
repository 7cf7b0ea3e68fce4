/** What is owed under a security on a day: duties and taxes in default with their fines (art. 146.4, 158.2; F-GUA-10). */
import { type CivilDate, daysBetween, plusDays } from '@shekara/calendar';
import { Exact, Money } from '@shekara/kernel';

/** Duties and taxes that a security may stand for; charges are never secured (R-GUA-039). */
export const SECURED_KINDS = [
  'IMPORT_DUTY',
  'EXPORT_DUTY',
  'SPECIAL_DUTY',
  'ANTI_DUMPING_DUTY',
  'COUNTERVAILING_DUTY',
  'IMPORT_EXCISE',
  'IMPORT_VAT',
] as const;

/** What is in default of one kind of payment. */
export interface SumInDefault {
  /** E.g. IMPORT_VAT. */
  readonly kind: string;
  readonly principal: Money;
  /** Fines on the kind that are reckoned already. */
  readonly penaltyInterest: Money;
}

/** The dated parameters of the fine (art. 158.2). */
export interface FineRates {
  /** Official refinancing rate of the National Bank, percent a year. */
  readonly refinancingPercent: (on: CivilDate) => Exact;
  readonly multiplier: (on: CivilDate) => Exact;
  readonly daysOfYear: (on: CivilDate) => number;
}

export interface Owed {
  readonly principal: Money;
  readonly penaltyInterest: Money;
}

/**
 * What is owed on a day, in KZT. The fines of each kind run from the day after `accruedTo` to `on`, both included, are
 * rounded half up for each kind and then summed; there is no fine on a fine (art. 158.5).
 */
export function owedOn(
  sums: readonly SumInDefault[],
  accruedTo: CivilDate,
  on: CivilDate,
  rates: FineRates,
): Owed {
  const share = shareOfYears(accruedTo, on, rates);
  return {
    principal: Money.sum(sums.map(({ principal }) => principal)),
    penaltyInterest: Money.sum(
      sums.map(({ principal, penaltyInterest }) =>
        penaltyInterest.plus(Money.round(principal.toExact().times(share))),
      ),
    ),
  };
}

export function totalOf({ principal, penaltyInterest }: Owed): Money {
  return principal.plus(penaltyInterest);
}

/** The fine of one tenge over the days: rate by rate, so that nothing is rounded in between. */
function shareOfYears(after: CivilDate, until: CivilDate, rates: FineRates): Exact {
  const days = Math.max(0, daysBetween(after, until));
  const percentOfYear = new Map<number, Exact>();
  for (let passed = 1; passed <= days; passed += 1) {
    const day = plusDays(after, passed);
    const year = rates.daysOfYear(day);
    const percent = rates.refinancingPercent(day).times(rates.multiplier(day));
    percentOfYear.set(year, (percentOfYear.get(year) ?? new Exact(0)).plus(percent));
  }
  let share = new Exact(0);
  for (const [year, percent] of percentOfYear)
    share = share.plus(percent.dividedBy(new Exact(100).times(year)));
  return share;
}
