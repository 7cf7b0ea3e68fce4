/** Currency rates: the tax-law market rate in tenge by day (art. 127). */
import { Exact } from '@shekara/kernel';
import { daysBetween, requireCivilDate } from './civil-date.js';
import type { CivilDate } from './civil-date.js';
import { readTable } from './csv-table.js';
import type { Imported } from './csv-table.js';

export interface CurrencyRate {
  /** ISO 4217. */
  readonly currency: string;
  /** The day the rate was set for. */
  readonly date: CivilDate;
  /** Tenge for one unit of the currency. */
  readonly kztPerUnit: Exact;
  readonly source: string;
}

/**
 * No rate is set on days off; the last one stays in force. The longest run of days off of a year is under a week, so a
 * gap beyond 14 days means that loading has stopped, and no rate is better than an old one.
 */
export const OLDEST_CURRENCY_RATE_DAYS = 14;

const CURRENCY_RATE_COLUMNS = ['currency', 'date', 'kzt_per_unit', 'source'] as const;

/** Reads currency rates: header and columns as in data/currency-rates.csv. All rows, or every bad line. */
export function importCurrencyRatesCsv(text: string): Imported<CurrencyRate> {
  return readTable(
    text,
    CURRENCY_RATE_COLUMNS,
    (line) => ({
      currency: line.matching('currency', /^(?!KZT)[A-Z]{3}$/, 'a foreign currency code'),
      date: line.date('date'),
      kztPerUnit: line.positive('kzt_per_unit'),
      source: line.required('source'),
    }),
    (row) => `${row.currency} ${row.date}`,
  );
}

export class CurrencyRates {
  private readonly byCurrency = new Map<string, CurrencyRate[]>();

  /** @throws RangeError when a currency has two rates for one day. */
  constructor(rows: readonly CurrencyRate[]) {
    for (const row of [...rows].sort((a, b) => (a.date < b.date ? -1 : 1))) {
      const rates = this.byCurrency.get(row.currency) ?? [];
      if (rates.at(-1)?.date === row.date)
        throw new RangeError(`two rates of ${row.currency} for ${row.date}`);
      rates.push(row);
      this.byCurrency.set(row.currency, rates);
    }
  }

  /** Takes a rate that was published since; it stands in place of one of the same currency and day. */
  publish(row: CurrencyRate): void {
    requireCivilDate(row.date);
    const rates = this.byCurrency.get(row.currency) ?? [];
    const after = placeAfter(rates, row.date);
    const replaces = rates[after - 1]?.date === row.date;
    rates.splice(replaces ? after - 1 : after, replaces ? 1 : 0, row);
    this.byCurrency.set(row.currency, rates);
  }

  /**
   * The rate in force on the day: the latest set for that day or for one of the 14 before it. The tenge is always 1.
   * Undefined for a currency without a rate, or whose last rate is older: the caller must refuse or wait, never guess.
   */
  find(currency: string, on: CivilDate): CurrencyRate | undefined {
    requireCivilDate(on);
    if (currency === 'KZT')
      return { currency, date: on, kztPerUnit: new Exact(1), source: 'national currency' };
    const rates = this.byCurrency.get(currency) ?? [];
    const latest = rates[placeAfter(rates, on) - 1];
    return latest && daysBetween(latest.date, on) <= OLDEST_CURRENCY_RATE_DAYS ? latest : undefined;
  }
}

/** The place behind the last rate that is of the day or of an earlier one. */
function placeAfter(rates: readonly CurrencyRate[], on: CivilDate): number {
  let low = 0;
  let high = rates.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rates[middle]?.date ?? '') <= on) low = middle + 1;
    else high = middle;
  }
  return low;
}
