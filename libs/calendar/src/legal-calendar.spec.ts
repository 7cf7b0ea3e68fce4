import {
  ALMATY,
  LegalCalendar,
  TermRefused,
  checkpointRoundTheClock,
  holidayTable,
  loadHolidays,
  officeMondayToFriday,
  standardCalendar,
} from './index.js';
import type { LegalTerm, OfficeCalendar, TermEnd, TermOptions } from './index.js';

const calendar = standardCalendar();
const office = officeMondayToFriday('KZ-FIXTURE', '09:00', '18:30');
const checkpoint = checkpointRoundTheClock('KZ-BORDER');
const at = (date: string, time = '12:00') => calendar.instantOf(date, time);

type Length = [number, LegalTerm['unit']];
const term = ([length, unit]: Length, more: Partial<LegalTerm> = {}): LegalTerm => ({
  length,
  unit,
  article: 'art. 5',
  ...more,
});
const end = (
  event: string,
  length: Length,
  more: Partial<LegalTerm> = {},
  options: TermOptions = {},
): TermEnd => calendar.end(term(length, more), at(event), options);
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof TermRefused) return error.code;
    throw error;
  }
  return 'COUNTED';
};

describe('examples of terms, forward (law/calendar.md)', () => {
  it.each([
    ['T1', '2026-03-02', [15, 'CALENDAR_DAYS'], '2026-03-17', '2026-03-17', 'R-REG-004'],
    ['T2', '2026-03-06', [15, 'CALENDAR_DAYS'], '2026-03-21', '2026-03-26', 'R-REG-010'],
    ['T3', '2026-05-08', [15, 'CALENDAR_DAYS'], '2026-05-23', '2026-05-25', 'R-REG-010'],
    ['T4', '2026-03-06', [5, 'WORKING_DAYS'], '2026-03-16', '2026-03-16', 'R-REG-005'],
    ['T5', '2026-03-19', [5, 'WORKING_DAYS'], '2026-03-31', '2026-03-31', 'R-REG-005'],
    ['T6', '2026-04-20', [10, 'WORKING_DAYS'], '2026-05-05', '2026-05-05', 'R-REG-005'],
    ['T7', '2026-03-02', [90, 'CALENDAR_DAYS'], '2026-05-31', '2026-06-01', 'R-REG-010'],
    ['T8', '2026-01-31', [1, 'MONTHS'], '2026-02-28', '2026-03-02', 'R-REG-008'],
    ['T9', '2026-02-28', [1, 'MONTHS'], '2026-03-28', '2026-03-30', 'R-REG-007'],
    ['T10', '2026-04-24', [6, 'MONTHS'], '2026-10-24', '2026-10-27', 'R-REG-010'],
    ['T11', '2027-08-31', [6, 'MONTHS'], '2028-02-29', '2028-02-29', 'R-REG-008'],
    ['T12', '2025-03-14', [1, 'YEARS'], '2026-03-14', '2026-03-16', 'R-REG-006'],
    ['T13', '2024-02-29', [1, 'YEARS'], '2025-02-28', '2025-02-28', 'R-REG-009'],
    ['T14', '2024-03-22', [2, 'YEARS'], '2026-03-22', '2026-03-26', 'R-REG-006'],
    ['T18', '2026-03-20', [1, 'WORKING_DAYS'], '2026-03-26', '2026-03-26', 'R-REG-005'],
    ['T25', '2025-12-30', [5, 'WORKING_DAYS'], '2026-01-09', '2026-01-09', 'R-REG-005'],
  ] satisfies [string, string, Length, string, string, string][])(
    '%s: event %s + %j ends nominally %s, in law %s (%s; R-REG-004, R-REG-005, R-REG-006, R-REG-007, R-REG-008, R-REG-009, R-REG-010)',
    (_case, event, length, nominal, last, rule) => {
      const result = end(event, length);
      expect(result.lastDay).toBe(last);
      expect(result.shiftedFrom).toBe(nominal === last ? undefined : nominal);
      expect(result.rules).toContain(rule);
    },
  );

  it('T15: by the 5th of July 2026 moves over Capital Day to the 7th (R-REG-022)', () => {
    const result = calendar.byDayOfMonth('2026-07', 5);
    expect(result).toMatchObject({ lastDay: '2026-07-07', shiftedFrom: '2026-07-05' });
    expect(result.rules).toEqual(['R-REG-001', 'R-REG-010', 'R-REG-012', 'R-REG-022']);
    expect(calendar.byDayOfMonth('2026-06', 31).lastDay).toBe('2026-06-30');
    expect(refusal(() => calendar.byDayOfMonth('2026-06', 32))).toBe('DAY_NUMBER_INVALID');
  });

  it('T16, T17: 30 calendar days before the expiry never roll, neither forward nor back (R-REG-023, R-REG-010)', () => {
    const before: Partial<LegalTerm> = { direction: 'BACKWARD', article: 'art. 63.3.2' };
    expect(end('2026-12-31', [30, 'CALENDAR_DAYS'], before).lastDay).toBe('2026-12-01');
    const limit = end('2026-09-30', [30, 'CALENDAR_DAYS'], before);
    expect(limit.lastDay).toBe('2026-08-31');
    expect(limit.shiftedFrom).toBeUndefined();
    expect(calendar.isWorkingDay('2026-08-31')).toBe(false);
    expect(calendar.onTime(at('2026-08-31', '23:59'), limit, { channel: 'ELECTRONIC' })).toBe(true);
    expect(calendar.onTime(at('2026-09-01', '00:00'), limit, { channel: 'ELECTRONIC' })).toBe(false);
    expect(calendar.backwardLimit('2026-09-30', { length: 30, unit: 'CALENDAR_DAYS' })).toBe('2026-08-31');
  });

  it('T19, T20: a checkpoint that works every day counts its Saturday and keeps an end on its Sunday (R-REG-017, R-REG-018)', () => {
    const operation: Partial<LegalTerm> = { actor: 'CUSTOMS_BODY', customsOperation: true };
    const nextDay = end('2026-03-20', [1, 'WORKING_DAYS'], operation, { office: checkpoint });
    expect(nextDay.lastDay).toBe('2026-03-21');
    const tenDays = end('2026-03-12', [10, 'CALENDAR_DAYS'], operation, { office: checkpoint });
    expect(tenDays).toMatchObject({ lastDay: '2026-03-22', shiftedFrom: undefined });
    expect(tenDays.endsAt).toEqual(new Date(calendar.instantOf('2026-03-22', '24:00').getTime() - 1));
    expect(tenDays.rules).toEqual(expect.arrayContaining(['R-REG-017', 'R-REG-018']));
  });

  it('T21: an EXCLUSIVE pause 16.03 to 26.03 adds ten days, and the end rolls once (R-REG-027)', () => {
    const pauses = [{ from: '2026-03-16', to: '2026-03-26', kind: 'EXCLUSIVE' as const }];
    const result = end('2026-03-02', [60, 'CALENDAR_DAYS'], {}, { pauses });
    expect(result).toMatchObject({ lastDay: '2026-05-12', shiftedFrom: '2026-05-11' });
  });

  it('T30: an INCLUSIVE pause 10.04 to 30.04 adds 21 days (R-REG-027)', () => {
    const pauses = [{ from: '2026-04-10', to: '2026-04-30', kind: 'INCLUSIVE' as const }];
    expect(end('2026-04-01', [20, 'CALENDAR_DAYS'], {}, { pauses }).lastDay).toBe('2026-05-12');
  });

  it('T31: overlapping EXCLUSIVE pauses are merged to 22 days (R-REG-027)', () => {
    const pauses = [
      { from: '2026-02-20', to: '2026-03-10', kind: 'EXCLUSIVE' as const },
      { from: '2026-02-16', to: '2026-03-02', kind: 'EXCLUSIVE' as const },
    ];
    const result = end('2026-02-02', [60, 'CALENDAR_DAYS'], {}, { pauses });
    expect(result).toMatchObject({ lastDay: '2026-04-27', shiftedFrom: '2026-04-25' });
  });
});

