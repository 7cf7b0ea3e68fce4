/** Statements that the pool keeps prepared, while a newer replica migrates the tables under them. */
import { Module } from '@nestjs/common';
import { Client } from 'pg';
import { isTransient } from '@shekara/messaging';
import { DataSource, dataSourceOptions } from '@shekara/persistence';
import type { ServiceDefinition } from '@shekara/service-kit';
import { ServicesUnderTest } from '@shekara/testing/services';

@Module({})
class NothingModule {}

const SERVICE: ServiceDefinition = {
  name: 'payments',
  title: 'named statements',
  module: NothingModule,
  migrations: [],
};

const READ = 'SELECT * FROM answers WHERE client = $1';

describe('named statements', () => {
  let place: ServicesUnderTest;
  let owner: Client;
  /** Of one session, so that the same one meets the changed table. */
  let dataSource: DataSource;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [SERVICE] });
    owner = new Client({ connectionString: place.databaseUrl('payments') });
    await owner.connect();
    const options = dataSourceOptions(place.databaseUrl('payments'));
    dataSource = new DataSource({
      ...options,
      extra: { ...(options.extra as object), max: 1 },
    } as typeof options);
    await dataSource.initialize();
  });

  afterAll(async () => {
    await dataSource.destroy();
    await owner.end();
    await place.stop();
  });

  it('are parsed once a session, whoever sends the text', async () => {
    await dataSource.transaction(async (manager) => {
      for (let time = 0; time < 3; time += 1) await manager.query(READ, ['nobody']);
      const kept = await manager.query<{ name: string }[]>(
        `SELECT name FROM pg_prepared_statements WHERE statement = $1`,
        [READ],
      );
      expect(kept).toHaveLength(1);
    });
  });

  it('fail once, as something that passes, when a migration changes what they answer, and work again', async () => {
    await dataSource.query(READ, ['nobody']);
    await owner.query('ALTER TABLE answers ADD COLUMN added_later text');
    const failures: unknown[] = [];
    for (let time = 0; time < 4; time += 1) {
      try {
        await dataSource.query(READ, ['nobody']);
      } catch (error) {
        failures.push(error);
      }
    }
    expect(failures.every(isTransient)).toBe(true);
    expect(failures).toHaveLength(1);
  });
});
