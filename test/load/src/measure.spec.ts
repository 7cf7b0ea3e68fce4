import { jsonOf, meetsGoal, percentile, rowOf, tableOf } from './measure.js';

describe('the figures of the bench', () => {
  it('takes percentiles by nearest rank, whatever the order', () => {
    const values = [5, 1, 4, 2, 3];
    expect([0, 0.2, 0.21, 0.5, 0.99, 1].map((share) => percentile(values, share))).toEqual([
      1, 1, 2, 3, 5, 5,
    ]);
    expect(values).toEqual([5, 1, 4, 2, 3]);
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });

  it('compares with the baseline and keeps three significant digits', () => {
    expect(rowOf({ name: 'arrivals', ours: 812.34, baseline: 1623.9, unit: '/s', ratioGoal: 0.6 })).toEqual({
      name: 'arrivals',
      ours: 812,
      baseline: 1624,
      ratio: 0.5,
      goal: 0.6,
      goalOf: 'ratio',
      unit: '/s',
    });
  });

  it('has no ratio where there is no baseline, or nothing to divide by', () => {
    expect(rowOf({ name: 'lost', ours: 0, unit: 'messages', goal: 0 }).ratio).toBeNull();
    expect(rowOf({ name: 'idle', ours: 0.2, baseline: 0, unit: '%', goal: 1 }).ratio).toBeNull();
  });

  it('judges a throughput by its ratio and a time by itself', () => {
    expect(meetsGoal(rowOf({ name: 'a', ours: 6, baseline: 10, unit: '/s', ratioGoal: 0.6 }))).toBe(true);
    expect(meetsGoal(rowOf({ name: 'a', ours: 5, baseline: 10, unit: '/s', ratioGoal: 0.6 }))).toBe(false);
    expect(meetsGoal(rowOf({ name: 'b', ours: 15, unit: 'ms', goal: 15 }))).toBe(true);
    expect(meetsGoal(rowOf({ name: 'b', ours: 16, baseline: 100, unit: 'ms', goal: 15 }))).toBe(false);
    expect(meetsGoal(rowOf({ name: 'c', ours: 16, unit: 'ms' }))).toBeUndefined();
  });

  it('prints aligned columns and one JSON object', () => {
    const rows = [
      rowOf({ name: 'arrivals', ours: 6, baseline: 10, unit: '/s', ratioGoal: 0.6 }),
      rowOf({ name: 'lost', ours: 1, unit: 'messages', goal: 0 }),
    ];
    expect(tableOf(rows)).toEqual([
      'row       ours  baseline  ratio  goal                  unit',
      'arrivals  6     10        0.6    ratio >= 0.6  met     /s',
      'lost      1     -         -      <= 0          missed  messages',
    ]);
    expect(JSON.parse(jsonOf(rows))).toEqual({ rows });
    expect(jsonOf(rows)).not.toContain('\n');
  });
});
