import { daysBetween, plusDays, plusMonths, plusYears } from './civil-date.js';
import type { CivilDate } from './civil-date.js';
import { TermRefused } from './legal-term.js';
import type { LegalTerm, Span, TermConduct, TermOptions, TermUnit } from './legal-term.js';
import type { OfficeCalendar } from './office-calendar.js';
import { mergePauses } from './pauses.js';
import type { DaysLeftOut } from './pauses.js';
import type { WorkingDays } from './working-days.js';

/** The days of a term, before the hour at which the last one ends is known. */
export interface CountedDays {
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  readonly shiftedFrom?: CivilDate;
  readonly rules: readonly string[];
}

/** The office whose own calendar decides which days count: only for its customs operations (R-REG-005, R-REG-017). */
export function countingOffice(
  conduct: TermConduct,
  office: OfficeCalendar | undefined,
): OfficeCalendar | undefined {
  return conduct.customsOperation === true ? office : undefined;
}

/** A forward term: nominal last day, then pauses, then one roll at the very end (R-REG-003 to R-REG-010, R-REG-027). */
export function countForward(
  term: LegalTerm,
  eventDate: CivilDate,
  options: TermOptions,
  days: WorkingDays,
): CountedDays {
  const office = countingOffice(term, options.office);
  const unpaused = shiftDate(eventDate, term, 1, days, office);
  const nominal = mergePauses(options.pauses ?? [], eventDate).reduce(
    (lastDay, leftOut) => extend(lastDay, leftOut, term.unit, days, office),
    unpaused,
  );
  const lastDay = days.rollForward(nominal, office);
  const rules = ['R-REG-003', ...countingRules(term.unit, eventDate, unpaused)];
  if (options.startDate !== undefined) rules.push('R-REG-002');
  if (lastDay !== nominal) rules.push('R-REG-010');
  if (office?.worksOnNonWorkingDays === true) rules.push('R-REG-017', 'R-REG-018');
  if (nominal !== unpaused) rules.push('R-REG-027');
  return {
    firstDay: plusDays(eventDate, 1),
    lastDay,
    shiftedFrom: lastDay === nominal ? undefined : nominal,
    rules,
  };
}

/** A date moved forward (1) or back (-1) by a length, never rolled. `office` only where its own calendar counts. */
export function shiftDate(
  date: CivilDate,
  { length, unit }: Span,
  sign: 1 | -1,
  days: WorkingDays,
  office?: OfficeCalendar,
): CivilDate {
  switch (unit) {
    case 'YEARS':
      return plusYears(date, sign * length);
    case 'MONTHS':
      return plusMonths(date, sign * length);
    case 'CALENDAR_DAYS':
      return plusDays(date, sign * length);
    case 'WORKING_DAYS':
      return days.step(date, sign * length, office);
    case 'HOURS':
    case 'MINUTES':
      throw new TermRefused('DIRECTION_NOT_FOR_HOURS', `${unit} cannot be counted in dates`);
  }
}

/** The nominal last day moved on by the days a pause leaves out; one that starts after it adds nothing (R-REG-027). */
function extend(
  lastDay: CivilDate,
  leftOut: DaysLeftOut,
  unit: TermUnit,
  days: WorkingDays,
  office?: OfficeCalendar,
): CivilDate {
  if (leftOut.startedOn > lastDay) return lastDay;
  if (unit === 'WORKING_DAYS') {
    return days.step(lastDay, days.countBetween(leftOut.first, leftOut.last, office), office);
  }
  return plusDays(lastDay, daysBetween(leftOut.first, leftOut.last) + 1);
}

/** The rules that gave a nominal last day; a changed day number means that the last month has no such day. */
function countingRules(unit: TermUnit, eventDate: CivilDate, nominal: CivilDate): string[] {
  const shortMonth = nominal.slice(8) !== eventDate.slice(8);
  switch (unit) {
    case 'YEARS':
      return shortMonth ? ['R-REG-006', 'R-REG-009'] : ['R-REG-006'];
    case 'MONTHS':
      return shortMonth ? ['R-REG-007', 'R-REG-008'] : ['R-REG-007'];
    case 'WORKING_DAYS':
      return ['R-REG-005'];
    case 'CALENDAR_DAYS':
      return ['R-REG-004'];
    case 'HOURS':
    case 'MINUTES':
      return ['R-REG-020'];
  }
}
