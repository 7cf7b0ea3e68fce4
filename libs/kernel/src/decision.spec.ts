import { decide } from './decision.js';
import { art, art2017 } from './legal-ref.js';
import { allReasons, defineReasons, reason, when } from './reason.js';

const sentence = { en: 'x', ru: 'x', kk: 'x' };
const reasons = defineReasons({
  TEST_BOTH: {
    article: { CODE_2010: art(302, 1), CODE_2017: art2017(201, 1) },
    text: sentence,
    cure: sentence,
  },
  TEST_OLD: { article: { CODE_2010: art(291, 7) }, text: sentence, cure: sentence },
});

describe('decision', () => {
  it('names every reason that holds, in order, and makes no events then', () => {
    const events = () => {
      throw new Error('not asked');
    };
    const decision = decide(
      [
        when(true, reasons.TEST_BOTH),
        when(false, reasons.TEST_OLD),
        when(true, reasons.TEST_OLD, { pointer: '/a' }),
      ],
      events,
    );
    expect(decision).toMatchObject({ accepted: false });
    expect(
      decision.accepted ? [] : decision.reasons.map(({ code, article, pointer }) => [code, article, pointer]),
    ).toEqual([
      ['TEST_BOTH', 'Code 2017 art. 201.1', undefined],
      ['TEST_OLD', 'art. 291.7', '/a'],
    ]);
  });

  it('makes its events when nothing stands against it', () => {
    expect(decide([when(false, reasons.TEST_OLD)], () => ['done'])).toEqual({
      accepted: true,
      events: ['done'],
    });
  });
});

describe('reason', () => {
  it('cites the article of the regime it is raised in', () => {
    expect(reason(reasons.TEST_BOTH, { regime: 'CODE_2010' }).article).toBe('art. 302.1');
  });

  it('cannot be raised in a regime that has no such ground', () => {
    expect(() => reason(reasons.TEST_OLD, { regime: 'CODE_2017' })).toThrow('no ground');
  });

  it('has one owner: a second definition of its code is a bug', () => {
    expect(() =>
      defineReasons({ TEST_OLD: { article: { CODE_2010: art(1) }, text: sentence, cure: sentence } }),
    ).toThrow('defined twice');
  });

  it('is listed with all others, sorted by code', () => {
    expect(allReasons().map(({ code }) => code)).toEqual(['TEST_BOTH', 'TEST_OLD']);
  });
});
