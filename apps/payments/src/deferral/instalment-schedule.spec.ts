import { Exact, Money } from '@shekara/kernel';
import { loadReferenceData } from '@shekara/reference-data';
import fc from 'fast-check';
import { interestPeriods } from '../penalty-interest/penalty-interest.js';
import { accruingDays, equalParts, scheduleInterest, termChangeInterest } from './instalment-schedule.js';

describe('instalments (art. 134.3, F-15)', () => {
  it('are equal, and the last takes the rounding rest (R-PAY-085, worked case 11)', () => {
    expect(equalParts(Money.ofTenge('5200000'), 4).map(String)).toEqual(Array(4).fill('1300000.00'));
    expect(equalParts(Money.ofTenge('100'), 3).map(String)).toEqual(['33.33', '33.33', '33.34']);
  });

  it('always add up to the duty, with a rest smaller than a tiyn a part (R-PAY-085)', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 15n), fc.integer({ min: 1, max: 120 }), (tiyn, count) => {
        const parts = equalParts(Money.ofTiyn(tiyn), count);
        const [first = Money.ZERO] = parts;
        const rest = (parts.at(-1) ?? Money.ZERO).minus(first).tiyn;
        expect(parts).toHaveLength(count);
        expect(Money.sum(parts).tiyn).toBe(tiyn);
        expect(parts.slice(0, -1).every((part) => part.compare(first) === 0)).toBe(true);
        expect(rest >= 0n && rest < BigInt(count)).toBe(true);
      }),
    );
  });

  it('cannot be none', () => {
    expect(() => equalParts(Money.ofTenge('1'), 0)).toThrow(RangeError);
    expect(() => equalParts(Money.ZERO, 2)).toThrow(RangeError);
  });
});

describe('interest on a changed term (art. 134.2)', () => {
  it('is 0 by the legal parameter of Code 2010, and a kind of its own (R-PAY-087, worked case 11)', () => {
    const percent = loadReferenceData().parameters.get('TERM_CHANGE_INTEREST_PERCENT', '2025-09-08');
    expect(termChangeInterest(Money.ofTenge('5200000'), percent, 108, 365)).toEqual({
      kind: 'INTEREST',
      amount: Money.ZERO,
    });
  });

  it('does not accrue while the goods are seized or arrested; penalty interest goes on (R-PAY-137)', () => {
    expect(accruingDays('2025-09-22', '2025-10-08')).toBe(16);
    expect(accruingDays('2025-09-22', '2025-10-08', [{ from: '2025-09-25', to: '2025-09-30' }])).toBe(10);
    expect(accruingDays('2025-09-22', '2025-10-08', [{ from: '2025-10-01' }])).toBe(8);
    const late = { kind: 'IMPORT_DUTY', principal: Money.ofTenge('1000000'), dueOn: '2025-09-22' } as const;
    const rates = {
      refinancingPercent: () => new Exact(10),
      multiplier: () => new Exact('2.5'),
      daysOfYear: () => 365,
    };
    expect(interestPeriods(late, '2025-10-08', rates)).toMatchObject([{ days: 16 }]);
  });

  it('of a schedule is that of each part over its own days, none of them seized (R-PAY-087, R-PAY-137)', () => {
    const part = (dueOn: string) => ({ dueOn, amount: Money.ofTenge('365000') });
    const parts = [part('2025-10-02'), part('2025-10-12')];
    const rate = { percentAYear: new Exact(10), daysOfYear: 365 };
    const interest = (suspensions: { from: string; to?: string }[]) =>
      scheduleInterest(parts, '2025-09-22', suspensions, rate).amount.toString();
    // 100 a day on each part: 10 and 20 days.
    expect(interest([])).toBe('3000.00');
    expect(interest([{ from: '2025-09-23', to: '2025-09-24' }])).toBe('2600.00');
    expect(interest([{ from: '2025-10-03' }])).toBe('2000.00');
  });

  it('follows the parameter when another law sets one (R-PAY-087)', () => {
    expect(termChangeInterest(Money.ofTenge('1000000'), new Exact(5), 73, 365).amount.toString()).toBe(
      '10000.00',
    );
  });
});
