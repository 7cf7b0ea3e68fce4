import { Temporal } from '@js-temporal/polyfill';

/** A day on the wall calendar, `yyyy-mm-dd`, without time or zone. Plain `<` and `>` order such days. */
export type CivilDate = string;

/** The zone in which the customs bodies of Kazakhstan keep their days unless an office says otherwise (R-REG-029). */
export const ALMATY = 'Asia/Almaty';

/** Days of the week as `Temporal` numbers them: Monday is first. */
export const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/** Reads a civil date. @throws RangeError when it is not `yyyy-mm-dd` or no such day exists. */
export function plainDate(date: CivilDate): Temporal.PlainDate {
  if (!CIVIL_DATE.test(date)) throw new RangeError(`not a civil date (yyyy-mm-dd): ${date}`);
  return Temporal.PlainDate.from(date, { overflow: 'reject' });
}

/** True when the text is an existing day written `yyyy-mm-dd`. */
export function isCivilDate(text: string): text is CivilDate {
  try {
    plainDate(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The same date shifted by whole days; negative goes back. */
export function plusDays(date: CivilDate, days: number): CivilDate {
  return plainDate(date).add({ days }).toString();
}

/**
 * The same day number some months later (negative: earlier), or the last day of that month when it has no such
 * number (art. 5.5; R-REG-007, R-REG-008).
 */
export function plusMonths(date: CivilDate, months: number): CivilDate {
  return plainDate(date).add({ months }, { overflow: 'constrain' }).toString();
}

/** The same day and month some years later (negative: earlier); 29 February becomes 28 (art. 5.4; R-REG-006, R-REG-009). */
export function plusYears(date: CivilDate, years: number): CivilDate {
  return plainDate(date).add({ years }, { overflow: 'constrain' }).toString();
}

/** Whole days from one date to another; negative when the second is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return plainDate(from).until(plainDate(to), { largestUnit: 'day' }).days;
}

/** The day of the week. */
export function weekdayOf(date: CivilDate): Weekday {
  const name = WEEKDAYS[plainDate(date).dayOfWeek - 1];
  if (name === undefined) throw new RangeError(`no weekday for ${date}`);
  return name;
}

interface KnownDay {
  readonly date: CivilDate;
  /** Milliseconds: from the first of the day until before the first of the next. */
  readonly from: number;
  readonly until: number;
}

const MILLISECONDS_OF_A_DAY = 86_400_000;
/** Days kept at most in each zone; then the memory begins anew. */
const KNOWN_DAYS = 2_000;

/** The days found so far in each zone, by the UTC days that they touch: a service asks for few days, and often. */
const knownDays = new Map<string, Map<number, KnownDay[]>>();

/** The civil date on which an instant falls in a zone (R-REG-029). */
export function civilDateOf(instant: Date, timeZone: string): CivilDate {
  const at = instant.getTime();
  const days = daysOf(timeZone);
  const utcDay = Math.floor(at / MILLISECONDS_OF_A_DAY);
  const known = days.get(utcDay)?.find((day) => day.from <= at && at < day.until);
  if (known) return known.date;
  const start = zoned(instant, timeZone).startOfDay();
  const found: KnownDay = {
    date: start.toPlainDate().toString(),
    from: start.epochMilliseconds,
    until: start.add({ days: 1 }).startOfDay().epochMilliseconds,
  };
  days.set(utcDay, [...(days.get(utcDay) ?? []), found]);
  return found.date;
}

function daysOf(timeZone: string): Map<number, KnownDay[]> {
  const days = knownDays.get(timeZone);
  if (days && days.size < KNOWN_DAYS) return days;
  const none = new Map<number, KnownDay[]>();
  knownDays.set(timeZone, none);
  return none;
}

/**
 * The instant of a wall-clock time `HH:MM` or `HH:MM:SS` on a date in a zone; `24:00` is the start of the next day.
 * When clocks are put back and the time comes twice, the earlier one is meant.
 */
export function instantAt(date: CivilDate, time: string, timeZone: string): Date {
  if (time === '24:00') return startOfDay(plusDays(date, 1), timeZone);
  if (!TIME_OF_DAY.test(time)) throw new RangeError(`not a time of day (HH:MM or HH:MM:SS): ${time}`);
  const local = plainDate(date).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(local.epochMilliseconds);
}

/** The first instant of a day in a zone. */
export function startOfDay(date: CivilDate, timeZone: string): Date {
  return new Date(plainDate(date).toZonedDateTime(timeZone).startOfDay().epochMilliseconds);
}

/** The last millisecond of a day in a zone: 23:59:59.999, so that 00:00:00 of the next day is late (art. 5.7; R-REG-012). */
export function endOfDay(date: CivilDate, timeZone: string): Date {
  return new Date(startOfDay(plusDays(date, 1), timeZone).getTime() - 1);
}

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  const epochMilliseconds = instant.getTime();
  if (Number.isNaN(epochMilliseconds)) throw new RangeError('not an instant: invalid Date');
  return Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(timeZone);
}
