import {
  DebtNoticeDefaultedSchema,
  DebtNoticeDeliveredSchema,
  DebtNoticeExecutedSchema,
  DebtNoticeReplacedSchema,
  DebtNoticeResumedSchema,
  DebtNoticeSentSchema,
  DebtNoticeSuspendedSchema,
  DebtNoticeWithdrawnSchema,
  MoneyReceivedSchema,
  PaymentConfirmationSchema,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { confirmation, KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

interface NoticeView {
  id: string;
  number: string;
  status: string;
  noticeType: string;
  earlierNoticeId: string | null;
  debts: { kind: string; principal: string; penaltyInterest: string }[];
  executeBy: string | null;
}

interface Refusal {
  reasons: { code: string; pointer?: string }[];
}

const FOUND = {
  payer: PAYER,
  payerName: 'Stanok TOO',
  payerAddress: 'Almaty, Abay 1',
  customsBody: KHORGOS,
  regime: 'CODE_2010',
  occasion: 'DEBT_ON_ACCOUNT',
  foundOn: '2026-03-10',
  arisenOn: '2026-03-02',
  limitationStart: 'DECLARING_COMPLETED',
  limitationStartedOn: '2026-03-02',
  debts: [{ kind: 'IMPORT_VAT', unpaid: '1000000', dueOn: '2026-03-02' }],
};

const WORDING = {
  demand: 'Pay the debt within the term of this notice.',
  reasonCode: 'DEBT_ON_ACCOUNT',
  reasonText: 'VAT was not paid.',
  appealProcedure: 'Within 20 calendar days to this or the higher body.',
  amendmentNeeded: false,
};

describe('debt notices at Khorgos', () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  let place: ServicesUnderTest;
  let officer: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
  });

  afterAll(() => place.stop());

  /** Time passes; tokens of weeks ago are no longer good. */
  const moveTo = async (instant: string) => {
    clock.moveTo(instant);
    officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
  };
  const post = <Body = NoticeView>(path: string, body: object) =>
    place.post<Body>('payments', `/v1/debt-notices${path}`, body, officer);
  const itemOf = async (kind: string, subjectId: string) => {
    const [item] = await place
      .service('payments')
      .app.get(DataSource)
      .query<{ id: string; status: string; due_at: Date }[]>(
        `SELECT id, status, due_at FROM work_items WHERE kind = $1 AND subject_id = $2 ORDER BY opened_at DESC LIMIT 1`,
        [kind, subjectId],
      );
    if (!item) throw new Error(`no item ${kind} of ${subjectId}`);
    return item;
  };
  const claim = async (kind: string, subjectId: string) => {
    const item = await itemOf(kind, subjectId);
    const claimed = await place.post('payments', `/v1/work-items/${item.id}/claim`, {}, officer);
    expect(claimed.status).toBeLessThan(300);
    return item;
  };
  const sent = async (changes: object = {}) => {
    const drafted = await post('', { ...FOUND, ...changes });
    expect(drafted.status).toBe(201);
    await claim('DEBT_NOTICE', drafted.body.id);
    const { status, body } = await post(`/${drafted.body.id}/sendings`, WORDING);
    expect(status).toBe(201);
    return body;
  };
  /** The payer appeals: the disputed part stands still from today. */
  const appealed = async (noticeId: string, number: string, disputed: string) => {
    const payer = await place.token({ subject: 'stanok', roles: ['DECLARANT'], organisation: PAYER });
    const content = {
      addressee: 'Khorgos checkpoint',
      appellantName: 'Stanok TOO',
      appellantAddress: 'Almaty, Abay 1',
      issuingBody: 'Khorgos checkpoint',
      noticeNumber: number,
      circumstances: 'The value was declared in full.',
      evidence: 'Contract and bank statement.',
      disputed: [{ kind: 'IMPORT_VAT', amount: disputed }],
      enclosures: ['Contract'],
      noticeCopyEnclosed: true,
      supportingDocumentsEnclosed: true,
      signed: true,
    };
    const asked = {
      noticeId,
      capacity: 'FOREIGN_TRADE_PARTICIPANT',
      addressedTo: 'ISSUING_BODY',
      copyToIssuer: true,
    };
    const filed = await place.post<{ id: string }>('payments', '/v1/appeals', { ...asked, content }, payer);
    expect(filed.status).toBe(201);
    return filed.body.id;
  };
  const decided = async (appealId: string, outcome: string) => {
    const step = (path: string, body: object) =>
      place.post<{ status: string }>('payments', `/v1/appeals/${appealId}/${path}`, body, officer);
    await claim('APPEAL_ADMISSION', appealId);
    expect((await step('acceptances', {})).body.status).toBe('IN_REVIEW');
    await claim('APPEAL_DECISION', appealId);
    const content = {
      body: 'Khorgos checkpoint',
      appellant: 'Stanok TOO',
      summaryOfNotice: 'VAT of 1,000,000.',
      summaryOfAppeal: 'The value was declared in full.',
      reasons: 'The papers show it.',
      legalReferences: ['art. 179'],
    };
    const { status } = await step('decisions', { outcome, content, consideredDocuments: ['Contract'] });
    expect(status).toBe(201);
  };
  const receive = async (amount: string) => {
    const message = confirmation({ amount, paidOn: '2026-03-12' });
    await place.send(PaymentConfirmationSchema, message);
    await eventually(() =>
      expect(
        place
          .messages(MoneyReceivedSchema)
          .filter(({ bankReference }) => bankReference === message.bankReference),
      ).toHaveLength(1),
    );
  };
  /** Of the payer, in tiyn: its advance, the VAT it owes and the interest on it. */
  const owed = async () => {
    const rows = await place
      .service('payments')
      .app.get(DataSource)
      .query<{ type: string; balance: string }[]>(
        `SELECT account_type AS type, sum(balance)::text AS balance FROM account_balances
          WHERE payer = $1 AND purpose IN ('ADVANCE', 'IMPORT_VAT') GROUP BY account_type`,
        [PAYER],
      );
    const of = (type: string) => BigInt(rows.find((row) => row.type === type)?.balance ?? '0');
    return { advance: of('ADVANCE_MONEY'), vat: of('PAYER_DUE'), interest: of('INTEREST_DUE') };
  };
  const state = async (id: string) =>
    (await place.get<NoticeView>('payments', `/v1/debt-notices/${id}`, officer)).body;
  const delivered = async (deliveredOn: string) => {
    const { id } = await sent();
    const proof = { method: 'REGISTERED_MAIL', deliveredOn, evidence: 'RR123456789KZ' };
    const { status, body } = await post(`/${id}/deliveries`, proof);
    expect(status).toBe(201);
    return body;
  };

  it('drafts, signs and sends within two working days of the debt seen, with interest at the notice date (R-PAY-140)', async () => {
    const drafted = await post('', FOUND);
    expect(drafted.body).toMatchObject({
      status: 'DRAFT',
      number: '55302/100326/N000001',
      noticeType: 'INITIAL',
    });
    const { id } = drafted.body;
    expect((await itemOf('DEBT_NOTICE', id)).due_at.toISOString()).toBe('2026-03-12T18:59:59.999Z');
    expect((await post<Refusal>(`/${id}/sendings`, WORDING)).status).toBe(409);
    await claim('DEBT_NOTICE', id);
    const incomplete = await post<Refusal>(`/${id}/sendings`, { ...WORDING, demand: '' });
    expect(incomplete.body.reasons).toMatchObject([{ code: 'NOTICE_FIELD_MISSING', pointer: '/demand' }]);
    const { body } = await post(`/${id}/sendings`, WORDING);
    expect(body).toMatchObject({
      status: 'SENT',
      debts: [{ kind: 'IMPORT_VAT', principal: '1000000.00', penaltyInterest: '8767.12' }],
    });
    expect((await itemOf('DEBT_NOTICE', id)).status).toBe('COMPLETED');
    await eventually(() => {
      const [event] = place.messages(DebtNoticeSentSchema).filter(({ noticeId }) => noticeId === id);
      expect(event).toMatchObject({ payer: PAYER, regime: 'CODE_2010', sentOn: '2026-03-10' });
      expect(event?.debts[0]?.penaltyInterest?.tiyn).toBe(876_712n);
    });
  });

  it.each(['ADMINISTRATIVE', 'CRIMINAL', undefined])(
    'is drafted, signed and sent whether or not a case runs: %s (R-PAY-142)',
    async (proceedings) => {
      expect(await sent({ ...(proceedings ? { proceedings } : {}) })).toMatchObject({ status: 'SENT' });
    },
  );

  it('opens no notice for EUR 5 and less or after limitation (R-PAY-148)', async () => {
    const small = { ...FOUND, debts: [{ kind: 'IMPORT_VAT', unpaid: '5', dueOn: '2026-03-02' }] };
    expect((await post<Refusal>('', small)).body.reasons).toMatchObject([{ code: 'OBLIGATION_ENDED' }]);
    const old = { ...FOUND, limitationStartedOn: '2021-03-05' };
    expect((await post<Refusal>('', old)).body.reasons).toMatchObject([{ code: 'LIMITATION_EXPIRED' }]);
  });

  it('shows a sent notice to its payer, a draft and the notices of others to no trader', async () => {
    const notice = await sent();
    const draft = (await post('', FOUND)).body;
    const payer = await place.token({ subject: 'stanok', roles: ['DECLARANT'], organisation: PAYER });
    const other = await place.token({ subject: 'other', roles: ['DECLARANT'], organisation: OTHER_PAYER });
    const read = async (id: string, token: string) =>
      (await place.get('payments', `/v1/debt-notices/${id}`, token)).status;
    expect(await read(notice.id, payer)).toBe(200);
    expect(await read(draft.id, payer)).toBe(404);
    expect(await read(notice.id, other)).toBe(404);
    const list = await place.get<{ items: NoticeView[] }>('payments', '/v1/debt-notices?limit=200', payer);
    expect(list.body.items.map(({ id }) => id)).toContain(notice.id);
    expect(list.body.items.map(({ id }) => id)).not.toContain(draft.id);
    const foreign = await place.get('payments', `/v1/debt-notices?payer=${PAYER}`, other);
    expect(foreign.status).toBe(403);
    const elsewhere = await place.token({
      subject: 'officer-9',
      roles: ['ACCOUNT_OFFICER'],
      posts: ['55001'],
    });
    const withdrawal = await place.post(
      'payments',
      `/v1/debt-notices/${notice.id}/withdrawals`,
      { cause: 'mine' },
      elsewhere,
    );
    expect(withdrawal.status).toBe(403);
  });

  it('starts no clock without proof of delivery and asks to deliver again (R-PAY-143)', async () => {
    const { id } = await sent();
    const proof = { method: 'REGISTERED_MAIL', deliveredOn: '2026-03-10', evidence: '' };
    expect((await post<Refusal>(`/${id}/deliveries`, proof)).body.reasons).toMatchObject([
      { code: 'DELIVERY_EVIDENCE_MISSING' },
    ]);
    expect((await itemOf('UNDELIVERED_NOTICE', id)).status).toBe('OPEN');
    const { body } = await post(`/${id}/deliveries`, { ...proof, evidence: 'RR1' });
    expect(body).toMatchObject({ status: 'DELIVERED', executeBy: '2026-03-30' });
    expect((await itemOf('UNDELIVERED_NOTICE', id)).status).toBe('CANCELLED');
  });

  it('withdraws after full cancellation by the officer who holds the item (R-PAY-222)', async () => {
    const { id, number } = await delivered('2026-03-10');
    await decided(await appealed(id, number, '1008767.12'), 'NOTICE_CANCELLED');
    expect((await state(id)).status).toBe('SUSPENDED');
    expect((await itemOf('DEBT_NOTICE_RECALL', id)).due_at.toISOString()).toBe('2026-03-17T18:59:59.999Z');
    expect((await post<Refusal>(`/${id}/withdrawals`, { cause: 'cancelled' })).status).toBe(409);
    await claim('DEBT_NOTICE_RECALL', id);
    expect((await post(`/${id}/withdrawals`, { cause: 'cancelled' })).body.status).toBe('WITHDRAWN');
    await eventually(() =>
      expect(
        place.messages(DebtNoticeWithdrawnSchema).filter(({ noticeId }) => noticeId === id),
      ).toHaveLength(1),
    );
  });

  it('replaces a notice by a new one in one command (R-PAY-146, R-PAY-147)', async () => {
    const earlier = await delivered('2026-03-10');
    const less = { ...WORDING, debts: [{ kind: 'IMPORT_VAT', unpaid: '600000', dueOn: '2026-03-02' }] };
    const unsigned = await post<Refusal>(`/${earlier.id}/replacements`, { ...less, demand: '' });
    expect(unsigned.status).toBe(422);
    const { body } = await post(`/${earlier.id}/replacements`, less);
    expect(body).toMatchObject({
      status: 'SENT',
      noticeType: 'REPLACEMENT',
      earlierNoticeId: earlier.id,
      executeBy: null,
    });
    const old = await place.get<NoticeView>('payments', `/v1/debt-notices/${earlier.id}`, officer);
    expect(old.body.status).toBe('REPLACED');
    await eventually(() => {
      const [event] = place
        .messages(DebtNoticeReplacedSchema)
        .filter(({ noticeId }) => noticeId === earlier.id);
      expect(event?.newNumber).toBe(body.number);
    });
  });

  it('drafts an additional notice for the interest since registration, and closes a notice paid in full (R-PAY-145)', async () => {
    const late = await delivered('2026-03-10');
    const whole = await delivered('2026-03-10');
    await moveTo('2026-03-12T05:00:00Z');
    const withoutInterest = { paidOn: '2026-03-12', principal: '1000000', interest: '8767.12' };
    const unfunded = await post<Refusal>(`/${late.id}/payments`, withoutInterest);
    expect(unfunded.body.reasons).toMatchObject([{ code: 'ACCOUNT_MONEY_SHORT' }]);
    const tomorrow = await post<Refusal>(`/${late.id}/payments`, {
      ...withoutInterest,
      paidOn: '2026-03-13',
    });
    expect(tomorrow.body.reasons).toMatchObject([{ pointer: '/paidOn' }]);
    await receive('1500000.00');
    const before = await owed();
    expect((await post(`/${late.id}/payments`, withoutInterest)).body.status).toBe('PAID_PART');
    expect(await owed()).toEqual({
      advance: before.advance - 100_876_712n,
      vat: before.vat - 100_000_000n,
      interest: 219_178n,
    });
    const list = await place.get<{ items: NoticeView[] }>('payments', '/v1/debt-notices?limit=200', officer);
    const additional = list.body.items.find(({ earlierNoticeId }) => earlierNoticeId === late.id);
    expect(additional).toMatchObject({
      noticeType: 'ADDITIONAL',
      status: 'DRAFT',
      debts: [{ kind: 'IMPORT_VAT', principal: '0.00', penaltyInterest: '2191.78' }],
    });
    // Both notices speak of one debt of the account: the principal is paid, only the interest since is taken.
    const full = { ...withoutInterest, interest: '10958.90' };
    expect((await post(`/${whole.id}/payments`, full)).body.status).toBe('EXECUTED');
    expect(await owed()).toEqual({
      advance: before.advance - 101_095_890n,
      vat: before.vat - 100_000_000n,
      interest: 0n,
    });
    await eventually(() =>
      expect(place.messages(DebtNoticeExecutedSchema).map(({ noticeId }) => noticeId)).toEqual([whole.id]),
    );
  });

  it('defaults when the term ends unpaid, tells every register, and resumes a suspended part on its own clock (R-PAY-144, R-PAY-149, R-PAY-151, R-PAY-221)', async () => {
    const unpaid = await delivered('2026-03-12');
    const disputed = await delivered('2026-03-12');
    expect(unpaid.executeBy).toBe('2026-04-01');
    await eventually(() => {
      const [event] = place
        .messages(DebtNoticeDeliveredSchema)
        .filter(({ noticeId }) => noticeId === unpaid.id);
      expect(event?.executeBy).toBe('2026-04-01');
    });
    await moveTo('2026-03-16T05:00:00Z');
    const appeal = await appealed(disputed.id, disputed.number, '400000');
    expect((await state(disputed.id)).status).toBe('SUSPENDED');
    const defaults = (id: string) =>
      place.messages(DebtNoticeDefaultedSchema).filter(({ noticeId }) => noticeId === id);
    await moveTo('2026-04-01T19:00:01Z');
    await eventually(() => {
      expect(defaults(unpaid.id)).toMatchObject([{ payer: PAYER, termEndedOn: '2026-04-01' }]);
      expect(defaults(disputed.id)).toMatchObject([{ payer: PAYER, termEndedOn: '2026-04-01' }]);
    });
    const demanded = 100_000_000n + 1_095_890n;
    expect(defaults(unpaid.id)[0]?.amount?.tiyn).toBe(demanded);
    expect(defaults(disputed.id)[0]?.amount?.tiyn).toBe(demanded - 40_000_000n);
    expect(await state(unpaid.id)).toMatchObject({ status: 'DEFAULTED' });
    expect(await state(disputed.id)).toMatchObject({ status: 'SUSPENDED' });
    await decided(appeal, 'NOTICE_UNCHANGED');
    expect(await state(disputed.id)).toMatchObject({ status: 'DELIVERED', executeBy: '2026-04-20' });
    await eventually(() => {
      expect(
        place.messages(DebtNoticeSuspendedSchema).filter(({ noticeId }) => noticeId === disputed.id),
      ).toHaveLength(1);
      expect(
        place.messages(DebtNoticeResumedSchema).filter(({ noticeId }) => noticeId === disputed.id),
      ).toMatchObject([{ executeBy: '2026-04-20' }]);
    });
    await moveTo('2026-04-20T19:00:01Z');
    await eventually(() => expect(defaults(disputed.id)).toHaveLength(2));
    expect(await state(disputed.id)).toMatchObject({ status: 'DEFAULTED' });
  });
});
