/** Rows by the first digits of the commodity code: the longest prefix that has a row on the day decides. */
import { requireCivilDate } from './civil-date.js';
import type { CivilDate } from './civil-date.js';
import { appliesOn, overlap } from './validity.js';
import type { Validity } from './validity.js';

export interface PrefixRow extends Validity {
  /** Two to ten digits that the commodity code begins with. */
  readonly prefix: string;
}

/** The form of a prefix in a table. */
export const PREFIX = /^\d{2,10}$/;

export class PrefixList<Row extends PrefixRow> {
  private readonly byPrefix = new Map<string, Row[]>();

  /** @throws RangeError when a prefix has two rows on one day; `what` names the rows. */
  constructor(what: string, rows: readonly Row[]) {
    for (const row of rows) {
      const dated = this.byPrefix.get(row.prefix) ?? [];
      if (dated.some((earlier) => overlap(earlier, row)))
        throw new RangeError(`two ${what} of ${row.prefix} on one day`);
      dated.push(row);
      this.byPrefix.set(row.prefix, dated);
    }
  }

  /** The row of the longest prefix of the code that has one on the day. */
  find(code: string, on: CivilDate): Row | undefined {
    requireCivilDate(on);
    for (let length = code.length; length >= 2; length -= 1) {
      const found = this.byPrefix.get(code.slice(0, length))?.find((row) => appliesOn(row, on));
      if (found) return found;
    }
    return undefined;
  }
}
