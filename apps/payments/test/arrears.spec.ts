import {
  ArrearsStatusChangedSchema,
  DeclarationRegisteredSchema,
  DebtAroseSchema,
  GoodsReleasedSchema,
  MoneyReceivedSchema,
  PaymentConfirmationSchema,
  timestampOf,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { confirmation, declaration, KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

const ALMATY = '55001';
const PERSON = '870301300452';
const THIRD_PAYER = '191040012345';

interface Refusal {
  reasons: { code: string }[];
}

/** VAT of a declaration released today: due at the end of this day. */
const DUE_TODAY = {
  payer: PAYER,
  payerName: 'Stanok TOO',
  customsBody: KHORGOS,
  source: 'CUSTOMS_CONTROL',
  document: 'ACT/2026/7',
  trigger: 'DOMESTIC_CONSUMPTION',
  days: { REGISTRATION: '2026-03-10', RELEASE: '2026-03-10' },
  origin: { origin: 'RELEASE', customsBody: KHORGOS },
  limitationStart: 'DECLARING_COMPLETED',
  limitationStartedOn: '2026-03-10',
  sums: [{ kind: 'IMPORT_VAT', amount: '1000000' }],
};
const OVERDUE = { days: { REGISTRATION: '2026-03-01', RELEASE: '2026-03-02' } };

describe('debts that arise and the arrears of payers', () => {
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
    officer = await place.token({
      subject: 'officer-1',
      roles: ['ACCOUNT_OFFICER'],
      posts: [KHORGOS, ALMATY],
    });
  };
  const moveTo = async (instant: string) => {
    clock.moveTo(instant);
    await signIn();
  };
  const enter = async (changes: object = {}) => {
    const { status } = await place.post('payments', '/v1/debts', { ...DUE_TODAY, ...changes }, officer);
    expect(status).toBe(201);
  };
  const at = (customsBody: string) => ({ customsBody, origin: { origin: 'RELEASE', customsBody } });
  const act = (route: string, body: object, payer = PAYER, customsBody = KHORGOS) =>
    place.post<Refusal>('payments', `/v1/debts/${payer}/${customsBody}/${route}`, body, officer);
  const arisen = (payer = PAYER) =>
    place
      .messages(DebtAroseSchema)
      .filter((event) => event.payer === payer)
      .map(({ customsBody, document, paymentKind, amount, dueOn, interestFrom }) =>
        [customsBody, document, paymentKind, amount?.tiyn, dueOn, interestFrom].join(' '),
      );
  const states = (payer = PAYER) =>
    place
      .messages(ArrearsStatusChangedSchema)
      .filter((event) => event.payer === payer)
      .map(({ version, present, opened, closed }) => ({ version, present, opened, closed }));
  const itemsOf = (document: string) =>
    database.query<{ id: string; subject: string; status: string; outcome: string | null; due_at: Date }[]>(
      `SELECT i.id, i.subject_id AS subject, i.status, i.outcome, i.due_at FROM work_items i JOIN late_sums s ON s.id::text = i.subject_id
        WHERE i.kind = 'DEBT_ON_ACCOUNT' AND s.document = $1 ORDER BY i.opened_at`,
      [document],
    );
  const claim = async (document: string) => {
    const [item] = await itemsOf(document);
    if (!item) throw new Error(`no item of ${document}`);
    expect((await place.post('payments', `/v1/work-items/${item.id}/claim`, {}, officer)).status).toBe(200);
    return item.subject;
  };

  it('arise at the end of the due day, once, and open the arrears of the payer; interest opens a day later (R-PAY-125)', async () => {
    await enter();
    await moveTo('2026-03-10T18:59:00Z');
    expect([arisen(), states(), await itemsOf('ACT/2026/7')]).toEqual([[], [], []]);
    await moveTo('2026-03-10T19:00:01Z');
    await eventually(() =>
      expect(arisen()).toEqual([`${KHORGOS} ACT/2026/7 IMPORT_VAT 100000000 2026-03-10 2026-03-11`]),
    );
    await eventually(() =>
      expect(states()).toEqual([{ version: 1n, present: true, opened: ['TAXES'], closed: [] }]),
    );
    await moveTo('2026-03-11T19:00:01Z');
    await eventually(() =>
      expect(states().slice(1)).toEqual([
        { version: 2n, present: true, opened: ['PENALTY_INTEREST'], closed: [] },
      ]),
    );
    await moveTo('2026-03-14T19:00:01Z');
    await eventually(async () =>
      expect(
        await database.query(`SELECT accrued_until::text AS until FROM penalty_interest WHERE payer = $1`, [
          PAYER,
        ]),
      ).toEqual([{ until: '2026-03-14' }]),
    );
    expect([arisen().length, states().length]).toEqual([1, 2]);
  });

  it('ask an officer for the notice within two working days of the finding, who drafts it or says why not (R-PAY-140)', async () => {
    const [item] = await itemsOf('ACT/2026/7');
    expect(item).toMatchObject({ status: 'OPEN' });
    expect(item?.due_at.toISOString()).toBe('2026-03-13T18:59:59.999Z');
    const said = {
      payerName: 'Stanok TOO',
      payerAddress: 'Almaty, Abay 1',
      regime: 'CODE_2010',
      limitationStart: 'DECLARING_COMPLETED',
      limitationStartedOn: '2026-03-10',
    };
    const draft = (subject: string, body: object = said, token = officer) =>
      place.post<Refusal & { id: string; status: string; caseId: string; found: unknown }>(
        'payments',
        `/v1/debts/${subject}/notices`,
        body,
        token,
      );
    expect((await draft(item?.subject ?? '')).status).toBe(409);
    const elsewhere = await place.token({
      subject: 'officer-9',
      roles: ['ACCOUNT_OFFICER'],
      posts: ['55311'],
    });
    expect((await draft(item?.subject ?? '', said, elsewhere)).status).toBe(403);
    const subject = await claim('ACT/2026/7');
    const late = await draft(subject, { ...said, limitationStartedOn: '2021-03-01' });
    expect([late.status, late.body.reasons.map(({ code }) => code)]).toEqual([422, ['LIMITATION_EXPIRED']]);
    expect((await itemsOf('ACT/2026/7')).map(({ status }) => status)).toEqual(['CLAIMED']);
    const drafted = await draft(subject);
    expect(drafted.body).toMatchObject({
      status: 'DRAFT',
      found: [{ kind: 'IMPORT_VAT', unpaid: '1000000.00', dueOn: '2026-03-10' }],
    });
    expect(await itemsOf('ACT/2026/7')).toMatchObject([{ status: 'COMPLETED', outcome: 'NOTICE_DRAFTED' }]);
    await enter({ ...OVERDUE, payer: PERSON, document: 'ACT/9', payerName: 'A person' });
    const other = await claim('ACT/9');
    const why = { why: 'Limitation is over.' };
    expect((await place.post('payments', `/v1/debts/${other}/closures`, why, officer)).status).toBe(200);
    const days = { REGISTRATION: '2026-03-01', RELEASE: '2026-03-03' };
    await enter({ days, payer: PERSON, document: 'ACT/10' });
    const notice = {
      ...{ ...said, payer: PERSON, customsBody: KHORGOS, occasion: 'DEBT_ON_ACCOUNT' },
      ...{ foundOn: '2026-03-15', arisenOn: '2026-03-03' },
      debts: [{ kind: 'IMPORT_VAT', unpaid: '1000000', dueOn: '2026-03-03' }],
    };
    expect((await place.post('payments', '/v1/debt-notices', notice, officer)).status).toBe(201);
    expect(await itemsOf('ACT/9')).toMatchObject([{ status: 'COMPLETED', outcome: 'CLOSED' }]);
    expect(await itemsOf('ACT/10')).toMatchObject([{ status: 'CANCELLED', outcome: 'NOTICE_DRAFTED' }]);
  });

  it('close when the payer has paid at every customs body, with the posting that did it', async () => {
    await enter({ ...OVERDUE, ...at(ALMATY), document: 'ACT/2026/8' });
    await eventually(() => expect(arisen()).toHaveLength(2));
    const money = confirmation({ amount: '1100000.00', paidOn: '2026-03-14' });
    await place.send(PaymentConfirmationSchema, money);
    await eventually(() =>
      expect(place.messages(MoneyReceivedSchema).map((event) => event.bankReference)).toContain(
        money.bankReference,
      ),
    );
    const paid = await act('payments', { kind: 'IMPORT_VAT', amount: '1005000', from: 'ADVANCE' });
    expect(paid.status).toBe(201);
    expect((await act('payments', { kind: 'IMPORT_VAT', amount: '479.45', from: 'ADVANCE' })).status).toBe(
      201,
    );
    // The other body still shows both kinds.
    expect(states()).toHaveLength(2);
    const lowering = { document: 'ACT/2026/8', kind: 'IMPORT_VAT', amount: '1000000', decision: 'COURT/5' };
    expect((await act('reductions', lowering, PAYER, ALMATY)).status).toBe(201);
    await eventually(() =>
      expect(states().slice(2)).toEqual([
        { version: 3n, present: false, opened: [], closed: ['TAXES', 'PENALTY_INTEREST'] },
      ]),
    );
    expect(await itemsOf('ACT/2026/8')).toMatchObject([{ status: 'CANCELLED', outcome: 'NOTHING_OWED' }]);
    const [row] = await database.query<{ accounts: object }[]>(
      `SELECT accounts FROM arrears WHERE payer = $1`,
      [PAYER],
    );
    expect(row?.accounts).toEqual({});
  });

  it('do not arise of duties and taxes of at most EUR 5 together, of a charge always (R-PAY-069)', async () => {
    const small = { ...OVERDUE, payer: THIRD_PAYER, payerName: 'Third TOO' };
    await enter({ ...small, document: 'ACT/11', sums: [{ kind: 'IMPORT_VAT', amount: '100' }] });
    await enter({ ...small, document: 'ACT/12', sums: [{ kind: 'CHARGE_ESCORT', amount: '1' }] });
    await eventually(() =>
      expect(arisen(THIRD_PAYER)).toEqual([`${KHORGOS} ACT/12 CHARGE_ESCORT 100 2026-03-02 2026-03-03`]),
    );
    expect([await itemsOf('ACT/11'), (await itemsOf('ACT/12')).length]).toEqual([[], 1]);
  });

  it('say the truth of a payer whose accounts at two bodies change at the same moment', async () => {
    const bodies = [KHORGOS, ALMATY];
    for (let round = 0; round < 6; round += 1) {
      const document = `ROUND/${round}`;
      await Promise.all(
        bodies.map((body) =>
          enter({ ...OVERDUE, ...at(body), payer: OTHER_PAYER, payerName: 'Other', document }),
        ),
      );
      const lowering = { document, kind: 'IMPORT_VAT', amount: '1000000', decision: 'COURT/6' };
      const lowered = await Promise.all(bodies.map((body) => act('reductions', lowering, OTHER_PAYER, body)));
      expect(lowered.map(({ status }) => status)).toEqual([201, 201]);
    }
    await eventually(() => expect(states(OTHER_PAYER)).toHaveLength(12));
    const told = states(OTHER_PAYER).sort((one, other) => Number(one.version - other.version));
    expect(told.map(({ version }) => version)).toEqual(Array.from({ length: 12 }, (_, n) => BigInt(n + 1)));
    expect(told.map(({ present }) => present)).toEqual(Array.from({ length: 12 }, (_, n) => n % 2 === 0));
  });

  const released = async (decidedAt: Date, changes: Parameters<typeof declaration>[0] = {}) => {
    const of = declaration(changes);
    await place.send(DeclarationRegisteredSchema, of);
    await eventually(async () =>
      expect(
        await database.query(`SELECT 1 FROM liabilities WHERE declaration_id = $1`, [of.declarationId]),
      ).toHaveLength(1),
    );
    await place.send(GoodsReleasedSchema, {
      ...{ declarationId: of.declarationId, caseId: of.caseId },
      decidedAt: timestampOf(decidedAt),
    });
    await eventually(async () =>
      expect(
        await database.query(`SELECT 1 FROM liabilities WHERE declaration_id = $1 AND released`, [
          of.declarationId,
        ]),
      ).toHaveLength(1),
    );
    return of;
  };

  it('arise of goods released uncovered; the officer of the release decides first, then a notice is asked; money closes them at once', async () => {
    const told = states().length;
    const waits = await released(clock.now());
    const left = await released(clock.now());
    await moveTo('2026-03-15T19:00:01Z');
    await eventually(() =>
      expect(states().slice(told)).toMatchObject([{ present: true, opened: ['DUTIES', 'TAXES', 'CHARGES'] }]),
    );
    await eventually(() => expect(arisen().filter((debt) => debt.includes(waits.number))).toHaveLength(3));
    expect(await itemsOf(left.number)).toEqual([]);
    const [item] = await database.query<{ id: string }[]>(
      `SELECT id FROM work_items WHERE kind = 'RELEASED_WITHOUT_COVER' AND subject_id = $1`,
      [left.declarationId],
    );
    await place.post('payments', `/v1/work-items/${item?.id ?? ''}/claim`, {}, officer);
    const path = `/v1/liabilities/${left.number}/debts`;
    expect((await place.post('payments', path, {}, officer)).status).toBe(201);
    expect(await itemsOf(left.number)).toMatchObject([{ status: 'OPEN' }]);
    const sums = [
      ['IMPORT_DUTY', '300000'],
      ['IMPORT_VAT', '1648000'],
      ['CHARGE_DECLARATION', '20000'],
    ];
    for (const [kind, amount] of sums) {
      const lowering = { document: left.number, kind, amount, decision: 'COURT/7', ground: 'RE_IMPORT' };
      expect((await act('reductions', lowering)).status).toBe(201);
    }
    expect(await itemsOf(left.number)).toMatchObject([{ status: 'CANCELLED' }]);
    expect(states().slice(told)).toHaveLength(1);
    await place.send(PaymentConfirmationSchema, confirmation({ amount: '1968000.00', paidOn: '2026-03-16' }));
    await eventually(() =>
      expect(states().slice(told + 1)).toMatchObject([
        { present: false, closed: ['DUTIES', 'TAXES', 'CHARGES'] },
      ]),
    );
  });

  it('refuses to confirm an overpayment of a declaration whose limitation is over, and not before (R-PAY-075)', async () => {
    const money = confirmation({ amount: '4000000.00', paidOn: '2026-03-16' });
    await place.send(PaymentConfirmationSchema, money);
    await eventually(() =>
      expect(place.messages(MoneyReceivedSchema).map((event) => event.bankReference)).toContain(
        money.bankReference,
      ),
    );
    const apply = async (releasedAt: string) => {
      const { number } = await released(new Date(releasedAt));
      const payer = await place.token({ subject: 'stanok', roles: ['DECLARANT'], organisation: PAYER });
      const application = {
        ...{ payer: PAYER, customsBody: KHORGOS, paidAs: 'OVERPAID', purpose: 'IMPORT_DUTY', amount: '5' },
        ground: { ground: 'OVERPAID' },
        ...{
          overpaidOn: '2026-03-10',
          paidFor: 'DECLARATION',
          copies: ['DECLARATION'],
          declarationNumber: number,
        },
      };
      const path = '/v1/overpayment-applications';
      const { body } = await place.post<Refusal>('payments', path, application, payer);
      return body.reasons.map(({ code }) => code);
    };
    // Today is 16 March 2026 in Almaty.
    expect(await apply('2021-03-12T06:00:00Z')).toContain('LIMITATION_EXPIRED');
    const inTime = await apply('2021-03-16T06:00:00Z');
    expect(inTime).toContain('OVERPAYMENT_DOCS_MISSING');
    expect(inTime).not.toContain('LIMITATION_EXPIRED');
  });
});
