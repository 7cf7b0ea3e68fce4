/** What a payer's own entry on its account comes from, and after what customs reduces it: nothing else (art. 141.4; R-PAY-116). */
import { art, type LegalRef, parseDeclarationNumber } from '@shekara/kernel';

/** A withdrawal of the declaration; duty returned on re-import, or on re-export of faulty goods. */
export const PAYER_ENTRY_REDUCTIONS = {
  WITHDRAWAL: art(290),
  RE_IMPORT: art(399),
  FAULTY_RE_EXPORT: art(405),
} as const satisfies Record<string, LegalRef>;

export type PayerEntryReduction = keyof typeof PAYER_ENTRY_REDUCTIONS;

/** Whether a payer's own entry may come from it: a declaration, or its amendment, which keeps the declaration's number. */
export function isPayerEntrySource(document: string): boolean {
  return parseDeclarationNumber(document) !== undefined;
}
