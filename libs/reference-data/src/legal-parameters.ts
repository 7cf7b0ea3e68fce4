/** Legal parameters: amounts, rates and terms that acts set and change. Each is a row with its days, unit and source. */
import { plusDays } from '@shekara/calendar';
import { type Exact, Money } from '@shekara/kernel';
import { requireCivilDate } from './civil-date.js';
import type { CivilDate } from './civil-date.js';
import { readTable, readValidity } from './csv-table.js';
import type { CsvLine, Imported } from './csv-table.js';
import { appliesOn, overlap } from './validity.js';
import type { Validity } from './validity.js';

/** Every parameter and the unit its rows are in. The figures themselves stand in data/legal-parameters.csv only. */
export const LEGAL_PARAMETER_UNITS = {
  VAT_RATE_PERCENT: 'PERCENT',
  DECLARATION_FEE: 'KZT',
  ESCORT_FEE: 'KZT',
  PRELIMINARY_DECISION_FEE: 'KZT',
  MONTHLY_CALCULATION_INDEX: 'KZT',
  SMALL_SHIPMENT_LIMIT: 'EUR',
  SMALL_REMAINDER_LIMIT: 'EUR',
  SECURITY_FREE_LIMIT: 'EUR',
  REPRESENTATIVE_SECURITY: 'EUR',
  CARRIER_SECURITY: 'EUR',
  AEO_SECURITY: 'EUR',
  AEO_PRODUCER_SECURITY: 'EUR',
  REFINANCING_RATE_PERCENT: 'PERCENT',
  PENALTY_INTEREST_MULTIPLIER: 'MULTIPLIER',
  PENALTY_INTEREST_YEAR: 'CALENDAR_DAYS',
  TERM_CHANGE_INTEREST_PERCENT: 'PERCENT',
  PARTIAL_TEMPORARY_IMPORT_PERCENT: 'PERCENT',
  NOTICE_EXECUTION_TERM: 'CALENDAR_DAYS',
  CAMERAL_NOTICE_EXECUTION_TERM: 'WORKING_DAYS',
  LIMITATION_TERM: 'YEARS',
  IP_INSURANCE_FLOOR: 'MCI',
  ADVANCE_LAPSE_DAYS: 'CALENDAR_DAYS',
  ACCIDENT_ALERT_MINUTES: 'MINUTES',
  NON_DELIVERY_ALERT_HOURS: 'HOURS',
  PLACEMENT_TERM_ROAD_AIR: 'HOURS',
  PARKING_TERM: 'HOURS',
  PARKING_TERM_WATER: 'HOURS',
  STORAGE_DOCUMENT_REGISTRATION_TERM: 'HOURS',
  TEMPORARY_STORAGE_TERM: 'MONTHS',
  TEMPORARY_STORAGE_LONGEST_TERM: 'MONTHS',
  TEMPORARY_STORAGE_LONGEST_TERM_MAIL_AND_BAGGAGE: 'MONTHS',
  EXTENSION_DECISION_DAYS: 'WORKING_DAYS',
  OPERATION_DECISION_HOURS: 'HOURS',
  WAREHOUSE_REPORT_DAY: 'DAY_OF_MONTH',
  DECLARATION_REGISTRATION_TERM: 'HOURS',
  DECLARATION_ITEMS_LIMIT: 'COUNT',
  PRELIMINARY_DECLARATION_TERM: 'CALENDAR_DAYS',
  LATE_DOCUMENT_TERM: 'CALENDAR_DAYS',
  RELEASE_TERM: 'WORKING_DAYS',
  RELEASE_LONGEST_TERM: 'WORKING_DAYS',
  RELEASE_TERM_EXPORT: 'HOURS',
} as const;

export type LegalParameterName = keyof typeof LEGAL_PARAMETER_UNITS;
export type LegalParameterUnit = (typeof LEGAL_PARAMETER_UNITS)[LegalParameterName];
type ExactUnit = 'PERCENT' | 'EUR' | 'MULTIPLIER';

/** Tenge are Money; percents, euro and multipliers are exact; terms and counts are whole numbers. */
export type LegalParameterValue<Name extends LegalParameterName> =
  (typeof LEGAL_PARAMETER_UNITS)[Name] extends 'KZT'
    ? Money
    : (typeof LEGAL_PARAMETER_UNITS)[Name] extends ExactUnit
      ? Exact
      : number;

