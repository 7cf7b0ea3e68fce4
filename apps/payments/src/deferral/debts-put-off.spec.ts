import fc from 'fast-check';
import { daysBetween, plusDays } from '@shekara/calendar';
import { Exact, Money } from '@shekara/kernel';
import { type LateSum, overdueOf, runningSums } from '../penalty-interest/late-sums.js';
import {
  interestPeriods,
  penaltyInterest,
  type PenaltyInterestRates,
} from '../penalty-interest/penalty-interest.js';
import { isDeferrable, restByDocument, sumsPutOff } from './debts-put-off.js';

const tenge = (text: string) => Money.ofTenge(text);
const rates: PenaltyInterestRates = {
  refinancingPercent: () => new Exact(16),
  multiplier: () => new Exact('2.5'),
  daysOfYear: () => 365,
};
const sum = (id: string, unpaid: string, document = 'ACT/1') => ({
  ...{ id, document },
  kind: 'IMPORT_DUTY' as const,
  unpaid: tenge(unpaid),
});

describe('debts that a deferral puts off', () => {
  it('are import duty of the declaration and of the debts that the application names, nothing else (R-PAY-080)', () => {
    const of = (changes: object) =>
      isDeferrable({ ...sum('1', '5'), ...changes }, '55302/100326/0000001', ['1']);
    expect(of({})).toBe(true);
    expect(of({ id: '2' })).toBe(false);
    expect(of({ id: '2', document: '55302/100326/0000001' })).toBe(true);
    expect(of({ kind: 'IMPORT_VAT' })).toBe(false);
  });

  it('are put off up to the deferred duty, in their order, as far as they are unpaid', () => {
    const putOff = (duty: string) =>
      sumsPutOff([sum('1', '50'), sum('2', '0'), sum('3', '70')], tenge(duty)).map(
        ({ id, amount }) => `${id} ${amount.toString()}`,
      );
    expect(putOff('200')).toEqual(['1 50.00', '3 70.00']);
    expect(putOff('60')).toEqual(['1 50.00', '3 10.00']);
    expect(putOff('50')).toEqual(['1 50.00']);
  });

  it('stay debts of their own documents when the deferral breaks; what was paid counts for the declaration first', () => {
    const putOff = [
      { document: 'ACT/1', amount: tenge('50') },
      { document: 'DT/1', amount: tenge('30') },
    ];
    const rest = (outstanding: string) =>
      restByDocument(tenge(outstanding), 'DT/1', putOff).map(
        ({ document, amount }) => `${document} ${amount.toString()}`,
      );
    expect(rest('200')).toEqual(['ACT/1 50.00', 'DT/1 150.00']);
    expect(rest('50')).toEqual(['ACT/1 50.00']);
    expect(rest('20')).toEqual(['ACT/1 20.00']);
  });

  it('carry no penalty interest until the new day, and carry it from the day after (R-PAY-092)', () => {
    const DUE = '2026-03-10';
    fc.assert(
      fc.property(
        fc.bigInt(1n, 10n ** 12n),
        fc.bigInt(1n, 10n ** 12n),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 60 }),
        (owed, duty, deferredDays, lateDays) => {
          const amount = Money.ofTiyn(owed);
          const debt = { ...sum('1', '0'), unpaid: amount };
          const putOff = Money.sum(sumsPutOff([debt], Money.ofTiyn(duty)).map((part) => part.amount));
          const until = plusDays(DUE, deferredDays);
          const late = (principal: Money, dueOn: string): LateSum & { sinceEntry: string } => ({
            ...{ kind: 'IMPORT_DUTY', document: 'ACT/1', dueOn, sinceEntry: '0' },
            amount: principal,
          });
          const interest = (day: string, sums: (LateSum & { sinceEntry: string })[]) =>
            penaltyInterest(overdueOf(runningSums(sums, []), []), day, rates)[0]?.amount.tiyn;
          const kept = late(amount.minus(putOff), DUE);
          // Nothing of what is put off counts before the new day: all interest is that of the rest.
          const untilNewDay = [kept, late(putOff, until)];
          expect(interest(until, untilNewDay)).toBe(interest(until, [kept]));
          if (putOff.compare(amount) === 0) expect(interest(until, untilNewDay)).toBe(0n);
          const [run] = interestPeriods(
            { kind: 'IMPORT_DUTY', principal: putOff, dueOn: until },
            plusDays(until, lateDays),
            rates,
          );
          expect(run).toMatchObject({ first: plusDays(until, 1), days: lateDays });
          expect(daysBetween(DUE, run?.first ?? DUE)).toBe(deferredDays + 1);
        },
      ),
    );
  });
});
