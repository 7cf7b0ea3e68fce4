import { randomUUID } from 'node:crypto';
import {
  BankOrderAcknowledgedSchema,
  BankOrderExecutedSchema,
  BankOrderRefusedSchema,
  BankOrderSchema,
  timestampOf,
} from '@shekara/contracts';
import { art, Money, VirtualClock } from '@shekara/kernel';
import { UnitOfWork, type Work } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { BankOrderListeners } from '../src/bank-orders/bank-order-listeners.service.js';
import { BankOrders, type BankOrderToIssue } from '../src/bank-orders/bank-orders.service.js';
import { paymentsService } from '../src/index.js';
import { KHORGOS, PAYER } from './payments.fixture.js';

interface OrderView {
  id: string;
  status: string;
  acknowledgeBy: string;
  executeBy: string | null;
  answer: { credited: string } | null;
}

describe('orders to banks (art. 162, 165, 166)', () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  const heard: string[] = [];
  let place: ServicesUnderTest;
  let bank: string;
  let officer: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    await signIn();
    service()
      .get(BankOrderListeners)
      .add({
        bankOrderAcknowledged: async (_work, order) => void heard.push(`acknowledged ${order.documentId}`),
        bankOrderAnswered: async (_work, order, { result, credited }) =>
          void heard.push(`${result} ${credited.toString()} ${order.documentId}`),
        bankOrderRefused: async (_work, order, code) => void heard.push(`${code} ${order.documentId}`),
        bankOrderLate: async (_work, order) => void heard.push(`late ${order.documentId}`),
      });
  });

  afterAll(() => place.stop());

  /** Tokens live for an hour of the clock. */
  const signIn = async () => {
    bank = await place.token({ subject: 'halyk', roles: ['BANK'], organisation: '981140004556' });
    officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
  };
  const service = () => place.service('payments').app;
  const inWork = <Result>(task: (work: Work) => Promise<Result>) =>
    service().get(UnitOfWork).run({ actor: 'officer-1' }, task);
  const issue = (changes: Partial<BankOrderToIssue> = {}) =>
    inWork((work) =>
      service()
        .get(BankOrders)
        .issue(work, {
          kind: 'COLLECT',
          documentId: randomUUID(),
          number: '55302/100326/C000001',
          bankId: 'HALYKKZ',
          caseId: randomUUID(),
          customsBody: KHORGOS,
          holder: PAYER,
          holderName: 'Stanok TOO',
          accounts: ['KZ24070105KSN0000000'],
          ground: art(165, 1),
          collect: {
            amount: Money.ofTenge('1000.00'),
            currency: 'KZT',
            paymentKind: 'IMPORT_VAT',
            budgetCode: '105102',
          },
          ...changes,
        }),
    );
  const suspend = () => issue({ kind: 'SUSPEND_ACCOUNTS', ground: art(162, 1), collect: undefined });
  const read = async (id: string, token = officer) =>
    (await place.get<OrderView>('payments', `/v1/bank-orders/${id}`, token)).body;
  const items = async (kind: string, id: string) => {
    const path = `/v1/work-items?kind=${kind}`;
    const { body } = await place.get<{ items: { id: string; subjectId: string }[] }>(
      'payments',
      path,
      officer,
    );
    return body.items.filter(({ subjectId }) => subjectId === id);
  };
  const acknowledge = (orderId: string, bankId = 'HALYKKZ') =>
    place.send(BankOrderAcknowledgedSchema, { orderId, bankId, receivedAt: timestampOf(clock.now()) });

  it('is sent to its bank, acknowledged, executed in part and told to who asked for it (R-PAY-181)', async () => {
    const order = await issue();
    await eventually(() => {
      const [sent] = place.messages(BankOrderSchema).filter(({ orderId }) => orderId === order.id);
      expect(sent).toMatchObject({
        bankId: 'HALYKKZ',
        kind: 'COLLECT',
        amount: { tiyn: 100_000n },
        acknowledgeBy: '2026-03-11',
      });
    });
    await acknowledge(order.id);
    await eventually(async () =>
      expect(await read(order.id)).toMatchObject({ status: 'ACKNOWLEDGED', executeBy: '2026-03-11' }),
    );
    const answer = {
      orderId: order.id,
      bankId: 'HALYKKZ',
      executedOn: '2026-03-10',
      paymentDocument: 'PD-1',
    };
    await place.send(BankOrderExecutedSchema, { ...answer, result: 'PARTIAL', credited: '400.00' });
    await eventually(async () =>
      expect(await read(order.id)).toMatchObject({ status: 'PARTIAL', answer: { credited: '400.00' } }),
    );
    expect(heard.filter((said) => said.includes(order.documentId))).toEqual([
      `acknowledged ${order.documentId}`,
      `PARTIAL 400.00 ${order.documentId}`,
    ]);
    expect(await items('BANK_ORDER_ANSWER', order.id)).toHaveLength(1);
  });

  it('suspends accounts from the instant at which the bank received it, and lifts that again (R-PAY-159)', async () => {
    const order = await suspend();
    await acknowledge(order.id);
    await eventually(async () => expect((await read(order.id)).status).toBe('EXECUTED'));
    const lifted = await inWork((work) =>
      service()
        .get(BankOrders)
        .recall(work, order.id, { number: '55302/100326/L000001', ground: art(162, 5) }),
    );
    expect(lifted).toMatchObject({
      accepted: true,
      order: { kind: 'LIFT_SUSPENSION', earlierOrderId: order.id },
    });
    expect((await read(order.id)).status).toBe('RECALLED');
    const again = await inWork((work) =>
      service()
        .get(BankOrders)
        .recall(work, order.id, { number: '55302/100326/L000002', ground: art(162, 5) }),
    );
    expect(!again.accepted && again.reasons.map(({ code }) => code)).toEqual(['BANK_MESSAGE_STATE_UNFIT']);
  });

  it('joins the queue when its working day ends without an answer, and leaves it when the bank answers', async () => {
    const order = await issue();
    clock.moveTo(new Date('2026-03-11T19:30:00Z'));
    await signIn();
    await eventually(async () => expect(await items('BANK_ORDER_LATE', order.id)).toHaveLength(1));
    expect(heard).toContain(`late ${order.documentId}`);
    await acknowledge(order.id);
    await eventually(async () => expect(await items('BANK_ORDER_LATE', order.id)).toHaveLength(0));
  });

  it('is refused by its bank, and an answer that cannot be taken is kept for an officer', async () => {
    const order = await issue();
    const refusal = { orderId: order.id, bankId: 'HALYKKZ', code: 'ACCOUNT_CLOSED', text: '' };
    await place.send(BankOrderRefusedSchema, refusal);
    await eventually(async () => expect((await read(order.id)).status).toBe('REFUSED'));
    const [item] = await items('BANK_ORDER_ANSWER', order.id);
    await place.post('payments', `/v1/work-items/${item?.id ?? ''}/claim`, {}, officer);
    const closing = { outcome: 'Ordered from the next bank' };
    expect(
      (await place.post('payments', `/v1/bank-orders/${order.id}/closures`, closing, officer)).status,
    ).toBe(201);

    const other = await issue();
    await acknowledge(other.id, 'CASPKZKA');
    await place.send(BankOrderExecutedSchema, {
      ...{ orderId: other.id, bankId: 'HALYKKZ', result: 'DONE', credited: 'a lot', executedOn: 'soon' },
    });
    await place.send(BankOrderRefusedSchema, { ...refusal, orderId: 'no order' });
    await eventually(async () => expect(await items('BANK_ORDER_ANSWER', other.id)).toHaveLength(1));
    expect((await read(other.id)).status).toBe('ISSUED');
  });

  it('is seen and answered over HTTP by clients of its bank only', async () => {
    const order = await issue();
    const path = `/v1/bank-orders/${order.id}`;
    const stranger = await place.token({ subject: 'caspian', roles: ['BANK'], organisation: '040240005669' });
    expect((await place.get('payments', path, stranger)).status).toBe(404);
    const receipt = { receivedAt: clock.now().toISOString() };
    expect((await place.post('payments', `${path}/acknowledgements`, receipt, stranger)).status).toBe(403);
    expect((await place.post('payments', `${path}/acknowledgements`, receipt, officer)).status).toBe(403);
    expect((await place.post('payments', `${path}/acknowledgements`, receipt, bank)).status).toBe(201);
    const done = { result: 'EXECUTED', credited: '1000.00', executedOn: '2026-03-12' };
    const unproved = await place.post<{ reasons: { code: string }[] }>(
      'payments',
      `${path}/executions`,
      done,
      bank,
    );
    expect([unproved.status, unproved.body.reasons.map(({ code }) => code)]).toEqual([
      422,
      ['BANK_PROOF_MISSING'],
    ]);
    const proved = { ...done, paymentDocument: 'PD-2' };
    expect((await place.post<OrderView>('payments', `${path}/executions`, proved, bank)).body.status).toBe(
      'EXECUTED',
    );
    const { body } = await place.get<{ items: OrderView[] }>(
      'payments',
      '/v1/bank-orders?status=EXECUTED',
      bank,
    );
    expect(body.items.map(({ id }) => id)).toContain(order.id);
  });
});
