/** What a service is told from outside. Secrets come from the environment only and are never logged. */
import { join } from 'node:path';
import { type Clock, systemClock } from '@shekara/kernel';
import type { LogLevel } from '@shekara/observability';
import { wrongClock } from './wrong-clock.js';

export interface ServiceSettings {
  readonly databaseUrl: string;
  readonly kafkaBrokers: readonly string[];
  /** Before every topic and group; empty in production. */
  readonly topicPrefix: string;
  readonly oidcIssuer: string;
  readonly oidcAudience: string;
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly logLevel: LogLevel;
  readonly clock: Clock;
}

function required(environment: NodeJS.ProcessEnv, name: string): string {
  const value = environment[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

/** The clock of the machine; in a test of whole installations one that can be put wrong. @throws Error outside tests. */
function clockOf(service: string, { TEST_CLOCKS, NODE_ENV }: NodeJS.ProcessEnv): Clock {
  if (!TEST_CLOCKS) return systemClock;
  if (NODE_ENV !== 'test') throw new Error('TEST_CLOCKS is set although NODE_ENV is not "test"');
  return wrongClock(join(TEST_CLOCKS, service));
}

/** @throws Error naming the first variable that is missing. */
export function settingsFromEnvironment(
  service: string,
  environment: NodeJS.ProcessEnv = process.env,
): ServiceSettings {
  return {
    databaseUrl: required(environment, `DATABASE_URL_${service.toUpperCase().replaceAll('-', '_')}`),
    kafkaBrokers: required(environment, 'KAFKA_BROKERS').split(','),
    topicPrefix: environment.KAFKA_TOPIC_PREFIX ?? '',
    oidcIssuer: required(environment, 'OIDC_ISSUER'),
    oidcAudience: environment.OIDC_AUDIENCE ?? 'shekara',
    host: environment.HOST ?? '127.0.0.1',
    port: Number(environment.PORT ?? 0),
    logLevel: (environment.LOG_LEVEL ?? 'info') as LogLevel,
    clock: clockOf(service, environment),
  };
}
