import { Money } from '@shekara/kernel';
import fc from 'fast-check';
import { splitEscortCharge } from './escort-charge.js';

describe('The charge for an escort of several vehicles', () => {
  it('splits 100,000 over three vehicles, the odd tiyn to the first (R-PAY-010, F-06)', () => {
    expect(splitEscortCharge(Money.ofTenge('100000'), 3).map(String)).toEqual([
      '33333.34',
      '33333.33',
      '33333.33',
    ]);
  });

  it('adds up to the charge and differs by a tiyn at most, for any number of vehicles (R-PAY-010)', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.integer({ min: 1, max: 500 }),
        (tiyn, vehicles) => {
          const parts = splitEscortCharge(Money.ofTiyn(tiyn), vehicles);
          expect(parts).toHaveLength(vehicles);
          expect(Money.sum(parts).tiyn).toBe(tiyn);
          const [first, last] = [parts[0]?.tiyn ?? 0n, parts.at(-1)?.tiyn ?? 0n];
          expect(first - last <= 1n && first >= last).toBe(true);
        },
      ),
    );
  });

  it('needs a vehicle', () => {
    expect(() => splitEscortCharge(Money.ofTenge('1'), 0)).toThrow(RangeError);
  });
});
