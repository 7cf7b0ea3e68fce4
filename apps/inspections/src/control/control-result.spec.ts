import fc from 'fast-check';
import {
  documentCheck,
  documentCheckResult,
  examination,
  examinationResult,
  onTuesday,
  SHA_256,
} from './control.fixture.js';
import { type ControlResult, type ItemResult, recordResult } from './control-result.js';

const NOW = onTuesday('14:00');
const WITNESSES = [
  { name: 'C. Nurlan', address: 'Khorgos, 1' },
  { name: 'D. Aliya', address: 'Khorgos, 2' },
];

function objections(control: Parameters<typeof recordResult>[0], result: ControlResult): string[] {
  const decision = recordResult(control, result, NOW);
  return decision.accepted
    ? []
    : decision.reasons.map(({ code, pointer }) => `${code} ${pointer ?? ''}`.trim());
}

describe('the act of an examination (art. 205)', () => {
  it('is complete with officers, place, times, persons, a result for each item and the copy (R-CTL-114, R-CTL-115)', () => {
    expect(recordResult(examination(), examinationResult(), NOW)).toEqual({
      accepted: true,
      events: [{ type: 'ControlResultRecorded', outcome: 'CONFORMS', discrepancies: [] }],
    });
  });

  it('names the officers with their positions (art. 205.6(1), R-CTL-114)', () => {
    expect(objections(examination(), examinationResult({ officers: [] }))).toEqual([
      'CTL_ACT_INCOMPLETE /officers',
    ]);
    const nameless = examinationResult({ officers: [{ name: 'A. Serikov', position: ' ' }] });
    expect(objections(examination(), nameless)).toEqual(['CTL_ACT_INCOMPLETE /officers']);
  });

  it('holds a result for each item that was ordered (art. 205.6(3), R-CTL-114)', () => {
    const items: ItemResult[] = [{ itemNumber: 2, outcome: 'CONFORMS', evidence: [] }];
    expect(objections(examination(), examinationResult({ items }))).toEqual([
      'CTL_ACT_INCOMPLETE /items',
      'CTL_ACT_INCOMPLETE /items',
    ]);
  });

  it('gives the second copy to the person who was there (R-CTL-115)', () => {
    expect(objections(examination(), examinationResult({ copyHandedTo: undefined }))).toEqual([
      'CTL_ACT_INCOMPLETE /copyHandedTo',
    ]);
  });

  it('cannot start before the control was opened, end before it started, or end in the future', () => {
    expect(objections(examination(), examinationResult({ startedAt: onTuesday('08:59') }))).toEqual([
      'CTL_TIME_IMPOSSIBLE /startedAt',
    ]);
    expect(objections(examination(), examinationResult({ endedAt: onTuesday('11:59') }))).toEqual([
      'CTL_TIME_IMPOSSIBLE /endedAt',
    ]);
    expect(objections(examination(), examinationResult({ endedAt: onTuesday('14:01') }))).toEqual([
      'CTL_TIME_IMPOSSIBLE /endedAt',
    ]);
  });

  it('is not recorded twice', () => {
    expect(objections(examination({ status: 'COMPLETED' }), examinationResult())).toEqual([
      'CTL_CONTROL_STATE',
    ]);
  });
});

describe('examination without the declarant (art. 205.5)', () => {
  const told = examination({ personInformedAt: onTuesday('10:00'), awaitPersonUntil: onTuesday('12:00') });
  const absent = (changes: Partial<ControlResult>) =>
    examinationResult({ presentPersons: [], copyHandedTo: undefined, witnesses: WITNESSES, ...changes });

  it('counts a no-show from 12:00, not at 11:59, and with two witnesses (worked case 9, R-CTL-113, R-CTL-119)', () => {
    const noShow = { absenceReason: 'NO_SHOW_OR_UNKNOWN' as const };
    expect(objections(told, absent({ ...noShow, startedAt: onTuesday('11:59') }))).toEqual([
      'CTL_ABSENCE_NO_GROUND /absenceReason',
    ]);
    expect(objections(told, absent({ ...noShow, startedAt: onTuesday('12:00') }))).toEqual([]);
    expect(objections(told, absent({ ...noShow, witnesses: WITNESSES.slice(1) }))).toEqual([
      'CTL_WITNESSES_MISSING /witnesses',
    ]);
  });

  it('does not count a no-show of a person that was never told, unless nobody knows it (R-CTL-119)', () => {
    const noShow = absent({ absenceReason: 'NO_SHOW_OR_UNKNOWN' });
    expect(objections(examination(), noShow)).toEqual(['CTL_ABSENCE_NO_GROUND /absenceReason']);
    expect(objections(examination(), { ...noShow, personUnknown: true })).toEqual([]);
  });

  it('goes on at once on a threat, with two witnesses (worked case 10, R-CTL-113)', () => {
    const threat = absent({ absenceReason: 'URGENT_THREAT', startedAt: onTuesday('10:05') });
    expect(objections(told, threat)).toEqual([]);
    expect(objections(told, { ...threat, witnesses: [] })).toEqual(['CTL_WITNESSES_MISSING /witnesses']);
  });

  it('needs a ground: a specialist does not stand for the declarant, the driver does (R-CTL-113, art. 205.4)', () => {
    const specialist = absent({ presentPersons: [{ name: 'E. Kim', role: 'SPECIALIST' }] });
    expect(objections(told, specialist)).toEqual(['CTL_ABSENCE_NO_GROUND /absenceReason']);
    const driver = examinationResult({
      presentPersons: [{ name: 'F. Lee', role: 'DRIVER' }],
      copyHandedTo: 'F. Lee',
    });
    expect(objections(told, driver)).toEqual([]);
  });

  it('never passes with fewer than two witnesses, whatever the ground (R-CTL-113)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('NO_SHOW_OR_UNKNOWN', 'URGENT_THREAT', 'INTERNATIONAL_MAIL', undefined),
        fc.integer({ min: 0, max: 1 }),
        fc.boolean(),
        (absenceReason, witnesses, personUnknown) => {
          const result = absent({ absenceReason, personUnknown, witnesses: WITNESSES.slice(0, witnesses) });
          expect(objections(told, result as ControlResult)).toContain('CTL_WITNESSES_MISSING /witnesses');
        },
      ),
    );
  });
});

