import { randomUUID } from 'node:crypto';
import {
  AccountDebtEnteredSchema,
  ContingentLiabilityClosedSchema,
  ContingentLiabilityOpenedSchema,
  DeclarationAdjustedAfterReleaseSchema,
  DeclarationRegisteredSchema,
  DeclarationWithdrawnSchema,
  GoodsReleasedSchema,
  LiabilityAssessedSchema,
} from '@shekara/contracts';
import type { VirtualClock } from '@shekara/kernel';
import { eventually } from '@shekara/testing';
import type { ServicesUnderTest } from '@shekara/testing/services';
import { type Khorgos, khorgosOf, type Refusal, startKhorgos } from './cover.fixture.js';
import { declaration, KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

interface ContingentView {
  id: string;
  status: string;
  reason: string;
  relief: string;
  amount: string;
  left: string;
  endsOn: string | null;
  releasedOn: string;
  sums: { item: number; kind: string; amount: string; closed?: { by: string; dueOn?: string } }[];
}

interface DebtsView {
  sums: { kind: string; document: string; trigger: string; dueOn: string; amount: string; unpaid: string }[];
  interest: { kind: string; amount: string; days: { first: string; days: number }[] }[];
}

/** Two items of 10,000,000 each: duty 300,000 of each is relieved, five years. */
const CONCESSION = '00CC0000';
/** The same for three years. */
const FOR_THREE_YEARS = '00IP0000';
const ACT = { document: 'ACT/2026/12', finding: 'The press is let to another enterprise' };

describe('contingent liabilities of conditional release at Khorgos', () => {
  let khorgos: Khorgos;
  let place: ServicesUnderTest;
  let clock: VirtualClock;
  let payer: string;
  let other: string;
  let officer: string;
  let inspector: string;
  let elsewhere: string;

  const signIn = async () => {
    const officerAt = (subject: string, post: string, role: 'ACCOUNT_OFFICER' | 'INSPECTION_OFFICER') =>
      place.token({ subject, roles: [role], posts: [post] });
    payer = await place.token({ subject: 'stanok', roles: ['DECLARANT'], organisation: PAYER });
    other = await place.token({ subject: 'other', roles: ['DECLARANT'], organisation: OTHER_PAYER });
    officer = await officerAt('officer-1', KHORGOS, 'ACCOUNT_OFFICER');
    inspector = await officerAt('inspector-1', KHORGOS, 'INSPECTION_OFFICER');
    elsewhere = await officerAt('officer-2', '55311', 'ACCOUNT_OFFICER');
  };
  const moveTo = async (instant: string) => {
    clock.moveTo(instant);
    await signIn();
  };

  beforeAll(async () => {
    khorgos = await startKhorgos();
    ({ place, clock } = khorgos);
    await signIn();
  });

  afterAll(() => place.stop());

  const { pay, balance, database } = khorgosOf(() => khorgos);

  const post = <Body = ContingentView>(path: string, body: object, token: string) =>
    place.post<Body>('payments', `/v1/contingent-liabilities/${path}`, body, token);
  const read = async (id: string, token = payer) =>
    place.get<ContingentView>('payments', `/v1/contingent-liabilities/${id}`, token);
  const page = async (query: string, token: string) =>
    place.get<{ items: ContingentView[]; next: string | null }>(
      'payments',
      `/v1/contingent-liabilities?${query}`,
      token,
    );
  const debts = async (document: string) =>
    (
      await place.get<DebtsView>(
        'payments',
        `/v1/debts/${PAYER}/${KHORGOS}?document=${encodeURIComponent(document)}`,
        officer,
      )
    ).body;
  const register = async (preference: string, changes: Parameters<typeof declaration>[0] = {}) => {
    const [item] = declaration().items;
    const filed = declaration({
      items: [1, 2].map((number) => ({ ...item, number, preference })),
      ...changes,
    });
    await place.send(DeclarationRegisteredSchema, filed);
    await eventually(() =>
      expect(
        place
          .messages(LiabilityAssessedSchema)
          .filter((event) => event.declarationId === filed.declarationId),
      ).toHaveLength(1),
    );
    return filed;
  };
  const openedOf = (declarationId: string) =>
    place.messages(ContingentLiabilityOpenedSchema).filter((event) => event.declarationId === declarationId);
  const closedOf = (id: string) =>
    place.messages(ContingentLiabilityClosedSchema).filter((event) => event.contingentLiabilityId === id);
  /** Registered and released on 10 March 2026. */
  const released = async (preference = CONCESSION, changes: Parameters<typeof declaration>[0] = {}) => {
    const filed = await register(preference, changes);
    const { declarationId, caseId, number } = filed;
    await place.send(GoodsReleasedSchema, { declarationId, caseId, number, customsBody: KHORGOS });
    const [opened] = await eventually(() => {
      const found = openedOf(declarationId);
      expect(found).toHaveLength(1);
      return found;
    });
    return { id: opened?.contingentLiabilityId ?? '', filed, opened };
  };
  const historyOf = async (id: string) =>
    (
      await database().query<{ type: string }[]>(
        `SELECT type FROM history WHERE stream = 'ContingentLiability' AND stream_id = $1 ORDER BY sequence`,
        [id],
      )
    ).map(({ type }) => type);
  const termOf = (id: string) =>
    database().query<{ status: string; due_at: Date }[]>(
      `SELECT status, due_at FROM deadlines WHERE kind = 'CONTINGENT_LIABILITY_TERM' AND subject_id = $1`,
      [id],
    );
  const codesOf = (body: unknown) => (body as Refusal).reasons.map(({ code }) => code);

  it('open at release with what the relief took off and the end of its limits (R-PAY-030)', async () => {
    const { id, filed, opened } = await released();
    expect(opened).toMatchObject({
      declarationNumber: filed.number,
      payer: PAYER,
      reason: 'RELIEF',
      relief: 'CHARTER_CAPITAL',
      amount: { tiyn: 60_000_000n },
      kinds: [
        { itemNumber: 1, paymentKind: 'IMPORT_DUTY', amount: { tiyn: 30_000_000n } },
        { itemNumber: 2, paymentKind: 'IMPORT_DUTY', amount: { tiyn: 30_000_000n } },
      ],
      endDate: '2031-03-10',
    });
    expect((await read(id)).body).toMatchObject({
      status: 'OPEN',
      amount: '600000.00',
      left: '600000.00',
      releasedOn: '2026-03-10',
      endsOn: '2031-03-10',
    });
    const [term] = await termOf(id);
    expect([term?.status, term?.due_at.toISOString()]).toEqual(['OPEN', '2031-03-10T18:59:59.999Z']);
    expect(await historyOf(id)).toEqual(['ContingentLiabilityOpened']);
    // Told again, nothing more is opened.
    await place.send(GoodsReleasedSchema, { declarationId: filed.declarationId, caseId: filed.caseId });
    await released();
    expect(openedOf(filed.declarationId)).toHaveLength(1);
  });

  it('do not open for a relief without use limits, or without any (R-PAY-230)', async () => {
    const free = await register('00OS0000');
    const plain = await register('');
    for (const { declarationId, caseId } of [free, plain])
      await place.send(GoodsReleasedSchema, { declarationId, caseId });
    await released();
    expect([...openedOf(free.declarationId), ...openedOf(plain.declarationId)]).toEqual([]);
  });

  it('are read by their declarant and the officers of the body, page by page, by nobody else', async () => {
    const { id } = await released();
    expect((await read(id, other)).status).toBe(404);
    expect((await read(id, elsewhere)).status).toBe(404);
    expect((await read(id, officer)).status).toBe(200);
    const { items, next } = (await page('limit=1', payer)).body;
    expect([items.length, next]).toEqual([1, items[0]?.id]);
    const rest = (await page(`limit=200&after=${next}`, officer)).body.items.map((one) => one.id);
    expect(rest).toContain(id);
    expect((await page('', elsewhere)).body.items).toEqual([]);
    expect((await page(`payer=${PAYER}`, other)).status).toBe(403);
  });

  it('fall due on the first day of misuse, with interest from the day after, item by item (R-PAY-042, R-PAY-062)', async () => {
    const { id, filed } = await released();
    await moveTo('2026-03-20T05:00:00Z');
    const misuse = { ...ACT, misusedOn: '2026-03-15', items: [1] };
    expect((await post(`${id}/misuses`, misuse, elsewhere)).status).toBe(403);
    expect((await post(`${id}/misuses`, misuse, payer)).status).toBe(403);
    const early = await post(`${id}/misuses`, { ...misuse, misusedOn: '2026-03-09' }, inspector);
    expect([early.status, codesOf(early.body)]).toEqual([422, ['MISUSE_OUTSIDE_LIMIT_PERIOD']]);

    const { status, body } = await post(`${id}/misuses`, misuse, inspector);
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'OPEN', left: '300000.00' });
    expect(body.sums[0]?.closed).toMatchObject({ by: 'MISUSED', dueOn: '2026-03-15' });
    const account = await debts(ACT.document);
    expect(account.sums).toMatchObject([
      {
        kind: 'IMPORT_DUTY',
        trigger: 'CONSUMPTION_RELIEF_MISUSED',
        dueOn: '2026-03-15',
        amount: '300000.00',
      },
    ]);
    expect(account.interest[0]?.days[0]).toMatchObject({ first: '2026-03-16' });
    await eventually(() => {
      expect(closedOf(id)).toMatchObject([
        {
          declarationNumber: filed.number,
          reason: 'MISUSED',
          amount: { tiyn: 30_000_000n },
          left: { tiyn: 30_000_000n },
          dueOn: '2026-03-15',
        },
      ]);
      expect(
        place.messages(AccountDebtEnteredSchema).filter(({ document }) => document === ACT.document),
      ).toMatchObject([{ trigger: 'CONSUMPTION_RELIEF_MISUSED', source: 'CUSTOMS_CONTROL' }]);
    });
    const again = await post(`${id}/misuses`, misuse, inspector);
    expect(codesOf(again.body)).toEqual(['NOTHING_CONTINGENT_OF_ITEM']);

    // The day is unknown: the registration day of the declaration.
    const rest = await post(`${id}/misuses`, { ...ACT, document: 'ACT/2026/13' }, officer);
    expect(rest.body).toMatchObject({ status: 'CLOSED', left: '0.00' });
    expect((await debts('ACT/2026/13')).sums[0]).toMatchObject({ dueOn: '2026-03-10' });
    expect((await termOf(id))[0]?.status).toBe('CANCELLED');
    const late = await post(
      `${id}/endings`,
      { because: 'RELEASED_FOR_RE_EXPORT', on: '2026-03-18', document: '55302/180326/0000001' },
      officer,
    );
    expect(codesOf(late.body)).toEqual(['OBLIGATION_END_UNFOUNDED']);
    expect(await historyOf(id)).toEqual([
      'ContingentLiabilityOpened',
      'ContingentLiabilityClosed',
      'ContingentLiabilityClosed',
    ]);
  });

  it('fall due on the day on which another use is announced, with all papers at the body of release (R-PAY-063, R-PAY-064)', async () => {
    const { id, filed } = await released();
    const application = {
      customsBody: KHORGOS,
      use: 'Sale on the market',
      paymentDocument: 'PAY-7',
      declarationCopy: true,
    };
    const path = `${id}/other-use-applications`;
    expect((await post(path, application, other)).status).toBe(404);
    expect((await post(path, application, elsewhere)).status).toBe(403);
    const refused = await post(
      path,
      { ...application, customsBody: '55311', paymentDocument: undefined, declarationCopy: false },
      payer,
    );
    expect(refused.status).toBe(422);
    expect(codesOf(refused.body)).toEqual(['CONDITIONAL_PAYMENT_INCOMPLETE', 'WRONG_CUSTOMS_BODY']);
    const nobody = await post(path, { ...application, applicant: 'OTHER' }, officer);
    expect(codesOf(nobody.body)).toEqual(['CONDITIONAL_PAYMENT_INCOMPLETE']);
    expect(codesOf((await post(path, application, officer)).body)).toEqual(['FIELD_INVALID']);

    const { status, body } = await post(path, application, payer);
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'CLOSED', left: '0.00' });
    expect(body.sums[0]?.closed).toMatchObject({ by: 'OTHER_USE_ANNOUNCED', dueOn: '2026-03-20' });
    const account = await debts(`${filed.number}/CHARTER_CAPITAL/1`);
    expect(account.sums).toMatchObject([
      { trigger: 'CONSUMPTION_RELIEF_OTHER_USE_ANNOUNCED', dueOn: '2026-03-20', amount: '600000.00' },
    ]);
    // The day of the application is a timely day: nothing has run on this sum.
    expect(account.interest).toMatchObject([{ amount: '0.00', days: [] }]);
    expect(codesOf((await post(path, application, payer)).body)).toEqual(['OBLIGATION_ENDED']);
  });

  it('end without payment by re-export, acceptance or destruction, with a document (R-PAY-032)', async () => {
    const { id } = await released();
    const path = `${id}/endings`;
    const reExport = { because: 'RELEASED_FOR_RE_EXPORT', document: '55302/180326/0000002', items: [1] };
    expect((await post(path, { ...reExport, on: '2026-03-20' }, payer)).status).toBe(403);
    expect(codesOf((await post(path, reExport, officer)).body)).toEqual(['FIELD_INVALID']);
    const partly = await post(path, { ...reExport, on: '2026-03-20' }, officer);
    expect(partly.body).toMatchObject({ status: 'OPEN', left: '300000.00' });
    const destroyed = { because: 'DESTROYED', document: 'ACT-D-1' };
    expect(codesOf((await post(path, destroyed, officer)).body)).toEqual(['OBLIGATION_END_UNFOUNDED']);
    const rest = await post(path, { ...destroyed, on: '2026-03-20' }, officer);
    expect(rest.body).toMatchObject({ status: 'CLOSED', left: '0.00' });
    await eventually(() =>
      expect(closedOf(id).map(({ reason, dueOn }) => [reason, dueOn])).toEqual([
        ['RELEASED_FOR_RE_EXPORT', ''],
        ['DESTROYED', ''],
      ]),
    );
  });

  it('carry the difference to the common tariff until it is paid from the account (R-PAY-231)', async () => {
    const account = { payer: OTHER_PAYER, name: 'Other TOO', customsBody: KHORGOS };
    expect((await place.post('payments', '/v1/accounts', account, officer)).status).toBe(201);
    // VAT of both items, the charge, and the difference.
    await pay({ payerIdentificationNumber: OTHER_PAYER, amount: '3820000.00' });
    const { id, filed, opened } = await released('RATE_BELOW_COMMON_TARIFF', {
      declarant: { name: 'Other TOO', country: 'KZ', identificationNumber: OTHER_PAYER },
    });
    expect(opened).toMatchObject({
      payer: OTHER_PAYER,
      reason: 'RATE_BELOW_COMMON_TARIFF',
      amount: { tiyn: 60_000_000n },
      endDate: '',
    });
    expect(await termOf(id)).toEqual([]);
    const path = `${id}/difference-payments`;
    expect((await post(path, { from: 'ADVANCE' }, payer)).status).toBe(404);
    expect(codesOf((await post(path, { from: 'KIND' }, other)).body)).toEqual(['ACCOUNT_MONEY_SHORT']);
    const ending = { because: 'DESTROYED', document: 'ACT-D-2', on: '2026-03-20' };
    expect(codesOf((await post(`${id}/endings`, ending, officer)).body)).toEqual([
      'OBLIGATION_END_UNFOUNDED',
    ]);
    const misuse = await post(`${id}/misuses`, { ...ACT, document: 'ACT/2026/14' }, officer);
    expect(codesOf(misuse.body)).toEqual(['DEBT_DUE_DAY_UNKNOWN']);

    expect(await balance('ADVANCE_MONEY', 'ADVANCE', OTHER_PAYER)).toBe('600000.00');
    const { status, body } = await post(path, { from: 'ADVANCE' }, other);
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'CLOSED', left: '0.00' });
    expect(body.sums[0]?.closed).toMatchObject({ by: 'DIFFERENCE_PAID' });
    expect(await balance('ADVANCE_MONEY', 'ADVANCE', OTHER_PAYER)).toBe('0.00');
    expect(await balance('PAYER_DUE', 'IMPORT_DUTY', OTHER_PAYER)).toBe('0.00');
    await eventually(() =>
      expect(closedOf(id)).toMatchObject([{ declarationNumber: filed.number, reason: 'DIFFERENCE_PAID' }]),
    );
    const relief = await released();
    expect(
      codesOf((await post(`${relief.id}/difference-payments`, { from: 'ADVANCE' }, payer)).body),
    ).toEqual(['NO_DIFFERENCE_TO_COMMON_TARIFF']);
  });

  it('fall due on the day of the adjustment that gives the relief up, and are charged once (R-PAY-074)', async () => {
    const { id, filed } = await released();
    const { declarationId, caseId, number } = filed;
    const items = filed.items.map((item) => (item.number === 2 ? { ...item, preference: '' } : item));
    await place.send(DeclarationAdjustedAfterReleaseSchema, {
      ...{ declarationId, caseId, number, customsBody: KHORGOS },
      adjustmentId: randomUUID(),
      version: 2,
      openedBy: 'DECLARANT',
      declaration: { ...filed, items },
    });
    await eventually(() =>
      expect(closedOf(id)).toMatchObject([
        {
          reason: 'RELIEF_GIVEN_UP',
          kinds: [{ itemNumber: 2, paymentKind: 'IMPORT_DUTY' }],
          dueOn: '2026-03-20',
          left: { tiyn: 30_000_000n },
        },
      ]),
    );
    expect(
      (await debts(`${number}/2`)).sums.map(({ kind, dueOn, amount }) => [kind, dueOn, amount]),
    ).toContainEqual(['IMPORT_DUTY', '2026-03-20', '300000.00']);
    const again = await post(`${id}/misuses`, { ...ACT, document: 'ACT/2026/16', items: [2] }, officer);
    expect(codesOf(again.body)).toEqual(['NOTHING_CONTINGENT_OF_ITEM']);
  });

  it('end with the withdrawal of their declaration', async () => {
    const { id, filed } = await released();
    const { declarationId, caseId, number } = filed;
    await place.send(DeclarationWithdrawnSchema, {
      ...{ declarationId, caseId, number, customsBody: KHORGOS, declarant: PAYER },
      goodsStatus: 'UNION',
      releasedBefore: true,
    });
    await eventually(() =>
      expect(closedOf(id)).toMatchObject([
        { reason: 'DECLARATION_WITHDRAWN', dueOn: '', left: { tiyn: 0n } },
      ]),
    );
    expect((await termOf(id))[0]?.status).toBe('CANCELLED');
  });

  it('repeat the answer of a command that comes twice', async () => {
    const { id } = await released();
    const key = `misuse-${id}`;
    const send = () =>
      place.post<ContingentView>(
        'payments',
        `/v1/contingent-liabilities/${id}/misuses`,
        { ...ACT, document: 'ACT/2026/15' },
        officer,
        key,
      );
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(await historyOf(id)).toHaveLength(2);
  });
});

