import { randomUUID } from 'node:crypto';
import {
  MoneyReceivedSchema,
  PaymentBookedSchema,
  PaymentConfirmationSchema,
  PaymentMistakeFoundSchema,
  TreasuryDailyReportSchema,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { HEADING } from '../src/treasury-report/treasury-report.js';
import { confirmation, KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

interface ReportView {
  id: string;
  booked: number;
  differing: number;
  waiting: number;
  refused: number;
  repeated: number;
  lines: {
    number: string;
    outcome: string;
    receiptId: string | null;
    reasons: { code: string; pointer?: string }[];
  }[];
}

describe("the Treasury's daily report (art. 138.9, 154.8)", () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  let place: ServicesUnderTest;
  let treasury: string;
  let officer: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    await place.watchDeadLetters();
    treasury = await place.token({ subject: 'treasury', roles: ['SYSTEM'] });
    officer = await place.token({
      subject: 'officer-1',
      roles: ['ACCOUNT_OFFICER'],
      posts: [KHORGOS, '55001'],
    });
    const account = { payer: PAYER, name: 'Stanok TOO', customsBody: KHORGOS };
    expect((await place.post('payments', '/v1/accounts', account, officer)).status).toBe(201);
    await confirm(['T-1', 'T-2', 'T-3', 'K-1', 'O-1'].map((bankReference) => ({ bankReference })));
    await confirm([{ bankReference: 'U-1', payerIdentificationNumber: OTHER_PAYER }]);
  });

  afterAll(() => place.stop());

  async function confirm(changes: readonly Parameters<typeof confirmation>[0][]) {
    for (const change of changes) {
      const message = confirmation({ channel: 'BANK_TRANSFER', amount: '1000.00', ...change });
      await place.send(PaymentConfirmationSchema, message);
      await eventually(() => expect(statesOf(message.bankReference)).toHaveLength(1));
    }
  }
  const statesOf = (reference: string) =>
    place
      .messages(MoneyReceivedSchema)
      .filter(({ bankReference }) => bankReference === reference)
      .map(({ state }) => state);
  const bookedOf = (reference: string) =>
    place.messages(PaymentBookedSchema).filter(({ bankReference }) => bankReference === reference);
  const mistakesOf = (reference: string) =>
    place.messages(PaymentMistakeFoundSchema).filter(({ bankReference }) => bankReference === reference);
  const sums = async () => {
    const rows = await place
      .service('payments')
      .app.get(DataSource)
      .query<{ account_type: string; sum: string }[]>(
        `SELECT account_type, sum(balance)::text AS sum FROM account_balances GROUP BY account_type`,
      );
    const sum = (type: string) => rows.find(({ account_type }) => account_type === type)?.sum ?? '0';
    return [sum('PENDING_TREASURY'), sum('ADVANCE_MONEY'), sum('UNIDENTIFIED_MONEY'), sum('BANK_CLEARING')];
  };
  async function post(reference: string, lines: readonly string[], token = treasury) {
    const response = await fetch(
      `${place.service('payments').url}/v1/treasury-reports?reference=${reference}&date=2026-03-10`,
      {
        method: 'POST',
        body: [HEADING, ...lines].join('\n'),
        headers: {
          'content-type': 'text/csv',
          'idempotency-key': randomUUID(),
          authorization: `Bearer ${token}`,
        },
      },
    );
    return { status: response.status, body: (await response.json()) as ReportView };
  }
  const receipt = (number: number, reference: string, changes: { amount?: string; payer?: string } = {}) => {
    const { amount = '1000.00', payer = PAYER } = changes;
    return `${number},RECEIPT,HALYKKZ,${reference},,${payer},106105,${amount},`;
  };
  const outcomesOf = ({ lines }: ReportView) =>
    lines.map(({ number, outcome, reasons }) => [number, outcome, reasons.map(({ code }) => code)]);

  it('books pending money, refuses bad lines with their reasons and takes the rest; the same report changes nothing (R-PAY-101, R-PAY-103)', async () => {
    const [pending = '0', money = '0', unidentified, clearing] = await sums();
    const lines = [
      receipt(1, 'T-1'),
      receipt(2, 'U-1', { payer: OTHER_PAYER }),
      receipt(3, 'T-2', { amount: '999.00' }),
      receipt(4, 'unheard of'),
      '5,GIFT,,,,,,1.00,',
      '6,RECEIPT,HALYKKZ,T-3',
      receipt(1, 'T-3'),
      '8,REFUND,,,R-UNKNOWN,,,5.00,',
      '9,REFUND_FAILED,,,R-UNKNOWN,,,5.00,account closed',
    ];
    const { status, body } = await post('TR-1', lines);
    expect(status).toBe(201);
    expect(outcomesOf(body)).toEqual([
      ['1', 'BOOKED', []],
      ['2', 'BOOKED', []],
      ['3', 'DIFFERS', ['TREASURY_LINE_DIFFERS']],
      ['4', 'WAITING', ['TREASURY_LINE_WITHOUT_RECEIPT']],
      ['5', 'REFUSED', ['TREASURY_LINE_UNREADABLE']],
      ['6', 'REFUSED', Array.from({ length: 2 }, () => 'TREASURY_LINE_UNREADABLE')],
      ['1', 'REFUSED', ['TREASURY_LINE_NUMBER_REUSED']],
      ['8', 'REFUSED', ['TREASURY_ORDER_UNKNOWN']],
      ['9', 'REFUSED', ['TREASURY_ORDER_UNKNOWN']],
    ]);
    expect([body.booked, body.differing, body.waiting, body.refused, body.repeated]).toEqual([2, 1, 1, 5, 0]);
    const after = [
      String(BigInt(pending) - 100_000n),
      String(BigInt(money) + 100_000n),
      unidentified,
      clearing,
    ];
    expect(await sums()).toEqual(after);
    await eventually(() => expect(statesOf('T-1')).toEqual(['PENDING_TREASURY', 'CONFIRMED_FOR_RELEASE']));
    await eventually(() => expect(bookedOf('T-1')).toHaveLength(1));
    expect(bookedOf('T-1')).toMatchObject([
      {
        ...{ payer: PAYER, customsBody: KHORGOS, purpose: 'ADVANCE', amount: { tiyn: 100_000n } },
        ...{ valueDate: '2026-03-10', reportDate: '2026-03-10', reportReference: 'TR-1' },
      },
    ]);
    await eventually(() => expect(bookedOf('U-1')).toMatchObject([{ payer: OTHER_PAYER, purpose: '' }]));
    expect(mistakesOf('U-1')).toMatchObject([
      { mistakeCode: 'WRONG_PAYER_ID', amount: { tiyn: 100_000n }, payer: OTHER_PAYER },
    ]);
    expect(mistakesOf('T-1')).toEqual([]);

    const again = await post('TR-1', lines);
    expect(outcomesOf(again.body).slice(0, 3)).toEqual([
      ['1', 'REPEATED', []],
      ['2', 'REPEATED', []],
      ['3', 'REPEATED', ['TREASURY_LINE_DIFFERS']],
    ]);
    expect(await sums()).toEqual(after);
    const other = await post('TR-1', [receipt(1, 'T-3')]);
    expect(outcomesOf(other.body)).toEqual([['1', 'REFUSED', ['TREASURY_LINE_NUMBER_REUSED']]]);
  });

  it('judges a line that was refused anew when it comes again', async () => {
    expect(outcomesOf((await post('TR-2', ['1,REFUND,,,R-UNKNOWN,,,5.00,'])).body)).toEqual([
      ['1', 'REFUSED', ['TREASURY_ORDER_UNKNOWN']],
    ]);
    expect(outcomesOf((await post('TR-2', [receipt(1, 'A-1')])).body)).toEqual([
      ['1', 'WAITING', ['TREASURY_LINE_WITHOUT_RECEIPT']],
    ]);
  });

  it('keeps money that came although its message was refused, as a mistaken payment for an officer (R-PAY-098, R-PAY-106)', async () => {
    const message = confirmation({
      ...{ bankReference: 'M-1', channel: 'BANK_TRANSFER', amount: '55.00', purpose: 'for somebody' },
      thirdParty: { name: 'Altyn Zhol TOO', identificationNumber: OTHER_PAYER },
    });
    await place.send(PaymentConfirmationSchema, message);
    const refused = async () => {
      const { body } = await place.get<{ items: { id: string; bankReference: string }[] }>(
        'payments',
        '/v1/money-receipts?state=REFUSED',
        officer,
      );
      return body.items.filter(({ bankReference }) => bankReference === 'M-1');
    };
    await eventually(async () => expect(await refused()).toHaveLength(1));
    const [, , unidentified = '0', clearing = '0'] = await sums();
    const line = receipt(1, 'M-1', { amount: '55.00' });
    const { body } = await post('TR-M', [line]);
    expect(outcomesOf(body)).toEqual([['1', 'BOOKED', ['PAYER_NAME_MISSING']]]);
    const [, , kept, cleared] = await sums();
    expect([kept, cleared]).toEqual([
      String(BigInt(unidentified) + 5_500n),
      String(BigInt(clearing) + 5_500n),
    ]);
    const receiptId = body.lines[0]?.receiptId ?? '';
    const seen = await place.get<{ state: string; mistake: string }>(
      'payments',
      `/v1/money-receipts/${receiptId}`,
      officer,
    );
    expect(seen.body).toMatchObject({ state: 'UNMATCHED', mistake: 'WRONG_PAYER_NAME' });
    const queue = await place.get<{ items: { subjectId: string }[] }>(
      'payments',
      '/v1/work-items?kind=UNMATCHED_MONEY&limit=100',
      officer,
    );
    const waiting = queue.body.items.map(({ subjectId }) => subjectId);
    const [first] = await refused();
    expect([waiting.includes(receiptId), waiting.includes(first?.id ?? '')]).toEqual([true, false]);
    expect(outcomesOf((await post('TR-M', [line])).body)).toEqual([
      ['1', 'REPEATED', ['PAYER_NAME_MISSING']],
    ]);
  });

  it('comes as messages too, a long day in several of one number', async () => {
    const line = (number: number, bankReference: string) => ({
      number,
      type: 'RECEIPT',
      bankId: 'HALYKKZ',
      bankReference,
      payerIdentificationNumber: PAYER,
      budgetCode: '106105',
      amount: { tiyn: 100_000n },
    });
    const part = { reportReference: 'TR-3', reportDate: '2026-03-10' };
    await place.send(TreasuryDailyReportSchema, { ...part, lines: [line(1, 'K-1')] });
    await place.send(TreasuryDailyReportSchema, { ...part, lines: [line(2, 'T-3'), line(3, 'nowhere')] });
    await place.send(TreasuryDailyReportSchema, {
      reportReference: 'TR-4',
      reportDate: 'yesterday',
      lines: [],
    });
    await eventually(() => {
      expect([statesOf('K-1').at(-1), statesOf('T-3').at(-1)]).toEqual([
        'CONFIRMED_FOR_RELEASE',
        'CONFIRMED_FOR_RELEASE',
      ]);
      expect(place.deadLetters().map(({ key }) => key)).toEqual(['TR-4']);
    });
  });

  it('is taken from the Treasury and from officers for their posts, from nobody else', async () => {
    const almaty = await place.token({ subject: 'officer-2', roles: ['ACCOUNT_OFFICER'], posts: ['55001'] });
    expect(outcomesOf((await post('TR-5', [receipt(1, 'O-1')], almaty)).body)).toEqual([
      ['1', 'REFUSED', ['TREASURY_LINE_OF_OTHER_POST']],
    ]);
    const payer = await place.token({ subject: 'stanok', roles: ['DECLARANT'], organisation: PAYER });
    expect((await post('TR-5', [receipt(1, 'O-1')], payer)).status).toBe(403);
    const bank = await place.token({ subject: 'halyk', roles: ['BANK'], organisation: '981140004556' });
    expect((await post('TR-5', [receipt(1, 'O-1')], bank)).status).toBe(403);
    expect(outcomesOf((await post('TR-5', [receipt(1, 'O-1')], officer)).body)).toEqual([
      ['1', 'BOOKED', []],
    ]);
    expect((await post('', [receipt(1, 'O-1')])).status).toBe(400);
  });
});
