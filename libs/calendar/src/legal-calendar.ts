import { ALMATY, civilDateOf, daysBetween, instantAt, plusDays, plusMonths } from './civil-date.js';
import type { CivilDate } from './civil-date.js';
import { closeDay, versionWith } from './closing.js';
import { countForward, countingOffice, shiftDate } from './counting.js';
import type { CountedDays } from './counting.js';
import { loadHolidays } from './holidays.js';
import type { HolidayTable } from './holidays.js';
import { TermRefused, isInHours, requireCountable, requireOffice, requirePositive } from './legal-term.js';
import type {
  DateTerm,
  EventTerm,
  LegalTerm,
  Span,
  TermConduct,
  TermEnd,
  TermOptions,
} from './legal-term.js';
import type { OfficeCalendar } from './office-calendar.js';
import { afterClockMinutes, afterOpenMinutes, afterSpecialHours, recordedMinute } from './office-hours.js';
import { isOnTime } from './on-time.js';
import type { ActInTime } from './on-time.js';
import { WorkingDays } from './working-days.js';

/** Both ends belong to the window. */
export interface DateWindow {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Who acts on a calendar date, and the office where one counts. */
export interface ConductOptions extends TermConduct {
  readonly office?: OfficeCalendar;
}

/** Counts every legal term (art. 5). Days are civil dates of the customs body's zone, Asia/Almaty unless an office says otherwise. */
export class LegalCalendar {
  private readonly days: WorkingDays;

  constructor(
    holidays: HolidayTable,
    private readonly timeZone: string = ALMATY,
  ) {
    this.days = new WorkingDays(holidays);
  }

  /** The version of the holiday table in use. */
  get version(): string {
    return this.days.holidays.version;
  }

  /**
   * Whether a day counts as working (art. 5.8). An office's own calendar is asked only for its customs operations; for
   * register decisions, notices and a person's own terms the general calendar counts (R-REG-017).
   */
  isWorkingDay(date: CivilDate, office?: OfficeCalendar, customsOperation = false): boolean {
    return this.days.counts(date, customsOperation ? office : undefined);
  }

  /** The day itself when it counts, else the next one that does (art. 5.6). With an office: that office's customs operations. */
  nextWorkingDay(date: CivilDate, office?: OfficeCalendar): CivilDate {
    return this.days.rollForward(date, office);
  }

  /** The n-th working day after a date (before it when n is negative). With an office: its customs operations (R-REG-005). */
  addWorkingDays(date: CivilDate, n: number, office?: OfficeCalendar): CivilDate {
    return this.days.step(date, n, office);
  }

  /** The civil date of an instant (R-REG-029). */
  civilDate(instant: Date, zone: string = this.timeZone): CivilDate {
    return civilDateOf(instant, zone);
  }

  /** The instant of a wall-clock time, `HH:MM` or `HH:MM:SS`, on a date. */
  instantOf(date: CivilDate, time: string, zone: string = this.timeZone): Date {
    return instantAt(date, time, zone);
  }

  /**
   * The end of a term of time opened by an event (art. 5.1 to 5.8). @throws TermRefused when the term is not complete:
   * hours without a mode, an office's act without the office, a length that is no positive whole number, a pause where none can be.
   */
  end(term: LegalTerm, startEventAt: Date, options: TermOptions = {}): TermEnd {
    requireCountable(term, options);
    const zone = options.office?.timeZone ?? this.timeZone;
    const eventDate = options.startDate ?? civilDateOf(startEventAt, zone);
    if (options.fixedEnd !== undefined) {
      const fixed = {
        firstDay: plusDays(eventDate, 1),
        lastDay: options.fixedEnd,
        rules: ['R-REG-002', 'R-REG-003'],
      };
      return this.closeDay(fixed, term, options.office);
    }
    if (isInHours(term)) return this.endInHours(term, startEventAt, options.office);
    return this.closeDay(this.countDays(term, eventDate, options), term, options.office);
  }

  /** The end of a term given as a calendar date: rolls off a non-working day (art. 5.1, 5.6; R-REG-001, R-REG-022). */
  endOnDate(term: DateTerm, office?: OfficeCalendar): TermEnd {
    requireOffice(term, office, term.article);
    const lastDay = this.days.rollForward(term.on, countingOffice(term, office));
    const shifted =
      lastDay === term.on
        ? { rules: ['R-REG-001'] }
        : { shiftedFrom: term.on, rules: ['R-REG-001', 'R-REG-010'] };
    return this.closeDay({ firstDay: term.on, lastDay, ...shifted }, term, office);
  }

  /**
   * The end of a term given as an event that is to happen: open (nothing) until it has happened (art. 5.1; R-REG-001).
   * `happened` holds the instants of the events known so far, by name.
   */
  endOnEvent(term: EventTerm, happened: Readonly<Record<string, Date>>): TermEnd | undefined {
    const endsAt = happened[term.until];
    if (endsAt === undefined) return undefined;
    const day = civilDateOf(endsAt, this.timeZone);
    const { timeZone, version: calendarVersion } = this;
    return {
      firstDay: day,
      lastDay: day,
      endsAt,
      endsBy: 'MINUTE',
      timeZone,
      calendarVersion,
      rules: ['R-REG-001'],
    };
  }

