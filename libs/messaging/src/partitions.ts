/** Time partitions of outbox, inbox and history: made ahead of the Clock, dropped when their time is over. */
import type { DataSource } from '@shekara/persistence';

const DAYS_AHEAD = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

export class Partitions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keepDays: { readonly outbox: number; readonly inbox: number },
  ) {}

  /**
   * Makes daily partitions of outbox and inbox for the week to come, and the history's for this year and the next. A day
   * whose rows already lie in the default partition keeps them there and gets no partition.
   */
  async ensure(now: Date): Promise<void> {
    await this.dataSource.query(
      `SELECT pg_advisory_xact_lock(hashtext('shekara-partitions')), ensure_partition(parent, day, day + 1)
         FROM unnest(ARRAY['outbox', 'inbox']) AS parent,
              LATERAL (SELECT ($1::timestamptz AT TIME ZONE 'UTC')::date + ahead AS day
                         FROM generate_series(0, ${DAYS_AHEAD}) AS ahead) AS days`,
      [now],
    );
    await this.dataSource.query(
      `SELECT pg_advisory_xact_lock(hashtext('shekara-partitions')),
              ensure_partition('history', make_date(year, 1, 1), make_date(year + 1, 1, 1))
         FROM generate_series(extract(year FROM $1::timestamptz AT TIME ZONE 'UTC')::int,
                              extract(year FROM $1::timestamptz AT TIME ZONE 'UTC')::int + 1) AS year`,
      [now],
    );
  }

  /**
   * Drops the days of the outbox that are over and wholly published, and those of the inbox whose messages can no longer
   * come again. Returns how many partitions went. @throws when one is locked for seconds: the next look tries again.
   */
  async dropOld(now: Date): Promise<number> {
    let dropped = 0;
    for (const parent of ['outbox', 'inbox'] as const) {
      const before = new Date(now.getTime() - this.keepDays[parent] * DAY_MS);
      const [row] = await this.dataSource.query<{ dropped: number }[]>(
        `SELECT drop_partitions_before($1, $2) AS dropped`,
        [parent, before],
      );
      dropped += row?.dropped ?? 0;
    }
    return dropped;
  }
}
