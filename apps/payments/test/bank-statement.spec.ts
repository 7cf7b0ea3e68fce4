import { randomUUID } from 'node:crypto';
import { MoneyReceivedSchema } from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import {
  camt053,
  camt054,
  type DocumentFields,
  entry02,
  entry08,
} from '../src/bank-statement/camt.fixture.js';
import { paymentsService } from '../src/index.js';
import { KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

const BANK = '981140004556';

interface StatementView {
  id: string;
  repeatedStatement: boolean;
  accepted: number;
  refused: number;
  repeated: number;
  entries: {
    number: string;
    bankReference: string;
    outcome: string;
    receiptId: string | null;
    state: string | null;
    reasons: { code: string; pointer?: string }[];
  }[];
}

interface Refusal {
  reasons: { code: string }[];
}

describe('statements of banks over HTTP (ISO 20022)', () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  let place: ServicesUnderTest;
  let bank: string;
  let officer: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    bank = await place.token({ subject: 'halyk', roles: ['BANK'], organisation: BANK });
    officer = await place.token({
      subject: 'officer-1',
      roles: ['ACCOUNT_OFFICER'],
      posts: [KHORGOS, '55001'],
    });
    const account = { payer: PAYER, name: 'Stanok TOO', customsBody: KHORGOS };
    expect((await place.post('payments', '/v1/accounts', account, officer)).status).toBe(201);
  });

  afterAll(() => place.stop());

  const database = () => place.service('payments').app.get(DataSource);
  const balanceOf = async (type: string) => {
    const [row] = await database().query<[{ sum: string }]>(
      `SELECT coalesce(sum(balance), 0)::text AS sum FROM account_balances WHERE account_type = $1`,
      [type],
    );
    return BigInt(row.sum);
  };
  async function post<Body = StatementView>(
    text: string | Uint8Array,
    token = bank,
    type = 'application/xml',
  ) {
    const response = await fetch(`${place.service('payments').url}/v1/bank-statements`, {
      method: 'POST',
      body: text as string,
      headers: { 'content-type': type, 'idempotency-key': randomUUID(), authorization: `Bearer ${token}` },
    });
    return { status: response.status, body: (await response.json()) as Body };
  }
  const codesOf = async (text: string | Uint8Array, token = bank) => {
    const { status, body } = await post<Refusal>(text, token);
    return [status, body.reasons.map(({ code }) => code)];
  };

  it('judges each payment alone, posts the good ones once and answers what became of each (R-PAY-096, R-PAY-097, R-PAY-098, R-PAY-101, R-PAY-105, R-PAY-106)', async () => {
    const before = await balanceOf('PENDING_TREASURY');
    const text = camt054([
      entry08({ reference: 'S-1', amount: '1000.00' }),
      entry08({ reference: 'S-2', amount: '20.00', payer: OTHER_PAYER, debtor: OTHER_PAYER }),
      entry08({ reference: 'S-3', status: 'PDNG' }),
      entry08({ reference: 'S-4', indicator: 'DBIT', reversal: 'true' }),
      entry08({ reference: 'S-5', currency: 'USD' }),
      entry08({ reference: 'S-6', amount: '-5.00' }),
      entry08({ reference: 'S-7', paidOn: '2026-03-11' }),
      entry08({ reference: 'S-8', beneficiary: '' }),
      entry08({ reference: 'S-9', payer: '980540000398' }),
      entry08({ reference: 'S-10', debtor: OTHER_PAYER, text: 'for a friend' }),
      entry08({ reference: 'S-1', amount: '1000.00' }),
      entry08({ reference: 'S-1', amount: '1001.00' }),
      entry02({ reference: 'S-12', amount: '3.00' }),
    ]);
    const { status, body } = await post(text);
    expect(status).toBe(201);
    expect(
      body.entries.map((one) => [
        one.bankReference,
        one.outcome,
        one.state,
        one.reasons.map(({ code }) => code),
      ]),
    ).toEqual([
      ['S-1', 'ACCEPTED', 'PENDING_TREASURY', []],
      ['S-2', 'ACCEPTED', 'UNMATCHED', ['PAYER_UNKNOWN']],
      ['S-3', 'REFUSED', null, ['ENTRY_NOT_BOOKED']],
      ['S-4', 'REFUSED', null, ['ENTRY_IS_REVERSAL']],
      ['S-5', 'REFUSED', null, ['CURRENCY_NOT_KZT']],
      ['S-6', 'REFUSED', null, ['PAYMENT_AMOUNT_NOT_POSITIVE']],
      ['S-7', 'REFUSED', null, ['PAYMENT_DATE_IN_FUTURE']],
      ['S-8', 'REFUSED', null, ['BUDGET_CODE_MISSING']],
      ['S-9', 'REFUSED', null, ['PAYER_ID_INVALID']],
      ['S-10', 'REFUSED', null, ['PAYER_NAME_MISSING']],
      ['S-1', 'REPEATED', 'PENDING_TREASURY', []],
      ['S-1', 'REFUSED', null, ['BANK_REFERENCE_REUSED']],
      ['S-12', 'ACCEPTED', 'PENDING_TREASURY', []],
    ]);
    expect([body.accepted, body.refused, body.repeated]).toEqual([3, 9, 1]);
    expect(await balanceOf('PENDING_TREASURY')).toBe(before + 100_300n);
    expect(await balanceOf('UNIDENTIFIED_MONEY')).toBe(2_000n);

    const again = await post(text);
    expect(again.body).toEqual({ ...body, repeatedStatement: true });
    const renumbered = await post(camt053([entry08({ reference: 'S-1' })], { messageId: 'MSG-9' }));
    expect(renumbered.body.entries).toMatchObject([
      { outcome: 'REPEATED', receiptId: body.entries[0]?.receiptId },
    ]);
    expect(await balanceOf('PENDING_TREASURY')).toBe(before + 100_300n);
    await eventually(() => {
      const told = place
        .messages(MoneyReceivedSchema)
        .filter(({ bankReference }) => bankReference.startsWith('S-'));
      expect(told.map(({ bankReference, state }) => [bankReference, state]).sort()).toEqual([
        ['S-1', 'PENDING_TREASURY'],
        ['S-12', 'PENDING_TREASURY'],
        ['S-2', 'UNMATCHED'],
      ]);
    });
  });

  it('asks an officer about what the bank took back; the item ends with the answer of the bank', async () => {
    const { body } = await post(
      camt054([entry08({ reference: 'R-1', reversal: '1' })], { messageId: 'MSG-R' }),
    );
    const queue = await place.get<{ items: { id: string; subjectId: string }[] }>(
      'payments',
      '/v1/work-items?kind=BANK_STATEMENT',
      officer,
    );
    const item = queue.body.items.find(({ subjectId }) => subjectId === body.id);
    const path = `/v1/bank-statements/${body.id}/closures`;
    const outcome = { outcome: 'The bank corrected its own mistake' };
    expect((await place.post('payments', path, outcome, officer)).status).toBe(409);
    await place.post('payments', `/v1/work-items/${item?.id ?? ''}/claim`, {}, officer);
    expect((await place.post('payments', path, outcome, officer)).status).toBe(201);
  });

  it('loses none of 2,000 payments when one of them is broken', async () => {
    const before = await balanceOf('BANK_CLEARING');
    const entries = Array.from({ length: 2_000 }, (_, index) =>
      entry08({ reference: `M-${index}`, amount: index === 1_234 ? '1,000.00' : '7.01' }),
    );
    const { body } = await post(camt054(entries, { messageId: 'MSG-M' }));
    expect([body.accepted, body.refused]).toEqual([1_999, 1]);
    expect(body.entries[1_234]).toMatchObject({
      number: '1235',
      outcome: 'REFUSED',
      reasons: [{ code: 'ENTRY_FIELD_UNREADABLE', pointer: '/Amt' }],
    });
    expect(await balanceOf('BANK_CLEARING')).toBe(before + 1_999n * 701n);
  });

  it('posts each payment once when the same statement comes five times at the same moment', async () => {
    const before = await balanceOf('BANK_CLEARING');
    const text = camt054([entry08({ reference: 'C-1', amount: '11.00' })], { messageId: 'MSG-C' });
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(text)));
    expect(answers.map(({ body }) => body.repeatedStatement).sort()).toEqual([false, true, true, true, true]);
    expect(new Set(answers.map(({ body }) => body.entries[0]?.receiptId)).size).toBe(1);
    expect(await balanceOf('BANK_CLEARING')).toBe(before + 1_100n);
  });

  it('takes statements of a bank from its own clients and from officers, who enter payments of their posts only', async () => {
    const documents = (fields: DocumentFields) => camt054([entry08({ reference: randomUUID() })], fields);
    expect((await post(documents({ bic: 'CASPKZKA' }))).status).toBe(403);
    expect((await post(documents({ bic: 'NOBODYKZ' }))).status).toBe(403);
    const declarant = await place.token({ subject: 'stanok', roles: ['DECLARANT'], organisation: PAYER });
    expect((await post(documents({}), declarant)).status).toBe(403);
    const almaty = await place.token({ subject: 'officer-2', roles: ['ACCOUNT_OFFICER'], posts: ['55001'] });
    const foreign = await post(documents({ messageId: 'MSG-O' }), almaty);
    expect(foreign.body.entries.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ['ENTRY_OF_OTHER_POST'],
    ]);
    const own = await post(documents({ bic: 'CASPKZKA', messageId: 'MSG-P' }), officer);
    expect([own.status, own.body.accepted]).toEqual([201, 1]);
    const path = `/v1/bank-statements/${own.body.id}`;
    expect((await place.get('payments', path, bank)).status).toBe(404);
    expect((await place.get('payments', path, almaty)).status).toBe(404);
    expect((await place.get<StatementView>('payments', path, officer)).body.entries).toHaveLength(1);
  });

  it('refuses what is no statement that can be read, and takes nothing of it', async () => {
    const xxe = camt054([entry08()], { prolog: '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>' });
    expect(await codesOf(xxe)).toEqual([422, ['XML_DTD_FORBIDDEN']]);
    expect(await codesOf('<Document')).toEqual([422, ['XML_NOT_WELL_FORMED']]);
    expect(await codesOf(camt054([], { version: '99' }))).toEqual([422, ['STATEMENT_TYPE_UNKNOWN']]);
    expect(await codesOf(Uint8Array.of(0x3c, 0xff, 0x3e))).toEqual([400, ['XML_ENCODING']]);
    expect(
      (await post<Refusal>('{}', bank, 'application/json')).body.reasons.map(({ code }) => code),
    ).toEqual(['REQUEST_INVALID']);
    expect((await post(`<a>${'x'.repeat(4 * 1024 * 1024)}</a>`)).status).toBe(413);
  });
});
