import { Money } from '@shekara/kernel';
import fc from 'fast-check';
import { checkArrears, unpaidOn } from './arrears.js';
import {
  type DebtsOfNotice,
  type DueLine,
  payerBalances,
  sumsFallenDue,
  sumsOfAccounts,
  sumsOfNotices,
} from './sums-fallen-due.js';

const PAYER = '980540000397';
const tenge = (text: string) => Money.ofTenge(text);
const line = (amount: string, valueDate: string, changes: Partial<DueLine> = {}): DueLine => ({
  customsBody: '55302',
  of: 'IMPORT_VAT',
  part: 'PRINCIPAL',
  valueDate,
  amount: tenge(amount),
  ...changes,
});
const notice = (changes: Partial<DebtsOfNotice> = {}): DebtsOfNotice => ({
  customsBody: '55302',
  shownOn: '2026-03-05',
  debts: [
    { of: 'IMPORT_VAT', dueOn: '2026-03-02', principal: tenge('100'), penaltyInterest: Money.ZERO },
    { of: 'IMPORT_VAT', dueOn: '2026-03-05', principal: Money.ZERO, penaltyInterest: tenge('3') },
  ],
  ...changes,
});
const left = (lines: readonly DueLine[], on: string) =>
  sumsOfAccounts(lines).map((sum) => [sum.dueOn, unpaidOn(sum, on).toString()]);

describe('sums that fell due', () => {
  it('are settled the oldest first, whatever the order of posting', () => {
    const lines = [line('50', '2026-03-02'), line('100', '2026-03-01'), line('-120', '2026-03-04')];
    expect(left(lines, '2026-03-03')).toEqual([
      ['2026-03-01', '100.00'],
      ['2026-03-02', '50.00'],
    ]);
    expect(left(lines, '2026-03-04')).toEqual([
      ['2026-03-01', '0.00'],
      ['2026-03-02', '30.00'],
    ]);
  });

  it('are never settled across customs bodies, kinds, or duty and interest', () => {
    const paid = line('-100', '2026-03-02');
    const owed = line('100', '2026-03-01', { part: 'PENALTY_INTEREST' });
    for (const other of [owed, { ...owed, part: 'PRINCIPAL', customsBody: '55001' } as const]) {
      expect(left([other, paid], '2026-03-04')).toEqual([['2026-03-01', '100.00']]);
    }
    expect(left([line('100', '2026-03-01', { of: 'IMPORT_DUTY' }), paid], '2026-03-04')).toEqual([
      ['2026-03-01', '100.00'],
    ]);
  });

  it('of a notice are gone on the day it is closed', () => {
    const total = (on: string, of: DebtsOfNotice) =>
      Money.sum(sumsOfNotices([of]).map((sum) => unpaidOn(sum, on))).toString();
    expect(total('2026-03-04', notice())).toBe('100.00');
    expect(total('2026-03-06', notice())).toBe('103.00');
    expect(total('2026-03-07', notice({ closedOn: '2026-03-07' }))).toBe('0.00');
  });

  it('count once where account and notice both show them, and are not hidden where one does not', () => {
    const both = (lines: readonly DueLine[], notices: readonly DebtsOfNotice[]) =>
      payerBalances(
        PAYER,
        sumsFallenDue(sumsOfAccounts(lines), sumsOfNotices(notices), '2026-03-10'),
        [],
        '2026-03-10',
      ).map(({ dueUnpaid, penaltyInterest }) => [dueUnpaid.toString(), penaltyInterest.toString()]);
    expect(both([line('100', '2026-03-02')], [notice()])).toEqual([['100.00', '3.00']]);
    expect(both([line('250', '2026-03-02')], [notice()])).toEqual([['250.00', '3.00']]);
    expect(both([], [notice()])).toEqual([['100.00', '3.00']]);
    expect(both([], [notice({ closedOn: '2026-03-06' })])).toEqual([]);
  });

  it('leave what is owed less what is paid, however they are posted, and arrears say the same (R-PAY-124)', () => {
    const anyLine = fc.record({
      tiyn: fc.bigInt(1n, 50n),
      day: fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03'),
      pays: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 8 }), (posted) => {
        let balance = 0n;
        const lines: DueLine[] = [];
        for (const { tiyn, day, pays } of posted) {
          const amount = pays ? -(tiyn < balance ? tiyn : balance) : tiyn;
          if (amount === 0n) continue;
          balance += amount;
          lines.push({ ...line('0', day), amount: Money.ofTiyn(amount) });
        }
        const sums = sumsOfAccounts(lines);
        const unpaid = Money.sum(sums.map((sum) => unpaidOn(sum, '2026-03-10')));
        expect(unpaid.tiyn).toBe(balance);
        expect(checkArrears(sums, '2026-03-10', 'CODE_2010').accepted).toBe(balance === 0n);
      }),
    );
  });
});
