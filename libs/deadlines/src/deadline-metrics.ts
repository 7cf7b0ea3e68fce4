/** What operators see of the legal terms of a service. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '@shekara/kernel';
import { Metrics } from '@shekara/observability';
import { CLOCK, DataSource } from '@shekara/persistence';

/** Beyond this many the open terms are estimated from the statistics of their index: counting a million takes long. */
const COUNTED = 10_000;

interface Counts {
  open: number;
  overdue: number;
  failing: number;
}

/** Each count is by index and ends at its limit, so that reading costs the same whatever is stored. */
const COUNTS = `
  SELECT CASE WHEN counted.open <= ${COUNTED} THEN counted.open
              ELSE greatest(counted.open, (SELECT reltuples::bigint FROM pg_class
                                            WHERE oid = 'deadlines_one_open'::regclass)) END::float8 AS open,
         (overdue.number + failing.number)::float8 AS overdue,
         failing.number::float8 AS failing
    FROM (SELECT count(*) AS open FROM (
            SELECT FROM deadlines WHERE status IN ('OPEN', 'PAUSED') LIMIT ${COUNTED + 1}) looked) counted,
         (SELECT count(*) AS number FROM (
            SELECT FROM deadlines WHERE status = 'OPEN' AND next_try_at IS NULL AND due_at < $1::timestamptz
             LIMIT ${COUNTED}) looked) overdue,
         (SELECT count(*) AS number FROM (
            SELECT FROM deadlines WHERE status = 'OPEN' AND next_try_at IS NOT NULL LIMIT ${COUNTED}) looked) failing`;

const OLDEST = `
  SELECT greatest(0, coalesce(extract(epoch FROM $1::timestamptz - least(
           (SELECT min(due_at) FROM deadlines WHERE status = 'OPEN' AND next_try_at IS NULL),
           (SELECT min(due_at) FROM deadlines WHERE status = 'OPEN' AND next_try_at IS NOT NULL))), 0))::float8 AS seconds`;

@Injectable()
export class DeadlineMetrics {
  private readonly logger = new Logger(DeadlineMetrics.name);
  private readonly firedTotal;
  private readonly failedTotal;
  private readonly latenessSeconds;

  constructor(
    @Inject(Metrics) metrics: Metrics,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.firedTotal = metrics.counter('shekara_deadlines_fired_total', 'Legal terms that ran out', ['kind']);
    this.failedTotal = metrics.counter(
      'shekara_deadlines_failed_total',
      'Attempts of a handler of a legal term that failed',
      ['kind'],
    );
    this.latenessSeconds = metrics.histogram(
      'shekara_deadline_lateness_seconds',
      'From the end of a legal term to the commit of its effect',
      [],
      [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600, 3_600, 86_400],
    );
    metrics.gauge(
      'shekara_deadlines',
      `Legal terms by state: open (more than ${COUNTED} are estimated), overdue, failing`,
      ['state'],
      async (gauge) => {
        const counts = await this.read<Counts>(COUNTS);
        gauge.reset();
        if (!counts) return;
        for (const state of ['open', 'overdue', 'failing'] as const) gauge.set({ state }, counts[state]);
      },
    );
    metrics.gauge(
      'shekara_deadlines_overdue_seconds',
      'How long the oldest term that has not fired is over; NaN while the database is away',
      [],
      async (gauge) => gauge.set((await this.read<{ seconds: number }>(OLDEST))?.seconds ?? Number.NaN),
    );
  }

  fired(kind: string, latenessMs: number): void {
    this.firedTotal.inc({ kind });
    this.latenessSeconds.observe(Math.max(0, latenessMs) / 1_000);
  }

  failed(kind: string): void {
    this.failedTotal.inc({ kind });
  }

  /** Without a database the other metrics are wanted most: these are absent until it is back. */
  private async read<Row>(statement: string): Promise<Row | undefined> {
    try {
      const [row] = await this.dataSource.query<Row[]>(statement, [this.clock.now()]);
      return row;
    } catch (error) {
      this.logger.warn('deadlines could not be counted', error);
      return undefined;
    }
  }
}
