/** Terms of forced collection (D-PAY-23, D-PAY-28 to D-PAY-33, D-PAY-51). */
import {
  type CivilDate,
  type LegalCalendar,
  type LegalTerm,
  type TermEnd,
  termFromDay,
} from '@shekara/calendar';

export const COLLECTION_TERMS = {
  /** From each collection out of an overpayment, an advance or a guarantee. */
  INFORM_PAYER: { id: 'D-PAY-23', length: 2, unit: 'WORKING_DAYS', article: 'art. 161.2' },
  LIFT_BANK_SUSPENSION: { id: 'D-PAY-28', length: 1, unit: 'WORKING_DAYS', article: 'art. 162.5' },
  LIFT_CASH_SUSPENSION: { id: 'D-PAY-29', length: 1, unit: 'WORKING_DAYS', article: 'art. 163.4' },
  LIFT_PROPERTY_RESTRICTION: { id: 'D-PAY-30', length: 1, unit: 'WORKING_DAYS', article: 'art. 164.6' },
  /** From the day the payer received the notice. */
  DEBTOR_LIST: { id: 'D-PAY-31', length: 10, unit: 'WORKING_DAYS', article: 'art. 166.1' },
  /** From the day the debtor received its notice. */
  SETTLEMENT_ACT: { id: 'D-PAY-32', length: 20, unit: 'WORKING_DAYS', article: 'art. 166.2' },
  /** From the day the debtor received its notice; an order is possible after its last day. */
  WAIT_FOR_DEBTOR: { id: 'D-PAY-33', length: 5, unit: 'WORKING_DAYS', article: 'art. 166.1' },
  /** From the day the sale money arrived. */
  CLAIM_SALE_REST: { id: 'D-PAY-51', length: 3, unit: 'MONTHS', article: 'art. 241.2' },
} as const satisfies Record<string, LegalTerm>;

export type CollectionTerm = keyof typeof COLLECTION_TERMS;

/** The end of a term that an event of the day (civil date, Asia/Almaty) opens. */
export function collectionTermEnd(term: CollectionTerm, on: CivilDate, calendar: LegalCalendar): TermEnd {
  return termFromDay(COLLECTION_TERMS[term], on, calendar);
}
