import { plusDays, standardCalendar } from '@shekara/calendar';
import { Exact, Money } from '@shekara/kernel';
import { loadReferenceData } from '@shekara/reference-data';
import fc from 'fast-check';
import type { PaymentKind } from '../payment-kind.js';
import {
  interestAfterNotice,
  interestPeriods,
  type OverdueSum,
  penaltyInterest,
  type PenaltyInterestRates,
  type SumLowered,
  unroundedInterest,
} from './penalty-interest.js';
import { penaltyInterestRatesOf } from './penalty-interest-rates.js';

/** Refinancing rate 10 %, from `risesOn` 12 %; multiplier 2.5; 365 days. */
function rates(
  risesOn = '2999-01-01',
  multiplier: (on: string) => string = () => '2.5',
): PenaltyInterestRates {
  return {
    refinancingPercent: (on) => new Exact(on < risesOn ? 10 : 12),
    multiplier: (on) => new Exact(multiplier(on)),
    daysOfYear: () => 365,
  };
}

function late(changes: Partial<OverdueSum> = {}): OverdueSum {
  return { kind: 'IMPORT_VAT', principal: Money.ofTenge('1000000'), dueOn: '2025-09-02', ...changes };
}

function paid(on: string, amount = '1000000', by: SumLowered['by'] = 'DEBITED'): SumLowered {
  return { by, on, amount: Money.ofTenge(amount), kind: 'IMPORT_VAT' };
}

function interest(sums: OverdueSum | OverdueSum[], until: string, at = rates()): string[] {
  return penaltyInterest(Array.isArray(sums) ? sums : [sums], until, at).map(({ amount }) =>
    amount.toString(),
  );
}

const days = (sum: OverdueSum, until: string) =>
  interestPeriods(sum, until, rates()).reduce((total, period) => total + period.days, 0);

