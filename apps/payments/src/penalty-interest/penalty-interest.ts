/** Penalty interest (art. 158; F-11): daily on what is late of a kind, rounded once over its whole run. */
import { type CivilDate, daysBetween, plusDays } from '@shekara/calendar';
import { Exact, Money } from '@shekara/kernel';
import { type MoneyPurpose, type PaymentKind } from '../payment-kind.js';
import { type Ending, type Lowering, PENALTY_INTEREST_STOPS } from './penalty-interest-stop.js';

/** The dated parameters of the formula (art. 158.2). */
export interface PenaltyInterestRates {
  /** Official refinancing rate of the National Bank, percent a year. */
  readonly refinancingPercent: (on: CivilDate) => Exact;
  readonly multiplier: (on: CivilDate) => Exact;
  /** Days of the year in the formula: 365, in leap years too. */
  readonly daysOfYear: (on: CivilDate) => number;
}

/** What lowers the sum: money on its bank date, never the Treasury's (art. 158.6, 158.7), or an overpayment (158.8). */
export interface SumLowered {
  readonly by: Lowering;
  /** Debit, deposit or terminal date of a payment; date of the payment document of an overpayment. */
  readonly on: CivilDate;
  readonly amount: Money;
  /** Of an overpayment: the kind for which it was paid. Another kind changes nothing before an offset (R-PAY-130). */
  readonly kind: MoneyPurpose;
}

export type InterestStandstill =
  | { readonly by: Ending; readonly from: CivilDate }
  | {
      readonly by: 'MISSING_PERSON';
      /** Entry into force of the court's decision. */
      readonly from: CivilDate;
      /** Day of its cancellation, on which interest runs again. */
      readonly cancelledOn?: CivilDate;
    };

/** One sum of one kind that fell due. Penalty interest and penalty sums are no part of it (art. 158.5; R-PAY-133). */
export interface OverdueSum {
  readonly kind: PaymentKind;
  readonly principal: Money;
  readonly dueOn: CivilDate;
  readonly lowered?: readonly SumLowered[];
  readonly standstills?: readonly InterestStandstill[];
}

/** Days in a row with one sum and one rate. */
export interface InterestPeriod {
  readonly first: CivilDate;
  readonly last: CivilDate;
  readonly days: number;
  readonly sum: Money;
  readonly refinancingPercent: Exact;
  readonly multiplier: Exact;
  readonly daysOfYear: number;
  /** Sum × percent × multiplier × days: whole points, of which 100 × days of the year make a tenge. Exact. */
  readonly points: Exact;
}

/**
 * The run of penalty interest on a late sum from the day after the due date to `until`, both included (R-PAY-125): split
 * where the sum, the rate or the multiplier changes (R-PAY-126). Days that stand still and days on which nothing is left
 * are not in it. A sum that is not late has no periods.
 */
export function interestPeriods(
  overdue: OverdueSum,
  until: CivilDate,
  rates: PenaltyInterestRates,
): readonly InterestPeriod[] {
  const runs: Run[] = [];
  for (let day = plusDays(overdue.dueOn, 1); day <= until; day = plusDays(day, 1)) {
    const sum = standsStill(overdue, day) ? Money.ZERO : sumOn(overdue, day);
    const rated = {
      sum,
      refinancingPercent: rates.refinancingPercent(day),
      multiplier: rates.multiplier(day),
      daysOfYear: rates.daysOfYear(day),
    };
    const running = runs.at(-1);
    if (running && runsOn(running.rated, rated)) running.last = day;
    else runs.push({ rated, first: day, last: day });
  }
  return runs.filter(({ rated }) => rated.sum.isPositive()).map(periodOf);
}

interface Run {
  readonly rated: RatedSum;
  readonly first: CivilDate;
  last: CivilDate;
}

type RatedSum = Pick<InterestPeriod, 'sum' | 'refinancingPercent' | 'multiplier' | 'daysOfYear'>;

