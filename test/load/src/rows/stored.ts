/** Row 5, first half: the same with many documents already stored. Cost must not grow with the number of documents. */
import type { ServiceName } from '@shekara/contracts';
import type { Ground } from '../ground.js';
import { type Measured, percentile } from '../measure.js';
import { arrivalsOf } from './arrivals.js';
import { fileAndRelease } from './declarations.js';

/** It names `n`, so that it is made for each copy and not once a statement. */
const UUID = 'CASE WHEN n > 0 THEN uuidv7() END';
const NUMBER = "'S/' || n";

/** Tables that grow with every document, and the columns in which one copy differs from the next. */
const TABLES: readonly (readonly [ServiceName, string, Readonly<Record<string, string>>])[] = [
  ['registration', 'arrival_notices', { id: UUID, number: NUMBER, case_id: UUID, consignment_id: UUID }],
  ['registration', 'goods_declarations', { id: UUID, number: NUMBER, case_id: UUID }],
  ['registration', 'answers', { idempotency_key: UUID }],
  ['registration', 'history', { stream_id: UUID, case_id: UUID }],
  ['registration', 'inbox', { message_id: UUID }],
  ['risk', 'risk_evaluations', { id: UUID, subject_id: UUID, case_id: UUID }],
  ['risk', 'inbox', { message_id: UUID }],
  ['payments', 'liabilities', { declaration_id: UUID, declaration_number: NUMBER, case_id: UUID }],
  ['payments', 'history', { stream_id: UUID, case_id: UUID }],
  ['payments', 'inbox', { message_id: UUID }],
  [
    'temporary-storage',
    'expected_consignments',
    { arrival_notice_number: NUMBER, case_id: UUID, declaration_id: UUID },
  ],
  ['gateway', 'case_steps', { case_id: UUID, message_id: UUID }],
  ['gateway', 'case_documents', { case_id: UUID, number: NUMBER }],
];

/** Copies a real row of each table so many times, as administrator and without triggers. */
async function store(ground: Ground, count: number, after: number): Promise<void> {
  for (const [service, table, differing] of TABLES) {
    const changes = Object.entries(differing)
      .flatMap(([column, value]) => [`'${column}'`, value])
      .join(', ');
    await ground.query(
      service,
      `SET session_replication_role = replica;
       INSERT INTO ${table}
       SELECT copy.* FROM (SELECT kept FROM ${table} AS kept LIMIT 1) AS pattern
        CROSS JOIN generate_series(${after + 1}, ${after + count}) AS n
        CROSS JOIN LATERAL jsonb_populate_record(pattern.kept, jsonb_build_object(${changes})) AS copy;
       ANALYZE ${table}`,
    );
  }
}

interface Pace {
  readonly arrivals: number;
  readonly declarations: number;
  readonly p50: number;
}

async function paceOf(ground: Ground): Promise<Pace> {
  const { quick } = ground.options;
  const notices = await arrivalsOf(ground, quick ? 300 : 3_000);
  const filed = await fileAndRelease(ground, { items: 1, count: quick ? 100 : 1_000 });
  const calm = await fileAndRelease(ground, { items: 1, count: quick ? 40 : 400, pace: filed.perSecond / 2 });
  return { arrivals: notices.perSecond, declarations: filed.perSecond, p50: percentile(calm.waits, 0.5) };
}

const FEW = 10_000;
const WITHIN_TEN_PERCENT = 0.9;

export async function stored(ground: Ground): Promise<Measured[]> {
  const { quick, documents, say } = ground.options;
  await ground.need();
  await fileAndRelease(ground, { items: 1, count: quick ? 40 : 400 });
  const empty = await paceOf(ground);
  const measured: Measured[] = [];
  let there = 0;
  for (const count of quick ? [FEW] : [FEW, documents]) {
    await store(ground, count - there, there);
    there = count;
    say(`${there} copies of each document are stored`);
    const full = await paceOf(ground);
    const name = `stored-${count}`;
    measured.push(
      {
        name: `${name}: arrivals`,
        ours: full.arrivals,
        baseline: empty.arrivals,
        unit: 'notices/s',
        ratioGoal: WITHIN_TEN_PERCENT,
      },
      {
        name: `${name}: declarations`,
        ours: full.declarations,
        baseline: empty.declarations,
        unit: 'declarations/s',
        ratioGoal: WITHIN_TEN_PERCENT,
      },
      {
        name: `${name}: p50 at half load`,
        ours: full.p50,
        baseline: empty.p50,
        unit: 'ms',
        goal: empty.p50 / WITHIN_TEN_PERCENT,
      },
    );
  }
  return measured;
}
