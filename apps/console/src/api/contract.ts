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
  readonly id?: string;
  readonly number: string;
  readonly caseId: string;
  readonly status: string;
  readonly customsBody: string;
  readonly declarant: string | { readonly name: string; readonly identificationNumber?: string };
  readonly registeredAt: string | null;
  readonly customsValue: string | null;
}

export interface DeclaredItem {
  readonly number: number;
  readonly commodityCode: string;
  readonly description: string;
  readonly originCountry: string;
  readonly netWeightKg: string;
  readonly itemPrice: string;
}

export interface DeclarationView extends DeclarationRow {
  readonly regime?: Regime;
  readonly direction?: string;
  readonly procedure?: string;
  readonly releaseDueAt?: string | null;
  readonly invoiceCurrency?: string;
  readonly items?: readonly DeclaredItem[];
  readonly reasons?: readonly Reason[];
}

export interface AccountView {
  readonly payer?: string;
  readonly balances: readonly { readonly account: string; readonly amount: string }[];
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

export const RELEASE_CONDITIONS = ['DOCUMENTS_PRESENT', 'PROCEDURE_CONDITIONS_MET', 'PAID_OR_SECURED'] as const;
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

export const FINDING_KINDS = ['QUANTITY', 'CODE', 'ORIGIN', 'VALUE', 'DOCUMENT', 'OTHER'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface ControlResultBody {
  readonly outcome: 'CONFORMS' | 'DISCREPANCY';
  readonly findings: readonly { readonly itemNumber: number; readonly kind: FindingKind; readonly text: string }[];
  readonly evidence: readonly string[];
}
