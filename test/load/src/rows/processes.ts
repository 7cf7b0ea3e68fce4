/** Row 6: memory and idle processor time of every process, started the way a local run starts them. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Ground } from '../ground.js';
import { settled } from '../kafka-watch.js';
import type { Measured } from '../measure.js';
import { useOf } from '../process-use.js';

/** Services that have just started compile, collect garbage and take over partitions for a while. */
const SETTLE_MS = 25_000;

export async function processes(ground: Ground): Promise<Measured[]> {
  await ground.needSmall();
  const bare = await ground.baseline.documents();
  await settled(ground.brokers);
  await pause(SETTLE_MS);
  const servers = ground.installation.processes.filter(({ name }) => name === 'postgres' || name === 'kafka');
  const watched = [...ground.services, ...servers];
  const uses = await useOf(
    [bare.pid, ...watched.map(({ pid }) => pid)],
    ground.options.quick ? 6_000 : 30_000,
  );
  const baseline = uses[0];
  return watched.flatMap(({ name }, index): Measured[] => {
    const use = uses[index + 1];
    if (!use || !baseline) throw new Error(`${name} was not watched`);
    const ofOurs = name !== 'postgres' && name !== 'kafka';
    return [
      {
        name: `processes: ${name} memory`,
        ours: use.rssMiB,
        unit: 'MiB',
        ...(ofOurs ? { baseline: baseline.rssMiB, goal: 120 } : {}),
      },
      {
        name: `processes: ${name} idle`,
        ours: use.cpuPercent,
        unit: '% of a core',
        ...(ofOurs ? { baseline: baseline.cpuPercent, goal: 1 } : {}),
      },
    ];
  });
}
