import { standardCalendar } from '@shekara/calendar';
import { type Decision, Exact, Money } from '@shekara/kernel';
import { interestPeriods } from '../penalty-interest/penalty-interest.js';
import { type Deferral, type DeferralEvent, evolveDeferral } from './deferral.js';
import { type DeferralRegistered, INDUSTRIAL_PROCESSING } from './deferral-application.js';
import {
  cancelDeferralDecision,
  decideBy,
  type GrantDeferral,
  grantDeferral,
  refuseDeferral,
} from './deferral-decision.js';
import {
  breakOnMissedPart,
  breakOnSale,
  dueSums,
  notOverdueUntil,
  payDeferredDuty,
} from './deferral-payment.js';
import { equalParts } from './instalment-schedule.js';

const calendar = standardCalendar();
const treatyGrounds = [{ code: INDUSTRIAL_PROCESSING, validFrom: '2010-07-01' }];
const registration: DeferralRegistered = {
  type: 'DeferralRegistered',
  registeredOn: '2025-09-08',
  mode: 'INSTALMENTS',
  grounds: [INDUSTRIAL_PROCESSING],
  duty: Money.ofTenge('5200000'),
  rateDate: '2025-09-08',
};
const conditions = {
  grounds: [INDUSTRIAL_PROCESSING],
  procedure: '40',
  guarantee: { reference: 'G-1', accepted: true },
};
const signed = { capacity: 'HEAD', signature: 'S-1' } as const;
const DATES = ['2025-10-08', '2025-11-10', '2025-12-08', '2026-01-08'];
const million13 = Money.ofTenge('1300000');

function eventsOf<Event>(decision: Decision<Event>): readonly Event[] {
  if (!decision.accepted) throw new Error(decision.reasons.map(({ code }) => code).join(', '));
  return decision.events;
}

function codesOf(decision: Decision<unknown>): string[] {
  return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
}

function given(...events: readonly DeferralEvent[]): Deferral {
  let deferral: Deferral | undefined;
  for (const event of events) deferral = evolveDeferral(deferral, event);
  if (!deferral) throw new Error('no events given');
  return deferral;
}

function grant(deferral: Deferral, changes: Partial<GrantDeferral> = {}, dates = DATES) {
  const parts = equalParts(deferral.duty, dates.length);
  const schedule = {
    agreed: true,
    parts: dates.map((dueOn, index) => ({ dueOn, amount: parts[index] ?? Money.ZERO })),
  };
  const command = {
    decidedOn: '2025-09-22',
    signed,
    conditions,
    term: { schedule },
    ...changes,
  };
  return grantDeferral(deferral, command, treatyGrounds, calendar);
}

const registered = given(registration);
const granted = given(registration, ...eventsOf(grant(registered)));

function pay(deferral: Deferral, on: string, amount = million13): Deferral {
  return eventsOf(payDeferredDuty(deferral, { on, amount })).reduce<Deferral>(evolveDeferral, deferral);
}

