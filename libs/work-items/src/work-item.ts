/** A human decision that waits in a queue, with the end of its legal term. */
import type { LegalRef } from '@shekara/kernel';

export type WorkItemStatus = 'OPEN' | 'CLAIMED' | 'COMPLETED' | 'CANCELLED';

export interface WorkItem {
  readonly id: string;
  readonly kind: string;
  readonly role: string;
  readonly customsBody: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly caseId: string;
  readonly title: string;
  readonly article: string;
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  readonly status: WorkItemStatus;
  readonly claimedBy: string | null;
  readonly outcome: string | null;
  readonly version: number;
}

/** A decision to be asked for. */
export interface WorkToDo {
  /** Queue and kind, e.g. `EXAMINATION`. */
  readonly kind: string;
  /** Role of the officer who may take it. */
  readonly role: string;
  readonly customsBody: string;
  /** Kind and id of the document that it is about. */
  readonly subject: string;
  readonly subjectId: string;
  readonly caseId: string;
  readonly title: string;
  readonly article: LegalRef;
  readonly dueAt?: Date;
}
