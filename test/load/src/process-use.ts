/** Memory and processor time of a process, from /proc. */
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

export interface ProcessUse {
  readonly rssMiB: number;
  /** Share of one core while it was watched. */
  readonly cpuPercent: number;
}

const KIB_PER_MIB = 1_024;
/** Linux counts processor time in hundredths of a second on every machine that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Watches processes at the same time. */
export async function useOf(pids: readonly number[], milliseconds: number): Promise<readonly ProcessUse[]> {
  const before = await Promise.all(pids.map(ticksOf));
  const begun = performance.now();
  await pause(milliseconds);
  const seconds = (performance.now() - begun) / 1_000;
  return Promise.all(
    pids.map(async (pid, index) => {
      const used = (await ticksOf(pid)) - (before[index] ?? 0);
      return { rssMiB: await rssOf(pid), cpuPercent: (used / TICKS_PER_SECOND / seconds) * 100 };
    }),
  );
}

/** Processor time of a process so far, milliseconds; what it takes for a request says more on a busy machine than a rate. */
export async function cpuMsOf(pid: number): Promise<number> {
  return ((await ticksOf(pid)) / TICKS_PER_SECOND) * 1_000;
}

/** User and system time so far: fields 14 and 15 of /proc/<pid>/stat, counted after the name in brackets. */
async function ticksOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

/** Resident memory now, MiB. */
export async function rssOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / KIB_PER_MIB;
}
