/** Export duty (art. 113.1(2), 126.3, 318): on goods of the Commission's list only, at the Government's rate. KZT, unrounded. */
import type { CommodityCode, Exact } from '@shekara/kernel';
import type { CivilDate, ImportDutyRate } from '@shekara/reference-data';
import { importDuty, type SpecificBase } from './import-duty.js';

interface Dated {
  readonly validFrom: CivilDate;
  /** Last day; absent while it is in force. */
  readonly validTo?: CivilDate;
  /** The decision of the Commission, or the act of the Government. */
  readonly source: string;
}

/** Goods that the Commission lists: a member state may set an export duty on these and no others. */
export interface ListedForExportDuty extends Dated {
  /** The first digits of the commodity codes. */
  readonly prefix: string;
}

/** A rate that the Government sets; of the kinds that the tariff knows (art. 114). */
export interface ExportDutyRate extends Dated {
  readonly prefix: string;
  readonly rate: ImportDutyRate;
}

export interface ExportDutyReference {
  readonly list: readonly ListedForExportDuty[];
  readonly rates: readonly ExportDutyRate[];
}

/**
 * The rate of the Government on a day (the registration day of the export declaration): that of the longest prefix, and of
 * two the later one. Undefined, so no duty, for goods that the Commission does not list or the Government sets no rate for
 * (R-PAY-044).
 */
export function exportDutyRate(
  code: CommodityCode,
  day: CivilDate,
  { list, rates }: ExportDutyReference,
): ExportDutyRate | undefined {
  const applies = (row: Dated & { readonly prefix: string }) =>
    code.startsWith(row.prefix) && row.validFrom <= day && (row.validTo === undefined || day <= row.validTo);
  if (!list.some(applies)) return undefined;
  return rates
    .filter(applies)
    .sort(
      (one, other) => other.prefix.length - one.prefix.length || other.validFrom.localeCompare(one.validFrom),
    )[0];
}

/**
 * The export duty of goods before rounding, by the formulas of the tariff's kinds of rate (F-01 to F-03).
 * @throws Error when the rate has a specific part and no base for it is given.
 */
export function exportDuty(
  { rate }: ExportDutyRate,
  customsValue: Exact,
  base: SpecificBase | undefined,
): Exact {
  return importDuty(rate, customsValue, base);
}
