import fc from 'fast-check';
import { Exact, Money } from './money.js';

const tiyn = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });

describe('money in tiyn', () => {
  it('reads and writes tenge with two decimals', () => {
    expect(Money.ofTenge('686400').toString()).toBe('686400.00');
    expect(Money.ofTenge('-0.5').toString()).toBe('-0.50');
    expect(Money.ofTenge('20000.07').tiyn).toBe(2_000_007n);
  });

  it.each(['', '1.234', '1,00', 'NaN', '1e3', '--1', '12345678901234567'])('refuses "%s"', (text) => {
    expect(() => Money.ofTenge(text)).toThrow(RangeError);
  });

  it('comes back from its text', () => {
    fc.assert(
      fc.property(tiyn, (amount) => {
        const money = Money.ofTiyn(amount);
        expect(Money.ofTenge(money.toString()).tiyn).toBe(amount);
      }),
    );
  });

  it('rounds half up to the tiyn', () => {
    expect(Money.round(new Exact('0.005')).toString()).toBe('0.01');
    expect(Money.round(new Exact('0.00499999999999')).toString()).toBe('0.00');
    expect(Money.round(new Exact('9589.041095')).toString()).toBe('9589.04');
  });

  it('adds and takes away exactly, whatever the size', () => {
    fc.assert(
      fc.property(tiyn, tiyn, (a, b) => {
        const sum = Money.ofTiyn(a).plus(Money.ofTiyn(b));
        expect(sum.minus(Money.ofTiyn(b)).tiyn).toBe(a);
        expect(Money.sum([Money.ofTiyn(a), Money.ofTiyn(b)]).tiyn).toBe(sum.tiyn);
        expect(sum.compare(Money.ofTiyn(a))).toBe(b < 0n ? -1 : b > 0n ? 1 : 0);
      }),
    );
  });
});
