/** Handlers of batches: many messages a transaction, yet each once, in the order of its key, and none failed by another. */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Inject, Module } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Client } from 'pg';
import {
  create,
  type DeclarationRegistered,
  DeclarationRegisteredSchema,
  type GoodsReleased,
  GoodsReleasedSchema,
  type GoodsReleaseRefused,
  GoodsReleaseRefusedSchema,
  MoneyReceivedSchema,
  toBinary,
} from '@shekara/contracts';
import { design } from '@shekara/kernel';
import {
  type BatchContext,
  type Delivered,
  KafkaBatchServer,
  type MessageContext,
  OnMessage,
  OnMessages,
  Outbox,
} from '@shekara/messaging';
import { DataSource, historyOf, type Work } from '@shekara/persistence';
import { bootstrap, type RunningService, type ServiceDefinition } from '@shekara/service-kit';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';

const CASE = '0190a000-0000-7000-8000-000000000008';
const GROUND = design('test of batches');
const TOPIC = 'registration.declarations.v1';
const POISON = 'poison';

type Declared = DeclarationRegistered | GoodsReleased | GoodsReleaseRefused;

/** Rows in the order in which they were written, each with its transaction. */
class CreateEffects1764000099900 {
  async up(runner: { query: (text: string) => Promise<unknown> }): Promise<void> {
    await runner.query(`
      CREATE TABLE effects (
        place bigint GENERATED ALWAYS AS IDENTITY,
        key text NOT NULL,
        number text NOT NULL,
        transaction text NOT NULL DEFAULT pg_current_xact_id()::text)`);
  }
}

@Controller()
class Declarations {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  @OnMessages(DeclarationRegisteredSchema)
  async registered(
    @Payload() delivered: readonly Delivered<DeclarationRegistered>[],
    @Ctx() { work }: BatchContext,
  ): Promise<void> {
    await keep(
      work,
      delivered.map(({ message }) => message),
    );
    for (const { message, context } of delivered) {
      if (message.number === POISON) throw new TypeError('cannot digest this');
      const { declarationId: streamId, number: payload } = message;
      context.work.record({ stream: 'Told', streamId, caseId: CASE, type: 'Told', payload, ground: GROUND });
      await context.traced(() =>
        this.outbox.publish(
          context.work,
          MoneyReceivedSchema,
          { receiptId: context.envelope.id, payer: streamId },
          { caseId: CASE, ground: GROUND },
        ),
      );
    }
  }

  @OnMessages(GoodsReleasedSchema)
  released(
    @Payload() delivered: readonly Delivered<GoodsReleased>[],
    @Ctx() { work }: BatchContext,
  ): Promise<void> {
    return keep(
      work,
      delivered.map(({ message }) => message),
    );
  }

  @OnMessage(GoodsReleaseRefusedSchema)
  refused(@Payload() message: GoodsReleaseRefused, @Ctx() { work }: MessageContext): Promise<void> {
    return keep(work, [message]);
  }
}

async function keep(work: Work, messages: readonly Declared[]): Promise<void> {
  await work.manager.query(
    `INSERT INTO effects (key, number) SELECT key, number FROM unnest($1::text[], $2::text[])
       WITH ORDINALITY AS told(key, number, place) ORDER BY place`,
    [messages.map(({ declarationId }) => declarationId), messages.map(({ number }) => number)],
  );
}

@Module({ controllers: [Declarations] })
class DeclarationsModule {}

const SERVICE: ServiceDefinition = {
  name: 'payments',
  title: 'declarations',
  module: DeclarationsModule,
  migrations: [CreateEffects1764000099900],
};

interface Sent {
  readonly key: string;
  readonly value: Buffer;
  readonly headers: Record<string, string>;
}

const SCHEMAS = {
  registered: DeclarationRegisteredSchema,
  released: GoodsReleasedSchema,
  refused: GoodsReleaseRefusedSchema,
};

