/** Days on which the procedure of deferred goods stood still (art. 312.1). */
import type { CivilDate } from '@shekara/calendar';
import type { Work } from '@shekara/persistence';
import type { ProcedureSuspended } from './instalment-schedule.js';

export interface SuspensionRecorded extends ProcedureSuspended {
  /** The protocol of seizure, or the decision on the arrest of the goods. */
  readonly evidence: string;
}

/** Keeps a suspension, or the last day of the one that began then. */
export async function keepSuspension(
  work: Work,
  deferralId: string,
  { from, to, evidence }: SuspensionRecorded,
): Promise<void> {
  await work.manager.query(
    `INSERT INTO deferral_suspensions (deferral_id, from_day, to_day, evidence) VALUES ($1, $2, $3, $4)
     ON CONFLICT (deferral_id, from_day) DO UPDATE SET to_day = excluded.to_day, evidence = excluded.evidence`,
    [deferralId, from, to ?? null, evidence],
  );
}

export async function suspensionsOf(work: Work, deferralId: string): Promise<readonly SuspensionRecorded[]> {
  const rows = await work.manager.query<{ from: CivilDate; to: CivilDate | null; evidence: string }[]>(
    `SELECT from_day::text AS "from", to_day::text AS "to", evidence FROM deferral_suspensions
      WHERE deferral_id = $1 ORDER BY from_day`,
    [deferralId],
  );
  return rows.map(({ from, to, evidence }) => ({ from, evidence, ...(to === null ? {} : { to }) }));
}
