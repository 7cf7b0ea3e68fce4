/** Answers kept by Idempotency-Key are forgotten after their days; a repetition later than that is a new request. */
import type { INestApplication } from '@nestjs/common';
import { Maintenance } from '@shekara/messaging';
import { DataSource } from '@shekara/persistence';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Rows of one transaction: the table stays usable meanwhile. */
const AT_ONCE = 5_000;

/** Adds the forgetting to the daily maintenance of the service. */
export function keepAnswersFor(app: INestApplication, days: number): void {
  const dataSource = app.get(DataSource);
  app.get(Maintenance).add({
    name: 'old answers',
    run: (now) => forgetAnswers(dataSource, new Date(now.getTime() - days * DAY_MS)),
  });
}

/** Removes the answers given before an instant, some thousand at a time. */
async function forgetAnswers(dataSource: DataSource, before: Date): Promise<void> {
  for (;;) {
    const [, removed] = await dataSource.query<[unknown[], number]>(
      `DELETE FROM answers WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM answers WHERE answered_at < $1 ORDER BY answered_at LIMIT ${AT_ONCE}))`,
      [before],
    );
    if (removed < AT_ONCE) return;
  }
}
