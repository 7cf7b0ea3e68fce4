import { Money } from '@shekara/kernel';
import { tenge } from '../ledger/ledger.fixture.js';
import { adjustmentNumber, isPayerEntrySource } from '../ledger/payer-entry.js';
import type { KindOfLiability } from '../liability/liability.js';
import { differencePostings, recalculated } from '../liability/recalculation.js';
import { adjustedSums, debtsOf } from './adjusted-payments.js';
import { declaration, LIMIT } from './changed-declaration.fixture.js';
import { afterLowering, loweredSum, loweredTo, standingOf } from './lowered-payments.js';

describe('Payments of a declaration that is changed', () => {
  it('keep the money that is still needed and give the advance back first', () => {
    const kind: KindOfLiability = {
      kind: 'IMPORT_VAT',
      payable: tenge('100'),
      money: [
        { purpose: 'ADVANCE', amount: tenge('60') },
        { purpose: 'IMPORT_VAT', amount: tenge('40') },
      ],
      guarantee: Money.ZERO,
      smallRemainder: Money.ZERO,
    };
    const before = declaration({ status: 'COVERED', kinds: [kind] });
    const now = recalculated(before, {
      payable: new Map([['IMPORT_VAT', tenge('50')]]),
      smallRemainderLimit: LIMIT,
    });
    expect(now.kinds[0]?.money).toEqual([
      { purpose: 'IMPORT_VAT', amount: tenge('40') },
      { purpose: 'ADVANCE', amount: tenge('10') },
    ]);
    expect(differencePostings(before, now).map(({ type, lines }) => [type, lines.length])).toEqual([
      ['LIABILITY_REVERSED', 2],
    ]);
  });

  it('never lower a charge that is paid, before release or after (R-PAY-012)', () => {
    const charge: KindOfLiability = {
      kind: 'CHARGE_DECLARATION',
      payable: tenge('20000'),
      money: [{ purpose: 'ADVANCE', amount: tenge('20000') }],
      guarantee: Money.ZERO,
      smallRemainder: Money.ZERO,
    };
    const paid = declaration({ status: 'COVERED', kinds: [charge] });
    const lower = new Map([['CHARGE_DECLARATION' as const, tenge('15000')]]);
    expect(recalculated(paid, { payable: lower, smallRemainderLimit: LIMIT }).kinds[0]?.payable).toEqual(
      tenge('20000'),
    );
    const released = declaration({ status: 'ENDED', released: true, kinds: [charge] });
    const lowered = loweredTo(tenge('15000'), standingOf(released, charge, [], Money.ZERO));
    expect(loweredSum(lowered)).toEqual(Money.ZERO);
    expect(afterLowering(released, charge, tenge('15000'), lowered)).toEqual(charge);
  });

  it('are lowered after release by what stands: no refund is given twice, nothing falls below zero', () => {
    const kind: KindOfLiability = {
      kind: 'IMPORT_VAT',
      payable: tenge('100'),
      money: [{ purpose: 'ADVANCE', amount: tenge('100') }],
      guarantee: Money.ZERO,
      smallRemainder: Money.ZERO,
    };
    const released = declaration({ status: 'ENDED', released: true, kinds: [kind] });
    const by = (takenBack: string, to: string) =>
      loweredSum(loweredTo(tenge(to), standingOf(released, kind, [], tenge(takenBack)))).toString();
    expect([by('0', '70'), by('20', '70'), by('30', '70'), by('100', '0'), by('0', '120')]).toEqual([
      '30.00',
      '10.00',
      '0.00',
      '0.00',
      '0.00',
    ]);
  });

  it.each([
    ['DECLARANT', 'PAYER'],
    ['CUSTOMS', 'CUSTOMS'],
  ] as const)(
    'missing after release are a debt due on the day of release, calculated by whom opened the adjustment: %s (R-PAY-043, R-PAY-239)',
    (openedBy, calculatedBy) => {
      const released = declaration({ status: 'ENDED', released: true, dueOn: '2026-03-12' });
      const payable = new Map([
        ['IMPORT_VAT' as const, tenge('4000')],
        ['CHARGE_DECLARATION' as const, tenge('20000')],
      ]);
      const { added, ended } = adjustedSums(released, payable, Money.ZERO);
      expect(ended).toEqual([]);
      expect(debtsOf(added, openedBy)).toEqual({
        calculatedBy,
        sums: [
          { kind: 'IMPORT_VAT', amount: tenge('4000'), dueOn: '2026-03-12' },
          { kind: 'CHARGE_DECLARATION', amount: tenge('20000'), dueOn: '2026-03-10' },
        ],
      });
    },
  );

  it('missing after release end where all that is unpaid makes at most EUR 5, charges never (R-PAY-018, R-PAY-069)', () => {
    const released = declaration({ status: 'ENDED', released: true, dueOn: '2026-03-12' });
    const payable = new Map([
      ['IMPORT_VAT' as const, tenge('2700')],
      ['CHARGE_DECLARATION' as const, tenge('1')],
    ]);
    const alone = adjustedSums(released, payable, Money.ZERO);
    expect(alone.ended.map(({ kind }) => kind)).toEqual(['IMPORT_VAT']);
    expect(alone.added.map(({ kind }) => kind)).toEqual(['CHARGE_DECLARATION']);
    expect(adjustedSums(released, payable, tenge('0.01')).ended).toEqual([]);
  });

  it('put off at most what is left of the duty, and are lowered there last', () => {
    const duty: KindOfLiability = {
      kind: 'IMPORT_DUTY',
      payable: tenge('100'),
      money: [{ purpose: 'IMPORT_DUTY', amount: tenge('30') }],
      guarantee: Money.ZERO,
      smallRemainder: Money.ZERO,
      deferred: tenge('70'),
    };
    const before = declaration({ status: 'COVERED', kinds: [duty] });
    const now = recalculated(before, {
      payable: new Map([['IMPORT_DUTY', tenge('80')]]),
      smallRemainderLimit: LIMIT,
    });
    expect(now.kinds[0]).toMatchObject({ money: [{ amount: tenge('30') }], deferred: tenge('50') });
    const released = declaration({ status: 'ENDED', released: true, kinds: [duty] });
    const lowered = loweredTo(tenge('60'), standingOf(released, duty, [], Money.ZERO));
    expect(lowered).toMatchObject({ money: [{ amount: tenge('30') }], deferred: tenge('10') });
    expect(afterLowering(released, duty, tenge('60'), lowered)).toMatchObject({
      payable: tenge('60'),
      money: [],
      deferred: tenge('60'),
    });
  });

  it('are not lowered twice where release left them as a debt, or a broken deferral made one', () => {
    const vat: KindOfLiability = {
      kind: 'IMPORT_VAT',
      payable: tenge('100'),
      money: [],
      guarantee: Money.ZERO,
      smallRemainder: Money.ZERO,
    };
    const released = declaration({ status: 'ENDED', released: true, kinds: [vat] });
    const debt = { document: released.declarationNumber, amount: tenge('100'), unpaid: tenge('100') };
    const left = loweredTo(
      tenge('40'),
      standingOf(released, vat, [{ ...debt, kind: 'IMPORT_VAT' }], Money.ZERO),
    );
    expect(left).toMatchObject({ open: Money.ZERO, debts: [{ amount: tenge('60') }] });
    const duty: KindOfLiability = { ...vat, kind: 'IMPORT_DUTY', deferred: tenge('100') };
    const broken = loweredTo(
      tenge('40'),
      standingOf(released, duty, [{ ...debt, kind: 'IMPORT_DUTY' }], Money.ZERO),
    );
    expect(broken).toMatchObject({ deferred: Money.ZERO, debts: [{ amount: tenge('60') }] });
  });

  it("come from the declarant's own entry where the adjustment bears the declaration's number and version (R-PAY-116)", () => {
    const number = adjustmentNumber('55302/100326/0000001', 2);
    expect(number).toBe('55302/100326/0000001/2');
    expect(isPayerEntrySource(number)).toBe(true);
    for (const other of [
      '55302/100326/0000001/0',
      '55302/100326/0000001/',
      'ACT/2026/7',
      '55302/100326/1/2',
    ]) {
      expect(isPayerEntrySource(other)).toBe(false);
    }
  });
});
