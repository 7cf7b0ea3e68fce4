/** Release of securities that are not money (art. 156.10 to 156.12): by when, counted from which event. */
import {
  type CivilDate,
  type LegalCalendar,
  type LegalTerm,
  type TermEnd,
  termFromDay,
} from '@shekara/calendar';

type ReleaseStart = 'APPLICATION_REGISTERED' | 'OBLIGATION_FULFILLED';

/** An insurance contract follows the bank guarantee by analogy: the Code sets no term for it (reading 39). */
export const SECURITY_RELEASES = {
  PLEDGE: {
    term: { id: 'D-PAY-41', length: 5, unit: 'WORKING_DAYS', article: 'art. 156.10' },
    from: 'APPLICATION_REGISTERED',
  },
  BANK_GUARANTEE: {
    term: { id: 'D-PAY-42', length: 5, unit: 'WORKING_DAYS', article: 'art. 156.11' },
    from: 'OBLIGATION_FULFILLED',
  },
  SURETYSHIP: {
    term: { id: 'D-PAY-42', length: 5, unit: 'WORKING_DAYS', article: 'art. 156.12' },
    from: 'OBLIGATION_FULFILLED',
  },
  INSURANCE: {
    term: { id: 'D-PAY-42', length: 5, unit: 'WORKING_DAYS', article: 'art. 156.11' },
    from: 'OBLIGATION_FULFILLED',
  },
} as const satisfies Record<string, { readonly term: LegalTerm; readonly from: ReleaseStart }>;

export interface SecurityToRelease {
  readonly kind: keyof typeof SECURITY_RELEASES;
  /** Registration of the pledger's request. */
  readonly applicationRegisteredOn?: CivilDate;
  /** One day per secured obligation, undefined while one is open; a general security secures several. */
  readonly fulfilledOn: readonly (CivilDate | undefined)[];
}

/**
 * The last day to confirm fulfilment or end the security (R-PAY-202): from the request for a pledge, else from the last
 * obligation fulfilled. Undefined while an obligation is open or the request is not there: no term runs.
 */
export function releaseSecurityBy(security: SecurityToRelease, calendar: LegalCalendar): TermEnd | undefined {
  const { term, from } = SECURITY_RELEASES[security.kind];
  const fulfilled = security.fulfilledOn.filter((day) => day !== undefined).toSorted();
  const lastFulfilled = fulfilled.length === security.fulfilledOn.length ? fulfilled.at(-1) : undefined;
  const start = from === 'APPLICATION_REGISTERED' ? security.applicationRegisteredOn : lastFulfilled;
  if (lastFulfilled === undefined || start === undefined) return undefined;
  return termFromDay(term, start, calendar);
}
