/** The spine on real servers: once per message, order per key, dead letters, nothing lost while a machine is broken. */
import { Controller, Inject, Module } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Kafka, logLevel } from 'kafkajs';
import {
  create,
  deadLetterTopic,
  MoneyReceivedSchema,
  type PaymentConfirmation,
  PaymentConfirmationSchema,
  toBinary,
  toJsonString,
} from '@shekara/contracts';
import { design } from '@shekara/kernel';
import { type MessageContext, OnMessage, Outbox } from '@shekara/messaging';
import { DataSource, historyOf, UnitOfWork } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';

const CASE = '0190a000-0000-7000-8000-000000000001';
const GROUND = design('test of the spine');

const handled: string[] = [];

@Controller()
class Recorder {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  @OnMessage(PaymentConfirmationSchema)
  async confirmed(@Payload() message: PaymentConfirmation, @Ctx() context: MessageContext): Promise<void> {
    if (message.purpose === 'poison') throw new TypeError('cannot digest this');
    handled.push(message.bankReference);
    context.work.record({
      stream: 'Receipt',
      streamId: message.bankReference,
      caseId: CASE,
      type: 'Received',
      payload: { amount: message.amount },
      ground: GROUND,
    });
    this.outbox.publish(
      context.work,
      MoneyReceivedSchema,
      { receiptId: message.bankReference, payer: message.payerIdentificationNumber },
      { caseId: CASE, ground: GROUND },
    );
  }
}

@Module({ controllers: [Recorder] })
class RecorderModule {}

function confirmation(reference: string, changes: { purpose?: string } = {}) {
  return {
    bankId: 'B',
    bankReference: reference,
    payerIdentificationNumber: '980540000397',
    amount: '1.00',
    ...changes,
  };
}

