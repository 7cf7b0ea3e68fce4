import { plusDays, weekdayOf } from './civil-date.js';
import type { CivilDate } from './civil-date.js';
import type { HolidayTable } from './holidays.js';
import type { OfficeCalendar, OpeningHours } from './office-calendar.js';

/** A step that no calendar reaches without a working day: such an office or table is broken, not the term. */
const LONGEST_REST_DAYS = 366;

/**
 * Which days count (art. 5.8). The general calendar: Monday to Friday less the declared days. The calendar of a customs
 * body that works on non-working days where goods cross the border adds the days on which it is open.
 */
export class WorkingDays {
  private readonly declaredOff: ReadonlySet<CivilDate>;

  constructor(readonly holidays: HolidayTable) {
    this.declaredOff = new Set(
      holidays.days.filter((day) => day.kind !== 'WORKED_WEEKEND').map((day) => day.date),
    );
  }

  /** True when the day counts; `office` only where its own calendar counts (R-REG-005, R-REG-017, R-REG-019). */
  counts(date: CivilDate, office?: OfficeCalendar): boolean {
    if (this.countsGenerally(date)) return true;
    return office !== undefined && office.worksOnNonWorkingDays && this.hoursOn(office, date) !== undefined;
  }

  /** The day itself if it counts, else the first one after it that does (art. 5.6). */
  rollForward(date: CivilDate, office?: OfficeCalendar): CivilDate {
    let day = date;
    for (let rested = 0; rested <= LONGEST_REST_DAYS; rested += 1) {
      if (this.counts(day, office)) return day;
      day = plusDays(day, 1);
    }
    throw new RangeError(`no working day within a year of ${date}: the holiday table is broken`);
  }

  /** The n-th working day after a date; with a negative n the n-th before it; the date itself for 0. */
  step(date: CivilDate, n: number, office?: OfficeCalendar): CivilDate {
    const direction = n < 0 ? -1 : 1;
    let day = date;
    let rested = 0;
    for (let left = Math.abs(n); left > 0;) {
      day = plusDays(day, direction);
      const counted = this.counts(day, office);
      left -= counted ? 1 : 0;
      rested = counted ? 0 : rested + 1;
      if (rested > LONGEST_REST_DAYS)
        throw new RangeError(`no working day within a year of ${day}: the holiday table is broken`);
    }
    return day;
  }

  /** How many days from `first` to `last`, both included, count. */
  countBetween(first: CivilDate, last: CivilDate, office?: OfficeCalendar): number {
    let count = 0;
    for (let day = first; day <= last; day = plusDays(day, 1)) count += this.counts(day, office) ? 1 : 0;
    return count;
  }

  /** The hours in which an office is open on a day by its own calendar, or nothing when it is closed (art. 13.1). */
  hoursOn(office: OfficeCalendar, date: CivilDate): OpeningHours | undefined {
    const exception = office.exceptions.find((dated) => dated.date === date);
    if (exception !== undefined) return exception.hours === 'CLOSED' ? undefined : exception.hours;
    if (!this.countsGenerally(date) && !office.worksOnNonWorkingDays) return undefined;
    const hours = office.hours[weekdayOf(date)];
    return hours === 'CLOSED' ? undefined : hours;
  }

  private countsGenerally(date: CivilDate): boolean {
    const weekday = weekdayOf(date);
    return weekday !== 'SAT' && weekday !== 'SUN' && !this.declaredOff.has(date);
  }
}
