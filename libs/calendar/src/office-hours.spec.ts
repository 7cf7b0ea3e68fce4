import { TermRefused, checkpointRoundTheClock, officeMondayToFriday, standardCalendar } from './index.js';
import type { LegalTerm, OfficeCalendar } from './index.js';

const calendar = standardCalendar();
const office = officeMondayToFriday('KZ-FIXTURE', '09:00', '18:30');
const checkpoint = checkpointRoundTheClock('KZ-BORDER');
const at = (date: string, time: string) => calendar.instantOf(date, time);
const hours = (length: number, more: Partial<LegalTerm>): LegalTerm => ({
  length,
  unit: 'HOURS',
  article: 'art. 5.1',
  ...more,
});
const clock = (length: number) => hours(length, { hourMode: 'CLOCK' });
const open = (length: number) => hours(length, { hourMode: 'OFFICE_HOURS', article: 'art. 288.3' });
const release = hours(4, {
  hourMode: 'OFFICE_HOURS',
  specialRule: 'RELEASE_IN_FOUR_HOURS',
  article: 'art. 297.1',
});
const transitDocuments = hours(1, {
  hourMode: 'CLOCK',
  specialRule: 'TRANSIT_DOCUMENTS_BY_ROAD',
  article: 'art. 329.3',
});

describe('CLOCK', () => {
  it('T26: 24 hours from Friday 10:00 end on Saturday 10:00, with no shift (R-REG-020)', () => {
    const end = calendar.end(clock(24), at('2026-03-13', '10:00'));
    expect(end).toMatchObject({ endsAt: at('2026-03-14', '10:00'), lastDay: '2026-03-14', endsBy: 'MINUTE' });
    expect(end.shiftedFrom).toBeUndefined();
  });

  it('starts at the recorded minute and runs true hours across a change of zone (R-REG-020, R-REG-029)', () => {
    expect(calendar.end(clock(2), at('2026-03-13', '10:00:45')).endsAt).toEqual(at('2026-03-13', '12:00'));
    expect(calendar.end(clock(24), at('2024-02-29', '12:00')).endsAt).toEqual(at('2024-03-01', '11:00'));
  });

  it('is late by any channel after its minute (R-REG-020)', () => {
    const end = calendar.end(clock(24), at('2026-03-13', '10:00'));
    expect(calendar.onTime(at('2026-03-14', '10:00'), end, { channel: 'ELECTRONIC' })).toBe(true);
    expect(calendar.onTime(at('2026-03-14', '10:01'), end, { channel: 'ELECTRONIC' })).toBe(false);
  });
});

describe('OFFICE_HOURS', () => {
  it('T27: two hours from Friday 17:30 use 60 minutes that day and end after Nauryz at 10:00 (R-REG-197)', () => {
    const end = calendar.end(open(2), at('2026-03-20', '17:30'), { office });
    expect(end.endsAt).toEqual(at('2026-03-26', '10:00'));
    expect(end.rules).toEqual(['R-REG-196', 'R-REG-197']);
  });

  it('starts an event outside hours at the next opening (R-REG-197)', () => {
    expect(calendar.end(open(2), at('2026-03-14', '03:20'), { office }).endsAt).toEqual(
      at('2026-03-16', '11:00'),
    );
    expect(calendar.end(open(2), at('2026-03-16', '07:00'), { office }).endsAt).toEqual(
      at('2026-03-16', '11:00'),
    );
    expect(calendar.end(open(2), at('2026-03-16', '16:30'), { office }).endsAt).toEqual(
      at('2026-03-16', '18:30'),
    );
  });

  it('counts minutes too, and the hours of a dated exception (R-REG-197)', () => {
    const short: OfficeCalendar = {
      ...office,
      exceptions: [{ date: '2026-03-16', hours: { open: '09:00', close: '10:00' } }],
    };
    const ninety: LegalTerm = { length: 90, unit: 'MINUTES', hourMode: 'OFFICE_HOURS', article: 'art. 13.1' };
    expect(calendar.end(ninety, at('2026-03-16', '09:00'), { office: short }).endsAt).toEqual(
      at('2026-03-17', '09:30'),
    );
  });

  it('runs by the clock at a body that works round the clock (R-REG-196)', () => {
    const end = calendar.end(open(2), at('2026-03-21', '23:30'), { office: checkpoint });
    expect(end.endsAt).toEqual(at('2026-03-22', '01:30'));
    expect(end.rules).toEqual(['R-REG-020', 'R-REG-196']);
  });

  it('refuses an office that never opens (R-REG-197)', () => {
    const closed = 'CLOSED' as const;
    const hoursOfNone = {
      MON: closed,
      TUE: closed,
      WED: closed,
      THU: closed,
      FRI: closed,
      SAT: closed,
      SUN: closed,
    };
    expect(() =>
      calendar.end(open(2), at('2026-03-21', '10:00'), { office: { ...office, hours: hoursOfNone } }),
    ).toThrow(TermRefused);
  });
});

describe('articles that tie hours to opening hours (R-REG-021)', () => {
  it('T28: the 4-hour release ends at 18:30 when registered at 14:30, next day at 13:00 when at 14:31 (R-REG-021, R-REG-196)', () => {
    expect(calendar.end(release, at('2026-03-04', '14:30'), { office }).endsAt).toEqual(
      at('2026-03-04', '18:30'),
    );
    expect(calendar.end(release, at('2026-03-04', '14:31'), { office }).endsAt).toEqual(
      at('2026-03-05', '13:00'),
    );
    expect(calendar.end(release, at('2026-03-04', '07:00'), { office }).endsAt).toEqual(
      at('2026-03-04', '13:00'),
    );
    expect(calendar.end(release, at('2026-03-04', '18:30'), { office }).endsAt).toEqual(
      at('2026-03-05', '13:00'),
    );
  });

  it('releases within 4 hours by the clock at a round-the-clock body, across midnight (R-REG-021, R-REG-196)', () => {
    expect(calendar.end(release, at('2026-03-21', '22:10'), { office: checkpoint }).endsAt).toEqual(
      at('2026-03-22', '02:10'),
    );
  });

  it('T29: a truck that arrives on Saturday at 03:20 hands in its documents by Monday 11:00 (R-REG-021)', () => {
    const end = calendar.end(transitDocuments, at('2026-03-14', '03:20'), { office });
    expect(end.endsAt).toEqual(at('2026-03-16', '11:00'));
    expect(end.rules).toContain('R-REG-002');
  });

  it('gives one hour to a truck that arrives in opening hours (R-REG-021)', () => {
    expect(calendar.end(transitDocuments, at('2026-03-16', '10:00'), { office }).endsAt).toEqual(
      at('2026-03-16', '11:00'),
    );
    expect(calendar.end(transitDocuments, at('2026-03-16', '18:30'), { office }).endsAt).toEqual(
      at('2026-03-17', '11:00'),
    );
  });

  it('refuses a special rule with another length, or without the office whose hours count (R-REG-021)', () => {
    expect(() => calendar.end({ ...release, length: 3 }, at('2026-03-04', '14:30'), { office })).toThrow(
      'SPECIAL_RULE_MISMATCH',
    );
    expect(() => calendar.end(transitDocuments, at('2026-03-16', '10:00'))).toThrow('OFFICE_MISSING');
  });
});