  /** "Not later than the 5th of the month": `month` is `yyyy-mm`; a number the month lacks means its last day (R-REG-008, R-REG-022). */
  byDayOfMonth(month: string, day: number, conduct: ConductOptions = {}): TermEnd {
    if (!Number.isInteger(day) || day < 1 || day > 31)
      throw new TermRefused('DAY_NUMBER_INVALID', `day ${day} of ${month}`);
    const first = `${month}-01`;
    const monthEnd = plusDays(plusMonths(first, 1), -1);
    const nominal = plusDays(first, day - 1);
    const end = this.endOnDate(
      { ...conduct, on: nominal > monthEnd ? monthEnd : nominal, article: 'art. 5.6' },
      conduct.office,
    );
    return { ...end, rules: [...end.rules, 'R-REG-022'].sort() };
  }

  /** The last permitted day of "not later than N before": plain dates, never rolled (art. 5.7, 63.3.2; R-REG-023). */
  backwardLimit(before: CivilDate, span: Span, office?: OfficeCalendar): CivilDate {
    requirePositive(span, 'backward limit');
    return shiftDate(before, span, -1, this.days, office);
  }

  /** "During N before the application": both ends included, never shifted (art. 34.6, 40.1.4; R-REG-024). */
  lookBackWindow(application: CivilDate, span: Span): DateWindow {
    requirePositive(span, 'look-back window');
    return { from: shiftDate(application, span, -1, this.days), to: application };
  }

  /** "At least N before the application": true when the fact began on or before that day (art. 34.1, 62.2; R-REG-025). */
  atLeastAgo(began: CivilDate, application: CivilDate, span: Span): boolean {
    requirePositive(span, 'minimum age');
    return daysBetween(began, shiftDate(application, span, -1, this.days)) >= 0;
  }

  /** Whether a lease, policy or security is long enough: end ≥ start + length in plain dates (art. 40.2, 47.2, 62.1; R-REG-198). */
  minimumLengthMet(start: CivilDate, end: CivilDate, span: Span): boolean {
    requirePositive(span, 'minimum length');
    return daysBetween(shiftDate(start, span, 1, this.days), end) >= 0;
  }

  /** Whether an act keeps a term, by how it was done (art. 5.7; R-REG-012 to R-REG-014). */
  onTime(actAt: Date, term: TermEnd, act: ActInTime): boolean {
    return isOnTime(actAt, term, act, this.days);
  }

  private countDays(term: LegalTerm, eventDate: CivilDate, options: TermOptions): CountedDays {
    switch (term.direction ?? 'FORWARD') {
      case 'FORWARD':
        return countForward(term, eventDate, options, this.days);
      case 'BACKWARD': {
        const limit = this.backwardLimit(eventDate, term, countingOffice(term, options.office));
        return { firstDay: limit, lastDay: limit, rules: ['R-REG-023'] };
      }
      case 'LOOK_BACK': {
        const window = this.lookBackWindow(eventDate, term);
        return { firstDay: window.from, lastDay: window.to, rules: ['R-REG-024'] };
      }
      case 'MINIMUM_LENGTH': {
        const least = shiftDate(eventDate, term, 1, this.days);
        return { firstDay: eventDate, lastDay: least, rules: ['R-REG-198'] };
      }
    }
  }

  private endInHours(term: LegalTerm, startEventAt: Date, office: OfficeCalendar | undefined): TermEnd {
    const timeZone = office?.timeZone ?? this.timeZone;
    const minutes = term.unit === 'HOURS' ? term.length * 60 : term.length;
    const [endsAt, rules] = this.minuteOfEnd(term, startEventAt, minutes, office);
    const hoursCount = term.hourMode === 'OFFICE_HOURS' || term.specialRule !== undefined;
    return {
      firstDay: civilDateOf(recordedMinute(startEventAt), timeZone),
      lastDay: civilDateOf(endsAt, timeZone),
      endsAt,
      endsBy: 'MINUTE',
      timeZone,
      calendarVersion: versionWith(hoursCount ? office : undefined, this.days),
      rules,
    };
  }

  private minuteOfEnd(
    term: LegalTerm,
    start: Date,
    minutes: number,
    office?: OfficeCalendar,
  ): [Date, readonly string[]] {
    if (term.specialRule !== undefined) {
      if (office === undefined)
        throw new TermRefused('OFFICE_MISSING', `${term.article}: say whose hours count`);
      return [
        afterSpecialHours(term.specialRule, start, office, this.days),
        ['R-REG-002', 'R-REG-021', 'R-REG-196'],
      ];
    }
    if (term.hourMode === 'OFFICE_HOURS' && office !== undefined && !office.roundTheClock) {
      return [afterOpenMinutes(start, minutes, office, this.days), ['R-REG-196', 'R-REG-197']];
    }
    return [afterClockMinutes(start, minutes), ['R-REG-020', 'R-REG-196']];
  }

  private closeDay(counted: CountedDays, conduct: TermConduct, office: OfficeCalendar | undefined): TermEnd {
    return closeDay(counted, conduct, office, this.days, this.timeZone);
  }
}

/** The calendar over the shipped holiday table of Kazakhstan. */
export function standardCalendar(): LegalCalendar {
  return new LegalCalendar(loadHolidays());
}
