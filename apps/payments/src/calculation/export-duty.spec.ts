import { Money } from '@shekara/kernel';
import { ExportDuties, type ImportDutyRate } from '@shekara/reference-data';
import { code, declaration, exact, inTenge, item, reference, REGISTERED } from './calculation.fixture.js';
import type { DeclarationForCalculation, ItemForCalculation } from './declaration-for-calculation.js';
import { lineView } from './line-view.js';
import { calculate } from './calculation.js';

const percent = (value: number): ImportDutyRate => ({ kind: 'AD_VALOREM', adValoremPercent: exact(value) });
const perKg = { amount: exact('0.1'), currency: 'EUR', perQuantity: exact(1), unit: 'KGM' };
const rate = (prefix: string, rateOf: ImportDutyRate, validFrom = '2020-01-01', validTo?: string) => ({
  prefix,
  rate: rateOf,
  validFrom,
  source: 'Government, fixture',
  ...(validTo === undefined ? {} : { validTo }),
});
/** Scrap is listed for 2025; wool has a rate of the Government and was never listed; hides are listed without a rate. */
const exportDuties = new ExportDuties(
  [
    { prefix: '7204', goods: 'scrap', validFrom: '2025-01-01', validTo: '2025-09-02', source: 'fixture' },
    { prefix: '4101', goods: 'hides', validFrom: '2025-01-01', source: 'fixture' },
  ],
  [
    rate('7204', percent(15), '2020-01-01', '2025-06-30'),
    rate('7204', percent(20), '2025-07-01'),
    rate('720430', percent(5)),
    rate('720449', { kind: 'SPECIFIC', specific: perKg }),
    rate('5101', percent(10)),
  ],
);

function exported(goods: Partial<ItemForCalculation>, changes: Partial<DeclarationForCalculation> = {}) {
  const scrap = item({ commodityCode: code('7204100000'), customsValue: inTenge('1000000'), ...goods });
  const calculation = calculate(declaration([scrap], { procedure: '10', ...changes }), {
    ...reference,
    exportDuties,
  });
  if (!calculation.accepted) throw new Error(calculation.reasons.map((one) => one.code).join());
  return calculation;
}
const sums = (...of: Parameters<typeof exported>) =>
  Object.fromEntries([...exported(...of).payable].map(([kind, amount]) => [kind, amount.toString()]));
const dutyOf = (...of: Parameters<typeof exported>) => sums(...of)['EXPORT_DUTY'];

describe('Export (art. 318)', () => {
  it("bears the Government's rate of the day, of the most exact code, for goods on the list (R-PAY-044)", () => {
    expect(dutyOf({})).toBe('200000.00');
    expect(dutyOf({ commodityCode: code('7204300000') })).toBe('50000.00');
  });

  it("bears none off the Commission's list, nor without a rate of the Government (R-PAY-044)", () => {
    expect(dutyOf({ commodityCode: code('5101110000') })).toBeUndefined();
    expect(dutyOf({ commodityCode: code('4101201000') })).toBeUndefined();
    const nextDay = { rateBasis: { kind: 'ORDINARY', registeredOn: '2025-09-03' } } as const;
    expect(dutyOf({}, nextDay)).toBeUndefined();
  });

  it('owes the duty before release, no import duty and no taxes, and the declaration charge', () => {
    expect(sums({})).toEqual({ EXPORT_DUTY: '200000.00', CHARGE_DECLARATION: '20000.00' });
    expect(exported({}).trigger).toBe('EXPORT');
  });

  it('is measured and converted as import duty is (F-02)', () => {
    const weighed = item({ commodityCode: code('7204490000'), customsValue: inTenge('0') });
    expect(dutyOf(weighed)).toBe('120000.00');
  });

  it('is nothing for goods of Kazakhstan that leave for a free trade partner, whose line still shows the rate (R-PAY-026)', () => {
    const partner = ['AZ', 'GE', 'RS'].find((country) =>
      reference.preferences.isFreeTradePartner(country, REGISTERED),
    );
    if (partner === undefined) throw new Error('no free trade partner among the shipped origins');
    const [line] = exported({ origin: 'KZ' }, { destination: partner }).lines;
    expect(line && lineView(line)).toMatchObject({
      kind: 'EXPORT_DUTY',
      rate: '20 %',
      payable: '0.00',
      preference: 'PREF_FREE_TRADE_ZONE, 0',
    });
    expect(dutyOf({ origin: 'DE' }, { destination: partner })).toBe('200000.00');
    expect(dutyOf({ origin: 'KZ' }, { destination: 'DE' })).toBe('200000.00');
  });

  it('asks for the customs value where the duty is a part of it', () => {
    const scrap = item({ commodityCode: code('7204100000'), customsValue: inTenge('0') });
    const refused = calculate(declaration([scrap], { procedure: '10' }), { ...reference, exportDuties });
    expect(refused).toMatchObject({ reasons: [{ code: 'CUSTOMS_VALUE_MISSING' }] });
    expect(sums({ commodityCode: code('4101201000'), customsValue: inTenge('0') })).toEqual({
      CHARGE_DECLARATION: Money.ofTenge('20000').toString(),
    });
  });
});
