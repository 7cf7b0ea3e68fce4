import { civilDateOf, instantAt, plusDays } from './civil-date.js';
import { TermRefused } from './legal-term.js';
import type { SpecialRule } from './legal-term.js';
import type { OfficeCalendar } from './office-calendar.js';
import type { WorkingDays } from './working-days.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SEARCH_DAYS = 366;

/** One stretch in which an office is open; `closes` no longer belongs to it. */
export interface OpenSpell {
  readonly opens: Date;
  readonly closes: Date;
}

/** The recorded minute of an event: terms in hours start there, seconds do not count (R-REG-020). */
export function recordedMinute(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / MINUTE) * MINUTE);
}

/** CLOCK: runs through nights, weekends and holidays (R-REG-020). */
export function afterClockMinutes(event: Date, minutes: number): Date {
  return new Date(recordedMinute(event).getTime() + minutes * MINUTE);
}

/** OFFICE_HOURS: only minutes in which the office is open count; what is left at closing goes on at the next opening (R-REG-197). */
export function afterOpenMinutes(
  event: Date,
  minutes: number,
  office: OfficeCalendar,
  days: WorkingDays,
): Date {
  let from = recordedMinute(event);
  let left = minutes * MINUTE;
  for (;;) {
    const spell = openSpellFrom(from, office, days);
    const open = spell.closes.getTime() - spell.opens.getTime();
    if (open >= left) return new Date(spell.opens.getTime() + left);
    left -= open;
    from = spell.closes;
  }
}

/**
 * Terms whose article itself ties hours to opening hours and so wins over both modes (R-REG-021).
 * RELEASE_IN_FOUR_HOURS (art. 297.1): 4 hours after registration if 4 were left before closing, else 4 hours after the next
 * opening. TRANSIT_DOCUMENTS_BY_ROAD (art. 329.3): 1 hour after arrival in opening hours, else 2 hours after the next opening.
 */
export function afterSpecialHours(
  rule: SpecialRule,
  event: Date,
  office: OfficeCalendar,
  days: WorkingDays,
): Date {
  const at = recordedMinute(event);
  const spell = openSpellFrom(at, office, days);
  const open = spell.opens.getTime() === at.getTime();
  if (rule === 'TRANSIT_DOCUMENTS_BY_ROAD') {
    return open ? new Date(at.getTime() + HOUR) : new Date(spell.opens.getTime() + 2 * HOUR);
  }
  const leftBeforeClosing = spell.closes.getTime() - at.getTime();
  if (office.roundTheClock || (open && leftBeforeClosing >= 4 * HOUR))
    return new Date(at.getTime() + 4 * HOUR);
  const next = open ? openSpellFrom(spell.closes, office, days) : spell;
  return new Date(next.opens.getTime() + 4 * HOUR);
}

/**
 * The rest of the spell in which the office is open at an instant, or the whole of the next one.
 * @throws TermRefused when the office does not open within a year.
 */
export function openSpellFrom(instant: Date, office: OfficeCalendar, days: WorkingDays): OpenSpell {
  let date = civilDateOf(instant, office.timeZone);
  for (let looked = 0; looked <= SEARCH_DAYS; looked += 1) {
    const hours = days.hoursOn(office, date);
    if (hours !== undefined) {
      const opens = instantAt(date, hours.open, office.timeZone);
      const closes = instantAt(date, hours.close, office.timeZone);
      if (closes > instant && closes > opens) return { opens: opens > instant ? opens : instant, closes };
    }
    date = plusDays(date, 1);
  }
  throw new TermRefused('OFFICE_NEVER_OPEN', `${office.id} does not open within a year`);
}
