import fc from 'fast-check';
import { formatTenge, tiynOf } from './money.js';

describe('money', () => {
  it('reads tenge exactly, beyond what a float can hold', () => {
    expect(tiynOf('686400.00')).toBe(68_640_000n);
    expect(tiynOf('12')).toBe(1_200n);
    expect(tiynOf('-0.5')).toBe(-50n);
    expect(tiynOf('90071992547409931.07')).toBe(9_007_199_254_740_993_107n);
  });

  it.each(['', '1,5', '1.234', '1e5', ' 1', '--1', 'NaN'])('refuses "%s" instead of guessing', (text) => {
    expect(() => tiynOf(text)).toThrow(RangeError);
  });

  it('groups thousands by language and always shows two decimals', () => {
    expect(formatTenge('1234567.8', 'en-GB')).toBe('1,234,567.80\u00a0₸');
    expect(formatTenge('1234567.8', 'ru-KZ').replaceAll(/\s/g, ' ')).toBe('1 234 567,80 ₸');
    expect(formatTenge('1234567.8', 'kk-KZ').replaceAll(/\s/g, ' ')).toBe('1 234 567,80 ₸');
    expect(formatTenge(-5n, 'en-GB')).toBe('−0.05\u00a0₸');
  });

  it('reads back every amount it shows', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), (tiyn) => {
        const shown = formatTenge(tiyn, 'en-GB')
          .replaceAll(/[,\u00a0₸]/g, '')
          .replace('−', '-');
        expect(tiynOf(shown)).toBe(tiyn);
      }),
    );
  });
});
