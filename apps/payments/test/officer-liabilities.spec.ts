import {
  DeclarationRegisteredSchema,
  GoodsReleasedSchema,
  LiabilityAssessedSchema,
  LiabilityCoveredSchema,
  LiabilityEndedSchema,
  LiabilityNotAssessedSchema,
  LiabilityShortSchema,
  MoneyReceivedSchema,
  PaymentConfirmationSchema,
  ReleaseReservationSchema,
  ReserveSecuritySchema,
  SecurityReservedSchema,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { confirmation, declaration, KHORGOS, PAYER } from './payments.fixture.js';

interface LiabilityView {
  status: string;
  endReason: string | null;
  total: string;
  dueOn: string | null;
  trigger: string | null;
  kinds: { kind: string; guarantee: string }[];
  security: { state: string } | null;
  lines: { kind: string; payable: string; rule: string; article: string }[];
}

interface Refusal {
  reasons: { code: string; pointer?: string; parameters?: Record<string, string> }[];
}

describe('liabilities that the machine leaves open', () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  let place: ServicesUnderTest;
  let database: DataSource;
  let officer: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    database = place.service('payments').app.get(DataSource);
    officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
  });

  afterAll(() => place.stop());

  const claim = async (kind: string, subjectId: string) => {
    const [item] = await database.query<{ id: string }[]>(
      `SELECT id FROM work_items WHERE kind = $1 AND subject_id = $2 AND status = 'OPEN'`,
      [kind, subjectId],
    );
    if (!item) throw new Error(`no open item ${kind} of ${subjectId}`);
    expect(
      (await place.post('payments', `/v1/work-items/${item.id}/claim`, {}, officer)).status,
    ).toBeLessThan(300);
  };
  const act = <Body = LiabilityView>(number: string, route: string, body: object = {}, token = officer) =>
    place.post<Body>('payments', `/v1/liabilities/${number}/${route}`, body, token);
  const read = async (number: string) =>
    (await place.get<LiabilityView>('payments', `/v1/liabilities/${number}`, officer)).body;
  const register = async (changes: Parameters<typeof declaration>[0], value?: bigint) => {
    const filed = declaration(changes, value);
    await place.send(DeclarationRegisteredSchema, filed);
    return filed;
  };
  const release = ({ declarationId, caseId }: { declarationId: string; caseId: string }) =>
    place.send(GoodsReleasedSchema, {
      declarationId,
      caseId,
      decidedAt: { seconds: BigInt(Math.floor(clock.now().getTime() / 1_000)), nanos: 0 },
    });
  const advance = async (amount: string) => {
    const message = confirmation({ amount });
    await place.send(PaymentConfirmationSchema, message);
    await eventually(() =>
      expect(place.messages(MoneyReceivedSchema).map((event) => event.bankReference)).toContain(
        message.bankReference,
      ),
    );
  };
  const told = (schema: Parameters<typeof place.messages>[0], declarationId: string) =>
    eventually(() =>
      expect(
        place
          .messages(schema)
          .filter((event) => 'declarationId' in event && event.declarationId === declarationId),
      ).not.toEqual([]),
    );
  const balanceOf = async (key: string) => {
    const [row] = await database.query<{ balance: string }[]>(
      `SELECT sum(balance)::text AS balance FROM account_balances WHERE account_key = $1`,
      [key],
    );
    return row?.balance;
  };

  describe('assessed by an officer', () => {
    const relief = { items: [{ ...(declaration().items[0] ?? {}), preference: 'OOOO-LP' }] };
    const lines = [
      {
        item: 1,
        kind: 'IMPORT_DUTY',
        base: '10000000',
        ratePercent: '3',
        payable: '0',
        relief: 'art. 123.3',
      },
      { item: 1, kind: 'IMPORT_VAT', base: '10000000', ratePercent: '16', payable: '1600000' },
      { item: 0, kind: 'CHARGE_DECLARATION', base: '0', rate: '20000 KZT', payable: '20000' },
    ];
    const assessment = { trigger: 'DOMESTIC_CONSUMPTION', lines };

    it('go on as after the machine: lines, postings, cover, and the item is done (R-PAY-055)', async () => {
      const filed = await register(relief);
      await told(LiabilityNotAssessedSchema, filed.declarationId);
      expect((await act(filed.number, 'assessments', assessment)).status).toBe(409);
      await claim('ASSESSMENT', filed.declarationId);
      const { status, body } = await act(filed.number, 'assessments', assessment);
      expect(status).toBe(201);
      expect(body).toMatchObject({ status: 'SHORT', total: '1620000.00' });
      await told(LiabilityAssessedSchema, filed.declarationId);
      await told(LiabilityShortSchema, filed.declarationId);
      expect(await read(filed.number)).toMatchObject({
        trigger: 'DOMESTIC_CONSUMPTION',
        lines: [
          { kind: 'IMPORT_DUTY', payable: '0.00', article: 'art. 123.3', rule: 'OFFICER' },
          { kind: 'IMPORT_VAT', payable: '1600000.00' },
          { kind: 'CHARGE_DECLARATION', payable: '20000.00' },
        ],
      });
      await advance('1620000.00');
      await told(LiabilityCoveredSchema, filed.declarationId);
      const again = await act<Refusal>(filed.number, 'assessments', assessment);
      expect(again.body.reasons).toMatchObject([{ code: 'LIABILITY_ASSESSED_ALREADY' }]);
    });

    it('are refused a sum that its percent does not give, a line twice, a line without a rate', async () => {
      const filed = await register(relief);
      await told(LiabilityNotAssessedSchema, filed.declarationId);
      const [, vat, charge] = lines;
      const wrong = { ...vat, payable: '1600000.01' };
      const bare = { ...charge, rate: undefined };
      const { body } = await act<Refusal>(filed.number, 'assessments', {
        ...assessment,
        lines: [wrong, vat, bare],
      });
      expect(body.reasons).toMatchObject([
        {
          code: 'ASSESSMENT_SUM_DIFFERS',
          pointer: '/lines/0/payable',
          parameters: { calculated: '1600000.00' },
        },
        { code: 'ASSESSMENT_LINE_TWICE', pointer: '/lines/1' },
        { code: 'ASSESSMENT_RATE_MISSING', pointer: '/lines/2/rate' },
      ]);
    });

    it('belong to the officers of the customs body', async () => {
      const filed = await register(relief);
      await told(LiabilityNotAssessedSchema, filed.declarationId);
      const other = await place.token({ subject: 'officer-2', roles: ['ACCOUNT_OFFICER'], posts: ['55001'] });
      expect((await act(filed.number, 'assessments', assessment, other)).status).toBe(403);
      expect((await act('55302/100326/9999999', 'assessments', assessment)).status).toBe(404);
    });
  });

  it('released uncovered fall due on the day of release, run interest, stay as a debt of the account, and are reduced on a ground of the law only (R-PAY-065, R-PAY-116)', async () => {
    const filed = await register({});
    await told(LiabilityShortSchema, filed.declarationId);
    await release(filed);
    await eventually(async () => expect(await read(filed.number)).toMatchObject({ dueOn: '2026-03-10' }));
    const early = await act<Refusal>(filed.number, 'debts');
    expect(early.status).toBe(409);
    await claim('RELEASED_WITHOUT_COVER', filed.declarationId);
    const left = await act(filed.number, 'debts');
    expect(left.body).toMatchObject({ status: 'ENDED', endReason: 'LEFT_AS_DEBT' });
    await told(LiabilityEndedSchema, filed.declarationId);
    clock.moveTo('2026-03-12T19:30:00Z');
    officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
    await eventually(async () =>
      expect(BigInt((await balanceOf(`INTEREST_DUE:${PAYER}:${KHORGOS}:IMPORT_VAT`)) ?? '0')).toBeGreaterThan(
        0n,
      ),
    );
    const debts = await place.get<{ interest: { kind: string; amount: string; days: { days: number }[] }[] }>(
      'payments',
      `/v1/debts/${PAYER}/${KHORGOS}?until=2026-03-12&document=${filed.number}`,
      officer,
    );
    // Duty 300,000, VAT 1,648,000, charge 20,000; two days at 16 % x 2.5: charges run as taxes do.
    expect(Object.fromEntries(debts.body.interest.map(({ kind, amount }) => [kind, amount]))).toEqual({
      IMPORT_DUTY: '657.53',
      IMPORT_VAT: '3612.05',
      CHARGE_DECLARATION: '43.84',
    });
    const refused = await act<Refusal>(filed.number, 'debts');
    expect(refused.body.reasons).toMatchObject([{ code: 'DEBT_NOT_LEFT_BY_RELEASE' }]);
    const reduce = (changes: object) =>
      place.post<Refusal>(
        'payments',
        `/v1/debts/${PAYER}/${KHORGOS}/reductions`,
        { document: filed.number, kind: 'IMPORT_DUTY', amount: '300000', decision: 'RE/1', ...changes },
        officer,
      );
    expect((await reduce({})).body.reasons).toMatchObject([
      { code: 'PAYER_ENTRY_NOT_REDUCED', pointer: '/ground' },
    ]);
    expect((await reduce({ ground: 'COURT_DECISION' })).status).toBe(400);
    expect((await reduce({ ground: 'RE_IMPORT' })).status).toBe(201);
  });

  it('secured are paid later from the account, and the reservation is given back when all is paid', async () => {
    await advance('20000.00');
    const filed = await register({ securityNumber: 'BG-2026-1' }, 100_000_000n);
    await told(ReserveSecuritySchema, filed.declarationId);
    const asked = place
      .messages(ReserveSecuritySchema)
      .find((one) => one.declarationId === filed.declarationId);
    await place.send(SecurityReservedSchema, {
      reservationId: asked?.reservationId ?? '',
      securityNumber: 'BG-2026-1',
      declarationId: filed.declarationId,
      caseId: filed.caseId,
      amount: asked?.amount,
    });
    await told(LiabilityCoveredSchema, filed.declarationId);
    await release(filed);
    await told(LiabilityEndedSchema, filed.declarationId);
    const pay = (kind: string, amount: string) => ({ kind, amount, from: 'ADVANCE' });
    const refusal = async (body: object) =>
      (await act<Refusal>(filed.number, 'secured-payments', body)).body.reasons.map(({ code }) => code);
    expect(await refusal(pay('IMPORT_VAT', '164800.01'))).toEqual([
      'SECURED_DEBT_PAID_ABOVE',
      'SECURED_DEBT_MONEY_SHORT',
    ]);
    await advance('194800.00');
    const payer = await place.token({ subject: 'trader', roles: ['DECLARANT'], organisation: PAYER });
    const first = await act(filed.number, 'secured-payments', pay('IMPORT_VAT', '164800'), payer);
    expect(first.body).toMatchObject({ security: { state: 'RESERVED' } });
    const last = await act(filed.number, 'secured-payments', pay('IMPORT_DUTY', '30000'), payer);
    expect(last.body).toMatchObject({ security: { state: 'RETURNED' } });
    expect(await balanceOf(`GUARANTEE_SECURED:${PAYER}:${KHORGOS}:IMPORT_VAT`)).toBe('0');
    await eventually(() =>
      expect(place.messages(ReleaseReservationSchema)).toMatchObject([
        { reservationId: asked?.reservationId, cause: 'PAID' },
      ]),
    );
  });

  it('leave books that balance', async () => {
    const auditor = await place.token({ subject: 'auditor', roles: ['AUDITOR'], posts: [KHORGOS] });
    const { body } = await place.get('payments', '/v1/accounts/trial-balance', auditor);
    expect(body).toMatchObject({ balanced: true, balancesAgree: true });
  });
});
