import { ExciseRates, LegalParameters, Tariff } from '@shekara/reference-data';
import { calculate } from './calculation.js';
import {
  code,
  declaration,
  exact,
  inTenge,
  item,
  parameterRows,
  reference,
  REGISTERED,
} from './calculation.fixture.js';
import type { PaymentReference } from './declaration-for-calculation.js';

const NEXT_DAY = '2025-09-03';
const BEER = '2203000100';
const beer = item({
  commodityCode: code(BEER),
  customsValue: inTenge('1000000'),
  quantities: [{ unit: 'LTR', amount: exact(100) }],
});
const tariff = (percent: number, validFrom: string) => ({
  ...{ name: validFrom, decision: 'fixture', validFrom },
  rows: [{ code: BEER, rate: { kind: 'AD_VALOREM', adValoremPercent: exact(percent) } as const }],
});
const excise = { prefix: '2203', goods: 'beer', perQuantity: exact(1), unit: 'LTR', source: 'fixture' };
const unchanged: PaymentReference = { ...reference, tariff: new Tariff([tariff(7, '2025-01-01')]) };

const ratesOn = (registeredOn: string, sources: PaymentReference) => {
  const of = declaration([beer], { rateBasis: { kind: 'ORDINARY', registeredOn } });
  const calculation = calculate(of, sources);
  if (!calculation.accepted) throw new Error(calculation.reasons.map((reason) => reason.code).join());
  return new Map(calculation.lines.map(({ kind, rate }) => [kind, JSON.stringify(rate)]));
};
/** The kinds that have another rate on the next day, from which the changed source gives one. */
const changedBy = (changed: Partial<PaymentReference>) => {
  const sources = { ...unchanged, ...changed };
  const before = ratesOn(REGISTERED, sources);
  return [...ratesOn(NEXT_DAY, sources)]
    .filter(([kind, rate]) => before.get(kind) !== rate)
    .map(([kind]) => kind);
};

describe('Where the rates of an import come from (art. 126.2, 126.4)', () => {
  it('is the common tariff for the duty, by its dates (R-PAY-044)', () => {
    expect(changedBy({})).toEqual([]);
    const twice = new Tariff([tariff(7, '2025-01-01'), tariff(9, NEXT_DAY)]);
    expect(changedBy({ tariff: twice })).toEqual(['IMPORT_DUTY']);
  });

  it('is tax law for excise and VAT, by its dates (R-PAY-044)', () => {
    const exciseRates = new ExciseRates([
      { ...excise, kztAmount: exact(57), validFrom: '2025-01-01', validTo: REGISTERED },
      { ...excise, kztAmount: exact(60), validFrom: NEXT_DAY },
    ]);
    expect(changedBy({ exciseRates })).toEqual(['IMPORT_EXCISE']);
    const vat = parameterRows.find(
      ({ name, validFrom, validTo = NEXT_DAY }) =>
        name === 'VAT_RATE_PERCENT' && validFrom <= REGISTERED && REGISTERED <= validTo,
    );
    if (!vat) throw new Error('no VAT rate in the shipped parameters');
    const parameters = new LegalParameters([
      ...parameterRows.filter((row) => row !== vat),
      { ...vat, validTo: REGISTERED },
      { ...vat, value: exact(13), validFrom: NEXT_DAY },
    ]);
    expect(changedBy({ parameters })).toEqual(['IMPORT_VAT']);
  });
});
