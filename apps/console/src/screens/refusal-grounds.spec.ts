import type { ReasonDefinition } from '../api/contract.js';
import { groundsOf, missingInRefusal, refusalBody } from './refusal-grounds.js';

const sentence = { en: 'e', ru: 'r', kk: 'k' };
const definition = (code: string, article: ReasonDefinition['article']): [string, ReasonDefinition] => [
  code,
  { code, article, text: sentence, cure: sentence },
];

const catalogue = new Map([
  definition('VIOLATION_EXCEPTION_APPLIES', {
    CODE_2017: { article: '201.9', text: 'Code 2017 art. 201.9' },
  }),
  definition('VIOLATION_FOUND', {
    CODE_2017: { article: '201.9', text: 'Code 2017 art. 201.9' },
    CODE_2010: { article: '302.2', text: 'art. 302.2' },
  }),
  definition('FALSE_DUTY_DATA', { CODE_2010: { article: '302.3', text: 'art. 302.3' } }),
  definition('RELEASE_CONDITIONS_NOT_MET', { CODE_2017: { article: '201.1', text: 'Code 2017 art. 201.1' } }),
]);

describe('refusal of release', () => {
  it('offers the grounds in the order of the article, and no other reason of that article', () => {
    expect(groundsOf(catalogue).map(({ definition: { code }, article }) => [code, article])).toEqual([
      ['RELEASE_CONDITIONS_NOT_MET', 'Code 2017 art. 201.1'],
      ['VIOLATION_FOUND', 'Code 2017 art. 201.9'],
    ]);
  });

  it('needs a ground, facts for each, and the condition that is not met', () => {
    expect(missingInRefusal({})).toEqual(['groundMissing']);
    expect(
      missingInRefusal({
        RELEASE_CONDITIONS_NOT_MET: { facts: 'no permit', condition: undefined },
        VIOLATION_FOUND: { facts: ' ', condition: undefined },
      }),
    ).toEqual(['factsMissing', 'conditionMissing']);
  });

  it('sends every ground with its facts, and a condition only where it belongs', () => {
    expect(
      refusalBody({
        RELEASE_CONDITIONS_NOT_MET: { facts: ' no permit ', condition: 'DOCUMENTS_PRESENT' },
        VIOLATION_FOUND: { facts: 'hidden goods', condition: 'PAID_OR_SECURED' },
      }),
    ).toEqual({
      grounds: [
        { code: 'RELEASE_CONDITIONS_NOT_MET', facts: 'no permit', condition: 'DOCUMENTS_PRESENT' },
        { code: 'VIOLATION_FOUND', facts: 'hidden goods' },
      ],
    });
  });
});
