/** The classifiers that the declaration and the notices use. */
import type { Exact } from '@shekara/kernel';
import { type CodeList } from './code-list.js';
import type { CodeListEntry } from './code-list.js';
import { readTable, readValidity } from './csv-table.js';
import type { CsvLine, Imported } from './csv-table.js';

/** Art. 306.1: the two-digit code of the classifier and the word of the law. */
export interface CustomsProcedureEntry extends CodeListEntry {
  readonly procedure: string;
  readonly article: string;
}

/** Two-digit mode; `mode` is the kind of arrival that art. 251.1 knows, absent for mail, pipelines and the like. */
export interface TransportModeEntry extends CodeListEntry {
  readonly mode?: 'ROAD' | 'WATER' | 'AIR' | 'RAIL';
}

/** UN/ECE Recommendation 20 code; `kilograms` turns a weight unit into net weight. */
export interface UnitEntry extends CodeListEntry {
  /** Three-digit code of the EAEU classifier of units. */
  readonly eaeuCode?: string;
  readonly measures: 'WEIGHT' | 'VOLUME' | 'AREA' | 'LENGTH' | 'COUNT' | 'ENERGY' | 'POWER';
  readonly kilograms?: Exact;
}

/** ISO 4217; amounts carry `minorDigits` decimals. */
export interface CurrencyEntry extends CodeListEntry {
  readonly minorDigits: number;
}

/** A kind of document of box 44, grouped as the law groups it (art. 281.1-2). */
export interface DocumentKindEntry extends CodeListEntry {
  readonly group: string;
  /** Five digits of the EAEU classifier of kinds of documents, where known. */
  readonly eaeuCode?: string;
  readonly article: string;
}

export interface OfficeHours {
  /** Local time of Asia/Almaty, "09:00". */
  readonly opens: string;
  readonly closes: string;
  readonly days: 'WORKING_DAYS' | 'EVERY_DAY';
}

/** A customs body by its five digits. `officeHours` is absent where the body works round the clock, every day. */
export interface CustomsBodyEntry extends CodeListEntry {
  readonly kind: 'DEPARTMENT' | 'POST' | 'CHECKPOINT';
  /** The body it belongs to; absent for a department. */
  readonly superior?: string;
  readonly officeHours?: OfficeHours;
  /** Modes of transport that a checkpoint receives; none for other bodies. */
  readonly modes: readonly string[];
}

const CODE = ['code', 'name'] as const;
const VALIDITY = ['valid_from', 'valid_to'] as const;

function importCodeList<const Column extends string, Entry extends CodeListEntry>(
  text: string,
  extraColumns: readonly Column[],
  code: RegExp,
  readExtra: (line: CsvLine<Column>) => Omit<Entry, keyof CodeListEntry>,
): Imported<Entry> {
  return readTable<string, Entry>(
    text,
    [...CODE, ...extraColumns, ...VALIDITY],
    (line) =>
      ({
        code: line.matching('code', code, 'a code of this classifier'),
        name: line.required('name'),
        ...readExtra(line),
        ...readValidity(line),
      }) as Entry,
    (entry) => `${entry.code} ${entry.validFrom}`,
  );
}

function optional<Name extends string>(name: Name, text: string): { readonly [Key in Name]?: string } {
  return text === '' ? {} : ({ [name]: text } as { [Key in Name]: string });
}

/** Importers of the classifiers: each takes a file as in data/ and answers all rows, or every bad line. */
export const importCountriesCsv = (text: string) =>
  importCodeList<never, CodeListEntry>(text, [], /^[A-Z]{2}$/, () => ({}));

export const importPackageKindsCsv = (text: string) =>
  importCodeList<never, CodeListEntry>(text, [], /^[A-Z0-9]{2}$/, () => ({}));

export const importChaptersCsv = (text: string) =>
  importCodeList<never, CodeListEntry>(text, [], /^\d\d$/, () => ({}));

export const importCurrenciesCsv = (text: string) =>
  importCodeList<'minor_digits', CurrencyEntry>(text, ['minor_digits'], /^[A-Z]{3}$/, (line) => ({
    minorDigits: Number(line.matching('minor_digits', /^[0-4]$/, 'a number of decimals')),
  }));

