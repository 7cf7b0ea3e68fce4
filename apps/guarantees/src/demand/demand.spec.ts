import { standardCalendar } from '@shekara/calendar';
import { type Decision, Exact, Money } from '@shekara/kernel';
import { after, available, balanceOf, type LedgerLine } from '../security/balance.js';
import { actTerm, paymentTerm, pathOf, transferDay } from './call-in-path.js';
import {
  cancelDemand,
  type Demand,
  deliverDemand,
  moveDeposit,
  recordDefault,
  recordPayment,
  sendDemand,
  toDemand,
} from './demand.js';
import { owedOn, type SumInDefault, totalOf } from './demand-sums.js';

const calendar = standardCalendar();
const tenge = (text: string) => Money.ofTenge(text);
const codes = (decision: Decision<unknown>) =>
  decision.accepted ? [] : decision.reasons.map(({ code }) => code);
const sum = (kind: string, principal: string, penaltyInterest = '0'): SumInDefault => ({
  kind,
  principal: tenge(principal),
  penaltyInterest: tenge(penaltyInterest),
});

/** Refinancing rate of 16 %, times 2.5, over 365 days. */
const rates = {
  refinancingPercent: () => new Exact(16),
  multiplier: () => new Exact('2.5'),
  daysOfYear: () => 365,
};

describe('the terms of calling a security in', () => {
  const due29April = { dueOn: '2026-04-29', identifiedOn: '2026-04-30' };

  it.each(['BANK_GUARANTEE', 'SURETYSHIP', 'INSURANCE'] as const)(
    'gives the demand on a %s five working days after the due day (R-GUA-075, R-GUA-083, R-GUA-101, worked case 17)',
    (method) => {
      expect(actTerm(pathOf(method), due29April, calendar)?.lastDay).toBe('2026-05-08');
    },
  );

  it('counts from the day the default became known when that was not at once (R-GUA-131)', () => {
    const late = { dueOn: '2026-04-29', identifiedOn: '2026-05-12' };
    expect(actTerm('DEMAND_BANK', late, calendar)?.lastDay).toBe('2026-05-19');
  });

  it.each([
    ['DEMAND_BANK', '2026-06-03'],
    ['DEMAND_SURETY', '2026-06-08'],
    ['DEMAND_INSURER', '2026-06-03'],
  ] as const)(
    'gives %s from a receipt on 1 June to %s to pay (R-GUA-077, R-GUA-083, R-GUA-101, worked case 18)',
    (path, lastDay) => {
      expect(paymentTerm(path, '2026-06-01', calendar)?.lastDay).toBe(lastDay);
    },
  );

  it('lets a deposit wait 15 calendar days and moves it on the next working day (R-GUA-066, worked case 19)', () => {
    const waits = actTerm(
      'BUDGET_TRANSFER_CASH',
      { dueOn: '2026-01-20', identifiedOn: '2026-02-02' },
      calendar,
    );
    expect(waits?.lastDay).toBe('2026-02-17');
    expect(waits && transferDay(waits, calendar)).toBe('2026-02-18');
  });

  it('sets no number of days for enforcement on a pledge (R-GUA-097)', () => {
    expect(actTerm('PLEDGE_ENFORCEMENT', due29April, calendar)).toBeUndefined();
    expect(paymentTerm('PLEDGE_ENFORCEMENT', '2026-06-01', calendar)).toBeUndefined();
  });
});

describe('what is owed under a security', () => {
  const sums = [sum('IMPORT_DUTY', '2000000'), sum('IMPORT_VAT', '8400000')];

  it('adds fines from the day after the term, rounded for each kind (R-GUA-076, worked case 17)', () => {
    const owed = owedOn(sums, '2026-04-29', '2026-05-13', rates);
    expect([String(owed.principal), String(owed.penaltyInterest)]).toEqual(['10400000.00', '159561.64']);
    expect(String(totalOf(owed))).toBe('10559561.64');
    expect(String(totalOf(owedOn(sums, '2026-04-29', '2026-04-29', rates)))).toBe('10400000.00');
  });

  it('charges no fine on a fine, and changes the rate with its day', () => {
    const raised = {
      ...rates,
      refinancingPercent: (on: string) => new Exact(on < '2026-05-02' ? 16 : 8),
    };
    const owed = owedOn([sum('IMPORT_VAT', '365000', '1000000')], '2026-04-29', '2026-05-03', raised);
    expect(String(owed.penaltyInterest)).toBe('1001200.00');
  });
});

