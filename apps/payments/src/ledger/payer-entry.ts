/** What a payer's own entry on its account comes from, and after what customs reduces it: nothing else (art. 141.4; R-PAY-116). */
import { art, type LegalRef, parseDeclarationNumber } from '@shekara/kernel';

/** A withdrawal of the declaration; duty returned on re-import, or on re-export of faulty goods. */
export const PAYER_ENTRY_REDUCTIONS = {
  WITHDRAWAL: art(290),
  RE_IMPORT: art(399),
  FAULTY_RE_EXPORT: art(405),
} as const satisfies Record<string, LegalRef>;

export type PayerEntryReduction = keyof typeof PAYER_ENTRY_REDUCTIONS;

/** An adjusted declaration is the payer's own entry again, in place of the one before (art. 141.4, 289.2). */
export const ADJUSTED_DECLARATION = 'ADJUSTED_DECLARATION';

/** After the number of a declaration: the version that an adjustment gave it. */
const VERSION = /\/[1-9]\d{0,3}$/;

/** Number of an adjustment after release: that of the declaration, then of the version it made, e.g. 55302/100326/0000001/2. */
export function adjustmentNumber(declarationNumber: string, version: number): string {
  return `${declarationNumber}/${version.toString()}`;
}

/**
 * Whether a payer's own entry may come from it: a declaration, its amendment, which keeps the declaration's number, or its
 * adjustment after release.
 */
export function isPayerEntrySource(document: string): boolean {
  return (
    parseDeclarationNumber(document) !== undefined ||
    (VERSION.test(document) && parseDeclarationNumber(document.replace(VERSION, '')) !== undefined)
  );
}
