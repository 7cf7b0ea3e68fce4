import { standardCalendar } from '@shekara/calendar';
import { type Decision, Exact, Money } from '@shekara/kernel';
import { interestPeriods } from '../penalty-interest/penalty-interest.js';
import { type Deferral, type DeferralEvent, evolveDeferral } from './deferral.js';
import { type DeferralApplication, INDUSTRIAL_PROCESSING, registerDeferral } from './deferral-application.js';
import {
  cancelDeferralDecision,
  decideBy,
  type GrantDeferral,
  grantDeferral,
  refuseDeferral,
} from './deferral-decision.js';
import { breakOnMissedPart, breakOnSale, dueSums, payDeferredDuty } from './deferral-payment.js';
import { equalParts } from './instalment-schedule.js';

const calendar = standardCalendar();
const treatyGrounds = [
  { code: INDUSTRIAL_PROCESSING, validFrom: '2010-07-01' },
  { code: 'OLD_GROUND', validFrom: '2010-07-01', validTo: '2024-12-31' },
];
const rateOn: Record<string, string> = { '2025-09-08': '520', '2025-10-08': '530' };
const reference = {
  treatyGrounds,
  papersNeeded: ['CONTRACT'],
  currencyRates: {
    find: (currency: string, date: string) => {
      const rate = currency === 'KZT' ? '1' : rateOn[date];
      return rate === undefined ? undefined : { kztPerUnit: new Exact(rate), date };
    },
  },
};
const DUTY = { kind: 'IMPORT_DUTY', amount: new Exact(10000), currency: 'USD' } as const;
const VAT = { kind: 'IMPORT_VAT', amount: new Exact(686400), currency: 'KZT' } as const;
const application: DeferralApplication = {
  payer: '980540000397',
  declaration: '55302/080925/0000001',
  mode: 'INSTALMENTS',
  sums: [DUTY],
  papers: ['CONTRACT'],
  grounds: [INDUSTRIAL_PROCESSING],
  procedure: '40',
  guarantee: { reference: 'G-1', accepted: true },
};
const signed = { capacity: 'HEAD', signature: 'S-1' } as const;
const DATES = ['2025-10-08', '2025-11-10', '2025-12-08', '2026-01-08'];
const million13 = Money.ofTenge('1300000');

function register(changes: Partial<DeferralApplication> = {}, on = '2025-09-08') {
  return registerDeferral({ ...application, ...changes }, reference, on);
}

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
    conditions: application,
    term: { schedule },
    ...changes,
  };
  return grantDeferral(deferral, command, treatyGrounds, calendar);
}

const registered = given(...eventsOf(register()));
const granted = given(...eventsOf(register()), ...eventsOf(grant(registered)));

function pay(deferral: Deferral, on: string, amount = million13): Deferral {
  return eventsOf(payDeferredDuty(deferral, { on, amount })).reduce<Deferral>(evolveDeferral, deferral);
}

describe('application for deferral (art. 134, 135)', () => {
  it('fixes the sum at the rate of the registration day, not of a later day (R-PAY-086, worked case 11)', () => {
    expect(registered.duty.toString()).toBe('5200000.00');
    expect(given(...eventsOf(register({}, '2025-10-08'))).duty.toString()).toBe('5300000.00');
    expect(codesOf(register({}, '2025-09-09'))).toEqual(['EXCHANGE_RATE_MISSING']);
  });

  it('leaves VAT of the same application out and goes on with the duty (R-PAY-080, R-PAY-091, worked case 11)', () => {
    const [first, vat, ...others] = eventsOf(register({ sums: [DUTY, VAT] }));
    expect(first).toMatchObject({ type: 'DeferralRegistered', duty: Money.ofTenge('5200000') });
    expect(vat).toMatchObject({
      kind: 'IMPORT_VAT',
      reason: { code: 'DEFERRAL_WRONG_KIND', article: 'art. 134.1', parameters: { law: 'TAX_LAW' } },
    });
    expect(others).toEqual([]);
  });

  it.each([
    ['IMPORT_VAT', 'TAX_LAW'],
    ['IMPORT_EXCISE', 'TAX_LAW'],
    ['EXPORT_DUTY', 'NONE'],
    ['CHARGE_DECLARATION', 'NONE'],
    ['CHARGE_ESCORT', 'NONE'],
    ['CHARGE_PRELIMINARY_DECISION', 'NONE'],
  ] as const)(
    'refuses an application for %s alone and names whose law it is: %s (R-PAY-080, R-PAY-091)',
    (kind, law) => {
      const decision = register({ sums: [{ ...DUTY, kind }] });
      expect(codesOf(decision)).toEqual(['DEFERRAL_WRONG_KIND']);
      expect(decision).toMatchObject({ reasons: [{ parameters: { kind, law } }] });
    },
  );

  it.each([
    ['another procedure', { procedure: '51' }, 'DEFERRAL_WRONG_PROCEDURE'],
    ['no security', { guarantee: undefined }, 'DEFERRAL_NO_GUARANTEE'],
    [
      'a security not accepted',
      { guarantee: { reference: 'G-1', accepted: false } },
      'DEFERRAL_NO_GUARANTEE',
    ],
  ])('refuses %s (R-PAY-081)', (_, changes, code) => {
    expect(codesOf(register(changes))).toEqual([code]);
  });

  it('refuses without a ground of the treaty list in force; one is enough (R-PAY-082)', () => {
    expect(codesOf(register({ grounds: [] }))).toEqual(['DEFERRAL_NO_GROUND']);
    expect(codesOf(register({ grounds: ['OLD_GROUND'] }))).toEqual(['DEFERRAL_NO_GROUND']);
    expect(codesOf(register({ grounds: ['OLD_GROUND', INDUSTRIAL_PROCESSING] }))).toEqual([]);
  });

  it('refuses with every reason at once, incomplete papers among them', () => {
    const decision = register({ papers: [], payer: ' ', procedure: '51', grounds: [], guarantee: undefined });
    expect(codesOf(decision)).toEqual([
      'DEFERRAL_WRONG_PROCEDURE',
      'DEFERRAL_NO_GUARANTEE',
      'DEFERRAL_NO_GROUND',
      'DEFERRAL_DOCS_INCOMPLETE',
    ]);
    expect(decision).toMatchObject({ reasons: [{}, {}, {}, { parameters: { missing: 'payer, CONTRACT' } }] });
  });
});

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
    const conditions = { ...application, grounds: [], guarantee: { reference: 'G-1', accepted: false } };
    expect(codesOf(grant(registered, { conditions }))).toEqual([
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
    const refused = given(
      ...eventsOf(register()),
      ...eventsOf(refuseDeferral(registered, refusal, calendar)),
    );
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
    const plain = given(...eventsOf(register({ mode: 'DEFERRAL' })));
    const events = eventsOf(grant(plain, { term: { until: '2025-12-08' } }));
    expect(dueSums(given(...eventsOf(register({ mode: 'DEFERRAL' })), ...events))).toMatchObject([
      { dueOn: '2025-12-08', amount: Money.ofTenge('5200000') },
    ]);
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
