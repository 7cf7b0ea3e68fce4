/** The queues of changes before release (law file, "Officer work queues"), and the term of a demand. */

/** "Amendment requests": the release officer, before the release term ends. */
export const AMENDMENT_REQUEST = 'AMENDMENT_REQUEST';

/** "Demanded changes not answered": the release officer refuses release, or demands anew inside an extended term. */
export const AMENDMENT_DEMAND_UNANSWERED = 'AMENDMENT_DEMAND_UNANSWERED';

/** The term of a demand (R-DEC-107). */
export const AMENDMENT_DEMAND = 'AMENDMENT_DEMAND';
