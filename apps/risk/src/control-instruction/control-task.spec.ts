import { carriedOutAs, controlTask } from './control-task.js';

describe('the order as the officer reads it', () => {
  it('says the form with its article, the extent and what to look at', () => {
    expect(
      controlTask({
        measure: 'EXAMINATION',
        extentPercent: 30,
        guidance: ['Open the heavy ones.', 'Weigh.'],
      }),
    ).toBe('Examination (art. 205), 30 % of the packages. Open the heavy ones. Weigh.');
  });

  it('reads the same for a random choice as for any check: no sign of the origin (R-RSK-071)', () => {
    const task = controlTask({ measure: 'DOCUMENT_CHECK', guidance: [] });
    expect(task).toBe(
      'Check of documents and data (art. 200). Compare everything declared with what is found.',
    );
    expect(task).not.toMatch(/random/i);
  });

  it('opens goods only under an examination; every other measure is worked on as a check', () => {
    expect(carriedOutAs('EXAMINATION')).toBe('EXAMINATION');
    expect(
      ['VALUE_CHECK', 'EXTERNAL_INSPECTION', 'ADDITIONAL_DOCUMENTS'].map((m) => carriedOutAs(m as never)),
    ).toEqual(['DOCUMENT_CHECK', 'DOCUMENT_CHECK', 'DOCUMENT_CHECK']);
  });
});
