/** How an appeal against a debt notice ends (art. 177, 179): decided in one of three ways, or not considered. */
export const DECIDED_OUTCOMES = ['NOTICE_UNCHANGED', 'NOTICE_CANCELLED', 'NOTICE_PART_CANCELLED'] as const;
export type DecidedOutcome = (typeof DECIDED_OUTCOMES)[number];

export const APPEAL_OUTCOMES = [...DECIDED_OUTCOMES, 'NOT_CONSIDERED'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];
