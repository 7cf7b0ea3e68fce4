/** A preference that is claimed after the goods were registered without it (art. 96.3). */
import { type CivilDate, type LegalCalendar, type LegalTerm, termFromDay } from '@shekara/calendar';

/** From the registration of the declaration. */
export const LATER_CLAIM_TERM: LegalTerm = { length: 1, unit: 'YEARS', article: 'art. 96.3' };

/** Whether a claim of this day is in time for goods that were registered on that one (R-PAY-028). */
export function laterClaimInTime(
  registeredOn: CivilDate,
  claimedOn: CivilDate,
  calendar: LegalCalendar,
): boolean {
  return claimedOn <= termFromDay(LATER_CLAIM_TERM, registeredOn, calendar).lastDay;
}
