/** Excise on import: an amount in tenge per unit, by code prefix and day (art. 124.3, 126.4; rates come from tax law). */
import type { Exact } from '@shekara/kernel';
import { readTable, readValidity } from './csv-table.js';
import type { Imported } from './csv-table.js';
import { PREFIX, PrefixList } from './prefix-list.js';
import type { PrefixRow } from './prefix-list.js';

/** The rate of the longest prefix of a code applies; a code without one pays no excise. */
export interface ExciseRate extends PrefixRow {
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
      prefix: line.matching('prefix', PREFIX, 'two to ten digits'),
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

export class ExciseRates extends PrefixList<ExciseRate> {
  /** @throws RangeError when a prefix has two rates on one day. */
  constructor(rows: readonly ExciseRate[]) {
    super('excise rates', rows);
  }
}
