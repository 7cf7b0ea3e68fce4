/** What an appeal must contain and be accompanied by (art. 176), and what its decision must contain (art. 181). */
import type { Money } from '@shekara/kernel';
import type { PaymentKind } from '../payment-kind.js';

/** The appeal as filed; what is missing is empty and marked APPEAL_FORM, never unreadable. */
export interface AppealContent {
  readonly addressee: string;
  readonly appellantName: string;
  readonly appellantAddress: string;
  readonly issuingBody: string;
  readonly noticeNumber: string;
  readonly circumstances: string;
  readonly evidence: string;
  readonly disputed: readonly { readonly kind: PaymentKind; readonly amount: Money }[];
  readonly enclosures: readonly string[];
  readonly noticeCopyEnclosed: boolean;
  readonly supportingDocumentsEnclosed: boolean;
  readonly signed: boolean;
  /** Signed by a representative: its power is enclosed. */
  readonly powerOfRepresentative?: string;
}

const TEXTS = {
  addressee: '176.2(2)',
  appellantName: '176.2(3)',
  appellantAddress: '176.2(3)',
  issuingBody: '176.2(4)',
  noticeNumber: '176.2(4)',
  circumstances: '176.2(5)',
  evidence: '176.2(5)',
} as const satisfies Partial<Record<keyof AppealContent, string>>;

export interface MissingItem {
  readonly item: keyof AppealContent;
  readonly article: string;
}

/** Every item of art. 176 that is missing (R-PAY-213). */
export function missingItems(content: AppealContent): readonly MissingItem[] {
  const texts = Object.entries(TEXTS) as [keyof typeof TEXTS, string][];
  return [
    ...texts.filter(([item]) => content[item].trim() === '').map(([item, article]) => ({ item, article })),
    ...missingWhere(content.disputed.length === 0, 'disputed', '176.2(5)'),
    ...missingWhere(content.enclosures.length === 0, 'enclosures', '176.2(6)'),
    ...missingWhere(!content.noticeCopyEnclosed, 'noticeCopyEnclosed', '176.5'),
    ...missingWhere(!content.supportingDocumentsEnclosed, 'supportingDocumentsEnclosed', '176.5'),
    ...missingWhere(!content.signed, 'signed', '176.4'),
    ...missingWhere(content.powerOfRepresentative?.trim() === '', 'powerOfRepresentative', '176.4'),
  ];
}

function missingWhere(
  condition: boolean,
  item: keyof AppealContent,
  article: string,
): readonly MissingItem[] {
  return condition ? [{ item, article }] : [];
}

/** AppealDecision: its texts (art. 181); date, body and outcome stand in the command. */
export interface DecisionContent {
  readonly body: string;
  readonly appellant: string;
  readonly summaryOfNotice: string;
  readonly summaryOfAppeal: string;
  /** With references to the law. */
  readonly reasons: string;
  readonly legalReferences: readonly string[];
}

/** Every part of art. 181 that a decision lacks (R-PAY-223). */
export function missingParts(content: DecisionContent): readonly (keyof DecisionContent)[] {
  const { body, appellant, summaryOfNotice, summaryOfAppeal, reasons, legalReferences } = content;
  const texts = { body, appellant, summaryOfNotice, summaryOfAppeal, reasons };
  const empty = Object.entries(texts)
    .filter(([, text]) => text.trim() === '')
    .map(([part]) => part as keyof typeof texts);
  return legalReferences.length === 0 ? [...empty, 'legalReferences'] : empty;
}
