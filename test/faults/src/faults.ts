/** Breaks the installation as planned, and puts the broken thing right again as an operator would. */
import type { ServiceName } from '@shekara/contracts';
import type { ServiceProcess } from '@shekara/local/installation';
import type { Chance } from './chance.js';
import type { Clocks } from './clocks.js';
import { type Machines, TARGETS } from './machines.js';
import { fillDisk, FREE_DISK, holdBack, LET_GO } from './outbox-faults.js';
import { pause } from './pause.js';
import { type FaultKind, kills, otherFaults, type Plan } from './plans.js';

export interface Fault {
  readonly atMs: number;
  readonly kind: FaultKind;
  readonly target: string;
  readonly lastedMs: number;
}

const WATCH_MS = 500;
/** How long a fault of a kind lasts at most; starting again comes on top. */
const LONGEST_MS: Readonly<Record<FaultKind, number>> = {
  kill: 6_000,
  freeze: 14_000,
  'cut sessions': 0,
  'keep away': 20_000,
  'move clock': 12_000,
  'fill disk': 10_000,
  'hold back': 6_000,
  'second replica': 15_000,
};
/** Rows that may still wait when the disk is full. */
const MOST_ROWS_LEFT = 10;
const HOUR_MS = 3_600_000;
const MOST_HOURS = 9;

export class Faults {
  readonly done: Fault[] = [];
  /** Processes that ended although nobody killed them: findings. */
  readonly endedByThemselves: string[] = [];
  private readonly broken = new Set<string>();
  private readonly begun = performance.now();

  constructor(
    private readonly machines: Machines,
    private readonly clocks: Clocks,
    private readonly chance: Chance,
    private readonly say: (line: string) => void,
  ) {}

  /** What has not been killed yet. */
  get neverKilled(): string[] {
    return TARGETS.filter(
      (name) => !this.done.some(({ kind, target }) => kind === 'kill' && target === name),
    );
  }

  /** Three at work, so that one thing breaks while another is still broken; returns when everything is right again. */
  async run(stop: AbortSignal): Promise<void> {
    const others = otherFaults(this.chance.fork(2));
    await Promise.all([
      this.breaker(kills(this.chance.fork(1)), this.chance.fork(3), stop),
      this.breaker(others, this.chance.fork(4), stop),
      this.breaker(others, this.chance.fork(5), stop),
    ]);
  }

  private async breaker(plans: Generator<Plan, never>, chance: Chance, stop: AbortSignal): Promise<void> {
    await pause(chance.between(500, 3_000), stop);
    while (!stop.aborted) {
      await this.break(plans.next().value, chance, stop);
      await pause(chance.between(2_000, 9_000), stop);
    }
  }

  /** Starts again what ends by itself, as an orchestrator does, and remembers it. */
  async watch(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      await pause(WATCH_MS, stop);
      for (const name of TARGETS) {
        if (stop.aborted || this.broken.has(name) || this.machines.runs(name)) continue;
        this.endedByThemselves.push(name);
        this.say(`${name} ended by itself`);
        this.broken.add(name);
        await this.machines.putUp(name);
        this.broken.delete(name);
      }
    }
  }

  /** One thing breaks in one way at a time: what is broken already is waited for. */
  private async break(plan: Plan, chance: Chance, stop: AbortSignal): Promise<void> {
    const { kind, target } = plan;
    const lasts = chance.between(0, LONGEST_MS[kind]);
    const what = ['kill', 'freeze', 'keep away'].includes(kind) ? target : `${kind} ${target}`;
    // A pause ends at once when the round is over: without the question the loop would hold up every timer for good.
    while (!stop.aborted && this.broken.has(what)) await pause(WATCH_MS, stop);
    if (stop.aborted) return;
    this.broken.add(what);
    const atMs = Math.round(performance.now() - this.begun);
    try {
      await this.doTo(plan, lasts, chance);
    } finally {
      this.broken.delete(what);
    }
    const lastedMs = Math.round(performance.now() - this.begun) - atMs;
    this.done.push({ atMs, kind, target, lastedMs });
    this.say(`${(atMs / 1_000).toFixed(1)} s: ${kind} ${target}, ${(lastedMs / 1_000).toFixed(1)} s`);
  }

  private async doTo(plan: Plan, lasts: number, chance: Chance): Promise<void> {
    const { machines, clocks } = this;
    switch (plan.kind) {
      case 'kill':
      case 'keep away':
        await machines.kill(plan.target);
        await pause(plan.kind === 'kill' ? lasts : Math.max(lasts, LONGEST_MS['keep away'] / 2));
        return machines.putUp(plan.target);
      case 'freeze':
        return machines.freeze(plan.target, lasts);
      case 'cut sessions':
        // PostgreSQL may be away just now: then they are cut.
        return machines.cutSessions().catch(() => undefined);
      case 'move clock':
        await clocks.move(
          plan.target,
          chance.between(1, MOST_HOURS) * HOUR_MS * (chance.percent(50) ? 1 : -1),
        );
        await pause(lasts);
        return clocks.putRight(plan.target);
      case 'fill disk':
        await machines.insist(plan.target, fillDisk(chance.between(0, MOST_ROWS_LEFT)));
        await pause(lasts);
        return machines.insist(plan.target, FREE_DISK);
      case 'hold back':
        await machines.insist(plan.target, holdBack(chance.between(0, 3)));
        await pause(lasts);
        return machines.insist(plan.target, LET_GO);
      case 'second replica': {
        const replica = await this.besideTheFirst(plan.target);
        if (replica === undefined) return;
        await pause(lasts);
        return machines.leave(replica, chance.percent(50));
      }
    }
  }

  /** Starts a second replica while the first one is there: it would take its place otherwise. */
  private async besideTheFirst(target: ServiceName): Promise<ServiceProcess | undefined> {
    while (this.broken.has(target)) await pause(WATCH_MS);
    this.broken.add(target);
    try {
      return await this.machines.second(target);
    } finally {
      this.broken.delete(target);
    }
  }
}
