import { readFileSync } from 'node:fs';
import { Exact, Money } from '@shekara/kernel';
import { importLegalParametersCsv, LEGAL_PARAMETER_UNITS, LegalParameters } from './legal-parameters.js';
import type { LegalParameterRow } from './legal-parameters.js';

const SHIPPED = readFileSync(new URL('../data/legal-parameters.csv', import.meta.url), 'utf8');

function rowsOf(text: string): readonly LegalParameterRow[] {
  const imported = importLegalParametersCsv(text);
  if (!imported.ok) throw new Error(JSON.stringify(imported.badLines));
  return imported.rows;
}

describe('legal parameters', () => {
  const parameters = new LegalParameters(rowsOf(SHIPPED));

  it('changes the VAT rate from 12 to 16 percent with the year 2026', () => {
    expect(parameters.get('VAT_RATE_PERCENT', '2025-12-31').toFixed()).toBe('12');
    expect(parameters.get('VAT_RATE_PERCENT', '2026-01-01').toFixed()).toBe('16');
  });

  it('takes the monthly calculation index of the budget year', () => {
    const index = (on: string) => parameters.get('MONTHLY_CALCULATION_INDEX', on).toString();
    expect([index('2024-12-31'), index('2025-01-01'), index('2026-06-01')]).toEqual([
      '3692.00',
      '3932.00',
      '4325.00',
    ]);
  });

  it('types each value by its unit: tenge as money, percents exact, terms as whole numbers', () => {
    const fee: Money = parameters.get('DECLARATION_FEE', '2025-09-02');
    expect(fee).toBeInstanceOf(Money);
    const multiplier = parameters.get('PENALTY_INTEREST_MULTIPLIER', '2025-09-02');
    expect(multiplier.times(2).toFixed()).toBe('5');
    const hours: number = parameters.get('NON_DELIVERY_ALERT_HOURS', '2025-09-02');
    expect(hours).toBe(24);
  });

  it('reads the rate of the declaration charge from dated rows, none being in code (R-PAY-005)', () => {
    const raised = SHIPPED.replace(
      /^DECLARATION_FEE,.*$/m,
      'DECLARATION_FEE,20000,KZT,2010-07-01,2025-12-31,test\nDECLARATION_FEE,21500.50,KZT,2026-01-01,,test',
    );
    const changed = new LegalParameters(rowsOf(raised));
    expect(changed.get('DECLARATION_FEE', '2025-12-31').toString()).toBe('20000.00');
    expect(changed.get('DECLARATION_FEE', '2026-01-01').toString()).toBe('21500.50');
  });

  it('gives the rows of a span in order, so that a change of the refinancing rate splits it', () => {
    const split = parameters.rowsBetween('REFINANCING_RATE_PERCENT', '2025-12-20', '2026-01-10');
    expect(split.map((row) => row.validFrom)).toEqual(['2024-01-01', '2026-01-01']);
    expect(parameters.rowsBetween('REFINANCING_RATE_PERCENT', '2025-09-03', '2025-09-16')).toHaveLength(1);
  });

  it('has a source and the right unit for every parameter', () => {
    for (const name of Object.keys(LEGAL_PARAMETER_UNITS) as (keyof typeof LEGAL_PARAMETER_UNITS)[]) {
      const row = parameters.row(name, '2025-09-02');
      expect(row).toMatchObject({ unit: LEGAL_PARAMETER_UNITS[name], source: expect.stringMatching(/./) });
    }
  });

  it('fails for a day that no row covers', () => {
    expect(() => parameters.get('VAT_RATE_PERCENT', '2009-01-01')).toThrow(
      'VAT_RATE_PERCENT has no value on 2009-01-01',
    );
  });

  it('refuses overlapping rows, a missing parameter, a wrong unit and an unknown name', () => {
    expect(
      () => new LegalParameters(rowsOf(SHIPPED + 'VAT_RATE_PERCENT,13,PERCENT,2025-06-01,,test\n')),
    ).toThrow('two rows on one day');
    expect(() => new LegalParameters(rowsOf(SHIPPED.replace(/^DECLARATION_FEE,.*\n/m, '')))).toThrow(
      'DECLARATION_FEE',
    );
    const imported = importLegalParametersCsv(
      'name,value,unit,valid_from,valid_to,source\nVAT_RATE,12,PERCENT,2025-01-01,,x\nVAT_RATE_PERCENT,12,KZT,2025-01-01,,x\nRELEASE_TERM,1.5,WORKING_DAYS,2025-01-01,,x\nDECLARATION_FEE,1.234,KZT,2025-01-01,,x\nRELEASE_TERM,1,WORKING_DAYS,2025-01-02,2025-01-01,x',
    );
    expect(imported.ok ? [] : imported.badLines.map((bad) => bad.line)).toEqual([2, 3, 4, 5, 6]);
  });

  it('takes a figure that is set while the service runs: from its day on, ending the one before', () => {
    const live = new LegalParameters(rowsOf(SHIPPED));
    const change = (validFrom: string, value: string) => {
      const name = 'REFINANCING_RATE_PERCENT';
      live.change({ name, unit: 'PERCENT', value: new Exact(value), validFrom, source: 'National Bank' });
    };
    change('2026-06-01', '14');
    change('2026-04-01', '15');
    change('2026-04-01', '15.25');
    const on = (day: string) => live.get('REFINANCING_RATE_PERCENT', day).toFixed();
    expect(['2026-03-31', '2026-04-01', '2026-05-31', '2026-06-01', '2030-01-01'].map(on)).toEqual([
      ...['16', '15.25', '15.25', '14', '14'],
    ]);
    expect(live.rowsBetween('REFINANCING_RATE_PERCENT', '2026-01-01', '2026-12-31')).toHaveLength(3);
  });
});
