/** A whole Shekara on this machine: servers, databases, topics, issuer, seven services and the gateway. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DEVELOPMENT_USERS, type DevelopmentIssuer, startDevelopmentIssuer } from '@shekara/auth';
import { consumerGroups, type ServiceName } from '@shekara/contracts';
import { KafkaConnection } from '@shekara/messaging';
import {
  databaseUrlVariable,
  freePort,
  Keeper,
  provisionServiceDatabase,
  startServer,
  startServers,
} from '@shekara/testing';

export interface InstallationOptions {
  /** Port of the gateway; a free one when it is taken, or 0. */
  readonly gatewayPort: number;
  readonly log: (line: string) => void;
  /** What is started at once; every service and the gateway unless given. The rest can be started later. */
  readonly services?: readonly ServiceName[];
  /** Where the servers keep their data, flushed to disk as in production; a temporary folder unless given. */
  readonly dataDirectory?: string;
  /** Variables of every service beside or instead of the installation's own. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Options of Node for every service; those that keep a local run small unless given. */
  readonly nodeOptions?: readonly string[];
  /** Where the services write their logs; `.cache/logs` unless given. */
  readonly logDirectory?: string;
}

export interface InstallationProcess {
  readonly name: string;
  readonly pid: number;
}

/** One running process of a service. */
export interface ServiceProcess extends InstallationProcess {
  readonly name: ServiceName;
  readonly url: string;
  /** Asks it to finish what is under way and waits until it has ended. */
  stop(): Promise<void>;
}

export interface Installation {
  readonly gatewayUrl: string;
  readonly issuer: DevelopmentIssuer;
  readonly brokers: readonly string[];
  /** Of the administrator of PostgreSQL. */
  readonly adminUrl: string;
  readonly databaseUrls: ReadonlyMap<ServiceName, string>;
  /** Address of PostgreSQL's administrator. */
  readonly postgresAdminUrl: string;
  /** What runs now, and what has ended and was not started again: servers, services, this process. */
  readonly processes: readonly InstallationProcess[];
  /** Starts a service that does not run yet, or one more replica of one that does, and waits until it is ready. */
  start(name: ServiceName, nodeOptions?: readonly string[]): Promise<ServiceProcess>;
  /**
   * Starts a server or service of `processes` again whose process was killed, with its data and at its address.
   * @throws Error when it ends again or does not answer in time.
   */
  startAgain(name: string): Promise<void>;
  stop(): Promise<void>;
}

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const LOGS = `${REPOSITORY}.cache/logs`;

/** A service needs little; what it does not use, V8 shall not keep. */
export const SMALL_NODE_OPTIONS: readonly string[] = [
  '--max-old-space-size=128',
  '--max-semi-space-size=2',
  '--optimize-for-size',
  '--v8-pool-size=1',
];

/** The gateway starts last: it asks the others for what they offer. */
const SERVICES: readonly ServiceName[] = consumerGroups.filter((name) => name !== 'gateway');