describe('penalty interest (art. 158, F-11)', () => {
  it('runs from the day after the due date to the payment day, both included (R-PAY-125, worked case 6)', () => {
    expect(interestPeriods(late(), '2025-09-02', rates())).toEqual([]);
    expect(interestPeriods(late({ lowered: [paid('2025-09-16')] }), '2025-12-31', rates())).toMatchObject([
      { first: '2025-09-03', last: '2025-09-16', days: 14 },
    ]);
    expect(interest(late(), '2025-09-16')).toEqual(['9589.04']);
  });

  it.each(['DEBITED', 'TERMINAL_PAID', 'CASH_DEPOSITED'] as const)(
    'stops at the bank date of money that is %s though the Treasury books it two days later (R-PAY-128, worked cases 5 and 6)',
    (by) => {
      const sum = late({ lowered: [paid('2025-09-16', '1000000', by)] });
      expect(interest(sum, '2025-09-18')).toEqual(['9589.04']);
    },
  );

  it('splits where the refinancing rate changes, at 2.5 times the rate (R-PAY-126, worked case 7)', () => {
    const periods = interestPeriods(late(), '2025-09-16', rates('2025-09-08'));
    expect(periods.map((period) => [period.days, unroundedInterest([period]).toFixed(2)])).toEqual([
      [5, '3424.66'],
      [9, '7397.26'],
    ]);
    expect(interest(late(), '2025-09-16', rates('2025-09-08'))).toEqual(['10821.92']);
  });

  it('splits where the multiplier changes', () => {
    const at = rates(undefined, (on) => (on < '2025-09-10' ? '2.5' : '1.25'));
    expect(interestPeriods(late(), '2025-09-16', at).map((period) => period.days)).toEqual([7, 7]);
    expect(interest(late(), '2025-09-16', at)).toEqual(['7191.78']);
  });

  it('runs on less from the payment document date of a same-kind overpayment (R-PAY-129, worked case 8)', () => {
    const sum = late({ lowered: [paid('2025-09-05', '400000', 'SAME_KIND_OVERPAYMENT')] });
    expect(interestPeriods(sum, '2025-09-16', rates()).map((period) => period.days)).toEqual([2, 12]);
    expect(interest(sum, '2025-09-16')).toEqual(['6301.37']);
  });

  it('is not stopped by an overpayment of another kind before an offset is executed (R-PAY-130, worked case 8)', () => {
    const overpaid = {
      ...paid('2025-09-05', '400000', 'SAME_KIND_OVERPAYMENT'),
      kind: 'IMPORT_DUTY' as const,
    };
    expect(interest(late({ lowered: [overpaid] }), '2025-09-16')).toEqual(['9589.04']);
    const offset = { ...overpaid, by: 'REPAID_PART' as const, on: '2025-09-10' };
    expect(
      interestPeriods(late({ lowered: [offset] }), '2025-09-16', rates()).map((period) => period.days),
    ).toEqual([8, 6]);
  });

  it('stops from the bankruptcy decision date (R-PAY-131, worked case 8)', () => {
    const sum = late({ standstills: [{ by: 'BANKRUPT_DECISION', from: '2025-09-10' }] });
    expect(days(sum, '2025-09-16')).toBe(7);
    expect(interest(sum, '2025-09-16')).toEqual(['4794.52']);
  });

  it.each(['COMPULSORY_LIQUIDATION', 'REHABILITATION'] as const)(
    'stops from entry into force of %s (R-PAY-131)',
    (by) => {
      expect(days(late({ standstills: [{ by, from: '2025-09-10' }] }), '2026-09-16')).toBe(7);
    },
  );

  it('pauses while a person is missing, from entry into force to cancellation (R-PAY-132)', () => {
    const missing = { by: 'MISSING_PERSON' as const, from: '2025-09-05' };
    expect(days(late({ standstills: [missing] }), '2025-09-16')).toBe(2);
    const found = late({ standstills: [{ ...missing, cancelledOn: '2025-09-10' }] });
    expect(interestPeriods(found, '2025-09-16', rates())).toMatchObject([
      { first: '2025-09-03', last: '2025-09-04' },
      { first: '2025-09-10', last: '2025-09-16' },
    ]);
  });

  it('carries none on the extra sum of a final pipeline declaration that is paid with it (R-PAY-073)', () => {
    const extra = late({ standstills: [{ by: 'TEMPORARY_DECLARATION_TOP_UP', from: '2025-09-02' }] });
    expect(interest(extra, '2025-12-31')).toEqual(['0.00']);
    expect(interest(late(), '2025-12-31')).not.toEqual(['0.00']);
  });

  it('does not accrue on penalty interest: twice the days are twice the interest (R-PAY-133)', () => {
    const once = unroundedInterest(interestPeriods(late(), '2025-09-16', rates()));
    const twice = unroundedInterest(interestPeriods(late(), '2025-09-30', rates()));
    expect(twice.toFixed(20)).toBe(once.times(2).toFixed(20));
  });

  it('is not paused by an appeal: 66 days to 7 November (R-PAY-134, worked case 14)', () => {
    expect(days(late(), '2025-11-07')).toBe(66);
    expect(interest(late(), '2025-11-07')).toEqual(['45205.48']);
  });

  it('is rounded once for a kind over its whole run, not per sum or sub-period (R-PAY-135)', () => {
    const small = late({ principal: Money.ofTenge('7.20') });
    expect(interest(small, '2025-09-03')).toEqual(['0.00']);
    expect(interest([small, small, small], '2025-09-03')).toEqual(['0.01']);
    expect(interest(late({ principal: Money.ofTenge('7.20') }), '2025-09-05')).toEqual(['0.01']);
  });

  it('is kept by the kind it accrued on (R-PAY-003)', () => {
    const found = penaltyInterest([late(), late({ kind: 'IMPORT_DUTY' })], '2025-09-16', rates());
    expect(found.map(({ kind, amount }) => [kind, amount.toString()])).toEqual([
      ['IMPORT_VAT', '9589.04'],
      ['IMPORT_DUTY', '9589.04'],
    ]);
  });

  it('counts actual days over 365 in a leap year too (R-PAY-136)', () => {
    const sum = late({ dueOn: '2027-12-31' });
    const live = penaltyInterestRatesOf(loadReferenceData().parameters);
    const leap = { ...rates(), daysOfYear: live.daysOfYear };
    expect(days(sum, '2028-12-31')).toBe(366);
    expect(interest(sum, '2028-12-31', leap)).toEqual(['250684.93']);
  });

  it.each<PaymentKind>(['CHARGE_DECLARATION', 'CHARGE_ESCORT', 'CHARGE_PRELIMINARY_DECISION'])(
    'accrues on a late %s as on duties and taxes (R-PAY-138)',
    (kind) => expect(interest(late({ kind }), '2025-09-16')).toEqual(['9589.04']),
  );

  it('runs by worked cases 9, 25 and 26: misuse from the day after its due date, transit, a relief given up (R-PAY-042)', () => {
    const relieved = Money.ofTenge('800000');
    expect(interest(late({ principal: relieved, dueOn: '2025-06-05' }), '2025-06-30')).toEqual(['13698.63']);
    expect(interest(late({ principal: relieved, dueOn: '2025-02-10' }), '2025-06-30')).toEqual(['76712.33']);
    const transit = late({ principal: Money.ofTenge('4300000'), dueOn: '2025-09-15' });
    expect(interest(transit, '2025-10-15')).toEqual(['88356.16']);
    expect(interest(late({ principal: relieved, dueOn: '2025-06-04' }), '2025-06-09')).toEqual(['2739.73']);
  });

  it('leaves to the additional notice only what ran after the sum shown (R-PAY-152)', () => {
    const [shown, until] = [Money.ofTenge('9589.04'), Money.ofTenge('45205.48')];
    expect(interestAfterNotice(until, shown).toString()).toBe('35616.44');
    expect(interestAfterNotice(shown, shown).toString()).toBe('0.00');
  });

  it('reads the dated rates of the reference data', () => {
    const live = penaltyInterestRatesOf(loadReferenceData().parameters);
    const sum = late({ dueOn: '2025-12-29' });
    expect(
      interestPeriods(sum, '2026-01-02', live).map(({ days: n, refinancingPercent }) => [
        n,
        refinancingPercent.toString(),
      ]),
    ).toEqual([
      [2, '10'],
      [2, '16'],
    ]);
    expect(standardCalendar().isWorkingDay('2025-12-30')).toBe(true);
  });
});

