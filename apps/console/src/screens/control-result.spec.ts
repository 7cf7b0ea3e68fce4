import { controlResultBody, EMPTY_RESULT, missingInResult } from './control-result.js';

describe('the result of a control', () => {
  it('names everything that is missing', () => {
    expect(missingInResult(EMPTY_RESULT)).toEqual(['outcomeMissing', 'evidenceMissing']);
    expect(missingInResult({ ...EMPTY_RESULT, outcome: 'DISCREPANCY', evidence: 'photo' })).toEqual(['findingMissing']);
    expect(controlResultBody(EMPTY_RESULT)).toBeUndefined();
  });

  it('sends no findings with a control that found nothing', () => {
    const findings = [{ itemNumber: '1', kind: 'CODE', text: 'left over' }] as const;
    expect(controlResultBody({ outcome: 'CONFORMS', findings, evidence: ' photo 1 \n\n seal 77' })).toEqual({
      outcome: 'CONFORMS',
      findings: [],
      evidence: ['photo 1', 'seal 77'],
    });
  });

  it.each(['', '1.5', '-1', 'two', '1000'])('does not send an item number "%s"', (itemNumber) => {
    const findings = [{ itemNumber, kind: 'QUANTITY', text: '3 boxes more' }] as const;
    expect(missingInResult({ outcome: 'DISCREPANCY', findings, evidence: 'scales' })).toEqual(['findingMissing']);
  });
});
