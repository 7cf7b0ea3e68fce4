/** Timers: a million that wait cost nothing, and those that run out fire within a second of their end. */
import { randomUUID } from 'node:crypto';
import { WorkItemChangedSchema } from '@shekara/contracts';
import type { Ground } from '../ground.js';
import { KafkaWatch, settled } from '../kafka-watch.js';
import { type Measured, percentile } from '../measure.js';
import { useOf } from '../process-use.js';

const SERVICE = 'inspections';
const TOPIC = 'work.items.v1';
/** What `ours` must not exceed: idle processor time in percent of a core, and lateness. */
const IDLE_GOAL = 1;
const LATENESS_GOAL_MS = 1_000;
const FIRST_IN_MS = 2_000;
const APART_MS = 20;
/** A long time after the bench. */
const YEARS = 10;

/** Timers of documents that are nobody's; they never fire here. */
function storeTimers(ground: Ground, count: number): Promise<unknown> {
  return ground.query(
    SERVICE,
    `INSERT INTO deadlines (id, kind, subject_id, case_id, article, started_at, due_at, status, term)
     SELECT uuidv7(), 'BENCH', 'bench-' || n, gen_random_uuid(), 'bench', now(),
            now() + interval '${YEARS} years' + n * interval '1 second', 'OPEN', '{}'
       FROM generate_series(1, $1::int) AS n`,
    [count],
  );
}

/** Work items that pass to the head of their post one after the other. @returns the ends of their terms, by item. */
async function storeItems(ground: Ground, count: number): Promise<ReadonlyMap<string, number>> {
  const first = Date.now() + FIRST_IN_MS;
  const ends = new Map(Array.from({ length: count }, (_, n) => [randomUUID(), first + n * APART_MS]));
  await ground.query(
    SERVICE,
    `WITH due AS (SELECT * FROM unnest($1::uuid[], $2::float8[]) AS ends (id, milliseconds)),
          items AS (
            INSERT INTO work_items (id, kind, role, decided_by_role, customs_body, subject, subject_id, case_id, title,
                                    article, opened_at, escalate_at, status)
            SELECT id, 'BENCH', 'INSPECTION_OFFICER', 'INSPECTION_OFFICER', '55302', 'Bench', id, gen_random_uuid(),
                   'bench', 'bench', now(), to_timestamp(milliseconds / 1000), 'OPEN' FROM due RETURNING id, case_id)
     INSERT INTO deadlines (id, kind, subject_id, case_id, article, started_at, due_at, status, term)
     SELECT uuidv7(), 'WORK_ITEM_ESCALATION', items.id, items.case_id, 'bench', now(),
            to_timestamp(due.milliseconds / 1000), 'OPEN', '{}' FROM items JOIN due USING (id)`,
    [[...ends.keys()], [...ends.values()]],
  );
  return ends;
}

export async function deadlines(ground: Ground): Promise<Measured[]> {
  const { quick, say } = ground.options;
  const timers = quick ? 100_000 : 1_000_000;
  await ground.need([SERVICE]);
  await settled(ground.brokers);
  const { pid } = ground.serviceOf(SERVICE);
  const idle = async (): Promise<number> => (await useOf([pid], quick ? 5_000 : 30_000))[0]?.cpuPercent ?? 0;

  const without = await idle();
  await storeTimers(ground, timers);
  await ground.query(SERVICE, 'VACUUM ANALYZE deadlines');
  say(`${timers} timers wait`);
  const waiting = await idle();

  const watch = await KafkaWatch.open(ground.brokers, TOPIC);
  try {
    const ends = await storeItems(ground, quick ? 100 : 500);
    const seen = await watch.until(ends.size, WorkItemChangedSchema.typeName);
    const lateness = seen.flatMap(({ key, seenAt }) => {
      const end = ends.get(key);
      return end === undefined ? [] : [seenAt - end];
    });
    const name = `deadlines: ${timers} timers`;
    return [
      { name: `${name}, idle`, ours: waiting, baseline: without, unit: '% of a core', goal: IDLE_GOAL },
      { name: `${name}, fired p50`, ours: percentile(lateness, 0.5), unit: 'ms', goal: LATENESS_GOAL_MS },
      { name: `${name}, fired p99`, ours: percentile(lateness, 0.99), unit: 'ms', goal: LATENESS_GOAL_MS },
    ];
  } finally {
    await watch.close();
  }
}
