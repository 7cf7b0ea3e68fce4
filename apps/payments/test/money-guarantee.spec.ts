import { randomUUID } from 'node:crypto';
import {
  GuaranteeMoneyAppliedSchema,
  GuaranteeMoneyMovedToBudgetSchema,
  GuaranteeMoneyReceivedSchema,
  GuaranteeMoneyReturnedSchema,
  GuaranteeMoneyReturnRequestedSchema,
  ReservationReleasedSchema,
  SecurityRegisteredSchema,
  timestampOf,
} from '@shekara/contracts';
import { Money, parseBinOrIin, parseCustomsBodyCode, VirtualClock } from '@shekara/kernel';
import { DataSource, UnitOfWork } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { CustomsDebts } from '../src/debt/customs-debts.service.js';
import { paymentsService } from '../src/index.js';
import type { PaymentKind } from '../src/payment-kind.js';
import { KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

interface DepositView {
  id: string;
  kind: string;
  status: string;
  securedObligation: string;
  amount: string;
  fulfilledOn: string | null;
  applyBy: string | null;
  payBy: string | null;
  split: { debtsDeducted: string; bankChargesDeducted: string; returned: string } | null;
}

interface Refusal {
  reasons: { code: string; pointer?: string }[];
}

describe('money guarantees at Khorgos', () => {
  const clock = new VirtualClock('2025-11-03T05:00:00Z');
  let place: ServicesUnderTest;
  let officer: string;
  let payer: string;
  let head: string;
  let serial = 0;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    await moveTo('2025-11-03T05:00:00Z');
  });

  afterAll(() => place.stop());

  /** Time passes; tokens of weeks ago are no longer good. */
  const moveTo = async (instant: string) => {
    clock.moveTo(instant);
    const at = { posts: [KHORGOS] };
    officer = await place.token({ ...at, subject: 'officer-1', roles: ['ACCOUNT_OFFICER'] });
    head = await place.token({ ...at, subject: 'head-1', roles: ['HEAD_OF_POST'] });
    payer = await place.token({ subject: 'stanok', roles: ['DECLARANT'], organisation: PAYER });
  };
  const app = () => place.service('payments').app;
  const post = <Body = DepositView>(path: string, body: object, token = officer) =>
    place.post<Body>('payments', `/v1/deposits${path}`, body, token);
  const read = async (id: string, token = payer) =>
    place.get<DepositView>('payments', `/v1/deposits/${id}`, token);
  const list = async () =>
    (await place.get<{ items: DepositView[] }>('payments', '/v1/deposits?limit=200', payer)).body.items;
  const balance = async (account: string, purpose: string | null) => {
    const [row] = await app()
      .get(DataSource)
      .query<{ balance: string }[]>(
        `SELECT balance::text AS balance FROM account_balances
          WHERE payer = $1 AND account_type = $2 AND purpose IS NOT DISTINCT FROM $3`,
        [PAYER, account, purpose],
      );
    return Money.ofTiyn(BigInt(row?.balance ?? '0')).toString();
  };
  const register = (changes: { securityNumber: string; method?: string; amount: { tiyn: bigint } }) =>
    place.send(
      SecurityRegisteredSchema,
      { principal: PAYER, method: 'CASH', registeredAt: timestampOf(clock.now()), ...changes },
      { caseId: randomUUID() },
    );
  const deposited = async (tenge: bigint) => {
    serial += 1;
    const securityNumber = `55302-2025-S${serial.toString().padStart(6, '0')}`;
    await register({ securityNumber, amount: { tiyn: tenge * 100n } });
    await eventually(() => {
      const is = (received: { securityNumber: string }) => received.securityNumber === securityNumber;
      expect(place.messages(GuaranteeMoneyReceivedSchema).filter(is)).toHaveLength(1);
    });
    const deposit = (await list()).find(({ securedObligation }) => securedObligation === securityNumber);
    if (!deposit) throw new Error('no deposit');
    return deposit;
  };
  const owe = (kind: PaymentKind, amount: string) =>
    app()
      .get(UnitOfWork)
      .run({ actor: 'test' }, (work) => {
        const [bin, customsBody] = [parseBinOrIin(PAYER), parseCustomsBodyCode(KHORGOS)];
        if (!bin || !customsBody) throw new Error('no account');
        const today = clock.now().toISOString().slice(0, 10);
        return app()
          .get(CustomsDebts)
          .enter(work, {
            owner: { payer: bin, customsBody },
            document: `ACT-${kind}-${serial}`,
            caseId: '00000000-0000-7000-8000-000000000001',
            source: 'CUSTOMS_CONTROL',
            trigger: 'DOMESTIC_CONSUMPTION',
            arisenOn: today,
            sums: [{ kind, amount: Money.ofTenge(amount), dueOn: today }],
          });
      });
  const itemOf = async (kind: string, subjectId: string) => {
    const [item] = await app()
      .get(DataSource)
      .query<{ id: string; status: string; role: string; due_at: Date | null }[]>(
        `SELECT id, status, role, due_at FROM work_items WHERE kind = $1 AND subject_id = $2 ORDER BY opened_at DESC, id DESC LIMIT 1`,
        [kind, subjectId],
      );
    return item;
  };
  const claim = async (kind: string, subjectId: string, token = officer) => {
    const item = await itemOf(kind, subjectId);
    const { status } = await place.post('payments', `/v1/work-items/${item?.id ?? ''}/claim`, {}, token);
    expect(status).toBeLessThan(300);
  };
  const codes = ({ body }: { body: Refusal }) => body.reasons.map(({ code }) => code);

  it('books a security in money once, and no other security (R-PAY-199)', async () => {
    const deposit = await deposited(3_000_000n);
    const { securedObligation: securityNumber } = deposit;
    expect(deposit).toMatchObject({ status: 'HELD', kind: 'MONEY_GUARANTEE', amount: '3000000.00' });
    expect(await balance('DEPOSIT_MONEY', null)).toBe('3000000.00');
    await register({ securityNumber, amount: { tiyn: 1n } });
    await register({ securityNumber: '55302-2025-S009999', method: 'PLEDGE', amount: { tiyn: 5n } });
    const early = await post<Refusal>(`/${deposit.id}/return-applications`, {}, payer);
    expect(early.status).toBe(422);
    expect(codes(early)).toEqual(['GUARANTEE_OBLIGATION_OPEN']);
    expect(await balance('DEPOSIT_MONEY', null)).toBe('3000000.00');
  });

  it('returns a deposit net of debts and bank charges within ten working days of the application (R-PAY-197, R-PAY-198, worked case 21)', async () => {
    const [deposit] = await list();
    if (!deposit) throw new Error('no deposit');
    await owe('IMPORT_VAT', '450000');
    const reservationId = '0198aaaa-0000-7000-8000-000000000001';
    await place.send(
      ReservationReleasedSchema,
      {
        reservationId,
        securityNumber: deposit.securedObligation,
        releasedAt: timestampOf(clock.now()),
      },
      { caseId: randomUUID() },
    );
    await eventually(async () => expect((await read(deposit.id)).body.fulfilledOn).toBe('2025-11-03'));
    const asked = await post(`/${deposit.id}/return-applications`, {}, payer);
    expect(asked.body).toMatchObject({ status: 'RETURNING', payBy: '2025-11-17' });
    expect((await itemOf('GUARANTEE_MONEY_RETURN', deposit.id))?.due_at?.toISOString()).toBe(
      '2025-11-17T18:59:59.999Z',
    );
    await eventually(() =>
      expect(place.messages(GuaranteeMoneyReturnRequestedSchema)).toMatchObject([{ payBy: '2025-11-17' }]),
    );
    const payOut = { paidOn: '2025-11-03', bankCharges: '1500' };
    expect((await post<Refusal>(`/${deposit.id}/payouts`, payOut)).status).toBe(409);
    await claim('GUARANTEE_MONEY_RETURN', deposit.id);
    const early = await post<Refusal>(`/${deposit.id}/payouts`, { ...payOut, paidOn: '2025-11-04' });
    expect(codes(early)).toEqual(['DEPOSIT_DATES_CONTRADICT']);
    const { body } = await post(`/${deposit.id}/payouts`, payOut);
    expect(body).toMatchObject({
      status: 'RETURNED',
      amount: '0.00',
      split: { debtsDeducted: '450000.00', bankChargesDeducted: '1500.00', returned: '2548500.00' },
    });
    expect(await balance('DEPOSIT_MONEY', null)).toBe('0.00');
    expect(await balance('PAYER_DUE', 'IMPORT_VAT')).toBe('0.00');
    await eventually(() => {
      const [event] = place.messages(GuaranteeMoneyReturnedSchema);
      expect(event?.returned?.tiyn).toBe(254_850_000n);
    });
    expect(codes(await post<Refusal>(`/${deposit.id}/payouts`, payOut))).toEqual(['DEPOSIT_STATE_UNFIT']);
  });

  it('shows deposits to their payer and to the body that holds them only', async () => {
    const deposit = await deposited(1000n);
    const other = await place.token({ subject: 'other', roles: ['DECLARANT'], organisation: OTHER_PAYER });
    const elsewhere = await place.token({
      subject: 'officer-9',
      roles: ['ACCOUNT_OFFICER'],
      posts: ['55001'],
    });
    expect((await read(deposit.id, other)).status).toBe(404);
    expect((await post(`/${deposit.id}/return-applications`, {}, other)).status).toBe(404);
    expect((await post(`/${deposit.id}/fulfilments`, { fulfilledOn: '2025-11-03' }, elsewhere)).status).toBe(
      403,
    );
    expect((await post(`/${deposit.id}/fulfilments`, { fulfilledOn: '2025-11-03' }, payer)).status).toBe(403);
    expect((await place.get('payments', `/v1/deposits?payer=${PAYER}`, other)).status).toBe(403);
  });

  it('uses a deposit as payment and as another guarantee when the payer asks (R-PAY-200)', async () => {
    const deposit = await deposited(2_000_000n);
    await owe('IMPORT_EXCISE', '500000');
    await post(`/${deposit.id}/fulfilments`, { fulfilledOn: '2025-11-03' });
    const payment = {
      as: 'PAYMENT',
      obligation: 'ACT-1',
      kind: 'IMPORT_EXCISE',
      part: 'PRINCIPAL',
      amount: '500000',
    };
    const guarantee = { as: 'GUARANTEE', obligation: '55302-2025-S000777', amount: '700000' };
    const above = [payment, { ...guarantee, amount: '1500000.01' }];
    expect(codes(await post<Refusal>(`/${deposit.id}/uses`, { uses: above }, payer))).toEqual([
      'DEPOSIT_SUM_UNFIT',
    ]);
    const { kind: _kind, ...unnamed } = payment;
    expect(codes(await post<Refusal>(`/${deposit.id}/uses`, { uses: [unnamed] }, payer))).toEqual([
      'FIELD_INVALID',
    ]);
    expect((await post(`/${deposit.id}/uses`, { uses: [payment, guarantee] }, payer)).status).toBe(201);
    await claim('GUARANTEE_MONEY_USE', deposit.id);
    const { body } = await post(`/${deposit.id}/use-decisions`, { decision: 'USE' });
    expect(body).toMatchObject({ status: 'HELD', amount: '800000.00' });
    expect(await balance('PAYER_DUE', 'IMPORT_EXCISE')).toBe('0.00');
    const another = (await list()).find(
      ({ securedObligation }) => securedObligation === '55302-2025-S000777',
    );
    expect(another).toMatchObject({ status: 'HELD', amount: '700000.00', fulfilledOn: null });
    expect(await balance('DEPOSIT_MONEY', null)).toBe('1501000.00');
    await eventually(() => {
      const [event] = place.messages(GuaranteeMoneyAppliedSchema);
      expect([event?.asPayment?.tiyn, event?.asGuarantee?.tiyn, event?.left?.tiyn]).toEqual([
        50_000_000n,
        70_000_000n,
        80_000_000n,
      ]);
    });
    const paid = { ...payment, amount: '1' };
    expect((await post(`/${deposit.id}/uses`, { uses: [paid] }, payer)).status).toBe(201);
    await claim('GUARANTEE_MONEY_USE', deposit.id);
    expect(codes(await post<Refusal>(`/${deposit.id}/use-decisions`, { decision: 'USE' }))).toEqual([
      'DEPOSIT_DEBT_ABSENT',
    ]);
    const declined = { decision: 'DECLINE', cause: 'nothing owed' };
    expect((await post(`/${deposit.id}/use-decisions`, declined)).body).toMatchObject({
      status: 'HELD',
      amount: '800000.00',
    });
    expect(codes(await post<Refusal>(`/${deposit.id}/use-decisions`, declined))).toEqual([
      'DEPOSIT_USE_NOT_ASKED',
    ]);
  });

  it('returns a provisional trade-remedy duty like a deposit (R-PAY-203)', async () => {
    const received = {
      payer: PAYER,
      payerName: 'Stanok TOO',
      customsBody: KHORGOS,
      amount: '90000',
      document: 'PD-1',
    };
    const { body: deposit } = await post('', received);
    expect(deposit).toMatchObject({ kind: 'PROVISIONAL_TRADE_REMEDY_DUTY', status: 'HELD' });
    await post(`/${deposit.id}/fulfilments`, { fulfilledOn: '2025-11-03' });
    await post(`/${deposit.id}/return-applications`, {}, payer);
    await owe('CHARGE_ESCORT', '10000');
    await claim('GUARANTEE_MONEY_RETURN', deposit.id);
    const paid = await post(`/${deposit.id}/payouts`, { paidOn: '2025-11-03', bankCharges: '500' });
    expect(paid.body.split).toEqual({
      debtsDeducted: '10000.00',
      bankChargesDeducted: '500.00',
      returned: '79500.00',
    });
  });

  it('moves unclaimed money to the budget by the head once the five years and limitation are over (R-PAY-201, R-PAY-208)', async () => {
    const deposit = await deposited(700n);
    const { body } = await post(`/${deposit.id}/fulfilments`, { fulfilledOn: '2025-11-03' });
    expect(body.applyBy).toBe('2030-11-04');
    expect(codes(await post<Refusal>(`/${deposit.id}/budget-moves`, {}, head))).toEqual([
      'DEPOSIT_STILL_CLAIMABLE',
      'DEPOSIT_STILL_CLAIMABLE',
    ]);
    await moveTo('2030-11-05T05:00:00Z');
    await eventually(async () => {
      expect(await itemOf('UNCLAIMED_DEPOSIT', deposit.id)).toMatchObject({
        role: 'HEAD_OF_POST',
        status: 'OPEN',
      });
    });
    const late = await post<Refusal>(`/${deposit.id}/return-applications`, {}, payer);
    expect(codes(late)).toEqual(['GUARANTEE_RETURN_LATE']);
    await claim('UNCLAIMED_DEPOSIT', deposit.id, head);
    expect((await post(`/${deposit.id}/budget-moves`, {}, head)).body).toMatchObject({
      status: 'TO_BUDGET',
      amount: '0.00',
    });
    await eventually(() => {
      const is = ({ depositId }: { depositId: string }) => depositId === deposit.id;
      expect(place.messages(GuaranteeMoneyMovedToBudgetSchema).filter(is)).toHaveLength(1);
    });
  });
});
