/**
 * The category of a person whose activity is an object of analysis (art. 218(5)). The law gives no such scale; ours
 * (design) uses only facts that the law itself makes conditions of trust: those of an AEO (art. 62).
 */
export const PERSON_CATEGORIES = ['LOW', 'MEDIUM', 'HIGH', 'AEO'] as const;
export type PersonCategory = (typeof PERSON_CATEGORIES)[number];

/** Facts on the day of evaluation. Dates are legal dates, `yyyy-mm-dd`. */
export interface PersonRecord {
  readonly inAeoRegister: boolean;
  /** Unpaid customs charges, interest or penalties (art. 62(3)). */
  readonly customsDebt: boolean;
  /** An unspent conviction of the person, a founder or a controlling shareholder (art. 62(5)). */
  readonly unspentConviction: boolean;
  /** Days of effective decisions on administrative offences in customs matters (art. 62(6)). */
  readonly offences: readonly string[];
  /** First day of foreign trade, where known (art. 62(2)). */
  readonly tradingSince?: string;
}

/** Legal dates that the calendar counts back from the day of evaluation; both ends count (D-RSK-14, D-RSK-15). */
export interface LookBack {
  readonly oneYearBack: string;
  readonly twoYearsBack: string;
}

/** Offences that still count: on or after the day one year back (D-RSK-14). */
export function offencesThatCount(record: PersonRecord, lookBack: LookBack): number {
  return record.offences.filter((day) => day >= lookBack.oneYearBack).length;
}

/**
 * AEO: in the register and nothing against it. HIGH: a customs debt, an unspent conviction or an offence in the last
 * year, register or not. LOW: none of these and two years of foreign trade or more. MEDIUM: everyone else.
 */
export function personCategory(record: PersonRecord, lookBack: LookBack): PersonCategory {
  const trustLost = record.customsDebt || record.unspentConviction || offencesThatCount(record, lookBack) > 0;
  if (trustLost) return 'HIGH';
  if (record.inAeoRegister) return 'AEO';
  return record.tradingSince !== undefined && record.tradingSince <= lookBack.twoYearsBack ? 'LOW' : 'MEDIUM';
}
