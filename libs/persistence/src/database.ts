/** TypeORM set-up: one DataSource a service, migrations only, never `synchronize`. */
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { CreateHistory1764000000000 } from './migrations/1764000000000-history.js';
import { ProtectHistory1764000000050 } from './migrations/1764000000050-append-only.js';
import { NamingClient } from './naming-client.js';
import { grantRuntimeRole, urlAsRole } from './runtime-role.js';

export type Migration = new () => object;

export const persistenceMigrations: readonly Migration[] = [
  CreateHistory1764000000000,
  ProtectHistory1764000000050,
];

/** The options of a service's connection pool. `url` carries the role's password and is never logged. */
export function dataSourceOptions(url: string, migrations: readonly Migration[] = []): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    synchronize: false,
    migrationsRun: false,
    migrations: [...migrations] as MixedList<new () => object> as never,
    migrationsTransactionMode: 'each',
    extra: {
      Client: NamingClient,
      max: 12,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 5_000,
    },
  };
}

/**
 * Brings a database to the newest schema. Safe to run by several replicas: one waits for the other.
 * @returns the address with which the service works from then on: as the role of run time, where there is one.
 */
export async function migrate(
  url: string,
  migrations: readonly Migration[],
): Promise<{ readonly runtimeUrl: string; readonly runtimeRole: string | undefined }> {
  const dataSource = new DataSource(dataSourceOptions(url, migrations));
  await dataSource.initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.connect();
    await lock.query(`SELECT pg_advisory_lock(hashtext('shekara-migrations'))`);
    await dataSource.runMigrations();
    const runtimeRole = await grantRuntimeRole(lock);
    return { runtimeUrl: urlAsRole(url, runtimeRole), runtimeRole };
  } finally {
    await lock.release();
    await dataSource.destroy();
  }
}
