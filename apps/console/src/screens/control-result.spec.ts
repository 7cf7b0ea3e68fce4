import { controlResultBody, emptyResult, instantOf, missingInResult } from './control-result.js';

const times = { startedAt: '2026-02-03T11:00', endedAt: '2026-02-03T12:30:15' };
const photo = { kind: 'PHOTO', reference: 'seal.jpg', sha256: 'a'.repeat(64) } as const;

describe('the result of a control', () => {
  it('has a line for each item that was ordered, or one for the whole document', () => {
    expect(emptyResult({ itemNumbers: [1, 3] }, 'A').items.map(({ itemNumber }) => itemNumber)).toEqual([
      1, 3,
    ]);
    expect(emptyResult({ itemNumbers: [] }, 'A').items.map(({ itemNumber }) => itemNumber)).toEqual([0]);
  });

  it('cannot go out without its times and the outcome of each item', () => {
    const empty = emptyResult({ itemNumbers: [1] }, 'A');
    expect(missingInResult(empty)).toEqual(['timesMissing', 'outcomeMissing']);
    expect(controlResultBody(empty, 'EXAMINATION')).toBeUndefined();
    expect(missingInResult({ ...empty, ...times })).toEqual(['outcomeMissing']);
  });

  it('proves a discrepancy with the evidence and says nothing of kind and text where all conforms', () => {
    const draft = emptyResult({ itemNumbers: [1, 3] }, 'A. Koishybayeva');
    const [first, second] = draft.items;
    if (!first || !second) throw new Error('two items were ordered');
    const body = controlResultBody(
      {
        ...draft,
        ...times,
        items: [
          { ...first, outcome: 'CONFORMS', text: 'left over' },
          { ...second, outcome: 'DISCREPANCY', kind: 'WEIGHT', text: ' 40 kg more ' },
        ],
        evidence: [photo],
        presentRole: 'DRIVER',
        presentName: 'D. Omarov',
        copyHandedTo: 'D. Omarov',
      },
      'EXAMINATION',
    );
    expect(body).toMatchObject({
      startedAt: '2026-02-03T06:00:00.000Z',
      endedAt: '2026-02-03T07:30:15.000Z',
      presentPersons: [{ name: 'D. Omarov', role: 'DRIVER' }],
    });
    expect(body?.items).toEqual([
      { itemNumber: 1, outcome: 'CONFORMS' },
      { itemNumber: 3, outcome: 'DISCREPANCY', kind: 'WEIGHT', text: '40 kg more', evidence: ['seal.jpg'] },
    ]);
    expect(body).not.toHaveProperty('witnesses');
    expect(body).not.toHaveProperty('documents');
  });

  it('names the ground and the witnesses when nobody stood for the declarant', () => {
    const draft = emptyResult({ itemNumbers: [] }, 'A');
    const body = controlResultBody(
      {
        ...draft,
        ...times,
        items: draft.items.map((item) => ({ ...item, outcome: 'CONFORMS' as const })),
        absenceReason: 'URGENT_THREAT',
        witnesses: [
          { name: 'W. One', detail: 'Almaty' },
          { name: '', detail: '' },
        ],
      },
      'EXAMINATION',
    );
    expect(body).toMatchObject({
      absenceReason: 'URGENT_THREAT',
      witnesses: [{ name: 'W. One', address: 'Almaty' }],
    });
  });

  it('answers the three questions of a document check and leaves an open one open', () => {
    const draft = emptyResult({ itemNumbers: [] }, 'A');
    const items = draft.items.map((item) => ({ ...item, outcome: 'CONFORMS' as const }));
    const body = controlResultBody(
      { ...draft, ...times, items, genuine: 'YES', dataTrue: 'NO', comparedWith: 'invoice\n\n CMR ' },
      'DOCUMENT_CHECK',
    );
    expect(body?.documents).toEqual({
      genuine: true,
      dataTrue: false,
      filledProperly: undefined,
      comparedWith: ['invoice', 'CMR'],
    });
  });

  it.each(['', '2026-02-03', '2026-02-03T11:00:00Z'])('takes "%s" for no time of the page', (local) => {
    expect(instantOf(local)).toBeUndefined();
  });
});
