/**
 * What waits in great numbers is read by index alone: timers that are not due cost the runner nothing, and the first page
 * of a long queue costs what it shows. The plans are asserted; times are printed, never asserted.
 * `TIMERS=1000000 ITEMS=100000` sets how many (here 100,000 each).
 */
import { Module } from '@nestjs/common';
import { DataSource } from '@shekara/persistence';
import { DUE_TERMS } from '@shekara/deadlines';
import { VirtualClock } from '@shekara/kernel';
import { ServicesUnderTest } from '@shekara/testing/services';
import { type QueuesToRead, readQueues } from '@shekara/work-items';

const TIMERS = Number(process.env.TIMERS ?? 100_000);
const ITEMS = Number(process.env.ITEMS ?? 100_000);
const NOW = '2026-03-10T07:00:00Z';

@Module({})
class NothingModule {}

interface Plan {
  'Node Type': string;
  'Index Name'?: string;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Plan[];
}

interface Explained {
  Plan: Plan;
  'Planning Time': number;
  'Execution Time': number;
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

describe('what waits in great numbers', () => {
  let place: ServicesUnderTest;
  let database: DataSource;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({
      services: [{ name: 'registers', title: 'plans', module: NothingModule, migrations: [] }],
      clock: new VirtualClock(NOW),
    });
    database = place.service('registers').app.get(DataSource);
    await database.query(
      `INSERT INTO deadlines (id, kind, subject_id, case_id, article, started_at, due_at, status, term)
       SELECT gen_random_uuid(), 'NEVER', n::text, gen_random_uuid(), 'art. 5', $1::timestamptz,
              $1::timestamptz + n * interval '1 second', 'OPEN', '{}' FROM generate_series(1, $2::int) n`,
      [NOW, TIMERS],
    );
    await database.query(
      `INSERT INTO work_items (id, kind, role, decided_by_role, customs_body, subject, subject_id, case_id, title, article,
                               opened_at, due_at, priority, status)
       SELECT gen_random_uuid(), (ARRAY['EXAMINATION', 'WEIGHING', 'RELEASE'])[1 + n % 3], role, role,
              (55300 + n % 7)::text, 'Control', n::text, gen_random_uuid(), 'item', 'art. 5', $1::timestamptz,
              CASE WHEN n % 10 > 0 THEN $1::timestamptz + n * interval '1 second' END, (n % 50 > 0)::int, 'OPEN'
         FROM generate_series(1, $2::int) n,
              LATERAL (SELECT (ARRAY['INSPECTION_OFFICER', 'RELEASE_OFFICER', 'HEAD_OF_POST'])[1 + n % 3] AS role) roles`,
      [NOW, ITEMS],
    );
    const owner = await new DataSource({
      type: 'postgres',
      url: place.databaseUrl('registers'),
    }).initialize();
    await owner.query(`ANALYZE deadlines, work_items`);
    await owner.destroy();
  }, 300_000);

  afterAll(() => place.stop());

  async function explain(
    text: string,
    parameters: readonly unknown[],
  ): Promise<{ nodes: Plan[]; blocks: number }> {
    const [row] = await database.query<{ 'QUERY PLAN': Explained[] }[]>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
      [...parameters],
    );
    const explained = row?.['QUERY PLAN'][0];
    if (!explained) throw new Error('no plan');
    const { Plan: plan } = explained;
    const blocks = plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
    process.stdout.write(
      `${expect.getState().currentTestName}: planned in ${explained['Planning Time']} ms, ran in ${explained['Execution Time']} ms, ${blocks} blocks\n`,
    );
    return { nodes: nodesOf(plan), blocks };
  }

  function typesOf(nodes: readonly Plan[]): string[] {
    return [...new Set(nodes.map((node) => node['Node Type']))];
  }

  it('a look for due terms among many open ones probes two indexes and reads a handful of blocks', async () => {
    const { nodes, blocks } = await explain(DUE_TERMS, [new Date(NOW), 500]);
    expect(typesOf(nodes)).not.toContain('Seq Scan');
    expect(typesOf(nodes)).not.toContain('Sort');
    expect(nodes.flatMap((node) => node['Index Name'] ?? []).sort()).toEqual([
      'deadlines_due',
      'deadlines_retry',
    ]);
    expect(blocks).toBeLessThan(20);
  });

  const officer = {
    customsBodies: ['55300', '55301', '55303', '55306'],
    roles: ['INSPECTION_OFFICER', 'RELEASE_OFFICER', 'HEAD_OF_POST'],
    kind: undefined,
    after: undefined,
    limit: 50,
  };
  const readings: [string, QueuesToRead, string][] = [
    [
      'of one queue',
      { ...officer, customsBodies: ['55300'], roles: ['RELEASE_OFFICER'] },
      'work_items_queue',
    ],
    ['of an officer with several posts and roles', officer, 'work_items_queue'],
    ['of one kind', { ...officer, kind: 'WEIGHING' }, 'work_items_queue_of_kind'],
    [
      'far inside',
      {
        ...officer,
        after: { priority: 1, due: '2026-03-10T20:00:00Z', id: '00000000-0000-0000-0000-000000000000' },
      },
      'work_items_queue',
    ],
    ['of items that nobody holds', { ...officer, unclaimed: true }, 'work_items_queue'],
  ];

  it.each(readings)(
    'a page %s is read from its index in order, without a sort',
    async (_name, queues, index) => {
      const reading = readQueues(queues);
      if (!reading) throw new Error('no queue');
      const { nodes, blocks } = await explain(reading.text, reading.parameters);
      expect(typesOf(nodes).filter((type) => /Seq Scan|Sort|Bitmap|Hash/.test(type))).toEqual([]);
      expect([...new Set(nodes.flatMap((node) => node['Index Name'] ?? []))]).toEqual([index]);
      expect(blocks).toBeLessThan(300);
      const rows = await database.query<{ priority: number; queue_due: Date }[]>(reading.text, [
        ...reading.parameters,
      ]);
      expect(rows).toHaveLength(50);
      const places = rows.map((row) => [row.priority, Number(row.queue_due)] as const);
      expect(places).toEqual([...places].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
    },
  );
});
