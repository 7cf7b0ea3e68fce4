/** A day of a country's banks at once: confirmations of payments taken, posted to the ledger and told on. */
import { create, PaymentConfirmationSchema, toBinary } from '@shekara/contracts';
import { parseBinOrIin } from '@shekara/kernel';
import { eventually } from '@shekara/testing';
import type { Ground } from '../ground.js';
import { produce, type Produced } from '../kafka-watch.js';
import type { Measured } from '../measure.js';

const TOPIC = 'bank.payment-confirmations.v1';
const PAYERS = 1_000;
const BODY = '55302';

/** BINs with right check digits. */
function payers(wanted: number): string[] {
  const found: string[] = [];
  for (let serial = 1; found.length < wanted; serial += 1) {
    const number = `9902400${serial.toString().padStart(5, '0')}`;
    if (parseBinOrIin(number)) found.push(number);
  }
  return found;
}

function confirmations(count: number, known: readonly string[]): readonly Produced[] {
  return Array.from({ length: count }, (_, index) => {
    const payer = known[(index * 31) % known.length] ?? '';
    const bankReference = `BENCH-${index}`;
    const value = create(PaymentConfirmationSchema, {
      bankId: 'HALYKKZ',
      bankReference,
      paymentOrder: bankReference,
      payerName: `Payer ${payer}`,
      payerIdentificationNumber: payer,
      customsBody: BODY,
      budgetCode: '106105',
      advance: true,
      amount: '1000.00',
      currency: 'KZT',
      channel: index % 2 === 0 ? 'ONSITE_TERMINAL' : 'BANK_TRANSFER',
      paidOn: '2026-03-10',
      purpose: 'Advance',
      taxBeneficiaryId: '6210',
    });
    const headers = { 'content-type': 'application/protobuf' };
    return { key: bankReference, value: Buffer.from(toBinary(PaymentConfirmationSchema, value)), headers };
  });
}

export async function confirmationRows(ground: Ground): Promise<Measured[]> {
  await ground.need(['payments']);
  const count = ground.options.quick ? 20_000 : 100_000;
  const known = payers(PAYERS);
  await ground.query(
    'payments',
    `INSERT INTO payer_accounts (payer, customs_body, name, opened_at, opened_by)
     SELECT payer, $2, 'Payer ' || payer, now(), 'bench' FROM unnest($1::text[]) AS payer ON CONFLICT DO NOTHING`,
    [known, BODY],
  );
  await ground.stopService('payments');
  await produce(ground.brokers, TOPIC, confirmations(count, known));
  await ground.startWhereItLeftOff('payments');
  const posted = async (): Promise<number> => {
    const [found] = await ground.query<{ rows: number }>(
      'payments',
      `SELECT count(*)::int AS rows FROM money_receipts WHERE bank_reference LIKE 'BENCH-%' AND state <> 'REFUSED'`,
    );
    return found?.rows ?? 0;
  };
  const first = await eventually(
    async () => {
      const there = await posted();
      if (there === 0) throw new Error('no receipt yet');
      return { there, at: performance.now() };
    },
    { timeoutMs: 60_000 },
  );
  await eventually(
    async () => {
      const there = await posted();
      if (there < count) throw new Error(`${there} of ${count} receipts`);
    },
    { timeoutMs: 600_000 },
  );
  const ours = ((count - first.there) * 1_000) / (performance.now() - first.at);
  const [sum] = await ground.query<{ wrong: number }>(
    'payments',
    `SELECT (SELECT count(*) FROM money_receipts WHERE bank_reference LIKE 'BENCH-%')::int - $1::int
          + (SELECT coalesce(sum(amount), 0) FROM journal_lines)::int AS wrong`,
    [count],
  );
  if (sum?.wrong !== 0) throw new Error('a confirmation is lost, or counts twice');
  return [{ name: 'confirmations', ours, unit: 'confirmations/s' }];
}
