import { standardCalendar } from '@shekara/calendar';
import { type Decision, Money } from '@shekara/kernel';
import fc from 'fast-check';
import { PAYMENT_KINDS } from '../payment-kind.js';
import { isPaymentMistake, mistakeOfCharge } from '../payment-mistake.js';
import { openRefund, type PaidSum, type ProcedureRefund, type RefundClaim } from './refund-ground.js';

const calendar = standardCalendar();

function sum(kind: PaidSum['kind'], paid: string, payable = '0', changes: Partial<PaidSum> = {}): PaidSum {
  return { kind, paid: Money.ofTenge(paid), payable: Money.ofTenge(payable), ...changes };
}

const WITHDRAWN: RefundClaim = {
  ground: 'DECLARATION_WITHDRAWN',
  permitted: true,
  foreignGoodsReleased: false,
};
const CASE_1 = [
  sum('IMPORT_DUTY', '520000'),
  sum('IMPORT_VAT', '686400'),
  sum('CHARGE_DECLARATION', '20000'),
];
const DUTY_AND_TAX = CASE_1.slice(0, 2);

function open(claim: RefundClaim, sums: readonly PaidSum[] = DUTY_AND_TAX) {
  return openRefund(claim, sums, calendar);
}

function procedure(refund: ProcedureRefund, sums: readonly PaidSum[] = DUTY_AND_TAX) {
  return open({ ground: 'PROCEDURE_REFUND', procedure: refund }, sums);
}

function refundable(decision: ReturnType<typeof openRefund>): string {
  if (!decision.accepted) throw new Error(decision.reasons.map(({ code }) => code).join(', '));
  const amounts = decision.events.flatMap((event) =>
    event.type === 'RefundOpened' ? event.sums.map(({ amount }) => amount) : [],
  );
  return Money.sum(amounts).toString();
}

function codesOf(decision: Decision<unknown>): string[] {
  return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
}

describe('withdrawn declaration (art. 117, 155(1), 290)', () => {
  it('returns duties and taxes and keeps the charge (R-PAY-012, R-PAY-205, worked case 23)', () => {
    const decision = open(WITHDRAWN, CASE_1);
    expect(refundable(decision)).toBe('1206400.00');
    expect(decision).toMatchObject({
      events: [
        { ground: 'DECLARATION_WITHDRAWN', sums: [{ kind: 'IMPORT_DUTY' }, { kind: 'IMPORT_VAT' }] },
        {
          type: 'SumKept',
          kind: 'CHARGE_DECLARATION',
          reason: { code: 'FEE_NOT_REFUNDABLE', article: 'art. 117' },
        },
      ],
    });
  });

  it('refuses the charge alone (R-PAY-012)', () => {
    expect(codesOf(open(WITHDRAWN, CASE_1.slice(2)))).toEqual(['FEE_NOT_REFUNDABLE']);
  });

  it('is impossible after release of foreign goods, and without permission (R-PAY-205, worked case 23)', () => {
    const decision = open({ ...WITHDRAWN, permitted: false, foreignGoodsReleased: true });
    expect(codesOf(decision)).toEqual(['REFUND_CONDITION_UNMET', 'REFUND_CONDITION_UNMET']);
  });

  it('does not reach an escort charge', () => {
    expect(codesOf(open(WITHDRAWN, [sum('CHARGE_ESCORT', '100')]))).toEqual(['REFUND_KIND_OUTSIDE_GROUND']);
  });
});

describe('sums above what is payable (art. 153.1)', () => {
  it.each(['OVERPAID', 'OVER_COLLECTED'] as const)(
    '%s is what was taken above the sum payable of the kind (R-PAY-204)',
    (ground) => {
      const sums = [sum('IMPORT_DUTY', '520000', '500000'), sum('IMPORT_VAT', '600000', '600000')];
      const decision = open({ ground }, sums);
      expect(refundable(decision)).toBe('20000.00');
      expect(decision).toMatchObject({
        events: [{ ground }, { type: 'SumKept', reason: { code: 'NOTHING_TO_REFUND' } }],
      });
    },
  );

  it('returns of a charge only what was not due (R-PAY-012, R-PAY-013)', () => {
    expect(codesOf(open({ ground: 'OVERPAID' }, [sum('CHARGE_DECLARATION', '20000', '20000')]))).toEqual([
      'FEE_NOT_REFUNDABLE',
    ]);
    const mistake = mistakeOfCharge({ paidTwice: true, goodsExempt: false });
    expect(mistake).toBe('BANK_DUPLICATE');
    const twice = [sum('CHARGE_DECLARATION', '40000', '20000')];
    expect(refundable(open({ ground: 'MISTAKEN', mistake: mistake ?? 'OTHER_PAYMENT_MISTAKE' }, twice))).toBe(
      '20000.00',
    );
  });

  it('takes a charge for exempt goods as a mistake, and a due one as none (R-PAY-013)', () => {
    expect(mistakeOfCharge({ paidTwice: false, goodsExempt: true })).toBe('PAID_FOR_EXEMPT_GOODS');
    expect(mistakeOfCharge({ paidTwice: false, goodsExempt: false })).toBeUndefined();
    expect(isPaymentMistake('BANK_DUPLICATE')).toBe(true);
    expect(isPaymentMistake('toString')).toBe(false);
  });

  it('returns exactly what was taken above the sum payable of each kind (R-PAY-204)', () => {
    const line = fc.record({
      kind: fc.constantFrom(...PAYMENT_KINDS),
      paid: fc.bigInt(0n, 10n ** 10n).map((tiyn) => Money.ofTiyn(tiyn)),
      payable: fc.bigInt(0n, 10n ** 10n).map((tiyn) => Money.ofTiyn(tiyn)),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (sums) => {
        const decision = open({ ground: 'OVERPAID' }, sums);
        const excess = sums
          .map(({ paid, payable }) => paid.minus(payable))
          .filter((amount) => amount.isPositive());
        expect(decision.accepted).toBe(excess.length > 0);
        if (decision.accepted) expect(refundable(decision)).toBe(Money.sum(excess).toString());
      }),
    );
  });
});

