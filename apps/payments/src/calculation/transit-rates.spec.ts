import { calculated, code, declaration, exact, inTenge, item, refusalCodes } from './calculation.fixture.js';
import { placeOfTransitDebt } from './transit-rates.js';

describe('Goods in transit', () => {
  const transit = { procedure: '80' } as const;

  it('that are found in another member state bear its taxes, payable there (R-PAY-045)', () => {
    expect(placeOfTransitDebt('RU')).toEqual({ taxRatesOf: 'RU', payableIn: 'RU' });
    const found = calculated(declaration([item()], { ...transit, foundIn: 'RU' }));
    // Duty by the common tariff; VAT of Russia, 20 % of 5,720,000, instead of 12 %.
    expect(found.lines.map(({ kind, contingent }) => [kind, contingent?.amount.toString()])).toEqual([
      ['IMPORT_DUTY', '520000.00'],
      ['IMPORT_VAT', '1144000.00'],
      ['CHARGE_DECLARATION', undefined],
    ]);
    expect(found.payableIn).toBe('RU');
  });

  it('that are found nowhere else stay a debt of Kazakhstan (R-PAY-045)', () => {
    expect(placeOfTransitDebt(undefined)).toEqual({ taxRatesOf: 'KZ', payableIn: 'KZ' });
    const nowhere = calculated(declaration([item()], transit));
    expect(nowhere.lines[1]?.contingent?.amount.toString()).toBe('686400.00');
    expect(nowhere.payableIn).toBe('KZ');
  });

  it('are not calculated by the excise of Kazakhstan where that of the other state is not loaded', () => {
    const beer = item({
      commodityCode: code('2203000100'),
      customsValue: inTenge('200000'),
      quantities: [{ unit: 'LTR', amount: exact(10) }],
    });
    expect(refusalCodes(declaration([beer], { ...transit, foundIn: 'BY' }))).toEqual([
      'MEMBER_STATE_TAXES_MISSING',
    ]);
    const before = { kind: 'ORDINARY', registeredOn: '2018-09-03' } as const;
    expect(refusalCodes(declaration([item()], { ...transit, foundIn: 'RU', rateBasis: before }))).toEqual([
      'MEMBER_STATE_TAXES_MISSING',
    ]);
  });
});
