import fc from 'fast-check';
import type { Decision } from '@shekara/kernel';
import { fileDeclaration } from '../goods-declaration/goods-declaration.js';
import type { DeclarationDraft } from '../goods-declaration/declaration-draft.js';
import {
  at,
  document,
  exampleCalendar,
  exampleDocuments,
  exampleLaw,
  facts,
  item,
  roadImport,
} from '../goods-declaration/worked-cases.fixture.js';
import type { GroundOfRefusal, RefuseRelease, ViolationException } from './refuse-release.js';
import { refuseRelease } from './refuse-release.js';
import type { ReleaseAnswer, ReleaseCase } from './release-conditions.js';
import { controlsPending, openReleaseCase, unmetConditions, withAnswer } from './release-conditions.js';
import type { ReleaseByOfficer } from './release.js';
import { afterDecision, decideRelease, RELEASE_RULE_SET, releaseByOfficer } from './release.js';

const NOW = at('2024-10-14', '11:00');

const covered: ReleaseAnswer = { type: 'LiabilityCovered' };
const short: ReleaseAnswer = { type: 'LiabilityShort' };
const noMeasure: ReleaseAnswer = { type: 'RiskEvaluated', measured: false, instructionIds: [] };
const examination: ReleaseAnswer = { type: 'RiskEvaluated', measured: true, instructionIds: ['i-1'] };
const conforms: ReleaseAnswer = { type: 'ControlCompleted', instructionId: 'i-1', outcome: 'CONFORMS' };
const discrepancy: ReleaseAnswer = { type: 'ControlCompleted', instructionId: 'i-1', outcome: 'DISCREPANCY' };

/** A declaration registered Mon 14 Oct 2024 10:20, release due Tue 15 Oct 18:00. */
function registered(fields: Partial<DeclarationDraft> = {}): ReleaseCase {
  const draft = roadImport(fields);
  const decision = fileDeclaration(draft, facts(), at('2024-10-14', '10:20'), exampleLaw);
  const event = decision.accepted ? decision.events[0] : undefined;
  if (event?.type !== 'DeclarationRegistered') throw new Error(JSON.stringify(decision));
  return openReleaseCase(draft, event, true);
}

function given(...answers: readonly ReleaseAnswer[]): ReleaseCase {
  return answers.reduce(withAnswer, registered());
}

const when = (state: ReleaseCase, moment = NOW) => decideRelease(state, moment, exampleCalendar);

