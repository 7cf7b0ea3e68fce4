/** Apache Kafka from its own jars: one node in KRaft mode, one folder, one Java process. */
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { kafkaJars } from './kafka-distribution.js';
import { waitUntilGroupsAndProducersWork } from './kafka-readiness.js';
import type { Keeper } from './keeper.js';
import { freePort, runToEnd, type ServerCommand, startServer } from './server-process.js';

const CLUSTER_ID = 'c2hla2FyYS1kZXYtMDAwMQ';

/** Java would otherwise leave a file in the temporary folder of the machine when it is killed. */
const NO_COUNTERS = '-XX:-UsePerfData';

export interface EmbeddedKafka {
  brokers: string[];
  pid: number;
  /** Starts it again with its data at its address, after its process has ended. @returns the new process. */
  startAgain: () => Promise<number>;
}

/**
 * Starts Kafka on a free port of the loopback address and waits until groups can be joined and idempotent producers work.
 * @param folder `<folder>/kafka` holds its data; formatted when new.
 * @param lasting true: stopped in order; false: the folder will be removed, so it is simply killed.
 */
export async function startEmbeddedKafka(
  folder: string,
  lasting: boolean,
  keeper: Keeper,
  cache: string | undefined,
  log: (line: string) => void,
): Promise<EmbeddedKafka> {
  const jars = await kafkaJars(cache, log);
  const home = join(folder, 'kafka');
  const data = join(home, 'data');
  await mkdir(home, { recursive: true });
  const [port, controllerPort] = [await freePort(), await freePort()];
  const propertiesFile = join(home, 'server.properties');
  const loggingFile = join(home, 'log4j2.properties');
  await writeFile(propertiesFile, properties(data, port, controllerPort));
  await writeFile(loggingFile, LOGGING);
  const classPath = ['-cp', join(jars, '*'), `-Dlog4j2.configurationFile=${loggingFile}`];

  if (!existsSync(join(data, 'meta.properties'))) {
    await rm(data, { recursive: true, force: true });
    await runJava([
      ...['-Xmx128m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', NO_COUNTERS],
      ...classPath,
      ...['kafka.tools.StorageTool', 'format', '--cluster-id', CLUSTER_ID, '--config', propertiesFile],
    ]);
  }
  const command: ServerCommand = {
    name: 'Kafka',
    program: java(),
    args: [
      '-Xmx512m',
      '-XX:+UseSerialGC',
      NO_COUNTERS,
      '-Djava.awt.headless=true',
      ...classPath,
      'kafka.Kafka',
      propertiesFile,
    ],
    runAs: {},
    folder: home,
    logFile: join(folder, 'kafka.log'),
    stopWith: lasting ? 'TERM' : 'KILL',
    answers: () => listens(port),
  };
  const pid = await startServer(command, keeper);
  const brokers = [`127.0.0.1:${port}`];
  await waitUntilGroupsAndProducersWork(brokers);
  return { brokers, pid, startAgain: () => startServer(command, keeper) };
}

/** One partition of each internal topic: when one coordinator has loaded, all have. Small buffers: a laptop is enough. */
function properties(data: string, port: number, controllerPort: number): string {
  return [
    'process.roles=broker,controller',
    'node.id=1',
    `controller.quorum.voters=1@127.0.0.1:${controllerPort}`,
    `listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    `advertised.listeners=PLAINTEXT://127.0.0.1:${port}`,
    'listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name=PLAINTEXT',
    'controller.listener.names=CONTROLLER',
    `log.dirs=${data}`,
    'auto.create.topics.enable=false',
    'offsets.topic.num.partitions=1',
    'offsets.topic.replication.factor=1',
    'transaction.state.log.num.partitions=1',
    'transaction.state.log.replication.factor=1',
    'transaction.state.log.min.isr=1',
    'share.coordinator.state.topic.num.partitions=1',
    'share.coordinator.state.topic.replication.factor=1',
    'share.coordinator.state.topic.min.isr=1',
    'group.initial.rebalance.delay.ms=0',
    'num.network.threads=2',
    'num.io.threads=4',
    'log.segment.bytes=16777216',
    'log.index.size.max.bytes=65536',
    'log.cleaner.dedupe.buffer.size=8388608',
    '',
  ].join('\n');
}

const LOGGING = [
  'status=error',
  'appender.console.type=Console',
  'appender.console.name=console',
  'appender.console.layout.type=PatternLayout',
  'appender.console.layout.pattern=%d %p %c: %m%n',
  'rootLogger.level=error',
  'rootLogger.appenderRef.console.ref=console',
  '',
].join('\n');

function java(): string {
  const home = process.env.JAVA_HOME;
  return home === undefined || home === '' ? 'java' : join(home, 'bin', 'java');
}

async function runJava(args: string[]): Promise<void> {
  try {
    await runToEnd(java(), args);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const tooOld = error instanceof Error && error.message.includes('UnsupportedClassVersionError');
    if (!missing && !tooOld) throw error;
    throw new Error(
      'Java 17 or newer is missing: install it (apt-get install openjdk-17-jre-headless) or set KAFKA_BROKERS',
      {
        cause: error,
      },
    );
  }
}

function listens(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
  });
}
