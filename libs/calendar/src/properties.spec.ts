import fc from 'fast-check';
import {
  checkpointRoundTheClock,
  daysBetween,
  mergePauses,
  officeMondayToFriday,
  plusDays,
  standardCalendar,
} from './index.js';
import type { CivilDate, LegalTerm, Pause } from './index.js';

const calendar = standardCalendar();
const office = officeMondayToFriday('KZ-FIXTURE', '09:00', '18:30');
const offices = [undefined, office, checkpointRoundTheClock('KZ-BORDER')] as const;
const runs = { numRuns: 150 };

const date = fc.integer({ min: 0, max: 1400 }).map((days) => plusDays('2024-01-01', days));
const minuteOfDay = fc.integer({ min: 0, max: 1439 });
const dayUnit = fc.constantFrom('YEARS', 'MONTHS', 'CALENDAR_DAYS', 'WORKING_DAYS');
const pauseNear = (event: CivilDate) =>
  fc
    .record({
      after: fc.integer({ min: 0, max: 40 }),
      length: fc.integer({ min: 0, max: 20 }),
      kind: fc.constantFrom('EXCLUSIVE', 'INCLUSIVE'),
    })
    .map(({ after, length, kind }): Pause => ({
      from: plusDays(event, after),
      to: plusDays(event, after + length),
      kind,
    }));
const withPauses = date.chain((event) =>
  fc.tuple(fc.constant(event), fc.array(pauseNear(event), { maxLength: 6 })),
);

const noon = (day: CivilDate) => calendar.instantOf(day, '12:00');
const term = (length: number, unit: LegalTerm['unit'], more: Partial<LegalTerm> = {}): LegalTerm => ({
  length,
  unit,
  article: 'art. 5',
  ...more,
});

describe('properties of every forward term', () => {
  it('ends on a day that counts, and moves off no other (R-REG-010, R-REG-018)', () => {
    fc.assert(
      fc.property(
        date,
        dayUnit,
        fc.integer({ min: 1, max: 24 }),
        fc.constantFrom(...offices),
        (event, unit, length, at) => {
          const customsOperation = at !== undefined;
          const end = calendar.end(term(length, unit, { customsOperation }), noon(event), { office: at });
          expect(calendar.isWorkingDay(end.lastDay, at, customsOperation)).toBe(true);
          expect(end.firstDay).toBe(plusDays(event, 1));
          const { shiftedFrom } = end;
          if (shiftedFrom === undefined) return;
          for (let day = shiftedFrom; day < end.lastDay; day = plusDays(day, 1)) {
            expect(calendar.isWorkingDay(day, at, customsOperation)).toBe(false);
          }
        },
      ),
      runs,
    );
  });

  it('never ends earlier for a later event or a longer term (R-REG-004, R-REG-005, R-REG-006, R-REG-007)', () => {
    fc.assert(
      fc.property(
        date,
        fc.nat(40),
        dayUnit,
        fc.integer({ min: 1, max: 20 }),
        (event, later, unit, length) => {
          const base = calendar.end(term(length, unit), noon(event)).lastDay;
          expect(calendar.end(term(length, unit), noon(plusDays(event, later))).lastDay >= base).toBe(true);
          expect(calendar.end(term(length + 1, unit), noon(event)).lastDay >= base).toBe(true);
        },
      ),
      runs,
    );
  });

  it('in months ends in the right month, on the same number or the month’s last day (R-REG-007, R-REG-008)', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), (event, length) => {
        const end = calendar.end(term(length, 'MONTHS'), noon(event));
        const nominal = end.shiftedFrom ?? end.lastDay;
        const monthsOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
        expect(monthsOf(nominal) - monthsOf(event)).toBe(length);
        const isMonthEnd = plusDays(nominal, 1).endsWith('-01');
        if (nominal.slice(8) !== event.slice(8))
          expect(isMonthEnd && nominal.slice(8) < event.slice(8)).toBe(true);
      }),
      runs,
    );
  });

  it('of n working days holds exactly n days that count (R-REG-005)', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), (event, n) => {
        const last = calendar.addWorkingDays(event, n);
        let counted = 0;
        for (let day = plusDays(event, 1); day <= last; day = plusDays(day, 1))
          counted += calendar.isWorkingDay(day) ? 1 : 0;
        expect(counted).toBe(n);
      }),
      runs,
    );
  });
});

