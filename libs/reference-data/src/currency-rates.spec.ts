import { Exact } from '@shekara/kernel';
import { CurrencyRates, importCurrencyRatesCsv } from './currency-rates.js';

function ratesOf(...lines: string[]): CurrencyRates {
  const imported = importCurrencyRatesCsv(['currency,date,kzt_per_unit,source', ...lines].join('\n'));
  if (!imported.ok) throw new Error(JSON.stringify(imported.badLines));
  return new CurrencyRates(imported.rows);
}

describe('currency rates', () => {
  const rates = ratesOf(
    'USD,2025-09-03,530.00,test',
    'USD,2025-09-02,520.00,test',
    'EUR,2025-09-02,600.00,test',
    'USD,2025-08-29,519.1234,test',
  );
  const usd = (on: string) => rates.find('USD', on)?.kztPerUnit.toFixed(4);

  it('gives the rate of the day itself, not of the day before or after', () => {
    expect(usd('2025-09-02')).toBe('520.0000');
    expect(usd('2025-09-03')).toBe('530.0000');
  });

  it('keeps the last rate in force over days off', () => {
    expect(usd('2025-08-30')).toBe('519.1234');
    expect(usd('2025-09-01')).toBe('519.1234');
  });

  it('gives no rate before the first, nor one older than 14 days', () => {
    expect(usd('2025-08-28')).toBeUndefined();
    expect(usd('2025-09-17')).toBe('530.0000');
    expect(usd('2025-09-18')).toBeUndefined();
  });

  it('does not lend the rate of one currency to another', () => {
    expect(rates.find('EUR', '2025-09-03')?.kztPerUnit.toFixed()).toBe('600');
    expect(rates.find('GBP', '2025-09-03')).toBeUndefined();
  });

  it('takes the tenge as one', () => {
    expect(rates.find('KZT', '1999-01-01')?.kztPerUnit.toFixed()).toBe('1');
  });

  it('lists every bad line of a file', () => {
    const imported = importCurrencyRatesCsv(
      'currency,date,kzt_per_unit,source\nKZT,2025-09-02,1,x\nUSD,2025-02-29,1,x\nUSD,2025-09-02,0,x\nEUR,2025-09-02,1,\nRUB,2025-09-02,6.60,x\nRUB,2025-09-02,6.61,x',
    );
    expect(imported.ok ? [] : imported.badLines.map((bad) => bad.line)).toEqual([2, 3, 4, 5, 7]);
  });

  it('refuses two rates of a currency for one day', () => {
    expect(() => ratesOf('USD,2025-09-02,520.00,a', 'USD,2025-09-02,521.00,b')).toThrow('repeats line 2');
    const row = rates.find('USD', '2025-09-02');
    if (!row) throw new Error('no rate');
    expect(() => new CurrencyRates([row, row])).toThrow('two rates of USD');
  });

  it('takes a rate that is published while the service runs, in its place among the others', () => {
    const live = ratesOf('USD,2025-09-01,519.00,example', 'USD,2025-09-03,530.00,example');
    const publish = (date: string, figure: string) => {
      live.publish({ currency: 'USD', date, kztPerUnit: new Exact(figure), source: 'National Bank' });
    };
    publish('2025-09-02', '520.00');
    publish('2025-09-03', '531.00');
    publish('2025-09-03', '531.00');
    const found = ['2025-09-01', '2025-09-02', '2025-09-03'].map((on) =>
      live.find('USD', on)?.kztPerUnit.toFixed(),
    );
    expect(found).toEqual(['519', '520', '531']);
  });
});
