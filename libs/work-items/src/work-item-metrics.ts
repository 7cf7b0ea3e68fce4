/** What heads and operators see of the queues: how many items wait where, and how many past their legal term. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '@shekara/kernel';
import { Metrics } from '@shekara/observability';
import { CLOCK, DataSource } from '@shekara/persistence';

interface QueueLength {
  customs_body: string;
  role: string;
  kind: string;
  waiting: number;
  overdue: number;
}

@Injectable()
export class WorkItemMetrics {
  private readonly logger = new Logger(WorkItemMetrics.name);

  constructor(
    @Inject(Metrics) metrics: Metrics,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    metrics.gauge(
      'shekara_work_items',
      'Open and claimed items by post, role and kind: all that wait, and those past the end of their legal term',
      ['customs_body', 'role', 'kind', 'state'],
      async (gauge) => {
        const queues = await this.queues();
        gauge.reset();
        for (const { customs_body, role, kind, waiting, overdue } of queues) {
          gauge.set({ customs_body, role, kind, state: 'waiting' }, waiting);
          gauge.set({ customs_body, role, kind, state: 'overdue' }, overdue);
        }
      },
    );
  }

  /** By the index of the queues alone. Without a database the queues are absent, and the other metrics are still read. */
  private async queues(): Promise<QueueLength[]> {
    try {
      return await this.dataSource.query<QueueLength[]>(
        `SELECT customs_body, role, kind, count(*)::int AS waiting,
                (count(*) FILTER (WHERE queue_due < $1::timestamptz))::int AS overdue
           FROM work_items WHERE status IN ('OPEN', 'CLAIMED') GROUP BY customs_body, role, kind`,
        [this.clock.now()],
      );
    } catch (error) {
      this.logger.warn('queues could not be counted', error);
      return [];
    }
  }
}
