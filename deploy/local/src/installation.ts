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
  /** Port of the gateway; a free one when it is taken. */
  readonly gatewayPort: number;
  readonly log: (line: string) => void;
}

export interface InstallationProcess {
  readonly name: string;
  readonly pid: number;
}

export interface Installation {
  readonly gatewayUrl: string;
  readonly issuer: DevelopmentIssuer;
  readonly brokers: readonly string[];
  readonly databaseUrls: ReadonlyMap<ServiceName, string>;
  readonly processes: readonly InstallationProcess[];
  stop(): Promise<void>;
}

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const LOGS = `${REPOSITORY}.cache/logs`;

/** A service needs little; what it does not use, V8 shall not keep. */
const NODE_OPTIONS = ['--max-old-space-size=128', '--max-semi-space-size=2', '--optimize-for-size', '--v8-pool-size=1'];

/** The gateway starts last: it asks the others for what they offer. */
const SERVICES: readonly ServiceName[] = consumerGroups.filter((name) => name !== 'gateway');

/** Starts everything and waits until the gateway answers. @throws Error, after stopping what was started. */
export async function startInstallation(options: InstallationOptions): Promise<Installation> {
  const { log } = options;
  await mkdir(LOGS, { recursive: true });
  const keeper = new Keeper(undefined);
  const stops: (() => Promise<void>)[] = [() => keeper.stop()];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0)) await each();
  };
  try {
    const [servers, issuer] = await Promise.all([startServers({ log }), startDevelopmentIssuer()]);
    stops.push(() => issuer.stop(), () => servers.stop());
    const brokers = servers.kafka.brokers;
    const databaseUrls = await provisionDatabases(servers.postgres.adminUrl);
    await new KafkaConnection({ brokers, topicPrefix: '' }, 'local', (_level, message) => log(message)).createCatalogueTopics();

    const ports = new Map<ServiceName, number>();
    for (const name of SERVICES) ports.set(name, await freePort());
    const environment = {
      ...process.env,
      KAFKA_BROKERS: brokers.join(','),
      KAFKAJS_NO_PARTITIONER_WARNING: '1',
      MALLOC_ARENA_MAX: '1',
      OIDC_ISSUER: issuer.url,
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
      ...Object.fromEntries([...databaseUrls].map(([name, url]) => [databaseUrlVariable(name), url])),
      ...Object.fromEntries([...ports].map(([name, port]) => [upstreamVariable(name), `http://127.0.0.1:${port}`])),
    };
    log(`starting ${SERVICES.length} services and the gateway`);
    const gatewayPort = await portOrFree(options.gatewayPort);
    ports.set('gateway', gatewayPort);
    const started = await Promise.all(
      consumerGroups.map(async (name) => {
        const port = ports.get(name) ?? 0;
        const own = name === 'gateway' ? { CONSOLE_CONFIG: await consoleConfig(issuer) } : {};
        const pid = await startService(keeper, name, { ...environment, ...own, PORT: String(port) });
        log(`${name} answers`);
        return { name, pid };
      }),
    );
    return {
      gatewayUrl: `http://127.0.0.1:${gatewayPort}`,
      issuer,
      brokers,
      databaseUrls,
      processes: [...servers.processes, ...started, { name: 'demo', pid: process.pid }],
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

async function startService(keeper: Keeper, name: ServiceName, environment: NodeJS.ProcessEnv): Promise<number> {
  const entry = `${REPOSITORY}apps/${name}/dist/main.js`;
  if (!existsSync(entry)) throw new Error(`${entry} is missing: run "npm run build"`);
  const url = `http://127.0.0.1:${environment.PORT}/health/ready`;
  return startServer(
    {
      name,
      program: process.execPath,
      args: [...NODE_OPTIONS, entry],
      runAs: {},
      folder: REPOSITORY,
      environment,
      logFile: `${LOGS}/${name}.log`,
      stopWith: 'TERM',
      answers: async () => {
        const response = await fetch(url);
        if (!response.ok) throw new Error(`${name} is not ready`);
      },
    },
    keeper,
  );
}

async function portOrFree(port: number): Promise<number> {
  try {
    await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(300) });
    return await freePort();
  } catch {
    return port;
  }
}
