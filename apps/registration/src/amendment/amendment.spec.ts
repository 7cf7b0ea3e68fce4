import { type Decision } from '@shekara/kernel';
import { at } from '../goods-declaration/worked-cases.fixture.js';
import { covered, noMeasure } from '../release/release-case.fixture.js';
import { decideRelease } from '../release/release.js';
import {
  contentOfCase,
  type ReleaseAnswer,
  type ReleaseCase,
  withAnswer,
} from '../release/release-conditions.js';
import { exampleCalendar, roadImport } from '../goods-declaration/worked-cases.fixture.js';
import { changing, declared, examined, otherCode, otherVehicle } from './amendment.fixture.js';
import { permitAmendment, rejectAmendment, requestAmendment, type RequestedAmendment } from './amendment.js';
import { answerDemand, demandAmendment, demandNotAnswered } from './amendment-demand.js';
import type { ChangedField } from './field-changes.js';

const TEN = at('2024-10-14', '10:30');
const NOTICE = at('2024-10-14', '10:35');
const DUE = at('2024-10-15', '12:00');
const LAST = at('2024-10-15', '18:00');

function asking(
  changes: readonly ChangedField[],
  fields: Partial<RequestedAmendment> = {},
): RequestedAmendment {
  return { reason: 'a slip of the pen', changes, receivedAt: TEN, ...fields };
}

function codes(decision: Decision<unknown>): readonly string[] {
  return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
}

describe('amendment before release (art. 289.1)', () => {
  const vehicle = changing(otherVehicle);
  const noticed = declared(examined(NOTICE, NOTICE));

  it('waits for the officer when nothing speaks against it, who then permits (worked case 13)', () => {
    const request = asking(vehicle);
    expect(requestAmendment(declared(), request).accepted).toBe(true);
    expect(permitAmendment(declared(), request)).toMatchObject({
      accepted: true,
      events: [{ type: 'AmendmentPermitted', changes: vehicle, demanded: false }],
    });
  });

  it('judges by the state at receipt, one second before the notice (R-DEC-012, R-DEC-103, worked case 13)', () => {
    const before = asking(vehicle, { receivedAt: new Date(NOTICE.getTime() - 1000) });
    expect(codes(requestAmendment(noticed, before))).toEqual([]);
    expect(codes(permitAmendment(noticed, before))).toEqual([]);
  });

  it('refuses once time and place of the examination are told (R-DEC-102, worked case 14)', () => {
    const after = asking(vehicle, { receivedAt: at('2024-10-14', '10:36') });
    expect(codes(requestAmendment(noticed, after))).toEqual(['EXAMINATION_ANNOUNCED', 'CONTROL_DECIDED']);
    expect(codes(permitAmendment(noticed, after))).toEqual(['EXAMINATION_ANNOUNCED', 'CONTROL_DECIDED']);
  });

  it('refuses once another form of control is decided, also one that has ended since (R-DEC-102)', () => {
    const checked = declared([
      { type: 'RiskEvaluated', measured: true, instructionIds: ['i-2'], at: NOTICE },
      { type: 'ControlCompleted', instructionId: 'i-2', outcome: 'CONFORMS', at: NOTICE },
    ]);
    const later = asking(vehicle, { receivedAt: NOTICE });
    expect(codes(requestAmendment(checked, later))).toEqual(['CONTROL_DECIDED']);
    expect(codes(requestAmendment(checked, asking(vehicle)))).toEqual([]);
    expect(
      codes(
        requestAmendment(
          declared([{ type: 'RiskEvaluated', measured: false, instructionIds: [], at: TEN }]),
          later,
        ),
      ),
    ).toEqual([]);
  });

  it.each<readonly [Readonly<Record<string, unknown>>, string]>([
    [otherCode, 'AFFECTS_DUTY'],
    [otherCode, 'AFFECTS_RESTRICTIONS'],
    [{ '/items/0/originCountry': 'DE' }, 'AFFECTS_DUTY'],
    [{ '/items/0/netKg': '99.000' }, 'AFFECTS_DUTY'],
    [{ '/items/0/payments': [{ kind: 'VAT', amount: '1.00' }] }, 'AFFECTS_DUTY'],
    [{ '/items/0/preference/vat': '01' }, 'AFFECTS_RELEASE_DECISION'],
    [{ '/documents/2/availability': 'AFTER_RELEASE' }, 'AFFECTS_RELEASE_DECISION'],
    [{ '/items/0/restrictionMark': true }, 'AFFECTS_RESTRICTIONS'],
  ])('refuses %j as %s (R-DEC-101)', (values, code) => {
    const decision = requestAmendment(declared(), asking(changing(values)));
    expect(codes(decision)).toContain(code);
    expect(codes(permitAmendment(declared(), asking(changing(values))))).toContain(code);
  });

  it('lets the customs value be adjusted with the amounts that follow it (R-DEC-101)', () => {
    const value = { '/items/0/customsValue': '2500000.00', '/totalCustomsValue': '2500000.00' };
    const payments = { '/items/0/payments': [{ kind: 'VAT', amount: '1.00' }] };
    expect(codes(requestAmendment(declared(), asking(changing({ ...value, ...payments }))))).toEqual([]);
  });

  it('refuses a change that makes the declaration cover other goods (R-DEC-105)', () => {
    const [first] = roadImport().items;
    const more = changing({ '/items/-': { ...first, itemNumber: 2 }, '/itemsTotal': 2 });
    expect(codes(requestAmendment(declared(), asking(more)))).toContain('OTHER_GOODS');
  });

  it('lists every reason, with its fields (R-DEC-104, R-DEC-278)', () => {
    const request = asking(changing(otherCode), { reason: ' ', receivedAt: NOTICE });
    const decision = requestAmendment(noticed, request);
    expect(codes(decision)).toEqual([
      'NO_REASONED_REQUEST',
      'AFFECTS_DUTY',
      'AFFECTS_RESTRICTIONS',
      'EXAMINATION_ANNOUNCED',
      'CONTROL_DECIDED',
    ]);
    expect(!decision.accepted && decision.reasons[1]).toMatchObject({
      pointer: '/items/0/commodityCode',
      article: 'art. 289.1',
    });
  });

  it.each<readonly [ReleaseCase['state'], string]>([
    ['RELEASED', 'ALREADY_RELEASED'],
    ['RELEASE_REFUSED', 'DECLARATION_CLOSED'],
    ['WITHDRAWN', 'DECLARATION_CLOSED'],
  ])('refuses when the declaration is %s: %s', (state, code) => {
    expect(codes(requestAmendment(declared([], { state }), asking(vehicle)))).toEqual([code]);
    expect(codes(permitAmendment(declared([], { state }), asking(vehicle)))).toEqual([code]);
  });

  it('changes nothing that the registration fixed, by no route (R-DEC-094)', () => {
    const fixed = changing({ '/procedureCode': '10', '/declarant/identification': '1' });
    expect(codes(requestAmendment(declared(), asking(fixed)))).toEqual(['FIELD_IS_FIXED', 'FIELD_IS_FIXED']);
  });

  it('adds what the platform knows to the grounds of the officer, and takes no ground without facts (R-DEC-278)', () => {
    const request = asking(vehicle, { receivedAt: NOTICE });
    const rejected = rejectAmendment(noticed, request, [{ code: 'OTHER_GOODS', facts: 'another truck' }]);
    expect(rejected.accepted && rejected.events[0]?.reasons.map(({ code }) => code)).toEqual([
      'OTHER_GOODS',
      'EXAMINATION_ANNOUNCED',
      'CONTROL_DECIDED',
    ]);
    expect(codes(rejectAmendment(declared(), asking(vehicle), []))).toEqual(['NO_GROUND_OF_REFUSAL']);
    const bare = rejectAmendment(declared(), asking(vehicle), [{ code: 'OTHER_GOODS', facts: ' ' }]);
    expect(codes(bare)).toEqual(['NO_GROUND_OF_REFUSAL']);
  });
});

