import fc from 'fast-check';
import {
  at,
  document,
  exampleCalendar,
  exampleDocuments,
  item,
} from '../goods-declaration/worked-cases.fixture.js';
import type { RefuseRelease } from './refuse-release.js';
import { refuseRelease } from './refuse-release.js';
import {
  codesOf,
  conforms,
  covered,
  discrepancy,
  examination,
  given,
  NOW,
  noMeasure,
  registered,
  short,
} from './release-case.fixture.js';
import type { ReleaseAnswer, ReleaseCase } from './release-conditions.js';
import { controlsPending, unmetConditions, withAnswer } from './release-conditions.js';
import type { ReleaseByOfficer } from './release.js';
import { afterDecision, decideRelease, RELEASE_RULE_SET, releaseByOfficer } from './release.js';

const when = (state: ReleaseCase, moment = NOW) => decideRelease(state, moment, exampleCalendar);

describe('automatic release', () => {
  it('releases when every condition is met and nobody is needed (R-DEC-193, R-DEC-173)', () => {
    expect(when(given(covered, noMeasure))).toMatchObject({
      outcome: 'RELEASE',
      event: { mode: 'AUTOMATIC' },
    });
  });

  it('shows that no official took part and which rule set decided (R-DEC-196, R-DEC-027)', () => {
    expect(when(given(covered, noMeasure))).toMatchObject({
      event: { decidedBy: { ruleSet: RELEASE_RULE_SET } },
    });
  });

  it('stores the date of release as that of placement under the procedure (R-DEC-015)', () => {
    const night = at('2024-10-15', '00:10');
    expect(when(given(covered, noMeasure), night)).toMatchObject({ event: { releasedOn: '2024-10-15' } });
  });

  it('waits for what has not been answered (R-DEC-195, R-DEC-191)', () => {
    expect(when(given())).toEqual({ outcome: 'WAIT', waitingFor: ['PAYMENTS', 'RISK'] });
    expect(when(given(noMeasure, short))).toEqual({ outcome: 'WAIT', waitingFor: ['PAYMENTS'] });
    expect(when(given(covered))).toEqual({ outcome: 'WAIT', waitingFor: ['RISK'] });
  });

  it.each(['AMENDMENT_REQUEST', 'WITHDRAWAL_REQUEST', 'DOCUMENT_DEMAND', 'AMENDMENT_DEMAND'] as const)(
    'waits while a matter of kind %s is open (R-DEC-195)',
    (kind) => {
      const open = given(covered, noMeasure, { type: 'MatterOpened', matter: { id: 'm-1', kind } });
      expect(when(open)).toEqual({ outcome: 'WAIT', waitingFor: ['OPEN_MATTER'] });
      expect(when(withAnswer(open, { type: 'MatterClosed', id: 'm-1' })).outcome).toBe('RELEASE');
    },
  );

  it('waits for the result of veterinary or other state control (R-DEC-016)', () => {
    const matter = { id: 'vet-1', kind: 'STATE_CONTROL' } as const;
    const open = given(covered, noMeasure, { type: 'MatterOpened', matter });
    expect(when(open).outcome).toBe('WAIT');
    expect(unmetConditions(open).map(({ condition }) => condition)).toEqual(['DOCUMENTS_PRESENT']);
  });

  it('is not used once risk management set a control measure: an officer releases inside the same term (R-DEC-195, R-DEC-200)', () => {
    expect(when(given(covered, examination))).toEqual({ outcome: 'WAIT', waitingFor: ['CONTROL'] });
    expect(when(given(covered, examination, conforms))).toMatchObject({
      outcome: 'OFFICER',
      because: ['CONTROL_MEASURE_SET'],
      dueAt: at('2024-10-15', '18:00'),
    });
  });

  it('calls the officer at once for a discrepancy, though money is still out (R-DEC-200)', () => {
    expect(when(given(examination, discrepancy))).toMatchObject({
      outcome: 'OFFICER',
      because: ['CONTROL_MEASURE_SET', 'DISCREPANCY_FOUND'],
      waitingFor: ['PAYMENTS'],
    });
  });

  it('leaves judgement of relief and restrictions to an officer (R-DEC-197, R-DEC-028)', () => {
    const items = [
      item(1, { restrictionMark: true, preference: { fee: '00', duty: '07', excise: '00', vat: '00' } }),
    ];
    const documents = [...exampleDocuments, document('RESTRICTION_PROOF'), document('RELIEF_PROOF')];
    const state = [covered, noMeasure].reduce(withAnswer, registered({ items, documents }));
    expect(when(state)).toMatchObject({
      outcome: 'OFFICER',
      because: ['RELIEF_CLAIMED', 'RESTRICTED_GOODS'],
    });
  });

  it('is blocked by a document needed before release, not by one allowed after it (R-DEC-057, R-DEC-195)', () => {
    const late = document('ORIGIN_CERTIFICATE', {
      availability: 'AFTER_RELEASE',
      form: 'COPY',
      dueDate: '2024-11-13',
    });
    const asked = [covered, noMeasure].reduce(
      withAnswer,
      registered({ documents: [...exampleDocuments, late] }),
    );
    const decided = (state: 'DUE_BEFORE_RELEASE' | 'DUE_AFTER_RELEASE' | 'CLOSED') =>
      when(withAnswer(asked, { type: 'LateDocumentDecided', id: '/documents/5', state })).outcome;
    expect(when(asked)).toMatchObject({ outcome: 'OFFICER', because: ['LATE_DOCUMENT_ASKED'] });
    expect(decided('DUE_BEFORE_RELEASE')).toBe('OFFICER');
    expect(decided('DUE_AFTER_RELEASE')).toBe('RELEASE');
    expect(decided('CLOSED')).toBe('RELEASE');
  });

  it('waits while the term is suspended (R-DEC-183, R-DEC-195)', () => {
    const suspended: ReleaseCase = { ...given(covered, noMeasure), state: 'SUSPENDED_IP' };
    expect(when(suspended)).toEqual({ outcome: 'WAIT', waitingFor: ['END_OF_SUSPENSION'] });
  });

  it('never comes by silence: after the term it goes to the head (R-DEC-190)', () => {
    const state = given(covered, noMeasure);
    expect(when(state, at('2024-10-15', '18:00')).outcome).toBe('RELEASE');
    expect(when(state, at('2024-10-15', '18:00:01'))).toMatchObject({
      outcome: 'OFFICER',
      because: ['TERM_OVER'],
    });
  });

  it('never happens while a condition is missing, whatever the order of the answers (R-DEC-173, R-DEC-195)', () => {
    const matter = { id: 'm-1', kind: 'DOCUMENT_DEMAND' } as const;
    const answer = fc.constantFrom<ReleaseAnswer>(
      covered,
      short,
      { type: 'LiabilityNotAssessed' },
      noMeasure,
      examination,
      { type: 'ControlOrdered', instructionId: 'i-1' },
      conforms,
      discrepancy,
      { type: 'GoodsArrived' },
      { type: 'LateDocumentDecided', id: '/documents/5', state: 'DUE_AFTER_RELEASE' },
      { type: 'LateDocumentDecided', id: '/documents/5', state: 'DENIED' },
      { type: 'MatterOpened', matter },
      { type: 'MatterClosed', id: 'm-1' },
    );
    const late = document('ORIGIN_CERTIFICATE', { availability: 'BEFORE_RELEASE', dueDate: '2024-10-15' });
    const starts = [
      registered(),
      { ...registered({ documents: [...exampleDocuments, late] }), goodsArrived: false },
    ];
    let releases = 0;
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.array(answer, { maxLength: 12 }), (start, answers) => {
        const state = answers.reduce(withAnswer, start);
        if (when(state).outcome !== 'RELEASE') return;
        releases += 1;
        const last = (...types: readonly string[]) =>
          answers.filter(({ type }) => types.includes(type)).at(-1);
        expect(unmetConditions(state)).toEqual([]);
        expect(controlsPending(state)).toBe(false);
        expect(last('LiabilityCovered', 'LiabilityShort', 'LiabilityNotAssessed')).toEqual(covered);
        expect(answers).toContain(noMeasure);
        expect(answers.some(({ type }) => type === 'ControlOrdered' || type === 'ControlCompleted')).toBe(
          false,
        );
        expect(last('MatterOpened', 'MatterClosed')?.type).not.toBe('MatterOpened');
      }),
      { numRuns: 5000 },
    );
    expect(releases).toBeGreaterThan(0);
  });

  it('gives the same outcome for the same answers in any order and twice', () => {
    const answers = [
      covered,
      examination,
      { type: 'ControlOrdered', instructionId: 'i-1' },
      conforms,
    ] as const;
    const expected = when(given(...answers));
    fc.assert(
      fc.property(fc.shuffledSubarray([...answers, ...answers], { minLength: 8 }), (shuffled) => {
        expect(when(given(...shuffled))).toEqual(expected);
      }),
    );
  });
});

