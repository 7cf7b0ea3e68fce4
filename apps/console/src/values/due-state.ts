/** How near the end of a legal term is. The term itself comes from the services; nothing is counted here. */
export type DueState = 'NO_TERM' | 'IN_TIME' | 'SOON' | 'OVERDUE';

/** Two hours before the end: half of the shortest term of release (4 hours). */
export const SOON_MILLISECONDS = 2 * 3_600_000;

/**
 * Compares the end of a term with the moment at which the server answered (its clock, not this computer's).
 * The end itself still counts as in time.
 */
export function dueState(dueAt: Date | undefined, at: Date): DueState {
  if (dueAt === undefined) return 'NO_TERM';
  const left = dueAt.getTime() - at.getTime();
  if (left < 0) return 'OVERDUE';
  return left <= SOON_MILLISECONDS ? 'SOON' : 'IN_TIME';
}
