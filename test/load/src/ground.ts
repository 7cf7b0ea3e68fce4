/** Where the bench runs: servers that flush to disk, services as processes, started when a row needs them. */
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DevelopmentClaims } from '@shekara/auth';
import { consumerGroups, type ServiceName } from '@shekara/contracts';
import {
  type Installation,
  type ServiceProcess,
  SMALL_NODE_OPTIONS,
  startInstallation,
} from '@shekara/local/installation';
import { Baseline } from './baseline.js';
import { skipBacklog } from './kafka-watch.js';
import { queryOf } from './query.js';

export interface BenchOptions {
  readonly quick: boolean;
  /** Documents already stored for the last part of the row `stored`. */
  readonly documents: number;
  /** Entries already in the ledger for the last part of the row `postings`. */
  readonly entries: number;
  /** Folder for processor profiles of the services. */
  readonly profile?: string;
  readonly nodeOptions: readonly string[];
  readonly say: (line: string) => void;
}

const TOKEN_SECONDS = 12 * 3_600;

export class Ground {
  private readonly running = new Map<ServiceName, ServiceProcess>();

  private constructor(
    readonly options: BenchOptions,
    readonly installation: Installation,
    readonly baseline: Baseline,
    private readonly folder: string,
  ) {}

  /** Starts servers and the baseline, no service yet. */
  static async open(options: BenchOptions): Promise<Ground> {
    const { profile, nodeOptions, say: log } = options;
    const folder = await mkdtemp(join(tmpdir(), 'shekara-bench-'));
    // PostgreSQL's user passes through this folder to its own.
    await chmod(folder, 0o711);
    const installation = await startInstallation({
      gatewayPort: 0,
      log,
      services: [],
      dataDirectory: folder,
      environment: {
        GATEWAY_REQUESTS_PER_MINUTE: '999999999',
        ...(profile === undefined ? {} : { BENCH_PROFILES: profile }),
      },
      nodeOptions: [
        ...nodeOptions,
        ...(profile === undefined
          ? []
          : ['--import', fileURLToPath(new URL('./profile.js', import.meta.url))]),
      ],
    });
    try {
      return new Ground(options, installation, await Baseline.open(installation, folder), folder);
    } catch (error) {
      await installation.stop();
      throw error;
    }
  }

  get brokers(): readonly string[] {
    return this.installation.brokers;
  }

  /** Starts what is wanted and does not run yet; newcomers do not read what earlier rows left on the topics. */
  async need(wanted: readonly ServiceName[] = consumerGroups): Promise<void> {
    const missing = wanted.filter((name) => !this.running.has(name));
    if (missing.length === 0) return;
    await skipBacklog(this.brokers, missing);
    const started = await Promise.all(missing.map((name) => this.installation.start(name)));
    for (const service of started) this.running.set(service.name, service);
    // What starting took is a profile of its own.
    this.writeProfiles();
  }

  serviceOf(name: ServiceName): ServiceProcess {
    const found = this.running.get(name);
    if (!found) throw new Error(`${name} does not run`);
    return found;
  }

  get services(): readonly ServiceProcess[] {
    return [...this.running.values()];
  }

  /** Starts every service again the way a local run starts it: with little memory, instead of as in production. */
  async needSmall(): Promise<void> {
    for (const name of [...this.running.keys()]) await this.stopService(name);
    await skipBacklog(this.brokers, consumerGroups);
    const started = await Promise.all(
      consumerGroups.map((name) => this.installation.start(name, SMALL_NODE_OPTIONS)),
    );
    for (const service of started) this.running.set(service.name, service);
  }

  async stopService(name: ServiceName): Promise<void> {
    await this.serviceOf(name).stop();
    this.running.delete(name);
  }

  async startWhereItLeftOff(name: ServiceName): Promise<void> {
    this.running.set(name, await this.installation.start(name));
  }

  async replica(name: ServiceName): Promise<ServiceProcess> {
    return this.installation.start(name);
  }

  /** A token that lives as long as the longest bench. */
  token(claims: DevelopmentClaims): Promise<string> {
    return this.installation.issuer.issueToken(claims, { ttlSeconds: TOKEN_SECONDS });
  }

  /** Runs a query on a service's database, as administrator. */
  query<Found>(
    service: ServiceName,
    text: string,
    values: readonly unknown[] = [],
  ): Promise<readonly Found[]> {
    const url = new URL(this.installation.postgresAdminUrl);
    url.pathname = new URL(this.installation.databaseUrls.get(service) ?? '').pathname;
    return queryOf(url.href, text, values);
  }

  /** Tells profiled services to write what they have. */
  writeProfiles(): void {
    if (this.options.profile === undefined) return;
    for (const { pid } of this.services) process.kill(pid, 'SIGUSR2');
  }

  async close(): Promise<void> {
    await this.baseline.close();
    await this.installation.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Headers of one command. */
export function commandHeaders(token: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    'idempotency-key': randomUUID(),
  };
}
