/** What the platform knows, beside the declaration itself, at the moment of filing. Each fact is this service's own projection. */
import type { ReferenceData } from '@shekara/reference-data';
import type { LegalCalendar, OfficeCalendar } from '@shekara/calendar';
import type { DataSetReduction } from './mandatory-fields.js';

/** The verdict on the electronic signature over the exact bytes filed (R-DEC-087). */
export type SignatureVerdict = 'VALID' | 'MISSING' | 'INVALID' | 'EXPIRED' | 'OF_ANOTHER_PERSON';

/** A line of the register of customs representatives as the service last heard of it. */
export interface RepresentativeFact {
  readonly registerNumber: string;
  readonly identification: string;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'EXCLUDED';
  /** Specialists by certificate; absent as long as the registers publish none, and then only that one is named is checked. */
  readonly specialists?: readonly SpecialistFact[];
}

export interface SpecialistFact {
  readonly certificateNumber: string;
  /** Last day of the certificate (2 years, art. 32.8). */
  readonly validTo: string;
  readonly employed: boolean;
}

/** A customs body and what it may register (art. 288.1). */
export interface CustomsBodyFact {
  readonly code: string;
  readonly calendar: OfficeCalendar;
  /** Procedures it registers; absent: all. */
  readonly procedures?: readonly string[];
}

/** The arrival notice that covers the goods. */
export interface ArrivalFact {
  readonly noticeNumber: string;
  readonly status: 'ACCEPTED' | 'RETURNED' | 'PENDING';
  readonly presentedAt?: Date;
}

export interface FilingFacts {
  /** BIN or IIN of the person whose access token filed. */
  readonly filerIdentification: string;
  readonly signature: SignatureVerdict;
  /** The customs body that `officeCode` names; absent: there is none. */
  readonly office?: CustomsBodyFact;
  /** The register line under the number of box 14/54; absent: there is none. */
  readonly representative?: RepresentativeFact;
  readonly arrival?: ArrivalFact;
  /** PAPER only: the electronic copy came with it (art. 278.6). */
  readonly electronicCopy?: boolean;
}

/** Measures that decide which release term runs (art. 297.1, DL-04). */
export interface ExportMeasures {
  owesExportDuty(commodityCode: string, on: string): boolean;
  onTemporaryExportList(commodityCode: string, on: string): boolean;
}

/** The law's tables and calendar as of today; the day of registration decides which row applies (R-DEC-049). */
export interface FilingLaw {
  readonly reference: Pick<
    ReferenceData,
    | 'tariff'
    | 'exciseRates'
    | 'currencyRates'
    | 'procedures'
    | 'transportModes'
    | 'countries'
    | 'eaeuStates'
    | 'documentKinds'
    | 'packageKinds'
  >;
  readonly calendar: LegalCalendar;
  readonly exportMeasures: ExportMeasures;
  readonly reductions: readonly DataSetReduction[];
}
