import { importMemberStateVatCsv, MemberStateVat } from './member-state-vat.js';

function vat(...lines: string[]): MemberStateVat {
  const imported = importMemberStateVatCsv(['state,percent,valid_from,valid_to,source', ...lines].join('\n'));
  if (!imported.ok) throw new Error(JSON.stringify(imported.badLines));
  return new MemberStateVat(imported.rows);
}

describe('VAT of other member states', () => {
  const rates = vat('RU,20,2019-01-01,2025-12-31,x', 'RU,22,2026-01-01,,x');

  it('is that of the state and the day', () => {
    expect(rates.find('RU', '2025-12-31')?.toFixed()).toBe('20');
    expect(rates.find('RU', '2026-01-01')?.toFixed()).toBe('22');
    expect(rates.find('RU', '2018-12-31')).toBeUndefined();
    expect(rates.find('BY', '2026-01-01')).toBeUndefined();
  });

  it('does not stand twice on one day', () => {
    expect(() => vat('RU,20,2019-01-01,,x', 'RU,22,2026-01-01,,x')).toThrow('RU');
  });
});