describe('art. 5.1 and 5.2: how a term is given', () => {
  it('accepts a calendar date, a length, or an event that is to happen (R-REG-001)', () => {
    expect(calendar.endOnDate({ on: '2026-05-09', article: 'art. 5.1' })).toMatchObject({
      lastDay: '2026-05-12',
      shiftedFrom: '2026-05-09',
    });
    expect(calendar.endOnDate({ on: '2026-05-12', article: 'art. 5.1' }).shiftedFrom).toBeUndefined();
    expect(end('2026-03-02', [1, 'YEARS']).lastDay).toBe('2027-03-02');
    const untilAnswer = { until: 'AnswerReceived', article: 'art. 180.1' };
    expect(calendar.endOnEvent(untilAnswer, {})).toBeUndefined();
    const answered = at('2026-03-22', '15:04');
    expect(calendar.endOnEvent(untilAnswer, { AnswerReceived: answered })).toMatchObject({
      endsAt: answered,
      lastDay: '2026-03-22',
    });
  });

  it('lets a start or an end that a special article fixes win, without moving the end (R-REG-002)', () => {
    const started = end('2026-03-06', [15, 'CALENDAR_DAYS'], {}, { startDate: '2026-03-02' });
    expect(started).toMatchObject({ firstDay: '2026-03-03', lastDay: '2026-03-17' });
    const fixed = end('2026-03-06', [15, 'CALENDAR_DAYS'], {}, { fixedEnd: '2026-03-21' });
    expect(fixed.lastDay).toBe('2026-03-21');
    expect(fixed.shiftedFrom).toBeUndefined();
    expect([...started.rules, ...fixed.rules].filter((rule) => rule === 'R-REG-002')).toHaveLength(2);
  });

  it.each(['00:00', '09:00', '23:59:59'])(
    'starts on the day after the event whatever its hour: %s (R-REG-003, R-REG-026)',
    (time) => {
      const result = calendar.end(term([5, 'CALENDAR_DAYS']), at('2026-03-02', time));
      expect(result).toMatchObject({
        firstDay: '2026-03-03',
        lastDay: '2026-03-10',
        shiftedFrom: '2026-03-07',
      });
    },
  );

  it('"from the day following" adds no second day: ten days after 2 March end on the 12th (R-REG-026)', () => {
    expect(end('2026-03-02', [10, 'CALENDAR_DAYS']).lastDay).toBe('2026-03-12');
  });

  it('does not shift the first day or the days in between: a term starts on a Sunday (R-REG-011)', () => {
    const result = end('2026-03-14', [3, 'CALENDAR_DAYS']);
    expect(result).toMatchObject({ firstDay: '2026-03-15', lastDay: '2026-03-17' });
  });

  it('does not stretch the end after a start in a short month: 28.02 + 1 month is 28.03 (R-REG-008)', () => {
    expect(end('2026-02-28', [1, 'MONTHS']).shiftedFrom).toBe('2026-03-28');
  });

  it('refuses an incomplete term (R-REG-196)', () => {
    expect(refusal(() => end('2026-03-02', [2, 'HOURS']))).toBe('HOUR_MODE_MISSING');
    expect(refusal(() => end('2026-03-02', [30, 'MINUTES']))).toBe('HOUR_MODE_MISSING');
    expect(refusal(() => end('2026-03-02', [2, 'MONTHS'], { hourMode: 'CLOCK' }))).toBe('HOUR_MODE_NEEDLESS');
    expect(refusal(() => end('2026-03-02', [2, 'HOURS'], { hourMode: 'OFFICE_HOURS' }))).toBe(
      'OFFICE_MISSING',
    );
    expect(refusal(() => end('2026-03-02', [0, 'MONTHS']))).toBe('LENGTH_NOT_POSITIVE');
    expect(refusal(() => end('2026-03-02', [1.5, 'WORKING_DAYS']))).toBe('LENGTH_NOT_POSITIVE');
    expect(refusal(() => end('2026-03-02', [1, 'WORKING_DAYS'], { actor: 'CUSTOMS_BODY' }))).toBe(
      'OFFICE_MISSING',
    );
    expect(refusal(() => end('2026-03-02', [1, 'WORKING_DAYS'], { channel: 'COUNTER' }))).toBe(
      'OFFICE_MISSING',
    );
    const backHours: Partial<LegalTerm> = { direction: 'BACKWARD', hourMode: 'CLOCK' };
    expect(refusal(() => end('2026-03-02', [2, 'HOURS'], backHours))).toBe('DIRECTION_NOT_FOR_HOURS');
    const clock: Partial<LegalTerm> = { hourMode: 'CLOCK' };
    expect(refusal(() => end('2026-03-02', [2, 'HOURS'], clock, { startDate: '2026-03-01' }))).toBe(
      'START_DATE_NOT_FOR_HOURS',
    );
  });

  it('refuses dates and instants that do not exist', () => {
    expect(() => calendar.isWorkingDay('2026-02-30')).toThrow(RangeError);
    expect(() => calendar.isWorkingDay('01.03.2026')).toThrow(RangeError);
    expect(() => calendar.civilDate(new Date(Number.NaN))).toThrow(RangeError);
    expect(() => calendar.instantOf('2026-03-02', '25:00')).toThrow(RangeError);
    expect(() => calendar.instantOf('2026-03-02', '9:00')).toThrow(RangeError);
  });
});