describe('a change that customs demands (Code 2017 art. 201.2)', () => {
  const CODE = { fields: ['/items/0/commodityCode'], reason: 'The code is wrong.', dueAt: DUE };
  const code = changing(otherCode);

  it('passes although it touches duty, and although an examination was announced (R-DEC-106, worked case 15)', () => {
    const state = declared(examined(NOTICE, NOTICE));
    expect(demandAmendment(state, CODE, NOTICE).accepted).toBe(true);
    expect(codes(requestAmendment(state, asking(code)))).toContain('AFFECTS_DUTY');
    const answered = answerDemand(state, CODE, asking(code, { receivedAt: DUE }));
    expect(answered).toMatchObject({ accepted: true, events: [{ changes: code, demanded: true }] });
  });

  it('takes an answer at the last instant of its date, none after it, and none that leaves a field out (R-DEC-106)', () => {
    const late = asking(code, { receivedAt: new Date(DUE.getTime() + 1) });
    expect(codes(answerDemand(declared(), CODE, late))).toEqual(['DEMAND_TERM_OVER']);
    const other = answerDemand(declared(), CODE, asking(changing(otherVehicle)));
    expect(codes(other)).toEqual(['DEMAND_NOT_ANSWERED']);
  });

  it('does not let the answer carry more than was demanded, but for amounts and sums that follow (R-DEC-106)', () => {
    const origin = changing({ ...otherCode, '/items/0/originCountry': 'DE' });
    expect(codes(answerDemand(declared(), CODE, asking(origin)))).toEqual([
      'AFFECTS_DUTY',
      'AFFECTS_RESTRICTIONS',
    ]);
    const value = { ...CODE, fields: ['/items/0/customsValue'] };
    const sums = changing({
      '/items/0/customsValue': '2500000.00',
      '/totalCustomsValue': '2500000.00',
      '/items/0/payments': [{ kind: 'VAT', amount: '1.00' }],
    });
    const controlled = declared(examined(TEN, TEN));
    expect(codes(answerDemand(controlled, value, asking(sums)))).toEqual([]);
  });

  it('names fields, reasons and a date inside the release term (R-DEC-107)', () => {
    const demand = (fields: Partial<typeof CODE>) =>
      codes(demandAmendment(declared(), { ...CODE, ...fields }, NOTICE));
    expect(demand({ dueAt: LAST })).toEqual([]);
    expect(demand({ dueAt: new Date(LAST.getTime() + 1) })).toEqual(['DEMAND_OUTSIDE_TERM']);
    expect(demand({ dueAt: NOTICE })).toEqual(['DEMAND_OUTSIDE_TERM']);
    expect(demand({ fields: [] })).toEqual(['DEMAND_INCOMPLETE']);
    expect(demand({ reason: ' ' })).toEqual(['DEMAND_INCOMPLETE']);
    expect(demand({ fields: ['/nowhere'] })).toEqual(['DEMAND_INCOMPLETE']);
    expect(demand({ fields: ['/procedureCode'] })).toEqual(['DEMAND_INCOMPLETE']);
  });

  it('is barred in regime CODE_2010 for all but the customs value; an accepted decision lets the code change (R-DEC-277, worked case 15)', () => {
    const of2010 = declared([], { regime: 'CODE_2010' });
    expect(codes(demandAmendment(of2010, CODE, NOTICE))).toEqual(['DEMAND_BARRED']);
    const value = { ...CODE, fields: ['/items/0/customsValue', '/totalCustomsValue'] };
    expect(codes(demandAmendment(of2010, value, NOTICE))).toEqual([]);
    const follows = { kind: 'CLASSIFICATION', number: 'K-7' } as const;
    const controlled = declared(examined(TEN, TEN), { regime: 'CODE_2010' });
    expect(permitAmendment(controlled, asking(code, { follows }))).toMatchObject({
      accepted: true,
      events: [{ demanded: true }],
    });
    const origin = changing({ '/items/0/originCountry': 'DE' });
    expect(codes(permitAmendment(controlled, asking(origin, { follows })))).toContain('AFFECTS_DUTY');
  });

  it('ignored, is the ground of refusal of its regime, and no release goes without an officer (worked case 15)', () => {
    expect(demandNotAnswered(declared()).reason).toMatchObject({
      code: 'AMENDMENT_DEMAND_IGNORED',
      article: 'Code 2017 art. 201.2',
    });
    expect(demandNotAnswered({ regime: 'CODE_2010' }).reason.code).toBe('VALUE_NOT_CORRECTED');
    const ignored = declared([covered, noMeasure, { type: 'DemandIgnored' }]);
    expect(decideRelease(ignored, DUE, exampleCalendar)).toMatchObject({
      outcome: 'OFFICER',
      because: ['DEMAND_IGNORED'],
    });
  });
});

