import { Money } from '@shekara/kernel';
import type { SumAtBody } from '../certificates/sums-fallen-due.js';
import { overdueDebts } from './overdue-debts.js';

const PAYER = '980540000397';
const sum = (changes: Partial<SumAtBody>): SumAtBody => ({
  customsBody: '55302',
  of: 'IMPORT_VAT',
  kind: 'IMPORT_VAT',
  dueOn: '2025-03-30',
  amount: Money.ofTenge('100'),
  settled: [],
  ...changes,
});
const shown = (...sums: SumAtBody[]) =>
  overdueDebts(PAYER, sums, '2025-10-01').map(({ aroseOn, unpaid }) => [aroseOn, unpaid.toString()]);

describe('debts for the public list', () => {
  it('arise on the day after the last day to pay, what is repaid is none', () => {
    expect(shown(sum({}))).toEqual([['2025-03-31', '100.00']]);
    expect(shown(sum({ settled: [{ on: '2025-09-30', amount: Money.ofTenge('100') }] }))).toEqual([]);
  });

  it('carry penalty interest with the oldest sum of their kind, whenever it accrued', () => {
    const interest = { kind: 'PENALTY_INTEREST', amount: Money.ofTenge('7') } as const;
    expect(
      shown(
        sum({ dueOn: '2025-05-01' }),
        sum({}),
        sum({ ...interest, dueOn: '2025-09-29' }),
        sum({ ...interest, of: 'IMPORT_DUTY', dueOn: '2025-09-28' }),
      ),
    ).toEqual([
      ['2025-03-31', '107.00'],
      ['2025-05-02', '100.00'],
      ['2025-09-29', '7.00'],
    ]);
  });
});