describe('release by an officer', () => {
  const by: ReleaseByOfficer = { officer: 'officer-1', as: 'RELEASE_OFFICER', at: NOW };
  const release = (state: ReleaseCase, command: Partial<ReleaseByOfficer> = {}) =>
    releaseByOfficer(state, { ...by, ...command }, exampleCalendar);

  it('names the officer (R-DEC-027)', () => {
    const decision = release(given(covered, examination, conforms));
    expect(decision.accepted && decision.events[0]).toMatchObject({
      mode: 'OFFICIAL',
      decidedBy: { officer: 'officer-1' },
    });
  });

  it('is refused with every condition that is missing (R-DEC-173, R-DEC-057)', () => {
    const late = document('ORIGIN_CERTIFICATE', { availability: 'BEFORE_RELEASE', dueDate: '2024-10-15' });
    const state = { ...registered({ documents: [...exampleDocuments, late] }), goodsArrived: false };
    expect(codesOf(release(state))).toEqual([
      'CONTROL_NOT_FINISHED',
      'DOCUMENTS_PRESENT',
      'PROCEDURE_CONDITIONS_MET',
      'PAID_OR_SECURED',
    ]);
  });

  it('asks how a discrepancy was settled', () => {
    const state = given(covered, examination, discrepancy);
    expect(codesOf(release(state))).toEqual(['CONTROL_NOT_FINISHED']);
    expect(release(state, { findingsConsidered: 'a typing error, corrected' }).accepted).toBe(true);
  });

  it('is refused while a request is open or the term is suspended (R-DEC-183)', () => {
    const matter = { id: 'm-1', kind: 'WITHDRAWAL_REQUEST' } as const;
    expect(codesOf(release(given(covered, noMeasure, { type: 'MatterOpened', matter })))).toEqual([
      'REQUEST_STILL_OPEN',
    ]);
    expect(codesOf(release({ ...given(covered, noMeasure), state: 'SUSPENDED_IP' }))).toEqual([
      'RELEASE_TERM_SUSPENDED',
    ]);
  });

  it('is the head alone who still releases after the term (R-DEC-190)', () => {
    const late = { at: at('2024-10-16', '09:00') };
    expect(codesOf(release(given(covered, noMeasure), late))).toEqual(['RELEASE_TERM_OVER']);
    expect(release(given(covered, noMeasure), { ...late, as: 'HEAD' }).accepted).toBe(true);
  });
});

describe('one decision a declaration', () => {
  it('refuses release after refusal and refusal after release', () => {
    const state = given(covered, noMeasure);
    const released = afterDecision(state, { type: 'GoodsReleased' });
    const refused = afterDecision(state, { type: 'GoodsReleaseRefused' });
    const refusal: RefuseRelease = {
      grounds: [{ code: 'VIOLATION_FOUND', facts: 'x' }],
      exceptions: [],
      officer: 'officer-1',
      at: NOW,
    };
    const release: ReleaseByOfficer = { officer: 'officer-1', as: 'RELEASE_OFFICER', at: NOW };
    for (const decided of [released, refused]) {
      expect(when(decided)).toEqual({ outcome: 'DECIDED' });
      expect(codesOf(refuseRelease(decided, refusal))).toEqual(['RELEASE_ALREADY_DECIDED']);
      expect(codesOf(releaseByOfficer(decided, release, exampleCalendar))).toEqual([
        'RELEASE_ALREADY_DECIDED',
      ]);
      expect(() => afterDecision(decided, { type: 'GoodsReleased' })).toThrow('decided already');
    }
  });
});
