/** What a row of the trigger matrix says (art. 129.1, 131): who owes, since when, until when, how much, at whose rates. */

/** The days that rows speak of. Each is a legal date of the case; a row names only those that its article names. */
export const OBLIGATION_DAYS = [
  'CROSSING',
  'DISCOVERY',
  'DEPARTURE_PERMISSION',
  /** Loss, or hand-over without permission. */
  'LOSS_OR_HAND_OVER',
  /** First day of misuse, or of a breach. */
  'MISUSE',
  /** Registration of the declaration or of the storage documents that the row speaks of. */
  'REGISTRATION',
  /** Registration of the procedure from which the goods come, or of the first of several declarations. */
  'EARLIER_REGISTRATION',
  'PLACING_IN_STORAGE',
  'RELEASE',
  /** The release mark in the declaration that follows a release before it. */
  'RELEASE_MARK',
  /** Release by the full declaration that follows a periodic or temporary one. */
  'RELEASE_BY_FULL_DECLARATION',
  'APPLICATION_REGISTRATION',
  /** The amendment of the declaration that gives up a relief. */
  'AMENDMENT',
  /** Last day of the declaration term, as the calendar counted it. */
  'DECLARATION_TERM_END',
  /** Last day of the release term, as the calendar counted it. */
  'RELEASE_TERM_END',
  /** Last day of processing, or of the temporary import or export, as the calendar counted it. */
  'PERIOD_END',
  /** The day on which a transport vehicle comes back. */
  'RETURN',
  /** Eve of the period that the next part of a partial payment pays for. */
  'PART_PAYABLE',
] as const;

export type ObligationDay = (typeof OBLIGATION_DAYS)[number];

export const PAYERS = [
  'CARRIER',
  'PERSON_IN_CHARGE_AT_REGISTRATION',
  'WAREHOUSE_OWNER',
  'STORING_PERSON',
  'DECLARANT',
  'PERSON_WITH_POWER_OVER_GOODS',
  'CUSTOMS_CARRIER',
  'TRANSIT_SECURITY_GIVER',
  'CUSTOMS_WAREHOUSE_OWNER',
  'HOLDER_OF_TEMPORARY_IMPORT',
  'OPERATOR',
  'POSTAL_OPERATOR',
  'ILLEGAL_MOVER',
  'KNOWING_PARTICIPANT',
  'KNOWING_BUYER',
  'NATURAL_PERSON',
] as const;
export type Payer = (typeof PAYERS)[number];
/** What went wrong, where the due day depends on it. */
export const CAUSES = ['LOST_OR_HANDED_OVER', 'NOT_COMPLETED', 'MISUSED', 'RELIEF_GIVEN_UP'] as const;
export type Cause = (typeof CAUSES)[number];

export type DueRule =
  /** The first of these days that is known. The day of an event: it never moves off a non-working day. */
  | { readonly rule: 'FIRST_KNOWN'; readonly of: readonly ObligationDay[] }
  /** Payable before the event, so that its day is the last timely one (reading 15). */
  | { readonly rule: 'BEFORE'; readonly event: ObligationDay }
  /** Whichever of these days comes first. */
  | { readonly rule: 'EARLIEST'; readonly of: readonly ObligationDay[] }
  /** 10th day of the month after release, moved to a working day (art. 298.2, 5.6). */
  | { readonly rule: 'TENTH_OF_NEXT_MONTH' }
  /** The article sets no day. */
  | { readonly rule: 'NO_DATE' }
  /** By treaty rules that nobody guesses (art. 129.4, 131.2, 472). */
  | { readonly rule: 'TREATY_RULES' };

/** A due rule; with a cause it holds for that cause only. The first that fits counts. */
export type DueBranch = DueRule & { readonly cause?: Cause };

/** Sums of release for domestic consumption or of export, or a sum of the article's own. */
export type AmountBasis =
  | 'CONSUMPTION'
  | 'EXPORT'
  | 'RELIEVED_SUM'
  | 'DIFFERENCE_TO_COMMON_TARIFF'
  | 'DIFFERENCE_TO_TRUE_DATA'
  | 'ADDED_BY_CORRECTION'
  | 'FOREIGN_INPUTS_BY_YIELD'
  | 'COST_OF_PROCESSING'
  | 'PARTIAL_TEMPORARY_IMPORT'
  | 'LESS_TEMPORARY_IMPORT_PARTS'
  | 'EVENT_DAY_SUM'
  | 'TREATY_RULES';

export interface AmountRule {
  readonly basis: AmountBasis;
  /** Whether tariff preferences and reliefs count. */
  readonly preferences: boolean;
  readonly reliefs: boolean;
}

/** The day of rates, exchange rates and value: the due day itself, a day of the case, or by treaty. */
export type RateDay = 'DUE_DAY' | ObligationDay | 'TREATY_RULES';

/** How an obligation ends besides art. 129.2. */
export type RowEnd =
  | 'PLACED_OR_LEFT_AT_ARRIVAL'
  | 'ACTUAL_CROSSING'
  | 'STORAGE_DOCUMENTS_REGISTERED'
  | 'PLACED_IN_STORAGE'
  | 'ISSUED_UNDER_PROCEDURE'
  | 'DETAINED'
  | 'RELEASE_MARK'
  | 'COMPLETED'
  /** Completed with nothing fallen due before (R-PAY-241). */
  | 'COMPLETED_BEFORE_DUE'
  | 'LIMIT_PERIOD_OVER'
  | 'DIFFERENCE_PAID'
  | 'ACTUAL_EXPORT'
  | 'SOLD_OR_PLACED_AGAIN'
  | 'TREATY_RULES';

export interface TriggerRow {
  readonly trigger: string;
  readonly owes: Payer | 'NOBODY';
  readonly jointly?: readonly Payer[];
  /** First known of these days; empty where the matrix names none. */
  readonly arises: readonly ObligationDay[];
  /** Arises with the relief and sleeps until a due day comes (art. 301, 315.2(2)). */
  readonly contingent?: true;
  readonly due: readonly DueBranch[];
  readonly amount: AmountRule;
  readonly rates: RateDay;
  readonly ends?: readonly RowEnd[];
  /** As the matrix cites it. */
  readonly article: string;
}

export const NORMAL: AmountRule = { basis: 'CONSUMPTION', preferences: true, reliefs: true };
export const WITHOUT_RELIEFS: AmountRule = { basis: 'CONSUMPTION', preferences: true, reliefs: false };
export const WITHOUT_BOTH: AmountRule = { basis: 'CONSUMPTION', preferences: false, reliefs: false };
export const AS_EXPORT: AmountRule = { basis: 'EXPORT', preferences: true, reliefs: true };

/** An amount rule of an article of its own; preferences and reliefs are as in its declaration. */
export function ownSum(basis: AmountBasis): AmountRule {
  return { basis, preferences: true, reliefs: true };
}

export function firstKnown(...of: readonly ObligationDay[]): DueRule {
  return { rule: 'FIRST_KNOWN', of };
}

export const BEFORE_RELEASE: DueRule = { rule: 'BEFORE', event: 'RELEASE' };
