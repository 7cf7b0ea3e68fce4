/**
 * How fast a bank acknowledges and executes an order of customs (art. 139(3), 162.3, 165.5, 166.5). The Code leaves the length to
 * banking law; the platform takes the working day that art. 139(3) gives a bank for an order with money there.
 */
import type { LegalCalendar, LegalTerm, TermEnd } from '@shekara/calendar';

export const ANSWER_TERMS = {
  ACKNOWLEDGE: { id: 'D-PAY-11', length: 1, unit: 'WORKING_DAYS', article: 'art. 139(3), 162.3, 165.5' },
  EXECUTE: { id: 'D-PAY-11', length: 1, unit: 'WORKING_DAYS', article: 'art. 139(3), 165.5, 166.5' },
} as const satisfies Record<string, LegalTerm>;

/** The last instant at which the bank acknowledges an order that was sent at this instant. */
export function acknowledgeBy(sentAt: Date, calendar: LegalCalendar): TermEnd {
  return calendar.end(ANSWER_TERMS.ACKNOWLEDGE, sentAt);
}

/** The last instant at which the bank answers a collection order that it received at this instant. */
export function executeBy(receivedAt: Date, calendar: LegalCalendar): TermEnd {
  return calendar.end(ANSWER_TERMS.EXECUTE, receivedAt);
}
