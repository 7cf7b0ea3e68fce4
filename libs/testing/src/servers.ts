/** One real PostgreSQL and one real Kafka: given by the environment, or in containers, or embedded. */
import { chmod, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { dockerAnswers, startKafkaContainer, startPostgresContainer } from './containers.js';
import { startEmbeddedKafka } from './embedded-kafka.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { Keeper } from './keeper.js';

export interface ServerProcess {
  name: string;
  pid: number;
}

export interface Servers {
  /** Address of an administrator: may make roles and databases. */
  postgres: { adminUrl: string };
  /** `host:port` each. */
  kafka: { brokers: string[] };
  /** What was started here as a process of this machine; empty for addresses of the environment and for containers. */
  processes: ServerProcess[];
  /**
   * Starts a process of `processes` again that was killed: same data (with a data directory), same address. Its `pid` is
   * then the new one. @throws Error for what was not started here, and when it does not answer in time.
   */
  startAgain(name: string): Promise<void>;
  /** Stops what was started here and removes temporary data; addresses of the environment are left alone. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Keeps the data in this folder between runs, flushed to disk; a temporary folder, removed at the end, when undefined. */
  dataDirectory?: string;
  /** Told what is started, a line each; silent when undefined. */
  log?: (line: string) => void;
  /** Where addresses are looked for; `process.env` when undefined. */
  environment?: Readonly<Record<string, string | undefined>>;
}

type Started<T> = T & {
  process?: ServerProcess;
  startAgain?: () => Promise<number>;
  stop?: () => Promise<void>;
};

/**
 * Starts what is missing and waits until queries are answered, groups can be joined and idempotent producers work.
 *
 * In this order, for each of the two: the address in the environment (`POSTGRES_ADMIN_URL`, else the first
 * `DATABASE_URL_<SERVICE>`; `KAFKA_BROKERS`, separated by commas) · a container, where a Docker engine answers and no
 * data directory is asked for · embedded. Embedded servers end with this process however it ends, `kill -9` included.
 * @throws Error that says what to install or set, after stopping what had been started.
 */
export async function startServers(options: ServerOptions = {}): Promise<Servers> {
  const environment = options.environment ?? process.env;
  const log = options.log ?? (() => undefined);
  const begun = performance.now();
  if (options.dataDirectory === '') throw new Error('dataDirectory is empty: name a folder or leave it out');
  const adminUrl = givenPostgres(environment);
  const brokers = givenBrokers(environment);
  const docker =
    options.dataDirectory === undefined &&
    !(adminUrl && brokers) &&
    (await dockerAnswers(environment.DOCKER_HOST));
  const embedded = new Embedded(options.dataDirectory, environment.SHEKARA_CACHE, log);

  const [postgres, kafka] = await Promise.allSettled([
    adminUrl
      ? { adminUrl }
      : inContainerOrElse(docker, startPostgresContainer, () => embedded.postgres(), log),
    brokers ? { brokers } : inContainerOrElse(docker, startKafkaContainer, () => embedded.kafka(), log),
  ]);
  const started = [postgres, kafka].flatMap((result) =>
    result.status === 'fulfilled' ? [result.value] : [],
  );
  const stop = async (): Promise<void> => {
    await Promise.all([embedded.stop(), ...started.map((server: Started<object>) => server.stop?.())]);
  };
  if (postgres.status === 'rejected' || kafka.status === 'rejected') {
    await stop();
    throw postgres.status === 'rejected' ? postgres.reason : (kafka as PromiseRejectedResult).reason;
  }
  log(`PostgreSQL and Kafka answer after ${Math.round(performance.now() - begun)} ms`);
  return {
    postgres: { adminUrl: postgres.value.adminUrl },
    kafka: { brokers: kafka.value.brokers },
    processes: started.flatMap((server: Started<object>) =>
      server.process === undefined ? [] : [server.process],
    ),
    startAgain: async (name) => {
      const server: Started<object> | undefined = started.find(
        (each: Started<object>) => each.process?.name === name,
      );
      if (!server?.process || !server.startAgain)
        throw new Error(`${name} is not a process that was started here`);
      server.process.pid = await server.startAgain();
    },
    stop,
  };
}

/** An engine may answer and still have no image and no registry: then the server is embedded, and the log says why. */
async function inContainerOrElse<T>(
  docker: boolean,
  start: (log: (line: string) => void) => Promise<Started<T>>,
  embed: () => Promise<Started<T>>,
  log: (line: string) => void,
): Promise<Started<T>> {
  if (!docker) return embed();
  try {
    return await start(log);
  } catch (error) {
    log(`no container (${error instanceof Error ? error.message : String(error)})`);
    return embed();
  }
}

/** The embedded pair: one folder and one keeper, made when the first of the two is asked for. */
class Embedded {
  private ground: Promise<{ folder: string; keeper: Keeper }> | undefined;

  constructor(
    private readonly dataDirectory: string | undefined,
    private readonly cache: string | undefined,
    private readonly log: (line: string) => void,
  ) {}

  async postgres(): Promise<Started<{ adminUrl: string }>> {
    const { folder, keeper } = await this.prepare();
    const { adminUrl, pid, startAgain } = await startEmbeddedPostgres(
      folder,
      this.dataDirectory !== undefined,
      keeper,
    );
    this.log(`PostgreSQL is embedded, process ${pid}`);
    return { adminUrl, process: { name: 'postgres', pid }, startAgain };
  }

  async kafka(): Promise<Started<{ brokers: string[] }>> {
    const { folder, keeper } = await this.prepare();
    const lasting = this.dataDirectory !== undefined;
    const { brokers, pid, startAgain } = await startEmbeddedKafka(
      folder,
      lasting,
      keeper,
      this.cache,
      this.log,
    );
    this.log(`Kafka is embedded, process ${pid}`);
    return { brokers, process: { name: 'kafka', pid }, startAgain };
  }

  async stop(): Promise<void> {
    await (await this.ground)?.keeper.stop();
  }

  private prepare(): Promise<{ folder: string; keeper: Keeper }> {
    this.ground ??= makeGround(this.dataDirectory);
    return this.ground;
  }
}

async function makeGround(dataDirectory: string | undefined): Promise<{ folder: string; keeper: Keeper }> {
  if (dataDirectory !== undefined) {
    const folder = resolve(dataDirectory);
    await mkdir(folder, { recursive: true });
    return { folder, keeper: new Keeper(undefined) };
  }
  const folder = await mkdtemp(join(tmpdir(), 'shekara-'));
  const keeper = new Keeper(folder);
  // PostgreSQL's user passes through this folder to its own; it cannot list it.
  await chmod(folder, 0o711);
  return { folder, keeper };
}

function givenPostgres(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const service = Object.keys(environment).find(
    (name) => name.startsWith('DATABASE_URL_') && environment[name],
  );
  return environment.POSTGRES_ADMIN_URL || (service === undefined ? undefined : environment[service]);
}

function givenBrokers(environment: Readonly<Record<string, string | undefined>>): string[] | undefined {
  const brokers = (environment.KAFKA_BROKERS ?? '')
    .split(',')
    .map((broker) => broker.trim())
    .filter((broker) => broker !== '');
  return brokers.length > 0 ? brokers : undefined;
}
