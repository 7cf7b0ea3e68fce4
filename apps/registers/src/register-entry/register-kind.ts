/** The registers kept here (list REGISTER_KIND) and what the law asks in each: a table that code and README read. */
import { art, type LegalRef } from '@shekara/kernel';

export const REGISTERS = ['REP', 'CARRIER', 'TSW'] as const;
export type Register = (typeof REGISTERS)[number];

/** Who signs an order: the head or deputy of the authorized body, or of the territorial unit. */
export type SignerRole = 'AUTHORIZED_BODY_HEAD' | 'TERRITORIAL_HEAD' | 'OFFICER';

/** First and last number of a run of articles of the Administrative Code; both belong to it. */
type ArticleRun = readonly [first: number, last: number];

export interface RegisterKind {
  readonly meaning: string;
  readonly article: LegalRef;
  /** Whether an entry stands for one place with its address (art. 40.1.1): one entry per owner and place. */
  readonly perPremises: boolean;
  /** The instant from which the 15 calendar days of review run (art. 27.3, 35.3, 41.3). */
  readonly reviewStarts: 'REGISTRATION' | 'SUBMISSION';
  readonly reviewTerm: string;
  readonly reviewArticle: LegalRef;
  readonly inclusionSigner: SignerRole;
  readonly inclusionArticle: LegalRef;
  readonly exclusionSigner: SignerRole;
  readonly exclusionArticle: LegalRef;
  readonly exclusionNoticeArticle: LegalRef;
  readonly waitArticle: LegalRef;
  readonly legalFormArticle: LegalRef;
  readonly documentsArticle: LegalRef;
  /** Kinds of the table "Documents to attach" that are always asked. */
  readonly documents: readonly string[];
  /** Minimum security in euro: the legal parameter and its article. */
  readonly security?: {
    readonly parameter: 'REPRESENTATIVE_SECURITY' | 'CARRIER_SECURITY';
    readonly article: LegalRef;
  };
  readonly insurance?: LegalRef;
  readonly customsDebt?: LegalRef;
  /** Articles of the Administrative Code looked at for the year before (OFFENCE_LIST). */
  readonly offences?: { readonly runs: readonly ArticleRun[]; readonly article: LegalRef };
}

const IDENTITY = ['STATE_REGISTRATION_CERT', 'TAXPAYER_REGISTRATION_CERT', 'CONSTITUENT_DOCS'];

export const REGISTER_KIND: Readonly<Record<Register, RegisterKind>> = {
  REP: {
    meaning: 'Customs representatives',
    article: art(25),
    perPremises: false,
    reviewStarts: 'REGISTRATION',
    reviewTerm: 'D-REG-01',
    reviewArticle: art(27, 3),
    inclusionSigner: 'AUTHORIZED_BODY_HEAD',
    inclusionArticle: art(27, 4),
    exclusionSigner: 'AUTHORIZED_BODY_HEAD',
    exclusionArticle: art(28, 2),
    exclusionNoticeArticle: art(28, 3),
    waitArticle: art(28, 4),
    legalFormArticle: art(25, 1),
    documentsArticle: art(27, 2),
    documents: [
      ...IDENTITY,
      'SPECIALIST_CERTS',
      'EMPLOYMENT_ORDERS_OR_CONTRACTS',
      'SECURITY_DOCS',
      'BANK_ACCOUNT_CONFIRMATION',
      'LIABILITY_INSURANCE_CONTRACT',
    ],
    security: { parameter: 'REPRESENTATIVE_SECURITY', article: art(26, 3) },
    insurance: art(26, 2),
  },
  CARRIER: {
    meaning: 'Customs carriers',
    article: art(33),
    perPremises: false,
    reviewStarts: 'SUBMISSION',
    reviewTerm: 'D-REG-02',
    reviewArticle: art(35, 3),
    inclusionSigner: 'AUTHORIZED_BODY_HEAD',
    inclusionArticle: art(35, 4),
    exclusionSigner: 'AUTHORIZED_BODY_HEAD',
    exclusionArticle: art(36, 2),
    exclusionNoticeArticle: art(36, 3),
    waitArticle: art(36, 4),
    legalFormArticle: art(33, 1),
    documentsArticle: art(35, 2),
    documents: [
      ...IDENTITY,
      'BANK_ACCOUNT_CONFIRMATION',
      'SECURITY_DOCS',
      'VEHICLE_TITLE_DOCS',
      'VEHICLE_SEAL_APPROVAL_CERTS',
      'TERRITORIAL_CONFORMITY_DECISION',
    ],
    security: { parameter: 'CARRIER_SECURITY', article: art(34, 2) },
    customsDebt: art(34, 5),
    offences: {
      runs: [
        [400, 407],
        [410, 412],
        [414, 415],
        [427, 429],
        [434, 434],
        [438, 438],
      ],
      article: art(34, 6),
    },
  },
  TSW: {
    meaning: 'Owners of temporary storage warehouses',
    article: art(39),
    perPremises: true,
    reviewStarts: 'REGISTRATION',
    reviewTerm: 'D-REG-03',
    reviewArticle: art(41, 3),
    inclusionSigner: 'AUTHORIZED_BODY_HEAD',
    inclusionArticle: art(41, 5),
    exclusionSigner: 'AUTHORIZED_BODY_HEAD',
    exclusionArticle: art(43, 2),
    exclusionNoticeArticle: art(43, 3),
    waitArticle: art(43, 4),
    legalFormArticle: art(39, 1),
    documentsArticle: art(41, 2),
    documents: [
      ...IDENTITY,
      'BANK_ACCOUNT_CONFIRMATION',
      'PREMISES_TITLE_DOCS',
      'PREMISES_PLANS',
      'HANDLING_AND_WEIGHING_PROOF',
      'LIABILITY_INSURANCE_CONTRACT',
    ],
    insurance: art(40, '1.2'),
    customsDebt: art(40, '1.3'),
    offences: {
      runs: [
        [400, 400],
        [405, 405],
        [410, 412],
        [414, 415],
        [417, 417],
        [430, 430],
        [434, 434],
        [438, 438],
      ],
      article: art(40, '1.4'),
    },
  },
};

/** Whether a ruling under this article of the Administrative Code counts for the register. */
export function isListedOffence(register: Register, administrativeArticle: number): boolean {
  const runs = REGISTER_KIND[register].offences?.runs ?? [];
  return runs.some(([first, last]) => first <= administrativeArticle && administrativeArticle <= last);
}
