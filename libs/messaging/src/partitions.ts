/** Time partitions of outbox, inbox and history: made ahead of the database's own clock. */
import type { DataSource } from '@shekara/persistence';

const DAYS_AHEAD = 7;

export class Partitions {
  constructor(private readonly dataSource: DataSource) {}

  /** Makes daily partitions of outbox and inbox for the week to come, and the history's for this year and the next. */
  async ensure(): Promise<void> {
    await this.dataSource.query(
      `SELECT pg_advisory_xact_lock(hashtext('shekara-partitions')),
              ensure_partition(parent, day::date, (day + interval '1 day')::date)
         FROM unnest(ARRAY['outbox', 'inbox']) AS parent,
              generate_series(current_date, current_date + ${DAYS_AHEAD}, interval '1 day') AS day`,
    );
    await this.dataSource.query(
      `SELECT ensure_partition('history', year::date, (year + interval '1 year')::date)
         FROM generate_series(date_trunc('year', now()), date_trunc('year', now()) + interval '1 year',
                              interval '1 year') AS year`,
    );
  }
}
