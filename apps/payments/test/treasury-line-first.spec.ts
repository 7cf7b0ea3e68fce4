/** Lines of the Treasury that come before the bank's confirmation: they wait, and nothing is lost or done twice. */
import {
  DeclarationRegisteredSchema,
  LiabilityCoveredSchema,
  MoneyReceivedSchema,
  PaymentBookedSchema,
  PaymentConfirmationSchema,
  TreasuryDailyReportSchema,
} from '@shekara/contracts';
import { Money, parseBinOrIin, VirtualClock } from '@shekara/kernel';
import { DataSource, type Work } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import type { ConfirmationMessage } from '../src/money-receipt/confirmation-message.js';
import { ReceiptIntake } from '../src/money-receipt/receipt-intake.service.js';
import { reportOf, type WrittenLine } from '../src/treasury-report/treasury-report.js';
import { TreasuryReportService } from '../src/treasury-report/treasury-report.service.js';
import { CountedWorks } from './counted-works.fixture.js';
import { confirmation, declaration, KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

const MANY = 2_000;
const FEW = 20;

describe("a line of the Treasury before the bank's confirmation (art. 138.9)", () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  let place: ServicesUnderTest;
  let officer: string;
  let works: CountedWorks;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    officer = await place.token({
      subject: 'officer-1',
      roles: ['ACCOUNT_OFFICER'],
      posts: [KHORGOS, '55001'],
    });
    const account = { payer: PAYER, name: 'Stanok TOO', customsBody: KHORGOS };
    expect((await place.post('payments', '/v1/accounts', account, officer)).status).toBe(201);
    works = new CountedWorks(app());
  });

  afterAll(() => place.stop());

  const app = () => place.service('payments').app;
  const database = () => app().get(DataSource);
  const inWork = <Result>(task: (work: Work) => Promise<Result>) => works.run(task);
  const line = (number: number, bankReference: string, changes: Partial<WrittenLine> = {}): WrittenLine => ({
    ...{ number: String(number), type: 'RECEIPT', bankId: 'HALYKKZ', bankReference, refundNumber: '' },
    ...{ payer: PAYER, budgetCode: '106105', amount: '1000.00', reason: '', ...changes },
  });
  async function report(reference: string, lines: readonly WrittenLine[], bodies?: readonly string[]) {
    const read = reportOf(reference, '2026-03-10', lines);
    if ('reasons' in read) throw new Error('unreadable');
    const taken = await inWork((work) => app().get(TreasuryReportService).receive(work, read.report, bodies));
    return taken.lines.map(({ outcome }) => outcome);
  }
  const transfer = (bankReference: string, changes: Parameters<typeof confirmation>[0] = {}) =>
    confirmation({ bankReference, channel: 'BANK_TRANSFER', amount: '1000.00', ...changes });
  const told = (bankReference: string, changes: Parameters<typeof confirmation>[0] = {}) =>
    place.send(PaymentConfirmationSchema, transfer(bankReference, changes));
  /** What a bank's statement would bring: many confirmations at once. */
  const takeAll = (messages: readonly ReturnType<typeof confirmation>[]) =>
    inWork((work) =>
      app()
        .get(ReceiptIntake)
        .receiveAll(
          work,
          messages.map((message) => ({ message: messageOf(message), contract: '', work })),
        ),
    );
  const bookedOf = (reference: string) =>
    place.messages(PaymentBookedSchema).filter(({ bankReference }) => bankReference === reference);
  const rowsOf = (reference: string) =>
    database().query<{ outcome: string; receipt: boolean; codes: string[] }[]>(
      `SELECT outcome, receipt_id IS NOT NULL AS receipt, ARRAY(SELECT r ->> 'code' FROM jsonb_array_elements(reasons) r) AS codes
         FROM treasury_report_lines WHERE line ->> 'bankReference' = $1 ORDER BY judged_at, number`,
      [reference],
    );
  const money = async () => {
    const rows = await database().query<{ account_type: string; sum: string }[]>(
      `SELECT account_type, sum(balance)::text AS sum FROM account_balances
        WHERE account_type IN ('PENDING_TREASURY', 'ADVANCE_MONEY', 'UNIDENTIFIED_MONEY') GROUP BY 1`,
    );
    const sum = (type: string) => BigInt(rows.find(({ account_type }) => account_type === type)?.sum ?? '0');
    return [sum('PENDING_TREASURY'), sum('ADVANCE_MONEY'), sum('UNIDENTIFIED_MONEY')] as const;
  };
  const items = (kind: string) =>
    database().query<{ subject_id: string; title: string }[]>(
      `SELECT subject_id, title FROM work_items WHERE kind = $1 AND status IN ('OPEN', 'CLAIMED')`,
      [kind],
    );

  it('waits, and is booked in the transaction of the confirmation; the same line or message again changes nothing (R-PAY-101, R-PAY-103, R-PAY-105)', async () => {
    const [pending, advance] = await money();
    expect(await report('W-1', [line(1, 'FIRST-1')])).toEqual(['WAITING']);
    expect(await report('W-1', [line(1, 'FIRST-1')])).toEqual(['REPEATED']);
    expect(await report('W-1', [line(1, 'FIRST-1', { amount: '5.00' })])).toEqual(['REFUSED']);
    expect(await money()).toEqual([pending, advance, 0n]);
    await told('FIRST-1');
    await eventually(() => expect(bookedOf('FIRST-1')).toHaveLength(1));
    expect(await rowsOf('FIRST-1')).toEqual([{ outcome: 'BOOKED', receipt: true, codes: [] }]);
    expect(await money()).toEqual([pending, advance + 100_000n, 0n]);
    const states = place
      .messages(MoneyReceivedSchema)
      .filter(({ bankReference }) => bankReference === 'FIRST-1')
      .map(({ state }) => state);
    expect(states).toEqual(['PENDING_TREASURY', 'CONFIRMED_FOR_RELEASE']);
    await takeAll([transfer('FIRST-1')]);
    expect(await report('W-1', [line(1, 'FIRST-1')])).toEqual(['REPEATED']);
    expect(await report('W-1b', [line(1, 'FIRST-1')])).toEqual(['BOOKED']);
    expect(await money()).toEqual([pending, advance + 100_000n, 0n]);
    expect(bookedOf('FIRST-1')).toHaveLength(1);
  });

  it('gives the same books in either order, also when two reports name the same payment', async () => {
    const before = await money();
    await report('W-2', [line(1, 'EITHER-1'), line(2, 'EITHER-1')]);
    await report('W-3', [line(1, 'EITHER-1')]);
    const taken = await takeAll([transfer('EITHER-1'), transfer('EITHER-1')]);
    expect(taken.map(({ outcome, kept }) => [outcome, kept.receipt?.state])).toEqual([
      ['TAKEN', 'BOOKED'],
      ['REPEATED', 'BOOKED'],
    ]);
    const once = await money();
    expect([once[0], once[1] - before[1]]).toEqual([before[0], 100_000n]);
    expect((await rowsOf('EITHER-1')).map(({ outcome }) => outcome)).toEqual(['BOOKED', 'BOOKED', 'BOOKED']);
    await takeAll([transfer('EITHER-2')]);
    expect(await report('W-4', [line(1, 'EITHER-2'), line(2, 'EITHER-2')])).toEqual(['BOOKED', 'BOOKED']);
    expect((await money())[1] - once[1]).toBe(100_000n);
  });

  it('asks about a line that says otherwise than the confirmation that comes later (R-PAY-103)', async () => {
    const [pending, advance] = await money();
    await report('W-5', [line(1, 'OTHER-SUM', { amount: '999.00' })]);
    await takeAll([transfer('OTHER-SUM')]);
    expect(await rowsOf('OTHER-SUM')).toEqual([
      { outcome: 'DIFFERS', receipt: true, codes: ['TREASURY_LINE_DIFFERS'] },
    ]);
    expect(await money()).toEqual([pending + 100_000n, advance, 0n]);
    expect((await items('UNMATCHED_MONEY')).filter(({ title }) => title.includes('OTHER-SUM'))).toHaveLength(
      1,
    );
  });

  it('keeps money whose message is refused when it comes, as a mistaken payment, queued once (R-PAY-098, R-PAY-106)', async () => {
    const [, , unidentified] = await money();
    await report('W-6', [line(1, 'MISTAKEN-1')]);
    const [outcome] = await takeAll([
      transfer('MISTAKEN-1', {
        purpose: 'for somebody',
        thirdParty: { name: 'Altyn Zhol TOO', identificationNumber: OTHER_PAYER },
      }),
    ]);
    expect(outcome?.outcome).toBe('REFUSED');
    expect(await rowsOf('MISTAKEN-1')).toEqual([
      { outcome: 'BOOKED', receipt: true, codes: ['PAYER_NAME_MISSING'] },
    ]);
    expect((await money())[2] - unidentified).toBe(100_000n);
    const queued = (await items('UNMATCHED_MONEY')).filter(({ title }) => title.includes('MISTAKEN-1'));
    expect(queued).toHaveLength(1);
    expect(queued[0]?.subject_id).not.toBe(outcome?.kept.id);
  });

  it('matches what an officer reported to money of its own customs bodies only', async () => {
    await report('W-7', [line(1, 'FOREIGN-1')], ['55001']);
    await report('W-8', [line(1, 'OWN-1')], [KHORGOS]);
    await takeAll([transfer('FOREIGN-1'), transfer('OWN-1')]);
    expect(await rowsOf('FOREIGN-1')).toEqual([
      { outcome: 'REFUSED', receipt: false, codes: ['TREASURY_LINE_OF_OTHER_POST'] },
    ]);
    expect(await rowsOf('OWN-1')).toMatchObject([{ outcome: 'BOOKED' }]);
  });

  it('covers the declaration that waits for the money (art. 138.9)', async () => {
    const registered = declaration({
      declarant: {
        ...{ name: 'Altyn Zhol TOO', address: 'Almaty', country: 'KZ', identificationNumber: OTHER_PAYER },
      },
    });
    await place.send(DeclarationRegisteredSchema, registered);
    await eventually(async () => {
      const [row] = await database().query<{ status: string }[]>(
        `SELECT status FROM liabilities WHERE declaration_id = $1`,
        [registered.declarationId],
      );
      expect(row?.status).toBe('SHORT');
    });
    await report('W-9', [line(1, 'COVER-1', { payer: OTHER_PAYER, amount: '9000000.00' })]);
    await told('COVER-1', {
      payerIdentificationNumber: OTHER_PAYER,
      payerName: 'Altyn Zhol TOO',
      amount: '9000000.00',
    });
    await eventually(() =>
      expect(
        place
          .messages(LiabilityCoveredSchema)
          .filter(({ declarationId }) => declarationId === registered.declarationId),
      ).toHaveLength(1),
    );
  });

  it('that no bank confirms in its working day is asked about (queue Q-PAY-01)', async () => {
    await place.send(TreasuryDailyReportSchema, {
      reportReference: 'W-LATE',
      reportDate: '2026-03-10',
      lines: [
        {
          ...{ number: 1, type: 'RECEIPT', bankId: 'HALYKKZ', bankReference: 'NEVER-1' },
          ...{ payerIdentificationNumber: PAYER, budgetCode: '106105', amount: { tiyn: 100_000n } },
        },
      ],
    });
    await eventually(async () => expect(await rowsOf('NEVER-1')).toHaveLength(1));
    expect((await items('TREASURY_REPORT')).filter(({ title }) => title.includes('W-LATE'))).toEqual([]);
    clock.advance(2 * 24 * 3_600_000);
    await eventually(async () =>
      expect((await items('TREASURY_REPORT')).map(({ title }) => title)).toContain(
        'Treasury report W-LATE: no bank confirms 1 lines',
      ),
    );
    const [item] = (await items('TREASURY_REPORT')).filter(({ title }) => title.includes('W-LATE'));
    const later = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: ['55001'] });
    const seen = await place.get<{ items: { number: number; outcome: string }[] }>(
      'payments',
      `/v1/treasury-reports/${item?.subject_id ?? ''}/lines?outcome=WAITING`,
      later,
    );
    expect(seen.body.items).toMatchObject([{ number: 1, outcome: 'WAITING' }]);
    const booked = (await items('TREASURY_REPORT')).filter(({ title }) => title.includes('W-1: no bank'));
    expect(booked).toEqual([]);
  });

  it(`books ${MANY} confirmations that come in one go for ${MANY} lines that wait, with as many statements as for ${FEW}`, async () => {
    const name = (index: number) => `MANY-${index}`;
    const all = Array.from({ length: MANY + FEW }, (_, index) => name(index));
    await report(
      'W-10',
      all.map((reference, index) => line(index + 1, reference, { amount: `${index + 1}.00` })),
    );
    const before = await money();
    const told = all.map((reference, index) => transfer(reference, { amount: `${index + 1}.00` }));
    const few = await works.of(takeAll(told.slice(0, FEW)));
    const many = await works.of(takeAll([...told.slice(FEW), ...told.slice(0, FEW)]));
    // The last ones repeat the first, for which nothing waits any more.
    expect(many).toBe(few);
    const after = await money();
    const sum = Money.sum(all.map((_, index) => Money.ofTenge(String(index + 1)))).tiyn;
    expect([after[0], after[1] - before[1]]).toEqual([before[0], sum]);
    const [{ waiting }] = await database().query<[{ waiting: string }]>(
      `SELECT count(*) AS waiting FROM treasury_report_lines l JOIN treasury_reports r ON r.id = l.report_id
        WHERE r.reference = 'W-10' AND outcome <> 'BOOKED'`,
    );
    expect(waiting).toBe('0');
  });

  it(`asks about ${MANY} lines that differ with as many statements as about ${FEW} (R-PAY-103)`, async () => {
    const differing = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) =>
        line(from + index + 1, `D-${from + index}`, { amount: '7.00' }),
      );
    await takeAll(Array.from({ length: MANY + FEW }, (_, index) => transfer(`D-${index}`)));
    const before = (await items('UNMATCHED_MONEY')).length;
    const few = await works.of(report('W-11', differing(0, FEW)));
    const many = await works.of(report('W-11', differing(FEW, MANY)));
    expect(many).toBe(few);
    expect((await items('UNMATCHED_MONEY')).length - before).toBe(MANY + FEW);
    expect(await report('W-12', differing(0, FEW))).toEqual(Array.from({ length: FEW }, () => 'DIFFERS'));
    expect((await items('UNMATCHED_MONEY')).length - before).toBe(MANY + FEW);
  });

  it('covers what waits of hundreds of payers with as many statements as of few', async () => {
    const payers = numbers(220);
    await database().query(
      `INSERT INTO payer_accounts (payer, customs_body, name, opened_at, opened_by)
       SELECT payer, $2, 'Payer ' || payer, now(), 'test' FROM unnest($1::text[]) AS payer`,
      [payers, KHORGOS],
    );
    for (const payer of payers) {
      const declarant = { name: payer, address: 'Almaty', country: 'KZ', identificationNumber: payer };
      await place.send(DeclarationRegisteredSchema, declaration({ declarant }, 10_000_000n));
    }
    const short = async () => {
      const [row] = await database().query<{ short: string }[]>(
        `SELECT count(*) AS short FROM liabilities WHERE payer = ANY ($1) AND status = 'SHORT'`,
        [payers],
      );
      return Number(row?.short);
    };
    await eventually(async () => expect(await short()).toBe(220), { timeoutMs: 60_000 });
    const paid = payers.map((payer) =>
      transfer(`C-${payer}`, {
        ...{ payerIdentificationNumber: payer, payerName: payer, amount: '900000.00' },
        channel: 'ONSITE_TERMINAL',
      }),
    );
    const few = await works.of(takeAll(paid.slice(0, 20)));
    expect(await short()).toBe(200);
    const many = await works.of(takeAll(paid.slice(20)));
    expect(await short()).toBe(0);
    expect(many).toBe(few);
  });

  it('is never missed when report and confirmation are written at the same moment', async () => {
    const [pending, advance] = await money();
    for (let round = 0; round < 60; round += 4) {
      const names = [round, round + 1, round + 2, round + 3];
      await Promise.all(
        names.flatMap((index) => [
          report(`RACE-${index}`, [line(1, `R-${index}`), line(2, `R-${index + 1_000}`)]),
          takeAll([transfer(`R-${index}`), transfer(`R-${index + 1_000}`)]),
        ]),
      );
    }
    const outcomes = await database().query<{ outcome: string; count: string }[]>(
      `SELECT outcome, count(*) FROM treasury_report_lines l JOIN treasury_reports r ON r.id = l.report_id
        WHERE r.reference LIKE 'RACE-%' GROUP BY 1`,
    );
    expect(outcomes).toEqual([{ outcome: 'BOOKED', count: '120' }]);
    expect(await money()).toEqual([pending, advance + 12_000_000n, expect.anything()]);
  });
});

/** BINs with right check digits. */
function numbers(wanted: number): string[] {
  const found: string[] = [];
  for (let serial = 1; found.length < wanted; serial += 1) {
    const number = `9901400${serial.toString().padStart(5, '0')}`;
    if (parseBinOrIin(number)) found.push(number);
  }
  return found;
}

function messageOf({
  onSiteContract: _contract,
  ...message
}: ReturnType<typeof confirmation>): ConfirmationMessage {
  const absent = {
    ...{ paymentKind: '', paymentOrder: '', payerNonResident: false, identityDocumentsChecked: false },
    transferredOn: '',
  };
  return { ...absent, ...message } as ConfirmationMessage;
}