describe('procedures that return what was paid (art. 155(4), 386.6, 397, 399, 401, 405)', () => {
  it('keeps the periodic sums of partial temporary import when the procedure is completed (R-PAY-193)', () => {
    const parts = [sum('IMPORT_DUTY', '288000', '0', { partOfTemporaryImport: true })];
    const decision = procedure({ of: 'EXPORT', procedureGivesRefund: true }, parts);
    expect(codesOf(decision)).toEqual(['TEMP_IMPORT_PART_NOT_REFUNDABLE']);
  });

  it('returns export duty on re-import within six months, the last day included (R-PAY-194)', () => {
    const sums = [sum('EXPORT_DUTY', '90000'), sum('IMPORT_VAT', '5')];
    const placed = (placedOn: string) =>
      procedure({ of: 'RE_IMPORT', exportedUnderProcedureOn: '2025-01-15', placedOn }, sums);
    expect(refundable(placed('2025-07-15'))).toBe('90000.00');
    expect(placed('2025-07-15')).toMatchObject({
      events: [{}, { kind: 'IMPORT_VAT', reason: { code: 'REFUND_KIND_OUTSIDE_GROUND' } }],
    });
    expect(codesOf(placed('2025-07-16'))).toEqual(['REFUND_TERM_OVER']);
  });

  it('returns import duty and taxes on re-export of faulty goods within a year, once exported (R-PAY-195)', () => {
    const reExport = { of: 'FAULTY_RE_EXPORT', releasedOn: '2024-09-10' } as const;
    expect(
      refundable(procedure({ ...reExport, placedOn: '2025-09-10', actuallyExportedOn: '2025-09-12' })),
    ).toBe('1206400.00');
    expect(codesOf(procedure({ ...reExport, placedOn: '2025-09-10' }))).toEqual(['REFUND_CONDITION_UNMET']);
    expect(codesOf(procedure({ ...reExport, placedOn: '2025-09-11' }))).toEqual([
      'REFUND_TERM_OVER',
      'REFUND_CONDITION_UNMET',
    ]);
  });

  it.each(['EXPORT', 'DESTRUCTION', 'ABANDONMENT'] as const)(
    'returns on %s only where the procedure provides it',
    (of) => {
      expect(codesOf(procedure({ of, procedureGivesRefund: false }))).toEqual(['REFUND_CONDITION_UNMET']);
      expect(refundable(procedure({ of, procedureGivesRefund: true }))).toBe('1206400.00');
    },
  );
});

describe('other grounds (art. 96.3, 155, 331.5, 404.5)', () => {
  it('returns transit sums once the transit is completed (R-PAY-196, worked case 25)', () => {
    const paid = [sum('IMPORT_DUTY', '4300000')];
    expect(codesOf(open({ ground: 'TRANSIT_COMPLETED_LATE' }, paid))).toEqual(['REFUND_CONDITION_UNMET']);
    expect(refundable(open({ ground: 'TRANSIT_COMPLETED_LATE', confirmedOn: '2025-11-03' }, paid))).toBe(
      '4300000.00',
    );
  });

  it('returns sums of goods not taken out once actual export is confirmed (R-PAY-207)', () => {
    expect(codesOf(open({ ground: 'RE_EXPORT_DONE_LATE' }))).toEqual(['REFUND_CONDITION_UNMET']);
    expect(refundable(open({ ground: 'RE_EXPORT_DONE_LATE', confirmedOn: '2025-11-03' }))).toBe('1206400.00');
  });

  it('returns the difference when a change between consumption and export lowers the sum (R-PAY-206)', () => {
    const lower = [sum('IMPORT_DUTY', '520000', '120000')];
    expect(refundable(open({ ground: 'PROCEDURE_CHANGED_LOWER', from: '40', to: '10' }, lower))).toBe(
      '400000.00',
    );
    const higher = [sum('IMPORT_DUTY', '120000', '520000')];
    expect(codesOf(open({ ground: 'PROCEDURE_CHANGED_LOWER', from: '40', to: '10' }, higher))).toEqual([
      'NOTHING_TO_REFUND',
    ]);
    expect(codesOf(open({ ground: 'PROCEDURE_CHANGED_LOWER', from: '40', to: '40' }, lower))).toEqual([
      'REFUND_CONDITION_UNMET',
    ]);
  });

  it('opens a refund for origin proved within a year of registration and for a relief granted as refund (R-PAY-209)', () => {
    const proved = (provedOn: string) =>
      open({ ground: 'ORIGIN_REGIME_RESTORED', registeredOn: '2024-09-10', provedOn }, [
        sum('IMPORT_DUTY', '9', '4'),
      ]);
    expect(refundable(proved('2025-09-10'))).toBe('5.00');
    expect(codesOf(proved('2025-09-11'))).toEqual(['REFUND_TERM_OVER']);
    expect(refundable(open({ ground: 'CONCESSION_AS_REFUND', granted: true }))).toBe('1206400.00');
    expect(codesOf(open({ ground: 'CONCESSION_AS_REFUND', granted: false }))).toEqual([
      'REFUND_CONDITION_UNMET',
    ]);
  });
});
