import { type Decision } from '@shekara/kernel';
import { declared, examined } from '../amendment/amendment.fixture.js';
import { at, exampleCalendar } from '../goods-declaration/worked-cases.fixture.js';
import { covered, noMeasure } from '../release/release-case.fixture.js';
import { decideRelease, releaseByOfficer } from '../release/release.js';
import type { ReleaseCase } from '../release/release-conditions.js';
import {
  goodsStatusOf,
  permitWithdrawal,
  rejectWithdrawal,
  type RequestedWithdrawal,
  requestWithdrawal,
} from './withdrawal.js';

const TOLD = at('2024-10-14', '10:35');
const LATER = at('2024-10-14', '11:00');

const foreign: RequestedWithdrawal = {
  goodsStatus: 'FOREIGN',
  goodsLocation: '',
  signed: true,
  receivedAt: LATER,
  anotherIsOpen: false,
};
const union: RequestedWithdrawal = { ...foreign, goodsStatus: 'UNION', goodsLocation: 'Almaty, warehouse 3' };

function codes(decision: Decision<unknown>): readonly string[] {
  return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
}

describe('withdrawal of a declaration (art. 290)', () => {
  it.each([
    ['10', 'UNION'],
    ['21', 'UNION'],
    ['23', 'UNION'],
    ['31', 'FOREIGN'],
    ['40', 'FOREIGN'],
  ] as const)('goods of procedure %s are %s goods', (procedureCode, status) => {
    expect(goodsStatusOf({ procedureCode })).toBe(status);
  });

  it('of foreign goods is permitted before the decision on release, and refused after it (R-DEC-115)', () => {
    expect(permitWithdrawal(declared(), foreign)).toMatchObject({
      accepted: true,
      events: [{ state: 'WITHDRAWN' }],
    });
    for (const state of ['RELEASED', 'RELEASE_REFUSED'] as const) {
      expect(codes(requestWithdrawal(declared([], { state }), foreign))).toEqual(['RELEASE_DECIDED']);
      expect(codes(permitWithdrawal(declared([], { state }), foreign))).toEqual(['RELEASE_DECIDED']);
    }
  });

  it('of Union goods is permitted after release too, and cancels it (R-DEC-116, R-DEC-248, worked case 17)', () => {
    const released = declared([], { state: 'RELEASED' });
    expect(permitWithdrawal(released, union)).toMatchObject({
      accepted: true,
      events: [{ state: 'RELEASE_CANCELLED', cancellation: 'WITHDRAWN_BEFORE_DEPARTURE' }],
    });
  });

  it('of Union goods says where they are (R-DEC-117, worked case 17)', () => {
    const nowhere = { ...union, goodsLocation: ' ' };
    expect(codes(requestWithdrawal(declared(), nowhere))).toEqual(['LOCATION_NOT_GIVEN']);
    expect(codes(requestWithdrawal(declared(), { ...foreign, goodsLocation: '' }))).toEqual([]);
  });

  it('is refused from the announcement of an examination until it ends clean (R-DEC-113, R-DEC-114)', () => {
    const asked = (state: ReleaseCase, receivedAt: Date) =>
      codes(requestWithdrawal(state, { ...foreign, receivedAt }));
    const running = declared(examined(TOLD, TOLD));
    expect(asked(running, new Date(TOLD.getTime() - 1))).toEqual([]);
    expect(asked(running, TOLD)).toEqual(['EXAMINATION_ANNOUNCED']);
    const clean = declared(examined(TOLD, TOLD, LATER));
    expect(asked(clean, new Date(LATER.getTime() - 1))).toEqual(['EXAMINATION_ANNOUNCED']);
    expect(asked(clean, LATER)).toEqual([]);
    const found = declared([
      ...examined(TOLD, TOLD),
      { type: 'ControlCompleted', instructionId: 'i-1', outcome: 'DISCREPANCY', at: LATER },
    ]);
    expect(asked(found, LATER)).toEqual(['EXAMINATION_ANNOUNCED']);
  });

  it('is no matter of a control that is ordered and not announced (R-DEC-113)', () => {
    const ordered = { type: 'ControlOrdered', instructionId: 'i-1', form: 'EXAMINATION', at: TOLD } as const;
    expect(codes(requestWithdrawal(declared([ordered]), foreign))).toEqual([]);
  });

  it('is signed (R-DEC-279)', () => {
    expect(codes(requestWithdrawal(declared(), { ...foreign, signed: false }))).toEqual([
      'REQUEST_NOT_SIGNED',
    ]);
  });

  it('is rejected with the grounds of the officer and every reason that the platform knows (R-DEC-113, R-DEC-278)', () => {
    const rejected = rejectWithdrawal(declared(examined(TOLD, TOLD)), foreign, [
      { code: 'VIOLATION_FOUND', facts: 'protocol 12 of an administrative offence' },
    ]);
    expect(rejected.accepted && rejected.events[0]?.reasons).toMatchObject([
      { code: 'VIOLATION_FOUND', article: 'art. 290.3' },
      { code: 'EXAMINATION_ANNOUNCED', article: 'art. 290.3' },
    ]);
    expect(codes(rejectWithdrawal(declared(), foreign, []))).toEqual(['NO_GROUND_OF_REFUSAL']);
  });

  it('takes one request at a time, and none for a declaration that is closed', () => {
    expect(codes(requestWithdrawal(declared(), { ...foreign, anotherIsOpen: true }))).toEqual([
      'REQUEST_ALREADY_OPEN',
    ]);
    for (const state of ['WITHDRAWN', 'RELEASE_CANCELLED'] as const) {
      expect(codes(requestWithdrawal(declared([], { state }), union))).toEqual(['DECLARATION_CLOSED']);
    }
    expect(codes(requestWithdrawal(declared([], { state: 'RELEASE_REFUSED' }), union))).toEqual([
      'DECLARATION_CLOSED',
    ]);
  });

  it('holds release back while it is open, and nothing is released after it (R-DEC-195)', () => {
    const matter = { id: 'w-1', kind: 'WITHDRAWAL_REQUEST' } as const;
    const open = declared([covered, noMeasure, { type: 'MatterOpened', matter }]);
    expect(decideRelease(open, LATER, exampleCalendar)).toMatchObject({
      outcome: 'WAIT',
      waitingFor: ['OPEN_MATTER'],
    });
    const withdrawn = declared([covered, noMeasure], { state: 'WITHDRAWN' });
    expect(decideRelease(withdrawn, LATER, exampleCalendar).outcome).toBe('DECIDED');
    const byOfficer = { officer: 'officer-1', as: 'RELEASE_OFFICER', at: LATER } as const;
    expect(codes(releaseByOfficer(withdrawn, byOfficer, exampleCalendar))).toEqual(['DECLARATION_WITHDRAWN']);
  });
});
