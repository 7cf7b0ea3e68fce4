/** The item of a decision on a new subject: a row that is added. */
import type { Additions, Insertion } from '@shekara/persistence';
import type { KeptWorkItem, WorkToDo } from './work-item.js';

const NEW_ITEMS: Insertion = {
  table: 'work_items',
  columns: [
    ['id', 'uuid'],
    ['kind', 'text'],
    ['role', 'text'],
    ['decided_by_role', 'text'],
    ['customs_body', 'text'],
    ['subject', 'text'],
    ['subject_id', 'text'],
    ['case_id', 'uuid'],
    ['title', 'text'],
    ['article', 'text'],
    ['opened_at', 'timestamptz'],
    ['due_at', 'timestamptz'],
    ['priority', 'int'],
    ['escalate_at', 'timestamptz'],
    ['status', 'text'],
  ],
};

/** Adds the item and answers it. */
export function addItem(work: Additions, wanted: WorkToDo): KeptWorkItem {
  const item = newItem(work, wanted);
  work.add(NEW_ITEMS, [
    ...[item.id, item.kind, item.role, item.decidedByRole, item.customsBody, item.subject, item.subjectId],
    ...[item.caseId, item.title, item.article, item.openedAt, item.dueAt, item.goesAhead ? 0 : 1],
    ...[item.escalateAt, item.status],
  ]);
  return item;
}

/** The item that a decision to be asked for becomes. */
function newItem(work: Additions, wanted: WorkToDo): KeptWorkItem {
  return {
    id: work.newId(),
    kind: wanted.kind,
    role: wanted.role,
    decidedByRole: wanted.role,
    customsBody: wanted.customsBody,
    subject: wanted.subject,
    subjectId: wanted.subjectId,
    caseId: wanted.caseId,
    title: wanted.title,
    article: wanted.article.text,
    openedAt: work.context.at,
    dueAt: wanted.dueAt ?? null,
    goesAhead: wanted.goesAhead === true,
    escalateAt: wanted.escalateAt ?? null,
    escalatedAt: null,
    status: 'OPEN',
    claimedBy: null,
    outcome: null,
    version: 1,
  };
}