describe('decision on a deferral (art. 135)', () => {
  it('is due in 10 working days and sent by the next day (R-PAY-083, worked case 11)', () => {
    expect(decideBy('2025-09-08', calendar).lastDay).toBe('2025-09-22');
    expect(eventsOf(grant(registered))).toMatchObject([{ sendBy: { lastDay: '2025-09-23' } }]);
    expect(eventsOf(grant(registered, { decidedOn: '2025-09-19' }))).toMatchObject([
      { sendBy: { lastDay: '2025-09-22', shiftedFrom: '2025-09-20' } },
    ]);
  });

  it('is signed by the head or the acting head (R-PAY-083)', () => {
    expect(codesOf(grant(registered, { signed: { capacity: 'OTHER', signature: 'S-1' } }))).toEqual([
      'DEFERRAL_DECISION_UNSIGNED',
    ]);
    expect(codesOf(grant(registered, { signed: { ...signed, signature: ' ' } }))).toEqual([
      'DEFERRAL_DECISION_UNSIGNED',
    ]);
    expect(codesOf(grant(registered, { signed: { capacity: 'ACTING_HEAD', signature: 'S-2' } }))).toEqual([]);
  });

  it('grants four equal instalments on the agreed dates (R-PAY-085, worked case 11)', () => {
    expect(granted.parts.map(({ dueOn, amount }) => [dueOn, amount.toString()])).toEqual(
      DATES.map((dueOn) => [dueOn, '1300000.00']),
    );
  });

  it('moves a part that falls on a Saturday to the Monday', () => {
    const events = eventsOf(grant(registered, {}, ['2025-10-08', '2025-11-08']));
    expect(events).toMatchObject([{ parts: [{ dueOn: '2025-10-08' }, { dueOn: '2025-11-10' }] }]);
  });

  it.each([
    [
      'parts that are not equal',
      true,
      ['2500000', '2700000'],
      ['2025-10-08', '2025-11-10'],
      ['NOT_EQUAL', 'NOT_EQUAL'],
    ],
    ['falling dates', true, ['2600000', '2600000'], ['2025-11-10', '2025-10-08'], ['DATES_NOT_RISING']],
    [
      'a date that is not after the decision',
      true,
      ['2600000', '2600000'],
      ['2025-09-22', '2025-10-08'],
      ['DATES_NOT_RISING'],
    ],
    ['a schedule nobody agreed', false, ['2600000', '2600000'], ['2025-10-08', '2025-11-10'], ['NOT_AGREED']],
    ['one part', true, ['5200000'], ['2025-10-08'], ['FEWER_THAN_TWO_PARTS']],
  ])('refuses %s (R-PAY-085)', (_, agreed, amounts, dates, faults) => {
    const parts = dates.map((dueOn, index) => ({ dueOn, amount: Money.ofTenge(amounts[index] ?? '') }));
    const decision = grant(registered, { term: { schedule: { agreed, parts } } });
    expect(decision).toMatchObject({
      reasons: faults.map((fault) => ({ code: 'DEFERRAL_SCHEDULE_UNFIT', parameters: { fault } })),
    });
  });

  it('looks at the conditions again on the day of the decision (R-PAY-081, R-PAY-082)', () => {
    const unmet = { ...conditions, grounds: [], guarantee: { reference: 'G-1', accepted: false } };
    expect(codesOf(grant(registered, { conditions: unmet }))).toEqual([
      'DEFERRAL_NO_GUARANTEE',
      'DEFERRAL_NO_GROUND',
    ]);
  });

  it('refuses only with a reason in code and words (R-PAY-084)', () => {
    const refusal = {
      decidedOn: '2025-09-22',
      signed,
      code: 'DEFERRAL_NO_GROUND',
      words: 'No ground holds.',
    };
    expect(codesOf(refuseDeferral(registered, { ...refusal, words: '' }, calendar))).toEqual([
      'DEFERRAL_REFUSAL_UNREASONED',
    ]);
    expect(codesOf(refuseDeferral(registered, { ...refusal, code: '' }, calendar))).toEqual([
      'DEFERRAL_REFUSAL_UNREASONED',
    ]);
    expect(eventsOf(refuseDeferral(registered, refusal, calendar))).toMatchObject([
      { code: 'DEFERRAL_NO_GROUND', sendBy: { lastDay: '2025-09-23' } },
    ]);
    expect(codesOf(refuseDeferral(granted, refusal, calendar))).toEqual(['DEFERRAL_STATE_UNFIT']);
  });

  it('cancels a refusal or a grant on a treaty ground, told in writing (R-PAY-093)', () => {
    const refusal = { decidedOn: '2025-09-22', signed, code: 'OTHER', words: 'Other.' };
    const refused = given(registration, ...eventsOf(refuseDeferral(registered, refusal, calendar)));
    const cancellation = { treatyGround: 'TREATY_CASE', letter: 'L-1' };
    for (const deferral of [refused, granted]) {
      const [event] = eventsOf(cancelDeferralDecision(deferral, cancellation));
      expect(event && evolveDeferral(deferral, event).status).toBe('CANCELLED');
    }
    expect(codesOf(cancelDeferralDecision(refused, { treatyGround: '', letter: '' }))).toEqual([
      'DEFERRAL_CANCELLATION_UNFOUNDED',
      'DEFERRAL_CANCELLATION_UNFOUNDED',
    ]);
    expect(codesOf(cancelDeferralDecision(registered, cancellation))).toEqual(['DEFERRAL_STATE_UNFIT']);
  });
});