function told(kind: keyof typeof SCHEMAS, declarationId: string, number: string): Sent {
  const schema = SCHEMAS[kind];
  const value = toBinary(schema, create(schema, { declarationId, number, caseId: CASE }));
  return {
    key: declarationId,
    value: Buffer.from(value),
    headers: {
      ce_id: randomUUID(),
      ce_type: schema.typeName,
      ce_time: '2026-03-09T10:00:00.000Z',
      traceparent: `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`,
    },
  };
}

describe('handlers of batches', () => {
  let place: ServicesUnderTest;
  let owner: Client;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [SERVICE] });
    await place.watchDeadLetters();
    owner = new Client({ connectionString: place.databaseUrl('payments') });
    await owner.connect();
  });

  afterAll(async () => {
    await owner.end();
    await place.stop();
  });

  /** Numbers by key, in the order in which they had their effect. */
  async function effects(prefix: string): Promise<Map<string, string[]>> {
    const { rows } = await owner.query<{ key: string; number: string }>(
      `SELECT key, number FROM effects WHERE key LIKE $1 || '%' ORDER BY place`,
      [prefix],
    );
    return new Map(
      [...Map.groupBy(rows, ({ key }) => key)].map(([key, of]) => [key, of.map(({ number }) => number)]),
    );
  }

  async function count(prefix: string): Promise<number> {
    return [...(await effects(prefix)).values()].flat().length;
  }

  /** Nothing has its effect meanwhile: what is sent piles up. */
  async function whileHeldUp(task: () => Promise<void>): Promise<void> {
    await owner.query('BEGIN; LOCK TABLE effects IN ACCESS EXCLUSIVE MODE');
    await task();
    await owner.query('COMMIT');
  }

  /** Ends sessions of the service that are in this state, and says how many. */
  async function cut(state: string): Promise<number> {
    const { rowCount } = await owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND (${state})`,
    );
    return rowCount ?? 0;
  }

  function numbered(keys: number, each: number, prefix: string): Sent[] {
    return Array.from({ length: keys * each }, (_, n) =>
      told('registered', `${prefix}${n % keys}`, String(Math.floor(n / keys))),
    );
  }

  const inOrder = (each: number): string[] => Array.from({ length: each }, (_, n) => String(n));

  it('give good messages their one effect, in order, whatever poison and copies are among them', async () => {
    const good = numbered(40, 15, 'mixed-');
    const poison = [told('registered', 'mixed-3', POISON), told('registered', 'mixed-17', POISON)];
    const unreadable = { ...told('registered', 'mixed-5', ''), value: Buffer.from([0xff, 0xff]) };
    const unknown = {
      ...told('registered', 'mixed-6', ''),
      headers: { ce_type: 'shekara.later.v1.Unheard' },
    };
    const sent = good.flatMap((each, n) => (n % 7 === 0 ? [each, each] : [each]));
    sent.splice(100, 0, ...poison, unreadable, unknown);
    await whileHeldUp(() => place.sendBulk(TOPIC, [...sent, ...good.slice(0, 50)]));
    await eventually(async () => expect(await count('mixed-')).toBe(600), { timeoutMs: 20_000 });
    await eventually(() => expect(place.deadLetters()).toHaveLength(3), { timeoutMs: 20_000 });
    for (const numbers of (await effects('mixed-')).values()) expect(numbers).toEqual(inOrder(15));
    const parked = place.deadLetters().map(({ key, headers }) => [key, headers.dead_attempts]);
    expect(parked.sort()).toEqual([
      ['mixed-17', '3'],
      ['mixed-3', '3'],
      ['mixed-5', '1'],
    ]);
    const { rows } = await owner.query<{ transactions: number }>(
      `SELECT count(DISTINCT transaction)::int AS transactions FROM effects WHERE key LIKE 'mixed-%'`,
    );
    expect(rows[0]?.transactions).toBeLessThan(60);
  });

  it('let each message be the cause of its own history and messages, in its own trace', async () => {
    const sent = numbered(5, 20, 'cause-');
    await whileHeldUp(() => place.sendBulk(TOPIC, sent));
    const answers = (): ReturnType<typeof place.allMessages> =>
      place
        .allMessages()
        .filter(({ type, key }) => type === MoneyReceivedSchema.typeName && key.startsWith('cause-'));
    await eventually(() => expect(answers()).toHaveLength(100), { timeoutMs: 15_000 });
    const traceOf = (traceparent: string | undefined): string => traceparent?.slice(3, 35) ?? '';
    const expected = sent.map(({ headers }) => [headers.ce_id, traceOf(headers.traceparent)].join());
    const found = answers().map(({ headers }) => [headers.causationid, traceOf(headers.traceparent)].join());
    expect(found.sort()).toEqual(expected.sort());
    const history = await historyOf(place.service('payments').app.get(DataSource).manager, 'Told', 'cause-3');
    expect(history.map(({ payload }) => payload)).toEqual(inOrder(20));
    expect(history.map(({ causationId }) => causationId)).toEqual(
      sent.filter(({ key }) => key === 'cause-3').map(({ headers }) => headers.ce_id),
    );
  });

  it('keep the order of a key over several types, whether their handlers take batches or not', async () => {
    const kinds = ['registered', 'released', 'refused', 'registered', 'refused', 'released'] as const;
    const sent = Array.from({ length: 240 }, (_, n) =>
      told(
        kinds[Math.floor(n / 8) % kinds.length] ?? 'released',
        `types-${n % 8}`,
        String(Math.floor(n / 8)),
      ),
    );
    await whileHeldUp(() => place.sendBulk(TOPIC, sent));
    await eventually(async () => expect(await count('types-')).toBe(240), { timeoutMs: 20_000 });
    for (const numbers of (await effects('types-')).values()) expect(numbers).toEqual(inOrder(30));
  });

  it('lose nothing and do nothing twice when sessions are cut in the middle of transactions', async () => {
    await whileHeldUp(async () => {
      await place.sendBulk(TOPIC, numbered(50, 80, 'cut-'));
      // They have remembered their messages by then, and wait to write the effects.
      await eventually(async () => expect(await cut(`wait_event_type = 'Lock'`)).toBeGreaterThan(0));
    });
    for (let again = 0; again < 4; again += 1) {
      await pause(60);
      await cut(`state = 'active' OR state LIKE 'idle in transaction%'`);
    }
    await eventually(async () => expect(await count('cut-')).toBe(4_000), { timeoutMs: 40_000 });
    for (const numbers of (await effects('cut-')).values()) expect(numbers).toEqual(inOrder(80));
    expect(place.deadLetters()).toHaveLength(3);
  });

  it('lose nothing and do nothing twice while a replica joins and leaves', async () => {
    const sent = numbered(50, 80, 'move-');
    const sending = (async () => {
      for (let from = 0; from < sent.length; from += 50) {
        await place.sendBulk(TOPIC, sent.slice(from, from + 50));
        await pause(40);
      }
    })();
    const other = await replica();
    try {
      await other.app.get(KafkaBatchServer).reading();
      await eventually(async () => expect(await fetchedBy(other)).toBeGreaterThan(0));
    } finally {
      await other.stop();
    }
    await sending;
    await eventually(async () => expect(await count('move-')).toBe(4_000), { timeoutMs: 40_000 });
    for (const numbers of (await effects('move-')).values()) expect(numbers).toEqual(inOrder(80));
    expect(place.deadLetters()).toHaveLength(3);
  });

  async function fetchedBy(service: RunningService): Promise<number> {
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    const [, messages] =
      /^shekara_messages_fetched_total\{topic="registration\.declarations\.v1".*\} (\d+)$/m.exec(metrics) ??
      [];
    return Number(messages ?? 0);
  }

  function replica(): Promise<RunningService> {
    return bootstrap(SERVICE, {
      databaseUrl: place.databaseUrl('payments'),
      kafkaBrokers: (process.env.KAFKA_BROKERS ?? '').split(','),
      topicPrefix: place.prefix,
      oidcIssuer: 'http://127.0.0.1:1',
      oidcAudience: 'shekara',
      host: '127.0.0.1',
      port: 0,
      logLevel: 'fatal',
      clock: { now: () => new Date() },
    });
  }
});
