import { randomUUID } from 'node:crypto';
import {
  DebtAroseSchema,
  DeclarationRegisteredSchema,
  DeferralBrokenSchema,
  DeferralCancelledSchema,
  DeferralEndedSchema,
  DeferralGrantedSchema,
  DeferralRefusedSchema,
  DeferralRegisteredSchema,
  DeferralRestoredSchema,
  GoodsReleasedSchema,
  GoodsReleaseRefusedSchema,
  LiabilityAssessedSchema,
  LiabilityCoveredSchema,
  LiabilityEndedSchema,
  MoneyReceivedSchema,
  PaymentConfirmationSchema,
  SecurityRegisteredSchema,
  timestampOf,
} from '@shekara/contracts';
import { Money, VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { deferredDuty } from '../src/deferral/deferred-debts.repository.js';
import { paymentsService } from '../src/index.js';
import { confirmation, declaration, KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

interface DeferralView {
  id: string;
  status: string;
  duty: string;
  termChangeInterest: string;
  decideBy: string;
  sendBy: string | null;
  sentOn: string | null;
  notOverdueUntil: string | null;
  breachDueOn: string | null;
  parts: { dueOn: string; amount: string }[];
  paid: { on: string; amount: string }[];
  leftOut?: { kind: string; reason: { code: string; parameters: Record<string, string> } }[];
}

interface Refusal {
  reasons: { code: string; pointer?: string; parameters: Record<string, string> }[];
}

const SECURITY = 'G-77';
const HEADS_SIGNATURE = { capacity: 'HEAD', signature: 'SIG-1' };
/** Duty 3 % of 10,000,000 in four parts. */
const SCHEDULE = {
  agreed: true,
  parts: ['2026-04-10', '2026-05-11', '2026-06-10', '2026-07-10'].map((dueOn) => ({
    dueOn,
    amount: '75000',
  })),
};
/** 11 May 2026 is a day off (art. 5.6). */
const LAST_DAYS = ['2026-04-10', '2026-05-12', '2026-06-10', '2026-07-10'];

describe('deferral and instalments at Khorgos', () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  let place: ServicesUnderTest;
  let payer: string;
  let other: string;
  let officer: string;
  let head: string;

  const tokens = async () => {
    payer = await place.token({ subject: 'stanok', roles: ['DECLARANT'], organisation: PAYER });
    other = await place.token({ subject: 'other', roles: ['DECLARANT'], organisation: OTHER_PAYER });
    officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
    head = await place.token({ subject: 'head-1', roles: ['HEAD_OF_POST'], posts: [KHORGOS] });
  };
  /** Time passes; tokens of weeks ago are no longer good. */
  const moveTo = async (instant: string) => {
    clock.moveTo(instant);
    await tokens();
  };

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    await tokens();
    const account = { payer: PAYER, name: 'Stanok TOO', customsBody: KHORGOS };
    expect((await place.post('payments', '/v1/accounts', account, officer)).status).toBe(201);
    await place.send(SecurityRegisteredSchema, {
      securityNumber: SECURITY,
      principal: PAYER,
      method: 'BANK_GUARANTEE',
      amount: { tiyn: 30_000_000n },
      validUntil: '2027-03-10',
      registeredAt: timestampOf(clock.now()),
    });
    await eventually(async () =>
      expect(
        await database().query(`SELECT 1 FROM accepted_securities WHERE number = $1`, [SECURITY]),
      ).toHaveLength(1),
    );
  });

  afterAll(() => place.stop());

  const database = () => place.service('payments').app.get(DataSource);
  const post = <Body = DeferralView>(path: string, body: object, token: string) =>
    place.post<Body>('payments', `/v1/deferrals${path}`, body, token);
  const read = async (id: string) =>
    (await place.get<DeferralView>('payments', `/v1/deferrals/${id}`, payer)).body;
  const itemOf = async (kind: string, subjectId: string) => {
    const [item] = await database().query<{ id: string; status: string; role: string; due_at: Date }[]>(
      `SELECT id, status, role, due_at FROM work_items WHERE kind = $1 AND subject_id = $2 ORDER BY opened_at DESC LIMIT 1`,
      [kind, subjectId],
    );
    if (!item) throw new Error(`no item ${kind} of ${subjectId}`);
    return item;
  };
  const claim = async (kind: string, subjectId: string, token: string) => {
    const { id } = await itemOf(kind, subjectId);
    expect((await place.post('payments', `/v1/work-items/${id}/claim`, {}, token)).status).toBeLessThan(300);
  };
  const history = async (id: string) =>
    (
      await database().query<{ type: string }[]>(
        `SELECT type FROM history WHERE stream = 'Deferral' AND stream_id = $1 ORDER BY sequence`,
        [id],
      )
    ).map(({ type }) => type);
  const filed = async () => {
    const of = declaration();
    await place.send(DeclarationRegisteredSchema, of);
    await eventually(() =>
      expect(
        place
          .messages(LiabilityAssessedSchema)
          .filter(({ declarationId }) => declarationId === of.declarationId),
      ).toHaveLength(1),
    );
    return of;
  };
  const applicationFor = (number: string, changes: object = {}) => ({
    declaration: number,
    payerName: 'Stanok TOO',
    payerAddress: 'Almaty, Abay 1',
    mode: 'INSTALMENTS',
    sums: [{ kind: 'IMPORT_DUTY', amount: '300000', currency: 'KZT' }],
    grounds: ['INDUSTRIAL_PROCESSING'],
    papers: ['CONTRACT'],
    procedure: '40',
    securityNumber: SECURITY,
    ...changes,
  });
  const applied = async (changes: object = {}) => {
    const of = await filed();
    const { status, body } = await post('', applicationFor(of.number, changes), payer);
    expect(status).toBe(201);
    return { ...body, declaration: of };
  };
  const granted = async (changes: object = {}, term: object = { schedule: SCHEDULE }) => {
    const deferral = await applied(changes);
    await claim('DEFERRAL_DECISION', deferral.id, head);
    const { status, body } = await post(`/${deferral.id}/grants`, { ...HEADS_SIGNATURE, ...term }, head);
    expect(status).toBe(201);
    return { ...body, declaration: deferral.declaration };
  };
  const money = async (amount: string, paidOn: string) => {
    const message = confirmation({ amount, paidOn });
    await place.send(PaymentConfirmationSchema, message);
    await eventually(() =>
      expect(
        place
          .messages(MoneyReceivedSchema)
          .filter(({ bankReference }) => bankReference === message.bankReference),
      ).toHaveLength(1),
    );
  };
  const balance = async (account: string, purpose: string) => {
    const { body } = await place.get<{ balances: { account: string; purpose: string; balance: string }[] }>(
      'payments',
      `/v1/accounts/${PAYER}`,
      payer,
    );
    return body.balances.find((row) => row.account === account && row.purpose === purpose)?.balance ?? '0.00';
  };

  it('registers an application with 10 working days for the head to decide, VAT left out (R-PAY-080, R-PAY-083, R-PAY-091)', async () => {
    const deferral = await applied({
      sums: [
        { kind: 'IMPORT_DUTY', amount: '300000', currency: 'KZT' },
        { kind: 'IMPORT_VAT', amount: '1648000', currency: 'KZT' },
      ],
    });
    expect(deferral).toMatchObject({ status: 'REGISTERED', duty: '300000.00', decideBy: '2026-03-27' });
    expect(deferral.leftOut).toMatchObject([
      { kind: 'IMPORT_VAT', reason: { code: 'DEFERRAL_WRONG_KIND', parameters: { law: 'TAX_LAW' } } },
    ]);
    const item = await itemOf('DEFERRAL_DECISION', deferral.id);
    expect(item).toMatchObject({ status: 'OPEN', role: 'HEAD_OF_POST' });
    expect(item.due_at.toISOString()).toBe('2026-03-27T18:59:59.999Z');
    await eventually(() =>
      expect(
        place.messages(DeferralRegisteredSchema).filter(({ deferralId }) => deferralId === deferral.id),
      ).toMatchObject([{ declarationNumber: deferral.declaration.number, securityNumber: SECURITY }]),
    );
    const again = await post<Refusal>('', applicationFor(deferral.declaration.number), payer);
    expect(again.body.reasons).toMatchObject([{ code: 'DEFERRAL_STATE_UNFIT' }]);
  });

  it('fixes a foreign sum at the rate of the registration day (R-PAY-086)', async () => {
    const { duty } = await applied({ sums: [{ kind: 'IMPORT_DUTY', amount: '100', currency: 'USD' }] });
    expect(duty).toBe('50500.00');
  });

  it('refuses with every reason at once and keeps nothing (R-PAY-080, R-PAY-081, R-PAY-082)', async () => {
    const { number } = await filed();
    const refused = await post<Refusal>(
      '',
      applicationFor(number, { procedure: '51', grounds: [], papers: [], securityNumber: 'G-0' }),
      payer,
    );
    expect(refused.status).toBe(422);
    expect(refused.body.reasons.map(({ code }) => code)).toEqual([
      'DEFERRAL_WRONG_PROCEDURE',
      'DEFERRAL_NO_GUARANTEE',
      'DEFERRAL_NO_GROUND',
      'DEFERRAL_DOCS_INCOMPLETE',
    ]);
    const vat = { sums: [{ kind: 'IMPORT_VAT', amount: '1', currency: 'KZT' }] };
    expect((await post<Refusal>('', applicationFor(number, vat), payer)).body.reasons[0]).toMatchObject({
      code: 'DEFERRAL_WRONG_KIND',
    });
    expect(await database().query(`SELECT 1 FROM deferrals WHERE declaration_number = $1`, [number])).toEqual(
      [],
    );
  });

  it('is for the payer of the declaration, the officers of its body and nobody else', async () => {
    const deferral = await applied();
    const { number } = deferral.declaration;
    expect((await post('', applicationFor(number), other)).status).toBe(404);
    expect((await post('', applicationFor('55302/100326/9999999'), payer)).status).toBe(404);
    expect((await post('', applicationFor(number), officer)).status).toBe(403);
    const seenBy = async (token: string) =>
      (await place.get('payments', `/v1/deferrals/${deferral.id}`, token)).status;
    expect(await seenBy(payer)).toBe(200);
    expect(await seenBy(officer)).toBe(200);
    expect(await seenBy(other)).toBe(404);
    const foreign = await place.get('payments', `/v1/deferrals?payer=${PAYER}&limit=200`, other);
    expect(foreign.status).toBe(403);
    const list = await place.get<{ items: DeferralView[] }>('payments', '/v1/deferrals?limit=200', payer);
    expect(list.body.items.map(({ id }) => id)).toContain(deferral.id);
    const elsewhere = await place.token({ subject: 'head-9', roles: ['HEAD_OF_POST'], posts: ['55001'] });
    const grant = { ...HEADS_SIGNATURE, schedule: SCHEDULE };
    expect((await post(`/${deferral.id}/grants`, grant, elsewhere)).status).toBe(403);
    expect((await post(`/${deferral.id}/grants`, grant, officer)).status).toBe(403);
  });

  it('lets the goods go when everything but the deferred duty is paid (R-PAY-065, R-PAY-067)', async () => {
    const { declaration: of } = await granted({ mode: 'DEFERRAL' }, { until: '2026-04-10' });
    const covered = () =>
      place
        .messages(LiabilityCoveredSchema)
        .filter(({ declarationId }) => declarationId === of.declarationId);
    expect(covered()).toEqual([]);
    await money('1668000.00', '2026-03-10');
    await eventually(() => expect(covered()).toHaveLength(1));
    await place.send(GoodsReleasedSchema, { declarationId: of.declarationId, caseId: of.caseId });
    await eventually(() =>
      expect(
        place
          .messages(LiabilityEndedSchema)
          .filter(({ declarationId }) => declarationId === of.declarationId),
      ).toMatchObject([{ endReason: 'DEFERRED_AND_RELEASED' }]),
    );
    expect(await deferredDuty(database().manager, [of.number, randomUUID()])).toEqual(
      new Map([[of.number, { until: '2026-04-10', amount: Money.ofTenge('300000') }]]),
    );
  });

  it('is granted by the head who claimed it, signed, in equal parts, and sent the next day (R-PAY-083, R-PAY-085, R-PAY-087)', async () => {
    const deferral = await applied();
    const { id } = deferral;
    const grant = { ...HEADS_SIGNATURE, schedule: SCHEDULE };
    expect((await post(`/${id}/grants`, grant, head)).status).toBe(409);
    await claim('DEFERRAL_DECISION', id, head);
    const unsigned = await post<Refusal>(`/${id}/grants`, { ...grant, signature: '' }, head);
    expect(unsigned.body.reasons).toMatchObject([{ code: 'DEFERRAL_DECISION_UNSIGNED' }]);
    const [first, ...rest] = SCHEDULE.parts;
    const unequal = { ...SCHEDULE, parts: [{ ...first, amount: '80000' }, ...rest] };
    expect(
      (await post<Refusal>(`/${id}/grants`, { ...grant, schedule: unequal }, head)).body.reasons,
    ).toMatchObject([
      {
        code: 'DEFERRAL_SCHEDULE_UNFIT',
        pointer: '/schedule/parts/0/amount',
        parameters: { expected: '75000.00' },
      },
    ]);
    const { body } = await post(`/${id}/grants`, grant, head);
    expect(body).toMatchObject({
      status: 'GRANTED',
      termChangeInterest: '0.00',
      sendBy: '2026-03-11',
      notOverdueUntil: '2026-04-10',
    });
    expect(body.parts.map(({ amount }) => amount)).toEqual(['75000.00', '75000.00', '75000.00', '75000.00']);
    expect((await itemOf('DEFERRAL_DECISION', id)).status).toBe('COMPLETED');
    expect((await itemOf('DEFERRAL_DECISION_TO_SEND', id)).due_at.toISOString()).toBe(
      '2026-03-11T18:59:59.999Z',
    );
    expect((await post(`/${id}/sendings`, {}, officer)).status).toBe(409);
    await claim('DEFERRAL_DECISION_TO_SEND', id, officer);
    expect((await post(`/${id}/sendings`, {}, officer)).body.sentOn).toBe('2026-03-10');
    await eventually(() => {
      const [event] = place.messages(DeferralGrantedSchema).filter(({ deferralId }) => deferralId === id);
      expect(event?.parts.map(({ dueOn, amount }) => [dueOn, amount?.tiyn])).toEqual(
        LAST_DAYS.map((day) => [day, 7_500_000n]),
      );
      expect(event?.termChangeInterest?.tiyn).toBe(0n);
    });
    expect(await history(id)).toEqual(['DeferralRegistered', 'DeferralGranted', 'DeferralDecisionSent']);
  });

  it('stops interest on the term while the goods are seized, by the word of an officer of the body (R-PAY-137)', async () => {
    const application = await applied();
    const suspend = (id: string, body: object, token = officer) =>
      post<Refusal & { parts: { interestDays: number }[]; suspensions: object[] }>(
        `/${id}/suspensions`,
        { from: '2026-03-20', evidence: 'PROTOCOL/4', ...body },
        token,
      );
    expect((await suspend(application.id, {})).body.reasons).toMatchObject([
      { code: 'DEFERRAL_STATE_UNFIT' },
    ]);
    const { id } = await granted();
    expect((await suspend(id, {}, payer)).status).toBe(403);
    expect((await suspend(id, { to: '2026-03-19' })).body.reasons).toMatchObject([
      { code: 'FIELD_INVALID', pointer: '/to' },
    ]);
    const daysOf = async (body: object) =>
      (await suspend(id, body)).body.parts.map(({ interestDays }) => interestDays);
    // From 11 March to the last day of each part, without the days from 20 March on.
    expect(await daysOf({})).toEqual([9, 9, 9, 9]);
    expect(await daysOf({ to: '2026-03-29' })).toEqual([21, 53, 82, 112]);
    expect((await history(id)).at(-1)).toBe('DeferralProcedureSuspended');
    expect((await read(id)).termChangeInterest).toBe('0.00');
  });

  it('refuses a grant when the security no longer carries the sum (R-PAY-081)', async () => {
    const deferral = await applied({ sums: [{ kind: 'IMPORT_DUTY', amount: '300000.01', currency: 'KZT' }] });
    await claim('DEFERRAL_DECISION', deferral.id, head);
    const grant = { ...HEADS_SIGNATURE, schedule: { agreed: true, parts: [] } };
    const { body } = await post<Refusal>(`/${deferral.id}/grants`, grant, head);
    expect(body.reasons.map(({ code }) => code)).toContain('DEFERRAL_NO_GUARANTEE');
  });

  it('is refused with code and words only, and the refusal is cancelled on a treaty ground by letter (R-PAY-084, R-PAY-093)', async () => {
    const { id } = await applied();
    await claim('DEFERRAL_DECISION', id, head);
    const wordless = { ...HEADS_SIGNATURE, code: 'NO_GROUND_PROVEN', words: ' ' };
    expect((await post<Refusal>(`/${id}/refusals`, wordless, head)).body.reasons).toMatchObject([
      { code: 'DEFERRAL_REFUSAL_UNREASONED' },
    ]);
    const refusal = { ...wordless, words: 'The contract is not for processing.' };
    expect((await post(`/${id}/refusals`, refusal, head)).body.status).toBe('REFUSED');
    const letterless = { treatyGround: 'TREATY-4', letter: '' };
    expect((await post<Refusal>(`/${id}/cancellations`, letterless, head)).body.reasons).toMatchObject([
      { code: 'DEFERRAL_CANCELLATION_UNFOUNDED', pointer: '/letter' },
    ]);
    const cancelled = await post(`/${id}/cancellations`, { ...letterless, letter: 'L-5' }, head);
    expect(cancelled.body).toMatchObject({ status: 'CANCELLED', notOverdueUntil: null });
    await eventually(() => {
      expect(
        place.messages(DeferralRefusedSchema).filter(({ deferralId }) => deferralId === id),
      ).toMatchObject([{ code: 'NO_GROUND_PROVEN' }]);
      expect(
        place.messages(DeferralCancelledSchema).filter(({ deferralId }) => deferralId === id),
      ).toMatchObject([{ treatyGround: 'TREATY-4', letter: 'L-5' }]);
    });
  });

  it('ends when goods for industrial processing are sold without meeting the condition (R-PAY-089, R-PAY-090)', async () => {
    const { id } = await granted();
    const kept = await post<Refusal>(`/${id}/sales`, { soldOn: '2026-03-10', conditionMet: true }, officer);
    expect(kept.body.reasons).toMatchObject([{ code: 'DEFERRAL_CONDITION_KEPT' }]);
    const { body } = await post(`/${id}/sales`, { soldOn: '2026-03-10', conditionMet: false }, officer);
    expect(body).toMatchObject({ status: 'BROKEN', notOverdueUntil: '2026-03-10' });
    await eventually(() =>
      expect(
        place.messages(DeferralBrokenSchema).filter(({ deferralId }) => deferralId === id),
      ).toMatchObject([
        { cause: 'PROCESSING_CONDITION', dueOn: '2026-03-10', outstanding: { tiyn: 30_000_000n } },
      ]),
    );
  });

  it('is paid from confirmed money and ends early when everything is paid (R-PAY-090)', async () => {
    const { id } = await granted({ mode: 'DEFERRAL' }, { until: '2026-06-10' });
    const whole = { paidOn: '2026-03-10', amount: '300000', purpose: 'ADVANCE' };
    const early = await post<Refusal>(`/${id}/payments`, whole, officer);
    expect(early.body.reasons).toMatchObject([
      { code: 'DEFERRAL_PAYMENT_UNFIT', parameters: { confirmed: '0.00' } },
    ]);
    const tomorrow = await post<Refusal>(`/${id}/payments`, { ...whole, paidOn: '2026-03-11' }, officer);
    expect(tomorrow.body.reasons).toMatchObject([{ code: 'DEFERRAL_PAYMENT_UNFIT', pointer: '/paidOn' }]);
    await money('300000.00', '2026-03-10');
    const due = await balance('PAYER_DUE', 'IMPORT_DUTY');
    const above = await post<Refusal>(`/${id}/payments`, { ...whole, amount: '300000.01' }, officer);
    expect(above.body.reasons).toMatchObject([{ code: 'DEFERRAL_PAYMENT_UNFIT', pointer: '/amount' }]);
    const { body } = await post(`/${id}/payments`, whole, officer);
    expect(body).toMatchObject({ status: 'ENDED', paid: [{ on: '2026-03-10', amount: '300000.00' }] });
    expect(await balance('ADVANCE_MONEY', 'ADVANCE')).toBe('0.00');
    expect(Number(due) - Number(await balance('PAYER_DUE', 'IMPORT_DUTY'))).toBe(300_000);
    await eventually(() =>
      expect(place.messages(DeferralEndedSchema).filter(({ deferralId }) => deferralId === id)).toMatchObject(
        [{ by: 'EARLY_PAYMENT' }],
      ),
    );
  });

  it("ends with the obligation when release is refused: what was paid is the payer's again (art. 129.2(8))", async () => {
    const { id, declaration: of } = await granted();
    const application = await applied();
    await money('75000.00', '2026-03-10');
    const part = { paidOn: '2026-03-10', amount: '75000', purpose: 'ADVANCE' };
    expect((await post(`/${id}/payments`, part, officer)).body.notOverdueUntil).toBe('2026-05-12');
    expect(await balance('ADVANCE_MONEY', 'ADVANCE')).toBe('0.00');
    for (const { declarationId, number, caseId } of [of, application.declaration])
      await place.send(GoodsReleaseRefusedSchema, { declarationId, number, caseId });
    await eventually(async () => expect((await read(id)).status).toBe('ENDED'));
    expect(await balance('ADVANCE_MONEY', 'ADVANCE')).toBe('75000.00');
    await eventually(() =>
      expect(place.messages(DeferralEndedSchema).filter(({ deferralId }) => deferralId === id)).toMatchObject(
        [{ by: 'OBLIGATION_ENDED' }],
      ),
    );
    const terms = await database().query(
      `SELECT 1 FROM deadlines WHERE subject_id = $1 AND status = 'OPEN'`,
      [id],
    );
    expect(terms).toEqual([]);
    await claim('DEFERRAL_DECISION', application.id, head);
    const grant = { ...HEADS_SIGNATURE, schedule: SCHEDULE };
    await eventually(async () => {
      const refused = await post<Refusal>(`/${application.id}/grants`, grant, head);
      expect(refused.body.reasons).toMatchObject([{ code: 'OBLIGATION_ENDED' }]);
    });
  });

  it('breaks on a missed part, is mended by money of a timely bank date, and its rest goes to a notice (R-PAY-088, R-PAY-092)', async () => {
    const undecided = await applied();
    const { id, declaration: of } = await granted();
    const part = (paidOn: string) => ({ paidOn, amount: '75000', purpose: 'ADVANCE' });
    await moveTo('2026-04-10T05:00:00Z');
    await eventually(async () => expect(await history(undecided.id)).toContain('DeferralDecisionOverdue'));
    await money('225000.00', '2026-04-10');
    expect((await post(`/${id}/payments`, part('2026-04-10'), officer)).body.notOverdueUntil).toBe(
      '2026-05-12',
    );
    await moveTo('2026-04-10T19:00:01Z');
    expect((await read(id)).status).toBe('GRANTED');
    await moveTo('2026-05-12T18:59:00Z');
    expect((await read(id)).status).toBe('GRANTED');
    await moveTo('2026-05-12T19:00:01Z');
    await eventually(async () =>
      expect(await read(id)).toMatchObject({
        status: 'BROKEN',
        breachDueOn: '2026-05-12',
        notOverdueUntil: '2026-05-12',
      }),
    );
    await eventually(() =>
      expect(
        place.messages(DeferralBrokenSchema).filter(({ deferralId }) => deferralId === id),
      ).toMatchObject([{ cause: 'PART_LATE', dueOn: '2026-05-12', outstanding: { tiyn: 22_500_000n } }]),
    );
    expect(await deferredDuty(database().manager, [of.number])).toMatchObject(
      new Map([[of.number, { until: '2026-05-12' }]]),
    );
    expect((await itemOf('DEFERRED_DEBT', id)).status).toBe('OPEN');
    const mended = await post(`/${id}/payments`, part('2026-05-12'), officer);
    expect(mended.body).toMatchObject({ status: 'GRANTED', notOverdueUntil: '2026-06-10' });
    expect((await itemOf('DEFERRED_DEBT', id)).status).toBe('CANCELLED');
    await eventually(() =>
      expect(
        place.messages(DeferralRestoredSchema).filter(({ deferralId }) => deferralId === id),
      ).toHaveLength(1),
    );
    await moveTo('2026-06-10T19:00:01Z');
    await eventually(async () => expect((await read(id)).status).toBe('BROKEN'));
    const late = await post<Refusal>(`/${id}/payments`, part('2026-06-11'), officer);
    expect(late.body.reasons).toMatchObject([{ code: 'DEFERRAL_STATE_UNFIT' }]);
    const notice = { limitationStartedOn: '2026-03-10' };
    expect((await post(`/${id}/notices`, notice, officer)).status).toBe(409);
    await claim('DEFERRED_DEBT', id, officer);
    const drafted = await post<{ id: string; status: string }>(`/${id}/notices`, notice, officer);
    expect(drafted.body.status).toBe('DRAFT');
    const [row] = await database().query<{ found: unknown }[]>(
      `SELECT found FROM debt_notices WHERE id = $1`,
      [drafted.body.id],
    );
    expect(row?.found).toEqual([{ kind: 'IMPORT_DUTY', unpaid: '150000.00', dueOn: '2026-06-10' }]);
    // Of the breach that was mended nothing is left; the rest of the second one is late from the day after its own day.
    const lateSums = await database().query<unknown[]>(
      `SELECT due_on::text AS "dueOn", amount::text AS amount FROM late_sums WHERE document = $1 ORDER BY due_on`,
      [of.number],
    );
    expect(lateSums).toEqual([
      { dueOn: '2026-05-12', amount: '0' },
      { dueOn: '2026-06-10', amount: '15000000' },
    ]);
    // 150,000 at 40 % a year for 11 and 12 June.
    const account = await place.get<{ interest: { kind: string; amount: string }[] }>(
      'payments',
      `/v1/debts/${PAYER}/${KHORGOS}?document=${encodeURIComponent(of.number)}&until=2026-06-12`,
      officer,
    );
    expect(account.body.interest).toMatchObject([{ kind: 'IMPORT_DUTY', amount: '328.77' }]);
  });

  it('lets penalty interest run from the day after the missed day, and not before (R-PAY-092)', async () => {
    await place.send(SecurityRegisteredSchema, {
      securityNumber: 'G-88',
      principal: OTHER_PAYER,
      method: 'BANK_GUARANTEE',
      amount: { tiyn: 30_000_000n },
      validUntil: '2027-03-10',
      registeredAt: timestampOf(clock.now()),
    });
    const declarant = {
      name: 'Other TOO',
      address: 'Almaty',
      country: 'KZ',
      identificationNumber: OTHER_PAYER,
    };
    const of = declaration({ declarant });
    await place.send(DeclarationRegisteredSchema, of);
    const apply = () =>
      post('', applicationFor(of.number, { mode: 'DEFERRAL', securityNumber: 'G-88' }), other);
    const { id } = await eventually(async () => {
      const { status, body } = await apply();
      expect(status).toBe(201);
      return body;
    });
    await claim('DEFERRAL_DECISION', id, head);
    await post(`/${id}/grants`, { ...HEADS_SIGNATURE, until: '2026-06-12' }, head);
    const interest = async () => {
      const [row] = await database().query<{ due: string }[]>(
        `SELECT coalesce(sum(balance), 0)::text AS due FROM account_balances
          WHERE account_type = 'INTEREST_DUE' AND payer = $1`,
        [OTHER_PAYER],
      );
      return row?.due;
    };
    await moveTo('2026-06-12T19:00:01Z');
    await eventually(async () =>
      expect((await place.get<DeferralView>('payments', `/v1/deferrals/${id}`, other)).body.status).toBe(
        'BROKEN',
      ),
    );
    expect(await interest()).toBe('0');
    await moveTo('2026-06-14T19:00:01Z');
    // 300,000 at 40 % a year for 13 and 14 June.
    await eventually(async () => expect(await interest()).toBe('65753'));
  });

  it('puts off import duty that stands on the account: no interest and no debt before the new day, all of it from the day after (R-PAY-092)', async () => {
    const day = '2026-06-15';
    const debt = (document: string, release: string) =>
      place.post<{ sums: { id: string; document: string }[] }>(
        'payments',
        '/v1/debts',
        {
          ...{ payer: OTHER_PAYER, payerName: 'Other TOO', customsBody: KHORGOS, document },
          ...{ source: 'CUSTOMS_CONTROL', trigger: 'DOMESTIC_CONSUMPTION' },
          days: { REGISTRATION: release, RELEASE: release },
          origin: { origin: 'RELEASE', customsBody: KHORGOS },
          ...{ limitationStart: 'DECLARING_COMPLETED', limitationStartedOn: release },
          sums: [{ kind: 'IMPORT_DUTY', amount: '200000' }],
        },
        officer,
      );
    const idOf = ({ body }: Awaited<ReturnType<typeof debt>>, document: string) =>
      body.sums.find((sum) => sum.document === document)?.id ?? '';
    const overdue = idOf(await debt('ACT/2026/31', '2026-06-12'), 'ACT/2026/31');
    const due = idOf(await debt('ACT/2026/30', day), 'ACT/2026/30');
    const declarant = {
      name: 'Other TOO',
      address: 'Almaty',
      country: 'KZ',
      identificationNumber: OTHER_PAYER,
    };
    const of = declaration({ declarant, registeredOn: day });
    await place.send(DeclarationRegisteredSchema, of);
    const apply = (...debtIds: string[]) =>
      post<DeferralView & Refusal>(
        '',
        applicationFor(of.number, {
          ...{ mode: 'DEFERRAL', securityNumber: 'G-88', debtIds },
          sums: [{ kind: 'IMPORT_DUTY', amount: '200000', currency: 'KZT' }],
        }),
        other,
      );
    await eventually(async () => expect((await apply(randomUUID())).status).toBe(422));
    expect((await apply(due, randomUUID())).body.reasons).toMatchObject([
      { code: 'DEFERRAL_DEBT_UNFIT', pointer: '/debtIds/1' },
    ]);
    expect((await apply(overdue)).body.reasons).toMatchObject([
      { code: 'DEFERRAL_DEBT_UNFIT', parameters: { document: 'ACT/2026/31', dueOn: '2026-06-12' } },
    ]);
    const grant = async () => {
      const { id } = (await apply(due)).body;
      await claim('DEFERRAL_DECISION', id, head);
      expect((await post(`/${id}/grants`, { ...HEADS_SIGNATURE, until: '2026-07-15' }, head)).status).toBe(
        201,
      );
      return id;
    };
    const debtOf = async (document: string, until: string) => {
      const query = `document=${encodeURIComponent(document)}&until=${until}`;
      const { body } = await place.get<{
        sums: { dueOn: string; amount: string }[];
        interest: { amount: string; days: { first: string }[] }[];
      }>('payments', `/v1/debts/${OTHER_PAYER}/${KHORGOS}?${query}`, officer);
      return {
        sums: body.sums.map(({ dueOn, amount }) => `${dueOn} ${amount}`),
        interest: body.interest.map(({ amount, days: [run] }) => `${amount} ${run?.first ?? ''}`.trim()),
      };
    };
    const cancelled = await grant();
    expect(await debtOf('ACT/2026/30', '2026-07-15')).toEqual({ sums: [`${day} 0.00`], interest: ['0.00'] });
    const cancellation = { treatyGround: 'TREATY-4', letter: 'L-6' };
    expect((await post(`/${cancelled}/cancellations`, cancellation, head)).body.status).toBe('CANCELLED');
    // 200,000 at 40 % a year for one day.
    expect(await debtOf('ACT/2026/30', '2026-06-16')).toEqual({
      sums: [`${day} 200000.00`],
      interest: ['219.18 2026-06-16'],
    });
    const id = await grant();
    await moveTo('2026-07-15T18:59:00Z');
    expect(await debtOf('ACT/2026/30', '2026-07-15')).toEqual({ sums: [`${day} 0.00`], interest: ['0.00'] });
    const told = () => place.messages(DebtAroseSchema).map(({ document }) => document);
    expect(told()).not.toContain('ACT/2026/30');
    await moveTo('2026-07-15T19:00:01Z');
    await eventually(async () =>
      expect((await place.get<DeferralView>('payments', `/v1/deferrals/${id}`, other)).body.status).toBe(
        'BROKEN',
      ),
    );
    expect(await debtOf('ACT/2026/30', '2026-07-17')).toEqual({
      sums: [`${day} 0.00`, '2026-07-15 200000.00'],
      interest: ['438.36 2026-07-16'],
    });
    await eventually(() => expect(told()).toContain('ACT/2026/30'));
    // 300,000 of the other broken deferral and 200,000 that were overdue; from the day after the new day, this debt too.
    const dutiesLate = async (on: string) => {
      const { body } = await place.get<{ reasons: { parameters: Record<string, string> }[] }>(
        'payments',
        `/v1/arrears/${OTHER_PAYER}?on=${on}&regime=CODE_2010`,
        officer,
      );
      return body.reasons.find(({ parameters }) => parameters['group'] === 'DUTIES')?.parameters['amount'];
    };
    expect(await dutiesLate('2026-07-15')).toBe('500000.00');
    expect(await dutiesLate('2026-07-16')).toBe('700000.00');
  });
});
