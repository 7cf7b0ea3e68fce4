/** What a printed document says, in the order in which it is read; how it looks is for `renderPdf`. */

/** The languages in which a person may ask for a document. */
export const PRINT_LANGUAGES = ['kk', 'ru', 'en'] as const;
export type PrintLanguage = (typeof PRINT_LANGUAGES)[number];

/** A label with what stands for it: "Number", "55302/100326/N000001". */
export type Fact = readonly [label: string, value: string];

export interface Column {
  readonly title: string;
  /** Sums stand on the right, so that their digits are under each other. */
  readonly align: 'left' | 'right';
  /** Share of the width that the columns divide; 1 unless given. */
  readonly share?: number;
}

export interface Signature {
  /** Who signs: "Head of the customs body". */
  readonly who: string;
  /** Reference of the signature, or empty where a hand signs. */
  readonly signature: string;
}

export type Part =
  | { readonly is: 'HEADING'; readonly text: string }
  | { readonly is: 'PARAGRAPH'; readonly text: string; readonly small?: boolean }
  | { readonly is: 'FACTS'; readonly facts: readonly Fact[] }
  | {
      readonly is: 'TABLE';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
      /** A last row that adds up the others. */
      readonly total?: readonly string[];
    }
  | { readonly is: 'SIGNATURES'; readonly signatures: readonly Signature[] };

/** How whoever holds the paper checks that it is genuine. */
export interface Verification {
  /** Short code, typed by people. */
  readonly code: string;
  /** What to do with it, in the language of the document. */
  readonly says: string;
  /** What the QR carries: the address that answers for the code, or the code itself. */
  readonly scanned: string;
}

export interface PrintedDocument {
  readonly language: PrintLanguage;
  /** Who issues it; stands above the title. */
  readonly issuer: string;
  readonly title: string;
  readonly subtitle: string;
  readonly parts: readonly Part[];
  readonly verification: Verification;
  /** When it was printed, from the Clock: the same document of the same moment is the same file. */
  readonly printedAt: Date;
  /** "Page 2 of 3", in the language of the document. */
  readonly pageOf: (page: number, pages: number) => string;
}
