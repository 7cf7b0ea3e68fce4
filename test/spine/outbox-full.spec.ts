/** A service whose outbox is full: it reads no further messages and takes no commands, goes on afterwards, and loses nothing. */
import { Controller, Inject, Module } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Client } from 'pg';
import { MoneyReceivedSchema, type PaymentConfirmation, PaymentConfirmationSchema } from '@shekara/contracts';
import { design } from '@shekara/kernel';
import { type MessageContext, OnMessage, Outbox } from '@shekara/messaging';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';

const CASE = '0190a000-0000-7000-8000-000000000009';
const LIMIT = 20;
const MESSAGES = 80;

const handled: string[] = [];

@Controller()
class Receipts {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  @OnMessage(PaymentConfirmationSchema)
  confirmed(@Payload() message: PaymentConfirmation, @Ctx() { work }: MessageContext): Promise<void> {
    work.onCommitted(() => handled.push(message.bankReference));
    this.outbox.publish(
      work,
      MoneyReceivedSchema,
      { receiptId: message.bankReference, payer: 'p' },
      { caseId: CASE, ground: design('test of a full outbox') },
    );
    return Promise.resolve();
  }
}

@Module({ controllers: [Receipts] })
class ReceiptsModule {}

describe('a full outbox', () => {
  let place: ServicesUnderTest;
  let owner: Client;

  beforeAll(async () => {
    process.env.OUTBOX_LIMIT = String(LIMIT);
    place = await ServicesUnderTest.start({
      services: [{ name: 'payments', title: 'receipts', module: ReceiptsModule, migrations: [] }],
    });
    owner = new Client({ connectionString: place.databaseUrl('payments') });
    await owner.connect();
  });

  afterAll(async () => {
    delete process.env.OUTBOX_LIMIT;
    await owner.end();
    await place.stop();
  });

  const confirm = (prefix: string, count: number): Promise<unknown> =>
    Promise.all(
      Array.from({ length: count }, (_, n) =>
        place.send(PaymentConfirmationSchema, {
          bankId: 'B',
          bankReference: `${prefix}-${n}`,
          amount: '1.00',
        }),
      ),
    );

  const command = (): Promise<Response> =>
    fetch(`${place.service('payments').url}/v1/nothing`, { method: 'POST', body: '{}' });

  async function timesRested(): Promise<number> {
    const text = await (await fetch(`${place.service('payments').url}/metrics`)).text();
    const lines = text.split('\n').filter((line) => line.startsWith('shekara_messages_retried_total{'));
    return lines.reduce((total, line) => total + Number(line.split(' ')[1]), 0);
  }

  it('stops the reading of messages and the taking of commands (OUTBOX_FULL); both go on once there is room, nothing is lost or done twice', async () => {
    await confirm('before', 1);
    await eventually(() => expect(handled).toEqual(['before-0']));
    // Rows that no broker takes: the outbox stays full however well Kafka is.
    await owner.query(
      `INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at)
       SELECT gen_random_uuid(), 'no.such.topic', 'k' || n, 't', '', '{}', now() FROM generate_series(1, $1::int) AS n`,
      [LIMIT + 1],
    );
    await eventually(async () => expect((await command()).status).toBe(503));
    const { reasons } = (await (await command()).json()) as { reasons: { code: string }[] };
    expect(reasons.map(({ code }) => code)).toEqual(['OUTBOX_FULL']);

    const before = await timesRested();
    await confirm('during', MESSAGES);
    await eventually(async () => expect((await timesRested()) - before).toBeGreaterThan(2));
    expect(handled).toEqual(['before-0']);

    await owner.query(`UPDATE outbox SET published_at = now() WHERE aggregatetype = 'no.such.topic'`);
    const all = ['before-0', ...Array.from({ length: MESSAGES }, (_, n) => `during-${n}`)].sort();
    await eventually(() => expect(new Set(handled).size).toBe(all.length), { timeoutMs: 30_000 });
    await eventually(() =>
      expect(
        [...new Set(place.messages(MoneyReceivedSchema).map(({ receiptId }) => receiptId))].sort(),
      ).toEqual(all),
    );
    expect([...handled].sort()).toEqual(all);
    await eventually(async () => expect((await command()).status).not.toBe(503));
  });
});