describe('a default', () => {
  const found = { dueOn: '2026-04-29', identifiedOn: '2026-04-30', sums: [sum('IMPORT_VAT', '100')] };
  const held = { held: true, called: false, path: 'DEMAND_BANK' as const };

  it('is recorded on the first day after the due day, not on it (R-GUA-129)', () => {
    expect(codes(recordDefault(held, found, calendar))).toEqual([]);
    expect(codes(recordDefault(held, { ...found, identifiedOn: '2026-04-29' }, calendar))).toEqual([
      'DEFAULT_NOT_YET',
    ]);
  });

  it('is refused for a cover that is called in already, or holds nothing (R-GUA-182)', () => {
    expect(codes(recordDefault({ ...held, called: true }, found, calendar))).toEqual([
      'COVER_ALREADY_CALLED',
    ]);
    expect(codes(recordDefault({ ...held, held: false }, found, calendar))).toEqual(['COVER_NOT_HELD']);
    expect(codes(recordDefault(held, { ...found, sums: [sum('IMPORT_VAT', '0')] }, calendar))).toEqual([
      'NOTHING_TO_CALL',
    ]);
  });
});

describe('a demand', () => {
  const due: Demand = { state: 'DUE', path: 'DEMAND_BANK', actBy: '2026-05-08' };
  const sent: Demand = { ...due, state: 'SENT', sentOn: '2026-05-08' };
  const delivered: Demand = { ...sent, state: 'DELIVERED', payBy: '2026-05-13' };

  it('asks at most what the instrument carries, and never more than the debt with others (R-GUA-132, R-GUA-182)', () => {
    const limits = (callable: string, others = '0') => ({
      callable: tenge(callable),
      demandedOfOthers: tenge(others),
    });
    expect(String(toDemand(tenge('10559561.64'), limits('10400000')))).toBe('10400000.00');
    expect(String(toDemand(tenge('10400000'), limits('11000000', '4000000')))).toBe('6400000.00');
    expect(String(toDemand(tenge('10400000'), limits('11000000', '10400001')))).toBe('0.00');
  });

  it('is sent late with a reason, and not without one', () => {
    const amount = tenge('1');
    expect(codes(sendDemand(due, { amount, on: '2026-05-08', lateReason: '' }))).toEqual([]);
    expect(codes(sendDemand(due, { amount, on: '2026-05-09', lateReason: ' ' }))).toEqual([
      'LATE_REASON_MISSING',
    ]);
    expect(sendDemand(due, { amount, on: '2026-05-09', lateReason: 'found late' })).toMatchObject({
      events: [{ late: true }],
    });
  });

  it('is no way to a deposit, and is not sent twice', () => {
    const amount = tenge('1');
    const deposit: Demand = { ...due, path: 'BUDGET_TRANSFER_CASH' };
    expect(codes(sendDemand(deposit, { amount, on: '2026-05-08', lateReason: '' }))).toEqual([
      'DEMAND_PATH_UNFIT',
    ]);
    expect(codes(sendDemand(sent, { amount, on: '2026-05-08', lateReason: '' }))).toEqual([
      'DEMAND_STATE_UNFIT',
    ]);
  });

  it('runs the days of the bank from its receipt (R-GUA-077, worked case 17)', () => {
    expect(deliverDemand(sent, '2026-05-08', '2026-05-08', calendar)).toMatchObject({
      events: [{ payment: { lastDay: '2026-05-13' } }],
    });
    expect(codes(deliverDemand(sent, '2026-05-07', '2026-05-08', calendar))).toEqual([
      'DEMAND_DATES_CONTRADICT',
    ]);
    expect(codes(deliverDemand(sent, '2026-05-09', '2026-05-08', calendar))).toEqual([
      'DEMAND_DATES_CONTRADICT',
    ]);
  });

  const paid = (amount: string, callable = '11000000') => ({
    amount: tenge(amount),
    on: '2026-05-13',
    owed: tenge('10559561.64'),
    callable: tenge(callable),
  });

  it('is paid by all that is owed on the day of payment (worked case 17)', () => {
    expect(recordPayment(delivered, paid('10559561.64'), '2026-05-13')).toMatchObject({
      events: [{ result: 'PAID', shortfall: Money.ZERO }],
    });
    expect(codes(recordPayment(delivered, paid('10559561.65'), '2026-05-13'))).toEqual([
      'RECOVERED_ABOVE_OWED',
    ]);
  });

  it('leaves what the instrument does not carry as a shortfall (R-GUA-132, worked case 17)', () => {
    expect(recordPayment(delivered, paid('10400000', '10400000'), '2026-05-13')).toMatchObject({
      events: [{ result: 'SHORT', shortfall: tenge('159561.64') }],
    });
  });

  it('is short only once nobody has days to pay any more', () => {
    expect(codes(recordPayment(delivered, paid('0'), '2026-05-13'))).toEqual(['PAYMENT_TERM_RUNS']);
    expect(codes(recordPayment(sent, paid('0'), '2026-05-13'))).toEqual(['PAYMENT_TERM_RUNS']);
    const overdue: Demand = { ...delivered, state: 'OVERDUE' };
    expect(codes(recordPayment(overdue, paid('0'), '2026-05-14'))).toEqual([]);
    const pledge: Demand = { state: 'SENT', path: 'PLEDGE_ENFORCEMENT', sentOn: '2026-05-08' };
    expect(codes(recordPayment(pledge, paid('0'), '2026-05-14'))).toEqual([]);
  });

  it('is cancelled while it waits, and not after it was paid', () => {
    for (const open of [due, sent, delivered]) expect(codes(cancelDemand(open))).toEqual([]);
    expect(codes(cancelDemand({ ...delivered, state: 'PAID' }))).toEqual(['DEMAND_STATE_UNFIT']);
  });
});

