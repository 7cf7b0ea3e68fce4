import { createHash } from 'node:crypto';
import { ALMATY, WEEKDAYS } from './civil-date.js';
import type { CivilDate, Weekday } from './civil-date.js';

/** Opening and closing on one day, `HH:MM`; `24:00` closes at midnight. */
export interface OpeningHours {
  readonly open: string;
  readonly close: string;
}

/** The hours of one dated day that differ from the week's, with the order that set them. */
export interface OfficeException {
  readonly date: CivilDate;
  readonly hours: OpeningHours | 'CLOSED';
  readonly act?: string;
}

/** The calendar and hours of one customs body: plain data, so that it can be stored and published as it is (art. 13). */
export interface OfficeCalendar {
  readonly id: string;
  readonly timeZone: string;
  readonly roundTheClock: boolean;
  readonly hours: Readonly<Record<Weekday, OpeningHours | 'CLOSED'>>;
  /** The body works on non-working days at a place where goods cross the border (art. 5.8). */
  readonly worksOnNonWorkingDays: boolean;
  readonly exceptions: readonly OfficeException[];
  /** The keeper's own number of this state of the calendar, if it gives one; see `officeVersion`. */
  readonly version?: string;
}

/** A clearance office inside the country: the same hours from Monday to Friday, closed on days that do not count. */
export function officeMondayToFriday(
  id: string,
  open: string,
  close: string,
  timeZone: string = ALMATY,
): OfficeCalendar {
  return {
    id,
    timeZone,
    roundTheClock: false,
    hours: weekOf((day) => (day === 'SAT' || day === 'SUN' ? 'CLOSED' : { open, close })),
    worksOnNonWorkingDays: false,
    exceptions: [],
  };
}

/** A checkpoint where goods cross the border, open every day round the clock. */
export function checkpointRoundTheClock(id: string, timeZone: string = ALMATY): OfficeCalendar {
  return {
    id,
    timeZone,
    roundTheClock: true,
    hours: weekOf(() => ({ open: '00:00', close: '24:00' })),
    worksOnNonWorkingDays: true,
    exceptions: [],
  };
}

/** Names the state of an office's calendar, so that a term shows the hours it was computed with (R-REG-028). */
export function officeVersion(office: OfficeCalendar): string {
  return office.version ?? createHash('sha256').update(JSON.stringify(office)).digest('hex').slice(0, 8);
}

function weekOf(
  hoursOn: (day: Weekday) => OpeningHours | 'CLOSED',
): Record<Weekday, OpeningHours | 'CLOSED'> {
  const [mon, tue, wed, thu, fri, sat, sun] = WEEKDAYS.map(hoursOn);
  const closed = 'CLOSED';
  return {
    MON: mon ?? closed,
    TUE: tue ?? closed,
    WED: wed ?? closed,
    THU: thu ?? closed,
    FRI: fri ?? closed,
    SAT: sat ?? closed,
    SUN: sun ?? closed,
  };
}
