import { endOfDay, instantAt } from './civil-date.js';
import type { CivilDate } from './civil-date.js';
import { countingOffice } from './counting.js';
import type { CountedDays } from './counting.js';
import type { TermConduct, TermEnd } from './legal-term.js';
import { officeVersion } from './office-calendar.js';
import type { OfficeCalendar } from './office-calendar.js';
import type { WorkingDays } from './working-days.js';

/**
 * The last instant of the last day (art. 5.7): the office's closing for an act of a customs body (R-REG-016) or one done at
 * a counter (R-REG-013), else the end of the day in `timeZone` (R-REG-012, R-REG-014). If the last day is one on which the
 * office does not open, its end: the law gives no earlier one.
 */
export function closeDay(
  counted: CountedDays,
  conduct: TermConduct,
  office: OfficeCalendar | undefined,
  days: WorkingDays,
  timeZone: string,
): TermEnd {
  const zone = office?.timeZone ?? timeZone;
  const atOffice = conduct.actor === 'CUSTOMS_BODY' || conduct.channel === 'COUNTER' ? office : undefined;
  const closing = atOffice === undefined ? undefined : closingOn(atOffice, counted.lastDay, days);
  return {
    ...counted,
    endsAt: closing ?? endOfDay(counted.lastDay, zone),
    endsBy: closing === undefined ? 'DAY_END' : 'CLOSING',
    timeZone: zone,
    calendarVersion: versionWith(atOffice ?? countingOffice(conduct, office), days),
    rules: [...counted.rules, hourRule(conduct)].sort(),
  };
}

/**
 * When an office stops work on a day, or nothing when it does not open. A body that closes at midnight or works round the
 * clock takes acts to the end of the day (art. 13.1; R-REG-016).
 */
export function closingOn(office: OfficeCalendar, date: CivilDate, days: WorkingDays): Date | undefined {
  const hours = days.hoursOn(office, date);
  if (hours === undefined) return undefined;
  if (hours.close === '24:00') return endOfDay(date, office.timeZone);
  return instantAt(date, hours.close, office.timeZone);
}

/** The holiday table's version and, where an office counted, the office and the state of its calendar (R-REG-028). */
export function versionWith(office: OfficeCalendar | undefined, days: WorkingDays): string {
  const table = days.holidays.version;
  return office === undefined ? table : `${table} ${office.id}@${officeVersion(office)}`;
}

function hourRule(conduct: TermConduct): string {
  if (conduct.actor === 'CUSTOMS_BODY') return 'R-REG-016';
  if (conduct.channel === 'COUNTER') return 'R-REG-013';
  return conduct.channel === 'POST' ? 'R-REG-014' : 'R-REG-012';
}
