/** A declaration and the reference data of the worked cases. */
import { Exact, parseCommodityCode, parseCurrencyCode } from '@shekara/kernel';
import type { CommodityCode, CurrencyCode } from '@shekara/kernel';
import {
  CurrencyRates,
  ExciseRates,
  LEGAL_PARAMETER_UNITS,
  loadReferenceData,
  Tariff,
} from '@shekara/reference-data';
import type { ImportDutyRate, LegalParameterName } from '@shekara/reference-data';
import { calculate, type PaymentsCalculated } from './calculation.js';
import type {
  DeclarationForCalculation,
  ItemForCalculation,
  PaymentReference,
} from './declaration-for-calculation.js';

export const REGISTERED = '2025-09-02';
const shipped = loadReferenceData();

export const code = (text: string): CommodityCode => parseCommodityCode(text) ?? fail(text);
export const currency = (text: string): CurrencyCode => parseCurrencyCode(text) ?? fail(text);
function fail(text: string): never {
  throw new Error(`bad fixture: ${text}`);
}

export const exact = (text: string | number): Exact => new Exact(text);
const AD_VALOREM_10: ImportDutyRate = { kind: 'AD_VALOREM', adValoremPercent: exact(10) };
const perKg = { amount: exact('0.60'), currency: 'EUR', perQuantity: exact(1), unit: 'KGM' };
const RATES = {
  '0101210000': AD_VALOREM_10,
  '0101291000': { kind: 'SPECIFIC', specific: perKg },
  '0101299000': { kind: 'COMBINED_MIN', adValoremPercent: exact(15), specific: perKg },
  '0101300000': { kind: 'COMBINED_SUM', adValoremPercent: exact(15), specific: perKg },
  '2203000100': { kind: 'SPECIFIC', specific: { ...perKg, unit: 'LTR', perQuantity: exact(100) } },
} satisfies Record<string, ImportDutyRate>;

/** The fixtures of the worked cases: EUR 600, USD 520 (530 and 20 % duty the day after), VAT 12 %, charge 20,000. */
export const reference: PaymentReference = {
  tariff: new Tariff([
    {
      name: 'worked cases',
      decision: 'fixture',
      validFrom: '2025-01-01',
      rows: Object.entries(RATES).map(([number, rate]) => ({ code: number, rate })),
    },
    {
      name: 'the day after',
      decision: 'fixture',
      validFrom: '2025-09-03',
      rows: [{ code: '0101210000', rate: { kind: 'AD_VALOREM', adValoremPercent: exact(20) } }],
    },
  ]),
  currencyRates: new CurrencyRates([
    { currency: 'EUR', date: REGISTERED, kztPerUnit: exact(600), source: 'fixture' },
    { currency: 'USD', date: REGISTERED, kztPerUnit: exact(520), source: 'fixture' },
    { currency: 'EUR', date: '2025-09-03', kztPerUnit: exact(610), source: 'fixture' },
    { currency: 'USD', date: '2025-09-03', kztPerUnit: exact(530), source: 'fixture' },
  ]),
  exportDuties: shipped.exportDuties,
  memberStateVat: shipped.memberStateVat,
  preferences: shipped.preferences,
  exciseRates: new ExciseRates([
    {
      prefix: '2203',
      goods: 'beer',
      kztAmount: exact(57),
      perQuantity: exact(1),
      unit: 'LTR',
      source: 'fixture',
      validFrom: '2025-01-01',
    },
  ]),
  parameters: shipped.parameters,
};

export const shipment = { transportDocument: 'CMR 1', sender: 'Hans', recipient: '950140000000' };

export function item(changes: Partial<ItemForCalculation> = {}): ItemForCalculation {
  return {
    number: 1,
    commodityCode: code('0101210000'),
    customsValue: { amount: exact(10_000), currency: currency('USD') },
    netWeightKg: exact(2_000),
    quantities: [],
    shipment,
    ...changes,
  };
}

export function declaration(
  items: readonly ItemForCalculation[],
  changes: Partial<DeclarationForCalculation> = {},
): DeclarationForCalculation {
  return {
    procedure: '40',
    rateBasis: { kind: 'ORDINARY', registeredOn: REGISTERED },
    personalGoods: false,
    items,
    ...changes,
  };
}

export function calculated(of: DeclarationForCalculation): PaymentsCalculated {
  const calculation = calculate(of, reference);
  if (!calculation.accepted) throw new Error(calculation.reasons.map((reason) => reason.code).join());
  return calculation;
}

export function payable(of: DeclarationForCalculation): Record<string, string> {
  return Object.fromEntries([...calculated(of).payable].map(([kind, amount]) => [kind, amount.toString()]));
}

export function refusalCodes(of: DeclarationForCalculation): string[] {
  const calculation = calculate(of, reference);
  return calculation.accepted ? [] : calculation.reasons.map((reason) => reason.code);
}

export const inTenge = (amount: string) => ({ amount: exact(amount), currency: currency('KZT') });

/** Every row of the shipped legal parameters. */
export const parameterRows = (Object.keys(LEGAL_PARAMETER_UNITS) as LegalParameterName[]).flatMap((name) =>
  shipped.parameters.rowsBetween(name, '2000-01-01', '2099-12-31'),
);
