/** Where Kafka is and how a client makes itself known there, as the environment says. Secrets are never logged. */
import { readFileSync } from 'node:fs';
import type { SASLOptions } from 'kafkajs';

const MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

/** How a client reaches the brokers, and how many replicas the topics have that it makes. */
export interface KafkaAccess {
  /** Replicas of each topic when this process makes them; 1 unless given. */
  readonly replicationFactor?: number;
  /** TLS, with the authority that signed the brokers' certificates where it is not one that Node knows. */
  readonly tls?: { readonly authority?: string };
  readonly sasl?: SASLOptions;
}

export interface KafkaSettings extends KafkaAccess {
  readonly brokers: readonly string[];
  /** Before every topic and group, so that several installations or test suites share a broker; empty in production. */
  readonly topicPrefix: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Brokers, prefix and access. @throws Error naming the variable that is missing or wrong. */
export function kafkaSettings(environment: Environment = process.env): KafkaSettings {
  const brokers = environment.KAFKA_BROKERS;
  if (!brokers) throw new Error('KAFKA_BROKERS is not set');
  return {
    brokers: brokers.split(','),
    topicPrefix: environment.KAFKA_TOPIC_PREFIX ?? '',
    ...kafkaAccess(environment),
  };
}

/**
 * `KAFKA_REPLICATION_FACTOR`, `KAFKA_SSL` with `KAFKA_SSL_CA_FILE`, `KAFKA_SASL_MECHANISM` with `…_USERNAME` and `…_PASSWORD`.
 * @throws Error naming the variable that is missing or wrong; also for the mechanism `plain` without TLS, which would show the
 * password to everybody on the way.
 */
export function kafkaAccess(environment: Environment = process.env): KafkaAccess {
  const { KAFKA_REPLICATION_FACTOR, KAFKA_SSL, KAFKA_SSL_CA_FILE } = environment;
  const replicationFactor = Number(KAFKA_REPLICATION_FACTOR || 1);
  if (!Number.isInteger(replicationFactor) || replicationFactor < 1)
    throw new Error('KAFKA_REPLICATION_FACTOR is not a whole number above zero');
  if (KAFKA_SSL && !['true', 'false'].includes(KAFKA_SSL)) throw new Error('KAFKA_SSL is true or false');
  const encrypted = KAFKA_SSL === 'true';
  if (KAFKA_SSL_CA_FILE && !encrypted) throw new Error('KAFKA_SSL_CA_FILE is set, but KAFKA_SSL is not true');
  const sasl = saslIn(environment);
  if (sasl?.mechanism === 'plain' && !encrypted)
    throw new Error('KAFKA_SASL_MECHANISM plain shows the password without KAFKA_SSL');
  const authority = KAFKA_SSL_CA_FILE ? { authority: readFileSync(KAFKA_SSL_CA_FILE, 'utf8') } : {};
  return { replicationFactor, ...(encrypted ? { tls: authority } : {}), ...(sasl ? { sasl } : {}) };
}

function saslIn(environment: Environment): SASLOptions | undefined {
  const { KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = environment;
  if (!KAFKA_SASL_MECHANISM) {
    if (username || password)
      throw new Error('KAFKA_SASL_MECHANISM is not set, but a username or password is');
    return undefined;
  }
  const mechanism = MECHANISMS.find((known) => known === KAFKA_SASL_MECHANISM.toLowerCase());
  if (!mechanism) throw new Error(`KAFKA_SASL_MECHANISM is one of ${MECHANISMS.join(', ')}`);
  if (!username) throw new Error('KAFKA_SASL_USERNAME is not set');
  if (!password) throw new Error('KAFKA_SASL_PASSWORD is not set');
  return { mechanism, username, password };
}
