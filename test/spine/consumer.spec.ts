/** The consumer in a backlog: batches share a transaction, and a failing message fails nobody else. */
import { Controller, Module } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  MoneyReceivedSchema,
  type MoneyReceived,
  type PaymentConfirmation,
  PaymentConfirmationSchema,
} from '@shekara/contracts';
import { design } from '@shekara/kernel';
import {
  type BatchContext,
  DeadLetterBox,
  type Delivered,
  KafkaConnection,
  type MessageContext,
  OnMessage,
  OnMessages,
} from '@shekara/messaging';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';

const CASE = '0190a000-0000-7000-8000-000000000007';
const GROUND = design('test of the consumer');
const gate = { opened: Promise.withResolvers<undefined>(), broken: false, brokenFor: 0 };

@Controller()
class Ledger {
  @OnMessages(PaymentConfirmationSchema)
  async confirmed(
    @Payload() delivered: readonly Delivered<PaymentConfirmation>[],
    @Ctx() _context: BatchContext,
  ): Promise<void> {
    for (const { message, context } of delivered) {
      await note(context.work, message.bankReference);
      if (message.purpose === 'gate') await gate.opened.promise;
      if (message.purpose === 'poison') throw new TypeError('cannot digest this');
    }
    if (gate.broken) {
      gate.brokenFor += 1;
      throw Object.assign(new Error('the disk is full'), { code: '53100' });
    }
  }

  @OnMessage(MoneyReceivedSchema)
  received(@Payload() message: MoneyReceived, @Ctx() { work }: MessageContext): Promise<void> {
    return note(work, message.receiptId);
  }
}

/** The effect: one entry, with the number of its transaction. */
async function note(work: MessageContext['work'], streamId: string): Promise<void> {
  const [row] = await work.manager.query<{ id: string }[]>(`SELECT pg_current_xact_id()::text AS id`);
  work.record({
    stream: 'Receipt',
    streamId,
    caseId: CASE,
    type: 'Received',
    payload: row?.id,
    ground: GROUND,
  });
}

@Module({ controllers: [Ledger] })
class LedgerModule {}

describe('the consumer', () => {
  let place: ServicesUnderTest;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({
      services: [{ name: 'payments', title: 'ledger', module: LedgerModule, migrations: [] }],
    });
  });

  afterAll(() => place.stop());

  /** What had its effect, in the order of the transactions: which message in which transaction. */
  async function effects(prefix: string): Promise<{ reference: string; transaction: string }[]> {
    return place
      .service('payments')
      .app.get(DataSource)
      .query(
        `SELECT stream_id AS reference, payload #>> '{}' AS transaction FROM history
        WHERE stream_id LIKE $1 || '%' ORDER BY (payload #>> '{}')::bigint, stream_id`,
        [prefix],
      );
  }

  /** Messages of few keys, on the one partition that their bank's number chooses. */
  async function send(
    prefix: string,
    count: number,
    change: (n: number) => { purpose?: string } = () => ({}),
  ): Promise<void> {
    await Promise.all(
      Array.from({ length: count }, (_, n) =>
        place.send(PaymentConfirmationSchema, {
          bankId: 'B',
          bankReference: `${prefix}${String(n).padStart(3, '0')}`,
          amount: '1.00',
          ...change(n),
        }),
      ),
    );
  }

  async function metric(name: string): Promise<string[]> {
    const { url } = place.service('payments');
    const text = await (await fetch(`${url}/metrics`)).text();
    return text.split('\n').filter((line) => line.startsWith(name));
  }

  it('gives what piled up few transactions where the handler takes batches, and a poison message costs its neighbours nothing', async () => {
    await send('first-', 6, () => ({ purpose: 'gate' }));
    await send('pile-', 240, (n) => (n === 100 ? { purpose: 'poison' } : {}));
    gate.opened.resolve(undefined);
    await eventually(async () => expect(await effects('pile-')).toHaveLength(239), { timeoutMs: 30_000 });
    const done = await effects('pile-');
    expect(new Set(done.map(({ reference }) => reference)).size).toBe(239);
    expect(new Set(done.map(({ transaction }) => transaction)).size).toBeLessThan(20);
    const box = new DeadLetterBox(
      new KafkaConnection(
        { brokers: (process.env.KAFKA_BROKERS ?? '').split(','), topicPrefix: place.prefix },
        'test',
        () => undefined,
      ),
    );
    await eventually(async () => {
      const parked = await box.list({ group: 'payments' });
      expect(parked.map(({ attempts, error }) => [attempts, error])).toEqual([['3', 'cannot digest this']]);
      expect(parked[0]?.name).toMatch(/^bank\.payment-confirmations\.v1\.payments\/0$/);
    });
  });

  it('gives every message its own transaction where the handler takes one', async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        place.send(MoneyReceivedSchema, { receiptId: `own-${n}`, payer: `p${n % 9}` }),
      ),
    );
    await eventually(async () => expect(await effects('own-')).toHaveLength(60), { timeoutMs: 15_000 });
    expect(new Set((await effects('own-')).map(({ transaction }) => transaction)).size).toBe(60);
  });

  it('waits while a machine is broken, parks nothing for it, and loses nothing', async () => {
    gate.broken = true;
    await send('broken-', 40);
    await eventually(() => expect(gate.brokenFor).toBeGreaterThan(3), { timeoutMs: 15_000 });
    expect(await effects('broken-')).toEqual([]);
    gate.broken = false;
    await eventually(async () => expect(await effects('broken-')).toHaveLength(40), { timeoutMs: 30_000 });
    expect((await metric('shekara_messages_dead_total')).join()).toMatch(/ 1$/);
    expect((await metric('shekara_messages_retried_total')).length).toBeGreaterThan(0);
    await eventually(async () => {
      const lags = await metric('shekara_consumer_lag{');
      expect(lags.length).toBeGreaterThan(0);
      for (const lag of lags) expect(lag).toMatch(/ 0$/);
    });
  });
});