describe('pauses (R-REG-027)', () => {
  const pause = (from: string, to: string, kind: 'EXCLUSIVE' | 'INCLUSIVE') => ({ from, to, kind });

  it('adds nothing for a pause that starts after the last day, and adds for one that starts on it (R-REG-027)', () => {
    const days: Length = [10, 'CALENDAR_DAYS'];
    const after = [pause('2026-03-13', '2026-03-17', 'INCLUSIVE')];
    const onIt = [pause('2026-03-12', '2026-03-16', 'INCLUSIVE')];
    expect(end('2026-03-02', days, {}, { pauses: after }).lastDay).toBe('2026-03-12');
    expect(end('2026-03-02', days, {}, { pauses: onIt }).lastDay).toBe('2026-03-17');
  });

  it('adds only the working days among the days left out to a term in working days (R-REG-027)', () => {
    const pauses = [pause('2026-03-05', '2026-03-11', 'EXCLUSIVE')];
    expect(end('2026-03-02', [5, 'WORKING_DAYS']).lastDay).toBe('2026-03-10');
    expect(end('2026-03-02', [5, 'WORKING_DAYS'], {}, { pauses }).lastDay).toBe('2026-03-13');
  });

  it('merges pauses that touch and leaves out no day before the event (R-REG-027)', () => {
    const touching = [
      pause('2026-04-05', '2026-04-08', 'INCLUSIVE'),
      pause('2026-04-08', '2026-04-10', 'EXCLUSIVE'),
    ];
    expect(end('2026-04-01', [20, 'CALENDAR_DAYS'], {}, { pauses: touching }).lastDay).toBe('2026-04-27');
    const earlier = [pause('2026-03-01', '2026-03-31', 'INCLUSIVE')];
    expect(end('2026-04-01', [20, 'CALENDAR_DAYS'], {}, { pauses: earlier }).lastDay).toBe('2026-04-21');
  });

  it('refuses a pause that ends before it starts, or where no term in days runs (R-REG-027)', () => {
    const backwards = [pause('2026-04-10', '2026-04-09', 'INCLUSIVE')];
    expect(refusal(() => end('2026-04-01', [20, 'CALENDAR_DAYS'], {}, { pauses: backwards }))).toBe(
      'PAUSE_ENDS_BEFORE_START',
    );
    const pauses = [pause('2026-04-10', '2026-04-12', 'INCLUSIVE')];
    expect(refusal(() => end('2026-04-01', [4, 'HOURS'], { hourMode: 'CLOCK' }, { pauses }))).toBe(
      'PAUSE_NOT_ALLOWED',
    );
    expect(refusal(() => end('2026-04-01', [4, 'MONTHS'], { direction: 'LOOK_BACK' }, { pauses }))).toBe(
      'PAUSE_NOT_ALLOWED',
    );
  });
});