describe('what was found', () => {
  const discrepancy = (changes: Partial<ItemResult> = {}): ItemResult[] => [
    {
      itemNumber: 1,
      outcome: 'DISCREPANCY',
      kind: 'QUANTITY',
      text: '12 packages instead of 10',
      evidence: ['photo-1'],
      ...changes,
    },
    { itemNumber: 3, outcome: 'CONFORMS', evidence: [] },
  ];

  it('makes the outcome a discrepancy when one item differs', () => {
    const decision = recordResult(examination(), examinationResult({ items: discrepancy() }), NOW);
    expect(decision).toMatchObject({
      accepted: true,
      events: [{ outcome: 'DISCREPANCY', discrepancies: [{ itemNumber: 1, kind: 'QUANTITY' }] }],
    });
  });

  it.each([
    ['its kind', { kind: undefined }],
    ['a description', { text: ' ' }],
    ['evidence', { evidence: [] }],
    ['evidence of the list', { evidence: ['photo-2'] }],
  ])('refuses a discrepancy without %s', (_what, changes) => {
    expect(objections(examination(), examinationResult({ items: discrepancy(changes) }))).toEqual([
      'CTL_EVIDENCE_MISSING /items/0',
    ]);
  });

  it('refuses evidence without a SHA-256', () => {
    const evidence = [{ kind: 'PHOTO' as const, reference: 'photo-1', sha256: SHA_256.slice(1) }];
    expect(objections(examination(), examinationResult({ evidence }))).toEqual([
      'CTL_EVIDENCE_MISSING /evidence/0/sha256',
    ]);
  });

  it('asks for a report of each seal that was removed, replaced, broken or gone (R-CTL-086)', () => {
    const seals = [
      { number: 'KZ-1', found: 'INTACT', action: 'KEPT' },
      { number: 'KZ-2', found: 'INTACT', action: 'REMOVED' },
      { number: 'KZ-3', found: 'BROKEN', action: 'REPLACED', newNumber: 'KZ-9', reportNumber: 'R-1' },
      { number: 'KZ-4', found: 'MISSING', action: 'KEPT' },
    ] as const;
    expect(objections(examination(), examinationResult({ seals }))).toEqual([
      'CTL_SEAL_REPORT_MISSING /seals/1/reportNumber',
      'CTL_SEAL_REPORT_MISSING /seals/3/reportNumber',
    ]);
  });
});

describe('a document check (art. 200)', () => {
  it('needs no declarant and no witnesses', () => {
    expect(objections(documentCheck(), documentCheckResult())).toEqual([]);
  });

  it('answers genuineness, truth and form, and names what the data were compared with (R-CTL-090, R-CTL-091)', () => {
    const empty = documentCheckResult({ documents: { comparedWith: [] } });
    expect(objections(documentCheck(), empty)).toEqual([
      'CTL_CHECK_INCOMPLETE /documents/genuine',
      'CTL_CHECK_INCOMPLETE /documents/dataTrue',
      'CTL_CHECK_INCOMPLETE /documents/filledProperly',
      'CTL_CHECK_INCOMPLETE /documents/comparedWith',
    ]);
  });

  it('shows a false statement as a discrepancy (R-CTL-090)', () => {
    const documents = { genuine: true, dataTrue: false, filledProperly: true, comparedWith: ['price lists'] };
    expect(objections(documentCheck(), documentCheckResult({ documents }))).toEqual([
      'CTL_ACT_INCOMPLETE /items',
    ]);
  });
});