describe('the limits of use at Khorgos', () => {
  let khorgos: Khorgos;

  beforeAll(async () => {
    khorgos = await startKhorgos();
  });

  afterAll(() => khorgos.place.stop());

  it('end the contingent liability when their period is over without a breach (R-PAY-031)', async () => {
    const { place, clock } = khorgos;
    const [item] = declaration().items;
    const filed = declaration({ items: [{ ...item, preference: `${FOR_THREE_YEARS},000000EV` }] });
    await khorgosOf(() => khorgos).pay({ amount: '20000.00' });
    await place.send(DeclarationRegisteredSchema, filed);
    const { declarationId, caseId } = filed;
    await eventually(() =>
      expect(
        place.messages(LiabilityAssessedSchema).filter((event) => event.declarationId === declarationId),
      ).toHaveLength(1),
    );
    await place.send(GoodsReleasedSchema, { declarationId, caseId });
    await eventually(() =>
      expect(
        place
          .messages(ContingentLiabilityOpenedSchema)
          .map(({ relief, endDate }) => [relief, endDate])
          .sort(),
      ).toEqual([
        ['EQUIPMENT_VAT', '2031-03-10'],
        ['INVESTMENT_PROJECT', '2029-03-12'],
      ]),
    );
    clock.moveTo('2029-03-12T18:59:00Z');
    expect(place.messages(ContingentLiabilityClosedSchema)).toEqual([]);
    clock.moveTo('2029-03-12T19:00:00Z');
    await eventually(() =>
      expect(place.messages(ContingentLiabilityClosedSchema)).toMatchObject([
        { relief: 'INVESTMENT_PROJECT', reason: 'LIMIT_PERIOD_OVER', dueOn: '', left: { tiyn: 0n } },
      ]),
    );
  });
});
