import { Exact, Money } from '@shekara/kernel';
import {
  type KeptLateSum,
  type LateSum,
  overdueOf,
  runningSums,
  type Settlement,
  SETTLING_ENTRIES,
  unpaidOf,
} from './late-sums.js';
import { penaltyInterest, type PenaltyInterestRates } from './penalty-interest.js';

const tenge = (text: string) => Money.ofTenge(text);
type Kept = LateSum & Pick<KeptLateSum, 'sinceEntry'>;
const late = (changes: Partial<Kept> = {}): Kept => ({
  kind: 'IMPORT_VAT',
  document: 'ACT/1',
  amount: tenge('1000000'),
  dueOn: '2025-09-02',
  sinceEntry: '0199-1',
  ...changes,
});
const settled = (changes: Partial<Settlement> = {}): Settlement => ({
  entry: '0199-5',
  kind: 'IMPORT_VAT',
  type: 'DEBT_PAID',
  document: 'ACT/1',
  amount: tenge('1000000'),
  valueDate: '2025-09-12',
  postedOn: '2025-09-14',
  paidFrom: 'IMPORT_VAT',
  ...changes,
});
/** Refinancing rate 10 %, multiplier 2.5: 684.931506… a day on a million. */
const rates: PenaltyInterestRates = {
  refinancingPercent: () => new Exact(10),
  multiplier: () => new Exact('2.5'),
  daysOfYear: () => 365,
};
const interestUntil = (until: string, sums: Kept[], settlements: Settlement[]) =>
  penaltyInterest(overdueOf(runningSums(sums, settlements), []), until, rates).map(
    ({ kind, amount }) => `${kind} ${amount.toString()}`,
  );

describe('Late sums of an account', () => {
  it('carry interest up to the bank date of the money, whatever day it was posted (R-PAY-125, R-PAY-128)', () => {
    const tenDays = ['IMPORT_VAT 6849.32'];
    expect(interestUntil('2025-09-12', [late()], [])).toEqual(tenDays);
    expect(interestUntil('2025-12-31', [late()], [settled()])).toEqual(tenDays);
    expect(interestUntil('2025-12-31', [late()], [settled({ postedOn: '2025-12-01' })])).toEqual(tenDays);
  });

  it('lose the day of the payment document when an overpayment of the same kind pays, not another kind (R-PAY-129, R-PAY-130)', () => {
    const offset = settled({ type: 'OFFSET', paidFrom: 'IMPORT_VAT' });
    expect(interestUntil('2025-12-31', [late()], [offset])).toEqual(['IMPORT_VAT 6164.38']);
    expect(interestUntil('2025-12-31', [late()], [{ ...offset, paidFrom: 'IMPORT_EXCISE' }])).toEqual([
      'IMPORT_VAT 6849.32',
    ]);
  });

  it('are settled by the document named first, then the oldest first; never another kind', () => {
    const sums = [
      late({ document: 'ACT/2', dueOn: '2025-10-01', amount: tenge('300') }),
      late({ document: 'ACT/1', amount: tenge('500') }),
      late({ kind: 'IMPORT_DUTY', document: 'ACT/1', amount: tenge('70') }),
    ];
    const left = (settlements: Settlement[]) =>
      runningSums(sums, settlements).map(
        ({ document, kind, unpaid }) => `${document} ${kind} ${unpaid.toString()}`,
      );
    expect(left([settled({ type: 'COLLECTED', document: 'ORDER/9', amount: tenge('600') })])).toEqual([
      'ACT/1 IMPORT_VAT 0.00',
      'ACT/1 IMPORT_DUTY 70.00',
      'ACT/2 IMPORT_VAT 200.00',
    ]);
    expect(left([settled({ document: 'ACT/2', amount: tenge('350') })])).toEqual([
      'ACT/1 IMPORT_VAT 450.00',
      'ACT/1 IMPORT_DUTY 70.00',
      'ACT/2 IMPORT_VAT 0.00',
    ]);
  });

  it('are not settled by what was paid before they fell due: the parts of an instalment plan that came in time (R-PAY-092)', () => {
    const rest = late({ document: '55302/100326/0000001', amount: tenge('150000'), sinceEntry: '0199-5' });
    const part = settled({ type: 'COVERED_FROM_MONEY', document: rest.document, amount: tenge('75000') });
    const unpaid = (entry: string) => unpaidOf(runningSums([rest], [{ ...part, entry }]), 'IMPORT_VAT');
    expect(unpaid('0199-4').toString()).toBe('150000.00');
    expect(unpaid('0199-5').toString()).toBe('75000.00');
  });

  it('are not settled by the cover of another declaration', () => {
    const cover = settled({ type: 'COVERED_FROM_MONEY', document: '55302/100326/0000001' });
    expect(unpaidOf(runningSums([late()], [cover]), 'IMPORT_VAT').toString()).toBe('1000000.00');
    const own = { ...cover, document: 'ACT/1', valueDate: '2025-09-01', postedOn: '2025-09-12' };
    expect(interestUntil('2025-12-31', [late()], [own])).toEqual(['IMPORT_VAT 6849.32']);
  });

  it('run together with a guarantee call and forced collection: only what came lowers them (R-PAY-127)', () => {
    const untilDay = (day: string, settlements: Settlement[]) => interestUntil(day, [late()], settlements);
    const called = settled({ type: 'DEPOSIT_OFFSET', amount: tenge('400000'), paidFrom: '' });
    const byForce = settled({ type: 'COLLECTED', amount: tenge('100000'), valueDate: '2025-09-22' });
    // 10 days on 1,000,000, 10 on 600,000, 10 on 500,000.
    expect(untilDay('2025-10-02', [called, byForce])).toEqual(['IMPORT_VAT 14383.56']);
    expect(SETTLING_ENTRIES).not.toContain('COVERED_BY_GUARANTEE');
  });

  it('of one kind are rounded together, once (R-PAY-135)', () => {
    const third = late({ amount: tenge('333333.33') });
    const sums = [third, { ...third, document: 'ACT/2' }, { ...third, document: 'ACT/3' }];
    expect(interestUntil('2025-09-03', sums, [])).toEqual(['IMPORT_VAT 684.93']);
    expect(interestUntil('2025-09-03', [third], [])).toEqual(['IMPORT_VAT 228.31']);
  });
});
