/** The sums of the worked cases of the law on customs procedures: duty 5 percent (10 for case 10), VAT 12, in 2026. */
import { Exact, Money } from '@shekara/kernel';
import { ExportDuties, type ImportDutyRate, LegalParameters, Tariff } from '@shekara/reference-data';
import {
  code,
  declaration,
  exact,
  inTenge,
  item,
  parameterRows,
  reference,
} from '../calculation/calculation.fixture.js';
import type {
  DeclarationForCalculation,
  ItemForCalculation,
  PaymentReference,
} from '../calculation/declaration-for-calculation.js';
import { calculate, type PaymentsCalculated } from '../calculation/calculation.js';
import { monthsTouched } from '../obligation/special-sums.js';
import { isCharge } from '../payment-kind.js';
import type { EarlierProcedure } from './earlier-procedure.js';

const DAY = '2026-02-02';
const percent = (value: number): ImportDutyRate => ({ kind: 'AD_VALOREM', adValoremPercent: exact(value) });
const MACHINE = code('8483402100');
const METAL = code('7403110000');
const vat = parameterRows.filter(
  ({ name, validFrom }) => name === 'VAT_RATE_PERCENT' && validFrom <= '2010-07-01',
);
const law: PaymentReference = {
  ...reference,
  currencyRates: {
    find: (currency: string, date: string) => ({
      currency,
      date,
      kztPerUnit: new Exact(600),
      source: 'fixture',
    }),
  },
  parameters: new LegalParameters([
    ...parameterRows.filter(({ name }) => name !== 'VAT_RATE_PERCENT'),
    ...vat.map((row) => ({ ...row, validTo: undefined })),
  ]),
  tariff: new Tariff([
    {
      name: 'worked cases',
      decision: 'fixture',
      validFrom: '2020-01-01',
      rows: [
        { code: MACHINE, rate: percent(5) },
        { code: METAL, rate: percent(10) },
      ],
    },
  ]),
  exportDuties: new ExportDuties(
    [{ prefix: '7403', goods: 'copper', validFrom: '2020-01-01', source: 'fixture' }],
    [
      { prefix: '7403', rate: percent(5), validFrom: '2020-01-01', validTo: '2026-05-31', source: 'fixture' },
      { prefix: '7403', rate: percent(8), validFrom: '2026-06-01', source: 'fixture' },
    ],
  ),
};

function calculated(
  goods: Partial<ItemForCalculation>,
  changes: Partial<DeclarationForCalculation> & { registeredOn?: string },
): PaymentsCalculated {
  const { registeredOn = DAY, ...of } = changes;
  const items = [item({ commodityCode: MACHINE, customsValue: inTenge('40000000'), ...goods })];
  const calculation = calculate(
    declaration(items, { rateBasis: { kind: 'ORDINARY', registeredOn }, ...of }),
    law,
  );
  if (!calculation.accepted) throw new Error(calculation.reasons.map((reason) => reason.code).join());
  return calculation;
}

/** Duties and taxes in sum. */
function total(...of: Parameters<typeof calculated>): string {
  const payable = [...calculated(...of).payable].filter(([kind]) => !isCharge(kind));
  return Money.sum(payable.map(([, amount]) => amount)).toString();
}

const stay = (first: string, last: string) => ({
  procedure: '53',
  registeredOn: first,
  temporaryImport: { exemption: 'PARTIAL', months: monthsTouched(first, last) } as const,
});

describe('The worked cases of customs procedures', () => {
  it('case 1: five months of temporary import are 1,056,000.00, four days over a month end two months (R-PRC-167)', () => {
    expect(total({}, { procedure: '40' })).toBe('7040000.00');
    expect(total({}, stay('2026-02-02', '2026-06-10'))).toBe('1056000.00');
    expect(total({}, stay('2026-01-30', '2026-02-02'))).toBe('422400.00');
  });

  it('case 2: paid by three months, 633,600.00 of them before release (F-PRC-02)', () => {
    expect(total({}, stay('2026-02-02', '2026-04-30'))).toBe('633600.00');
  });

  it('case 8: A, who paid the parts, owes 5,984,000.00, and B, who did not, 7,040,000.00 (R-PRC-177, R-PRC-178)', () => {
    const [A, B] = ['980540000397', '050640001236'];
    const imported = (declarant: string): EarlierProcedure => ({
      kind: 'TEMPORARY_IMPORT',
      registeredOn: DAY,
      declarant,
      partsPaid: [
        { by: A, kind: 'IMPORT_DUTY', amount: Money.ofTenge('300000') },
        { by: A, kind: 'IMPORT_VAT', amount: Money.ofTenge('756000') },
      ],
    });
    const released = { procedure: '40', registeredOn: '2026-06-10' };
    for (const previousProcedure of ['53', '70'])
      expect(total({ previousProcedure, earlier: imported(A) }, released)).toBe('5984000.00');
    expect(total({ previousProcedure: '53', earlier: imported(B) }, released)).toBe('7040000.00');
  });

  it('case 10: 20 t of products hold 25 t of 100 t and cost 1,740,000.00 (R-PRC-107)', () => {
    const earlier: EarlierProcedure = {
      kind: 'INSIDE_PROCESSING_PRODUCTS',
      registeredOn: DAY,
      placed: {
        commodityCode: METAL,
        quantity: exact(100),
        unit: 'TNE',
        customsValue: exact(30_000_000),
        netWeightKg: exact(100_000),
      },
      productQuantity: exact(20),
      yieldNorm: exact('0.80'),
    };
    const released = { procedure: '40', registeredOn: '2026-06-10' };
    expect(total({ previousProcedure: '51', earlier }, released)).toBe('1740000.00');
  });

  it('case 14: a repair abroad for 6,000,000.00 costs 1,020,000.00 and no excise; a free one is re-imported for nothing (R-PRC-125, R-PRC-128)', () => {
    const earlier: EarlierProcedure = {
      kind: 'OUTSIDE_PROCESSING_PRODUCTS',
      repaired: true,
      costOfProcessing: exact(6_000_000),
      valueSentOut: exact(25_000_000),
    };
    const repaired = { previousProcedure: '21', customsValue: inTenge('30000000'), earlier };
    expect(total(repaired, { procedure: '40' })).toBe('1020000.00');
    expect(total({ previousProcedure: '21' }, { procedure: '60' })).toBe('0.00');
  });

  it('case 15: sold abroad, goods of outside processing take its export duty, goods of temporary export that of the export (R-PRC-130, R-PRC-189)', () => {
    const exported = { procedure: '10', registeredOn: '2026-06-10' };
    const metal = { commodityCode: METAL, customsValue: inTenge('1000000') };
    const earlier = { kind: 'OUTSIDE_PROCESSING_GOODS', registeredOn: DAY } as const;
    expect(total({ ...metal, previousProcedure: '21', earlier }, exported)).toBe('50000.00');
    expect(total({ ...metal, previousProcedure: '23' }, exported)).toBe('80000.00');
  });
});
