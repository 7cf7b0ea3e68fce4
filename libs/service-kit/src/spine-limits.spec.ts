import { spineLimits } from './spine-limits.js';

describe('the limits of the spine', () => {
  it('have defaults, are set by the environment, and are refused when they are no numbers', () => {
    const byDefault = { outboxLimit: 100_000, keepDays: { outbox: 14, inbox: 14, answers: 30 } };
    expect(spineLimits({})).toEqual(byDefault);
    expect(spineLimits({ OUTBOX_LIMIT: '5', INBOX_KEEP_DAYS: '3' })).toEqual({
      outboxLimit: 5,
      keepDays: { ...byDefault.keepDays, inbox: 3 },
    });
    for (const wrong of ['0', '-1', '1.5', 'many', '']) {
      expect(() => spineLimits({ OUTBOX_LIMIT: wrong })).toThrow('OUTBOX_LIMIT');
    }
  });
});