describe('looking back and minimum lengths', () => {
  it('takes a window with both ends included that never shifts (R-REG-024, R-REG-010)', () => {
    expect(calendar.lookBackWindow('2026-03-22', { length: 1, unit: 'YEARS' })).toEqual({
      from: '2025-03-22',
      to: '2026-03-22',
    });
    const asTerm = end('2026-03-22', [1, 'YEARS'], { direction: 'LOOK_BACK' });
    expect(asTerm).toMatchObject({ firstDay: '2025-03-22', lastDay: '2026-03-22' });
    expect(asTerm.shiftedFrom).toBeUndefined();
  });

  it('asks that a fact began on or before the day N years ago (R-REG-025)', () => {
    const twoYears = { length: 2, unit: 'YEARS' } as const;
    expect(calendar.atLeastAgo('2024-03-20', '2026-03-20', twoYears)).toBe(true);
    expect(calendar.atLeastAgo('2024-03-21', '2026-03-20', twoYears)).toBe(false);
    expect(calendar.atLeastAgo('2026-02-28', '2028-02-29', twoYears)).toBe(true);
    expect(calendar.atLeastAgo('2026-03-01', '2028-02-29', twoYears)).toBe(false);
  });

  it('compares a minimum length by plain dates: an end on a Sunday is enough (R-REG-198, R-REG-010)', () => {
    const oneYear = { length: 1, unit: 'YEARS' } as const;
    expect(calendar.minimumLengthMet('2025-03-22', '2026-03-22', oneYear)).toBe(true);
    expect(calendar.minimumLengthMet('2025-03-22', '2026-03-21', oneYear)).toBe(false);
    const asTerm = end('2025-03-22', [1, 'YEARS'], { direction: 'MINIMUM_LENGTH' });
    expect(asTerm).toMatchObject({ firstDay: '2025-03-22', lastDay: '2026-03-22' });
    expect(asTerm.shiftedFrom).toBeUndefined();
  });
});

