/** Charges of escorts and of preliminary decisions over HTTP (art. 116, 118, 120.3, 120.4). */
import {
  CustomsChargeOverdueSchema,
  CustomsChargePaidSchema,
  CustomsChargeSetSchema,
  PaymentConfirmationSchema,
  PreliminaryDecisionHandedOverSchema,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { confirmation, KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

interface ChargeView {
  id: string;
  status: string;
  amount: string;
  paid: boolean;
  parts: {
    payer: string;
    vehicles: string[];
    amount: string;
    payments: { on: string; amount: string }[];
    reasons: { code: string; article: string }[];
  }[];
  reasons?: { code: string; pointer?: string }[];
}

const ESCORT = {
  customsBody: KHORGOS,
  kind: 'ESCORT',
  decision: 'ESC/1',
  decidedOn: '2026-03-10',
  firstEscortDay: '2026-03-11',
  payers: [
    { payer: PAYER, payerName: 'Stanok TOO', vehicle: '001 KZ 02' },
    { payer: OTHER_PAYER, payerName: 'Altyn Zhol TOO', vehicle: '002 KZ 02' },
    { payer: PAYER, payerName: 'Stanok TOO', vehicle: '003 KZ 02' },
  ],
};
const DECISION = {
  customsBody: KHORGOS,
  kind: 'PRELIMINARY_DECISION',
  decision: 'PD/1',
  decidedOn: '2026-03-10',
  payers: [{ payer: PAYER, payerName: 'Stanok TOO' }],
};

describe('charges of escorts and of preliminary decisions', () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  let place: ServicesUnderTest;
  let officer: string;
  let payer: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    await login();
  });

  afterAll(() => place.stop());

  /** Tokens end with their day. */
  async function login() {
    officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
    payer = await place.token({ subject: 'stanok', roles: ['CARRIER'], organisation: PAYER });
  }
  const set = (charge: object, token = officer) =>
    place.post<ChargeView>('payments', '/v1/customs-charges', charge, token);
  const pay = (id: string, who: string, token = officer, changes: object = {}) =>
    place.post<ChargeView>(
      'payments',
      `/v1/customs-charges/${id}/payments`,
      { payer: who, from: 'KIND', ...changes },
      token,
    );
  const read = (id: string, token = officer) =>
    place.get<ChargeView>('payments', `/v1/customs-charges/${id}`, token);
  const codes = ({ body }: { body: ChargeView }) => body.reasons?.map(({ code }) => code);
  const balance = async (type: string, who: string, purpose = 'CHARGE_ESCORT') => {
    const [row] = await place
      .service('payments')
      .app.get(DataSource)
      .query<{ sum: string }[]>(
        `SELECT coalesce(sum(balance), 0)::text AS sum FROM account_balances
          WHERE account_type = $1 AND payer = $2 AND purpose = $3`,
        [type, who, purpose],
      );
    return row?.sum;
  };
  /** Items of queue Q-PAY-06 on a document. */
  const notices = async (document: string) => {
    const [row] = await place
      .service('payments')
      .app.get(DataSource)
      .query<{ count: string }[]>(
        `SELECT count(*) AS count FROM work_items WHERE kind = 'DEBT_ON_ACCOUNT' AND position($1 in title) > 0`,
        [document],
      );
    return Number(row?.count);
  };
  const money = async (who: string, paymentKind: string, budgetCode: string, amount: string) => {
    const before = BigInt((await balance('ADVANCE_MONEY', who, paymentKind)) ?? '0');
    const sent = { payerIdentificationNumber: who, paymentKind, budgetCode, amount, advance: false };
    await place.send(PaymentConfirmationSchema, confirmation(sent));
    await eventually(async () =>
      expect(BigInt((await balance('ADVANCE_MONEY', who, paymentKind)) ?? '0')).toBeGreaterThan(before),
    );
  };

  it('splits an escort charge over its vehicles and enters the parts on the accounts of their payers (R-PAY-010, R-PAY-117)', async () => {
    const { status, body } = await set(ESCORT);
    expect(status).toBe(201);
    expect(body.parts).toMatchObject([
      { payer: PAYER, vehicles: ['001 KZ 02', '003 KZ 02'], amount: '66666.67' },
      { payer: OTHER_PAYER, vehicles: ['002 KZ 02'], amount: '33333.33' },
    ]);
    expect([await balance('PAYER_DUE', PAYER), await balance('PAYER_DUE', OTHER_PAYER)]).toEqual([
      '6666667',
      '3333333',
    ]);
    await eventually(() =>
      expect(place.messages(CustomsChargeSetSchema)).toMatchObject([
        {
          chargeId: body.id,
          kind: 'ESCORT',
          decision: 'ESC/1',
          dueOn: '2026-03-11',
          amount: { tiyn: 10_000_000n },
        },
      ]),
    );
    expect(codes(await set(ESCORT))).toEqual(['CHARGE_SET_BEFORE']);
    const turnover = await place.get<{ assessed: string; purpose: string }[] | { items: object[] }>(
      'payments',
      `/v1/accounts/${PAYER}/${KHORGOS}/turnover?from=2026-03-10&to=2026-03-10`,
      officer,
    );
    expect(JSON.stringify(turnover.body)).toContain('"assessed":"66666.67"');
  });

  it('refuses what the law does not charge, and what does not fit, with reasons (R-PAY-004)', async () => {
    expect(codes(await set({ ...ESCORT, kind: 'STORAGE' }))).toEqual(['CHARGE_NOT_IN_LAW']);
    expect(codes(await set({ ...DECISION, kind: 'DECLARATION' }))).toEqual(['CHARGE_SET_WITH_DECLARATION']);
    const { firstEscortDay: _day, ...undated } = ESCORT;
    expect(codes(await set({ ...undated, decision: 'ESC/0', decidedOn: '2026-03-11' }))).toEqual([
      'ESCORT_DAY_UNFIT',
      'CHARGE_DECISION_IN_FUTURE',
    ]);
    expect(codes(await set({ ...DECISION, payers: [ESCORT.payers[0]] }))).toEqual([
      'ESCORTED_VEHICLES_UNFIT',
    ]);
    const wrong = { payer: '123456789012', payerName: 'Nobody', vehicle: 'X' };
    expect(codes(await set({ ...ESCORT, decision: 'ESC/0', payers: [wrong] }))).toEqual(['FIELD_INVALID']);
    const elsewhere = await place.token({ subject: 'o2', roles: ['ACCOUNT_OFFICER'], posts: ['55001'] });
    expect((await set(ESCORT, elsewhere)).status).toBe(403);
    expect((await set(ESCORT, payer)).status).toBe(403);
  });

  it('is unpaid until every payer has paid from the decision to the first day (R-PAY-009)', async () => {
    const { body: charge } = await set({ ...ESCORT, decision: 'ESC/2' });
    expect(charge.parts.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ['CHARGE_UNPAID'],
      ['CHARGE_UNPAID'],
    ]);
    expect(codes(await pay(charge.id, PAYER))).toEqual(['ACCOUNT_MONEY_SHORT']);
    await money(PAYER, 'CHARGE_ESCORT', '106206', '66666.67');
    expect((await pay(charge.id, OTHER_PAYER, payer)).status).toBe(403);
    const half = await pay(charge.id, PAYER, payer);
    expect(half.body).toMatchObject({ status: 'SET', paid: false });
    expect(half.body.parts[0]).toMatchObject({
      payments: [{ on: '2026-03-10', amount: '66666.67' }],
      reasons: [],
    });
    expect(codes(await pay(charge.id, PAYER))).toEqual(['PAYER_OWES_NO_PART']);
    await money(OTHER_PAYER, 'CHARGE_ESCORT', '106206', '33333.33');
    expect((await pay(charge.id, OTHER_PAYER)).body).toMatchObject({ status: 'PAID', paid: true });
    await eventually(() =>
      expect(
        place
          .messages(CustomsChargePaidSchema)
          .filter(({ chargeId }) => chargeId === charge.id)
          .map((message) => [message.payer, message.paidInFull]),
      ).toEqual([
        [PAYER, false],
        [OTHER_PAYER, true],
      ]),
    );
  });

  it('keeps a preliminary decision back until its payment is recorded; nobody owes it before (R-PAY-011, R-PAY-014)', async () => {
    const kind = 'CHARGE_PRELIMINARY_DECISION';
    await money(PAYER, kind, '106207', '30000.00');
    const { body: charge } = await set(DECISION);
    expect([charge.amount, await balance('PAYER_DUE', PAYER, kind)]).toEqual(['30000.00', '0']);
    const handOver = () =>
      place.post<ChargeView>('payments', `/v1/customs-charges/${charge.id}/hand-overs`, {}, officer);
    expect(codes(await handOver())).toEqual(['CHARGE_UNPAID']);
    expect((await pay(charge.id, PAYER, payer)).body).toMatchObject({ status: 'PAID', paid: true });
    expect([await balance('ADVANCE_MONEY', PAYER, kind), await balance('PAYER_DUE', PAYER, kind)]).toEqual([
      '0',
      '0',
    ]);
    expect((await handOver()).body).toMatchObject({ status: 'HANDED_OVER' });
    expect(codes(await handOver())).toEqual(['NOT_A_PRELIMINARY_DECISION']);
    await eventually(() =>
      expect(place.messages(PreliminaryDecisionHandedOverSchema)).toMatchObject([
        { decision: 'PD/1', payer: PAYER, handedOverOn: '2026-03-10' },
      ]),
    );
  });

  it('shows charges to their payers and the officers of the body, page by page', async () => {
    const own = await place.get<{ items: { id: string }[]; next: string | null }>(
      'payments',
      '/v1/customs-charges?limit=2',
      payer,
    );
    expect([own.body.items.length, own.body.next]).toEqual([2, own.body.items[1]?.id]);
    const paid = await place.get<{ items: { id: string }[] }>(
      'payments',
      '/v1/customs-charges?status=PAID',
      officer,
    );
    expect(paid.body.items).toHaveLength(1);
    const stranger = await place.token({ subject: 'x', roles: ['CARRIER'], organisation: '191040012345' });
    expect((await read(own.body.items[0]?.id ?? '', stranger)).status).toBe(404);
    expect((await read(own.body.items[0]?.id ?? '', payer)).status).toBe(200);
    const none = await place.get<{ items: object[] }>('payments', '/v1/customs-charges', stranger);
    expect(none.body.items).toEqual([]);
  });

  it('is a debt that bears interest from the day after the first day of the escort, and an officer is asked for its notice (R-PAY-009)', async () => {
    const { body: charge } = await set({ ...ESCORT, decision: 'ESC/3', payers: [ESCORT.payers[1]] });
    expect(await balance('INTEREST_DUE', OTHER_PAYER)).toBe('0');
    clock.moveTo('2026-03-12T05:00:00Z');
    await login();
    await eventually(async () => expect((await read(charge.id)).body.status).toBe('OVERDUE'));
    await eventually(() =>
      expect(
        place.messages(CustomsChargeOverdueSchema).filter(({ chargeId }) => chargeId === charge.id),
      ).toMatchObject([
        { dueOn: '2026-03-11', unpaid: [{ payer: OTHER_PAYER, amount: { tiyn: 10_000_000n } }] },
      ]),
    );
    await eventually(async () => expect(await notices('ESC/3')).toBe(1));
    clock.moveTo('2026-03-13T05:00:00Z');
    await login();
    await eventually(async () => expect(await balance('INTEREST_DUE', OTHER_PAYER)).not.toBe('0'));
    await money(OTHER_PAYER, 'CHARGE_ESCORT', '106206', '100000.00');
    const late = await pay(charge.id, OTHER_PAYER);
    expect(late.body).toMatchObject({ status: 'PAID', paid: true });
    expect(late.body.parts[0]?.reasons.map(({ code }) => code)).toEqual(['CHARGE_UNPAID']);
  });
});
