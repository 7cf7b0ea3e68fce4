import { Chance } from './chance.js';
import { TARGETS } from './machines.js';
import { kills, otherFaults, type Plan } from './plans.js';

const SEEDS = [1, 7, 4_711, 999_999];

function first(plans: Generator<Plan, never>, count: number): Plan[] {
  return Array.from({ length: count }, () => plans.next().value);
}

describe('what a round breaks', () => {
  it.each(SEEDS)('kills everything once before it kills anything again (seed %d)', (seed) => {
    const planned = first(kills(new Chance(seed)), 3 * TARGETS.length);
    for (const round of [0, 1, 2]) {
      const targets = planned.slice(round * TARGETS.length, (round + 1) * TARGETS.length);
      expect(targets.map(({ target }) => target).sort()).toEqual([...TARGETS].sort());
    }
  });

  it.each(SEEDS)(
    'begins with one fault of each other kind, so that a short round has them all (seed %d)',
    (seed) => {
      const planned = first(otherFaults(new Chance(seed)), 7);
      expect(planned.map(({ kind }) => kind).sort()).toEqual([
        'cut sessions',
        'fill disk',
        'freeze',
        'hold back',
        'keep away',
        'move clock',
        'second replica',
      ]);
    },
  );

  it('plans the same again for the same seed, and something else for another', () => {
    const planOf = (seed: number): string[] =>
      first(otherFaults(new Chance(seed)), 40).map(({ kind, target }) => `${kind} ${target}`);
    expect(planOf(5)).toEqual(planOf(5));
    expect(planOf(5)).not.toEqual(planOf(6));
  });
});
