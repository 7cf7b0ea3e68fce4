/** The schedule of instalments, part of the decision (art. 134.3, 135.2; F-15), and interest on a changed term (art. 134.2). */
import { type CivilDate, type LegalCalendar, plusDays } from '@shekara/calendar';
import { Exact, Money, type Reason, reason } from '@shekara/kernel';
import { deferralReasons as reasons } from './deferral-reasons.js';

/** One part of the duty and the date on which it falls due. */
export interface ScheduledPart {
  readonly dueOn: CivilDate;
  readonly amount: Money;
}

/**
 * F-15: a sum in `count` equal parts in whole tiyn; the last takes the rounding rest. A part is rounded down, so that the
 * last is never the smallest. @throws RangeError unless the sum is positive and the count a whole number from 1.
 */
export function equalParts(sum: Money, count: number): readonly Money[] {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`not a number of parts: ${count}`);
  if (!sum.isPositive()) throw new RangeError(`nothing to divide: ${sum.toString()}`);
  const part = Money.ofTiyn(sum.tiyn / BigInt(count));
  const last = Money.ofTiyn(sum.tiyn - part.tiyn * BigInt(count - 1));
  return [...Array.from({ length: count - 1 }, () => part), last];
}

/** The last day of a part: a calendar date, off a non-working day onto the next working one (D-PAY-10; art. 5.6). */
export function lastDayOf(dueOn: CivilDate, calendar: LegalCalendar): CivilDate {
  return calendar.endOnDate({ on: dueOn, article: 'art. 136.1' }).lastDay;
}

/** A schedule as the payer drew it up (art. 134.3). */
export interface ProposedSchedule {
  readonly parts: readonly ScheduledPart[];
  /** Drawn up by the payer and agreed by the customs body (art. 134.3). */
  readonly agreed: boolean;
}

/**
 * What speaks against a schedule (R-PAY-085): every fault as DEFERRAL_SCHEDULE_UNFIT with its `fault`. At least two parts,
 * each the equal part of F-15, on rising dates whose last days lie after the decision, agreed.
 */
export function scheduleFaults(
  { parts, agreed }: ProposedSchedule,
  duty: Money,
  decidedOn: CivilDate,
  calendar: LegalCalendar,
): readonly Reason[] {
  const faults: Reason[] = [];
  const fault = (name: string, pointer?: string, facts: Record<string, string> = {}) =>
    faults.push(
      reason(reasons.DEFERRAL_SCHEDULE_UNFIT, {
        parameters: { fault: name, ...facts },
        ...(pointer === undefined ? {} : { pointer }),
      }),
    );
  if (!agreed) fault('NOT_AGREED', '/schedule/agreed');
  if (parts.length < 2) fault('FEWER_THAN_TWO_PARTS', '/schedule/parts');
  const equal = parts.length === 0 ? [] : equalParts(duty, parts.length);
  let before = decidedOn;
  parts.forEach(({ dueOn, amount }, index) => {
    const expected = equal[index];
    if (expected && amount.compare(expected) !== 0) {
      fault('NOT_EQUAL', `/schedule/parts/${index}/amount`, { expected: expected.toString() });
    }
    const lastDay = lastDayOf(dueOn, calendar);
    if (lastDay <= before) fault('DATES_NOT_RISING', `/schedule/parts/${index}/dueOn`);
    else before = lastDay;
  });
  return faults;
}

/** Days on which the procedure stood still because the goods were seized or arrested; both belong to it (art. 312.1). */
export interface ProcedureSuspended {
  readonly from: CivilDate;
  /** Without it the suspension lasts. */
  readonly to?: CivilDate;
}

/**
 * The days over which interest on a changed term accrues (art. 134.2, 312.1; R-PAY-137): from the day after the decision to
 * the last day of the part, without those on which the procedure is suspended. Penalty interest knows no such stop.
 */
export function accruingDays(
  decidedOn: CivilDate,
  dueOn: CivilDate,
  suspensions: readonly ProcedureSuspended[] = [],
): number {
  let days = 0;
  for (let day = plusDays(decidedOn, 1); day <= dueOn; day = plusDays(day, 1)) {
    const suspended = suspensions.some(({ from, to }) => from <= day && (to === undefined || day <= to));
    if (!suspended) days += 1;
  }
  return days;
}

/** Interest on the whole schedule: each part over its own days (art. 134.2; R-PAY-087, R-PAY-137). */
export function scheduleInterest(
  parts: readonly ScheduledPart[],
  decidedOn: CivilDate,
  suspensions: readonly ProcedureSuspended[],
  { percentAYear, daysOfYear }: { readonly percentAYear: Exact; readonly daysOfYear: number },
): TermChangeInterest {
  const amount = Money.sum(
    parts.map(
      (part) =>
        termChangeInterest(
          part.amount,
          percentAYear,
          accruingDays(decidedOn, part.dueOn, suspensions),
          daysOfYear,
        ).amount,
    ),
  );
  return { kind: 'INTEREST', amount };
}

export interface TermChangeInterest {
  /** A kind of its own, apart from penalty interest (R-PAY-087). */
  readonly kind: 'INTEREST';
  readonly amount: Money;
}

/**
 * Interest on a changed term of payment (art. 134.2; R-PAY-087): the deferred sum at the yearly percent of the legal
 * parameter TERM_CHANGE_INTEREST_PERCENT (0 under Code 2010) over its days, actual days of a year of `daysOfYear`, in KZT.
 */
export function termChangeInterest(
  deferred: Money,
  percentAYear: Exact,
  days: number,
  daysOfYear: number,
): TermChangeInterest {
  const points = deferred.toExact().times(percentAYear).times(days);
  return { kind: 'INTEREST', amount: Money.round(points.dividedBy(new Exact(100).times(daysOfYear))) };
}
