/** The queues and the durable term of an appeal. */
export const appealQueues = {
  /** D-PAY-45: 30 calendar days for the decision, stops left out. */
  DECISION_TERM: 'APPEAL_DECISION_TERM',
  /** Queue Q-PAY-21: to consider, or to refuse with a code within 10 working days (D-PAY-44). */
  ADMISSION_QUEUE: 'APPEAL_ADMISSION',
  /** Queue Q-PAY-21: the issuer got no copy of an appeal to the higher body (art. 175.2). */
  COPY_QUEUE: 'APPEAL_COPY_TO_ISSUER',
  /** Queue Q-PAY-22: to uphold, cancel, cancel in part or ask. Q-PAY-23 is the notice's own queue of recalls. */
  DECISION_QUEUE: 'APPEAL_DECISION',
  /** A cameral notice is appealed under Chapter 55 of Code 2017: an officer hands the papers on. */
  CODE_2017_QUEUE: 'APPEAL_UNDER_CODE_2017',
} as const;
