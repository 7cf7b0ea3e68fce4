import { execFile, spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { dockerAnswers } from '../src/containers.js';
import { createTopics, eventually, provisionServiceDatabase, startServers } from '../src/index.js';
import type { ServerProcess } from '../src/index.js';
import { silentKafka } from '../src/topics.js';
import { isAlive } from './environment.js';

/** No addresses, no Docker engine: what is started here is embedded. */
const NOTHING_GIVEN = {
  DOCKER_HOST: 'unix:///nonexistent/docker.sock',
  SHEKARA_CACHE: process.env.SHEKARA_CACHE,
};
const BUILT = new URL('../dist/index.js', import.meta.url).href;

/** A folder that PostgreSQL's own user can pass through as well. */
async function passableFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'servers-spec-'));
  await chmod(folder, 0o711);
  return folder;
}

describe('servers', () => {
  it('are the ones in the environment when it names them, and stop() leaves those alone', async () => {
    const servers = await startServers({
      environment: {
        POSTGRES_ADMIN_URL: 'postgresql://db.example/postgres',
        KAFKA_BROKERS: 'one:9092, two:9092',
      },
    });
    expect(servers.postgres.adminUrl).toBe('postgresql://db.example/postgres');
    expect(servers.kafka.brokers).toEqual(['one:9092', 'two:9092']);
    expect(servers.processes).toEqual([]);
    await servers.stop();
  });

  it('take the address of a service when no administrator is named', async () => {
    const servers = await startServers({
      environment: { DATABASE_URL_RISK: 'postgresql://risk@db.example/risk', KAFKA_BROKERS: 'one:9092' },
    });
    expect(servers.postgres.adminUrl).toBe('postgresql://risk@db.example/risk');
  });

  it('keep what was written in a named data directory over a restart', async () => {
    const dataDirectory = await passableFolder();
    try {
      const first = await startServers({ dataDirectory, environment: NOTHING_GIVEN });
      const url = await provisionServiceDatabase(first.postgres.adminUrl, 'payments');
      await onDatabase(url, 'CREATE TABLE ledger AS SELECT 42 AS tiyn');
      await createTopics(first.kafka.brokers, [{ name: 'payments.money.v1', partitions: 3 }]);
      const producer = silentKafka(first.kafka.brokers).producer({ idempotent: true });
      await producer.connect();
      await producer.send({
        topic: 'payments.money.v1',
        messages: [{ key: 'k', value: 'kept', partition: 2 }],
      });
      await producer.disconnect();
      await first.stop();
      // Node reaps an ended child a moment later; until then its number still answers.
      await eventually(() => expect(first.processes.map(({ pid }) => isAlive(pid))).toEqual([false, false]));

      const second = await startServers({ dataDirectory, environment: NOTHING_GIVEN });
      const again = await provisionServiceDatabase(second.postgres.adminUrl, 'payments');
      expect(await onDatabase(again, 'SELECT tiyn FROM ledger')).toEqual([{ tiyn: 42 }]);
      const admin = silentKafka(second.kafka.brokers).admin();
      await admin.connect();
      const offsets = await admin.fetchTopicOffsets('payments.money.v1');
      await admin.disconnect();
      expect(offsets.find(({ partition }) => partition === 2)?.high).toBe('1');
      await second.stop();
    } finally {
      await rm(dataDirectory, { recursive: true, force: true });
    }
  }, 180_000);

  // One mechanism for every end, so Kafka (seconds to start) takes part in the hardest one only.
  it.each([
    ['SIGKILL', {}, ['postgres', 'kafka']],
    ['SIGINT', { KAFKA_BROKERS: 'elsewhere:9092' }, ['postgres']],
    ['SIGTERM', { KAFKA_BROKERS: 'elsewhere:9092' }, ['postgres']],
  ] as const)(
    'end and leave no folder when the process that started them ends by %s',
    async (signal, given, names) => {
      const temporary = await passableFolder();
      const script = `
        const { startServers } = await import(${JSON.stringify(BUILT)});
        const { processes } = await startServers({ environment: ${JSON.stringify({ ...NOTHING_GIVEN, ...given })} });
        process.stdout.write(JSON.stringify(processes));
        setInterval(() => undefined, 1000);`;
      const parent = spawn(process.execPath, ['--input-type=module', '--eval', script], {
        env: { ...process.env, TMPDIR: temporary },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const answer = await new Promise<string>((resolve, reject) => {
        parent.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
        parent.once('exit', (code) => reject(new Error(`the starting process ended with ${code}`)));
      });
      const started = JSON.parse(answer) as ServerProcess[];
      expect(started.map(({ name, pid }) => [name, isAlive(pid)])).toEqual(names.map((name) => [name, true]));
      expect(await readdir(temporary)).toHaveLength(1);

      parent.kill(signal);

      await eventually(() => expect(started.filter(({ pid }) => isAlive(pid))).toEqual([]), {
        timeoutMs: 20_000,
      });
      await eventually(async () => expect(await readdir(temporary)).toEqual([]));
      await rm(temporary, { recursive: true });
    },
    120_000,
  );

  it('stop the one that started when the other cannot, and say what to install', async () => {
    const script = `
      const { startServers } = await import(${JSON.stringify(BUILT)});
      await startServers({ environment: ${JSON.stringify(NOTHING_GIVEN)} }).catch((error) => console.log(error.message));`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', script],
      { env: { ...process.env, JAVA_HOME: '/nonexistent' } },
    );
    expect(stdout).toMatch(/^Java 17 or newer is missing: install it .*\n$/);
  }, 60_000);
});

describe('a Docker engine', () => {
  it('that answers but cannot start a container makes way for the embedded server, and the log says so', async () => {
    const engine = createServer((request, response) =>
      response.writeHead(request.url === '/_ping' ? 200 : 500).end(),
    );
    await new Promise<void>((resolve) => engine.listen(0, '127.0.0.1', resolve));
    const address = engine.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const lines: string[] = [];
    const servers = await startServers({
      environment: { DOCKER_HOST: `tcp://127.0.0.1:${port}`, KAFKA_BROKERS: 'elsewhere:9092' },
      log: (line) => lines.push(line),
    });
    try {
      expect(servers.processes.map(({ name }) => name)).toEqual(['postgres']);
      expect(lines.join('\n')).toMatch(/no container \(.+\)/);
    } finally {
      await servers.stop();
      await new Promise((resolve) => engine.close(resolve));
    }
  });

  it('is recognised by its ping, and its absence is no error', async () => {
    const engine = createServer((request, response) =>
      response.writeHead(request.url === '/_ping' ? 200 : 404).end(),
    );
    await new Promise<void>((resolve) => engine.listen(0, '127.0.0.1', resolve));
    const address = engine.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await dockerAnswers(`tcp://127.0.0.1:${port}`)).toBe(true);
    await new Promise((resolve) => engine.close(resolve));
    expect(await dockerAnswers(`tcp://127.0.0.1:${port}`)).toBe(false);
    expect(await dockerAnswers('unix:///nonexistent/docker.sock')).toBe(false);
  });
});

async function onDatabase(url: string, sql: string): Promise<object[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}
