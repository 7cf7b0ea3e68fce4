import { backOff, isTransient } from './failure.js';

describe('failure of a handler', () => {
  it.each([
    ['a refused connection', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['a server that shuts down', Object.assign(new Error('terminating'), { code: '57P01' })],
    ['a deadlock', Object.assign(new Error('deadlock'), { code: '40P01' })],
    ['a lost connection', new Error('Connection terminated unexpectedly')],
    [
      'a session lost between two statements',
      Object.assign(new Error('x'), { name: 'QueryRunnerAlreadyReleasedError' }),
    ],
    ['a client whose connection broke', new Error('Client was closed and is not queryable')],
    ['an error of another realm', { code: 'ECONNRESET', message: 'read ECONNRESET' }],
    ['a wrapped one', new Error('query failed', { cause: Object.assign(new Error('x'), { code: '08006' }) })],
  ])('is transient: %s', (_name, error) => {
    expect(isTransient(error)).toBe(true);
  });

  it.each([
    ['a violated constraint', Object.assign(new Error('duplicate'), { code: '23505' })],
    ['a bug', new TypeError('x is undefined')],
    ['something thrown that is no error', 'oops'],
  ])('is not transient: %s', (_name, error) => {
    expect(isTransient(error)).toBe(false);
  });

  it('waits twice as long each time, up to ten seconds, with a share of chance', () => {
    expect([1, 2, 3, 8, 20].map((attempt) => backOff(attempt, 0))).toEqual([100, 200, 400, 10_000, 10_000]);
    expect(backOff(1, 1)).toBe(150);
  });
});