export const importProceduresCsv = (text: string) =>
  importCodeList<'procedure' | 'article', CustomsProcedureEntry>(
    text,
    ['procedure', 'article'],
    /^\d\d$/,
    (line) => ({
      procedure: line.matching('procedure', /^[A-Z_]+$/, 'a name of a procedure'),
      article: line.required('article'),
    }),
  );

export const importTransportModesCsv = (text: string) =>
  importCodeList<'mode', TransportModeEntry>(text, ['mode'], /^\d\d$/, (line) =>
    line.text('mode') === '' ? {} : { mode: line.oneOf('mode', ['ROAD', 'WATER', 'AIR', 'RAIL']) },
  );

export const importUnitsCsv = (text: string) =>
  importCodeList<'eaeu_code' | 'measures' | 'kilograms', UnitEntry>(
    text,
    ['eaeu_code', 'measures', 'kilograms'],
    /^[A-Z0-9]{2,3}$/,
    (line) => {
      const measures = line.oneOf('measures', [
        'WEIGHT',
        'VOLUME',
        'AREA',
        'LENGTH',
        'COUNT',
        'ENERGY',
        'POWER',
      ]);
      if (measures !== 'WEIGHT') line.empty('kilograms');
      return {
        measures,
        ...optional('eaeuCode', line.text('eaeu_code')),
        ...(measures === 'WEIGHT' ? { kilograms: line.positive('kilograms') } : {}),
      };
    },
  );

export const importDocumentKindsCsv = (text: string) =>
  importCodeList<'group' | 'eaeu_code' | 'article', DocumentKindEntry>(
    text,
    ['group', 'eaeu_code', 'article'],
    /^[A-Z_]+$/,
    (line) => ({
      group: line.matching('group', /^[A-Z_]+$/, 'a group of documents'),
      ...optional('eaeuCode', line.text('eaeu_code')),
      article: line.required('article'),
    }),
  );

export const importCustomsBodiesCsv = (text: string) =>
  importCodeList<'kind' | 'superior' | 'opens' | 'closes' | 'days' | 'modes', CustomsBodyEntry>(
    text,
    ['kind', 'superior', 'opens', 'closes', 'days', 'modes'],
    /^\d{5}$/,
    (line) => {
      const kind = line.oneOf('kind', ['DEPARTMENT', 'POST', 'CHECKPOINT']);
      if (kind === 'DEPARTMENT') line.empty('superior');
      return {
        kind,
        ...(kind === 'DEPARTMENT'
          ? {}
          : { superior: line.matching('superior', /^\d{5}$/, 'a customs body') }),
        ...readOfficeHours(line),
        modes: line.text('modes').split(' ').filter(Boolean),
      };
    },
  );

function readOfficeHours(line: CsvLine<'opens' | 'closes' | 'days'>): { readonly officeHours?: OfficeHours } {
  const days = line.oneOf('days', ['WORKING_DAYS', 'EVERY_DAY', 'ROUND_THE_CLOCK']);
  if (days === 'ROUND_THE_CLOCK') {
    line.empty('opens', 'closes');
    return {};
  }
  const time = /^([01]\d|2[0-3]):[0-5]\d$/;
  const opens = line.matching('opens', time, 'a time hh:mm');
  const closes = line.matching('closes', time, 'a time hh:mm');
  return closes <= opens ? line.refuse('closes before it opens') : { officeHours: { opens, closes, days } };
}

/** Every classifier, loaded. */
export interface Classifiers {
  readonly procedures: CodeList<CustomsProcedureEntry>;
  readonly transportModes: CodeList<TransportModeEntry>;
  readonly packageKinds: CodeList<CodeListEntry>;
  readonly units: CodeList<UnitEntry>;
  /** ISO 3166-1 alpha-2, all. */
  readonly countries: CodeList<CodeListEntry>;
  /** Member states of the Eurasian Economic Union, each from the day of its accession. */
  readonly eaeuStates: CodeList<CodeListEntry>;
  readonly currencies: CodeList<CurrencyEntry>;
  readonly documentKinds: CodeList<DocumentKindEntry>;
  readonly customsBodies: CodeList<CustomsBodyEntry>;
  /** The chapters of the nomenclature, two digits, with English names. */
  readonly chapters: CodeList<CodeListEntry>;
}
