import {
  MoneyReceivedSchema,
  OffsetExecutedSchema,
  OffsetOrderedSchema,
  PaymentConfirmationSchema,
} from '@shekara/contracts';
import { Money, parseBinOrIin, parseCustomsBodyCode, VirtualClock } from '@shekara/kernel';
import { DataSource, UnitOfWork, type Work } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { CustomsDebts } from '../src/debt/customs-debts.service.js';
import { paymentsService } from '../src/index.js';
import type { PaymentKind } from '../src/payment-kind.js';
import { RefundExecution } from '../src/refund/refund-execution.service.js';
import { confirmation, KHORGOS, PAYER } from './payments.fixture.js';

const ALMATY = '55001';
const TODAY = '2026-03-10';

interface OrderView {
  number: string;
  type: string;
  amount: string;
  status: string;
  notUsed: string;
  debt: { customsBody: string; kind: string; part: string } | null;
}

interface LineView {
  debt: { kind: string; part: string; customsBody: string };
  amount: string;
}

interface ApplicationView {
  id: string;
  status: string;
  confirmed: string;
  reserved: string;
  refundable: string;
  held: { amount: string }[];
  offset: { byMachine: LineView[]; forOfficer: LineView[] };
  orders: OrderView[];
}

interface Refusal {
  reasons: { code: string; parameters: Record<string, string> }[];
}

/** Each case has a payer of its own: debts of one do not lower the refund of another. */
const PAYERS = [PAYER, '050640001236', '191040012345', '870301300452'];

