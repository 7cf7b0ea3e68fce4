import { Money } from '@shekara/kernel';
import { LegalParameters } from '@shekara/reference-data';
import { calculate } from './calculation.js';
import type { DeclarationForCalculation, ItemForCalculation } from './declaration-for-calculation.js';
import {
  REGISTERED,
  code,
  currency,
  exact,
  reference,
  item,
  declaration,
  calculated,
  payable,
  refusalCodes,
  inTenge,
  parameterRows,
} from './calculation.fixture.js';

describe('The payment calculation of a goods declaration', () => {
  it('gives the sums of worked case 1 and keeps the kinds apart (R-PAY-001, R-PAY-036, F-01, F-04, F-05)', () => {
    expect(payable(declaration([item()]))).toEqual({
      IMPORT_DUTY: '520000.00',
      IMPORT_VAT: '686400.00',
      CHARGE_DECLARATION: '20000.00',
    });
  });

  it('takes every rate of the registration day, not of a later day (R-PAY-039, worked case 1)', () => {
    const sums = calculated(declaration([item()]));
    expect(sums.rateDate).toBe(REGISTERED);
    expect(sums.customsValue.toFixed(2)).toBe('5200000.00');
    for (const line of sums.lines.filter(({ exchangeRates }) => exchangeRates.length > 0)) {
      expect(
        line.exchangeRates.map((rate) => [rate.currency, rate.kztPerUnit.toString(), rate.date]),
      ).toEqual([['USD', '520', REGISTERED]]);
    }
    const nextDay = declaration([item()], { rateBasis: { kind: 'ORDINARY', registeredOn: '2025-09-03' } });
    expect(payable(nextDay)).toMatchObject({ IMPORT_DUTY: '1060000.00' });
  });

  it.each([
    ['0101291000', '720000.00', 'F-02: 2,000 kg x 0.60 EUR x 600'],
    ['0101299000', '720000.00', 'F-03 MAX: the specific part is higher than 15 % of 3,000,000'],
    ['0101300000', '1170000.00', 'F-03 SUM: 450,000 and 720,000'],
  ])('uses the rate type of the tariff line %s: %s (R-PAY-037, %s)', (commodityCode, duty) => {
    const goods = item({ commodityCode: code(commodityCode), customsValue: inTenge('3000000') });
    expect(payable(declaration([goods]))).toMatchObject({ IMPORT_DUTY: duty });
  });

  it('takes the percentage of a combined rate where that is higher (R-PAY-037)', () => {
    const goods = item({ commodityCode: code('0101299000'), customsValue: inTenge('10000000') });
    expect(payable(declaration([goods]))).toMatchObject({ IMPORT_DUTY: '1500000.00' });
  });

  it('weighs primary packing only where the goods cannot be parted from it and are sold in it (R-PAY-038)', () => {
    const dutyWith = (inseparableAtRetail: boolean) =>
      payable(
        declaration([
          item({
            commodityCode: code('0101291000'),
            primaryPacking: { weightKg: exact(100), inseparableAtRetail },
          }),
        ]),
      )['IMPORT_DUTY'];
    expect(dutyWith(false)).toBe('720000.00');
    expect(dutyWith(true)).toBe('756000.00');
  });

  it('takes VAT on customs value, duty and excise (F-04)', () => {
    const beer = item({
      commodityCode: code('2203000100'),
      customsValue: inTenge('200000.01'),
      quantities: [{ unit: 'LTR', amount: exact('33.333') }],
    });
    // Duty 33.333 / 100 x 0.60 x 600 = 119.9988; excise 33.333 x 57 = 1,899.981; VAT 12 % of 202,019.9898.
    expect(payable(declaration([beer]))).toEqual({
      IMPORT_DUTY: '120.00',
      IMPORT_EXCISE: '1899.98',
      IMPORT_VAT: '24242.40',
      CHARGE_DECLARATION: '20000.00',
    });
  });

  it('rounds half up once per item and kind, and takes the unrounded duty into the VAT base (settled question 7)', () => {
    // Duty 20,000.004 is 20,000.00; VAT 12 % of 220,000.044 is 26,400.00528; of a rounded duty it would be 26,400.00.
    const goods = declaration([item({ customsValue: inTenge('200000.04') })]);
    expect(payable(goods)).toMatchObject({ IMPORT_DUTY: '20000.00', IMPORT_VAT: '26400.01' });
    const halfTiyn = declaration([item({ customsValue: inTenge('200000.05') })]);
    expect(payable(halfTiyn)).toMatchObject({ IMPORT_DUTY: '20000.01' });
    const twice = declaration([1, 2].map((number) => item({ number, customsValue: inTenge('200000.04') })));
    expect(payable(twice)).toMatchObject({ IMPORT_DUTY: '40000.00', IMPORT_VAT: '52800.02' });
  });

  it('converts at the rate of that same day, and without a declaration at that of the payment day (R-PAY-040)', () => {
    const usd = (rateBasis: DeclarationForCalculation['rateBasis']) =>
      calculated(declaration([item()], { rateBasis })).lines.flatMap(({ exchangeRates }) =>
        exchangeRates.map((rate) => `${rate.currency} ${rate.kztPerUnit.toString()} ${rate.date}`),
      );
    expect(new Set(usd({ kind: 'ORDINARY', registeredOn: REGISTERED }))).toEqual(
      new Set([`USD 520 ${REGISTERED}`]),
    );
    expect(new Set(usd({ kind: 'WITHOUT_DECLARATION', paidOn: '2025-09-03' }))).toEqual(
      new Set(['USD 530 2025-09-03']),
    );
  });

  it('charges no more for a list of goods under one code than for one of them (R-PAY-016)', () => {
    const listed = Array.from({ length: 60 }, (_, index) => item({ number: index + 1 }));
    const chargesOf = (items: ItemForCalculation[]) =>
      calculated(declaration(items)).lines.filter(({ kind }) => kind.startsWith('CHARGE_'));
    expect(chargesOf(listed).map(({ payable: sum }) => sum.toString())).toEqual(['20000.00']);
    expect(chargesOf(listed)).toEqual(chargesOf([item()]));
  });

  it('charges one declaration charge, however many items, by the dated rate of reference data (R-PAY-005)', () => {
    const items = [1, 2, 3].map((number) => item({ number }));
    expect(payable(declaration(items))['CHARGE_DECLARATION']).toBe('20000.00');
    const [charge] = parameterRows.filter(({ name }) => name === 'DECLARATION_FEE');
    if (!charge) throw new Error('no charge in the shipped parameters');
    const parameters = new LegalParameters([
      ...parameterRows.filter(({ name }) => name !== 'DECLARATION_FEE'),
      { ...charge, validTo: REGISTERED },
      { ...charge, value: Money.ofTenge('25000'), validFrom: '2025-09-03', validTo: undefined },
    ]);
    const chargeOn = (registeredOn: string) => {
      const of = declaration(items, { rateBasis: { kind: 'ORDINARY', registeredOn } });
      const calculation = calculate(of, { ...reference, parameters });
      return calculation.accepted ? calculation.payable.get('CHARGE_DECLARATION')?.toString() : undefined;
    };
    expect(chargeOn(REGISTERED)).toBe('20000.00');
    expect(chargeOn('2025-09-03')).toBe('25000.00');
  });

  it('leaves a relieved charge unpaid, but not duties and taxes (R-PAY-021)', () => {
    const feeRelief = { type: 'FeeRelieved', ground: 'FEE_GRANT' } as const;
    expect(payable(declaration([item()], { feeRelief }))).toEqual({
      IMPORT_DUTY: '520000.00',
      IMPORT_VAT: '686400.00',
      CHARGE_DECLARATION: '0.00',
    });
  });

  it('names base, rate, day, article and rule on every line', () => {
    const [duty, vat, charge] = calculated(declaration([item()])).lines;
    expect(duty).toMatchObject({ item: 1, article: 'art. 124.2', rule: 'R-PAY-037', rateDate: REGISTERED });
    expect(duty?.base.value?.toString()).toBe('5200000');
    expect(vat?.base.value?.toString()).toBe('5720000');
    expect(charge).toMatchObject({ article: 'art. 116', rule: 'R-PAY-005' });
  });

  it('refuses with every reason of every item at once', () => {
    const items = [
      item({ commodityCode: code('9999999999') }),
      item({ commodityCode: code('2203000100') }),
      item({ customsValue: { amount: exact(1), currency: currency('XTS') } }),
      item({ netWeightKg: exact(-1) }),
    ];
    expect(refusalCodes(declaration(items))).toEqual([
      'TARIFF_CODE_WITHOUT_RATE',
      'RATE_QUANTITY_MISSING',
      'RATE_QUANTITY_MISSING',
      'EXCHANGE_RATE_MISSING',
      'RATE_BASE_NEGATIVE',
    ]);
    expect(refusalCodes(declaration([item()], { procedure: '78' }))).toEqual(['PROCEDURE_NEEDS_ASSESSMENT']);
    expect(
      refusalCodes(declaration([item({ commodityCode: code('0101291000'), netWeightKg: exact(0) })])),
    ).toEqual(['RATE_QUANTITY_MISSING']);
  });
});