describe('paying deferred duty (art. 136, 137)', () => {
  it('breaks on one late part, with the whole rest due on the missed day (R-PAY-088, R-PAY-092, worked case 11)', () => {
    const first = pay(granted, '2025-10-08');
    expect(breakOnMissedPart(first, '2025-11-10')).toBeUndefined();
    const broken = breakOnMissedPart(first, '2025-11-11');
    expect(broken).toMatchObject({
      cause: 'PART_LATE',
      outstanding: Money.ofTenge('3900000'),
      dueOn: '2025-11-10',
    });
    const [due, ...others] = broken ? dueSums(evolveDeferral(first, broken)) : [];
    expect(others).toEqual([]);
    const overdue = {
      kind: 'IMPORT_DUTY',
      principal: due?.amount ?? Money.ZERO,
      dueOn: due?.dueOn ?? '',
    } as const;
    const rates = {
      refinancingPercent: () => new Exact(10),
      multiplier: () => new Exact('2.5'),
      daysOfYear: () => 365,
    };
    expect(interestPeriods(overdue, '2025-11-12', rates)).toMatchObject([
      { first: '2025-11-11', sum: Money.ofTenge('3900000') },
    ]);
  });

  it('has each part due on its day and a plain deferral on its last day (R-PAY-092)', () => {
    expect(dueSums(granted).map(({ dueOn }) => dueOn)).toEqual(DATES);
    const plain = given({ ...registration, mode: 'DEFERRAL' });
    const events = eventsOf(grant(plain, { term: { until: '2025-12-08' } }));
    expect(dueSums(given({ ...registration, mode: 'DEFERRAL' }, ...events))).toMatchObject([
      { dueOn: '2025-12-08', amount: Money.ofTenge('5200000') },
    ]);
  });

  it('is not overdue up to the first part that timely money does not reach (R-PAY-092)', () => {
    expect(notOverdueUntil(registered)).toBeUndefined();
    expect(notOverdueUntil(granted)).toBe('2025-10-08');
    expect(notOverdueUntil(pay(granted, '2025-10-08'))).toBe('2025-11-10');
    expect(notOverdueUntil(pay(granted, '2025-10-08', Money.ofTenge('1299999.99')))).toBe('2025-10-08');
    expect(notOverdueUntil(pay(granted, '2025-10-01', granted.duty))).toBe('2026-01-08');
    const broken = breakOnMissedPart(granted, '2025-10-09');
    expect(broken && notOverdueUntil(evolveDeferral(granted, broken))).toBe('2025-10-08');
    expect(
      notOverdueUntil(evolveDeferral(granted, { type: 'DeferralCancelled', treatyGround: 'T' })),
    ).toBeUndefined();
  });

  it('breaks when the payment itself comes late (R-PAY-088)', () => {
    expect(eventsOf(payDeferredDuty(granted, { on: '2025-10-09', amount: million13 }))).toMatchObject([
      { type: 'DeferralBroken', outstanding: Money.ofTenge('5200000') },
    ]);
  });

  it('runs on when money of a timely bank date is told only after the breach', () => {
    const broken = breakOnMissedPart(granted, '2025-10-09');
    const deferral = broken ? evolveDeferral(granted, broken) : granted;
    expect(pay(deferral, '2025-10-08').status).toBe('GRANTED');
    expect(codesOf(payDeferredDuty(deferral, { on: '2025-10-09', amount: million13 }))).toEqual([
      'DEFERRAL_STATE_UNFIT',
    ]);
    const tooLittle = { on: '2025-10-08', amount: Money.ofTenge('1') };
    expect(codesOf(payDeferredDuty(deferral, tooLittle))).toEqual(['DEFERRAL_STATE_UNFIT']);
  });

  it('ends with its term or by early full payment (R-PAY-090)', () => {
    const three = DATES.slice(0, 3).reduce((deferral, on) => pay(deferral, on), granted);
    expect(eventsOf(payDeferredDuty(three, { on: '2026-01-08', amount: million13 }))).toContainEqual({
      type: 'DeferralEnded',
      by: 'TERM',
    });
    expect(eventsOf(payDeferredDuty(granted, { on: '2025-10-01', amount: granted.duty }))).toContainEqual({
      type: 'DeferralEnded',
      by: 'EARLY_PAYMENT',
    });
    expect(pay(granted, '2025-10-01', granted.duty).status).toBe('ENDED');
  });

  it('ends when goods for industrial processing are sold without the condition (R-PAY-089, R-PAY-090)', () => {
    const [event] = eventsOf(
      breakOnSale(pay(granted, '2025-10-08'), { soldOn: '2025-10-20', conditionMet: false }),
    );
    expect(event).toMatchObject({ outstanding: Money.ofTenge('3900000'), dueOn: '2025-10-20' });
    expect(event && evolveDeferral(granted, event).status).toBe('BROKEN');
  });

  it.each([
    ['the condition was met', granted, '2025-10-20', true],
    ['the sale came after the term', granted, '2026-01-09', false],
    ['the deferral has another ground', { ...granted, grounds: ['OTHER'] }, '2025-10-20', false],
  ])('does not end when %s (R-PAY-089)', (_, deferral, soldOn, conditionMet) => {
    expect(codesOf(breakOnSale(deferral, { soldOn, conditionMet }))).toEqual(['DEFERRAL_CONDITION_KEPT']);
  });

  it('refuses more than is left, and nothing', () => {
    for (const amount of [Money.ZERO, granted.duty.plus(Money.ofTiyn(1n))]) {
      expect(codesOf(payDeferredDuty(granted, { on: '2025-10-01', amount }))).toEqual([
        'DEFERRAL_PAYMENT_UNFIT',
      ]);
    }
  });
});