describe('offset before refund at Khorgos', () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  let place: ServicesUnderTest;
  let officer: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    const claims = { subject: 'officer-1', posts: [KHORGOS, ALMATY] };
    officer = await place.token({ ...claims, roles: ['ACCOUNT_OFFICER'] });
    for (const payer of PAYERS) {
      for (const customsBody of [KHORGOS, ALMATY]) {
        const opened = await place.post(
          'payments',
          '/v1/accounts',
          { payer, name: payer, customsBody },
          officer,
        );
        expect(opened.status).toBe(201);
      }
    }
  });

  afterAll(() => place.stop());

  const app = () => place.service('payments').app;
  const inWork = <Result>(task: (work: Work) => Promise<Result>) =>
    app().get(UnitOfWork).run({ actor: 'test' }, task);
  const declarantOf = (payer: string) =>
    place.token({ subject: payer, roles: ['DECLARANT'], organisation: payer });
  const post = <Body = ApplicationView>(path: string, body: object, token = officer) =>
    place.post<Body>('payments', path, body, token);
  const read = async (id: string) =>
    (await place.get<ApplicationView>('payments', `/v1/overpayment-applications/${id}`, officer)).body;
  const balance = async (payer: string, account: string, purpose: string, body = KHORGOS) => {
    const [row] = await app()
      .get(DataSource)
      .query<{ balance: string }[]>(
        `SELECT balance::text AS balance FROM account_balances
          WHERE payer = $1 AND account_type = $2 AND purpose = $3 AND customs_body = $4`,
        [payer, account, purpose, body],
      );
    return Money.ofTiyn(BigInt(row?.balance ?? '0')).toString();
  };
  const pay = async (payer: string, kind: PaymentKind, budgetCode: string, amount: string) => {
    const message = confirmation({
      payerIdentificationNumber: payer,
      advance: false,
      paymentKind: kind,
      budgetCode,
      amount,
    });
    await place.send(PaymentConfirmationSchema, message);
    await eventually(() => {
      const is = (event: { bankReference: string }) => event.bankReference === message.bankReference;
      expect(place.messages(MoneyReceivedSchema).filter(is)).toHaveLength(1);
    });
  };
  const owe = (payer: string, kind: PaymentKind, amount: string, body = KHORGOS, dueOn = TODAY) =>
    inWork((work) => {
      const [bin, customsBody] = [parseBinOrIin(payer), parseCustomsBodyCode(body)];
      if (!bin || !customsBody) throw new Error('no account');
      return app()
        .get(CustomsDebts)
        .enter(work, {
          owner: { payer: bin, customsBody },
          document: `ACT-${kind}-${body}`,
          caseId: '00000000-0000-7000-8000-000000000001',
          source: 'CUSTOMS_CONTROL',
          trigger: 'DOMESTIC_CONSUMPTION',
          arisenOn: dueOn,
          sums: [{ kind, amount: Money.ofTenge(amount), dueOn }],
        });
    });
  const claim = async (kind: string, subjectId: string) => {
    const [item] = await app()
      .get(DataSource)
      .query<{ id: string }[]>(`SELECT id FROM work_items WHERE kind = $1 AND subject_id = $2`, [
        kind,
        subjectId,
      ]);
    const claimed = await post(`/v1/work-items/${item?.id ?? ''}/claim`, {});
    expect(claimed.status).toBeLessThan(300);
  };
  const atTax = async (payer: string, purpose: PaymentKind, amount: string, overpaidOn = TODAY) => {
    const application = {
      payer,
      customsBody: KHORGOS,
      paidAs: 'OVERPAID',
      purpose,
      amount,
      overpaidOn,
      paidFor: 'NOTHING_YET',
      copies: ['PAYMENT_DOCUMENTS'],
      ground: { ground: 'OVERPAID' },
    };
    const { body, status } = await post(
      '/v1/overpayment-applications',
      application,
      await declarantOf(payer),
    );
    expect(status).toBe(201);
    await claim('OVERPAYMENT_CONFIRMATION', body.id);
    const steps: [string, object][] = [
      ['decisions', { act: 'A-1', overpaid: amount }],
      ['deliveries', { deliveredOn: TODAY }],
      ['tax-applications', { filedOn: TODAY }],
    ];
    for (const [step, said] of steps) {
      expect((await post(`/v1/overpayment-applications/${body.id}/${step}`, said)).status).toBe(201);
    }
    return body.id;
  };
  const conclude = <Body = ApplicationView>(id: string, offset: string, refund: string) =>
    post<Body>(`/v1/overpayment-applications/${id}/tax-conclusions`, { reference: 'T-1', offset, refund });
  const execute = (orders: readonly OrderView[]) =>
    inWork((work) =>
      app()
        .get(RefundExecution)
        .executed(
          work,
          orders.map(({ number, amount }) => ({
            number,
            amount: Money.ofTenge(amount),
            executedOn: TODAY,
            copy: 'R-1',
          })),
        ),
    );
  const codes = ({ body }: { body: Refusal }) => body.reasons.map(({ code }) => code);

  it('shows as refundable what debts at every customs body leave, and refunds no more (R-PAY-185, R-PAY-191, R-PAY-192)', async () => {
    const payer = PAYER;
    await pay(payer, 'IMPORT_VAT', '105102', '1000');
    const id = await atTax(payer, 'IMPORT_VAT', '1000');
    await owe(payer, 'IMPORT_EXCISE', '300');
    await owe(payer, 'CHARGE_ESCORT', '50', ALMATY);
    expect(await read(id)).toMatchObject({
      confirmed: '1000.00',
      refundable: '650.00',
      offset: {
        byMachine: [
          { debt: { kind: 'CHARGE_ESCORT', customsBody: ALMATY }, amount: '50.00' },
          { debt: { kind: 'IMPORT_EXCISE', customsBody: KHORGOS }, amount: '300.00' },
        ],
        forOfficer: [],
      },
    });
    const above = await conclude<Refusal>(id, '300', '700');
    expect(above.body.reasons).toMatchObject([
      { code: 'DEBTS_NOT_OFFSET_FIRST', parameters: { refundable: '650.00' } },
    ]);
    expect(codes(await conclude<Refusal>(id, '400', '600'))).toEqual(['OFFSET_WITHOUT_DEBT']);
    expect((await conclude(id, '350', '650')).body).toMatchObject({
      status: 'AT_TREASURY',
      reserved: '350.00',
    });
    const { orders } = await read(id);
    expect(orders).toMatchObject([
      { type: 'OFFSET', amount: '50.00', debt: { customsBody: ALMATY, kind: 'CHARGE_ESCORT' } },
      { type: 'OFFSET', amount: '300.00', debt: { customsBody: KHORGOS, kind: 'IMPORT_EXCISE' } },
      { type: 'REFUND', amount: '650.00', debt: null },
    ]);
    await eventually(() => {
      const numbers = place.messages(OffsetOrderedSchema).map(({ orderNumber }) => orderNumber);
      expect(numbers).toEqual(expect.arrayContaining(orders.slice(0, 2).map(({ number }) => number)));
    });
    await execute(orders.slice(0, 2));
    expect(await balance(payer, 'PAYER_DUE', 'IMPORT_EXCISE')).toBe('0.00');
    expect(await balance(payer, 'PAYER_DUE', 'CHARGE_ESCORT', ALMATY)).toBe('0.00');
    expect(await balance(payer, 'OVERPAID_MONEY', 'IMPORT_VAT')).toBe('0.00');
    expect((await read(id)).status).toBe('AT_TREASURY');
    await execute(orders.slice(2));
    expect(await read(id)).toMatchObject({ status: 'REFUNDED', reserved: '0.00' });
    expect(await balance(payer, 'REFUND_ORDERED', 'IMPORT_VAT')).toBe('0.00');
  });

  it('holds an offset to import duty for an officer, who names the rule of a treaty or declines (R-PAY-108)', async () => {
    const payer = '050640001236';
    await pay(payer, 'IMPORT_VAT', '105102', '1000');
    await owe(payer, 'IMPORT_DUTY', '400');
    const approved = await atTax(payer, 'IMPORT_VAT', '600');
    const declined = await atTax(payer, 'IMPORT_VAT', '400');
    expect(await read(approved)).toMatchObject({
      refundable: '200.00',
      offset: { byMachine: [], forOfficer: [{ debt: { kind: 'IMPORT_DUTY' }, amount: '400.00' }] },
    });
    expect((await conclude(approved, '100', '0')).body).toMatchObject({ held: [{ amount: '100.00' }] });
    expect((await conclude(declined, '300', '0')).body).toMatchObject({ held: [{ amount: '300.00' }] });
    expect((await read(approved)).orders).toEqual([]);
    const decide = <Body = ApplicationView>(id: string, said: object) =>
      post<Body>(`/v1/overpayment-applications/${id}/held-offset-decisions`, said);
    const rule = { decision: 'APPROVE', treatyRule: 'Protocol, par. 11' };
    expect((await decide(approved, rule)).status).toBe(409);
    await claim('IMPORT_DUTY_OFFSET', approved);
    expect(codes(await decide<Refusal>(approved, { decision: 'APPROVE', treatyRule: ' ' }))).toEqual([
      'TREATY_RULE_UNNAMED',
    ]);
    expect((await decide(approved, rule)).body).toMatchObject({ status: 'AT_TREASURY', held: [] });
    const { orders } = await read(approved);
    expect(orders).toMatchObject([{ type: 'OFFSET', amount: '100.00', treatyRule: 'Protocol, par. 11' }]);
    await execute(orders);
    expect((await read(approved)).status).toBe('OFFSET');
    expect(await balance(payer, 'PAYER_DUE', 'IMPORT_DUTY')).toBe('300.00');
    await claim('IMPORT_DUTY_OFFSET', declined);
    expect((await decide(declined, { decision: 'DECLINE' })).body).toMatchObject({
      status: 'LAPSED',
      reserved: '0.00',
    });
    expect(codes(await decide<Refusal>(declined, { decision: 'DECLINE' }))).toEqual(['OFFSET_NOT_HELD']);
    expect(await balance(payer, 'OVERPAID_MONEY', 'IMPORT_VAT')).toBe('900.00');
    expect(await balance(payer, 'PAYER_DUE', 'IMPORT_DUTY')).toBe('300.00');
  });

  it('stops interest of the same kind from the payment document of the overpayment on, principal first (R-PAY-129, R-PAY-192)', async () => {
    const payer = '191040012345';
    await pay(payer, 'IMPORT_VAT', '105102', '1000000');
    await owe(payer, 'IMPORT_VAT', '1000000', KHORGOS, '2026-03-02');
    const accrued = await balance(payer, 'INTEREST_DUE', 'IMPORT_VAT');
    expect(Money.ofTenge(accrued).isPositive()).toBe(true);
    const id = await atTax(payer, 'IMPORT_VAT', '1000000', '2026-03-02');
    expect((await read(id)).offset.byMachine).toMatchObject([
      { debt: { kind: 'IMPORT_VAT', part: 'PRINCIPAL' }, amount: '1000000.00' },
    ]);
    await conclude(id, '1000000', '0');
    await execute((await read(id)).orders);
    expect((await read(id)).status).toBe('OFFSET');
    expect(await balance(payer, 'PAYER_DUE', 'IMPORT_VAT')).toBe('0.00');
    expect(await balance(payer, 'INTEREST_DUE', 'IMPORT_VAT')).toBe('0.00');
    await eventually(() => {
      const is = ({ applicationId }: { applicationId: string }) => applicationId === id;
      expect(place.messages(OffsetExecutedSchema).filter(is)).toMatchObject([
        { debtKind: 'IMPORT_VAT', debtPart: 'PRINCIPAL', executedOn: TODAY },
      ]);
    });
  });

  it('keeps as overpaid what finds its debt paid when the Treasury carries the order out', async () => {
    const payer = '870301300452';
    await pay(payer, 'IMPORT_VAT', '105102', '500');
    await owe(payer, 'IMPORT_EXCISE', '500');
    const id = await atTax(payer, 'IMPORT_VAT', '500');
    await conclude(id, '500', '0');
    await pay(payer, 'IMPORT_EXCISE', '105250', '200');
    await inWork(async (work) => {
      const [bin, customsBody] = [parseBinOrIin(payer), parseCustomsBodyCode(KHORGOS)];
      if (!bin || !customsBody) throw new Error('no account');
      const decision = await app()
        .get(CustomsDebts)
        .pay(
          work,
          { payer: bin, customsBody },
          {
            kind: 'IMPORT_EXCISE',
            amount: Money.ofTenge('200'),
            from: 'KIND',
            on: TODAY,
          },
        );
      expect(decision.accepted).toBe(true);
    });
    await execute((await read(id)).orders);
    expect(await read(id)).toMatchObject({
      status: 'OFFSET',
      reserved: '0.00',
      orders: [{ notUsed: '200.00' }],
    });
    expect(await balance(payer, 'PAYER_DUE', 'IMPORT_EXCISE')).toBe('0.00');
    expect(await balance(payer, 'OVERPAID_MONEY', 'IMPORT_VAT')).toBe('200.00');
    const auditor = await place.token({ subject: 'auditor', roles: ['AUDITOR'], posts: [KHORGOS] });
    const trial = await place.get('payments', '/v1/accounts/trial-balance', auditor);
    expect(trial.body).toMatchObject({ balanced: true, balancesAgree: true });
  });
});
