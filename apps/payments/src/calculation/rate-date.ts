/** The day whose rates and exchange rates apply (art. 126.1, 127, 291.6, 293.7, 294.5, 298.2(3)). Legal dates only. */
import type { CivilDate } from '@shekara/reference-data';

export type RateBasis =
  | { readonly kind: 'ORDINARY'; readonly registeredOn: CivilDate }
  /** A payment that no declaration stands behind (art. 127). */
  | { readonly kind: 'WITHOUT_DECLARATION'; readonly paidOn: CivilDate }
  | {
      /** A full declaration that follows a first one: the first one's day decides (R-PAY-050). */
      readonly kind: 'PRELIMINARY' | 'PERIODIC' | 'TEMPORARY';
      readonly firstRegisteredOn: CivilDate;
    }
  | {
      readonly kind: 'RELEASE_BEFORE_DECLARATION';
      readonly registeredOn: CivilDate;
      /** The day of the release mark in the declaration; absent when there is none yet. */
      readonly releaseMarkOn?: CivilDate;
      /** The 10th of the month after release, moved to a working day by the calendar. */
      readonly lastPermittedDay: CivilDate;
    };

/** R-PAY-039, R-PAY-040, R-PAY-050, R-PAY-051: a later change of a rate does not alter the sum. */
export function rateDateOf(basis: RateBasis): CivilDate {
  switch (basis.kind) {
    case 'ORDINARY':
      return basis.registeredOn;
    case 'WITHOUT_DECLARATION':
      return basis.paidOn;
    case 'PRELIMINARY':
    case 'PERIODIC':
    case 'TEMPORARY':
      return basis.firstRegisteredOn;
    case 'RELEASE_BEFORE_DECLARATION': {
      const markedInTime = basis.releaseMarkOn !== undefined && basis.releaseMarkOn <= basis.lastPermittedDay;
      return markedInTime ? basis.registeredOn : basis.lastPermittedDay;
    }
  }
}