/** Starts everything and waits until the gateway answers. @throws Error, after stopping what was started. */
export async function startInstallation(options: InstallationOptions): Promise<Installation> {
  const { log } = options;
  const logs = options.logDirectory ?? LOGS;
  await mkdir(logs, { recursive: true });
  const keeper = new Keeper(undefined);
  const stops: (() => Promise<void>)[] = [() => keeper.stop()];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0)) await each();
  };
  try {
    const { dataDirectory } = options;
    const [servers, issuer] = await Promise.all([
      startServers({ log, dataDirectory }),
      startDevelopmentIssuer(),
    ]);
    stops.push(
      () => issuer.stop(),
      () => servers.stop(),
    );
    const brokers = servers.kafka.brokers;
    const databaseUrls = await provisionDatabases(servers.postgres.adminUrl);
    await new KafkaConnection({ brokers, topicPrefix: '' }, 'local', (_level, message) =>
      log(message),
    ).createCatalogueTopics();

    const gatewayPort = await portOrFree(options.gatewayPort);
    const ports = new Map<ServiceName, number>([['gateway', gatewayPort]]);
    for (const name of SERVICES) ports.set(name, await freePort());
    const environment = {
      ...process.env,
      KAFKA_BROKERS: brokers.join(','),
      KAFKAJS_NO_PARTITIONER_WARNING: '1',
      MALLOC_ARENA_MAX: '1',
      OIDC_ISSUER: issuer.url,
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
      ...Object.fromEntries([...databaseUrls].map(([name, url]) => [databaseUrlVariable(name), url])),
      ...Object.fromEntries(
        [...ports].map(([name, port]) => [upstreamVariable(name), `http://127.0.0.1:${port}`]),
      ),
      ...options.environment,
    };
    const running = new Set<ServiceProcess>();
    const start = async (
      name: ServiceName,
      nodeOptions = options.nodeOptions ?? SMALL_NODE_OPTIONS,
    ): Promise<ServiceProcess> => {
      for (const service of running) if (!isRunning(service.pid)) running.delete(service);
      const first = ports.get(name) ?? 0;
      const taken = [...running].some((other) => other.url.endsWith(`:${first}`));
      const port = taken ? await freePort() : first;
      const own = name === 'gateway' ? { CONSOLE_CONFIG: await consoleConfig(issuer) } : {};
      const variables = { ...environment, ...own, PORT: String(port) };
      const pid = await startService(keeper, name, variables, nodeOptions, logs);
      const service: ServiceProcess = {
        name,
        pid,
        url: `http://127.0.0.1:${port}`,
        stop: async () => {
          running.delete(service);
          if (isRunning(pid)) await endProcess(pid);
        },
      };
      running.add(service);
      log(`${name} answers`);
      return service;
    };
    const wanted = options.services ?? consumerGroups;
    log(`starting ${wanted.join(', ')}`);
    await Promise.all(wanted.map((name) => start(name)));
    return {
      gatewayUrl: `http://127.0.0.1:${gatewayPort}`,
      issuer,
      brokers,
      adminUrl: servers.postgres.adminUrl,
      databaseUrls,
      postgresAdminUrl: servers.postgres.adminUrl,
      get processes() {
        return [...servers.processes, ...running, { name: 'demo', pid: process.pid }];
      },
      start,
      startAgain: async (name) => {
        const service = consumerGroups.find((candidate) => candidate === name);
        if (service === undefined) return servers.startAgain(name);
        await start(service);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const TOKEN_SECONDS = 12 * 3_600;

/** What the console's sign-in offers on a developer's machine: a token for each development user. */
async function consoleConfig(issuer: DevelopmentIssuer): Promise<string> {
  const developmentTokens = await Promise.all(
    DEVELOPMENT_USERS.map(async ({ clientId, name, ...claims }) => ({
      label: name,
      token: await issuer.issueToken({ subject: clientId, name, ...claims }, { ttlSeconds: TOKEN_SECONDS }),
    })),
  );
  return JSON.stringify({ issuer: issuer.url, developmentTokens });
}

async function provisionDatabases(adminUrl: string): Promise<Map<ServiceName, string>> {
  const urls = new Map<ServiceName, string>();
  for (const name of consumerGroups) urls.set(name, await provisionServiceDatabase(adminUrl, name));
  return urls;
}

function upstreamVariable(name: ServiceName): string {
  return `SERVICE_URL_${name.toUpperCase().replaceAll('-', '_')}`;
}

async function startService(
  keeper: Keeper,
  name: ServiceName,
  environment: NodeJS.ProcessEnv,
  nodeOptions: readonly string[],
  logs: string,
): Promise<number> {
  const entry = `${REPOSITORY}apps/${name}/dist/main.js`;
  if (!existsSync(entry)) throw new Error(`${entry} is missing: run "npm run build"`);
  const url = `http://127.0.0.1:${environment.PORT}/health/ready`;
  return startServer(
    {
      name,
      program: process.execPath,
      args: [...nodeOptions, entry],
      runAs: {},
      folder: REPOSITORY,
      environment,
      logFile: `${logs}/${name}.log`,
      stopWith: 'TERM',
      answers: async () => {
        const response = await fetch(url);
        if (!response.ok) throw new Error(`${name} is not ready`);
      },
    },
    keeper,
  );
}

const ENDS_WITHIN_MS = 30_000;
const LOOK_AGAIN_MS = 20;

/** @throws Error when the process is still there after half a minute. */
async function endProcess(pid: number): Promise<void> {
  process.kill(pid, 'SIGTERM');
  const deadline = performance.now() + ENDS_WITHIN_MS;
  while (isRunning(pid)) {
    if (performance.now() > deadline) throw new Error(`process ${pid} does not end`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function portOrFree(port: number): Promise<number> {
  if (port === 0) return freePort();
  try {
    await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(300) });
    return await freePort();
  } catch {
    return port;
  }
}
