/** Every code of the shipped tariff, recomputed from the file's own text with whole numbers instead of decimals. */
import { readFileSync } from 'node:fs';
import { Exact, parseCommodityCode, parseCurrencyCode } from '@shekara/kernel';
import { loadReferenceData } from '@shekara/reference-data';
import { calculate } from './calculation.js';
import type { DeclarationForCalculation, ItemForCalculation } from './declaration-for-calculation.js';

const DATE = '2026-07-01';
const reference = loadReferenceData();
const rows = readFileSync(
  new URL('../../../../libs/reference-data/data/import-duty-rates.csv', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(','));

/** Units that the declared item below states. */
const DECLARED: Record<string, string> = {
  LTR: '777.7',
  PCE: '31',
  MIL: '12.5',
  NPR: '65',
  MTK: '48.25',
  CMQ: '1998',
};
const NET_WEIGHT = '1234.567';
const VALUE = '3456789.01';
const MICRO = 1_000_000n;

function item(commodityCode: string, number = 1): ItemForCalculation {
  const code = parseCommodityCode(commodityCode);
  const currency = parseCurrencyCode('KZT');
  if (!code || !currency) throw new Error(commodityCode);
  return {
    number,
    commodityCode: code,
    customsValue: { amount: new Exact(VALUE), currency },
    netWeightKg: new Exact(NET_WEIGHT),
    quantities: Object.entries(DECLARED).map(([unit, amount]) => ({ unit, amount: new Exact(amount) })),
  };
}

function declaration(items: readonly ItemForCalculation[]): DeclarationForCalculation {
  return {
    procedure: '40',
    rateBasis: { kind: 'ORDINARY', registeredOn: DATE },
    personalGoods: false,
    items,
  };
}

/** A decimal text in millionths. */
function micro(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole) * MICRO + BigInt(fraction.padEnd(6, '0').slice(0, 6));
}

/** Half up from a fraction of tenge to tiyn. */
function tiyn(numerator: bigint, denominator: bigint): bigint {
  return (numerator * 200n + denominator) / (denominator * 2n);
}

/** Duty of a tariff row as numerator and denominator of tenge. */
function expectedDuty(row: readonly string[], kztPerUnit: (currency: string) => bigint): [bigint, bigint] {
  const [, kind, percent = '', amount = '', currency = '', per = '', unit = ''] = row;
  const adValorem: [bigint, bigint] = [micro(VALUE) * micro(percent || '0'), MICRO * MICRO * 100n];
  if (kind === 'AD_VALOREM') return adValorem;
  const quantity = unit === 'KGM' || unit === 'TNE' ? micro(NET_WEIGHT) : micro(DECLARED[unit] ?? 'missing');
  const specific: [bigint, bigint] = [
    quantity * micro(amount) * kztPerUnit(currency),
    MICRO * MICRO * micro(per) * (unit === 'TNE' ? 1000n : 1n),
  ];
  if (kind === 'SPECIFIC') return specific;
  const [left, right] = [adValorem[0] * specific[1], specific[0] * adValorem[1]];
  if (kind === 'COMBINED_MIN') return left >= right ? adValorem : specific;
  if (kind === 'COMBINED_SUM') return [left + right, adValorem[1] * specific[1]];
  throw new Error(`a fifth kind of rate: ${kind ?? ''}`);
}

describe('The whole tariff', () => {
  it('gives duty, excise and VAT of all 13,278 codes as a recomputation in whole numbers (R-PAY-037)', () => {
    const kztPerUnit = (currency: string) =>
      micro(reference.currencyRates.find(currency, DATE)?.kztPerUnit.toString() ?? 'missing');
    const vatPercent = micro(reference.parameters.get('VAT_RATE_PERCENT', DATE).toString());
    const kinds = new Map<string, number>();
    const wrong: string[] = [];
    for (const row of rows) {
      const code = row[0] ?? '';
      kinds.set(row[1] ?? '', (kinds.get(row[1] ?? '') ?? 0) + 1);
      const calculation = calculate(declaration([item(code)]), reference);
      if (!calculation.accepted) {
        wrong.push(`${code}: ${calculation.reasons.map((reason) => reason.code).join()}`);
        continue;
      }
      const duty = expectedDuty(row, kztPerUnit);
      const rate = reference.exciseRates.find(code, DATE);
      const exciseQuantity =
        rate && micro(rate.unit === 'TNE' ? NET_WEIGHT : (DECLARED[rate.unit] ?? 'missing'));
      const excise: [bigint, bigint] =
        rate && exciseQuantity !== undefined
          ? [
              exciseQuantity * micro(rate.kztAmount.toString()),
              MICRO * micro(rate.perQuantity.toString()) * (rate.unit === 'TNE' ? 1000n : 1n),
            ]
          : [0n, 1n];
      const base =
        micro(VALUE) * duty[1] * excise[1] + duty[0] * MICRO * excise[1] + excise[0] * MICRO * duty[1];
      const vat: [bigint, bigint] = [base * vatPercent, MICRO * duty[1] * excise[1] * MICRO * 100n];
      const expected = [tiyn(...duty), tiyn(...excise), tiyn(...vat)];
      const got = (['IMPORT_DUTY', 'IMPORT_EXCISE', 'IMPORT_VAT'] as const).map(
        (kind) => calculation.payable.get(kind)?.tiyn ?? 0n,
      );
      if (expected.join() !== got.join()) wrong.push(`${code}: ${got.join()} instead of ${expected.join()}`);
    }
    expect(wrong).toEqual([]);
    expect(rows).toHaveLength(13_278);
    expect([...kinds.keys()].sort()).toEqual(['AD_VALOREM', 'COMBINED_MIN', 'COMBINED_SUM', 'SPECIFIC']);
  });

  it('calculates a declaration of 999 items and prints its processor time', () => {
    const step = Math.floor(rows.length / 999);
    const items = Array.from({ length: 999 }, (_, index) => item(rows[index * step]?.[0] ?? '', index + 1));
    const runs = Array.from({ length: 15 }, () => {
      const before = process.cpuUsage();
      const calculation = calculate(declaration(items), reference);
      const { user, system } = process.cpuUsage(before);
      expect(calculation.accepted).toBe(true);
      return (user + system) / 1000;
    });
    const median = [...runs].sort((a, b) => a - b)[7] ?? Infinity;
    process.stdout.write(
      `999 items: first ${runs[0]?.toFixed(1)} ms, median ${median.toFixed(1)} ms of processor time\n`,
    );
    const calculation = calculate(declaration(items), reference);
    if (!calculation.accepted) throw new Error('not calculated');
    expect(calculation.lines.filter(({ kind }) => kind === 'IMPORT_VAT')).toHaveLength(999);
    expect(calculation.lines.filter(({ kind }) => kind === 'CHARGE_DECLARATION')).toHaveLength(1);
  });
});
