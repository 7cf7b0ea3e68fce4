/** The processes of an installation, as an operator with root sees them: killed, stopped, started again. */
import { Client } from 'pg';
import { consumerGroups, type ServiceName } from '@shekara/contracts';
import type { Installation, ServiceProcess } from '@shekara/local/installation';
import { pause } from './pause.js';

/** Everything that a round may kill. */
export const TARGETS: readonly string[] = [...consumerGroups, 'kafka', 'postgres'];

const AGAIN_MS = 500;
const GONE_MS = 10;
const UP_AGAIN_WITHIN_MS = 120_000;

export class Machines {
  /** Starts that did not succeed at once, e.g. of a service while its database was away. */
  failedStarts = 0;
  /** Second processes of a service, beside the one that `pidOf` names. */
  private readonly seconds = new Set<number>();

  constructor(private readonly installation: Installation) {}

  runs(name: string): boolean {
    const pid = this.find(name);
    return pid !== undefined && isThere(pid);
  }

  /** kill -9. */
  async kill(name: string): Promise<void> {
    await endAtOnce(this.pidOf(name));
  }

  /** Starts it again, as often as it takes. @throws Error when it does not come up within two minutes. */
  async putUp(name: string): Promise<void> {
    const end = performance.now() + UP_AGAIN_WITHIN_MS;
    for (;;) {
      try {
        await this.installation.startAgain(name);
        return;
      } catch (error) {
        this.failedStarts += 1;
        if (performance.now() > end) throw error;
        await pause(AGAIN_MS);
      }
    }
  }

  /** Stops its processor for so long; its connections stay. */
  async freeze(name: string, milliseconds: number): Promise<void> {
    const pid = this.pidOf(name);
    process.kill(pid, 'SIGSTOP');
    try {
      await pause(milliseconds);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  }

  /** One more replica of a service; undefined when it did not come up, because what it needs is broken. */
  async second(name: ServiceName): Promise<ServiceProcess | undefined> {
    try {
      const service = await this.installation.start(name);
      this.seconds.add(service.pid);
      return service;
    } catch {
      this.failedStarts += 1;
      return undefined;
    }
  }

  /** The replica leaves: in order, or by kill -9. */
  async leave(service: ServiceProcess, inOrder: boolean): Promise<void> {
    if (inOrder) await service.stop();
    else await endAtOnce(service.pid);
  }

  /** Every session of every service ends in the middle of whatever it does. */
  async cutSessions(): Promise<void> {
    await this.asAdministrator('postgres', (admin) =>
      admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname LIKE 'shekara\\_%' AND pid <> pg_backend_pid()`,
      ),
    );
  }

  /** Runs statements on a service's database, as often as it takes until PostgreSQL has taken them. */
  async insist(service: ServiceName, statements: string): Promise<void> {
    const end = performance.now() + UP_AGAIN_WITHIN_MS;
    const url = this.installation.databaseUrls.get(service);
    if (url === undefined) throw new Error(`no database of ${service}`);
    const database = new URL(url).pathname.slice(1);
    for (;;) {
      try {
        await this.asAdministrator(database, (admin) => admin.query(statements));
        return;
      } catch (error) {
        if (performance.now() > end) throw error;
        await pause(AGAIN_MS);
      }
    }
  }

  private async asAdministrator(database: string, task: (admin: Client) => Promise<unknown>): Promise<void> {
    const url = new URL(this.installation.adminUrl);
    url.pathname = database;
    const admin = new Client({ connectionString: url.href });
    // A session that is lost fails its statement too.
    admin.on('error', () => undefined);
    await admin.connect();
    try {
      await task(admin);
    } finally {
      await admin.end();
    }
  }

  private pidOf(name: string): number {
    const pid = this.find(name);
    if (pid === undefined) throw new Error(`${name} does not run`);
    return pid;
  }

  private find(name: string): number | undefined {
    const running = this.installation.processes.filter(
      (process) => process.name === name && !this.seconds.has(process.pid),
    );
    return running.at(-1)?.pid;
  }
}

async function endAtOnce(pid: number): Promise<void> {
  if (!isThere(pid)) return;
  process.kill(pid, 'SIGKILL');
  while (isThere(pid)) await pause(GONE_MS);
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
