/** Tariff preferences by origin (art. 123): whose goods, which goods, how much of the duty rate is left, and quotas. */
import { type Exact } from '@shekara/kernel';
import { requireCivilDate } from './civil-date.js';
import type { CivilDate } from './civil-date.js';
import { readTable, readValidity } from './csv-table.js';
import type { Imported } from './csv-table.js';
import { PREFIX, PrefixList } from './prefix-list.js';
import type { PrefixRow } from './prefix-list.js';
import { appliesOn, overlap } from './validity.js';
import type { Validity } from './validity.js';

export const ORIGIN_LISTS = ['FREE_TRADE', 'DEVELOPING', 'LEAST_DEVELOPED'] as const;
export type OriginList = (typeof ORIGIN_LISTS)[number];

/** A country on one of the lists, ISO 3166-1 alpha-2. */
export interface PreferenceOrigin extends Validity {
  readonly country: string;
  readonly name: string;
  readonly list: OriginList;
  readonly source: string;
}

/** Goods of the list for developing origins, with the share of the duty rate that is left, for example 0.75. */
export interface PreferentialGoods extends PrefixRow {
  readonly goods: string;
  readonly dutyShare: Exact;
  readonly source: string;
}

/** A preference that is given for so much of the goods and no more (art. 123.1). */
export interface PreferenceQuota extends PrefixRow {
  readonly code: string;
  /** The preference of box 36 that draws on it, PREF_…. */
  readonly preference: string;
  readonly origin: string;
  /** Unit code of the classifier `units`. */
  readonly unit: string;
  readonly total: Exact;
  readonly source: string;
}

const DATED = ['valid_from', 'valid_to', 'source'] as const;
const COUNTRY = /^[A-Z]{2}$/;

export function importPreferenceOriginsCsv(text: string): Imported<PreferenceOrigin> {
  return readTable(
    text,
    ['country', 'name', 'list', ...DATED],
    (line) => ({
      country: line.matching('country', COUNTRY, 'a country'),
      name: line.required('name'),
      list: line.oneOf('list', ORIGIN_LISTS),
      source: line.required('source'),
      ...readValidity(line),
    }),
    ({ country, list, validFrom }) => `${country} ${list} ${validFrom}`,
  );
}

export function importPreferentialGoodsCsv(text: string): Imported<PreferentialGoods> {
  return readTable(
    text,
    ['prefix', 'goods', 'duty_share', ...DATED],
    (line) => {
      const dutyShare = line.decimal('duty_share');
      if (dutyShare.gt(1)) line.refuse('duty_share is above 1');
      return {
        prefix: line.matching('prefix', PREFIX, 'two to ten digits'),
        goods: line.required('goods'),
        dutyShare,
        source: line.required('source'),
        ...readValidity(line),
      };
    },
    ({ prefix, validFrom }) => `${prefix} ${validFrom}`,
  );
}

export function importPreferenceQuotasCsv(text: string): Imported<PreferenceQuota> {
  return readTable(
    text,
    ['code', 'preference', 'origin', 'prefix', 'unit', 'total', ...DATED],
    (line) => ({
      code: line.matching('code', /^[A-Z0-9-]{3,40}$/, 'a code of a quota'),
      preference: line.matching('preference', /^PREF_[A-Z_]+$/, 'a preference'),
      origin: line.matching('origin', COUNTRY, 'a country'),
      prefix: line.matching('prefix', PREFIX, 'two to ten digits'),
      unit: line.matching('unit', /^[A-Z0-9]{2,3}$/, 'a unit code'),
      total: line.positive('total'),
      source: line.required('source'),
      ...readValidity(line),
    }),
    ({ code }) => code,
  );
}

export interface PreferenceRows {
  readonly origins: readonly PreferenceOrigin[];
  readonly goods: readonly PreferentialGoods[];
  readonly quotas: readonly PreferenceQuota[];
}

export class TariffPreferences {
  private readonly origins = new Map<string, PreferenceOrigin[]>();
  private readonly goods: PrefixList<PreferentialGoods>;
  private readonly quotas = new Map<string, PrefixList<PreferenceQuota>>();

  /** @throws RangeError when a country stands twice on a list, or goods or a quota have two rows, on one day. */
  constructor(rows: PreferenceRows) {
    for (const origin of rows.origins) {
      const { country, list } = origin;
      const earlier = this.origins.get(country) ?? [];
      if (earlier.some((one) => one.list === list && overlap(one, origin)))
        throw new RangeError(`${country} stands twice on the list ${list}`);
      this.origins.set(country, [...earlier, origin]);
    }
    this.goods = new PrefixList('duty shares', rows.goods);
    for (const [key, quotas] of Map.groupBy(rows.quotas, quotaKey))
      this.quotas.set(key, new PrefixList(`quotas ${key}`, quotas));
  }

  isFreeTradePartner(country: string, on: CivilDate): boolean {
    return this.stands(country, 'FREE_TRADE', on);
  }

  isLeastDeveloped(country: string, on: CivilDate): boolean {
    return this.stands(country, 'LEAST_DEVELOPED', on);
  }

  /** The share of the duty rate that is left of listed goods of a listed developing origin. */
  developingShare(country: string, code: string, on: CivilDate): Exact | undefined {
    return this.stands(country, 'DEVELOPING', on) ? this.goods.find(code, on)?.dutyShare : undefined;
  }

  /** The quota on which a preference for goods of an origin draws; undefined where it is given without one. */
  quotaOf(preference: string, origin: string, code: string, on: CivilDate): PreferenceQuota | undefined {
    return this.quotas.get(quotaKey({ preference, origin }))?.find(code, on);
  }

  private stands(country: string, list: OriginList, on: CivilDate): boolean {
    requireCivilDate(on);
    return (this.origins.get(country) ?? []).some((one) => one.list === list && appliesOn(one, on));
  }
}

function quotaKey({ preference, origin }: Pick<PreferenceQuota, 'preference' | 'origin'>): string {
  return `${preference} ${origin}`;
}