describe('penalty interest in general', () => {
  const day = (least: number, most: number) =>
    fc.integer({ min: least, max: most }).map((n) => plusDays('2025-01-01', n));
  const amount = fc.bigInt({ min: 1n, max: 10n ** 15n }).map((tiyn) => Money.ofTiyn(tiyn));
  const lowering: fc.Arbitrary<SumLowered> = fc.record({
    by: fc.constantFrom('REPAID_PART', 'DEBITED', 'SAME_KIND_OVERPAYMENT'),
    on: day(0, 400),
    amount,
    kind: fc.constant('IMPORT_VAT' as const),
  });
  const overdue = fc.record({
    kind: fc.constant('IMPORT_VAT' as const),
    principal: amount,
    dueOn: day(0, 100),
    lowered: fc.array(lowering, { maxLength: 4 }),
  });
  const points = (sum: OverdueSum, until: string) =>
    interestPeriods(sum, until, rates('2025-05-05')).reduce(
      (total, one) => total.plus(one.points),
      new Exact(0),
    );

  it('is additive over split periods before rounding', () => {
    fc.assert(
      fc.property(overdue, day(0, 400), day(0, 400), (sum, one, other) => {
        const [middle = one, end = other] = [one, other].sort();
        fc.pre(middle >= sum.dueOn);
        const whole = points(sum, end);
        const parts = points(sum, middle).plus(points({ ...sum, dueOn: middle }, end));
        expect(parts.toFixed()).toBe(whole.toFixed());
      }),
      { numRuns: 40 },
    );
  });

  it('never falls as days pass, and never exceeds interest on the whole sum', () => {
    fc.assert(
      fc.property(overdue, day(101, 400), (sum, until) => {
        expect(points(sum, until).gte(points(sum, plusDays(until, -1)))).toBe(true);
        expect(points(sum, until).lte(points({ ...sum, lowered: [] }, until))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('runs on trade-remedy duties exactly as on import duty (R-PAY-002)', () => {
    const kinds = fc.constantFrom<PaymentKind>('SPECIAL_DUTY', 'ANTI_DUMPING_DUTY', 'COUNTERVAILING_DUTY');
    fc.assert(
      fc.property(overdue, kinds, day(101, 400), (sum, kind, until) => {
        const of = (payable: PaymentKind) => {
          const lowered = sum.lowered.map((one) => ({ ...one, kind: payable }));
          return penaltyInterest([{ ...sum, kind: payable, lowered }], until, rates())[0]?.amount.toString();
        };
        expect(of(kind)).toBe(of('IMPORT_DUTY'));
      }),
      { numRuns: 40 },
    );
  });
});
