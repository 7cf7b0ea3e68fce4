/** Breaks the machines: kills, freezes and cuts by chance, and puts the broken thing up again as an operator would. */
import { Client } from 'pg';
import { consumerGroups } from '@shekara/contracts';
import type { Installation } from '@shekara/local/installation';
import type { Chance } from './chance.js';
import { pause } from './pause.js';

export type FaultKind = 'kill' | 'freeze' | 'cut sessions';

export interface Fault {
  readonly atMs: number;
  readonly kind: FaultKind;
  readonly target: string;
  readonly lastedMs: number;
}

/** What can be broken, and how often compared with the rest. */
const PLANS: readonly (readonly [number, { kind: FaultKind; target: string }])[] = [
  ...consumerGroups.flatMap((target): [number, { kind: FaultKind; target: string }][] => [
    [6, { kind: 'kill', target }],
    [2, { kind: 'freeze', target }],
  ]),
  [8, { kind: 'kill', target: 'kafka' }],
  [6, { kind: 'freeze', target: 'kafka' }],
  [8, { kind: 'kill', target: 'postgres' }],
  [6, { kind: 'cut sessions', target: 'postgres' }],
];

const WATCH_MS = 500;
const GONE_MS = 10;
const UP_AGAIN_WITHIN_MS = 120_000;

export class Faults {
  readonly done: Fault[] = [];
  /** Processes that ended although nobody killed them: findings. */
  readonly endedByThemselves: string[] = [];
  /** Starts that did not succeed at once, e.g. of a service while its database was away. */
  failedStarts = 0;
  private readonly broken = new Set<string>();
  private readonly begun = performance.now();

  constructor(
    private readonly installation: Installation,
    private readonly chance: Chance,
    private readonly say: (line: string) => void,
  ) {}

  /** Two at work, so that one thing breaks while another is still broken; returns when everything is up again. */
  async run(stop: AbortSignal): Promise<void> {
    const breaker = async (chance: Chance): Promise<void> => {
      await pause(chance.between(500, 3_000), stop);
      while (!stop.aborted) {
        await this.breakOne(chance);
        await pause(chance.between(2_000, 9_000), stop);
      }
    };
    await Promise.all([breaker(this.chance.fork(1)), breaker(this.chance.fork(2))]);
  }

  /** Starts again what ends by itself, as an orchestrator does, and remembers it. */
  async watch(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      await pause(WATCH_MS, stop);
      for (const name of [...consumerGroups, 'kafka', 'postgres']) {
        if (stop.aborted || this.broken.has(name) || this.runs(name)) continue;
        this.endedByThemselves.push(name);
        this.say(`${name} ended by itself`);
        this.broken.add(name);
        await this.putUp(name);
        this.broken.delete(name);
      }
    }
  }

  private async breakOne(chance: Chance): Promise<void> {
    const { kind, target } = chance.weighed(PLANS);
    const patience = chance.between(0, kind === 'freeze' ? 14_000 : 6_000);
    if (this.broken.has(target)) return;
    this.broken.add(target);
    const atMs = Math.round(performance.now() - this.begun);
    try {
      if (kind === 'kill') await this.kill(target, patience);
      else if (kind === 'freeze') await this.freeze(target, patience);
      else await this.cutSessions();
    } finally {
      this.broken.delete(target);
    }
    const lastedMs = Math.round(performance.now() - this.begun) - atMs;
    this.done.push({ atMs, kind, target, lastedMs });
    this.say(`${(atMs / 1_000).toFixed(1)} s: ${kind} ${target}, ${(lastedMs / 1_000).toFixed(1)} s`);
  }

  private async kill(target: string, downMs: number): Promise<void> {
    process.kill(this.pidOf(target), 'SIGKILL');
    while (this.runs(target)) await pause(GONE_MS);
    await pause(downMs);
    await this.putUp(target);
  }

  private async putUp(target: string): Promise<void> {
    const end = performance.now() + UP_AGAIN_WITHIN_MS;
    for (;;) {
      try {
        await this.installation.startAgain(target);
        return;
      } catch (error) {
        this.failedStarts += 1;
        if (performance.now() > end) throw error;
        await pause(WATCH_MS);
      }
    }
  }

  private async freeze(target: string, milliseconds: number): Promise<void> {
    const pid = this.pidOf(target);
    process.kill(pid, 'SIGSTOP');
    try {
      await pause(milliseconds);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  }

  /** Every session of every service ends in the middle of whatever it does. */
  private async cutSessions(): Promise<void> {
    const admin = new Client({ connectionString: this.installation.adminUrl });
    await admin.connect();
    try {
      await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname LIKE 'shekara\\_%' AND pid <> pg_backend_pid()`,
      );
    } finally {
      await admin.end();
    }
  }

  private pidOf(name: string): number {
    const found = this.installation.processes.find((process) => process.name === name);
    if (found === undefined) throw new Error(`${name} does not run`);
    return found.pid;
  }

  private runs(name: string): boolean {
    try {
      return process.kill(this.pidOf(name), 0);
    } catch {
      return false;
    }
  }
}
