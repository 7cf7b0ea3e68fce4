/** Row 5, second half: a second replica of each service joins under load and leaves again; nothing is lost or doubled. */
import { setTimeout as pause } from 'node:timers/promises';
import { GoodsReleasedSchema, type ServiceName } from '@shekara/contracts';
import type { Ground } from '../ground.js';
import type { Measured } from '../measure.js';
import { fileAndRelease, type Released } from './declarations.js';

/** The services that a declaration passes on its way to release. */
const ON_THE_WAY: readonly ServiceName[] = ['registration', 'risk', 'payments'];

/** Declarations with no release, or with more than one message id of it (a repeated delivery has the same id). */
function faultsOf({ answers, seen }: Released): { lost: number; doubled: number } {
  const idsOf = new Map(
    answers.map(({ body }) => [
      (JSON.parse(body) as { declarationId: string }).declarationId,
      new Set<string>(),
    ]),
  );
  for (const { key, id, type } of seen) {
    if (type === GoodsReleasedSchema.typeName) idsOf.get(key)?.add(id);
  }
  const counts = [...idsOf.values()].map((ids) => ids.size);
  return {
    lost: counts.filter((count) => count === 0).length,
    doubled: counts.filter((count) => count > 1).length,
  };
}

export async function replicas(ground: Ground): Promise<Measured[]> {
  await ground.need();
  const { quick, say } = ground.options;
  const count = quick ? 150 : 2_000;
  await fileAndRelease(ground, { items: 1, count: 40 });
  const alone = await fileAndRelease(ground, { items: 1, count });

  const comeAndGo = async (): Promise<void> => {
    const joined = await Promise.all(ON_THE_WAY.map((name) => ground.replica(name)));
    say('second replicas have joined');
    await pause(quick ? 3_000 : 10_000);
    for (const replica of joined) await replica.stop();
    say('second replicas have left');
  };
  const moved = await fileAndRelease(ground, {
    items: 1,
    count,
    pace: alone.perSecond / 4,
    meanwhile: comeAndGo,
  });
  const faults = faultsOf(moved);

  const pair = await Promise.all(ON_THE_WAY.map((name) => ground.replica(name)));
  const together = await fileAndRelease(ground, { items: 1, count });
  for (const replica of pair) await replica.stop();
  return [
    { name: 'replicas: lost', ours: faults.lost, unit: 'declarations', goal: 0 },
    { name: 'replicas: doubled', ours: faults.doubled, unit: 'declarations', goal: 0 },
    {
      name: 'replicas: two beside one',
      ours: together.perSecond,
      baseline: alone.perSecond,
      unit: 'declarations/s',
    },
  ];
}
