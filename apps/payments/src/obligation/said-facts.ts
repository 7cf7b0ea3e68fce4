/** The facts of an obligation as messages and requests say them. */
import { type CivilDate, isCivilDate } from '@shekara/calendar';
import type { PaymentOrigin } from './booking-body.js';
import { OBLIGATION_DAYS, type ObligationDay } from './trigger.js';

/** The days by their names in the matrix; undefined for a name or a date that does not exist. */
export function daysOf(
  said: Readonly<Record<string, string>>,
): Partial<Record<ObligationDay, CivilDate>> | undefined {
  const days: Partial<Record<ObligationDay, CivilDate>> = {};
  for (const [name, day] of Object.entries(said)) {
    const known = OBLIGATION_DAYS.find((one) => one === name);
    if (!known || typeof day !== 'string' || !isCivilDate(day)) return undefined;
    days[known] = day;
  }
  return days;
}

export const ORIGINS = ['RELEASE', 'ILLEGAL_MOVEMENT', 'TRANSIT'] as const;

/** What made the sum payable, at the body that released the goods or found the movement. */
export function originOf(origin: (typeof ORIGINS)[number], body: string, foundIn?: string): PaymentOrigin {
  if (origin === 'ILLEGAL_MOVEMENT') return { origin, foundBy: body };
  return origin === 'TRANSIT' ? { origin, releasedBy: body, foundIn } : { origin, releasedBy: body };
}
