import {
  AppealAcceptedSchema,
  AppealCourtClaimedSchema,
  AppealDecidedSchema,
  AppealJudgmentInForceSchema,
  AppealNotConsideredSchema,
  AppealRegisteredSchema,
  AppealTermResumedSchema,
  AppealTermStoppedSchema,
  DebtNoticeResumedSchema,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

interface AppealView {
  id: string;
  status: string;
  hearingBody: string;
  disputed: string;
  marks: { code: string; pointer?: string }[];
  registeredOn: string;
  suspendsFrom: string | null;
  tellRefusalBy: string;
  decideBy: string | null;
  endedOn: string | null;
  holdsNotice: boolean;
}

interface NoticeView {
  id: string;
  number: string;
  status: string;
  executeBy: string | null;
}

interface Refusal {
  reasons: { code: string; pointer?: string; parameters: Record<string, string> }[];
}

/** The department that Khorgos belongs to. */
const JETISU = '55300';

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

const CONTENT = {
  addressee: 'Customs department of Jetisu',
  appellantName: 'Stanok TOO',
  appellantAddress: 'Almaty, Abay 1',
  issuingBody: 'Khorgos checkpoint',
  noticeNumber: 'N',
  circumstances: 'The value was declared in full.',
  evidence: 'Contract and bank statement.',
  disputed: [{ kind: 'IMPORT_VAT', amount: '400000' }],
  enclosures: ['Contract', 'Bank statement'],
  noticeCopyEnclosed: true,
  supportingDocumentsEnclosed: true,
  signed: true,
};

const DECISION = {
  outcome: 'NOTICE_UNCHANGED',
  content: {
    body: 'Customs department of Jetisu',
    appellant: 'Stanok TOO',
    summaryOfNotice: 'VAT of 1,000,000.',
    summaryOfAppeal: 'The value was declared in full.',
    reasons: 'The value was not.',
    legalReferences: ['art. 179'],
  },
  consideredDocuments: ['Contract', 'Bank statement'],
};

describe('appeals against notices of Khorgos', () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  let place: ServicesUnderTest;
  let payer: string;
  let other: string;
  let officer: string;
  let desk: string;

  const tokens = async () => {
    payer = await place.token({ subject: 'stanok', roles: ['DECLARANT'], organisation: PAYER });
    other = await place.token({
      subject: 'other',
      roles: ['CUSTOMS_REPRESENTATIVE'],
      organisation: OTHER_PAYER,
    });
    officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
    desk = await place.token({ subject: 'desk-1', roles: ['ACCOUNT_OFFICER'], posts: [JETISU] });
  };
  /** Time passes; tokens of weeks ago are no longer good. */
  const moveTo = async (instant: string) => {
    clock.moveTo(instant);
    await tokens();
  };

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    await tokens();
  });

  afterAll(() => place.stop());

  const database = () => place.service('payments').app.get(DataSource);
  const post = <Body = AppealView>(path: string, body: object, token: string) =>
    place.post<Body>('payments', `/v1/appeals${path}`, body, token);
  const read = async (id: string) =>
    (await place.get<AppealView>('payments', `/v1/appeals/${id}`, payer)).body;
  const noticeNow = async (id: string) =>
    (await place.get<NoticeView>('payments', `/v1/debt-notices/${id}`, officer)).body;
  const itemOf = async (kind: string, subjectId: string) => {
    const [item] = await database().query<
      { id: string; status: string; customs_body: string; due_at: Date }[]
    >(
      `SELECT id, status, customs_body, due_at FROM work_items WHERE kind = $1 AND subject_id = $2
        ORDER BY opened_at DESC, id DESC LIMIT 1`,
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
        `SELECT type FROM history WHERE stream = 'Appeal' AND stream_id = $1 ORDER BY sequence`,
        [id],
      )
    ).map(({ type }) => type);
  /** A notice sent today and delivered on the day. */
  const delivered = async (deliveredOn: string, changes: object = {}) => {
    const notices = <Body = NoticeView>(path: string, body: object) =>
      place.post<Body>('payments', `/v1/debt-notices${path}`, body, officer);
    const { body: draft } = await notices('', { ...FOUND, ...changes });
    await claim('DEBT_NOTICE', draft.id, officer);
    await notices(`/${draft.id}/sendings`, WORDING);
    const proof = { method: 'REGISTERED_MAIL', deliveredOn, evidence: 'RR123456789KZ' };
    const { status, body } = await notices(`/${draft.id}/deliveries`, proof);
    expect(status).toBe(201);
    return body;
  };
  const appealAgainst = (noticeId: string, changes: object = {}, content: object = {}) => ({
    noticeId,
    capacity: 'FOREIGN_TRADE_PARTICIPANT',
    addressedTo: 'HIGHER_BODY',
    copyToIssuer: true,
    content: { ...CONTENT, ...content },
    ...changes,
  });
  const filed = async (noticeId: string, changes: object = {}, content: object = {}) => {
    const { status, body } = await post('', appealAgainst(noticeId, changes, content), payer);
    expect(status).toBe(201);
    return body;
  };
  const inReview = async (noticeId: string) => {
    const appeal = await filed(noticeId);
    await claim('APPEAL_ADMISSION', appeal.id, desk);
    expect((await post(`/${appeal.id}/acceptances`, {}, desk)).body.status).toBe('IN_REVIEW');
    return appeal;
  };

  it('registers an appeal the day it comes and stops the disputed part only (R-PAY-212, R-PAY-220, R-PAY-225)', async () => {
    const notice = await delivered('2026-03-10');
    const appeal = await filed(notice.id);
    expect(appeal).toMatchObject({
      status: 'REGISTERED',
      hearingBody: JETISU,
      disputed: '400000.00',
      marks: [],
      registeredOn: '2026-03-10',
      suspendsFrom: '2026-03-10',
      tellRefusalBy: '2026-03-27',
      decideBy: '2026-04-09',
      holdsNotice: true,
    });
    expect((await noticeNow(notice.id)).status).toBe('SUSPENDED');
    const [terms] = await database().query<{ kinds: string[] }[]>(
      `SELECT array_agg(kind) AS kinds FROM deadlines WHERE subject_id = $1 AND status = 'OPEN'`,
      [notice.id],
    );
    expect(terms?.kinds).toEqual(['DEBT_NOTICE_TERM']);
    const item = await itemOf('APPEAL_ADMISSION', appeal.id);
    expect(item).toMatchObject({ customs_body: JETISU });
    expect(item.due_at.toISOString()).toBe('2026-03-27T18:59:59.999Z');
    await eventually(() =>
      expect(
        place.messages(AppealRegisteredSchema).filter(({ appealId }) => appealId === appeal.id),
      ).toMatchObject([
        { noticeNumber: notice.number, suspendsFrom: '2026-03-10', disputed: { tiyn: 40_000_000n } },
      ]),
    );
    const second = await post<Refusal>('', appealAgainst(notice.id), payer);
    expect(second.body.reasons).toMatchObject([
      { code: 'APPEAL_STATE_UNFIT', parameters: { appeal: appeal.id } },
    ]);
    const issuer = await delivered('2026-03-10');
    expect(await filed(issuer.id, { addressedTo: 'ISSUING_BODY' })).toMatchObject({ hearingBody: KHORGOS });
  });

  it('refuses more than the notice demands, and an appeal before delivery', async () => {
    const notice = await delivered('2026-03-10');
    const above = { disputed: [{ kind: 'IMPORT_VAT', amount: '99000000' }] };
    expect((await post<Refusal>('', appealAgainst(notice.id, {}, above), payer)).body.reasons).toMatchObject([
      { code: 'DISPUTED_SUM_UNFIT' },
    ]);
    expect((await noticeNow(notice.id)).status).toBe('DELIVERED');
    const { body: draft } = await place.post<NoticeView>('payments', '/v1/debt-notices', FOUND, officer);
    expect((await post('', appealAgainst(draft.id), payer)).status).toBe(404);
    await claim('DEBT_NOTICE', draft.id, officer);
    await place.post('payments', `/v1/debt-notices/${draft.id}/sendings`, WORDING, officer);
    expect((await post<Refusal>('', appealAgainst(draft.id), payer)).body.reasons).toMatchObject([
      { code: 'NOTICE_STATE_UNFIT' },
    ]);
  });

  it('is for the addressee, a representative with a power, and the bodies that issued and hear it', async () => {
    const notice = await delivered('2026-03-10');
    expect((await post('', appealAgainst(notice.id), other)).status).toBe(404);
    const power = { powerOfRepresentative: 'Power 12 of 2026-01-05' };
    const represented = await post('', appealAgainst(notice.id, {}, power), other);
    expect(represented.body).toMatchObject({ status: 'REGISTERED', marks: [] });
    const { id } = represented.body;
    const seenBy = async (token: string) => (await place.get('payments', `/v1/appeals/${id}`, token)).status;
    const stranger = await place.token({ subject: 'x', roles: ['DECLARANT'], organisation: '191040012345' });
    const elsewhere = await place.token({ subject: 'o-9', roles: ['ACCOUNT_OFFICER'], posts: ['55001'] });
    expect(await Promise.all([payer, other, officer, desk, stranger, elsewhere].map(seenBy))).toEqual([
      200, 200, 200, 200, 404, 404,
    ]);
    expect((await post(`/${id}/acceptances`, {}, officer)).status).toBe(403);
    expect((await post(`/${id}/acceptances`, {}, payer)).status).toBe(403);
    const list = await place.get<{ items: AppealView[] }>('payments', '/v1/appeals?limit=200', stranger);
    expect(list.body.items).toEqual([]);
    const heard = await place.get<{ items: AppealView[] }>(
      'payments',
      `/v1/appeals?limit=200&noticeId=${notice.id}`,
      desk,
    );
    expect(heard.body.items.map((appeal) => appeal.id)).toEqual([id]);
  });

  it('marks every ground of art. 177.1 of papers out of the post, and a person refuses them or not (R-PAY-210, R-PAY-213, R-PAY-214, R-PAY-226)', async () => {
    const notice = await delivered('2026-03-10');
    const papers = appealAgainst(
      notice.id,
      {
        appellant: OTHER_PAYER,
        channel: 'POST',
        postedAt: '2026-03-10T04:00:00Z',
        addressedTo: 'ISSUING_BODY',
      },
      { signed: false, noticeCopyEnclosed: false },
    );
    expect((await post('/papers', papers, desk)).status).toBe(403);
    const { body: appeal } = await post('/papers', papers, officer);
    expect(appeal.marks.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['APPEAL_FORM', '/content/noticeCopyEnclosed'],
      ['APPEAL_FORM', '/content/signed'],
      ['APPEAL_WRONG_PERSON', '/appellant'],
    ]);
    expect((await noticeNow(notice.id)).status).toBe('SUSPENDED');
    expect((await post(`/${appeal.id}/refusals`, {}, officer)).status).toBe(409);
    await claim('APPEAL_ADMISSION', appeal.id, officer);
    expect((await post(`/${appeal.id}/refusals`, {}, officer)).body).toMatchObject({
      status: 'NOT_CONSIDERED',
      endedOn: '2026-03-10',
      holdsNotice: false,
    });
    expect(await noticeNow(notice.id)).toMatchObject({ status: 'DELIVERED' });
    await eventually(() =>
      expect(
        place.messages(AppealNotConsideredSchema).filter(({ appealId }) => appealId === appeal.id),
      ).toMatchObject([{ toldOn: '2026-03-10', mayRefileUntil: '2026-03-30' }]),
    );
    expect(await filed(notice.id)).toMatchObject({ status: 'REGISTERED', marks: [] });
  });

  it('refuses nothing that is not marked (R-PAY-214)', async () => {
    const appeal = await filed((await delivered('2026-03-10')).id);
    await claim('APPEAL_ADMISSION', appeal.id, desk);
    expect((await post<Refusal>(`/${appeal.id}/refusals`, {}, desk)).body.reasons).toMatchObject([
      { code: 'APPEAL_GROUND_NOT_MARKED' },
    ]);
  });

  it('makes a missing copy for the issuer a task (R-PAY-215)', async () => {
    const appeal = await filed((await delivered('2026-03-10')).id, { copyToIssuer: false });
    expect(appeal.marks).toEqual([]);
    expect((await itemOf('APPEAL_COPY_TO_ISSUER', appeal.id)).status).toBe('OPEN');
    await claim('APPEAL_COPY_TO_ISSUER', appeal.id, desk);
    expect((await post(`/${appeal.id}/copies`, {}, desk)).status).toBe(201);
    expect(await history(appeal.id)).toEqual([
      'AppealRegistered',
      'CopyToIssuerMissing',
      'AppealCopySentToIssuer',
    ]);
  });

  it('only marks the regime of a cameral notice (R-PAY-224)', async () => {
    const notice = await delivered('2026-03-10', {
      regime: 'CODE_2017_CAMERAL',
      occasion: 'INSPECTION_ACT_DELIVERED',
    });
    const { status, body } = await post<{ chapter: number }>('', appealAgainst(notice.id), payer);
    expect([status, body.chapter]).toEqual([202, 55]);
    expect((await itemOf('APPEAL_UNDER_CODE_2017', notice.id)).status).toBe('OPEN');
    expect(await database().query(`SELECT 1 FROM appeals WHERE notice_id = $1`, [notice.id])).toEqual([]);
    expect((await noticeNow(notice.id)).status).toBe('DELIVERED');
  });

  it('decides with every item of art. 181 and every document considered; the notice runs on (R-PAY-219, R-PAY-223)', async () => {
    const notice = await delivered('2026-03-10');
    const { id } = await inReview(notice.id);
    expect((await post(`/${id}/decisions`, DECISION, desk)).status).toBe(409);
    await claim('APPEAL_DECISION', id, desk);
    const incomplete = {
      ...DECISION,
      content: { ...DECISION.content, reasons: '', legalReferences: [] },
      consideredDocuments: ['Contract'],
    };
    const refused = await post<Refusal>(`/${id}/decisions`, incomplete, desk);
    expect(
      refused.body.reasons.map(({ code, pointer, parameters }) => [code, pointer ?? parameters.document]),
    ).toEqual([
      ['APPEAL_DECISION_INCOMPLETE', '/content/reasons'],
      ['APPEAL_DECISION_INCOMPLETE', '/content/legalReferences'],
      ['APPEAL_NEW_DOCUMENTS_UNREAD', 'Bank statement'],
    ]);
    expect((await post(`/${id}/decisions`, DECISION, desk)).body).toMatchObject({
      status: 'UPHELD',
      holdsNotice: false,
    });
    expect((await noticeNow(notice.id)).status).toBe('DELIVERED');
    await eventually(() => {
      expect(place.messages(AppealAcceptedSchema).filter(({ appealId }) => appealId === id)).toHaveLength(1);
      expect(place.messages(AppealDecidedSchema).filter(({ appealId }) => appealId === id)).toMatchObject([
        { outcome: 'NOTICE_UNCHANGED', copiesTo: ['APPELLANT', 'ISSUING_BODY'] },
      ]);
    });
  });

  it('sends a cancelled notice to its issuer for withdrawal in 5 working days, a part cancelled one in 10 (R-PAY-222)', async () => {
    const due: string[] = [];
    for (const outcome of ['NOTICE_CANCELLED', 'NOTICE_PART_CANCELLED']) {
      const notice = await delivered('2026-03-10');
      const { id } = await inReview(notice.id);
      await claim('APPEAL_DECISION', id, desk);
      expect((await post(`/${id}/decisions`, { ...DECISION, outcome }, desk)).status).toBe(201);
      const item = await itemOf('DEBT_NOTICE_RECALL', notice.id);
      expect(item).toMatchObject({ status: 'OPEN', customs_body: KHORGOS });
      due.push(item.due_at.toISOString());
    }
    expect(due).toEqual(['2026-03-17T18:59:59.999Z', '2026-03-27T18:59:59.999Z']);
  });

  it('stands still in court until the judgment is in force (R-PAY-220, R-PAY-225)', async () => {
    const notice = await delivered('2026-03-10');
    const { id } = await inReview(notice.id);
    const claimIn = { number: 'C-77', claimedOn: '2026-03-10' };
    const future = await post<Refusal>(`/${id}/court-claims`, { ...claimIn, claimedOn: '2026-03-11' }, desk);
    expect(future.body.reasons).toMatchObject([{ code: 'APPEAL_DATES_CONTRADICT', pointer: '/claimedOn' }]);
    expect((await post(`/${id}/court-claims`, claimIn, desk)).status).toBe(201);
    expect((await post<Refusal>(`/${id}/court-claims`, claimIn, desk)).body.reasons).toMatchObject([
      { code: 'APPEAL_STATE_UNFIT' },
    ]);
    await claim('APPEAL_DECISION', id, desk);
    expect((await post(`/${id}/decisions`, DECISION, desk)).body).toMatchObject({
      status: 'UPHELD',
      holdsNotice: true,
    });
    expect((await noticeNow(notice.id)).status).toBe('SUSPENDED');
    const judgment = { outcome: 'NOTICE_UNCHANGED', inForceOn: '2026-03-10' };
    expect((await post(`/${id}/judgments`, judgment, desk)).body.holdsNotice).toBe(false);
    expect((await noticeNow(notice.id)).status).toBe('DELIVERED');
    const later = await inReview((await delivered('2026-03-10')).id);
    await claim('APPEAL_DECISION', later.id, desk);
    await post(`/${later.id}/decisions`, DECISION, desk);
    expect((await post(`/${later.id}/court-claims`, claimIn, desk)).body.holdsNotice).toBe(true);
    await post(`/${later.id}/judgments`, { ...judgment, outcome: 'NOTICE_CANCELLED' }, desk);
    await eventually(() => {
      expect(place.messages(AppealCourtClaimedSchema)).toHaveLength(2);
      expect(
        place
          .messages(AppealJudgmentInForceSchema)
          .map(({ outcome }) => outcome)
          .sort(),
      ).toEqual(['NOTICE_CANCELLED', 'NOTICE_UNCHANGED']);
    });
  });

  it('stops the term for listed queries only, runs the rest, and is overdue after it (R-PAY-216, R-PAY-217, R-PAY-218)', async () => {
    const notice = await delivered('2026-03-10');
    const late = await delivered('2026-03-10');
    const appeal = await inReview(notice.id);
    const { id } = appeal;
    const stop = { by: 'FOREIGN_BODY', from: '2026-03-20', letter: 'L-1', reasons: 'Origin is asked.' };
    await moveTo('2026-03-20T05:00:00Z');
    expect(
      (await post<Refusal>(`/${id}/stops`, { ...stop, by: 'APPELLANT' }, desk)).body.reasons,
    ).toMatchObject([{ code: 'APPEAL_STOP_UNLISTED' }]);
    expect((await post<Refusal>(`/${id}/stops`, { ...stop, letter: '' }, desk)).body.reasons).toMatchObject([
      { code: 'APPEAL_STOP_NOT_ANNOUNCED', pointer: '/letter' },
    ]);
    expect((await post(`/${id}/stops`, stop, desk)).body).toMatchObject({
      status: 'CLOCK_STOPPED',
      decideBy: null,
    });
    expect((await itemOf('APPEAL_DECISION', id)).status).toBe('CANCELLED');
    await moveTo('2026-04-14T05:00:00Z');
    expect(await history(id)).not.toContain('AppealDecisionOverdue');
    const lateAppeal = await filed(late.id);
    expect(lateAppeal).toMatchObject({
      marks: [{ code: 'APPEAL_LATE' }],
      suspendsFrom: null,
      holdsNotice: false,
    });
    expect(
      (await post<Refusal>(`/${id}/resumptions`, { on: '2026-03-19' }, desk)).body.reasons,
    ).toMatchObject([{ code: 'APPEAL_DATES_CONTRADICT' }]);
    const resumed = await post(`/${id}/resumptions`, { on: '2026-04-14' }, desk);
    expect(resumed.body).toMatchObject({ status: 'IN_REVIEW', decideBy: '2026-05-05' });
    expect((await itemOf('APPEAL_DECISION', id)).due_at.toISOString()).toBe('2026-05-05T18:59:59.999Z');
    await moveTo('2026-05-05T19:00:01Z');
    await eventually(async () => expect(await history(id)).toContain('AppealDecisionOverdue'));
    const head = await place.token({ subject: 'head-1', roles: ['HEAD_OF_POST'], posts: [JETISU] });
    await eventually(async () => {
      const { id: itemId } = await itemOf('APPEAL_DECISION', id);
      expect((await place.post('payments', `/v1/work-items/${itemId}/claim`, {}, head)).status).toBeLessThan(
        300,
      );
    });
    expect((await read(id)).status).toBe('IN_REVIEW');
    await eventually(() => {
      expect(place.messages(AppealTermStoppedSchema)).toMatchObject([{ by: 'FOREIGN_BODY', letter: 'L-1' }]);
      expect(place.messages(AppealTermResumedSchema)).toMatchObject([{ decideBy: '2026-05-05' }]);
      expect(
        place.messages(DebtNoticeResumedSchema).filter(({ noticeId }) => noticeId === notice.id),
      ).toEqual([]);
    });
  });

  it('recalls a notice in default that a late appeal cancels (R-PAY-211, R-PAY-222)', async () => {
    const notice = await delivered('2026-05-06');
    await moveTo('2026-05-27T05:00:00Z');
    await eventually(async () => expect((await noticeNow(notice.id)).status).toBe('DEFAULTED'));
    const appeal = await filed(notice.id);
    expect(appeal).toMatchObject({ marks: [{ code: 'APPEAL_LATE' }], holdsNotice: false });
    await claim('APPEAL_ADMISSION', appeal.id, desk);
    await post(`/${appeal.id}/acceptances`, {}, desk);
    await claim('APPEAL_DECISION', appeal.id, desk);
    await post(`/${appeal.id}/decisions`, { ...DECISION, outcome: 'NOTICE_CANCELLED' }, desk);
    expect((await itemOf('DEBT_NOTICE_RECALL', notice.id)).status).toBe('OPEN');
    const withdrawal = { cause: 'Cancelled on appeal.' };
    const { body } = await place.post<NoticeView>(
      'payments',
      `/v1/debt-notices/${notice.id}/withdrawals`,
      withdrawal,
      officer,
    );
    expect(body.status).toBe('WITHDRAWN');
    expect((await itemOf('DEBT_NOTICE_RECALL', notice.id)).status).toBe('CANCELLED');
  });
});
