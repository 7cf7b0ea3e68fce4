/** Queues of collection (law file, Q-PAY-08 to Q-PAY-15): which item stands for which stage, for whom, by which article. */
import { type CivilDate, type LegalCalendar, plusDays } from '@shekara/calendar';
import { art, type LegalRef } from '@shekara/kernel';
import type { CollectionState } from './collection-measures.js';

/** Q-PAY-08: the payer is to be told in writing of what was collected (art. 161.2). */
export const INFORM_PAYER = 'INFORM_PAYER_OF_OFFSET';
/** Q-PAY-10: a restriction whose reason ended is to be lifted. */
export const LIFT_RESTRICTION = 'LIFT_RESTRICTION';
/** Q-PAY-12: the payer's list of debtors is late. */
export const DEBTOR_LIST_LATE = 'DEBTOR_LIST_LATE';
/** Q-PAY-12: a debtor's settlement act is late. */
export const SETTLEMENT_ACT_LATE = 'SETTLEMENT_ACT_LATE';
/** Q-PAY-12: an order on the debtor's account is possible now. */
export const DEBTOR_ORDER = 'DEBTOR_ORDER';

type StageKind =
  | 'COLLECTION_BANKRUPTCY'
  | 'COLLECTION_BANK_ORDERS'
  | 'COLLECTION_COURT'
  | 'COLLECTION_DEBTORS'
  | 'COLLECTION_OWN_MONEY'
  | 'COLLECTION_PROPERTY_SALE'
  | 'COLLECTION_SECURING';

export interface StageQueue {
  readonly kind: StageKind;
  readonly role: 'ACCOUNT_OFFICER' | 'HEAD_OF_POST';
  readonly article: LegalRef;
  readonly says: string;
  /** Calendar days after the stage was reached by which the law file wants it looked at; none: on proposal. */
  readonly withinDays?: number;
}

/** Each stage waits for a human decision; the item is completed by the act that closes the stage. */
export const STAGE_QUEUES: Readonly<Partial<Record<CollectionState, StageQueue>>> = {
  S2_OWN_MONEY: {
    kind: 'COLLECTION_OWN_MONEY',
    role: 'ACCOUNT_OFFICER',
    article: art(161),
    says: 'own money and guarantee',
    withinDays: 1,
  },
  S3_SECURE: {
    kind: 'COLLECTION_SECURING',
    role: 'ACCOUNT_OFFICER',
    article: art(162),
    says: 'securing measures',
    withinDays: 0,
  },
  S4A_BANK: {
    kind: 'COLLECTION_BANK_ORDERS',
    role: 'ACCOUNT_OFFICER',
    article: art(165),
    says: 'orders on bank accounts',
    withinDays: 0,
  },
  S4B_DEBTORS: { kind: 'COLLECTION_DEBTORS', role: 'ACCOUNT_OFFICER', article: art(166), says: 'debtors' },
  S4C_PROPERTY: {
    kind: 'COLLECTION_PROPERTY_SALE',
    role: 'HEAD_OF_POST',
    article: art(167),
    says: 'property sale',
  },
  EXHAUSTED: {
    kind: 'COLLECTION_BANKRUPTCY',
    role: 'HEAD_OF_POST',
    article: art(169, 1),
    says: 'bankruptcy or write-off',
  },
  COURT: {
    kind: 'COLLECTION_COURT',
    role: 'ACCOUNT_OFFICER',
    article: art(157, 5),
    says: 'court for a physical person',
  },
};

/** The end of the day by which a stage is to be looked at; undefined where the law file sets none. */
export function lookedAtBy(
  queue: StageQueue,
  reachedOn: CivilDate,
  calendar: LegalCalendar,
): Date | undefined {
  if (queue.withinDays === undefined) return undefined;
  const on = plusDays(reachedOn, queue.withinDays);
  return calendar.endOnDate({ on, article: queue.article.text }).endsAt;
}
