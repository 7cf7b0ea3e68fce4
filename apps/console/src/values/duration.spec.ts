import { durationParts, formatDuration, longestWaitOf, weightOf } from './duration.js';

describe('duration', () => {
  it.each([
    [0, '0 ms'],
    [999, '999 ms'],
    [1_000, '1 sec'],
    [1_250, '1 sec 250 ms'],
    [10_250, '10 sec'],
    [65_000, '1 min 5 sec'],
    [3_600_000, '1 hr'],
    [3_600_000 + 59_999, '1 hr'],
    [90_061_000, '1 day 1 hr'],
    [-65_000, '1 min 5 sec'],
  ])('shows %d ms as the two largest units', (milliseconds, shown) => {
    expect(formatDuration(milliseconds, 'en-US')).toBe(shown);
  });

  it('speaks Russian and Kazakh', () => {
    expect(formatDuration(3_660_000, 'ru-KZ')).toMatch(/^1\sч 1\sмин$/);
    expect(formatDuration(3_660_000, 'kk-KZ')).toMatch(/^1\sсағ 1\sмин$/);
  });

  it('never skips a unit between the two it shows', () => {
    expect(durationParts(86_400_000 + 60_000)).toEqual([{ value: 1, unit: 'day' }]);
  });

  it('tells a machine step from a wait for a person', () => {
    expect([9_999, 10_000, 3_599_999, 3_600_000].map(weightOf)).toEqual([
      'instant',
      'short',
      'short',
      'long',
    ]);
  });

  it('finds the longest wait of a case', () => {
    expect(longestWaitOf([{ sincePreviousMs: 0 }, { sincePreviousMs: 12 }, { sincePreviousMs: 7 }])).toBe(12);
    expect(longestWaitOf([])).toBe(0);
  });
});