export interface LegalParameterRow extends Validity {
  readonly name: LegalParameterName;
  readonly unit: LegalParameterUnit;
  readonly value: Money | Exact | number;
  /** The act and article; "example" where the figure is one that a live installation replaces. */
  readonly source: string;
}

const NAMES = Object.keys(LEGAL_PARAMETER_UNITS) as LegalParameterName[];
const PARAMETER_COLUMNS = ['name', 'value', 'unit', 'valid_from', 'valid_to', 'source'] as const;

/** Reads parameters: header and columns as in data/legal-parameters.csv. All rows, or every bad line. */
export function importLegalParametersCsv(text: string): Imported<LegalParameterRow> {
  return readTable(
    text,
    PARAMETER_COLUMNS,
    (line) => {
      const name = line.oneOf('name', NAMES);
      const unit = line.oneOf('unit', [LEGAL_PARAMETER_UNITS[name]]);
      return {
        name,
        unit,
        value: readValue(line, unit),
        source: line.required('source'),
        ...readValidity(line),
      };
    },
    (row) => `${row.name} ${row.validFrom}`,
  );
}

function readValue(line: CsvLine<'value'>, unit: LegalParameterUnit): Money | Exact | number {
  switch (unit) {
    case 'KZT':
      return Money.ofTenge(line.matching('value', /^\d{1,16}(\.\d{1,2})?$/, 'an amount in tenge'));
    case 'PERCENT':
    case 'EUR':
    case 'MULTIPLIER':
      return line.decimal('value');
    default:
      return Number(line.matching('value', /^\d{1,6}$/, 'a whole number'));
  }
}

export class LegalParameters {
  private readonly byName = new Map<LegalParameterName, LegalParameterRow[]>();

  /** @throws RangeError when a parameter has two rows on one day, or no row at all. */
  constructor(rows: readonly LegalParameterRow[]) {
    for (const row of rows) {
      const dated = this.byName.get(row.name) ?? [];
      if (dated.some((earlier) => overlap(earlier, row)))
        throw new RangeError(`${row.name} has two rows on one day`);
      dated.push(row);
      this.byName.set(row.name, dated);
    }
    const missing = NAMES.filter((name) => !this.byName.has(name));
    if (missing.length > 0) throw new RangeError(`no row for ${missing.join(', ')}`);
  }

  /**
   * Takes a figure that an act sets from a day on: it holds until the next row begins, and ends the one before. The same
   * figure again changes nothing; another one for the same first day replaces it.
   */
  change(row: Omit<LegalParameterRow, 'validTo'>): void {
    const from = requireCivilDate(row.validFrom);
    const others = (this.byName.get(row.name) ?? []).filter(({ validFrom }) => validFrom !== from);
    const [next] = others
      .map(({ validFrom }) => validFrom)
      .filter((first) => first > from)
      .sort();
    const ended = others.map((other) =>
      other.validFrom < from && appliesOn(other, from) ? { ...other, validTo: plusDays(from, -1) } : other,
    );
    this.byName.set(row.name, [...ended, next === undefined ? row : { ...row, validTo: plusDays(next, -1) }]);
  }

  /** The value in force on the day. @throws RangeError where no row covers the day: the law there is not loaded. */
  get<Name extends LegalParameterName>(name: Name, on: CivilDate): LegalParameterValue<Name> {
    return this.row(name, on).value as LegalParameterValue<Name>;
  }

  /** The whole row in force on the day, with its source. @throws RangeError where no row covers the day. */
  row(name: LegalParameterName, on: CivilDate): LegalParameterRow {
    requireCivilDate(on);
    const row = this.byName.get(name)?.find((candidate) => appliesOn(candidate, on));
    if (!row) throw new RangeError(`${name} has no value on ${on}`);
    return row;
  }

  /** The rows whose validity touches the span, in order: a rate that changes inside it splits it (art. 158.2). */
  rowsBetween(name: LegalParameterName, first: CivilDate, last: CivilDate): readonly LegalParameterRow[] {
    const span: Validity = { validFrom: requireCivilDate(first), validTo: requireCivilDate(last) };
    return (this.byName.get(name) ?? [])
      .filter((row) => overlap(row, span))
      .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  }
}
