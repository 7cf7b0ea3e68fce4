/** The application to register a security (art. 152.3), what an officer judges of it, and its lists. */
import type { CivilDate } from '@shekara/calendar';
import type { Money } from '@shekara/kernel';

/** SecurityMethod (art. 144.1). */
export const SECURITY_METHODS = ['CASH', 'BANK_GUARANTEE', 'SURETYSHIP', 'PLEDGE', 'INSURANCE'] as const;
export type SecurityMethod = (typeof SECURITY_METHODS)[number];

/** SecurityKind: one obligation, or several operations of one person (art. 143.1, 150). */
export type SecurityKind = 'SINGLE' | 'GENERAL';
/** Usable by the accepting body only, or by every body (art. 144.5, 150.1). */
export type BodyScope = 'SINGLE_BODY' | 'ANY_BODY';

/** PledgeExclusion (art. 148.4). */
export const PLEDGE_EXCLUSIONS = [
  'VITAL_FACILITIES',
  'SEIZED_OR_CONFISCATED',
  'RESTRICTED_BY_STATE_BODY',
  'ENCUMBERED_BY_THIRD_PARTY',
  'RESTRICTED_OR_BANNED_BY_LAW',
  'ENERGY',
  'PERISHABLE',
  'PROPERTY_RIGHTS',
  'OUTSIDE_KAZAKHSTAN',
] as const;
export type PledgeExclusion = (typeof PLEDGE_EXCLUSIONS)[number];

export interface Pledge {
  /** Day of the written application, and of the appraiser's report. */
  readonly appliedOn: CivilDate;
  readonly reportOn: CivilDate;
  readonly marketValue: Money;
  readonly saleExpenses: Money;
  /** Last day of the insurance against loss and damage. */
  readonly insuredTo?: CivilDate;
  /** Number of the civil registration (art. 148.6). */
  readonly civilRegistration?: string;
}

export interface SecurityApplication {
  readonly method: SecurityMethod;
  readonly kind: SecurityKind;
  /** BIN or IIN of the person whose obligations are secured. */
  readonly principal: string;
  /** BIN or IIN of the bank, surety or insurer; absent for cash and for a pledge of the payer. */
  readonly guarantor?: string;
  readonly acceptingBody: string;
  readonly bodyScope: BodyScope;
  readonly amount: Money;
  readonly validFrom: CivilDate;
  /** Last day; only cash may have none. */
  readonly validTo?: CivilDate;
  readonly document: { readonly number: string; readonly date: CivilDate };
  /** SINGLE: the obligation that is secured. */
  readonly obligation?: {
    readonly dutiesAndTaxes: Money;
    /** Last day of the term of performance. */
    readonly dueOn: CivilDate;
    readonly controllingBody: string;
  };
  /** GENERAL: the latest due day of the obligations of its period. */
  readonly obligationsDueBy?: CivilDate;
  /** ISO 4217. */
  readonly currency: string;
  readonly pledge?: Pledge;
}

/** What a person must look at; each field is asked for the methods named. */
export interface Judgement {
  /** Bank or insurer: in its register on the day, and may issue (art. 146.1, 149.1). */
  readonly issuerInRegister?: boolean;
  /** Bank guarantee, suretyship, pledge, insurance: the document meets the law. */
  readonly contentLawful?: boolean;
  /** Suretyship: an entrepreneur or legal entity of Kazakhstan (art. 147.1). */
  readonly suretyAllowed?: boolean;
  /** Suretyship: backed by cash, bank guarantee, pledge or insurance. */
  readonly suretyBacked?: boolean;
  /** Cash: the money stands on the account of the division. */
  readonly cashReceived?: boolean;
  /** Pledge. */
  readonly reportValid?: boolean;
  readonly liquid?: boolean;
  readonly excludedProperty?: PledgeExclusion;
}
