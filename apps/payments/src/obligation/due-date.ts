/** When an obligation arises and falls due (art. 129.1, 131): the row's rule applied to the days of the case. */
import type { CivilDate, LegalCalendar } from '@shekara/calendar';
import type { Cause, DueRule, ObligationDay, RateDay, TriggerRow } from './trigger.js';

/** The days known so far, as legal dates, and what went wrong where that decides. */
export interface ObligationFacts {
  readonly days: Readonly<Partial<Record<ObligationDay, CivilDate>>>;
  readonly cause?: Cause;
}

export type DueDate =
  | {
      readonly due: 'ON';
      /** The last timely day; penalty interest runs from the day after it (art. 158.2). */
      readonly day: CivilDate;
    }
  /** The event that fixes the day has not happened. */
  | { readonly due: 'NOT_YET'; readonly waitsFor: readonly ObligationDay[] }
  /** The article sets no day (art. 301.5). */
  | { readonly due: 'NO_DATE' }
  /** By treaty: marked, never guessed (R-PAY-070). */
  | { readonly due: 'TREATY_RULES' };

/** The day on which the obligation arose, or undefined before it, or where the matrix names no day. */
export function arisesOn(row: TriggerRow, { days }: ObligationFacts): CivilDate | undefined {
  return firstOf(row.arises, days);
}

/**
 * The due date by the row of the matrix (R-PAY-062 to R-PAY-066, R-PAY-074). The day of an event is never moved off a
 * non-working day; the 10th of the month after release moves to a working day (art. 5.6).
 * @throws RangeError when the row asks for a cause and the facts name none of its causes.
 */
export function dueDateOf(row: TriggerRow, facts: ObligationFacts, calendar: LegalCalendar): DueDate {
  const branch = row.due.find(({ cause }) => cause === undefined || cause === facts.cause);
  if (!branch) throw new RangeError(`${row.trigger} falls due by cause; none of its causes is named`);
  return apply(branch, facts, calendar);
}

function apply(due: DueRule, { days }: ObligationFacts, calendar: LegalCalendar): DueDate {
  switch (due.rule) {
    case 'FIRST_KNOWN':
      return on(firstOf(due.of, days), due.of);
    case 'BEFORE':
      return on(days[due.event], [due.event]);
    case 'EARLIEST':
      return on(known(due.of, days).sort()[0], due.of);
    case 'TENTH_OF_NEXT_MONTH':
      return on(days.RELEASE && tenthAfter(days.RELEASE, calendar), ['RELEASE']);
    case 'NO_DATE':
    case 'TREATY_RULES':
      return { due: due.rule };
  }
}

function on(day: CivilDate | undefined, waitsFor: readonly ObligationDay[]): DueDate {
  return day === undefined ? { due: 'NOT_YET', waitsFor } : { due: 'ON', day };
}

function known(of: readonly ObligationDay[], days: ObligationFacts['days']): CivilDate[] {
  return of.map((name) => days[name]).filter((day) => day !== undefined);
}

function firstOf(of: readonly ObligationDay[], days: ObligationFacts['days']): CivilDate | undefined {
  return known(of, days)[0];
}

/** Art. 298.1(2), 298.2(3): not later than the 10th of the month that follows the month of release. */
function tenthAfter(release: CivilDate, calendar: LegalCalendar): CivilDate {
  const [year = '', month = ''] = release.split('-');
  const next = Number(month) === 12 ? [Number(year) + 1, 1] : [Number(year), Number(month) + 1];
  const [nextYear = 0, nextMonth = 0] = next;
  const name = `${nextYear.toString().padStart(4, '0')}-${nextMonth.toString().padStart(2, '0')}`;
  return calendar.byDayOfMonth(name, 10).lastDay;
}

/**
 * The day of rates, exchange rates and value, or undefined while it is not known or by treaty. A release before
 * declaration without a release mark in time takes its last permitted day, not the registration day (R-PAY-051).
 */
export function rateDayOf(
  row: TriggerRow,
  facts: ObligationFacts,
  calendar: LegalCalendar,
): CivilDate | undefined {
  const due = dueDateOf(row, facts, calendar);
  const dueDay = due.due === 'ON' ? due.day : undefined;
  const named = dayNamed(row.rates, facts, dueDay);
  if (row.trigger !== 'RELEASE_BEFORE_DECLARATION') return named;
  const mark = facts.days.RELEASE_MARK;
  return mark !== undefined && dueDay !== undefined && mark <= dueDay ? named : dueDay;
}

function dayNamed(rates: RateDay, { days }: ObligationFacts, dueDay?: CivilDate): CivilDate | undefined {
  if (rates === 'TREATY_RULES') return undefined;
  return rates === 'DUE_DAY' ? dueDay : days[rates];
}

/** The declaration charge has due dates of its own: before or with the declaration, or these (art. 120.2, 120.5). */
export interface ChargeDays {
  /** Breach day of conditionally released goods, or day of illegal movement; absent when unknown. */
  readonly breachOrMovementOn?: CivilDate;
  readonly declarationRegisteredOn: CivilDate;
}

/** After misuse or illegal movement the declaration charge is due that day, unknown: at registration (R-PAY-007, R-PAY-008). */
export function declarationChargeDueOn({
  breachOrMovementOn,
  declarationRegisteredOn,
}: ChargeDays): CivilDate {
  return breachOrMovementOn ?? declarationRegisteredOn;
}
