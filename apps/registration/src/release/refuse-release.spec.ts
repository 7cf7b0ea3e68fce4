import { at } from '../goods-declaration/worked-cases.fixture.js';
import type { GroundOfRefusal, RefuseRelease, ViolationException } from './refuse-release.js';
import { refuseRelease } from './refuse-release.js';
import { codesOf, covered, discrepancy, examination, given, NOW, short } from './release-case.fixture.js';
import type { ReleaseCase } from './release-conditions.js';

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
  const ONLY_IN_2017 = [
    'AMENDMENT_DEMAND_IGNORED',
    'PERIODIC_RULES_OR_DEBT',
    'GOODS_NOT_SHOWN',
    'IP_TERM_NOT_RESUMED',
    'REQUESTED_DOCUMENTS_NOT_GIVEN',
    'NOT_PERSONAL_USE',
  ] as const;

  it.each<readonly [GroundOfRefusal, Partial<ReleaseCase>, string]>([
    [ground('RELEASE_CONDITIONS_NOT_MET', { condition: 'DOCUMENTS_PRESENT' }), {}, '201.1'],
    [ground('AMENDMENT_DEMAND_IGNORED'), { judgements: ['DEMAND_IGNORED'] }, '201.2'],
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
    for (const code of ONLY_IN_2017)
      expect(codesOf(refuse(of2010, [ground(code)]))).toContain('GROUND_NOT_OF_THIS_REGIME');
  });

  it('reports the older grounds in CODE_2017 only as details of the ground that covers them (R-DEC-239)', () => {
    const value = ground('VALUE_NOT_CORRECTED', { facts: 'decision 7 not paid' });
    expect(codesOf(refuse(paid, [value]))).toEqual(['DETAIL_WITHOUT_ITS_GROUND']);
    expect(codesOf(refuse(paid, [ground('FALSE_DUTY_DATA')]))).toEqual(['DETAIL_WITHOUT_ITS_GROUND']);
    const ignored: ReleaseCase = { ...paid, judgements: ['DEMAND_IGNORED'] };
    const decision = refuse(ignored, [ground('AMENDMENT_DEMAND_IGNORED'), value]);
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

  it('takes a demand for ignored only where it was not both carried out and paid (R-DEC-241)', () => {
    const codes = (fields: Partial<ReleaseCase>) =>
      codesOf(refuse({ ...paid, ...fields }, [ground('AMENDMENT_DEMAND_IGNORED')]));
    expect(codes({})).toEqual(['GROUND_NOT_FOR_THIS_DECLARATION']);
    expect(codes({ judgements: ['DEMAND_ANSWERED'] })).toEqual(['GROUND_NOT_FOR_THIS_DECLARATION']);
    expect(codes({ judgements: ['DEMAND_ANSWERED'], payments: 'SHORT' })).toEqual([]);
    expect(codes({ judgements: ['DEMAND_IGNORED'] })).toEqual([]);
  });

  it('is not issued while a request of the declarant is open', () => {
    const openMatters = [{ id: 'm-1', kind: 'AMENDMENT_REQUEST' }] as const;
    expect(codesOf(refuse({ ...paid, openMatters }, [violation]))).toEqual(['REQUEST_STILL_OPEN']);
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
