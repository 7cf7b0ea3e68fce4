/** The first page of an officer's queues while 100,000 items are open: at the service, and at the gateway. */
import type { DevelopmentClaims } from '@shekara/auth';
import type { ServiceName } from '@shekara/contracts';
import type { Ground } from '../ground.js';
import { type Measured, percentile } from '../measure.js';

const ITEMS = 100_000;
const PAGE_GOAL_MS = 20;
const POSTS = ['55301', '55302', '55311'];
const OF_OFFICER: DevelopmentClaims = {
  subject: 'bench-officer',
  roles: ['INSPECTION_OFFICER', 'RELEASE_OFFICER'],
  posts: POSTS,
};
const TABLES: readonly (readonly [ServiceName, string])[] = [
  ['inspections', `work_items (id, kind, role, decided_by_role`],
  ['gateway', `queued_work_items (id, kind, role, service`],
];
const VERSIONED: Readonly<Record<string, string>> = { gateway: ', version', inspections: '' };

/** Items of ten posts and three roles, due one after the other, one in ten without a term, one in fifty going ahead. */
async function storeItems(ground: Ground): Promise<void> {
  for (const [service, table] of TABLES) {
    const version = VERSIONED[service] ?? '';
    await ground.query(
      service,
      `INSERT INTO ${table}, customs_body, subject, subject_id, case_id, title, article, opened_at, due_at, priority,
                    status${version})
       SELECT uuidv7(), (ARRAY['EXAMINATION', 'WEIGHING', 'RELEASE'])[1 + n % 3], role, role, (55300 + n % 12)::text,
              'Bench', 'bench-queue-' || n, gen_random_uuid(), 'bench', 'bench', now(),
              CASE WHEN n % 10 > 0 THEN now() + n * interval '1 second' END, (n % 50 > 0)::int, 'OPEN'${version && ', 1'}
         FROM generate_series(1, $1::int) AS n,
              LATERAL (SELECT (ARRAY['INSPECTION_OFFICER', 'RELEASE_OFFICER', 'HEAD_OF_POST'])[1 + n % 3] AS role) roles`,
      [ITEMS],
    );
    await ground.query(service, `VACUUM ANALYZE ${table.split(' ')[0]}`);
  }
}

/** Milliseconds of each of so many requests, one after the other. @throws Error for an answer that is no page. */
async function pages(url: string, token: string, count: number): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let times = 0; times < count; times += 1) {
    const begun = performance.now();
    const answer = await fetch(`${url}/v1/work-items?limit=50`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { items } = (await answer.json()) as { items?: readonly unknown[] };
    if (answer.status !== 200 || items === undefined) throw new Error(`a page was answered ${answer.status}`);
    taken.push(performance.now() - begun);
  }
  return taken;
}

export async function queues(ground: Ground): Promise<Measured[]> {
  const count = ground.options.quick ? 200 : 2_000;
  await ground.need(TABLES.map(([service]) => service));
  const token = await ground.token(OF_OFFICER);
  const pagesOfAll = async () =>
    Promise.all(
      TABLES.map(async ([service]) => {
        const { url } = ground.serviceOf(service);
        await pages(url, token, count / 10);
        return { service, taken: await pages(url, token, count) };
      }),
    );
  const short = await pagesOfAll();
  await storeItems(ground);
  const long = await pagesOfAll();
  return long.flatMap(({ service, taken }, place): Measured[] =>
    [0.5, 0.99].map((share) => ({
      name: `queues: ${ITEMS} items, ${service} p${share * 100}`,
      ours: percentile(taken, share),
      baseline: percentile(short[place]?.taken ?? [], share),
      unit: 'ms',
      goal: PAGE_GOAL_MS,
    })),
  );
}
