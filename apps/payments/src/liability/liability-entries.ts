/** The entries of a declaration's liability: assessed, made final by release, reversed by its refusal (art. 129, 131.3, 141.4). */
import { Money } from '@shekara/kernel';
import type { JournalEntry } from '../ledger/journal-entry.js';
import { liabilityAssessed, liabilityReversed, releaseFinalised } from '../ledger/liability-postings.js';
import type { DeclarationLiability } from './liability.js';

/** Whose liability an entry is of, by which document, since when. */
export function ofDeclaration({ owner, declarationNumber, registeredOn }: DeclarationLiability) {
  return { owner, document: declarationNumber, valueDate: registeredOn };
}

/** The obligation arises on the day of registration: an entry for each kind that has a sum. */
export function assessedPostings(liability: DeclarationLiability): readonly JournalEntry[] {
  return liability.kinds
    .filter(({ payable }) => payable.isPositive())
    .map(({ kind, payable }) => liabilityAssessed({ ...ofDeclaration(liability), kind, amount: payable }));
}

/** Release makes what still stands as assessed final (art. 131.3). */
export function releasedPostings(liability: DeclarationLiability): readonly JournalEntry[] {
  return standing(liability).map(({ kind, amount }) =>
    releaseFinalised({ ...ofDeclaration(liability), kind: kind.kind, amount }),
  );
}

/** Refusal ends only this declaration's liability; its money is free again (art. 129.2(8); R-PAY-060). */
export function reversedPostings(liability: DeclarationLiability): readonly JournalEntry[] {
  return standing(liability).map(({ kind, amount }) =>
    liabilityReversed({ ...ofDeclaration(liability), kind: kind.kind, amount }, kind),
  );
}

/** What of each kind is income that release has not made final, or has: less what ended small and what is a debt by itself. */
function standing({ kinds }: DeclarationLiability) {
  return kinds
    .map((kind) => ({
      kind,
      amount: kind.payable.minus(kind.smallRemainder).minus(kind.debt ?? Money.ZERO),
    }))
    .filter(({ amount }) => amount.isPositive());
}
