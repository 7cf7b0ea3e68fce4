import {
  checkpointRoundTheClock,
  type OfficeCalendar,
  officeMondayToFriday,
  standardCalendar,
} from '@shekara/calendar';
import fc from 'fast-check';
import type { ListedMode } from './arrival-notice.js';
import { isLatePlacing, placementTerm } from './placement-term.js';

const calendar = standardCalendar();
const ROUND_THE_CLOCK = checkpointRoundTheClock('55302');
const MONDAY_TO_FRIDAY = officeMondayToFriday('55001', '09:00', '18:00');
const EVERY_DAY = {
  ...ROUND_THE_CLOCK,
  roundTheClock: false,
  hours: officeEveryDay('08:00', '20:00'),
} satisfies OfficeCalendar;

function officeEveryDay(open: string, close: string): OfficeCalendar['hours'] {
  const hours = { open, close };
  return { MON: hours, TUE: hours, WED: hours, THU: hours, FRI: hours, SAT: hours, SUN: hours };
}

/** A moment in Almaty, UTC+5. */
function almaty(dateAndTime: string): Date {
  return new Date(`${dateAndTime.replace(' ', 'T')}+05:00`);
}

function lastMinute(mode: ListedMode, presented: string, office: OfficeCalendar): string {
  const { endsAt } = placementTerm(mode, almaty(presented), office, calendar);
  return new Date(endsAt.getTime() + 5 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

describe('term for placing goods that are presented (art. 252.4)', () => {
  it('given a truck presented on Saturday 22:10, then until Sunday 01:10, night and day off alike (R-ARR-075, worked case 1)', () => {
    expect(lastMinute('ROAD', '2026-03-07 22:10:00', ROUND_THE_CLOCK)).toBe('2026-03-08 01:10');
    const deadline = almaty('2026-03-08 01:10:00');
    expect(isLatePlacing(almaty('2026-03-08 01:10:00'), deadline)).toBe(false);
    expect(isLatePlacing(almaty('2026-03-08 01:10:59'), deadline)).toBe(false);
    expect(isLatePlacing(almaty('2026-03-08 01:11:00'), deadline)).toBe(true);
  });

  it('given a truck presented at 17:00 at a body that closes at 18:00, then until 20:00 (R-ARR-075, example of F-ARR-4)', () => {
    expect(lastMinute('ROAD', '2026-03-06 17:00:00', MONDAY_TO_FRIDAY)).toBe('2026-03-06 20:00');
  });

  it('given a train presented on Friday at a body that works round the clock, then until Saturday 23:59, an open Saturday being a working day (R-ARR-021, R-ARR-076, worked case 2)', () => {
    expect(lastMinute('RAIL', '2026-03-06 16:40:00', ROUND_THE_CLOCK)).toBe('2026-03-07 23:59');
  });

  it('given that body open every day from 08:00 to 20:00, then until Saturday 20:00 (R-ARR-021, R-ARR-076, worked case 2)', () => {
    expect(lastMinute('RAIL', '2026-03-06 16:40:00', EVERY_DAY)).toBe('2026-03-07 20:00');
  });

  it('given the same train at a body open Monday to Friday, then until Tuesday 18:00: each body by its own calendar (R-ARR-019, R-ARR-076, worked case 3)', () => {
    expect(lastMinute('RAIL', '2026-03-06 16:40:00', MONDAY_TO_FRIDAY)).toBe('2026-03-10 18:00');
  });

  it('given a cargo aircraft presented at 06:30, then until 09:30 of the day: air has no longer term (R-ARR-075, worked case 4)', () => {
    expect(lastMinute('AIR', '2026-03-10 06:30:00', ROUND_THE_CLOCK)).toBe('2026-03-10 09:30');
  });

  it('given a vessel presented on Thursday 09:00 at a body open until 20:00, then until Friday 20:00 (R-ARR-076, worked case 5)', () => {
    expect(lastMinute('WATER', '2026-03-12 09:00:00', EVERY_DAY)).toBe('2026-03-13 20:00');
  });

  it('ends three hours after presentation by road and air whatever the hour, the day or the body (R-ARR-075)', () => {
    const minutesOf2026 = fc.integer({ min: 0, max: 365 * 24 * 60 - 1 });
    fc.assert(
      fc.property(
        minutesOf2026,
        fc.constantFrom<ListedMode>('ROAD', 'AIR'),
        fc.constantFrom(ROUND_THE_CLOCK, EVERY_DAY, MONDAY_TO_FRIDAY),
        (minute, mode, office) => {
          const presented = new Date(almaty('2026-01-01 00:00:00').getTime() + minute * 60_000);
          const { endsAt } = placementTerm(mode, presented, office, calendar);
          expect(endsAt.getTime() - presented.getTime()).toBe(3 * 3_600_000);
        },
      ),
    );
  });

  it('finds nothing late while the goods are not presented', () => {
    expect(isLatePlacing(almaty('2026-03-08 01:10:00'), null)).toBe(false);
  });
});
