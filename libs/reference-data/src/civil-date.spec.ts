import { daysBetween, isCivilDate, requireCivilDate } from './civil-date.js';

describe('a civil date', () => {
  it('is a day that exists, written yyyy-mm-dd', () => {
    expect(['2024-02-29', '2025-12-31'].map(isCivilDate)).toEqual([true, true]);
    for (const text of [
      '2025-02-29',
      '2025-13-01',
      '2025-00-10',
      '2025-9-2',
      '02.09.2025',
      '2025-09-02T00:00:00Z',
      '',
    ])
      expect(isCivilDate(text)).toBe(false);
    expect(() => requireCivilDate('2025-06-31')).toThrow(RangeError);
  });

  it('counts calendar days over months and leap days', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2025-09-02', '2025-09-02')).toBe(0);
    expect(daysBetween('2025-09-02', '2025-09-01')).toBe(-1);
  });
});
