import type { LegalCalendar } from './legal-calendar.js';
import type { LegalTerm, TermEnd, TermOptions } from './legal-term.js';

/** A term that still runs, with all that it was computed from. */
export interface OpenTerm<Case> {
  /** Whose term it is: enough to tell the owner. */
  readonly of: Case;
  readonly term: LegalTerm;
  readonly startEventAt: Date;
  readonly options?: TermOptions;
  readonly end: TermEnd;
}

export interface RecomputedTerm<Case> {
  readonly of: Case;
  readonly old: TermEnd;
  readonly new: TermEnd;
  /** The last day or the last instant moved: the owner is to be told. */
  readonly moved: boolean;
}

/**
 * Computes open terms again after the holiday list or an office's hours changed; the old value stays beside the new one
 * (art. 5.8, 13.1; R-REG-028). `officeNow` gives an office's present calendar in place of the one the term was computed with.
 */
export function recomputeTerms<Case>(
  openTerms: readonly OpenTerm<Case>[],
  calendar: LegalCalendar,
  officeNow: (officeId: string) => TermOptions['office'] = () => undefined,
): RecomputedTerm<Case>[] {
  return openTerms.map(({ of, term, startEventAt, options = {}, end }) => {
    const office =
      options.office === undefined ? undefined : (officeNow(options.office.id) ?? options.office);
    const recomputed = calendar.end(term, startEventAt, { ...options, office });
    const moved = recomputed.lastDay !== end.lastDay || recomputed.endsAt.getTime() !== end.endsAt.getTime();
    return { of, old: end, new: recomputed, moved };
  });
}
