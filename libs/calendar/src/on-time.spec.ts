import { TermRefused, checkpointRoundTheClock, officeMondayToFriday, standardCalendar } from './index.js';
import type { LegalTerm } from './index.js';

const calendar = standardCalendar();
const office = officeMondayToFriday('KZ-FIXTURE', '09:00', '18:30');
const at = (date: string, time = '12:00') => calendar.instantOf(date, time);
const days = (length: number, more: Partial<LegalTerm> = {}): LegalTerm => ({
  length,
  unit: 'CALENDAR_DAYS',
  article: 'art. 5.7',
  ...more,
});
const lastDay16March = calendar.end(days(14), at('2026-03-02'));

describe('acts in time (art. 5.7)', () => {
  it('T22: posted on the last day at 23:58, received four days later, is on time (R-REG-014)', () => {
    const received = at('2026-03-20', '10:00');
    const inTime = calendar.onTime(received, lastDay16March, {
      channel: 'POST',
      postedAt: at('2026-03-16', '23:58'),
    });
    const late = calendar.onTime(received, lastDay16March, {
      channel: 'POST',
      postedAt: at('2026-03-17', '00:00'),
    });
    expect([inTime, late]).toEqual([true, false]);
  });

  it('judges a paper without proof of posting by its receipt (R-REG-014)', () => {
    expect(calendar.onTime(at('2026-03-16'), lastDay16March, { channel: 'POST' })).toBe(true);
    expect(calendar.onTime(at('2026-03-17'), lastDay16March, { channel: 'POST' })).toBe(false);
  });

  it('T23: handed in at 18:40 when the counter closed at 18:30 is late (R-REG-013)', () => {
    const counter = { channel: 'COUNTER', counterClosesAt: at('2026-03-16', '18:30') } as const;
    expect(calendar.onTime(at('2026-03-16', '18:40'), lastDay16March, counter)).toBe(false);
    expect(calendar.onTime(at('2026-03-16', '18:30'), lastDay16March, counter)).toBe(true);
    expect(calendar.onTime(at('2026-03-16', '18:40'), lastDay16March, { channel: 'COUNTER', office })).toBe(
      false,
    );
    expect(calendar.onTime(at('2026-03-13', '18:40'), lastDay16March, counter)).toBe(true);
    expect(calendar.onTime(at('2026-03-17', '09:00'), lastDay16March, counter)).toBe(false);
  });

  it('does not guess when a counter closed (R-REG-013)', () => {
    expect(() => calendar.onTime(at('2026-03-16', '18:40'), lastDay16March, { channel: 'COUNTER' })).toThrow(
      TermRefused,
    );
    const atCounter = calendar.end(days(14, { channel: 'COUNTER' }), at('2026-03-02'), { office });
    expect(atCounter).toMatchObject({ endsBy: 'CLOSING', endsAt: at('2026-03-16', '18:30') });
    expect(calendar.onTime(at('2026-03-16', '18:40'), atCounter, { channel: 'COUNTER' })).toBe(false);
  });

  it('T24: filed on the portal at 23:59:30, and at 23:59:59, is on time; 00:00:00 is late (R-REG-012)', () => {
    const filed = (date: string, time: string) =>
      calendar.onTime(at(date, time), lastDay16March, { channel: 'ELECTRONIC' });
    expect(filed('2026-03-16', '23:59:30')).toBe(true);
    expect(filed('2026-03-16', '23:59:59')).toBe(true);
    expect(filed('2026-03-17', '00:00:00')).toBe(false);
  });

  it('keeps the portal open to midnight though the term was counted for the counter (R-REG-012, R-REG-013)', () => {
    const atCounter = calendar.end(days(14, { channel: 'COUNTER' }), at('2026-03-02'), { office });
    expect(calendar.onTime(at('2026-03-16', '23:00'), atCounter, { channel: 'ELECTRONIC' })).toBe(true);
  });

  it('ends an act of a customs body at its closing, at a round-the-clock body at 23:59 (R-REG-016)', () => {
    const byBody = days(14, { actor: 'CUSTOMS_BODY' });
    expect(calendar.end(byBody, at('2026-03-02'), { office }).endsAt).toEqual(at('2026-03-16', '18:30'));
    const border = calendar.end(byBody, at('2026-03-02'), { office: checkpointRoundTheClock('KZ-BORDER') });
    expect(border.endsAt).toEqual(new Date(at('2026-03-17', '00:00').getTime() - 1));
    expect(border.rules).toContain('R-REG-016');
  });

  it('ends at midnight where a backward limit falls on a day on which the body is closed (R-REG-016, R-REG-023)', () => {
    const limit = calendar.end(days(30, { direction: 'BACKWARD', actor: 'CUSTOMS_BODY' }), at('2026-09-30'), {
      office,
    });
    expect(limit).toMatchObject({ lastDay: '2026-08-31', endsBy: 'DAY_END' });
  });

  it('starts the body’s own review on registration of a posted paper, never on posting (R-REG-015)', () => {
    const postedAt = at('2026-03-16', '23:58');
    const registeredAt = at('2026-03-20', '10:00');
    expect(calendar.onTime(registeredAt, lastDay16March, { channel: 'POST', postedAt })).toBe(true);
    const review = days(15, { actor: 'CUSTOMS_BODY', article: 'art. 27.3' });
    expect(calendar.end(review, registeredAt, { office })).toMatchObject({
      firstDay: '2026-03-21',
      lastDay: '2026-04-06',
    });
  });
});
