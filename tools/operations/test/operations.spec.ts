/** The two command lines against real servers. */
import { Controller, Inject, Module } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Client } from 'pg';
import {
  create,
  MoneyReceivedSchema,
  type PaymentConfirmation,
  PaymentConfirmationSchema,
  toJsonString,
} from '@shekara/contracts';
import { design } from '@shekara/kernel';
import { type MessageContext, OnMessage, Outbox } from '@shekara/messaging';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { historyCommand } from '../src/history-command.js';
import { messagesCommand } from '../src/messages-command.js';

const TOPIC = 'bank.payment-confirmations.v1';
const CASE = '0190a000-0000-7000-8000-000000000005';
const GROUND = design('test of the operations');

const disease = { present: true };
const handled: { reference: string; id: string; at: Date }[] = [];

@Controller()
class Patient {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  @OnMessage(PaymentConfirmationSchema)
  async confirmed(@Payload() message: PaymentConfirmation, @Ctx() context: MessageContext): Promise<void> {
    if (disease.present && message.purpose === 'sick') throw new TypeError('cannot digest this');
    const reference = message.bankReference;
    handled.push({ reference, id: context.envelope.id, at: context.envelope.time });
    context.work.record({
      stream: 'Receipt',
      streamId: reference,
      caseId: CASE,
      type: 'Received',
      payload: 1,
      ground: GROUND,
    });
    this.outbox.publish(
      context.work,
      MoneyReceivedSchema,
      { receiptId: reference, payer: reference },
      { caseId: CASE, ground: GROUND },
    );
  }
}

@Module({ controllers: [Patient] })
class PatientModule {}

describe('the operations', () => {
  let place: ServicesUnderTest;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({
      services: [{ name: 'payments', title: 'patient', module: PatientModule, migrations: [] }],
    });
  });

  afterAll(() => place.stop());

  const surroundings = () => ({
    KAFKA_BROKERS: process.env.KAFKA_BROKERS,
    KAFKA_TOPIC_PREFIX: place.prefix,
    DATABASE_URL_PAYMENTS: place.databaseUrl('payments'),
  });

  async function messages(...words: string[]): Promise<string[]> {
    const lines: string[] = [];
    await messagesCommand(surroundings(), (line) => lines.push(line)).parseAsync(words, { from: 'user' });
    return lines;
  }

  async function history(...words: string[]): Promise<{ lines: string[]; failed: boolean }> {
    const lines: string[] = [];
    let failed = false;
    await historyCommand(
      surroundings(),
      (line) => lines.push(line),
      () => {
        failed = true;
      },
    ).parseAsync(words, { from: 'user' });
    return { lines, failed };
  }

  const dead = async (): Promise<Record<string, string>[]> =>
    (await messages('dead', 'list', '--json', '--topic', TOPIC, '--group', 'payments')).map(
      (line) => JSON.parse(line) as Record<string, string>,
    );

  it('list, show and replay dead letters: with their key and headers, one or all, and each once', async () => {
    const at = new Date('2026-03-09T10:00:00Z');
    const sick = (bankReference: string) => ({ bankId: 'B', bankReference, purpose: 'sick', amount: '1.00' });
    await place.send(PaymentConfirmationSchema, sick('one'), { id: 'id-of-one', at });
    const bare = Buffer.from(
      toJsonString(PaymentConfirmationSchema, create(PaymentConfirmationSchema, sick('bare'))),
    );
    await place.sendRaw(TOPIC, bare, { key: 'bare-key' });
    await eventually(async () => expect(await dead()).toHaveLength(2), { timeoutMs: 20_000 });

    const listed = await dead();
    expect(listed.map(({ error, attempts, topic, group }) => [error, attempts, topic, group])).toEqual(
      Array.from({ length: 2 }, () => ['cannot digest this', '3', TOPIC, 'payments']),
    );
    const one = listed.find((each) => each.type === PaymentConfirmationSchema.typeName)?.name ?? '';
    const [shown] = await messages('dead', 'show', one);
    expect(shown).toContain('"bankReference":"one"');
    expect(shown).toContain('TypeError: cannot digest this');
    expect(shown).toContain('ce_id: id-of-one');

    disease.present = false;
    expect(await messages('dead', 'replay', one)).toContain(`replayed ${one}`);
    await eventually(() => expect(handled).toEqual([{ reference: 'one', id: 'id-of-one', at }]));
    expect((await dead()).find((each) => each.name === one)?.replayedAt).toBeDefined();

    expect(await messages('dead', 'replay', '--all')).toContain('1 replayed, 1 had been before');
    await eventually(() => expect(handled.map((each) => each.reference)).toEqual(['one', 'bare']));
    const original = listed.find((each) => each.name !== one);
    expect(handled[1]?.id).toBe(`${TOPIC}/${original?.partition}/${original?.offset}`);
    const again = await eventually(() => {
      const copies = place.allMessages().filter((message) => message.key === 'bare-key');
      expect(copies.map((message) => message.value.toString())).toEqual([bare.toString(), bare.toString()]);
      return copies;
    });
    expect(Object.keys(again[1]?.headers ?? {}).filter((name) => name.startsWith('dead_'))).toEqual([]);

    expect(await messages('dead', 'replay', one, '--again')).toContain('1 replayed, 0 had been before');
    expect(await messages('dead', 'list', '--waiting')).toEqual(['0 dead letters, 0 waiting']);
    await expect(messages('dead', 'replay')).rejects.toThrow('--all');
    await expect(messages('dead', 'show', 'nothing/1')).rejects.toThrow('no dead letter');
    expect(handled).toHaveLength(2);
  });

  it('verify histories against the outbox and against the topics, where even the outbox was cut', async () => {
    await place.send(PaymentConfirmationSchema, { bankId: 'B', bankReference: 'last', amount: '1.00' });
    await eventually(() => expect(place.allMessages().some((message) => message.key === 'last')).toBe(true));
    const sound = await history('verify', '--brokers');
    expect(sound.failed).toBe(false);
    expect(sound.lines).toEqual([expect.stringMatching(/^payments: 3 entries, 6 heads, 0 findings$/)]);

    const owner = new Client({ connectionString: place.databaseUrl('payments') });
    await owner.connect();
    await owner.query('ALTER TABLE history DISABLE TRIGGER USER');
    await owner.query(`DELETE FROM history WHERE stream_id = 'last'`);
    expect(await history('verify', '--service', 'payments')).toEqual({
      failed: true,
      lines: [
        'payments: 2 entries, 3 heads, 1 findings',
        '  missing or replaced: Receipt last 1, whose hash the outbox kept',
      ],
    });
    await owner.query(`DELETE FROM outbox WHERE aggregateid = 'last'`);
    await owner.end();
    expect((await history('verify')).failed).toBe(false);
    const { failed, lines } = await history('verify', '--brokers');
    expect(failed).toBe(true);
    expect(lines).toContain('  missing or replaced: Receipt last 1, whose hash a topic kept');
    await expect(history('verify', '--service', 'nobody')).rejects.toThrow('DATABASE_URL');
  });
});
