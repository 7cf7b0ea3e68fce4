/** A human decision that waits in a queue, with the end of its legal term. */
import type { LegalRef } from '@shekara/kernel';
import type { WorkItemKind } from './work-item-kinds.js';

export type WorkItemStatus = 'OPEN' | 'CLAIMED' | 'COMPLETED' | 'CANCELLED';

export interface WorkItem {
  readonly id: string;
  readonly kind: string;
  /** The role in whose queue it stands: its own, or HEAD_OF_POST once it is escalated. */
  readonly role: string;
  readonly customsBody: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly caseId: string;
  readonly title: string;
  readonly article: string;
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  /** Goods of a priority category stand before all others (R-DEC-025). */
  readonly goesAhead: boolean;
  /** When it passed to the head of the post. */
  readonly escalatedAt: Date | null;
  readonly status: WorkItemStatus;
  readonly claimedBy: string | null;
  readonly outcome: string | null;
  readonly version: number;
}

/** @internal What the library keeps beside what it shows. */
export interface KeptWorkItem extends WorkItem {
  /** The role whose decision it is, also after it was escalated. */
  readonly decidedByRole: string;
  /** When it escalates by itself. */
  readonly escalateAt: Date | null;
}

/** A decision to be asked for. */
export interface WorkToDo {
  /** Queue and kind, e.g. `EXAMINATION`. */
  readonly kind: WorkItemKind;
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
  /** The goods belong to a priority category (art. 276): the item stands before all others of its queue (R-DEC-025). */
  readonly goesAhead?: boolean;
  /** When nobody has decided by then, it passes to the head of the post; some time before `dueAt`, or `dueAt` itself. */
  readonly escalateAt?: Date;
}

/** @internal The columns of a shown item, by the names of `WorkItem`. */
export const WORK_ITEM = `id, kind, role, customs_body AS "customsBody", subject, subject_id AS "subjectId",
  case_id AS "caseId", title, article, opened_at AS "openedAt", due_at AS "dueAt", priority = 0 AS "goesAhead",
  escalated_at AS "escalatedAt", status, claimed_by AS "claimedBy", outcome, version`;

/** @internal The columns of a kept item. */
export const KEPT_WORK_ITEM = `${WORK_ITEM}, decided_by_role AS "decidedByRole", escalate_at AS "escalateAt"`;

/** The item as it is shown. */
export function shown({ decidedByRole: _role, escalateAt: _at, ...item }: KeptWorkItem): WorkItem {
  return item;
}
