import { dueState } from './due-state.js';

describe('due state', () => {
  const at = new Date('2026-02-03T08:00:00Z');

  it.each([
    ['2026-02-03T07:59:59.999Z', 'OVERDUE'],
    ['2026-02-03T08:00:00Z', 'SOON'],
    ['2026-02-03T10:00:00Z', 'SOON'],
    ['2026-02-03T10:00:00.001Z', 'IN_TIME'],
  ])('a term that ends at %s is %s', (end, state) => {
    expect(dueState(new Date(end), at)).toBe(state);
  });

  it('knows work without a term', () => {
    expect(dueState(undefined, at)).toBe('NO_TERM');
  });
});
