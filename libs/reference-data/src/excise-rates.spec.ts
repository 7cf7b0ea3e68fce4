import { ExciseRates, importExciseRatesCsv } from './excise-rates.js';

function ratesOf(...lines: string[]): ExciseRates {
  const imported = importExciseRatesCsv(
    ['prefix,goods,kzt_amount,per_quantity,unit,valid_from,valid_to,source', ...lines].join('\n'),
  );
  if (!imported.ok) throw new Error(JSON.stringify(imported.badLines));
  return new ExciseRates(imported.rows);
}

describe('excise rates', () => {
  const rates = ratesOf(
    '2402,tobacco,100,1,MIL,2024-01-01,,test',
    '240220,cigarettes,13700,1,MIL,2024-01-01,2024-12-31,test',
    '240220,cigarettes,15700,1,MIL,2025-01-01,,test',
  );

  it('takes the rate of the day', () => {
    expect(rates.find('2402209000', '2024-12-31')?.kztAmount.toFixed()).toBe('13700');
    expect(rates.find('2402209000', '2025-01-01')?.kztAmount.toFixed()).toBe('15700');
    expect(rates.find('2402209000', '2023-12-31')).toBeUndefined();
  });

  it('prefers the longest prefix of the code', () => {
    expect(rates.find('2402100000', '2025-01-01')?.goods).toBe('tobacco');
    expect(rates.find('2402209000', '2025-01-01')?.goods).toBe('cigarettes');
  });

  it('charges none on other goods', () => {
    expect(rates.find('2403110000', '2025-01-01')).toBeUndefined();
    expect(rates.find('0124020000', '2025-01-01')).toBeUndefined();
  });

  it('refuses two rates of a prefix on one day', () => {
    expect(() => ratesOf('2402,a,1,1,MIL,2024-01-01,,x', '2402,b,2,1,MIL,2025-01-01,,x')).toThrow('2402');
  });
});
