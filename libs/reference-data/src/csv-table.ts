/** A CSV file read strictly: a fixed header, every field checked, every bad line reported with its number. */
import { CsvError, parse } from 'csv-parse/sync';
import { Exact } from '@shekara/kernel';
import { isCivilDate } from './civil-date.js';
import type { CivilDate } from './civil-date.js';
import type { Validity } from './validity.js';

export interface BadLine {
  /** Counted from 1, the header being line 1. */
  readonly line: number;
  readonly message: string;
}

/** What an importer answers: every row, or every bad line and no row at all. */
export type Imported<Row> =
  | { readonly ok: true; readonly rows: readonly Row[] }
  | { readonly ok: false; readonly badLines: readonly BadLine[] };

class BadField extends Error {}

/** One line of the table. Its readers refuse the line when a field is not what it must be. */
export class CsvLine<Column extends string> {
  constructor(
    readonly number: number,
    private readonly columns: readonly string[],
    readonly fields: readonly string[],
  ) {}

  /** The field as written, perhaps empty. */
  text(column: Column): string {
    return this.fields[this.columns.indexOf(column)] ?? '';
  }

  required(column: Column): string {
    const text = this.text(column);
    return text === '' ? this.refuse(`${column} is empty`) : text;
  }

  matching(column: Column, pattern: RegExp, meaning: string): string {
    const text = this.required(column);
    return pattern.test(text) ? text : this.refuse(`${column} "${text}" is not ${meaning}`);
  }

  oneOf<const Value extends string>(column: Column, values: readonly Value[]): Value {
    const text = this.required(column);
    const value = values.find((candidate) => candidate === text);
    return value ?? this.refuse(`${column} "${text}" is none of ${values.join(', ')}`);
  }

  date(column: Column): CivilDate {
    const text = this.required(column);
    return isCivilDate(text) ? text : this.refuse(`${column} "${text}" is not a date yyyy-mm-dd`);
  }

  /** A decimal number, not negative, in plain digits: "12.5"; never "1e3" or "12,5". */
  decimal(column: Column): Exact {
    return new Exact(this.matching(column, /^\d{1,15}(\.\d{1,10})?$/, 'a decimal number'));
  }

  positive(column: Column): Exact {
    const value = this.decimal(column);
    return value.isZero() ? this.refuse(`${column} must be above zero`) : value;
  }

  empty(...columns: Column[]): void {
    for (const column of columns) {
      if (this.text(column) !== '') this.refuse(`${column} must be empty`);
    }
  }

  refuse(message: string): never {
    throw new BadField(message);
  }
}

/** The columns valid_from and valid_to; an open row leaves valid_to empty. */
export function readValidity(line: CsvLine<'valid_from' | 'valid_to'>): Validity {
  const validFrom = line.date('valid_from');
  if (line.text('valid_to') === '') return { validFrom };
  const validTo = line.date('valid_to');
  return validTo < validFrom ? line.refuse('valid_to lies before valid_from') : { validFrom, validTo };
}

/**
 * Reads a table whose first line names exactly these columns.
 * `identity` names what may stand only once in the file; a second line with it is bad.
 */
export function readTable<Column extends string, Row>(
  text: string,
  columns: readonly Column[],
  readLine: (line: CsvLine<Column>) => Row,
  identity: (row: Row) => string,
): Imported<Row> {
  const rows: Row[] = [];
  const badLines: BadLine[] = [];
  const firstLineOf = new Map<string, number>();

  const readRow = (line: CsvLine<Column>): Row => {
    if (line.fields.length !== columns.length)
      line.refuse(`has ${line.fields.length} fields instead of ${columns.length}`);
    const row = readLine(line);
    const earlier = firstLineOf.get(identity(row));
    if (earlier !== undefined) line.refuse(`repeats line ${earlier}`);
    firstLineOf.set(identity(row), line.number);
    return row;
  };

  let header: string | undefined;
  const broken = eachLine(text, (fields, number) => {
    if (header === undefined) {
      header = fields.join(',');
      return;
    }
    try {
      rows.push(readRow(new CsvLine(number, columns, fields)));
    } catch (error) {
      if (!(error instanceof BadField)) throw error;
      badLines.push({ line: number, message: error.message });
    }
  });

  if (broken) badLines.push(broken);
  if (header !== undefined && header !== columns.join(','))
    return { ok: false, badLines: [{ line: 1, message: `the header must be ${columns.join(',')}` }] };
  if (badLines.length > 0) return { ok: false, badLines };
  if (rows.length === 0) return { ok: false, badLines: [{ line: 1, message: 'the table has no rows' }] };
  return { ok: true, rows };
}

/** Hands on line by line, keeping none; answers the line after which the text is no CSV, if there is one. */
function eachLine(
  text: string,
  take: (fields: readonly string[], number: number) => void,
): BadLine | undefined {
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (fields: string[], { lines }) => {
        take(fields, lines);
        return null;
      },
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line: Number(error['lines'] ?? 1), message: error.message };
  }
}
