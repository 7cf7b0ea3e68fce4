import { type CommodityCode, Exact, parseCommodityCode } from '@shekara/kernel';
import type { ImportDutyRate } from '@shekara/reference-data';
import { exportDuty, exportDutyRate, type ExportDutyReference } from './export-duty.js';

const code = (text: string): CommodityCode => {
  const parsed = parseCommodityCode(text);
  if (!parsed) throw new Error(`bad fixture: ${text}`);
  return parsed;
};
const percent = (value: number): ImportDutyRate => ({
  kind: 'AD_VALOREM',
  adValoremPercent: new Exact(value),
});
/** Scrap is listed for 2025; wool has a rate of the Government and was never listed; hides are listed without a rate. */
const reference: ExportDutyReference = {
  list: [
    { prefix: '7204', validFrom: '2025-01-01', validTo: '2025-12-31', source: 'Commission, fixture' },
    { prefix: '4101', validFrom: '2025-01-01', source: 'Commission, fixture' },
  ],
  rates: [
    { prefix: '7204', rate: percent(15), validFrom: '2020-01-01', source: 'Government, fixture' },
    { prefix: '7204', rate: percent(20), validFrom: '2025-07-01', source: 'Government, fixture' },
    { prefix: '720430', rate: percent(5), validFrom: '2020-01-01', source: 'Government, fixture' },
    { prefix: '5101', rate: percent(10), validFrom: '2020-01-01', source: 'Government, fixture' },
  ],
};
const dutyOf = (goods: string, day: string) => {
  const rate = exportDutyRate(code(goods), day, reference);
  return rate && exportDuty(rate, new Exact(1_000_000), undefined).toString();
};

describe('Export duty (art. 126.3)', () => {
  it("is the Government's rate of the day, of the most exact code, for goods on the list (R-PAY-044)", () => {
    expect(dutyOf('7204100000', '2025-06-30')).toBe('150000');
    expect(dutyOf('7204100000', '2025-07-01')).toBe('200000');
    expect(dutyOf('7204300000', '2025-07-01')).toBe('50000');
  });

  it("is none off the Commission's list, before it or after it, and none without a rate of the Government (R-PAY-044)", () => {
    expect(dutyOf('5101110000', '2025-07-01')).toBeUndefined();
    expect(dutyOf('7204100000', '2024-12-31')).toBeUndefined();
    expect(dutyOf('7204100000', '2026-01-01')).toBeUndefined();
    expect(dutyOf('4101201000', '2025-07-01')).toBeUndefined();
  });

  it('of an amount per unit is measured and converted as import duty is (F-02)', () => {
    const perKg = { amount: new Exact('0.1'), currency: 'EUR', perQuantity: new Exact(1), unit: 'KGM' };
    const rate = { ...reference.rates[0], prefix: '7204', validFrom: '2025-01-01', source: 'fixture' };
    const exchangeRate = { currency: 'EUR', date: '2025-07-01', kztPerUnit: new Exact(600) };
    const base = { quantity: { amount: new Exact(2_000), unit: 'KGM' }, exchangeRate };
    const specific = { ...rate, rate: { kind: 'SPECIFIC', specific: perKg } } as const;
    expect(exportDuty(specific, new Exact(1), base).toString()).toBe('120000');
  });
});