describe('release after an amendment', () => {
  const content = contentOfCase(roadImport());
  const coverOf = (declarationVersion: number): ReleaseAnswer => ({
    type: 'LiabilityCovered',
    declarationVersion,
  });
  const outcome = (state: ReleaseCase) => decideRelease(state, NOTICE, exampleCalendar).outcome;
  const amended = (demanded = false) =>
    withAnswer(declared([covered, noMeasure]), {
      type: 'DeclarationAmended',
      version: 2,
      demanded,
      content,
    });

  it('waits for payments of the new version: an old cover releases nothing', () => {
    const state = amended();
    expect(outcome(state)).toBe('WAIT');
    expect(outcome(withAnswer(state, covered))).toBe('WAIT');
    expect(outcome(withAnswer(state, coverOf(1)))).toBe('WAIT');
    expect(withAnswer(state, { type: 'LiabilityShort', declarationVersion: 1 }).payments).toBe('WAITING');
    expect(outcome(withAnswer(state, coverOf(2)))).toBe('RELEASE');
    expect(outcome(withAnswer(state, coverOf(3)))).toBe('RELEASE');
  });

  it('is an officer’s where customs demanded the change', () => {
    const paid = withAnswer(amended(true), coverOf(2));
    expect(decideRelease(paid, NOTICE, exampleCalendar)).toMatchObject({
      outcome: 'OFFICER',
      because: ['DEMAND_ANSWERED'],
    });
  });
});
