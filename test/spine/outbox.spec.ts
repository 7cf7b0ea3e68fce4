/** The outbox under stress: replicas that share it, Kafka away, a limit, and the days that pass. */
import { createServer } from 'node:net';
import { Module } from '@nestjs/common';
import { Client } from 'pg';
import { MoneyReceivedSchema } from '@shekara/contracts';
import { design, VirtualClock } from '@shekara/kernel';
import { Maintenance, Outbox, Partitions } from '@shekara/messaging';
import { DataSource, UnitOfWork } from '@shekara/persistence';
import { bootstrap, type RunningService, type ServiceDefinition } from '@shekara/service-kit';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';

const CASE = '0190a000-0000-7000-8000-000000000006';
const GROUND = design('test of the outbox');
const LIMIT = 30;

@Module({})
class NothingModule {}

const SERVICE: ServiceDefinition = {
  name: 'payments',
  title: 'outbox',
  module: NothingModule,
  migrations: [],
};

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

describe('the outbox', () => {
  let place: ServicesUnderTest;
  let owner: Client;
  const clock = new VirtualClock('2026-03-09T10:00:00Z');

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [SERVICE], clock });
    owner = new Client({ connectionString: place.databaseUrl('payments') });
    await owner.connect();
  });

  afterAll(async () => {
    delete process.env.OUTBOX_LIMIT;
    await owner.end();
    await place.stop();
  });

  function replica(brokers = (process.env.KAFKA_BROKERS ?? '').split(',')): Promise<RunningService> {
    return bootstrap(SERVICE, {
      databaseUrl: place.databaseUrl('payments'),
      kafkaBrokers: brokers,
      topicPrefix: place.prefix,
      oidcIssuer: 'http://127.0.0.1:1',
      oidcAudience: 'shekara',
      host: '127.0.0.1',
      port: 0,
      logLevel: 'fatal',
      clock,
    });
  }

  /** Publishes one message of a key, numbered within the key by its receipt. */
  async function publish(service: RunningService, key: string, receiptId: string): Promise<void> {
    await service.app.get(UnitOfWork).run({ actor: 'test' }, (work) => {
      service.app
        .get(Outbox)
        .publish(work, MoneyReceivedSchema, { receiptId, payer: key }, { caseId: CASE, ground: GROUND });
      return Promise.resolve();
    });
  }

  const numbersOf = (key: string): number[] =>
    place
      .messages(MoneyReceivedSchema)
      .filter((each) => each.payer === key)
      .map((each) => Number(each.receiptId));

  async function shardsHeld(): Promise<number[]> {
    const { rows } = await owner.query<{ shards: number }>(
      `SELECT count(*) FILTER (WHERE objid < 8)::int AS shards FROM pg_locks
        WHERE locktype = 'advisory' AND classid = 743001 AND granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        GROUP BY pid ORDER BY pid`,
    );
    return rows.map(({ shards }) => shards);
  }

  it('is shared by replicas that come and go without losing a message or the order of a key (copies aside)', async () => {
    const keys = Array.from({ length: 24 }, (_, index) => `key-${index}`);
    const first = place.service('payments');
    let second: RunningService | undefined;
    const spread: number[][] = [];
    for (let number = 0; number < 30; number += 1) {
      const writers = second ? [first, second] : [first];
      await Promise.all(
        keys.map((key, index) => publish(writers[index % writers.length] ?? first, key, String(number))),
      );
      if (number === 5) second = await replica();
      if (number === 15)
        await eventually(async () => {
          spread.push(await shardsHeld());
          expect(spread.at(-1)).toEqual([4, 4]);
        });
      if (number === 22) {
        await second?.stop();
        second = undefined;
      }
    }
    const expected = Array.from({ length: 30 }, (_, number) => number);
    await eventually(
      () => {
        for (const key of keys) expect([...new Set(numbersOf(key))]).toEqual(expected);
      },
      { timeoutMs: 15_000 },
    );
    await eventually(async () => expect(await shardsHeld()).toEqual([8]));
  });

  it('takes work while Kafka is away, up to its limit; then commands get 503, and the service still stops at once', async () => {
    process.env.OUTBOX_LIMIT = String(LIMIT);
    await place.service('payments').stop();
    const cutOff = await replica([`127.0.0.1:${await closedPort()}`]);
    const command = (): Promise<Response> =>
      fetch(`${cutOff.url}/v1/nothing`, { method: 'POST', body: '{}' });
    for (let number = 0; number <= LIMIT; number += 1) await publish(cutOff, 'away', String(number));
    const refused = await eventually(async () => {
      const answer = await command();
      expect(answer.status).toBe(503);
      return answer;
    });
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    const { reasons } = (await refused.json()) as { reasons: { code: string }[] };
    expect(reasons.map(({ code }) => code)).toEqual(['OUTBOX_FULL']);
    expect((await fetch(`${cutOff.url}/v1/reasons`)).status).not.toBe(503);
    const begun = performance.now();
    await cutOff.stop();
    expect(performance.now() - begun).toBeLessThan(9_000);
    expect(numbersOf('away')).toEqual([]);

    const back = await replica();
    try {
      await eventually(() =>
        expect(numbersOf('away')).toEqual(Array.from({ length: LIMIT + 1 }, (_, n) => n)),
      );
      await eventually(async () => {
        const answer = await fetch(`${back.url}/v1/nothing`, { method: 'POST', body: '{}' });
        expect(answer.status).not.toBe(503);
      });
    } finally {
      await back.stop();
    }
  });

  it('lets no topic that brokers refuse hold up the others', async () => {
    const service = await replica();
    try {
      await owner.query(
        `INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at)
         SELECT gen_random_uuid(), 'no.such.topic', 'k' || n, 't', '', '{}', now() FROM generate_series(1, 16) AS n`,
      );
      await Promise.all(Array.from({ length: 16 }, (_, n) => publish(service, `beside-${n}`, '1')));
      await eventually(
        () => {
          for (let n = 0; n < 16; n += 1) expect([...new Set(numbersOf(`beside-${n}`))]).toEqual([1]);
        },
        { timeoutMs: 20_000 },
      );
    } finally {
      await owner.query(`UPDATE outbox SET published_at = now() WHERE aggregatetype = 'no.such.topic'`);
      await service.stop();
    }
  });

  describe('as days pass', () => {
    let service: RunningService;

    beforeAll(async () => {
      service = await replica();
    });
    afterAll(() => service.stop());

    const partitionsOf = async (parent: string): Promise<string[]> => {
      const { rows } = await owner.query<{ name: string }>(
        `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = $1::regclass ORDER BY 1`,
        [parent],
      );
      return rows.map(({ name }) => name);
    };
    const keptOf = async (day: string): Promise<number> => {
      const { rowCount } = await owner.query('SELECT 1 FROM outbox WHERE created_at::date = $1', [day]);
      return rowCount ?? 0;
    };

    it('has its partitions made by the Clock, and a day that lies in the default partition does no harm', async () => {
      expect(await partitionsOf('outbox')).toContain('outbox_20260309');
      expect(await partitionsOf('outbox')).toContain('outbox_20260316');
      expect(await partitionsOf('history')).toContain('history_20260101');
      const far = new Date('2026-05-05T12:00:00Z');
      await owner.query(
        `INSERT INTO inbox (consumer_group, message_id, message_time, received_at) VALUES ('payments', 'far', $1, $1)`,
        [far],
      );
      await service.app.get(Partitions).ensure(far);
      expect(await partitionsOf('inbox')).not.toContain('inbox_20260505');
      expect(await partitionsOf('inbox')).toContain('inbox_20260506');
      expect(await partitionsOf('outbox')).toContain('outbox_20260505');
    });

    it('drops what is published and old, keeps what waits, and forgets old messages and answers', async () => {
      const rowsOf = `INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at, published_at)
                      VALUES (gen_random_uuid(), 'payments.money.v1', 'k', 't', '', '{}', $1, $2)`;
      const early = '2026-03-10T00:00:00Z';
      await service.app.get(Maintenance).runDue();
      await owner.query(rowsOf, [early, early]);
      await owner.query(rowsOf, ['2020-01-01T00:00:00Z', early]);
      await owner.query(
        `INSERT INTO answers (client, idempotency_key, fingerprint, answered_at)
         SELECT 'c', 'key-' || n, '', $1 FROM generate_series(1, 6000) AS n`,
        [early],
      );
      await owner.query(
        `INSERT INTO inbox (consumer_group, message_id, message_time, received_at)
         VALUES ('g', 'late', $1, '2026-04-19T00:00:00Z'), ('g', 'old', '2026-03-12T00:00:00Z', $1)`,
        [early],
      );
      expect(await keptOf('2026-03-10')).toBe(1);
      expect(await keptOf('2020-01-01')).toBe(1);
      clock.moveTo('2026-04-20T00:00:01Z');
      await service.app.get(Maintenance).runDue();
      expect(await keptOf('2026-03-10')).toBe(0);
      expect(await keptOf('2020-01-01')).toBe(0);
      expect(await partitionsOf('outbox')).not.toContain('outbox_20260310');
      expect(await partitionsOf('outbox')).toContain('outbox_20260420');
      expect(await partitionsOf('inbox')).toContain('inbox_20260310');
      expect(await partitionsOf('inbox')).not.toContain('inbox_20260312');
      const { rowCount } = await owner.query('SELECT 1 FROM answers');
      expect(rowCount).toBe(0);
    });

    it('keeps a day with a row that Kafka has not got, and history for good', async () => {
      const { manager } = service.app.get(DataSource);
      await owner.query(
        `INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at)
         VALUES (gen_random_uuid(), 'no.such.topic', 'k', 't', '', '{}', '2026-04-21T10:00:00Z')`,
      );
      await service.app.get(Partitions).dropOld(new Date('2026-12-01T00:00:00Z'));
      expect(await partitionsOf('outbox')).toContain('outbox_20260421');
      await expect(manager.query(`SELECT drop_partitions_before('history', now())`)).rejects.toThrow(
        'kept for good',
      );
    });
  });
});
