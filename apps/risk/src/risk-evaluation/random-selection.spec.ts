import fc from 'fast-check';
import type { MeasureOrder } from '../risk-profile/measure.js';
import { isDrawn, raisesAlarm, randomSample } from './random-selection.js';

const check: MeasureOrder = { measure: 'DOCUMENT_CHECK', mandatory: true };

describe('random selection (art. 217(3))', () => {
  it('chooses 7 of 1,240 at 0.5 %, the same 7 every time (F2, worked case 5)', () => {
    const objects = Array.from({ length: 1240 }, (_, index) => ({
      id: `D${index}`,
      draw: ((index * 7919) % 1240) / 1240,
    }));
    const chosen = randomSample(objects, 5);
    expect(chosen).toHaveLength(7);
    expect(randomSample([...objects].reverse(), 5)).toEqual(chosen);
  });

  it('always takes one of a population that is not empty, and none at a share of 0, which raises an alarm (R-RSK-062)', () => {
    expect(randomSample([{ id: 'a', draw: 0.9 }], 1)).toEqual(['a']);
    expect(randomSample([{ id: 'a', draw: 0 }], 0)).toEqual([]);
    const setting = { area: 'ATYRAU', stage: 'ARRIVAL', orders: [check] } as const;
    expect(raisesAlarm({ ...setting, sharePerMille: 0 })).toBe(true);
    expect(raisesAlarm({ ...setting, sharePerMille: 1 })).toBe(false);
  });

  it('draws exactly the share of evenly spread numbers, and is monotone in the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }), (share, other) => {
        const draws = Array.from({ length: 1000 }, (_, index) => (index + 0.5) / 1000);
        expect(draws.filter((draw) => isDrawn(draw, share))).toHaveLength(share);
        const [low, high] = share < other ? [share, other] : [other, share];
        expect(draws.every((draw) => !isDrawn(draw, low) || isDrawn(draw, high))).toBe(true);
      }),
    );
  });

  it('never draws at 0, always at 1,000, and refuses numbers that are no draw or share', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (draw) => {
        expect(isDrawn(draw, 0)).toBe(false);
        expect(isDrawn(draw, 1000)).toBe(true);
      }),
    );
    for (const draw of [1, -0.1, NaN]) expect(() => isDrawn(draw, 5)).toThrow(RangeError);
    for (const share of [-1, 1001, 0.5]) expect(() => isDrawn(0, share)).toThrow(RangeError);
  });
});
