import { mayHaveCounted, problemOf, Refused, Unreachable } from './failure.js';

describe('a failed request', () => {
  it('gives every readable reason of a problem document', () => {
    const problem = problemOf(422, {
      title: 'The request is refused',
      reasons: [{ code: 'A', article: 'art. 1' }, { code: 'B', article: 'art. 2' }, 'noise', { code: 3 }],
    });
    expect(problem.reasons.map(({ code }) => code)).toEqual(['A', 'B']);
  });

  it.each([undefined, 'Bad gateway', null])('keeps its status when the body is %p', (body) => {
    expect(problemOf(502, body)).toMatchObject({ status: 502, reasons: [] });
  });

  it('is sent again with the same key only when the first try may have counted', () => {
    expect(mayHaveCounted(new Unreachable('down'))).toBe(true);
    expect(mayHaveCounted(new Refused(problemOf(503, undefined)))).toBe(true);
    expect(mayHaveCounted(new Refused(problemOf(422, undefined)))).toBe(false);
  });
});
