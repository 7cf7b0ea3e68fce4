/** What a decision on cover does to the ledger. */
import type { CivilDate } from '@shekara/reference-data';
import type { PayerAtBody } from '../ledger/account.js';
import type { JournalEntry } from '../ledger/journal-entry.js';
import { coveredByGuarantee, coveredFromMoney, smallRemainderEnded } from '../ledger/liability-postings.js';
import type { ReleaseCover } from './release-cover.js';

export interface CoveredDeclaration {
  readonly owner: PayerAtBody;
  /** Number of the declaration. */
  readonly document: string;
  readonly valueDate: CivilDate;
}

/** One entry per kind and source of cover; none while the declaration waits. */
export function postingsOfCover(
  cover: ReleaseCover,
  declaration: CoveredDeclaration,
): readonly JournalEntry[] {
  if (cover.outcome === 'WAITING') return [];
  return [
    ...cover.fromMoney.map(({ kind, amount, purpose }) =>
      coveredFromMoney({ ...declaration, kind, amount }, purpose),
    ),
    ...cover.byGuarantee.map(({ kind, amount }) => coveredByGuarantee({ ...declaration, kind, amount })),
    ...cover.smallRemainder.map(({ kind, amount }) => smallRemainderEnded({ ...declaration, kind, amount })),
  ];
}
