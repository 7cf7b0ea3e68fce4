/** Actions due before or with the filing (art. 288.4.5; R-DEC-100). The list is a table: one line an action. */
import type { LegalRef, Reason } from '@shekara/kernel';
import { art } from '@shekara/kernel';
import { NO_PREVIOUS_PROCEDURE, PROCEDURES_WITHOUT_FEE } from './code-lists.js';
import type { DeclarationDraft } from './declaration-draft.js';
import { previousProcedure } from './declaration-draft.js';
import type { FilingFacts } from './filing-facts.js';
import type { RegistrationDefect } from './registration-defects.js';
import { defectWhen } from './registration-refusal.js';

export interface PriorAction {
  readonly name: string;
  readonly article: LegalRef;
  readonly detail: RegistrationDefect;
  readonly pointer: string;
  readonly missing: (draft: DeclarationDraft, facts: FilingFacts) => boolean;
}

export const PRIOR_ACTIONS: readonly PriorAction[] = [
  {
    // The payment document is named here; that the money came is checked by payments before release (art. 131.3).
    name: 'declaration fee',
    article: art(120, 2),
    detail: 'FEE_PAYMENT_NOT_REFERENCED',
    pointer: '/documents',
    missing: (draft) =>
      !PROCEDURES_WITHOUT_FEE.has(draft.procedureCode ?? '') &&
      !draft.documents?.some((document) => document.kind === 'PAYMENT_PROOF' && !!document.number),
  },
  {
    name: 'electronic copy of a written declaration',
    article: art(278, 6),
    detail: 'ELECTRONIC_COPY_MISSING',
    pointer: '/filingChannel',
    missing: (draft, facts) => draft.filingChannel === 'PAPER' && facts.electronicCopy !== true,
  },
  {
    name: 'presentation of imported goods',
    article: art(248, 2),
    detail: 'GOODS_NOT_PRESENTED',
    pointer: '/items',
    missing: (draft, facts) =>
      draft.direction === 'IM' &&
      draft.items.some((item) => previousProcedure(item) === NO_PREVIOUS_PROCEDURE) &&
      !(facts.arrival?.status === 'ACCEPTED' && facts.arrival.presentedAt !== undefined),
  },
];

/** Every action that was due and not done. */
export function priorActionDefects(draft: DeclarationDraft, facts: FilingFacts): readonly Reason[] {
  return PRIOR_ACTIONS.flatMap((action) =>
    defectWhen(action.missing(draft, facts), action.detail, {
      pointer: action.pointer,
      expected: `${action.name} (${action.article.text})`,
    }),
  );
}
