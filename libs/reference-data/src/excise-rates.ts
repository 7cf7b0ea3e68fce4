/** Excise on import: an amount in tenge per unit, by code prefix and day (art. 124.3, 126.4; rates come from tax law). */
import type { Exact } from '@shekara/kernel';
import { requireCivilDate } from './civil-date.js';
import type { CivilDate } from './civil-date.js';
import { readTable, readValidity } from './csv-table.js';
import type { Imported } from './csv-table.js';
import { appliesOn, overlap } from './validity.js';
import type { Validity } from './validity.js';

export interface ExciseRate extends Validity {
  /** Two to ten digits that the commodity code begins with. */
  readonly prefix: string;
  readonly kztAmount: Exact;
  readonly perQuantity: Exact;
  /** Unit code of the classifier `units`. */
  readonly unit: string;
  readonly goods: string;
  readonly source: string;
}

const EXCISE_COLUMNS = [
  'prefix',
  'goods',
  'kzt_amount',
  'per_quantity',
  'unit',
  'valid_from',
  'valid_to',
  'source',
] as const;

/** Reads excise rates: header and columns as in data/excise-rates.csv. All rows, or every bad line. */
export function importExciseRatesCsv(text: string): Imported<ExciseRate> {
  return readTable(
    text,
    EXCISE_COLUMNS,
    (line) => ({
      prefix: line.matching('prefix', /^\d{2,10}$/, 'two to ten digits'),
      goods: line.required('goods'),
      kztAmount: line.decimal('kzt_amount'),
      perQuantity: line.positive('per_quantity'),
      unit: line.matching('unit', /^[A-Z0-9]{2,3}$/, 'a unit code'),
      source: line.required('source'),
      ...readValidity(line),
    }),
    (row) => `${row.prefix} ${row.validFrom}`,
  );
}

export class ExciseRates {
  private readonly byPrefix = new Map<string, ExciseRate[]>();

  /** @throws RangeError when a prefix has two rates on one day. */
  constructor(rows: readonly ExciseRate[]) {
    for (const row of rows) {
      const rates = this.byPrefix.get(row.prefix) ?? [];
      if (rates.some((earlier) => overlap(earlier, row)))
        throw new RangeError(`two excise rates of ${row.prefix} on one day`);
      rates.push(row);
      this.byPrefix.set(row.prefix, rates);
    }
  }

  /** The rate of the longest prefix of the code that has one on the day; undefined where no excise is due. */
  find(code: string, on: CivilDate): ExciseRate | undefined {
    requireCivilDate(on);
    for (let length = code.length; length >= 2; length -= 1) {
      const rate = this.byPrefix.get(code.slice(0, length))?.find((row) => appliesOn(row, on));
      if (rate) return rate;
    }
    return undefined;
  }
}
