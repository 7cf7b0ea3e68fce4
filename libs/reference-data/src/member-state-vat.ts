/** VAT on import in the other member states of the Union: goods in transit that are found there bear it (art. 125.6, 126.5). */
import type { Exact } from '@shekara/kernel';
import { requireCivilDate } from './civil-date.js';
import type { CivilDate } from './civil-date.js';
import { readTable, readValidity } from './csv-table.js';
import type { Imported } from './csv-table.js';
import { appliesOn, overlap } from './validity.js';
import type { Validity } from './validity.js';

export interface MemberStateVatRate extends Validity {
  /** ISO 3166-1 alpha-2. */
  readonly state: string;
  readonly percent: Exact;
  readonly source: string;
}

/** Reads the rates: header and columns as in data/member-state-vat-rates.csv. All rows, or every bad line. */
export function importMemberStateVatCsv(text: string): Imported<MemberStateVatRate> {
  return readTable(
    text,
    ['state', 'percent', 'valid_from', 'valid_to', 'source'],
    (line) => ({
      state: line.matching('state', /^[A-Z]{2}$/, 'a state'),
      percent: line.decimal('percent'),
      source: line.required('source'),
      ...readValidity(line),
    }),
    ({ state, validFrom }) => `${state} ${validFrom}`,
  );
}

export class MemberStateVat {
  /** @throws RangeError when a state has two rates on one day. */
  constructor(private readonly rates: readonly MemberStateVatRate[]) {
    rates.forEach((rate, index) => {
      if (rates.slice(0, index).some((other) => other.state === rate.state && overlap(other, rate)))
        throw new RangeError(`two VAT rates of ${rate.state} on one day`);
    });
  }

  /** Percent of the day; undefined where none is loaded. */
  find(state: string, on: CivilDate): Exact | undefined {
    requireCivilDate(on);
    return this.rates.find((rate) => rate.state === state && appliesOn(rate, on))?.percent;
  }
}
