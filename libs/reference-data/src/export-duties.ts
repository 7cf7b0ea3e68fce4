/**
 * Export duty rates (art. 113.1(2), 126.3, 318): the goods on which the Commission lets a member state set an export duty, and
 * the rates that the Government set for them. Both by code prefix and day.
 */
import type { CivilDate } from './civil-date.js';
import { readTable, readValidity } from './csv-table.js';
import type { Imported } from './csv-table.js';
import { PREFIX, PrefixList } from './prefix-list.js';
import type { PrefixRow } from './prefix-list.js';
import { DUTY_RATE_COLUMNS, readDutyRate } from './tariff.js';
import type { ImportDutyRate } from './tariff.js';

/** Goods that the Commission lists: no others may bear an export duty. */
export interface ListedForExportDuty extends PrefixRow {
  readonly goods: string;
  /** The decision of the Commission. */
  readonly source: string;
}

/** A rate that the Government set, of the kinds that the tariff knows (art. 114). */
export interface ExportDutyRate extends PrefixRow {
  readonly rate: ImportDutyRate;
  /** The act of the Government. */
  readonly source: string;
}

const identity = (row: PrefixRow) => `${row.prefix} ${row.validFrom}`;

/** Reads the Commission's list: header and columns as in data/export-duty-goods.csv. All rows, or every bad line. */
export function importExportDutyGoodsCsv(text: string): Imported<ListedForExportDuty> {
  return readTable(
    text,
    ['prefix', 'goods', 'valid_from', 'valid_to', 'source'],
    (line) => ({
      prefix: line.matching('prefix', PREFIX, 'two to ten digits'),
      goods: line.required('goods'),
      source: line.required('source'),
      ...readValidity(line),
    }),
    identity,
  );
}

/** Reads the Government's rates: header and columns as in data/export-duty-rates.csv. All rows, or every bad line. */
export function importExportDutyRatesCsv(text: string): Imported<ExportDutyRate> {
  return readTable(
    text,
    ['prefix', ...DUTY_RATE_COLUMNS, 'valid_from', 'valid_to', 'source'],
    (line) => ({
      prefix: line.matching('prefix', PREFIX, 'two to ten digits'),
      rate: readDutyRate(line),
      source: line.required('source'),
      ...readValidity(line),
    }),
    identity,
  );
}

export class ExportDuties {
  private readonly listed: PrefixList<ListedForExportDuty>;
  private readonly rates: PrefixList<ExportDutyRate>;

  /** @throws RangeError when a prefix is listed twice, or has two rates, on one day. */
  constructor(listed: readonly ListedForExportDuty[], rates: readonly ExportDutyRate[]) {
    this.listed = new PrefixList('entries of the list of export duty goods', listed);
    this.rates = new PrefixList('export duty rates', rates);
  }

  /**
   * The Government's rate of the longest prefix of the code that has one on the day. Undefined, so no duty, for goods that the
   * Commission does not list on that day, or that have no rate.
   */
  find(code: string, on: CivilDate): ExportDutyRate | undefined {
    return this.listed.find(code, on) && this.rates.find(code, on);
  }
}
