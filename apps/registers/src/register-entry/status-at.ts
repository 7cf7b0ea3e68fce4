/** What a person was in a register at a moment, from the orders on the entry, not from today's status (R-REG-032). */
import type { EntryStatus } from './register-entry.js';

/** A change of status, in force from the minute of its signing. */
export interface StatusChange {
  readonly status: EntryStatus;
  readonly effectiveAt: Date;
}

/** The status in force at the instant; undefined before the inclusion order was signed (R-REG-031). */
export function statusAt(changes: readonly StatusChange[], at: Date): EntryStatus | undefined {
  return changes
    .filter(({ effectiveAt }) => effectiveAt <= at)
    .reduce<StatusChange | undefined>(
      (latest, change) => (latest && latest.effectiveAt > change.effectiveAt ? latest : change),
      undefined,
    )?.status;
}
