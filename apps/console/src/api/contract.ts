/** What the gateway answers, as far as the console reads it. Instants are ISO 8601 texts, money is tenge as a decimal text. */

export interface WorkItem {
  readonly id: string;
  readonly service: string;
  readonly kind: string;
  readonly role: string;
  readonly customsBody: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly caseId: string;
  readonly title: string;
  readonly article: string;
  readonly openedAt: string;
  readonly dueAt: string | null;
  readonly status: 'OPEN' | 'CLAIMED' | 'COMPLETED' | 'CANCELLED';
  readonly claimedBy: string | null;
  readonly version: number;
}

export interface QueuePage {
  readonly items: readonly WorkItem[];
  readonly next?: string | null;
}

export interface Sentence {
  readonly en: string;
  readonly ru: string;
  readonly kk: string;
}

export type Regime = 'CODE_2010' | 'CODE_2017';

/** A line of `GET /v1/reasons`. */
export interface ReasonDefinition {
  readonly code: string;
  readonly article: Readonly<Partial<Record<Regime, { readonly article: string; readonly text: string }>>>;
  readonly text: Sentence;
  readonly cure: Sentence;
}

export interface ReasonCatalogue {
  readonly reasons: readonly ReasonDefinition[];
  /** Services that did not answer. */
  readonly missing?: readonly string[];
}

/** A reason as raised. Over HTTP it brings its sentences; one that came by message has only its code. */
export interface Reason {
  readonly code: string;
  readonly article: string;
  readonly text?: Sentence;
  readonly cure?: Sentence;
  readonly pointer?: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** RFC 9457. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly reasons: readonly Reason[];
}

export interface CaseSummary {
  readonly caseId: string;
  readonly state?: string;
  readonly documents: readonly { readonly kind: string; readonly number: string }[];
  readonly customsBodies: readonly string[];
  readonly tookMs: number;
}

export interface TimelineStep {
  readonly at: string;
  readonly service: string;
  /** Full name of the message, e.g. "shekara.registration.v1.GoodsReleased". */
  readonly type: string;
  /** In English, with numbers and amounts. */
  readonly sentence: string;
  readonly actor: string;
  readonly ground: string;
  /** 0 for the first step. */
  readonly sincePreviousMs: number;
}

export interface CaseTimeline {
  readonly case: CaseSummary;
  readonly steps: readonly TimelineStep[];
}

export interface DeclarationRow {
  readonly number: string;
  readonly caseId: string;
  readonly status: string;
  readonly customsBody: string;
  /** BIN or IIN. */
  readonly declarant: string;
  readonly registeredAt: string | null;
  readonly releaseDueAt: string | null;
}

/** An item as it was filed: a field may be absent. */
export interface DeclaredItem {
  readonly itemNumber?: number;
  readonly commodityCode?: string;
  readonly description?: string;
  readonly originCountry?: string;
  readonly netKg?: string;
  readonly itemPrice?: string;
}

export interface DeclarationView extends DeclarationRow {
  readonly reasons?: readonly Reason[];
  /** What was filed. */
  readonly declaration?: {
    readonly direction?: string;
    readonly procedureCode?: string;
    readonly invoiceCurrency?: string;
    readonly totalCustomsValue?: string;
    readonly declarant?: { readonly name?: string };
    readonly items: readonly DeclaredItem[];
  };
}

export interface StatusNotification {
  readonly id: string;
  readonly caseId: string;
  readonly document: string;
  readonly documentNumber: string;
  readonly status: string;
  readonly reasons: readonly Reason[];
  readonly at: string;
}

/** `config.json` beside the page; development tokens only where somebody put them there. */
export interface ConsoleConfig {
  readonly issuer?: string;
  readonly developmentTokens?: readonly { readonly label: string; readonly token: string }[];
}

export const RELEASE_CONDITIONS = [
  'DOCUMENTS_PRESENT',
  'PROCEDURE_CONDITIONS_MET',
  'PAID_OR_SECURED',
] as const;
export type ReleaseCondition = (typeof RELEASE_CONDITIONS)[number];

export interface ReleaseBody {
  readonly findingsConsidered?: string;
}

export interface RefusalBody {
  readonly grounds: readonly {
    readonly code: string;
    readonly facts: string;
    readonly condition?: ReleaseCondition;
  }[];
}

export const DISCREPANCY_KINDS = [
  'QUANTITY',
  'WEIGHT',
  'DESCRIPTION',
  'COMMODITY_CODE',
  'ORIGIN',
  'CUSTOMS_VALUE',
  'MARKING',
  'UNDECLARED_GOODS',
  'PROHIBITION_OR_RESTRICTION',
  'INTELLECTUAL_PROPERTY',
  'DOCUMENT',
  'OTHER',
] as const;
export type DiscrepancyKind = (typeof DISCREPANCY_KINDS)[number];

/** Those who may stand for the declarant at an examination. */
export const PRESENT_ROLES = ['DECLARANT', 'AUTHORISED_PERSON', 'REPRESENTATIVE', 'DRIVER'] as const;
export type PresentRole = (typeof PRESENT_ROLES)[number];

export const ABSENCE_REASONS = [
  'NO_SHOW_OR_UNKNOWN',
  'URGENT_THREAT',
  'INTERNATIONAL_MAIL',
  'LEFT_AGAINST_EXPORT_PROCEDURE',
] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

export const EVIDENCE_KINDS = ['PHOTO', 'VIDEO', 'DOCUMENT', 'WEIGHING', 'DEVICE_IMAGE'] as const;

/** A file that is kept elsewhere; its SHA-256 proves that it is the same. */
export interface EvidencePiece {
  readonly kind: (typeof EVIDENCE_KINDS)[number];
  readonly reference: string;
  readonly sha256: string;
}

export interface ControlView {
  readonly id: string;
  readonly form: 'EXAMINATION' | 'DOCUMENT_CHECK';
  readonly documentNumber: string;
  readonly itemNumbers: readonly number[];
  readonly task: string;
  readonly actNumber: string | null;
}

export interface ControlResultBody {
  readonly officers: readonly { readonly name: string; readonly position: string }[];
  readonly place: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly items: readonly {
    readonly itemNumber: number;
    readonly outcome: 'CONFORMS' | 'DISCREPANCY';
    readonly kind?: DiscrepancyKind;
    readonly text?: string;
    readonly evidence?: readonly string[];
  }[];
  readonly evidence: readonly EvidencePiece[];
  readonly presentPersons?: readonly { readonly name: string; readonly role: PresentRole }[];
  readonly copyHandedTo?: string;
  readonly absenceReason?: AbsenceReason;
  readonly witnesses?: readonly { readonly name: string; readonly address: string }[];
  readonly documents?: {
    readonly genuine?: boolean;
    readonly dataTrue?: boolean;
    readonly filledProperly?: boolean;
    readonly comparedWith: readonly string[];
  };
  readonly statements?: string;
}
