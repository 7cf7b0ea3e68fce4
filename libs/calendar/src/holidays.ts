import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isCivilDate } from './civil-date.js';
import type { CivilDate } from './civil-date.js';

/**
 * HOLIDAY: a holiday by law. DAY_OFF: a weekday declared a day off. WORKED_WEEKEND: a Saturday or Sunday declared a
 * working day by a transfer order; kept for the record, it does not count as a working day (R-REG-019).
 */
export const DECLARED_DAY_KINDS = ['HOLIDAY', 'DAY_OFF', 'WORKED_WEEKEND'] as const;
export type DeclaredDayKind = (typeof DECLARED_DAY_KINDS)[number];

/** One dated day and the act that set it (R-REG-030). */
export interface DeclaredDay {
  readonly date: CivilDate;
  readonly kind: DeclaredDayKind;
  readonly name: string;
  readonly act: string;
  readonly source: string;
}

/** The declared days of a country. Saturdays and Sundays are not in it: they follow from the rule of art. 5.8. */
export interface HolidayTable {
  /** Follows from the content alone: two tables with the same days have the same version. */
  readonly version: string;
  readonly days: readonly DeclaredDay[];
}

const HEADER = 'date,kind,name,act,source';

/** Reads the shipped table of Kazakhstan, 2024 to 2027 (`data/holidays.csv`). */
export function loadHolidays(): HolidayTable {
  return parseHolidays(readFileSync(new URL('../data/holidays.csv', import.meta.url), 'utf8'));
}

/**
 * Reads a table of declared days: lines of `date,kind,name,act,source` without quotes; empty lines and lines that start
 * with `#` are skipped. @throws Error naming the line when a column is missing, a date is no day, a kind is unknown, or a day comes twice.
 */
export function parseHolidays(csv: string): HolidayTable {
  const lines = csv
    .split(/\r?\n/)
    .map((text, index) => ({ text: text.trim(), number: index + 1 }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'));
  if (lines[0]?.text !== HEADER) throw new Error(`holiday table: the first line must be ${HEADER}`);
  const days = lines.slice(1).map(({ text, number }) => parseDay(text, number));
  const repeated = days.find((day, index) => days.findIndex((other) => other.date === day.date) !== index);
  if (repeated !== undefined) throw new Error(`holiday table: ${repeated.date} comes twice`);
  return holidayTable(days);
}

/** Makes a table of days from any source, in order of date, with its version. */
export function holidayTable(days: readonly DeclaredDay[]): HolidayTable {
  const ordered = [...days].sort((a, b) => (a.date < b.date ? -1 : 1));
  const content = ordered.map((day) => `${day.date} ${day.kind}`).join('\n');
  return { version: `KZ-${createHash('sha256').update(content).digest('hex').slice(0, 12)}`, days: ordered };
}

function parseDay(text: string, line: number): DeclaredDay {
  const columns = text.split(',').map((column) => column.trim());
  const [date, kindText, name, act, source] = columns;
  if (columns.length !== 5 || !date || !name || !act || !source) {
    throw new Error(`holiday table, line ${line}: expected ${HEADER}`);
  }
  const kind = DECLARED_DAY_KINDS.find((known) => known === kindText);
  if (kind === undefined) throw new Error(`holiday table, line ${line}: unknown kind ${String(kindText)}`);
  if (!isCivilDate(date)) throw new Error(`holiday table, line ${line}: no such day ${date}`);
  return { date, kind, name, act, source };
}
