import { type Decision } from '@shekara/kernel';
import { changing, declared, otherCode, otherVehicle } from '../amendment/amendment.fixture.js';
import { at, exampleCalendar } from '../goods-declaration/worked-cases.fixture.js';
import {
  acceptAdjustment,
  rejectAdjustment,
  type SubmittedAdjustment,
  submitAdjustment,
} from './adjustment.js';

const RELEASED_AT = at('2024-10-15', '11:00');

function codes(decision: Decision<unknown>): readonly string[] {
  return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
}

describe('adjustment after release (art. 289.2, 289.3)', () => {
  const released = declared([], { state: 'RELEASED' });
  const wrongCode: SubmittedAdjustment = {
    openedBy: 'DECLARANT',
    reason: 'The broker took the code of another model.',
    changes: changing(otherCode),
    receivedAt: at('2025-03-03', '10:00'),
    releasedAt: RELEASED_AT,
    anotherIsOpen: false,
  };
  const submitted = (fields: Partial<SubmittedAdjustment> = {}, state = released) =>
    codes(submitAdjustment(state, { ...wrongCode, ...fields }, exampleCalendar));

  it('takes a change of duty-relevant data, which the officer accepts (R-DEC-110)', () => {
    expect(submitted()).toEqual([]);
    expect(acceptAdjustment(released, wrongCode, exampleCalendar)).toMatchObject({
      accepted: true,
      events: [{ type: 'AdjustmentAccepted', changes: wrongCode.changes }],
    });
  });

  it('is not the way before release or of a closed declaration (R-DEC-110)', () => {
    expect(submitted({}, declared())).toEqual(['NOT_RELEASED']);
    expect(submitted({}, declared([], { state: 'RELEASE_CANCELLED' }))).toEqual(['DECLARATION_CLOSED']);
  });

  it('is taken up to the last instant of the five years, longer only while a matter runs (R-DEC-111)', () => {
    const last = at('2029-10-15', '23:59:59');
    expect(submitted({ receivedAt: last })).toEqual([]);
    const over = at('2029-10-16', '00:00');
    expect(submitted({ receivedAt: over })).toEqual(['ADJUSTMENT_LIMIT_OVER']);
    expect(submitted({ receivedAt: over, runningMatter: 'COURT_CASE' })).toEqual([]);
  });

  it('lets customs adjust value, duty and restrictions, and nothing that is the declarant’s (R-DEC-108)', () => {
    expect(submitted({ openedBy: 'CUSTOMS' })).toEqual([]);
    const value = changing({ '/items/0/customsValue': '2500000.00', '/totalCustomsValue': '2500000.00' });
    expect(submitted({ openedBy: 'CUSTOMS', changes: value })).toEqual([]);
    const vehicle = changing(otherVehicle);
    expect(submitted({ openedBy: 'CUSTOMS', changes: vehicle })).toEqual(['FIELD_NOT_FOR_CUSTOMS']);
    expect(submitted({ changes: vehicle })).toEqual([]);
  });

  it('says why, changes something, covers the same goods and one matter at a time', () => {
    expect(submitted({ reason: ' ' })).toEqual(['NO_REASONED_REQUEST']);
    expect(submitted({ changes: [] })).toEqual(['NOTHING_CHANGED']);
    expect(submitted({ changes: changing({ '/itemsTotal': 2 }) })).toEqual(['OTHER_GOODS']);
    expect(submitted({ changes: changing({ '/officeCode': '55311' }) })).toEqual(['FIELD_IS_FIXED']);
    expect(submitted({ anotherIsOpen: true })).toEqual(['REQUEST_ALREADY_OPEN']);
  });

  it('is rejected as not proven or of other goods, with the facts', () => {
    expect(rejectAdjustment([{ code: 'NOT_PROVEN', facts: 'no certificate was given' }])).toMatchObject({
      accepted: true,
      events: [{ reasons: [{ code: 'NOT_PROVEN', article: 'art. 289.2' }] }],
    });
    expect(codes(rejectAdjustment([]))).toEqual(['NO_GROUND_OF_REFUSAL']);
  });
});