describe('properties of pauses (R-REG-027)', () => {
  /** Every day that one of the pauses leaves out, counted one by one. */
  function daysOf(pauses: readonly Pause[], notBefore: CivilDate): Set<CivilDate> {
    const days = new Set<CivilDate>();
    for (const { from, to, kind } of pauses) {
      for (let day = kind === 'EXCLUSIVE' ? plusDays(from, 1) : from; day <= to; day = plusDays(day, 1)) {
        if (day >= notBefore) days.add(day);
      }
    }
    return days;
  }

  it('merging keeps exactly the days left out, in order, with gaps between, whatever the order given (R-REG-027)', () => {
    fc.assert(
      fc.property(withPauses, ([event, pauses]) => {
        const merged = mergePauses(pauses, event);
        const total = merged.reduce((sum, span) => sum + daysBetween(span.first, span.last) + 1, 0);
        expect(total).toBe(daysOf(pauses, event).size);
        merged.slice(1).forEach((span, index) => {
          expect(span.first > plusDays(merged[index]?.last ?? span.first, 1)).toBe(true);
        });
        expect(mergePauses([...pauses].reverse(), event)).toEqual(merged);
      }),
      runs,
    );
  });

  it('a term longer than all its pauses reach is put off by the days left out, then rolled once (R-REG-027)', () => {
    fc.assert(
      fc.property(withPauses, ([event, pauses]) => {
        const plain = calendar.end(term(70, 'CALENDAR_DAYS'), noon(event));
        const paused = calendar.end(term(70, 'CALENDAR_DAYS'), noon(event), { pauses });
        const nominal = plusDays(event, 70 + daysOf(pauses, event).size);
        expect(paused.shiftedFrom ?? paused.lastDay).toBe(nominal);
        expect(paused.lastDay >= plain.lastDay).toBe(true);
      }),
      runs,
    );
  });
});

describe('properties of hours and of dates', () => {
  it('OFFICE_HOURS conserves minutes: the office is open exactly as long as the term says (R-REG-197)', () => {
    fc.assert(
      fc.property(date, minuteOfDay, fc.integer({ min: 1, max: 1500 }), (day, minute, length) => {
        const start = new Date(calendar.instantOf(day, '00:00').getTime() + minute * 60_000);
        const { endsAt } = calendar.end(term(length, 'MINUTES', { hourMode: 'OFFICE_HOURS' }), start, {
          office,
        });
        let open = 0;
        for (let at = calendar.civilDate(start); at <= calendar.civilDate(endsAt); at = plusDays(at, 1)) {
          if (!calendar.isWorkingDay(at)) continue;
          const from = Math.max(calendar.instantOf(at, '09:00').getTime(), start.getTime());
          const to = Math.min(calendar.instantOf(at, '18:30').getTime(), endsAt.getTime());
          open += Math.max(0, to - from) / 60_000;
        }
        expect(open).toBe(length);
      }),
      runs,
    );
  });

  it('CLOCK adds true minutes (R-REG-020)', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 500 }), (day, length) => {
        const { endsAt } = calendar.end(term(length, 'HOURS', { hourMode: 'CLOCK' }), noon(day));
        expect(endsAt.getTime() - noon(day).getTime()).toBe(length * 3_600_000);
      }),
      runs,
    );
  });

  it('a backward limit and the plain term from it lead back to the day (R-REG-023, R-REG-198)', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 400 }), (day, length) => {
        const span = { length, unit: 'CALENDAR_DAYS' } as const;
        const limit = calendar.backwardLimit(day, span);
        expect(plusDays(limit, length)).toBe(day);
        expect(calendar.minimumLengthMet(limit, day, span)).toBe(true);
        expect(calendar.minimumLengthMet(limit, plusDays(day, -1), span)).toBe(false);
      }),
      runs,
    );
  });

  it('the last instant of a day is on it and the next millisecond is not (R-REG-012, R-REG-029)', () => {
    fc.assert(
      fc.property(date, (day) => {
        const end = calendar.end(term(1, 'CALENDAR_DAYS'), noon(day));
        expect(calendar.civilDate(end.endsAt)).toBe(end.lastDay);
        expect(calendar.civilDate(new Date(end.endsAt.getTime() + 1))).toBe(plusDays(end.lastDay, 1));
      }),
      runs,
    );
  });
});
