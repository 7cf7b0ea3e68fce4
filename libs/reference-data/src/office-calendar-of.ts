/** The calendar of a customs body, for its legal terms. */
import {
  ALMATY,
  checkpointRoundTheClock,
  type OfficeCalendar,
  officeMondayToFriday,
} from '@shekara/calendar';
import type { CustomsBodyEntry } from './classifiers.js';

/** Hours and working days of a body as its entry states them (art. 13.2): round the clock, every day, or working days. */
export function officeCalendarOf(body: CustomsBodyEntry): OfficeCalendar {
  const { officeHours, code } = body;
  if (!officeHours) return checkpointRoundTheClock(code);
  const hours = { open: officeHours.opens, close: officeHours.closes };
  if (officeHours.days === 'WORKING_DAYS') return officeMondayToFriday(code, hours.open, hours.close);
  return {
    id: code,
    timeZone: ALMATY,
    roundTheClock: false,
    hours: { MON: hours, TUE: hours, WED: hours, THU: hours, FRI: hours, SAT: hours, SUN: hours },
    worksOnNonWorkingDays: true,
    exceptions: [],
  };
}
