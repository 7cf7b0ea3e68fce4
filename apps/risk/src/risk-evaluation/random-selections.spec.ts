import fc from 'fast-check';
import { isDrawn } from './random-selection.js';
import { drawOf, selectionSecret } from './random-selections.service.js';

describe('the number that decides the random choice', () => {
  it('is the same each time for one object and secret, and another for another secret (R-RSK-061)', () => {
    expect(drawOf('019c1a2b', 'secret')).toBe(drawOf('019c1a2b', 'secret'));
    expect(drawOf('019c1a2b', 'secret')).not.toBe(drawOf('019c1a2b', 'other'));
  });

  it('lies in [0, 1) for every object', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (object, secret) => {
        const draw = drawOf(object, secret);
        expect(draw).toBeGreaterThanOrEqual(0);
        expect(draw).toBeLessThan(1);
      }),
    );
  });

  it('chooses about the share that is set', () => {
    const objects = Array.from({ length: 20_000 }, (_, index) => drawOf(`object-${index}`, 'secret'));
    const chosen = objects.filter((draw) => isDrawn(draw, 20)).length;
    expect(chosen).toBeGreaterThan(300);
    expect(chosen).toBeLessThan(500);
  });

  it('needs a secret of its own in production', () => {
    expect(() => selectionSecret({ NODE_ENV: 'production' })).toThrow('RISK_SELECTION_SECRET');
    expect(selectionSecret({ NODE_ENV: 'production', RISK_SELECTION_SECRET: 's' })).toBe('s');
    expect(selectionSecret({})).not.toBe('');
  });
});
