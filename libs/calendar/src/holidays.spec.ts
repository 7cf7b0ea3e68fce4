import {
  LegalCalendar,
  holidayTable,
  loadHolidays,
  officeMondayToFriday,
  parseHolidays,
  plusDays,
  recomputeTerms,
  weekdayOf,
} from './index.js';
import type { LegalTerm, OpenTerm } from './index.js';

const shipped = loadHolidays();
const calendar = new LegalCalendar(shipped);
const at = (date: string, time = '12:00') => calendar.instantOf(date, time);

function weekdaysOff(from: string, to: string): string[] {
  const off: string[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    const weekday = weekdayOf(day);
    if (weekday !== 'SAT' && weekday !== 'SUN' && !calendar.isWorkingDay(day)) off.push(day.slice(5));
  }
  return off;
}

describe('the shipped table of holidays (R-REG-030)', () => {
  it('has for 2026 and the first half of 2027 the weekdays of the fixture and no other (R-REG-030)', () => {
    expect(weekdaysOff('2026-01-01', '2026-12-31').join(' ')).toBe(
      '01-01 01-02 01-07 03-09 03-23 03-24 03-25 05-01 05-07 05-11 05-27 07-06 08-31 10-26 12-16',
    );
    expect(weekdaysOff('2027-01-01', '2027-06-30').join(' ')).toBe(
      '01-01 01-04 01-07 03-08 03-22 03-23 03-24 05-03 05-07 05-10',
    );
  });

  it('has the days off of 2024 and 2025 with the transfers of those years (R-REG-019, R-REG-030)', () => {
    expect(weekdaysOff('2024-01-01', '2024-12-31').join(' ')).toBe(
      '01-01 01-02 03-08 03-21 03-22 03-25 05-01 05-07 05-08 05-09 07-08 08-30 10-25 12-16',
    );
    expect(weekdaysOff('2025-01-01', '2025-12-31').join(' ')).toBe(
      '01-01 01-02 01-03 01-07 03-10 03-21 03-24 03-25 05-01 05-07 05-09 06-06 07-07 09-01 10-27 12-16',
    );
    expect(weekdaysOff('2027-07-01', '2027-12-31').join(' ')).toBe('07-06 08-30 10-25 12-16');
  });

  it('names for every day the act that set it and its source (R-REG-030)', () => {
    expect(shipped.days.length).toBeGreaterThan(70);
    expect(shipped.days.filter((day) => day.act === '' || day.source === '')).toEqual([]);
    expect(shipped.version).toMatch(/^KZ-[0-9a-f]{12}$/);
  });

  it('refuses a table that cannot be read, naming the line (R-REG-030)', () => {
    const header = 'date,kind,name,act,source';
    expect(() => parseHolidays('day,name')).toThrow('first line');
    expect(() => parseHolidays(`${header}\n2026-02-30,HOLIDAY,a,b,c`)).toThrow('line 2: no such day');
    expect(() => parseHolidays(`${header}\n\n2026-02-03,FEAST,a,b,c`)).toThrow('line 3: unknown kind FEAST');
    expect(() => parseHolidays(`${header}\n2026-02-03,HOLIDAY,a,,c`)).toThrow('line 2');
    const day = '2026-02-03,HOLIDAY,a,b,c';
    expect(() => parseHolidays(`${header}\n${day}\n${day}`)).toThrow('comes twice');
  });
});

describe('recomputing open terms (R-REG-028)', () => {
  const term: LegalTerm = { length: 5, unit: 'WORKING_DAYS', article: 'art. 28.1' };
  const startEventAt = at('2026-06-01');
  const open = (of: string, start: Date): OpenTerm<string> => ({
    of,
    term,
    startEventAt: start,
    end: calendar.end(term, start),
  });

  it('keeps the old value beside the new one and tells whose last day moved when the list changes (R-REG-028)', () => {
    const dayOff = { date: '2026-06-05', kind: 'DAY_OFF', name: 'a', act: 'order', source: 'test' } as const;
    const changed = new LegalCalendar(holidayTable([...shipped.days, dayOff]));
    const terms = [open('case-1', startEventAt), open('case-2', at('2026-06-08'))];
    const [first, second] = recomputeTerms(terms, changed);
    expect(first).toMatchObject({
      of: 'case-1',
      moved: true,
      old: { lastDay: '2026-06-08' },
      new: { lastDay: '2026-06-09' },
    });
    expect(second).toMatchObject({ of: 'case-2', moved: false });
    expect(first?.new.calendarVersion).not.toBe(first?.old.calendarVersion);
  });

  it('moves the last instant when an office closes earlier (R-REG-028, R-REG-016)', () => {
    const before = officeMondayToFriday('KZ-1', '09:00', '18:30');
    const after = officeMondayToFriday('KZ-1', '09:00', '18:00');
    const byBody: LegalTerm = { ...term, actor: 'CUSTOMS_BODY' };
    const end = calendar.end(byBody, startEventAt, { office: before });
    const terms = [{ of: 'case-1', term: byBody, startEventAt, options: { office: before }, end }];
    const [moved] = recomputeTerms(terms, calendar, (id) => (id === 'KZ-1' ? after : undefined));
    expect(moved).toMatchObject({ moved: true, new: { endsAt: at('2026-06-08', '18:00') } });
    expect(moved?.new.calendarVersion).not.toBe(end.calendarVersion);
    expect(recomputeTerms(terms, calendar)).toMatchObject([{ moved: false }]);
  });
});