describe('a deposit', () => {
  const demand: Demand = { state: 'DUE', path: 'BUDGET_TRANSFER_CASH', actBy: '2026-02-17' };
  const sums = [sum('IMPORT_DUTY', '1200000', '13808.22'), sum('IMPORT_VAT', '2300000', '26465.75')];
  const limits = (callable: string) => ({ callable: tenge(callable), demandedOfOthers: Money.ZERO });

  it('gives duties and taxes after the 15 days, not the fines and not the rest of it (R-GUA-066, worked case 19)', () => {
    expect(codes(moveDeposit(demand, sums, limits('5000000'), '2026-02-17'))).toEqual([
      'DEPOSIT_TRANSFER_EARLY',
    ]);
    expect(moveDeposit(demand, sums, limits('5000000'), '2026-02-18')).toMatchObject({
      events: [
        {
          amount: tenge('3500000'),
          shortfall: Money.ZERO,
          kinds: [
            { kind: 'IMPORT_DUTY', amount: tenge('1200000') },
            { kind: 'IMPORT_VAT', amount: tenge('2300000') },
          ],
        },
      ],
    });
  });

  it('says what it does not suffice for', () => {
    expect(moveDeposit(demand, sums, limits('2000000'), '2026-02-18')).toMatchObject({
      events: [
        { amount: tenge('2000000'), shortfall: tenge('1500000'), kinds: [{}, { amount: tenge('800000') }] },
      ],
    });
  });
});

describe('the balance of a security that is called in (F-GUA-8)', () => {
  const line = (type: LedgerLine['type'], text: string): LedgerLine => ({ type, amount: tenge(text) });
  const called = balanceOf([
    line('GRANT', '100'),
    line('RESERVE', '60'),
    line('ADJUST', '10'),
    line('CALL', '70'),
  ]);

  it('carries what is called beside what is reserved and free', () => {
    expect([called.reserved, called.called, available(called)].map(String)).toEqual([
      '0.00',
      '70.00',
      '30.00',
    ]);
    expect(after(called, line('CALL_PAID', '70'))).toEqual(called);
    expect(String(after(called, line('CALL_CANCEL', '70')).reserved)).toBe('70.00');
  });

  it('never gives more than it holds', () => {
    expect(() => after(called, line('CALL', '0.01'))).toThrow(RangeError);
    expect(() => after(called, line('CALL_PAID', '70.01'))).toThrow(RangeError);
    expect(() => after(called, line('CALL_CANCEL', '70.01'))).toThrow(RangeError);
    expect(() => after(called, line('RESERVE', '30.01'))).toThrow(RangeError);
  });
});