describe('which days count (art. 5.8)', () => {
  it('does not count a Saturday worked by a transfer order, nor the weekday given off for it (R-REG-019)', () => {
    expect(loadHolidays().days.find((day) => day.date === '2024-05-04')?.kind).toBe('WORKED_WEEKEND');
    expect(calendar.isWorkingDay('2024-05-04')).toBe(false);
    expect(calendar.isWorkingDay('2024-05-08')).toBe(false);
    expect(end('2024-05-03', [1, 'WORKING_DAYS']).lastDay).toBe('2024-05-06');
  });

  it('asks the checkpoint calendar only for its customs operations, never for notices and a person’s own terms (R-REG-017, R-REG-005)', () => {
    expect(calendar.isWorkingDay('2026-03-21', checkpoint, true)).toBe(true);
    expect(calendar.isWorkingDay('2026-03-21', checkpoint, false)).toBe(false);
    expect(
      end('2026-03-20', [1, 'WORKING_DAYS'], { actor: 'CUSTOMS_BODY' }, { office: checkpoint }).lastDay,
    ).toBe('2026-03-26');
    expect(end('2026-03-20', [1, 'WORKING_DAYS'], { actor: 'PERSON' }, { office: checkpoint }).lastDay).toBe(
      '2026-03-26',
    );
    expect(calendar.isWorkingDay('2026-03-21', office, true)).toBe(false);
    expect(calendar.nextWorkingDay('2026-03-21')).toBe('2026-03-26');
    expect(calendar.nextWorkingDay('2026-03-21', checkpoint)).toBe('2026-03-21');
    expect(calendar.addWorkingDays('2026-03-26', -1)).toBe('2026-03-20');
  });

  it('counts a dated Saturday opening only at a body that works on non-working days (R-REG-017)', () => {
    const exceptions = [{ date: '2024-10-19', hours: { open: '10:00', close: '16:00' } }];
    const border: OfficeCalendar = { ...office, worksOnNonWorkingDays: true, exceptions };
    const release: Partial<LegalTerm> = { actor: 'CUSTOMS_BODY', customsOperation: true };
    const result = end('2024-10-18', [1, 'WORKING_DAYS'], release, { office: border });
    expect(result.endsAt).toEqual(at('2024-10-19', '16:00'));
    expect(calendar.isWorkingDay('2024-10-20', border, true)).toBe(false);
    expect(calendar.isWorkingDay('2024-10-19', { ...border, worksOnNonWorkingDays: false }, true)).toBe(
      false,
    );
  });

  it('gives the days of the office’s own zone and follows a change of that zone (R-REG-029)', () => {
    expect(ALMATY).toBe('Asia/Almaty');
    expect(calendar.civilDate(new Date('2024-02-28T18:30:00Z'))).toBe('2024-02-29');
    expect(calendar.civilDate(new Date('2024-03-04T18:30:00Z'))).toBe('2024-03-04');
    expect(calendar.civilDate(new Date('2026-03-02T20:30:00Z'), 'UTC')).toBe('2026-03-02');
    const utcOffice = officeMondayToFriday('UTC', '09:00', '18:00', 'UTC');
    const event = new Date('2026-03-02T20:30:00Z');
    expect(calendar.end(term([1, 'CALENDAR_DAYS']), event).lastDay).toBe('2026-03-04');
    expect(calendar.end(term([1, 'CALENDAR_DAYS']), event, { office: utcOffice })).toMatchObject({
      lastDay: '2026-03-03',
      timeZone: 'UTC',
    });
    const lastBeforeShift = end('2024-02-28', [1, 'CALENDAR_DAYS']);
    expect(lastBeforeShift.endsAt).toEqual(new Date('2024-02-29T18:59:59.999Z'));
  });

  it('keeps the table version with the result; an empty table counts every Monday to Friday (R-REG-030)', () => {
    const bare = new LegalCalendar(holidayTable([]));
    expect(bare.end(term([1, 'WORKING_DAYS']), at('2026-03-20')).lastDay).toBe('2026-03-23');
    expect(end('2026-03-20', [1, 'WORKING_DAYS']).calendarVersion).toBe(loadHolidays().version);
    expect(bare.version).not.toBe(calendar.version);
  });
});
