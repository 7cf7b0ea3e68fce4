/** Thousands of refund lines of the Treasury's report at once (art. 154.8). */
import { MoneyReceivedSchema, PaymentConfirmationSchema, RefundExecutedSchema } from '@shekara/contracts';
import { type Bin, type CustomsBodyCode, Money, VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { Ledger, postingsIn } from '../src/ledger/ledger.repository.js';
import { refundOrdered } from '../src/ledger/refund-postings.js';
import { RefundExecution } from '../src/refund/refund-execution.service.js';
import { CountedWorks } from './counted-works.fixture.js';
import { confirmation, KHORGOS, PAYER } from './payments.fixture.js';

const MANY = 2_000;
const FEW = 20;

describe('refund lines by the thousand', () => {
  let place: ServicesUnderTest;
  let works: CountedWorks;

  const app = () => place.service('payments').app;
  const database = () => app().get(DataSource);
  const number = (serial: number) => `55302/100326/Z${serial.toString().padStart(6, '0')}`;
  const owner = { payer: PAYER as Bin, customsBody: KHORGOS as CustomsBodyCode };
  const day = '2026-03-10';
  const states = async () => {
    const rows = await database().query<{ state: string; count: string }[]>(
      `SELECT o.status || '/' || a.status AS state, count(*)
         FROM treasury_orders o JOIN overpayment_applications a ON a.id = o.application_id GROUP BY 1 ORDER BY 1`,
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
  };
  const held = async () => {
    const rows = await database().query<{ type: string; sum: string }[]>(
      `SELECT account_type AS type, sum(balance)::text AS sum FROM account_balances
        WHERE account_type IN ('REFUND_ORDERED', 'ADVANCE_MONEY', 'BANK_CLEARING') GROUP BY 1`,
    );
    return Object.fromEntries(rows.map(({ type, sum }) => [type, Number(sum)]));
  };

  /** Refunds of one tenge each that the Treasury has not carried out; their money is ordered back. */
  async function order(count: number): Promise<void> {
    const message = confirmation({ amount: `${count}.00` });
    await place.send(PaymentConfirmationSchema, message);
    await eventually(() => expect(place.messages(MoneyReceivedSchema)).toHaveLength(1));
    await works.run(async (work) => {
      const money = { owner, amount: Money.ofTenge(String(count)), document: 'ORDERED', valueDate: day };
      const entry = refundOrdered(money, { from: 'ADVANCE_MONEY', purpose: 'ADVANCE' });
      await app()
        .get(Ledger)
        .post(work, postingsIn(work.newId(), [entry]));
      await work.manager.query(
        `INSERT INTO overpayment_applications (id, number, case_id, customs_body, payer, applied_by, paid_as, purpose,
           claimed, overpaid_on, paid_for, copies, status, submitted_on, decide_by, decided_on, act, money_place, confirmed,
           reserved, reasons, delivered_on, apply_to_tax_by, tax_filed_on, conclusion, held, version)
         SELECT gen_random_uuid(), n::text, gen_random_uuid(), $2, $3, $3, 'ADVANCE', 'ADVANCE', 1, $4, 'NOTHING_YET', '[]',
                'AT_TREASURY', $4, $4, $4, 'A-1', 'ON_ACCOUNT', 1, 0, '[]', $4, $4, $4,
                '{"reference": "T-1", "offset": "0", "refund": "1"}', '[]', 1
           FROM generate_series(1, $1::int) AS n`,
        [count, KHORGOS, PAYER, day],
      );
      await work.manager.query(
        `INSERT INTO treasury_orders (id, number, application_id, case_id, customs_body, payer, type, purpose, amount, status,
                                      ordered_on, not_used, version)
         SELECT gen_random_uuid(), '55302/100326/Z' || lpad(number, 6, '0'), id, case_id, customs_body, payer, 'REFUND',
                'ADVANCE', 1, 'ORDERED', $1, 0, 1 FROM overpayment_applications`,
        [day],
      );
    });
  }

  const lines = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ number: number(from + index), amount: Money.ofTenge('1'), copy: `R/${index}`, cause: 'closed' },
      ...{ executedOn: day, returnedOn: day },
    }));
  const execute = (from: number, count: number) =>
    works.run((work) => app().get(RefundExecution).executed(work, lines(from, count)));
  const giveBack = (from: number, count: number) =>
    works.run((work) => app().get(RefundExecution).returned(work, lines(from, count)));

  beforeAll(async () => {
    place = await ServicesUnderTest.start({
      services: [paymentsService],
      clock: new VirtualClock('2026-03-10T05:00:00Z'),
    });
    works = new CountedWorks(app());
    const officer = await place.token({ subject: 'o', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
    const account = { payer: PAYER, name: 'Stanok TOO', customsBody: KHORGOS };
    expect((await place.post('payments', '/v1/accounts', account, officer)).status).toBe(201);
    await order(MANY + FEW);
  });

  afterAll(() => place.stop());

  it(`carries ${MANY} refunds out with as many statements as ${FEW}; again they change nothing (R-PAY-192)`, async () => {
    const few = await works.of(execute(1, FEW));
    const many = await works.of(execute(1 + FEW, MANY));
    expect(many).toBe(few);
    expect(await states()).toEqual({ 'EXECUTED/REFUNDED': MANY + FEW });
    expect(await held()).toEqual({ REFUND_ORDERED: 0, ADVANCE_MONEY: 0, BANK_CLEARING: 0 });
    const again = await execute(1, MANY + FEW);
    expect(again.every((outcome) => outcome.accepted && outcome.repeated)).toBe(true);
    expect(await held()).toEqual({ REFUND_ORDERED: 0, ADVANCE_MONEY: 0, BANK_CLEARING: 0 });
    await eventually(() => expect(place.messages(RefundExecutedSchema)).toHaveLength(MANY + FEW), {
      timeoutMs: 30_000,
    });
  });

  it(`gives the money of ${MANY} back with as many statements as of ${FEW} (R-PAY-192)`, async () => {
    const few = await works.of(giveBack(1, FEW));
    const many = await works.of(giveBack(1 + FEW, MANY));
    expect(many).toBe(few);
    expect(await states()).toEqual({ 'RETURNED/RETURNED': MANY + FEW });
    const all = (MANY + FEW) * 100;
    expect(await held()).toEqual({ REFUND_ORDERED: 0, ADVANCE_MONEY: all, BANK_CLEARING: all });
  });
});