describe('the spine', () => {
  let place: ServicesUnderTest;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({
      services: [{ name: 'payments', title: 'recorder', module: RecorderModule, migrations: [] }],
    });
  });

  afterAll(() => place.stop());

  function answersFor(reference: string) {
    return place.messages(MoneyReceivedSchema).filter((message) => message.receiptId === reference);
  }

  it('gives a message delivered three times one effect and one outgoing message', async () => {
    const delivery = { id: 'same-id', at: new Date('2026-03-09T10:00:00Z') };
    for (let copy = 0; copy < 3; copy += 1)
      await place.send(PaymentConfirmationSchema, confirmation('once'), delivery);
    await place.send(PaymentConfirmationSchema, confirmation('after'));
    await eventually(() => expect(answersFor('after')).toHaveLength(1));
    await eventually(() => expect(answersFor('once')).toHaveLength(1));
    expect(handled.filter((reference) => reference === 'once')).toHaveLength(1);
  });

  it('keeps the order of a key while other keys run beside it', async () => {
    const references = Array.from(
      { length: 60 },
      (_, index) => `order-${index % 3}-${Math.floor(index / 3)}`,
    );
    await Promise.all(
      [0, 1, 2].map(async (key) => {
        for (const reference of references.filter((each) => each.startsWith(`order-${key}-`))) {
          await place.sendRaw(
            'bank.payment-confirmations.v1',
            Buffer.from(
              toJsonString(
                PaymentConfirmationSchema,
                create(PaymentConfirmationSchema, confirmation(reference)),
              ),
            ),
            { key: `key-${key}` },
          );
        }
      }),
    );
    await eventually(() => expect(handled.filter((each) => each.startsWith('order-'))).toHaveLength(60));
    for (const key of [0, 1, 2]) {
      const seen = handled.filter((each) => each.startsWith(`order-${key}-`));
      expect(seen).toEqual(references.filter((each) => each.startsWith(`order-${key}-`)));
    }
  });

  it('parks a poison message and an unreadable one with their error, skips an unknown type, and goes on', async () => {
    const topic = 'bank.payment-confirmations.v1';
    await place.send(PaymentConfirmationSchema, confirmation('bad', { purpose: 'poison' }));
    await place.sendRaw(topic, Buffer.from([0xff, 0xff, 0xff]), { key: 'junk' });
    await place.sendRaw(topic, Buffer.from('x'), { headers: { ce_type: 'shekara.bank.v9.Unheard' } });
    await place.send(PaymentConfirmationSchema, confirmation('good'));
    await eventually(() => expect(answersFor('good')).toHaveLength(1));
    const dead = await readAll(place.prefix + deadLetterTopic(topic, 'payments'), 2);
    const errors = dead.map((headers) => headers.dead_error).sort();
    expect(errors).toEqual(['cannot digest this', 'not a shekara.bank.v1.PaymentConfirmation']);
    const poison = dead.find((headers) => headers.dead_error === 'cannot digest this');
    expect(poison).toMatchObject({ dead_attempts: '3', dead_topic: topic, dead_group: 'payments' });
    expect(poison?.dead_stack).toContain('TypeError');
    expect(handled).not.toContain('bad');
  });

  it('rolls back state, history and message together when the work fails', async () => {
    const unitOfWork = place.service('payments').app.get(UnitOfWork);
    const outbox = place.service('payments').app.get(Outbox);
    await expect(
      unitOfWork.run({ actor: 'test' }, async (work) => {
        work.record({
          stream: 'Receipt',
          streamId: 'undone',
          caseId: CASE,
          type: 'X',
          payload: 1,
          ground: GROUND,
        });
        outbox.publish(
          work,
          MoneyReceivedSchema,
          { receiptId: 'undone', payer: 'p' },
          { caseId: CASE, ground: GROUND },
        );
        await work.manager.query('SELECT 1/0');
      }),
    ).rejects.toThrow('division by zero');
    await place.send(PaymentConfirmationSchema, confirmation('later'));
    await eventually(() => expect(answersFor('later')).toHaveLength(1));
    expect(answersFor('undone')).toHaveLength(0);
    const { manager } = place.service('payments').app.get(DataSource);
    expect(await historyOf(manager, 'Receipt', 'undone')).toEqual([]);
  });

  it('publishes what a slow transaction commits after a fast one that took a later number', async () => {
    const { manager } = place.service('payments').app.get(DataSource);
    const unitOfWork = place.service('payments').app.get(UnitOfWork);
    const outbox = place.service('payments').app.get(Outbox);
    const slow = manager.transaction(async (transaction) => {
      await transaction.query(
        `INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at)
         VALUES (gen_random_uuid(), 'payments.money.v1', 'p', $1, $2, $3, now())`,
        [
          MoneyReceivedSchema.typeName,
          Buffer.from(
            toBinary(MoneyReceivedSchema, create(MoneyReceivedSchema, { receiptId: 'slow', payer: 'p' })),
          ),
          { ce_type: MoneyReceivedSchema.typeName },
        ],
      );
      await transaction.query('SELECT pg_sleep(0.5)');
    });
    await unitOfWork.run({ actor: 'test' }, (work) => {
      outbox.publish(
        work,
        MoneyReceivedSchema,
        { receiptId: 'fast', payer: 'p' },
        { caseId: CASE, ground: GROUND },
      );
      return Promise.resolve();
    });
    await eventually(() => expect(answersFor('fast')).toHaveLength(1));
    expect(answersFor('slow')).toHaveLength(0);
    await slow;
    await eventually(() => expect(answersFor('slow')).toHaveLength(1));
    await eventually(async () => {
      const waiting = await manager.query<unknown[]>(`SELECT 1 FROM outbox WHERE published_at IS NULL`);
      expect(waiting).toEqual([]);
    });
  });
});

async function readAll(topic: string, count: number): Promise<Record<string, string>[]> {
  const kafka = new Kafka({
    clientId: 'reader',
    brokers: (process.env.KAFKA_BROKERS ?? '').split(','),
    logLevel: logLevel.NOTHING,
  });
  const consumer = kafka.consumer({ groupId: `${topic}-reader`, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const read: Record<string, string>[] = [];
  await consumer.run({
    eachMessage: async ({ message }) => {
      read.push(
        Object.fromEntries(
          Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]),
        ),
      );
    },
  });
  try {
    await eventually(() => expect(read.length).toBeGreaterThanOrEqual(count));
    return read;
  } finally {
    await consumer.disconnect();
  }
}