describe('automatic release', () => {
  it('releases when every condition is met and nobody is needed (R-DEC-193, R-DEC-173, R-DEC-014)', () => {
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

  it('is not used once risk management set a control measure: an officer releases (R-DEC-195, L1)', () => {
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

function codesOf(decision: Decision<unknown>): readonly string[] {
  return decision.accepted
    ? []
    : decision.reasons.map(({ code, parameters }) => parameters.condition ?? code);
}

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

describe('refusal to release', () => {
  const refuse = (
    state: ReleaseCase,
    grounds: readonly GroundOfRefusal[],
    command: Partial<RefuseRelease> = {},
  ) => refuseRelease(state, { grounds, exceptions: [], officer: 'officer-1', at: NOW, ...command });
  const ground = (code: GroundOfRefusal['code'], fields: Partial<GroundOfRefusal> = {}): GroundOfRefusal => ({
    code,
    facts: 'seen on the spot',
    ...fields,
  });
  const paid = given(covered, examination, discrepancy);
  const of2010: ReleaseCase = { ...paid, regime: 'CODE_2010' };
  const violation = ground('VIOLATION_FOUND');

  it.each<readonly [GroundOfRefusal, Partial<ReleaseCase>, string]>([
    [ground('RELEASE_CONDITIONS_NOT_MET', { condition: 'DOCUMENTS_PRESENT' }), {}, '201.1'],
    [ground('AMENDMENT_DEMAND_IGNORED'), {}, '201.2'],
    [ground('PRELIM_GOODS_NOT_ARRIVED'), { feature: 'PRELIMINARY' }, '201.3'],
    [ground('PERIODIC_RULES_OR_DEBT'), { feature: 'PERIODIC' }, '201.4'],
    [ground('GOODS_NOT_SHOWN'), {}, '201.5'],
    [ground('IP_TERM_NOT_RESUMED'), { state: 'SUSPENDED_IP' }, '201.6'],
    [ground('REQUESTED_DOCUMENTS_NOT_GIVEN'), {}, '201.7'],
    [ground('NOT_PERSONAL_USE'), { form: 'PASSENGER_DECLARATION' }, '201.8'],
    [violation, {}, '201.9'],
  ])('knows the ground %j (R-DEC-232)', (stated, fields, article) => {
    const decision = refuse({ ...paid, ...fields }, [stated]);
    expect(decision.accepted && decision.events[0]?.reasons.map((reason) => reason.article)).toEqual([
      `Code 2017 art. ${article}`,
    ]);
  });

  it('lists the officer’s grounds and every missing condition that the platform knows of (R-DEC-233)', () => {
    const decision = refuse(given(short, examination, discrepancy), [violation, ground('GOODS_NOT_SHOWN')]);
    expect(decision.accepted && decision.events[0]?.reasons.map(({ code }) => code)).toEqual([
      'VIOLATION_FOUND',
      'GOODS_NOT_SHOWN',
      'RELEASE_CONDITIONS_NOT_MET',
    ]);
  });

  it('carries facts and recommendations (R-DEC-234, R-DEC-269)', () => {
    const decision = refuse(paid, [ground('VIOLATION_FOUND', { recommendation: 'correct item 1' })]);
    const event = decision.accepted ? decision.events[0] : undefined;
    expect(event?.recommendations).toEqual(['correct item 1']);
    expect(event?.reasons[0]?.parameters.fact).toBe('seen on the spot');
    expect(codesOf(refuse(paid, [ground('VIOLATION_FOUND', { facts: ' ' })]))).toEqual([
      'NO_GROUND_OF_REFUSAL',
    ]);
    expect(codesOf(refuse(paid, []))).toEqual(['NO_GROUND_OF_REFUSAL']);
  });

  it('is issued before the term ends (R-DEC-235)', () => {
    expect(refuse(paid, [violation], { at: at('2024-10-15', '18:00') }).accepted).toBe(true);
    expect(codesOf(refuse(paid, [violation], { at: at('2024-10-15', '18:00:01') }))).toEqual([
      'RELEASE_TERM_OVER',
    ]);
  });

  it('knows in CODE_2010 only six grounds (R-DEC-290)', () => {
    const grounds = [
      ground('RELEASE_CONDITIONS_NOT_MET', { condition: 'DOCUMENTS_PRESENT' }),
      violation,
      ground('FALSE_DUTY_DATA'),
      ground('RESTRICTION_SIGNS_NO_PROOF'),
      ground('VALUE_NOT_CORRECTED'),
    ];
    expect(refuse(of2010, grounds).accepted).toBe(true);
    expect(refuse({ ...of2010, feature: 'PRELIMINARY' }, [ground('PRELIM_GOODS_NOT_ARRIVED')]).accepted).toBe(
      true,
    );
    for (const code of [
      'AMENDMENT_DEMAND_IGNORED',
      'GOODS_NOT_SHOWN',
      'REQUESTED_DOCUMENTS_NOT_GIVEN',
    ] as const) {
      expect(codesOf(refuse(of2010, [ground(code)]))).toEqual(['GROUND_NOT_OF_THIS_REGIME']);
    }
  });

  it('reports the older grounds in CODE_2017 only as details of the ground that covers them (R-DEC-239, R-DEC-241)', () => {
    const value = ground('VALUE_NOT_CORRECTED', { facts: 'decision 7 not paid' });
    expect(codesOf(refuse(paid, [value]))).toEqual(['DETAIL_WITHOUT_ITS_GROUND']);
    expect(codesOf(refuse(paid, [ground('FALSE_DUTY_DATA')]))).toEqual(['DETAIL_WITHOUT_ITS_GROUND']);
    const decision = refuse(paid, [ground('AMENDMENT_DEMAND_IGNORED'), value]);
    expect(decision.accepted && decision.events[0]?.reasons).toEqual([
      expect.objectContaining({
        code: 'AMENDMENT_DEMAND_IGNORED',
        parameters: { detail: 'VALUE_NOT_CORRECTED', fact: 'seen on the spot; decision 7 not paid' },
      }),
    ]);
  });

  it('takes no value adjustment alone for false duty data (R-DEC-240)', () => {
    const adjusted = ground('FALSE_DUTY_DATA', { valueAdjustmentOnly: true });
    expect(codesOf(refuse(of2010, [adjusted]))).toEqual(['GROUND_NOT_FOR_THIS_DECLARATION']);
  });

  it('takes NOT_PERSONAL_USE for passenger declarations only (R-DEC-246)', () => {
    expect(codesOf(refuse(paid, [ground('NOT_PERSONAL_USE')]))).toEqual(['GROUND_NOT_FOR_THIS_DECLARATION']);
  });

  it('does not say unpaid when the ledger says covered', () => {
    const unpaid = ground('RELEASE_CONDITIONS_NOT_MET', { condition: 'PAID_OR_SECURED' });
    expect(codesOf(refuse(paid, [unpaid]))).toEqual(['GROUND_NOT_FOR_THIS_DECLARATION']);
  });

  it.each<readonly [ViolationException, boolean, boolean]>([
    [{ code: 'REMEDIED_NO_CASE' }, true, true],
    [{ code: 'REMEDIED_NOT_SEIZED', putRight: true, seized: false, arrested: false }, true, true],
    [{ code: 'REMEDIED_NOT_SEIZED', putRight: false, seized: false, arrested: false }, false, false],
    [{ code: 'REMEDIED_NOT_SEIZED', putRight: true, seized: true, arrested: false }, false, false],
    [{ code: 'REMEDIED_NOT_SEIZED', putRight: true, seized: false, arrested: true }, false, false],
    [{ code: 'DECLARANT_BANKRUPTCY', supervisorNote: 'note 1' }, true, false],
    [{ code: 'DECLARANT_BANKRUPTCY', supervisorNote: '' }, false, false],
  ])(
    'lets exception %j take the violation away: CODE_2017 %s, CODE_2010 %s (R-DEC-237, R-DEC-238)',
    (exception, in2017, in2010) => {
      const exempted = (state: ReleaseCase) =>
        !refuse(state, [violation], { exceptions: [exception] }).accepted;
      expect([exempted(paid), exempted(of2010)]).toEqual([in2017, in2010]);
    },
  );
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
