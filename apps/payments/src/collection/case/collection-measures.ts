/** Stages and measures of collection in their strict order (art. 157.3-4), as tables that code and documents read. */
import { art, type LegalRef } from '@shekara/kernel';

/** Where a case stands. A later state is never reached without the earlier ones; COURT and CLOSED stand aside. */
export const COLLECTION_STATES = [
  'S1_NOTICE',
  'S2_OWN_MONEY',
  'S3_SECURE',
  'S4A_BANK',
  'S4B_DEBTORS',
  'S4C_PROPERTY',
  'EXHAUSTED',
  'BANKRUPTCY',
] as const;
export type OrderedState = (typeof COLLECTION_STATES)[number];
export type CollectionState = OrderedState | 'COURT' | 'CLOSED';

/** Whom a measure may touch: everybody, or entrepreneurs and legal entities only (art. 157.5, 162.1; reading 34). */
type Reach = 'ANY_PAYER' | 'NOT_INDIVIDUALS';

interface Measure {
  /** The state a case must have reached. Undefined: outside the order, it runs beside every stage. */
  readonly from?: OrderedState;
  readonly reach: Reach;
  readonly article: LegalRef;
}

/** The code list CollectionStage. */
export const COLLECTION_MEASURES = {
  S1_NOTICE: { from: 'S1_NOTICE', reach: 'ANY_PAYER', article: art(157, '3(1)') },
  /** Reading 56: used first against physical persons too. */
  S2_OVERPAYMENT_OR_GUARANTEE: { from: 'S2_OWN_MONEY', reach: 'ANY_PAYER', article: art(161) },
  S3_PENALTY_INTEREST: { reach: 'ANY_PAYER', article: art(157, 4) },
  S3_BANK_SUSPENSION: { from: 'S3_SECURE', reach: 'NOT_INDIVIDUALS', article: art(162) },
  S3_CASH_SUSPENSION: { from: 'S3_SECURE', reach: 'NOT_INDIVIDUALS', article: art(163) },
  S3_PROPERTY_RESTRICTION: { from: 'S3_SECURE', reach: 'NOT_INDIVIDUALS', article: art(164) },
  S4A_BANK_ACCOUNTS: { from: 'S4A_BANK', reach: 'NOT_INDIVIDUALS', article: art(165) },
  S4B_DEBTOR_ACCOUNTS: { from: 'S4B_DEBTORS', reach: 'NOT_INDIVIDUALS', article: art(166) },
  S4C_PROPERTY_SALE: { from: 'S4C_PROPERTY', reach: 'NOT_INDIVIDUALS', article: art(167) },
  S5_BANKRUPTCY: { from: 'EXHAUSTED', reach: 'NOT_INDIVIDUALS', article: art(169, 1) },
  /** Its ground lies in other legislation, which may name any payer. */
  S6_WRITE_OFF: { from: 'EXHAUSTED', reach: 'ANY_PAYER', article: art(172) },
  COURT_FOR_INDIVIDUAL: { reach: 'ANY_PAYER', article: art(157, 5) },
} as const satisfies Record<string, Measure>;

export type CollectionMeasure = keyof typeof COLLECTION_MEASURES;

export function measureOf(code: CollectionMeasure): Measure {
  return COLLECTION_MEASURES[code];
}

export const SECURING_MEASURES = [
  'S3_BANK_SUSPENSION',
  'S3_CASH_SUSPENSION',
  'S3_PROPERTY_RESTRICTION',
] as const satisfies readonly CollectionMeasure[];
export type SecuringMeasure = (typeof SECURING_MEASURES)[number];

/** A physical person who is not an entrepreneur is an INDIVIDUAL; of it everything is collected by a court only. */
export type PayerStatus = 'LEGAL_ENTITY' | 'ENTREPRENEUR' | 'INDIVIDUAL';

/** Same kind first: it also stops penalty interest (art. 158.8). */
export const OWN_MONEY_SOURCES = ['OVERPAYMENT_SAME_KIND', 'OVERPAYMENT_OTHER_KIND', 'ADVANCE'] as const;
export type OwnMoneySource = (typeof OWN_MONEY_SOURCES)[number];

/** What guarantees reports of a demand (art. 161.1); SHORT also where nothing came of it. */
export type GuaranteeResult = 'RECOVERED' | 'SHORT';

/** How a security of the debt stands: named to guarantees, demanded by it, tried. */
export type CoverState = 'CALLED' | 'DEMANDED' | GuaranteeResult;
