/** What an appeal suspends (art. 160.3, 182): the disputed part only, from submission to decision or judgment. */
import { type CivilDate, plusDays } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { Suspension } from '../debt-notice/execution-term.js';
import type { Appeal } from './appeal.js';

/**
 * The days on which the disputed part may not be executed, both ends counted (R-PAY-220): by the appeal, and by a court
 * claim until the judgment is in force. They are the suspensions that the execution term of the notice leaves out.
 */
export function suspensionsBy({ suspendsFrom, endedOn, court }: Appeal): readonly Suspension[] {
  const byAppeal = suspendsFrom === undefined ? [] : [span(suspendsFrom, endedOn)];
  return court === undefined ? byAppeal : [...byAppeal, span(court.claimedOn, court.inForceOn)];
}

function span(submittedOn: CivilDate, decidedOn: CivilDate | undefined): Suspension {
  return decidedOn === undefined ? { submittedOn } : { submittedOn, decidedOn };
}

/** How a day splits the sum of a notice: what goes on and what is suspended (R-PAY-221). */
export function partsOn(
  appeal: Appeal,
  demanded: Money,
  on: CivilDate,
): { readonly undisputed: Money; readonly suspended: Money } {
  const covered = suspensionsBy(appeal).some(
    ({ submittedOn, decidedOn }) =>
      on >= submittedOn && (decidedOn === undefined || on < plusDays(decidedOn, 1)),
  );
  const suspended = covered ? appeal.disputed.min(demanded) : Money.ZERO;
  return { undisputed: demanded.minus(suspended), suspended };
}
