import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { cloneDatabase, databaseUrlVariable, eventually, provisionServiceDatabase } from '../src/index.js';
import { adminUrl } from './environment.js';

const run = randomBytes(4).toString('hex');
const [payments, risk] = [`payments-${run}`, `risk-${run}`];

async function query<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

async function createTable(url: string): Promise<void> {
  await query(url, 'CREATE TABLE debt_notice (id int PRIMARY KEY)');
  await query(url, 'INSERT INTO debt_notice VALUES (1)');
}

describe('the database of a service', () => {
  it('belongs to the role of the service, which makes its own tables', async () => {
    const url = await provisionServiceDatabase(adminUrl(), payments);
    await createTable(url);
    expect(
      await query(url, 'SELECT current_user::text AS role, current_database()::text AS database'),
    ).toEqual([{ role: `payments_${run}`, database: `shekara_payments_${run}` }]);
  });

  it('admits no role of another service, nor do the databases of the administrator', async () => {
    const own = await provisionServiceDatabase(adminUrl(), risk);
    await provisionServiceDatabase(adminUrl(), payments);
    for (const database of [`shekara_payments_${run}`, 'postgres', 'template1']) {
      await expect(query(withDatabase(own, database), 'SELECT 1')).rejects.toThrow(
        `permission denied for database "${database}"`,
      );
    }
  });

  it('keeps address and content when it is asked for again, also by several at once', async () => {
    const urls = await Promise.all([1, 2, 3, 4].map(() => provisionServiceDatabase(adminUrl(), payments)));
    expect(new Set(urls).size).toBe(1);
    expect(await query(String(urls[0]), 'SELECT id FROM debt_notice')).toEqual([{ id: 1 }]);
  });

  it('is the one named in the environment when there is one', async () => {
    const service = `storage-${run}`;
    process.env[databaseUrlVariable(service)] = 'postgresql://elsewhere/storage';
    try {
      expect(await provisionServiceDatabase(adminUrl(), service)).toBe('postgresql://elsewhere/storage');
    } finally {
      delete process.env[databaseUrlVariable(service)];
    }
  });

  it('is refused for a name that is not the name of a service', async () => {
    await expect(provisionServiceDatabase(adminUrl(), 'Risk"; DROP')).rejects.toThrow(
      'not the name of a service',
    );
  });
});

describe('a copy of the migrated template', () => {
  it('is made from a template that is migrated once however many ask', async () => {
    let migrations = 0;
    const source = {
      service: risk,
      templateKey: 'v1',
      migrate: async (url: string) => {
        migrations += 1;
        await createTable(url);
      },
    };
    const copies = await Promise.all([1, 2, 3, 4].map(() => cloneDatabase(adminUrl(), source)));
    expect(migrations).toBe(1);
    for (const copy of copies)
      expect(await query(copy.url, 'SELECT id FROM debt_notice')).toEqual([{ id: 1 }]);

    const begun = performance.now();
    const fifth = await cloneDatabase(adminUrl(), source);
    process.stdout.write(`a copy of a migrated database took ${Math.round(performance.now() - begun)} ms\n`);
    await Promise.all([fifth, ...copies].map((copy) => copy.drop()));
    await expect(query(fifth.url, 'SELECT 1')).rejects.toThrow('does not exist');
  });

  it('is apart from other copies and closed to other roles', async () => {
    const source = { service: risk, templateKey: 'v1', migrate: createTable };
    const [one, other] = await Promise.all([
      cloneDatabase(adminUrl(), source),
      cloneDatabase(adminUrl(), source),
    ]);
    await query(one.url, 'DELETE FROM debt_notice');
    expect(await query(other.url, 'SELECT id FROM debt_notice')).toEqual([{ id: 1 }]);
    const stranger = await provisionServiceDatabase(adminUrl(), payments);
    const database = new URL(one.url).pathname.slice(1);
    await expect(query(withDatabase(stranger, database), 'SELECT 1')).rejects.toThrow(
      'permission denied for database',
    );
    await Promise.all([one.drop(), other.drop()]);
  });

  it('is made anew after a migration that failed', async () => {
    const service = `guarantees-${run}`;
    const failing = async (url: string): Promise<void> => {
      await createTable(url);
      throw new Error('migration failed');
    };
    await expect(cloneDatabase(adminUrl(), { service, templateKey: 'v1', migrate: failing })).rejects.toThrow(
      'migration failed',
    );
    const copy = await cloneDatabase(adminUrl(), { service, templateKey: 'v1', migrate: createTable });
    expect(await query(copy.url, 'SELECT id FROM debt_notice')).toEqual([{ id: 1 }]);
    await copy.drop();
  });

  it('can be dropped while a connection is open', async () => {
    const copy = await cloneDatabase(adminUrl(), { service: risk, templateKey: 'v1', migrate: createTable });
    const client = new Client({ connectionString: copy.url });
    let closed = false;
    client.on('error', () => (closed = true));
    await client.connect();
    await copy.drop();
    await eventually(() => expect(closed).toBe(true));
  });
});
