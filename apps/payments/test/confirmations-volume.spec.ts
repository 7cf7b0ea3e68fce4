/**
 * Confirmations of banks by the thousand, with everything that goes wrong among them. CONFIRMATIONS=100000 runs as many; the
 * time is printed and not judged.
 */
import { randomUUID } from 'node:crypto';
import { MoneyReceivedSchema, PaymentConfirmationSchema } from '@shekara/contracts';
import { Money, parseBinOrIin, VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { confirmation, KHORGOS } from './payments.fixture.js';

const COUNT = Number(process.env.CONFIRMATIONS ?? 3_000);
const PAYERS = 300;
const TOPIC = 'bank.payment-confirmations.v1';
const WITHIN = { timeoutMs: 30_000 + COUNT * 5 };

type Confirmation = ReturnType<typeof confirmation>;

interface Sums {
  receipts: string;
  refused: string;
  items: string;
  clearing: string;
  money: string;
  pending: string;
  unidentified: string;
  entries: string;
}

/** BINs with right check digits: there are eleven hundredths of all numbers. */
function payers(wanted: number): string[] {
  const found: string[] = [];
  for (let serial = 1; found.length < wanted; serial += 1) {
    const number = `9901400${serial.toString().padStart(5, '0')}`;
    if (parseBinOrIin(number)) found.push(number);
  }
  return found;
}

/** What happens to the confirmation with this number: each kind of trouble at a rhythm of its own. */
function kindOf(index: number) {
  if (index % 97 === 96) return 'POISON';
  if (index % 50 === 49) return 'FOREIGN_CURRENCY';
  if (index % 40 === 39) return 'UNKNOWN_PAYER';
  if (index % 31 === 30) return 'SAME_MESSAGE_AGAIN';
  if (index % 67 === 66) return 'REFERENCE_REUSED';
  if (index % 71 === 70) return 'ORDER_CONFIRMED_TWICE';
  return index % 3 === 0 ? 'TRANSFER' : 'ON_SITE';
}

describe(`${COUNT} confirmations at once`, () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  const known = payers(PAYERS + 1);
  const unknown = known.pop() ?? '';
  let place: ServicesUnderTest;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    await place.watchDeadLetters();
    await database().query(
      `INSERT INTO payer_accounts (payer, customs_body, name, opened_at, opened_by)
       SELECT payer, $2, 'Payer ' || payer, now(), 'test' FROM unnest($1::text[]) AS payer`,
      [known, KHORGOS],
    );
  });

  afterAll(() => place.stop());

  const database = () => place.service('payments').app.get(DataSource);
  const sums = async (): Promise<Sums> => {
    const [row] = await database().query<[Sums]>(
      `SELECT (SELECT count(*) FROM money_receipts WHERE state <> 'REFUSED') AS receipts,
              (SELECT count(*) FROM money_receipts WHERE state = 'REFUSED') AS refused,
              (SELECT count(*) FROM work_items WHERE kind = 'UNMATCHED_MONEY' AND status = 'OPEN') AS items,
              (SELECT count(*) FROM journal_entries) AS entries,
              ${['BANK_CLEARING', 'ADVANCE_MONEY', 'PENDING_TREASURY', 'UNIDENTIFIED_MONEY']
                .map(
                  (type, index) =>
                    `(SELECT coalesce(sum(balance), 0) FROM account_balances WHERE account_type = '${type}')
                       AS ${['clearing', 'money', 'pending', 'unidentified'][index] ?? ''}`,
                )
                .join(', ')}`,
    );
    return row;
  };

  it(
    'none is lost and none counts twice: duplicates, poison, unknown payers and refused ones among them (R-PAY-096, R-PAY-101, R-PAY-102, R-PAY-105, R-PAY-106)',
    async () => {
      const sent: { readonly key: string; readonly message: Confirmation | undefined }[] = [];
      const expected = {
        receipts: 0,
        refused: 0,
        poison: 0,
        money: 0n,
        pending: 0n,
        unidentified: 0n,
        items: 0,
      };
      const byPayer = new Map<string, bigint>();
      const good: Confirmation[] = [];
      for (let index = 0; index < COUNT; index += 1) {
        const amount = Money.ofTiyn(BigInt(100 + ((index * 7_919) % 100_000)));
        const payer = known[(index * 31) % PAYERS] ?? '';
        const fresh = confirmation({
          bankReference: `R-${index}`,
          paymentOrder: `O-${index}`,
          amount: amount.toString(),
          payerIdentificationNumber: payer,
          payerName: `Payer ${payer}`,
        });
        const kind = kindOf(index);
        const earlier = good.at(-5) ?? fresh;
        let message: Confirmation | undefined = fresh;
        let key = fresh.bankReference;
        switch (earlier === fresh ? 'ON_SITE' : kind) {
          case 'POISON':
            message = undefined;
            expected.poison += 1;
            break;
          case 'FOREIGN_CURRENCY':
            message = { ...fresh, currency: 'EUR' };
            expected.refused += 1;
            expected.items += 1;
            break;
          case 'UNKNOWN_PAYER':
            message = { ...fresh, payerIdentificationNumber: unknown };
            expected.receipts += 1;
            expected.items += 1;
            expected.unidentified += amount.tiyn;
            break;
          case 'SAME_MESSAGE_AGAIN':
            // On any partition, perhaps at the same moment as the first.
            key = randomUUID();
            message = earlier;
            break;
          case 'REFERENCE_REUSED':
            key = earlier.bankReference;
            message = { ...earlier, amount: '77777.77' };
            expected.refused += 1;
            expected.items += 1;
            break;
          case 'ORDER_CONFIRMED_TWICE':
            key = earlier.bankReference;
            message = { ...fresh, paymentOrder: earlier.paymentOrder };
            expected.receipts += 1;
            expected.items += 1;
            expected.unidentified += amount.tiyn;
            break;
          case 'TRANSFER':
            message = { ...fresh, channel: 'BANK_TRANSFER' };
            expected.receipts += 1;
            expected.pending += amount.tiyn;
            good.push(message);
            break;
          case 'ON_SITE':
            expected.receipts += 1;
            expected.money += amount.tiyn;
            byPayer.set(payer, (byPayer.get(payer) ?? 0n) + amount.tiyn);
            good.push(fresh);
        }
        sent.push({ key, message });
      }
      const records = sent.map(({ key, message }) => ({
        key,
        value: Buffer.from(message ? JSON.stringify(message) : '{"bankId": 7, "amount": ['),
      }));

      await place.sendBulk(TOPIC, records);
      const begun = performance.now();
      await eventually(async () => {
        const now = await sums();
        expect(Number(now.receipts)).toBe(expected.receipts);
        expect(Number(now.refused)).toBe(expected.refused);
        expect(place.deadLetters().length).toBe(expected.poison);
      }, WITHIN);
      const seconds = (performance.now() - begun) / 1_000;
      console.log(
        `${COUNT} confirmations in ${seconds.toFixed(1)} s: ${Math.round(COUNT / seconds)} a second`,
      );

      const all = expected.money + expected.pending + expected.unidentified;
      expect(await sums()).toEqual({
        receipts: String(expected.receipts),
        refused: String(expected.refused),
        items: String(expected.items),
        entries: String(expected.receipts),
        clearing: String(all),
        money: String(expected.money),
        pending: String(expected.pending),
        unidentified: String(expected.unidentified),
      });
      const balances = await database().query<{ payer: string; balance: string }[]>(
        `SELECT payer, balance::text FROM account_balances WHERE account_type = 'ADVANCE_MONEY'`,
      );
      expect(new Map(balances.map(({ payer, balance }) => [payer, BigInt(balance)]))).toEqual(byPayer);
      await eventually(() => {
        const told = place.messages(MoneyReceivedSchema).map(({ bankReference }) => bankReference);
        expect([told.length, new Set(told).size]).toEqual([expected.receipts, expected.receipts]);
      }, WITHIN);

      const before = await sums();
      const again = sent.flatMap(({ message }) => message ?? []).slice(0, 1_000);
      await place.sendBulk(
        TOPIC,
        again.map((message) => ({ key: message.bankReference, value: Buffer.from(JSON.stringify(message)) })),
      );
      const last = confirmation({ bankReference: 'last of all', payerIdentificationNumber: known[0] ?? '' });
      await place.send(PaymentConfirmationSchema, last, { id: 'last of all' });
      await eventually(async () => {
        const [{ heard }] = await database().query<[{ heard: string }]>(
          `SELECT count(*) AS heard FROM inbox WHERE message_id LIKE '${TOPIC}%' OR message_id = 'last of all'`,
        );
        expect(Number(heard)).toBe(COUNT - expected.poison + again.length + 1);
      }, WITHIN);
      const after = await sums();
      expect({ ...after, receipts: Number(after.receipts) - 1 }).toMatchObject({
        receipts: Number(before.receipts),
        refused: before.refused,
        items: before.items,
        pending: before.pending,
        unidentified: before.unidentified,
        money: String(BigInt(before.money) + 10_000_000n),
      });
    },
    WITHIN.timeoutMs * 2,
  );
});
