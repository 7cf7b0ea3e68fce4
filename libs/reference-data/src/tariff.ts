/** The Common Customs Tariff: which ten-digit codes exist on a day, and the import duty rate of each (art. 77, 114, 126). */
import type { Exact } from '@shekara/kernel';
import { requireCivilDate } from './civil-date.js';
import type { CivilDate } from './civil-date.js';
import { readTable } from './csv-table.js';
import type { CsvLine, Imported } from './csv-table.js';

/** An amount of a currency per quantity of a unit: 0.6 EUR per 1 KGM. */
export interface SpecificRate {
  readonly amount: Exact;
  /** ISO 4217. */
  readonly currency: string;
  readonly perQuantity: Exact;
  /** Unit code of the classifier `units`. */
  readonly unit: string;
}

/**
 * The rate of art. 114: percent of the customs value; a specific amount; percent but not less than the specific amount
 * (COMBINED_MIN); percent plus the specific amount (COMBINED_SUM).
 */
export type ImportDutyRate =
  | { readonly kind: 'AD_VALOREM'; readonly adValoremPercent: Exact }
  | { readonly kind: 'SPECIFIC'; readonly specific: SpecificRate }
  | {
      readonly kind: 'COMBINED_MIN' | 'COMBINED_SUM';
      readonly adValoremPercent: Exact;
      readonly specific: SpecificRate;
    };

export interface TariffRow {
  /** Ten digits. */
  readonly code: string;
  readonly rate: ImportDutyRate;
}

/** A version of the nomenclature and its rates: in force from a day until the next version (art. 77.3). */
export interface TariffRevision {
  readonly name: string;
  /** The decision that adopted it. */
  readonly decision: string;
  readonly validFrom: CivilDate;
  readonly rows: readonly TariffRow[];
}

/** The columns in which a table writes a rate of art. 114. */
export const DUTY_RATE_COLUMNS = [
  'kind',
  'ad_valorem_percent',
  'specific_amount',
  'specific_currency',
  'specific_quantity',
  'specific_unit',
] as const;
const TARIFF_COLUMNS = ['commodity_code', ...DUTY_RATE_COLUMNS] as const;

/** Units that the net weight of the item answers; every other unit of a rate is declared as a supplementary quantity. */
const NET_WEIGHT_UNITS: readonly string[] = ['KGM', 'TNE'];

/** Whether a quantity in this unit is the net weight of the goods (art. 124.2) and needs no supplementary quantity. */
export function isNetWeightUnit(unit: string): boolean {
  return NET_WEIGHT_UNITS.includes(unit);
}

/** Reads a tariff file: header and columns as in data/import-duty-rates.csv. All rows, or every bad line. */
export function importTariffCsv(text: string): Imported<TariffRow> {
  const rates = new Map<string, ImportDutyRate>();
  return readTable(
    text,
    TARIFF_COLUMNS,
    (line) => {
      const code = line.matching('commodity_code', /^\d{10}$/, 'a code of ten digits');
      const written = line.fields.slice(1).join(',');
      const rate = rates.get(written) ?? readDutyRate(line);
      rates.set(written, rate);
      return { code, rate };
    },
    (row) => row.code,
  );
}

/** The rate of art. 114 that a line writes in `DUTY_RATE_COLUMNS`. */
export function readDutyRate(line: CsvLine<(typeof DUTY_RATE_COLUMNS)[number]>): ImportDutyRate {
  const kind = line.oneOf('kind', ['AD_VALOREM', 'SPECIFIC', 'COMBINED_MIN', 'COMBINED_SUM']);
  if (kind === 'AD_VALOREM') {
    line.empty('specific_amount', 'specific_currency', 'specific_quantity', 'specific_unit');
    return Object.freeze({ kind, adValoremPercent: line.decimal('ad_valorem_percent') });
  }
  const specific: SpecificRate = Object.freeze({
    amount: line.decimal('specific_amount'),
    currency: line.matching('specific_currency', /^[A-Z]{3}$/, 'a currency code'),
    perQuantity: line.positive('specific_quantity'),
    unit: line.matching('specific_unit', /^[A-Z0-9]{2,3}$/, 'a unit code'),
  });
  if (kind === 'SPECIFIC') {
    line.empty('ad_valorem_percent');
    return Object.freeze({ kind, specific });
  }
  return Object.freeze({ kind, adValoremPercent: line.decimal('ad_valorem_percent'), specific });
}

