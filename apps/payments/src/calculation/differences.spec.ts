import { art, Exact, Money } from '@shekara/kernel';
import type { PaymentKind } from '../payment-kind.js';
import { type DeclaredPayment, differencesFrom } from './differences.js';
import { paymentLine } from './payment-line.js';

const line = (kind: PaymentKind, tenge: string, item?: number) =>
  paymentLine(
    {
      ...(item === undefined ? {} : { item }),
      kind,
      base: {},
      rate: { type: 'FIXED' },
      rateDate: '2025-09-02',
      exchangeRates: [],
      unrounded: new Exact(tenge),
    },
    { article: art(125, 1), rule: 'R-PAY-035' },
  );
const declared = (kind: PaymentKind, tenge: string, item?: number): DeclaredPayment => ({
  ...(item === undefined ? {} : { item }),
  kind,
  amount: Money.ofTenge(tenge),
});
const CALCULATED = [
  line('IMPORT_DUTY', '520000', 1),
  line('IMPORT_VAT', '686400', 1),
  line('CHARGE_DECLARATION', '20000'),
];

describe("The payer's own calculation beside that of customs (R-PAY-035)", () => {
  it('shows nothing where they agree', () => {
    const same = [
      declared('CHARGE_DECLARATION', '20000'),
      declared('IMPORT_VAT', '686400', 1),
      declared('IMPORT_DUTY', '520000', 1),
    ];
    expect(differencesFrom(same, CALCULATED)).toEqual([]);
  });

  it('shows each item and kind that differs, what is missing and what is too much', () => {
    const other = [
      declared('IMPORT_DUTY', '520000', 1),
      declared('IMPORT_VAT', '680000', 1),
      declared('IMPORT_DUTY', '1', 2),
    ];
    expect(
      differencesFrom(other, CALCULATED).map(({ item, kind, difference }) => [
        item,
        kind,
        difference.toString(),
      ]),
    ).toEqual([
      [1, 'IMPORT_VAT', '6400.00'],
      [undefined, 'CHARGE_DECLARATION', '20000.00'],
      [2, 'IMPORT_DUTY', '-1.00'],
    ]);
  });
});
