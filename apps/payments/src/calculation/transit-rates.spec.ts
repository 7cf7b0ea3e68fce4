import { placeOfTransitDebt } from './transit-rates.js';

describe('Goods in transit', () => {
  it('that are found in another member state bear its taxes, payable there (R-PAY-045)', () => {
    expect(placeOfTransitDebt('RU')).toEqual({ taxRatesOf: 'RU', payableIn: 'RU' });
  });

  it('that are found nowhere else stay a debt of Kazakhstan (R-PAY-045)', () => {
    expect(placeOfTransitDebt(undefined)).toEqual({ taxRatesOf: 'KZ', payableIn: 'KZ' });
  });
});
