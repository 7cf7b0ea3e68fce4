import {
  DeclarationRegisteredSchema,
  GoodsReleasedSchema,
  GoodsReleaseRefusedSchema,
  LiabilityCoveredSchema,
  LiabilityEndedSchema,
  MoneyReceivedSchema,
  OverpaymentConfirmationDeliveredSchema,
  OverpaymentConfirmationLapsedSchema,
  OverpaymentConfirmedSchema,
  OverpaymentRefusedSchema,
  OverpaymentRegisteredSchema,
  PaymentConfirmationSchema,
  RefundExecutedSchema,
  RefundOrderedSchema,
  RefundReturnedSchema,
} from '@shekara/contracts';
import { Money, VirtualClock } from '@shekara/kernel';
import { DataSource, UnitOfWork, type Work } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { RefundExecution } from '../src/refund/refund-execution.service.js';
import { confirmation, declaration, KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

/** Duty 3 % of 10,000,000, VAT 16 % of 10,300,000, charge 20,000. */
const TOTAL = '1968000.00';

interface ApplicationView {
  id: string;
  number: string;
  status: string;
  decideBy: string;
  confirmed: string;
  reserved: string;
  applyToTaxBy: string | null;
  refundable?: string;
  reasons: { code: string }[];
  orders: { number: string; type: string; amount: string; status: string }[];
}

interface Refusal {
  reasons: { code: string; pointer?: string; parameters: Record<string, string> }[];
}

const ADVANCE = {
  payer: PAYER,
  customsBody: KHORGOS,
  paidAs: 'ADVANCE',
  purpose: 'ADVANCE',
  amount: '60000',
  overpaidOn: '2026-03-10',
  paidFor: 'NOTHING_YET',
  copies: ['PAYMENT_DOCUMENTS'],
};

const OF_DECLARATION = {
  ...ADVANCE,
  paidAs: 'OVERPAID',
  paidFor: 'DECLARATION',
  copies: ['PAYMENT_DOCUMENTS', 'DECLARATION'],
};

describe('confirmation and refund of overpayments at Khorgos', () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  let place: ServicesUnderTest;
  let officer: string;
  let payer: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    await moveTo('2026-03-10T05:00:00Z');
    const account = { payer: PAYER, name: 'Stanok TOO', customsBody: KHORGOS };
    expect((await place.post('payments', '/v1/accounts', account, officer)).status).toBe(201);
  });

  afterAll(() => place.stop());

  /** Time passes; tokens of weeks ago are no longer good. */
  const moveTo = async (instant: string) => {
    clock.moveTo(instant);
    officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
    payer = await place.token({ subject: 'stanok', roles: ['DECLARANT'], organisation: PAYER });
  };
  const apply = <Body = ApplicationView>(changes: object, token = payer) =>
    place.post<Body>('payments', '/v1/overpayment-applications', { ...ADVANCE, ...changes }, token);
  const act = <Body = ApplicationView>(id: string, step: string, body: object, token = officer) =>
    place.post<Body>('payments', `/v1/overpayment-applications/${id}/${step}`, body, token);
  const read = async (id: string, token = payer) =>
    place.get<ApplicationView>('payments', `/v1/overpayment-applications/${id}`, token);
  const database = () => place.service('payments').app.get(DataSource);
  const itemOf = async (kind: string, subjectId: string) => {
    const [item] = await database().query<{ id: string; status: string; due_at: Date }[]>(
      `SELECT id, status, due_at FROM work_items WHERE kind = $1 AND subject_id = $2`,
      [kind, subjectId],
    );
    if (!item) throw new Error(`no item ${kind} of ${subjectId}`);
    return item;
  };
  const claim = async (kind: string, subjectId: string) => {
    const item = await itemOf(kind, subjectId);
    const { status } = await place.post('payments', `/v1/work-items/${item.id}/claim`, {}, officer);
    expect(status).toBeLessThan(300);
  };
  const balance = async (account: string, purpose: string) => {
    const { body } = await place.get<{ balances: { account: string; purpose: string; balance: string }[] }>(
      'payments',
      `/v1/accounts/${PAYER}`,
      payer,
    );
    return body.balances.find((row) => row.account === account && row.purpose === purpose)?.balance ?? '0.00';
  };
  const budgetOf = async (kind: string) => {
    const [row] = await database().query<{ sum: string }[]>(
      `SELECT sum(balance)::text AS sum FROM account_balances WHERE account_type = 'BUDGET_INCOME' AND purpose = $1`,
      [kind],
    );
    return Money.ofTiyn(BigInt(row?.sum ?? '0')).toString();
  };
  const trialBalance = async () => {
    const auditor = await place.token({ subject: 'auditor', roles: ['AUDITOR'], posts: [KHORGOS] });
    return (
      await place.get<{ balanced: boolean; balancesAgree: boolean }>(
        'payments',
        '/v1/accounts/trial-balance',
        auditor,
      )
    ).body;
  };
  const pay = async (changes: Parameters<typeof confirmation>[0]) => {
    const message = confirmation(changes);
    await place.send(PaymentConfirmationSchema, message);
    await eventually(() =>
      expect(
        place.messages(MoneyReceivedSchema).filter((event) => event.bankReference === message.bankReference),
      ).toHaveLength(1),
    );
  };
  const covered = async () => {
    await pay({ amount: TOTAL });
    const filed = declaration();
    await place.send(DeclarationRegisteredSchema, filed);
    const is = ({ declarationId }: { declarationId: string }) => declarationId === filed.declarationId;
    await eventually(() => expect(place.messages(LiabilityCoveredSchema).filter(is)).toHaveLength(1));
    return filed;
  };
  const ended = (declarationId: string) =>
    eventually(() => {
      const is = (event: { declarationId: string }) => event.declarationId === declarationId;
      expect(place.messages(LiabilityEndedSchema).filter(is)).toHaveLength(1);
    });
  const released = async () => {
    const filed = await covered();
    await place.send(GoodsReleasedSchema, { declarationId: filed.declarationId, caseId: filed.caseId });
    await ended(filed.declarationId);
    return filed;
  };
  const confirmed = async (changes: object, overpaid: string) => {
    const { status, body } = await apply(changes);
    expect(status).toBe(201);
    await claim('OVERPAYMENT_CONFIRMATION', body.id);
    const decided = await act(body.id, 'decisions', { act: 'A-1', overpaid });
    expect(decided).toMatchObject({ status: 201, body: { status: 'CONFIRMED' } });
    return decided.body;
  };
  const atTax = async (changes: object, overpaid: string) => {
    const { id } = await confirmed(changes, overpaid);
    const today = clock.now().toISOString().slice(0, 10);
    expect((await act(id, 'deliveries', { deliveredOn: today })).status).toBe(201);
    expect((await act(id, 'tax-applications', { filedOn: today })).status).toBe(201);
    return id;
  };
  const inWork = <Result>(task: (work: Work, execution: RefundExecution) => Promise<Result>) => {
    const { app } = place.service('payments');
    return app.get(UnitOfWork).run({ actor: 'treasury' }, (work) => task(work, app.get(RefundExecution)));
  };
  const codes = ({ body }: { body: Refusal }) => body.reasons.map(({ code }) => code);

  it('registers an application with ten working days and a place in the queue of its body (R-PAY-189)', async () => {
    await pay({ amount: '100000' });
    const { body } = await apply({});
    expect(body).toMatchObject({
      status: 'REGISTERED',
      number: '55302/100326/V000001',
      decideBy: '2026-03-27',
    });
    expect((await itemOf('OVERPAYMENT_CONFIRMATION', body.id)).due_at.toISOString()).toBe(
      '2026-03-27T18:59:59.999Z',
    );
    await eventually(() => {
      const [event] = place
        .messages(OverpaymentRegisteredSchema)
        .filter(({ applicationId }) => applicationId === body.id);
      expect(event).toMatchObject({ payer: PAYER, purpose: 'ADVANCE', decideBy: '2026-03-27' });
    });
    expect((await act<Refusal>(body.id, 'decisions', { act: 'A-1', overpaid: '60000' })).status).toBe(409);
    await claim('OVERPAYMENT_CONFIRMATION', body.id);
    const none = await act(body.id, 'decisions', { act: 'A-1', overpaid: '0' });
    expect(none.body).toMatchObject({ status: 'REFUSED', reasons: [{ code: 'OVERPAYMENT_NOT_FOUND' }] });
    await eventually(() => {
      const [event] = place
        .messages(OverpaymentRefusedSchema)
        .filter(({ applicationId }) => applicationId === body.id);
      expect(event?.reasons.map(({ code }) => code)).toEqual(['OVERPAYMENT_NOT_FOUND']);
    });
  });

  it('refuses with every reason: term, copies, body, mistake (R-PAY-186, R-PAY-187, R-PAY-188)', async () => {
    const late = await apply<Refusal>({ overpaidOn: '2021-03-04', copies: [] });
    expect(late.status).toBe(422);
    expect(codes(late)).toEqual(['OVERPAYMENT_TOO_OLD', 'OVERPAYMENT_DOCS_MISSING']);
    const filed = await covered();
    const elsewhere = await apply<Refusal>({
      ...OF_DECLARATION,
      purpose: 'IMPORT_DUTY',
      customsBody: '55001',
      declarationNumber: filed.number,
      ground: { ground: 'DECLARATION_WITHDRAWN' },
    });
    expect(codes(elsewhere)).toEqual(['WRONG_CUSTOMS_BODY', 'REFUND_CONDITION_UNMET']);
    const unnamed = await apply<Refusal>({
      ...OF_DECLARATION,
      purpose: 'IMPORT_DUTY',
      ground: { ground: 'OVERPAID' },
    });
    expect(unnamed.body.reasons).toMatchObject([{ code: 'FIELD_INVALID', pointer: '/declarationNumber' }]);
  });

  it('lets nobody apply for, see or decide what is not theirs', async () => {
    const { body } = await apply({});
    const other = await place.token({ subject: 'other', roles: ['DECLARANT'], organisation: OTHER_PAYER });
    expect((await apply<Refusal>({}, other)).status).toBe(403);
    expect((await read(body.id, other)).status).toBe(404);
    expect((await place.get('payments', `/v1/overpayment-applications?payer=${PAYER}`, other)).status).toBe(
      403,
    );
    const elsewhere = await place.token({
      subject: 'officer-9',
      roles: ['ACCOUNT_OFFICER'],
      posts: ['55001'],
    });
    expect((await act(body.id, 'decisions', { act: 'A', overpaid: '1' }, elsewhere)).status).toBe(403);
    expect((await act(body.id, 'decisions', { act: 'A', overpaid: '1' }, payer)).status).toBe(403);
    const filed = await covered();
    const foreign = {
      ...OF_DECLARATION,
      payer: OTHER_PAYER,
      purpose: 'IMPORT_DUTY',
      ground: { ground: 'OVERPAID' },
    };
    const refused = await apply<Refusal>({ ...foreign, declarationNumber: filed.number }, other);
    expect(codes(refused)).toEqual(['OVERPAYMENT_APPLICANT_NOT_PAYER']);
    const list = await place.get<{ items: ApplicationView[] }>(
      'payments',
      '/v1/overpayment-applications',
      payer,
    );
    expect(list.body.items.map(({ id }) => id)).toContain(body.id);
  });

  it('confirms a part, and only the tax authority and the Treasury return it (R-PAY-185, R-PAY-189, R-PAY-192)', async () => {
    const before = Money.ofTenge(await balance('ADVANCE_MONEY', 'ADVANCE'));
    const { body: application } = await apply({});
    const { id } = application;
    await claim('OVERPAYMENT_CONFIRMATION', id);
    const above = await act<Refusal>(id, 'decisions', { act: 'A-2', overpaid: '999999999' });
    expect(codes(above)).toEqual(['RECONCILIATION_CONTRADICTS_LEDGER']);
    expect(codes(await act<Refusal>(id, 'decisions', { act: ' ', overpaid: '1' }))).toEqual([
      'OVERPAYMENT_ACT_MISSING',
    ]);
    const part = await act(id, 'decisions', { act: 'A-2', overpaid: '40000' });
    expect(part.body).toMatchObject({ status: 'CONFIRMED', confirmed: '40000.00' });
    const conclusion = { reference: 'T-1', offset: '0', refund: '40000' };
    expect(codes(await act<Refusal>(id, 'tax-conclusions', conclusion))).toEqual(['OVERPAYMENT_STATE_UNFIT']);
    expect(codes(await act<Refusal>(id, 'deliveries', { deliveredOn: '2026-03-09' }))).toEqual([
      'REFUND_DATES_CONTRADICT',
    ]);
    await act(id, 'deliveries', { deliveredOn: '2026-03-10' });
    await act(id, 'tax-applications', { filedOn: '2026-03-10' });
    expect(codes(await act<Refusal>(id, 'tax-conclusions', { ...conclusion, refund: '40000.01' }))).toEqual([
      'REFUND_SUMS_CONTRADICT',
    ]);
    expect((await act(id, 'tax-conclusions', conclusion)).body).toMatchObject({ status: 'AT_TREASURY' });
    expect(await balance('REFUND_ORDERED', 'ADVANCE')).toBe('40000.00');
    expect(await balance('ADVANCE_MONEY', 'ADVANCE')).toBe(before.minus(Money.ofTenge('40000')).toString());
    const [order] = (await read(id)).body.orders;
    expect(order).toMatchObject({ type: 'REFUND', amount: '40000.00', status: 'ORDERED' });
    const number = order?.number ?? '';
    await eventually(() => {
      const [event] = place.messages(RefundOrderedSchema).filter(({ orderNumber }) => orderNumber === number);
      expect(event).toMatchObject({ payer: PAYER, conclusion: 'T-1' });
      expect(event?.amount?.tiyn).toBe(4_000_000n);
    });
    const line = { number, amount: Money.ofTenge('40000'), executedOn: '2026-03-10', copy: 'R-1/1' };
    const outcomes = await inWork((work, execution) =>
      execution.executed(work, [
        { ...line, number: '55302/100326/Z999999' },
        { ...line, amount: Money.ofTenge('1') },
        line,
        line,
      ]),
    );
    expect(outcomes).toMatchObject([
      { accepted: false, reasons: [{ code: 'TREASURY_ORDER_UNKNOWN' }] },
      { accepted: false, reasons: [{ code: 'TREASURY_ORDER_AMOUNT_DIFFERS' }] },
      { accepted: true, repeated: false },
      { accepted: true, repeated: true },
    ]);
    expect((await read(id)).body.status).toBe('REFUNDED');
    expect(await balance('REFUND_ORDERED', 'ADVANCE')).toBe('0.00');
    await eventually(() =>
      expect(
        place.messages(RefundExecutedSchema).filter(({ orderNumber }) => orderNumber === number),
      ).toHaveLength(1),
    );
    expect(await trialBalance()).toMatchObject({ balanced: true, balancesAgree: true });
  });

  it('gives the money back to the account when the Treasury cannot pay it out (R-PAY-192)', async () => {
    await pay({ amount: '30000' });
    const before = await balance('ADVANCE_MONEY', 'ADVANCE');
    const id = await atTax({ amount: '30000' }, '30000');
    await act(id, 'tax-conclusions', { reference: 'T-2', offset: '0', refund: '30000' });
    const [order] = (await read(id)).body.orders;
    const number = order?.number ?? '';
    const line = {
      number,
      amount: Money.ofTenge('30000'),
      returnedOn: '2026-03-10',
      copy: 'R-2/1',
      cause: 'closed account',
    };
    const outcomes = await inWork((work, execution) => execution.returned(work, [line, line]));
    expect(outcomes).toMatchObject([
      { accepted: true, repeated: false },
      { accepted: true, repeated: true },
    ]);
    expect((await read(id)).body).toMatchObject({ status: 'RETURNED', orders: [{ status: 'RETURNED' }] });
    expect(await balance('ADVANCE_MONEY', 'ADVANCE')).toBe(before);
    await eventually(() => {
      const [event] = place
        .messages(RefundReturnedSchema)
        .filter(({ orderNumber }) => orderNumber === number);
      expect(event?.cause).toBe('closed account');
    });
    const executed = { number, amount: Money.ofTenge('30000'), executedOn: '2026-03-10', copy: 'R-3/1' };
    expect(await inWork((work, execution) => execution.executed(work, [executed]))).toMatchObject([
      { accepted: false, reasons: [{ code: 'TREASURY_ORDER_STATE_UNFIT' }] },
    ]);
    expect(await trialBalance()).toMatchObject({ balanced: true, balancesAgree: true });
  });

  it('keeps a due charge and returns the rest of a refused declaration (R-PAY-012, R-PAY-205)', async () => {
    await pay({ amount: '300000', advance: false, paymentKind: 'IMPORT_DUTY', budgetCode: '106101' });
    const filed = await covered();
    await place.send(GoodsReleaseRefusedSchema, { declarationId: filed.declarationId, caseId: filed.caseId });
    await ended(filed.declarationId);
    const withdrawn = {
      ...OF_DECLARATION,
      declarationNumber: filed.number,
      ground: { ground: 'DECLARATION_WITHDRAWN' },
    };
    const charge = await apply<Refusal>({ ...withdrawn, purpose: 'CHARGE_DECLARATION', amount: '20000' });
    expect(charge.body.reasons).toMatchObject([
      { code: 'FEE_NOT_REFUNDABLE', parameters: { kind: 'CHARGE_DECLARATION' } },
    ]);
    const duty = await confirmed({ ...withdrawn, purpose: 'IMPORT_DUTY', amount: '300000' }, '300000');
    expect(duty).toMatchObject({ confirmed: '300000.00', reserved: '300000.00' });
    expect(await balance('OVERPAID_MONEY', 'IMPORT_DUTY')).toBe('300000.00');
    expect(await balance('ADVANCE_MONEY', 'IMPORT_DUTY')).toBe('0.00');
  });

  it('takes a confirmed overpayment of released goods out of the income of the budget, once (R-PAY-195, R-PAY-204)', async () => {
    const filed = await released();
    const faulty = {
      ...OF_DECLARATION,
      purpose: 'IMPORT_VAT',
      amount: '1648000',
      declarationNumber: filed.number,
      ground: {
        ground: 'PROCEDURE_REFUND',
        procedure: 'FAULTY_RE_EXPORT',
        countsFrom: '2026-03-10',
        arisenOn: '2026-03-10',
      },
    };
    expect(codes(await apply<Refusal>(faulty))).toEqual(['REFUND_CONDITION_UNMET']);
    const late = { ...faulty.ground, exportedOn: '2026-03-10', countsFrom: '2025-03-04' };
    expect(codes(await apply<Refusal>({ ...faulty, ground: late }))).toEqual(['REFUND_TERM_OVER']);
    const exported = { ...faulty, ground: { ...faulty.ground, exportedOn: '2026-03-10' } };
    const income = Money.ofTenge(await budgetOf('IMPORT_VAT'));
    const application = await confirmed(exported, '1648000');
    await eventually(() => {
      const is = ({ applicationId }: { applicationId: string }) => applicationId === application.id;
      expect(place.messages(OverpaymentConfirmedSchema).filter(is)).toMatchObject([
        { purpose: 'IMPORT_VAT', act: 'A-1' },
      ]);
    });
    expect(await balance('OVERPAID_MONEY', 'IMPORT_VAT')).toBe('1648000.00');
    expect(await budgetOf('IMPORT_VAT')).toBe(income.minus(Money.ofTenge('1648000')).toString());
    expect(codes(await apply<Refusal>(exported))).toEqual(['NOTHING_TO_REFUND']);
    const due = {
      ...OF_DECLARATION,
      purpose: 'CHARGE_DECLARATION',
      declarationNumber: filed.number,
      amount: '20000',
    };
    expect(
      codes(await apply<Refusal>({ ...due, ground: { ground: 'OVERPAID' }, staysPayable: '0' })),
    ).toEqual(['FEE_NOT_REFUNDABLE']);
    const exempt = {
      ...due,
      paidAs: 'MISTAKEN',
      ground: { ground: 'MISTAKEN', mistake: 'PAID_FOR_EXEMPT_GOODS' },
    };
    expect(await confirmed(exempt, '20000')).toMatchObject({ confirmed: '20000.00' });
    expect(await trialBalance()).toMatchObject({ balanced: true, balancesAgree: true });
  });

  it('refuses at the decision when the ground proves not to hold (R-PAY-195)', async () => {
    const filed = await released();
    const ground = {
      ground: 'PROCEDURE_REFUND',
      procedure: 'FAULTY_RE_EXPORT',
      countsFrom: '2026-03-10',
      arisenOn: '2026-03-10',
      exportedOn: '2026-03-10',
    };
    const wanted = {
      ...OF_DECLARATION,
      purpose: 'IMPORT_DUTY',
      amount: '300000',
      declarationNumber: filed.number,
    };
    const { body } = await apply({ ...wanted, ground });
    await claim('OVERPAYMENT_CONFIRMATION', body.id);
    const { exportedOn: _never, ...found } = ground;
    const decided = await act(body.id, 'decisions', { act: 'A-9', overpaid: '300000', ground: found });
    expect(decided.body).toMatchObject({ status: 'REFUSED', reasons: [{ code: 'REFUND_CONDITION_UNMET' }] });
  });

  it('lapses without an application to the tax authority in 15 working days; told later, filed in time counts (R-PAY-190)', async () => {
    const lapsing = await confirmed({ amount: '1000' }, '1000');
    const told = await confirmed({ amount: '1000' }, '1000');
    for (const { id } of [lapsing, told]) {
      const { body } = await act(id, 'deliveries', { deliveredOn: '2026-03-10' });
      expect(body).toMatchObject({ status: 'DELIVERED', applyToTaxBy: '2026-04-03' });
    }
    await eventually(() => {
      const events = place
        .messages(OverpaymentConfirmationDeliveredSchema)
        .filter(({ applicationId }) => applicationId === told.id);
      expect(events).toMatchObject([{ applyToTaxBy: '2026-04-03' }]);
    });
    await moveTo('2026-04-03T19:00:01Z');
    await eventually(() => {
      const lapsed = place
        .messages(OverpaymentConfirmationLapsedSchema)
        .map(({ applicationId }) => applicationId);
      expect(lapsed).toEqual(expect.arrayContaining([lapsing.id, told.id]));
    });
    expect((await read(lapsing.id)).body).toMatchObject({ status: 'LAPSED' });
    const late = await act<Refusal>(lapsing.id, 'tax-applications', { filedOn: '2026-04-04' });
    expect(codes(late)).toEqual(['TAX_APPLICATION_LATE']);
    const inTime = await act(told.id, 'tax-applications', { filedOn: '2026-04-03' });
    expect(inTime.body).toMatchObject({ status: 'AT_TAX' });
  });

  it('keeps an undecided application in its queue and records that its term is over (R-PAY-189)', async () => {
    const { body } = await apply({});
    const after = new Date(`${body.decideBy}T19:00:01Z`).toISOString();
    await moveTo(after);
    await eventually(async () => {
      const [fact] = await database().query<{ count: string }[]>(
        `SELECT count(*)::text AS count FROM history WHERE stream_id = $1 AND type = 'OverpaymentDecisionOverdue'`,
        [body.id],
      );
      expect(fact?.count).toBe('1');
    });
    expect((await itemOf('OVERPAYMENT_CONFIRMATION', body.id)).status).toBe('OPEN');
  });
});
