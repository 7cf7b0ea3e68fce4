import {
  AccountDebtEnteredSchema,
  AccountDebtLoweredSchema,
  AccountDebtPaidSchema,
  MoneyReceivedSchema,
  PaymentConfirmationSchema,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { confirmation, KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

interface AccountView {
  until: string;
  sums: { kind: string; document: string; dueOn: string; amount: string; unpaid: string }[];
  interest: {
    kind: string;
    amount: string;
    posted: string;
    postedUntil: string | null;
    days: { first: string; last: string; days: number; sum: string; refinancingPercent: string }[];
  }[];
}

interface Refusal {
  reasons: { code: string; pointer?: string; parameters?: Record<string, string> }[];
}

const FOUND = {
  payer: PAYER,
  payerName: 'Stanok TOO',
  customsBody: KHORGOS,
  source: 'CUSTOMS_CONTROL',
  document: 'ACT/2026/7',
  trigger: 'DOMESTIC_CONSUMPTION',
  days: { REGISTRATION: '2026-03-01', RELEASE: '2026-03-02' },
  origin: { origin: 'RELEASE', customsBody: KHORGOS },
  limitationStart: 'DECLARING_COMPLETED',
  limitationStartedOn: '2026-03-02',
  sums: [{ kind: 'IMPORT_VAT', amount: '1000000' }],
};

const UNUSED_PAYER = '870301300452';
const THIRD_PAYER = '191040012345';
const SMALL = { kind: 'CHARGE_ESCORT', amount: '0.01' };

/** Refinancing rate 16 % in March 2026, multiplier 2.5: 1,095.890410… a day on a million. */
describe('debts of an account and their penalty interest', () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  let place: ServicesUnderTest;
  let database: DataSource;
  let officer: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    database = place.service('payments').app.get(DataSource);
    await signIn();
  });

  afterAll(() => place.stop());

  const signIn = async () => {
    officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
  };
  const moveTo = async (instant: string) => {
    clock.moveTo(instant);
    await signIn();
  };
  const enter = <Body = AccountView>(changes: object = {}) =>
    place.post<Body>('payments', '/v1/debts', { ...FOUND, ...changes }, officer);
  const read = async (query = '', payer = PAYER) =>
    (await place.get<AccountView>('payments', `/v1/debts/${payer}/${KHORGOS}${query}`, officer)).body;
  const act = <Body = AccountView>(route: string, body: object, token = officer, payer = PAYER) =>
    place.post<Body>('payments', `/v1/debts/${payer}/${KHORGOS}/${route}`, body, token);
  const balances = async (payer = PAYER) =>
    Object.fromEntries(
      (
        await database.query<{ name: string; balance: string }[]>(
          `SELECT account_type || coalesce(' ' || purpose, '') AS name, balance::text AS balance
             FROM account_balances WHERE payer = $1 AND balance <> 0 ORDER BY 1`,
          [payer],
        )
      ).map(({ name, balance }) => [name, balance]),
    );
  const receive = async (changes: Parameters<typeof confirmation>[0]) => {
    const message = confirmation(changes);
    await place.send(PaymentConfirmationSchema, message);
    await eventually(() =>
      expect(place.messages(MoneyReceivedSchema).map((event) => event.bankReference)).toContain(
        message.bankReference,
      ),
    );
    const [row] = await database.query<{ id: string }[]>(
      `SELECT id FROM money_receipts WHERE bank_reference = $1`,
      [message.bankReference],
    );
    return row?.id;
  };
  const postedUntil = (day: string, payer = PAYER) =>
    eventually(async () =>
      expect((await read('', payer)).interest.map((one) => one.postedUntil)).toEqual([day]),
    );

  it('enter with the due day of the matrix, and interest of the days since stands in the ledger at once (R-PAY-003, R-PAY-043)', async () => {
    const { status, body } = await enter();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      sums: [{ kind: 'IMPORT_VAT', document: 'ACT/2026/7', dueOn: '2026-03-02', unpaid: '1000000.00' }],
      interest: [
        {
          amount: '8767.12',
          posted: '7671.23',
          postedUntil: '2026-03-09',
          days: [{ first: '2026-03-03', last: '2026-03-10', days: 8, sum: '1000000.00' }],
        },
      ],
    });
    expect(await balances()).toEqual({
      'INTEREST_DUE IMPORT_VAT': '767123',
      'PAYER_DUE IMPORT_VAT': '100000000',
    });
    await eventually(() =>
      expect(place.messages(AccountDebtEnteredSchema)).toMatchObject([
        { payer: PAYER, document: 'ACT/2026/7', source: 'CUSTOMS_CONTROL', sums: [{ dueOn: '2026-03-02' }] },
      ]),
    );
    expect((await enter<Refusal>()).body.reasons).toMatchObject([{ code: 'DEBT_ENTERED_BEFORE' }]);
  });

  it('take an entry of customs only from the sources of the law (R-PAY-117)', async () => {
    for (const source of ['PAYERS_WISH', 'DECLARATION']) {
      expect((await enter<Refusal>({ source })).status).toBe(400);
    }
    const sources = ['CUSTOMS_CONTROL', 'APPEAL_DECISION', 'COURT_DECISION', 'SUPERVISORY_AUDIT'];
    for (const source of [...sources, 'PRELIMINARY_DECISION', 'ESCORT_DECISION']) {
      const { status } = await enter({ source, payer: THIRD_PAYER, document: source, sums: [SMALL] });
      expect(status).toBe(201);
    }
  });

  it('stay out without a due day, at another body, after limitation, and for officers of other posts', async () => {
    const refused = async (changes: object) =>
      (await enter<Refusal>(changes)).body.reasons.map(({ code }) => code);
    expect(await refused({ days: { REGISTRATION: '2026-03-01' } })).toEqual(['DEBT_DUE_DAY_UNKNOWN']);
    expect(await refused({ origin: { origin: 'RELEASE', customsBody: '55001' } })).toEqual([
      'DEBT_AT_OTHER_BODY',
    ]);
    expect(await refused({ limitationStartedOn: '2021-03-05' })).toEqual(['LIMITATION_EXPIRED']);
    expect((await enter<Refusal>({ days: { NO_SUCH_DAY: '2026-03-01' } })).body.reasons).toMatchObject([
      { code: 'FIELD_INVALID', pointer: '/days' },
    ]);
    expect((await enter({ customsBody: '55001' })).status).toBe(403);
  });

  it('run on day by day, non-working days too', async () => {
    await moveTo('2026-03-10T19:30:00Z');
    await postedUntil('2026-03-10');
    await moveTo('2026-03-14T19:30:00Z');
    await postedUntil('2026-03-14');
    expect((await read()).interest).toMatchObject([{ posted: '13150.68' }]);
    const entries = await database.query(
      `SELECT e.value_date::text AS day, l.amount::text AS amount
         FROM journal_lines l JOIN journal_entries e ON e.id = l.entry_id
        WHERE l.account_type = 'INTEREST_DUE' ORDER BY e.id`,
    );
    expect(entries).toEqual([
      { day: '2026-03-09', amount: '767123' },
      { day: '2026-03-10', amount: '109589' },
      { day: '2026-03-14', amount: '438356' },
    ]);
  });

  it('are shown to the payer and to no other trader', async () => {
    const as = (organisation: string) =>
      place.token({ subject: `trader-${organisation}`, roles: ['DECLARANT'], organisation });
    const route = `/v1/debts/${PAYER}/${KHORGOS}?until=2026-03-05`;
    const own = await place.get<AccountView>('payments', route, await as(PAYER));
    expect(own.body.interest).toMatchObject([{ amount: '3287.67', days: [{ days: 3 }] }]);
    expect((await place.get('payments', route, await as(OTHER_PAYER))).status).toBe(404);
    const payment = { kind: 'IMPORT_VAT', amount: '1', from: 'ADVANCE' };
    expect((await act('payments', payment, await as(OTHER_PAYER))).status).toBe(403);
  });

  it('are paid from money of their kind; interest that ran after the bank date goes back (R-PAY-128)', async () => {
    const short = await act<Refusal>('payments', { kind: 'IMPORT_VAT', amount: '400000', from: 'KIND' });
    expect(short.body.reasons).toMatchObject([{ code: 'ACCOUNT_MONEY_SHORT', pointer: '/from' }]);
    const receiptId = await receive({
      amount: '400000.00',
      budgetCode: '105102',
      advance: false,
      paymentKind: 'IMPORT_VAT',
      paidOn: '2026-03-10',
    });
    const paid = await act('payments', { kind: 'IMPORT_VAT', amount: '400000', from: 'KIND', receiptId });
    expect(paid.status).toBe(201);
    // To 10 March 8 days on 1,000,000, then to 15 March 5 days on 600,000: 8,767.12 + 3,287.67.
    expect(paid.body).toMatchObject({
      sums: [{ unpaid: '600000.00' }],
      interest: [
        { amount: '12054.79', posted: '12054.79', days: [{ sum: '1000000.00' }, { sum: '600000.00' }] },
      ],
    });
    expect(await balances()).toEqual({
      'INTEREST_DUE IMPORT_VAT': '1205479',
      'PAYER_DUE IMPORT_VAT': '60000000',
    });
    await eventually(() =>
      expect(place.messages(AccountDebtPaidSchema)).toMatchObject([
        { payer: PAYER, paymentKind: 'IMPORT_VAT', paidOn: '2026-03-10' },
      ]),
    );
    const stranger = await act<Refusal>('payments', {
      kind: 'IMPORT_VAT',
      amount: '1',
      from: 'KIND',
      receiptId: '01890000-0000-7000-8000-000000000000',
    });
    expect(stranger.body.reasons).toMatchObject([{ code: 'FIELD_INVALID', pointer: '/receiptId' }]);
  });

  it('take money sent for penalty interest by its own budget code for the interest alone (R-PAY-003)', async () => {
    await receive({
      amount: '12000.00',
      budgetCode: '105112',
      advance: false,
      paymentKind: 'PENALTY_INTEREST_IMPORT_VAT',
      paidOn: '2026-03-15',
    });
    expect((await balances())['ADVANCE_MONEY PENALTY_INTEREST_IMPORT_VAT']).toBe('1200000');
    const wrong = await act<Refusal>('payments', { kind: 'IMPORT_VAT', amount: '1', from: 'KIND' });
    expect(wrong.body.reasons).toMatchObject([{ code: 'ACCOUNT_MONEY_SHORT' }]);
    const paid = await act('payments', { kind: 'IMPORT_VAT', amount: '12000', from: 'INTEREST' });
    expect(paid.status).toBe(201);
    expect((await balances())['INTEREST_DUE IMPORT_VAT']).toBe('5479');
  });

  it('lowered by a decision never ran on the part that falls away; what was paid is free again', async () => {
    const tooMuch = { document: 'ACT/2026/7', kind: 'IMPORT_VAT', amount: '1000000.01', decision: 'COURT/5' };
    expect((await act<Refusal>('reductions', tooMuch)).body.reasons).toMatchObject([
      { code: 'DEBT_LOWERED_BELOW_ZERO' },
    ]);
    const unknown = { ...tooMuch, document: 'ACT/0', amount: '1' };
    expect((await act<Refusal>('reductions', unknown)).body.reasons).toMatchObject([
      { code: 'DEBT_NOT_ON_ACCOUNT' },
    ]);
    const lowered = await act('reductions', { ...tooMuch, amount: '900000' });
    expect(lowered.status).toBe(201);
    // 100,000 was late for 8 days and paid on 10 March: 876.71; 12,000 of interest had been paid.
    expect(lowered.body).toMatchObject({
      sums: [{ amount: '100000.00', unpaid: '0.00' }],
      interest: [{ posted: '876.71' }],
    });
    expect(await balances()).toEqual({
      'ADVANCE_MONEY IMPORT_VAT': '30000000',
      'ADVANCE_MONEY PENALTY_INTEREST_IMPORT_VAT': '1112329',
    });
    await eventually(() =>
      expect(place.messages(AccountDebtLoweredSchema)).toMatchObject([{ decision: 'COURT/5' }]),
    );
  });

  it('show by budget code what was assessed, reduced, paid; the account is opened, and closed when nothing stands on it (R-PAY-115)', async () => {
    const turnover = await place.get<{ accounts: { purpose: string }[] }>(
      'payments',
      `/v1/accounts/${PAYER}/${KHORGOS}/turnover?from=2026-03-01&to=2026-03-31`,
      officer,
    );
    const none = { calculated: '0.00', offset: '0.00', returned: '0.00' };
    expect(turnover.body.accounts).toEqual([
      {
        ...{ ...none, purpose: 'IMPORT_VAT', budgetCode: '105102' },
        ...{ assessed: '1000000.00', reduced: '900000.00', paid: '400000.00' },
      },
      {
        ...{ ...none, purpose: 'PENALTY_INTEREST_IMPORT_VAT', budgetCode: '105112' },
        ...{ assessed: expect.any(String), reduced: expect.any(String), paid: '12000.00' },
      },
    ]);
    const close = (payer: string) =>
      place.post<Refusal>('payments', `/v1/accounts/${payer}/${KHORGOS}/closures`, {}, officer);
    expect((await close(PAYER)).body.reasons).toMatchObject([{ code: 'ACCOUNT_NOT_EMPTY' }]);
    const account = { payer: UNUSED_PAYER, name: 'Empty TOO', customsBody: KHORGOS };
    expect((await place.post('payments', '/v1/accounts', account, officer)).status).toBe(201);
    expect((await close(UNUSED_PAYER)).status).toBe(201);
    expect((await close(UNUSED_PAYER)).body.reasons).toMatchObject([{ code: 'ACCOUNT_CLOSED_ALREADY' }]);
    expect((await place.post('payments', '/v1/accounts', account, officer)).status).toBe(201);
    expect((await close(UNUSED_PAYER)).status).toBe(201);
  });

  it('stand still from the day of the court decision, at once and for the time before it was told (R-PAY-131)', async () => {
    await enter({ payer: OTHER_PAYER, document: 'ACT/2026/8' });
    const decision = { cause: 'BANKRUPT_DECISION', from: '2026-03-08', evidence: 'COURT/77' };
    const { body } = await act('standstills', decision, officer, OTHER_PAYER);
    expect(body.interest).toMatchObject([
      { posted: '5479.45', days: [{ first: '2026-03-03', last: '2026-03-07' }] },
    ]);
    const unfit = await act<Refusal>('standstills', { ...decision, cancelledOn: '2026-03-09' });
    expect(unfit.body.reasons).toMatchObject([{ pointer: '/cancelledOn' }]);
  });

  it('stand on the account once a notice is drafted; the notice takes its interest from there, its recall takes them back (R-PAY-003, R-PAY-126)', async () => {
    const found = {
      ...{ payer: UNUSED_PAYER, payerName: 'Empty TOO', payerAddress: 'Almaty', customsBody: KHORGOS },
      ...{ regime: 'CODE_2010', occasion: 'DEBT_ON_ACCOUNT', foundOn: '2026-03-15', arisenOn: '2026-03-02' },
      ...{ limitationStart: 'DECLARING_COMPLETED', limitationStartedOn: '2026-03-02' },
      debts: [{ kind: 'IMPORT_VAT', unpaid: '1000000', dueOn: '2026-03-02' }],
    };
    type Notice = { id: string; number: string; debts: { principal: string; penaltyInterest: string }[] };
    const drafted = await place.post<Notice>('payments', '/v1/debt-notices', found, officer);
    expect(drafted.status).toBe(201);
    expect(await read('', UNUSED_PAYER)).toMatchObject({
      sums: [{ document: drafted.body.number, dueOn: '2026-03-02', unpaid: '1000000.00' }],
      interest: [{ posted: '13150.68', postedUntil: '2026-03-14' }],
    });
    await receive({
      payerIdentificationNumber: UNUSED_PAYER,
      payerName: 'Empty TOO',
      amount: '500000.00',
      paidOn: '2026-03-10',
    });
    const half = { kind: 'IMPORT_VAT', amount: '500000', from: 'ADVANCE' };
    expect((await act('payments', half, officer, UNUSED_PAYER)).status).toBe(201);
    const [item] = await database.query<{ id: string }[]>(
      `SELECT id FROM work_items WHERE kind = 'DEBT_NOTICE' AND subject_id = $1`,
      [drafted.body.id],
    );
    await place.post('payments', `/v1/work-items/${item?.id ?? ''}/claim`, {}, officer);
    const wording = {
      ...{ demand: 'Pay the debt.', reasonCode: 'DEBT_ON_ACCOUNT', reasonText: 'VAT was not paid.' },
      ...{ appealProcedure: 'Within 20 calendar days.', amendmentNeeded: false },
    };
    const sent = await place.post<Notice>(
      'payments',
      `/v1/debt-notices/${drafted.body.id}/sendings`,
      wording,
      officer,
    );
    // 13 days on 1,000,000 to 15 March: the half was paid that day.
    expect(sent.body.debts).toEqual([
      { kind: 'IMPORT_VAT', principal: '500000.00', penaltyInterest: '14246.58' },
    ]);
    expect((await balances(UNUSED_PAYER))['INTEREST_DUE IMPORT_VAT']).toBe('1424658');
    const recalled = await place.post(
      'payments',
      `/v1/debt-notices/${drafted.body.id}/withdrawals`,
      { cause: 'The debt was found by mistake.' },
      officer,
    );
    expect(recalled.status).toBe(201);
    expect(await balances(UNUSED_PAYER)).toEqual({ 'ADVANCE_MONEY IMPORT_VAT': '50000000' });
  });

  it('balance in the books after all of it', async () => {
    const auditor = await place.token({ subject: 'auditor', roles: ['AUDITOR'], posts: [KHORGOS] });
    const { body } = await place.get('payments', '/v1/accounts/trial-balance', auditor);
    expect(body).toMatchObject({ balanced: true, balancesAgree: true });
  });
});
