/** The same two servers in containers, where a Docker engine answers. */
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { waitUntilGroupsAndProducersWork } from './kafka-readiness.js';
import { freePort } from './server-process.js';

const POSTGRES_IMAGE = 'postgres:18-alpine';
const KAFKA_IMAGE = 'apache/kafka:4.3.0';
const USUAL_ENGINE = 'unix:///var/run/docker.sock';
const ENGINE_ANSWERS_WITHIN_MS = 500;

/**
 * Whether a Docker engine answers `/_ping` within half a second, at `unix://…` or `tcp://…`; at the usual socket when
 * undefined. No engine is an answer, not an error.
 */
export function dockerAnswers(dockerHost: string | undefined): Promise<boolean> {
  const address = new URL(dockerHost || USUAL_ENGINE);
  const target =
    address.protocol === 'unix:'
      ? { socketPath: address.pathname }
      : { host: address.hostname, port: address.port };
  return new Promise((resolve) => {
    const ping = request({ ...target, path: '/_ping', timeout: ENGINE_ANSWERS_WITHIN_MS }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    ping.once('timeout', () => ping.destroy(new Error('no answer in time')));
    ping.once('error', () => resolve(false));
    ping.end();
  });
}

export async function startPostgresContainer(
  log: (line: string) => void,
): Promise<{ adminUrl: string; stop: () => Promise<void> }> {
  log(`starting ${POSTGRES_IMAGE}`);
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const container = await new PostgreSqlContainer(POSTGRES_IMAGE)
    .withUsername('postgres')
    .withPassword(randomBytes(18).toString('hex'))
    .withDatabase('postgres')
    .withCommand(['-c', 'max_connections=300', '-c', 'fsync=off', '-c', 'synchronous_commit=off'])
    .start();
  return {
    adminUrl: container.getConnectionUri(),
    stop: async () => {
      await container.stop();
    },
  };
}

/** The port inside and outside is the same, so that the broker can name an address that clients reach. */
export async function startKafkaContainer(
  log: (line: string) => void,
): Promise<{ brokers: string[]; stop: () => Promise<void> }> {
  log(`starting ${KAFKA_IMAGE}`);
  const { GenericContainer, Wait } = await import('testcontainers');
  const port = await freePort();
  const container = await new GenericContainer(KAFKA_IMAGE)
    .withExposedPorts({ container: port, host: port })
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_LISTENERS: `PLAINTEXT://:${port},CONTROLLER://:9093`,
      KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://localhost:${port}`,
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
      KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '1',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS: '1',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
      KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
      KAFKA_HEAP_OPTS: '-Xmx512m',
    })
    .withWaitStrategy(Wait.forLogMessage('Kafka Server started'))
    .start();
  const brokers = [`${container.getHost()}:${port}`];
  await waitUntilGroupsAndProducersWork(brokers);
  return {
    brokers,
    stop: async () => {
      await container.stop();
    },
  };
}
