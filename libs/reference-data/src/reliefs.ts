/** What box 36 may claim (art. 121, 123, 301): preferences, duty concessions, tax reliefs, rates below the common tariff. */
import type { Span } from '@shekara/calendar';
import type { Exact } from '@shekara/kernel';
import { requireCivilDate } from './civil-date.js';
import type { CivilDate } from './civil-date.js';
import { readTable, readValidity } from './csv-table.js';
import type { CsvLine, Imported } from './csv-table.js';
import { PREFIX, PrefixList } from './prefix-list.js';
import type { PrefixRow } from './prefix-list.js';
import { appliesOn, overlap } from './validity.js';
import type { Validity } from './validity.js';

/** The first three are of the list ExemptionKind; the last is no exemption but a rate of its own (art. 301.1(3)). */
export const RELIEF_CLASSES = [
  'TARIFF_PREFERENCE',
  'TARIFF_CONCESSION',
  'TAX_RELIEF',
  'RATE_BELOW_COMMON_TARIFF',
] as const;
export type ReliefClass = (typeof RELIEF_CLASSES)[number];

export const RELIEVED_KINDS = ['IMPORT_DUTY', 'IMPORT_EXCISE', 'IMPORT_VAT'] as const;
export type RelievedKind = (typeof RELIEVED_KINDS)[number];

export interface ReliefEntry extends Validity {
  readonly code: string;
  /** Two characters of box 36. */
  readonly boxCode: string;
  readonly name: { readonly en: string; readonly ru: string; readonly kk: string };
  readonly class: ReliefClass;
  readonly kinds: readonly RelievedKind[];
  /** The goods may be used only as the relief says, and what was relieved sleeps until then (art. 301.1). */
  readonly hasUseLimits: boolean;
  /** How long the limits last; as the law says where the act of the relief says nothing (art. 315.2(2)). */
  readonly period?: Span;
  /** First digits of the codes that it is for; empty for all goods. */
  readonly prefixes: readonly string[];
  readonly article: string;
  readonly source: string;
}

/** A duty rate of Kazakhstan below the common tariff, percent of the customs value. */
export interface LowerDutyRate extends PrefixRow {
  readonly goods: string;
  readonly percent: Exact;
  readonly source: string;
}

const RELIEF_COLUMNS = [
  'code',
  'box_code',
  'name_en',
  'name_ru',
  'name_kk',
  'class',
  'kinds',
  'use_limits',
  'period',
  'prefixes',
  'article',
  'valid_from',
  'valid_to',
  'source',
] as const;
type ReliefLine = CsvLine<(typeof RELIEF_COLUMNS)[number]>;

const DUTY: readonly RelievedKind[] = ['IMPORT_DUTY'];
const TAXES: readonly RelievedKind[] = ['IMPORT_EXCISE', 'IMPORT_VAT'];

/** Reads the register of reliefs: kinds and prefixes with blanks between them, a period as "3Y" or "18M". */
export function importReliefsCsv(text: string): Imported<ReliefEntry> {
  return readTable(text, RELIEF_COLUMNS, readRelief, ({ code, validFrom }) => `${code} ${validFrom}`);
}

function readRelief(line: ReliefLine): ReliefEntry {
  const ofClass = line.oneOf('class', RELIEF_CLASSES);
  const hasUseLimits = line.oneOf('use_limits', ['YES', 'NO']) === 'YES';
  if (!hasUseLimits) line.empty('period');
  return {
    code: line.matching('code', /^[A-Z]+(_[A-Z]+)+$/, 'a code of words in capitals'),
    boxCode: line.matching('box_code', /^[A-Z]{2}$/, 'a code of two capitals'),
    name: { en: line.required('name_en'), ru: line.required('name_ru'), kk: line.required('name_kk') },
    class: ofClass,
    kinds: readKinds(line, ofClass === 'TAX_RELIEF' ? TAXES : DUTY),
    hasUseLimits,
    ...readPeriod(line),
    prefixes: wordsOf(line.text('prefixes')).map((prefix) =>
      PREFIX.test(prefix) ? prefix : line.refuse(`prefix "${prefix}" is not two to ten digits`),
    ),
    article: line.required('article'),
    source: line.required('source'),
    ...readValidity(line),
  };
}

/** A concession and a preference relieve of duty, a tax relief of taxes (art. 121.1). */
function readKinds(line: ReliefLine, allowed: readonly RelievedKind[]): readonly RelievedKind[] {
  return wordsOf(line.required('kinds')).map(
    (word) =>
      allowed.find((kind) => kind === word) ?? line.refuse(`kind "${word}" is none of ${allowed.join(', ')}`),
  );
}

function readPeriod(line: ReliefLine): { readonly period?: Span } {
  if (line.text('period') === '') return {};
  const period = line.matching('period', /^[1-9]\d?[YM]$/, 'a period of years or months');
  return { period: { length: Number.parseInt(period, 10), unit: period.endsWith('Y') ? 'YEARS' : 'MONTHS' } };
}

function wordsOf(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}

/** Reads duty rates below the common tariff. */
export function importLowerDutyRatesCsv(text: string): Imported<LowerDutyRate> {
  return readTable(
    text,
    ['prefix', 'goods', 'percent', 'valid_from', 'valid_to', 'source'],
    (line) => ({
      prefix: line.matching('prefix', PREFIX, 'two to ten digits'),
      goods: line.required('goods'),
      percent: line.decimal('percent'),
      source: line.required('source'),
      ...readValidity(line),
    }),
    ({ prefix, validFrom }) => `${prefix} ${validFrom}`,
  );
}

export class Reliefs {
  private readonly byCode = new Map<string, ReliefEntry[]>();
  private readonly lowerRates: PrefixList<LowerDutyRate>;

  /** @throws RangeError when a code, or a code of box 36, stands twice on one day. */
  constructor(entries: readonly ReliefEntry[], lowerRates: readonly LowerDutyRate[]) {
    for (const entry of entries) {
      for (const code of [entry.code, entry.boxCode]) {
        const dated = this.byCode.get(code) ?? [];
        if (dated.some((earlier) => overlap(earlier, entry)))
          throw new RangeError(`relief ${code} stands twice`);
        this.byCode.set(code, [...dated, entry]);
      }
    }
    this.lowerRates = new PrefixList('rates below the common tariff', lowerRates);
  }

  /** The relief of a code, written out or as in box 36, that applies on the day. */
  find(code: string, on: CivilDate): ReliefEntry | undefined {
    requireCivilDate(on);
    return this.byCode.get(code)?.find((entry) => appliesOn(entry, on));
  }

  /** A relief of the code whatever the day, the latest one: a code without any is unknown. */
  ofAnyDay(code: string): ReliefEntry | undefined {
    return this.byCode.get(code)?.at(-1);
  }

  /** The duty rate below the common tariff for a commodity code on the day, in percent. */
  lowerRate(code: string, on: CivilDate): LowerDutyRate | undefined {
    return this.lowerRates.find(code, on);
  }
}