function runsOn(running: RatedSum, today: RatedSum): boolean {
  return (
    running.sum.compare(today.sum) === 0 &&
    running.refinancingPercent.eq(today.refinancingPercent) &&
    running.multiplier.eq(today.multiplier) &&
    running.daysOfYear === today.daysOfYear
  );
}

function periodOf({ rated, first, last }: Run): InterestPeriod {
  const days = daysBetween(first, last) + 1;
  const points = rated.sum.toExact().times(rated.refinancingPercent).times(rated.multiplier).times(days);
  return { ...rated, first, last, days, points };
}

/** The sum on which interest runs on a day: never below zero. */
function sumOn({ principal, kind, lowered = [] }: OverdueSum, day: CivilDate): Money {
  const gone = lowered.filter((lowering) => counts(lowering, kind) && isLowerOn(lowering, day));
  const left = principal.minus(Money.sum(gone.map(({ amount }) => amount)));
  return left.isNegative() ? Money.ZERO : left;
}

/** An overpayment helps its own kind only (R-PAY-129, R-PAY-130); a payment was sent for this sum. */
function counts(lowering: SumLowered, kind: PaymentKind): boolean {
  return lowering.by !== 'SAME_KIND_OVERPAYMENT' || lowering.kind === kind;
}

function isLowerOn({ by, on }: SumLowered, day: CivilDate): boolean {
  return PENALTY_INTEREST_STOPS[by].effect === 'LOWERS_FROM_DAY' ? day >= on : day > on;
}

/** Bankruptcy, liquidation and rehabilitation stop it; a missing person pauses it (R-PAY-131, R-PAY-132). */
function standsStill({ standstills = [] }: OverdueSum, day: CivilDate): boolean {
  return standstills.some((standstill) => {
    if (day < standstill.from) return false;
    if (standstill.by !== 'MISSING_PERSON') return true;
    return standstill.cancelledOn === undefined || day < standstill.cancelledOn;
  });
}

/** The interest of periods in KZT, not rounded. */
export function unroundedInterest(periods: readonly InterestPeriod[]): Exact {
  const byYear = new Map<number, Exact>();
  for (const { daysOfYear, points } of periods) {
    byYear.set(daysOfYear, (byYear.get(daysOfYear) ?? new Exact(0)).plus(points));
  }
  let interest = new Exact(0);
  for (const [daysOfYear, points] of byYear) {
    interest = interest.plus(points.dividedBy(new Exact(100).times(daysOfYear)));
  }
  return interest;
}

export interface PenaltyInterest {
  readonly kind: PaymentKind;
  /** Rounded half up, once for the kind over its whole run (R-PAY-135). */
  readonly amount: Money;
  readonly periods: readonly InterestPeriod[];
}

/**
 * Penalty interest by kind (R-PAY-003), in KZT: the sums of a kind run side by side and are rounded together, once. It
 * runs on charges as on duties and taxes (R-PAY-138), and on trade-remedy duties as on import duty (R-PAY-002).
 */
export function penaltyInterest(
  overdue: readonly OverdueSum[],
  until: CivilDate,
  rates: PenaltyInterestRates,
): readonly PenaltyInterest[] {
  const byKind = new Map<PaymentKind, InterestPeriod[]>();
  for (const sum of overdue) {
    const periods = byKind.get(sum.kind) ?? [];
    periods.push(...interestPeriods(sum, until, rates));
    byKind.set(sum.kind, periods);
  }
  return [...byKind].map(([kind, periods]) => ({
    kind,
    periods,
    amount: Money.round(unroundedInterest(periods)),
  }));
}

/**
 * The interest that an additional notice claims (art. 159.5; R-PAY-152): what ran up to the payment day less what the
 * first notice showed, so that the rounding stays one.
 */
export function interestAfterNotice(untilPayment: Money, shownInNotice: Money): Money {
  const rest = untilPayment.minus(shownInNotice);
  return rest.isNegative() ? Money.ZERO : rest;
}
