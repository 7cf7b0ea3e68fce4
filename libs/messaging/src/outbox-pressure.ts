/** Back-pressure: while Kafka is away the outbox grows up to a limit, beyond which the service takes no more work. */
import type { DataSource } from '@shekara/persistence';

/** How long an estimate is good enough. */
const FRESH_MS = 1_000;

export class OutboxPressure {
  private estimate: Promise<number> | undefined;
  private estimatedAt = 0;

  constructor(
    private readonly dataSource: Pick<DataSource, 'query'>,
    private readonly limit: number,
  ) {}

  /** Rows that wait for Kafka, counted at most once a second and no further than the limit. */
  waiting(): Promise<number> {
    const now = performance.now();
    if (this.estimate && now - this.estimatedAt < FRESH_MS) return this.estimate;
    this.estimatedAt = now;
    this.estimate = this.count().catch((error: unknown) => {
      this.estimate = undefined;
      throw error;
    });
    return this.estimate;
  }

  /** True while more rows wait than the limit allows. */
  async exceeded(): Promise<boolean> {
    return (await this.waiting()) > this.limit;
  }

  private async count(): Promise<number> {
    const [row] = await this.dataSource.query<{ waiting: number }[]>(
      `SELECT count(*)::int AS waiting FROM (SELECT 1 FROM outbox WHERE published_at IS NULL LIMIT $1) AS rows`,
      [this.limit + 1],
    );
    return row?.waiting ?? 0;
  }
}
