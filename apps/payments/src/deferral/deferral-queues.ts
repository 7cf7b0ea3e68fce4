/** The queues and durable terms of a deferral. */
export const deferralTerms = {
  /** D-PAY-08: 10 working days for the decision. */
  DECISION_TERM: 'DEFERRAL_DECISION_TERM',
  /** D-PAY-10: the last day of the next part that is not paid. */
  PART_TERM: 'DEFERRAL_PART_TERM',
  /** Queue Q-PAY-04, of the head: to grant or refuse. */
  DECISION_QUEUE: 'DEFERRAL_DECISION',
  /** Queue Q-PAY-04, of the account officer: to send the decision by the end of the next day (D-PAY-09). */
  SENDING_QUEUE: 'DEFERRAL_DECISION_TO_SEND',
  /** Queue Q-PAY-06: the rest of a broken deferral is collectable; a notice is to be issued. */
  BROKEN_QUEUE: 'DEFERRED_DEBT',
} as const;
