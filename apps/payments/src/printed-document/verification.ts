/** What whoever holds a paper is told of it: what it is, what it says in sums, whether it still stands. No person is named. */
import type { CivilDate } from '@shekara/calendar';

export const PRINTED_KINDS = ['DEBT_NOTICE', 'CERTIFICATE', 'RECONCILIATION_ACT', 'RECEIPT_VOUCHER'] as const;
export type PrintedKind = (typeof PRINTED_KINDS)[number];

/** A sum of the paper; tenge as text. */
export interface VerifiedSum {
  readonly kind: string;
  readonly sums: Readonly<Record<string, string>>;
}

export interface Verified {
  readonly kind: PrintedKind;
  readonly number: string;
  readonly date: CivilDate;
  readonly customsBody: string;
  readonly sums: readonly VerifiedSum[];
  /** Whether the paper still says what holds: not of a notice that was replaced, withdrawn or executed. */
  readonly validity: 'VALID' | 'REPLACED' | 'WITHDRAWN' | 'EXECUTED';
  /** The day for which its sums were true. */
  readonly asOn: CivilDate;
}

const ENDED = new Set(['REPLACED', 'WITHDRAWN', 'EXECUTED']);

/** The validity of a notice in a state; certificates and acts, once issued, keep saying what was true on their day. */
export function validityOf(status: string): Verified['validity'] {
  return ENDED.has(status) ? (status as Verified['validity']) : 'VALID';
}