/** Codes in ascending order beside the number of their rate: some ten bytes a code. */
interface IndexedRevision {
  readonly name: string;
  readonly decision: string;
  readonly validFrom: CivilDate;
  readonly codes: Float64Array;
  readonly rateNumbers: Uint16Array;
  readonly rates: readonly ImportDutyRate[];
}

export class Tariff {
  private readonly revisions: readonly IndexedRevision[];

  /** @throws RangeError when two revisions start on one day. */
  constructor(revisions: readonly TariffRevision[]) {
    this.revisions = revisions.map(indexRevision).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    this.revisions.forEach((revision, position) => {
      if (revision.validFrom === this.revisions[position + 1]?.validFrom)
        throw new RangeError(`two tariff revisions start on ${revision.validFrom}`);
    });
  }

  /** The import duty rate of a ten-digit code on a day; undefined where the code does not exist on that day. */
  find(code: string, on: CivilDate): ImportDutyRate | undefined {
    if (!/^\d{10}$/.test(code)) return undefined;
    const revision = this.inForceOn(on);
    if (!revision) return undefined;
    const position = firstNotBelow(revision.codes, Number(code));
    const rateNumber = revision.codes[position] === Number(code) ? revision.rateNumbers[position] : undefined;
    return rateNumber === undefined ? undefined : revision.rates[rateNumber];
  }

  /** Whether the ten-digit code is in the nomenclature in force on the day (art. 77.3). */
  exists(code: string, on: CivilDate): boolean {
    return this.find(code, on) !== undefined;
  }

  /** Whether any code of the day begins with these 2 to 10 digits: an arrival notice may name four (art. 251.1). */
  hasCodesUnder(prefix: string, on: CivilDate): boolean {
    if (!/^\d{2,10}$/.test(prefix)) return false;
    const codes = this.inForceOn(on)?.codes;
    const found = codes?.[firstNotBelow(codes, Number(prefix.padEnd(10, '0')))];
    return found !== undefined && found <= Number(prefix.padEnd(10, '9'));
  }

  /** The supplementary unit that the duty of the code is counted in; undefined when value or net weight suffices. */
  supplementaryUnit(code: string, on: CivilDate): string | undefined {
    const rate = this.find(code, on);
    if (!rate || rate.kind === 'AD_VALOREM' || isNetWeightUnit(rate.specific.unit)) return undefined;
    return rate.specific.unit;
  }

  /** Name, decision and first day of the version in force on the day. */
  revisionOn(
    on: CivilDate,
  ): { readonly name: string; readonly decision: string; readonly validFrom: CivilDate } | undefined {
    const revision = this.inForceOn(on);
    return revision && { name: revision.name, decision: revision.decision, validFrom: revision.validFrom };
  }

  /** The number of codes in force on the day. */
  size(on: CivilDate): number {
    return this.inForceOn(on)?.codes.length ?? 0;
  }

  private inForceOn(on: CivilDate): IndexedRevision | undefined {
    requireCivilDate(on);
    return this.revisions.findLast((revision) => revision.validFrom <= on);
  }
}

function indexRevision({ name, decision, validFrom, rows }: TariffRevision): IndexedRevision {
  const sorted = [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));
  const rates = [...new Set(sorted.map((row) => row.rate))];
  const numberOf = new Map(rates.map((rate, number) => [rate, number]));
  return {
    name,
    decision,
    validFrom: requireCivilDate(validFrom),
    codes: Float64Array.from(sorted, (row) => Number(row.code)),
    rateNumbers: Uint16Array.from(sorted, (row) => numberOf.get(row.rate) ?? 0),
    rates,
  };
}

/** Position of the first code that is not below the wanted one. */
function firstNotBelow(codes: Float64Array, wanted: number): number {
  let low = 0;
  let high = codes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((codes[middle] ?? Infinity) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
