import { Money } from '@shekara/kernel';
import fc from 'fast-check';
import { PAYMENT_KINDS } from '../payment-kind.js';
import { DEBT_PARTS, type DebtToOffset, type OffsetLine, planOffset } from './offset.js';

const tenge = (text: string) => Money.ofTenge(text);
const closed = { importDutyMayBeOffset: false };

function debt(
  kind: DebtToOffset['kind'],
  amount: string,
  part: DebtToOffset['part'] = 'PRINCIPAL',
): DebtToOffset {
  return { reference: `${kind} ${part}`, kind, part, amount: tenge(amount) };
}

const shown = (lines: readonly OffsetLine[]) =>
  lines.map((line) => [line.debt.reference, line.amount.toString()]);

describe('offset before refund (art. 154.6, 161.1)', () => {
  it('leaves refundable only what is over after every debt (R-PAY-191)', () => {
    const plan = planOffset(
      { purpose: 'IMPORT_VAT', amount: tenge('1000') },
      [debt('IMPORT_EXCISE', '300'), debt('CHARGE_ESCORT', '50')],
      closed,
    );
    expect(plan.refundable.toString()).toBe('650.00');
    const less = planOffset(
      { purpose: 'IMPORT_VAT', amount: tenge('100') },
      [debt('IMPORT_EXCISE', '300')],
      closed,
    );
    expect(less.refundable).toEqual(Money.ZERO);
  });

  it('takes the same kind first, and principal before penalty interest', () => {
    const debts = [
      debt('IMPORT_EXCISE', '100', 'PENALTY_INTEREST'),
      debt('IMPORT_EXCISE', '300'),
      debt('IMPORT_VAT', '20', 'PENALTY_INTEREST'),
      debt('IMPORT_VAT', '200'),
    ];
    expect(shown(planOffset({ purpose: 'IMPORT_VAT', amount: tenge('550') }, debts, closed).offsets)).toEqual(
      [
        ['IMPORT_VAT PRINCIPAL', '200.00'],
        ['IMPORT_VAT PENALTY_INTEREST', '20.00'],
        ['IMPORT_EXCISE PRINCIPAL', '300.00'],
        ['IMPORT_EXCISE PENALTY_INTEREST', '30.00'],
      ],
    );
  });

  it.each([
    ['from import duty', 'IMPORT_DUTY', 'IMPORT_VAT'],
    ['to import duty', 'IMPORT_VAT', 'IMPORT_DUTY'],
  ] as const)(
    'holds an offset %s across kinds for an officer until a treaty allows it (R-PAY-108)',
    (_, from, to) => {
      const money = { purpose: from, amount: tenge('1000') };
      const held = planOffset(money, [debt(to, '400')], closed);
      expect(shown(held.forOfficer)).toEqual([[`${to} PRINCIPAL`, '400.00']]);
      expect(held.offsets).toEqual([]);
      expect(held.refundable.toString()).toBe('600.00');
      const open = planOffset(money, [debt(to, '400')], { importDutyMayBeOffset: true });
      expect(shown(open.offsets)).toEqual([[`${to} PRINCIPAL`, '400.00']]);
    },
  );

  const byMachine = (purpose: 'IMPORT_DUTY' | 'ADVANCE') =>
    shown(planOffset({ purpose, amount: tenge('1000') }, [debt('IMPORT_DUTY', '400')], closed).offsets);

  it('offsets import duty against import duty by machine (R-PAY-108)', () => {
    expect(byMachine('IMPORT_DUTY')).toEqual([['IMPORT_DUTY PRINCIPAL', '400.00']]);
  });

  it('spends an advance on a debt of any kind, import duty too (R-PAY-107)', () => {
    expect(byMachine('ADVANCE')).toEqual([['IMPORT_DUTY PRINCIPAL', '400.00']]);
  });

  it('splits the money without loss, never above a debt, and refunds only when no debt is left (R-PAY-191)', () => {
    const debts = fc.array(
      fc.record({
        reference: fc.uuid(),
        kind: fc.constantFrom(...PAYMENT_KINDS),
        part: fc.constantFrom(...DEBT_PARTS),
        amount: fc.bigInt(0n, 10n ** 12n).map((tiyn) => Money.ofTiyn(tiyn)),
      }),
      { maxLength: 8 },
    );
    const purpose = fc.constantFrom(...PAYMENT_KINDS, 'ADVANCE' as const);
    fc.assert(
      fc.property(purpose, fc.bigInt(0n, 10n ** 12n), debts, fc.boolean(), (kind, tiyn, owed, allowed) => {
        const money = { purpose: kind, amount: Money.ofTiyn(tiyn) };
        const plan = planOffset(money, owed, { importDutyMayBeOffset: allowed });
        const lines = [...plan.offsets, ...plan.forOfficer];
        const spent = Money.sum(lines.map(({ amount }) => amount));
        expect(spent.plus(plan.refundable).tiyn).toBe(tiyn);
        expect(lines.every((line) => line.amount.compare(line.debt.amount) <= 0)).toBe(true);
        const owedInAll = Money.sum(owed.map(({ amount }) => amount));
        expect(plan.refundable.isPositive()).toBe(money.amount.compare(owedInAll) > 0);
      }),
    );
  });

  it('takes no negative sums', () => {
    expect(() => planOffset({ purpose: 'IMPORT_VAT', amount: tenge('-1') }, [], closed)).toThrow(RangeError);
  });
});
