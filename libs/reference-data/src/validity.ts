/** Validity: the days on which a row of reference data applies. */
import type { CivilDate } from './civil-date.js';

export interface Validity {
  /** First day on which the row applies. */
  readonly validFrom: CivilDate;
  /** Last day on which the row applies; absent while it is open. */
  readonly validTo?: CivilDate;
}

/** Whether the row applies on the day; both ends count. */
export function appliesOn(row: Validity, on: CivilDate): boolean {
  return row.validFrom <= on && (row.validTo === undefined || on <= row.validTo);
}

/** Whether two rows share a day. */
export function overlap(first: Validity, second: Validity): boolean {
  return appliesOn(first, second.validFrom) || appliesOn(second, first.validFrom);
}
