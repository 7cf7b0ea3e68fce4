import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { pagesOf } from '@shekara/testing/pdf-text';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

interface Paper {
  id: string;
  number: string;
}

interface Verification {
  kind: string;
  number: string;
  date: string;
  validity: string;
  sums: { kind: string; sums: Record<string, string> }[];
}

const NAME = '«Ұлы Жібек жолы – Қорғас қақпасы» ЖШС, Әлия Өтегенова, һәм Ілияс';
const FOUND = {
  payer: PAYER,
  payerName: NAME,
  payerAddress: 'Алматы қаласы, Әл-Фараби даңғылы, 77',
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
  demand: 'Берешекті осы хабарламаның мерзімінде өтеңіз.',
  reasonCode: 'DEBT_ON_ACCOUNT',
  reasonText: 'ҚҚС төленбеді.',
  appealProcedure: '20 күнтізбелік күн ішінде.',
  amendmentNeeded: false,
};

describe('documents a person receives', () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  let place: ServicesUnderTest;
  let officer: string;
  let payer: string;
  let other: string;
  let notice: Paper;
  let code: string;

  const post = async (path: string, body: object, token = officer) => {
    const answer = await place.post<Paper>('payments', `/v1${path}`, body, token);
    expect(answer.status).toBeLessThan(300);
    return answer.body;
  };
  const claim = async (kind: string, subjectId: string) => {
    const [item] = await place
      .service('payments')
      .app.get(DataSource)
      .query<{ id: string }[]>(`SELECT id FROM work_items WHERE kind = $1 AND subject_id = $2`, [
        kind,
        subjectId,
      ]);
    await post(`/work-items/${item?.id ?? ''}/claim`, {});
  };
  const pdf = async (path: string, token = payer) => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${place.service('payments').url}/v1${path}`, { headers });
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  };
  const words = async (path: string) => {
    const { response, bytes } = await pdf(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    return (await pagesOf(bytes)).join(' ');
  };
  const codeIn = (text: string) => /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '';
  const verify = (typed: string) =>
    place.get<Verification & { reasons: { code: string }[] }>('payments', `/v1/verifications/${typed}`);

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
    payer = await place.token({ subject: 'stanok', roles: ['DECLARANT'], organisation: PAYER });
    other = await place.token({ subject: 'other', roles: ['DECLARANT'], organisation: OTHER_PAYER });
    notice = await post('/debt-notices', FOUND);
  });

  afterAll(() => place.stop());

  it('prints no draft: to its payer there is none, to an officer nothing is issued', async () => {
    expect((await pdf(`/debt-notices/${notice.id}/pdf`)).response.status).toBe(404);
    const { response, bytes } = await pdf(`/debt-notices/${notice.id}/pdf`, officer);
    expect(response.status).toBe(409);
    expect(Buffer.from(bytes).toString()).toContain('DOCUMENT_NOT_ISSUED');
    const draft = await post('/certificates', {
      payer: PAYER,
      payerName: NAME,
      customsBody: KHORGOS,
      purpose: 'OTHER',
    });
    expect((await pdf(`/certificates/${draft.id}/pdf`)).response.status).toBe(404);
  });

  it('prints a sent notice in three languages with Kazakh letters, sums and one verification code', async () => {
    await claim('DEBT_NOTICE', notice.id);
    await post(`/debt-notices/${notice.id}/sendings`, WORDING);
    const kk = await words(`/debt-notices/${notice.id}/pdf?lang=kk`);
    for (const letter of 'ӘәҒғҚқңӨөҰұҮүһІі'.replace(/[ҒҮ]/g, '')) expect(kk).toContain(letter);
    for (const text of [
      NAME,
      notice.number,
      '10.03.2026',
      'Берешекті өтеу туралы хабарлама',
      WORDING.demand,
    ]) {
      expect(kk).toContain(text);
    }
    expect(kk).toContain('1 000 000,00');
    expect(kk).toContain('8 767,12');
    expect(kk).toContain('1 беттің 1-беті');
    const ru = await words(`/debt-notices/${notice.id}/pdf?lang=ru`);
    expect(ru).toContain('Уведомление о погашении задолженности');
    expect(ru).toContain('НДС на импорт');
    const en = await words(`/debt-notices/${notice.id}/pdf?lang=en`);
    expect(en).toContain('Notice of repayment of debt');
    expect(en).toContain('1,008,767.12');
    code = codeIn(kk);
    expect(code).not.toBe('');
    expect([codeIn(ru), codeIn(en)]).toEqual([code, code]);
    expect((await pdf(`/debt-notices/${notice.id}/pdf?lang=de`)).response.status).toBe(400);
  });

  it('prints for its payer and the officers of its customs body only', async () => {
    const path = `/debt-notices/${notice.id}/pdf`;
    const elsewhere = await place.token({
      subject: 'officer-9',
      roles: ['ACCOUNT_OFFICER'],
      posts: ['55001'],
    });
    expect((await pdf(path, other)).response.status).toBe(404);
    expect((await pdf(path, elsewhere)).response.status).toBe(404);
    expect((await pdf(path, officer)).response.status).toBe(200);
    expect((await pdf(path, 'none')).response.status).toBe(401);
  });

  it('answers for a code without a token: document, date, sums, validity, and no person', async () => {
    const { status, body } = await verify(code.toLowerCase());
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'DEBT_NOTICE',
      number: notice.number,
      date: '2026-03-10',
      validity: 'VALID',
      sums: [{ kind: 'IMPORT_VAT', sums: { principal: '1000000.00', penaltyInterest: '8767.12' } }],
    });
    expect(JSON.stringify(body)).not.toMatch(/980540000397|Жібек|Фараби/);
    for (const wrong of ['AAAA-AAAA-AAAA', 'short', code.replaceAll('-', '') + '0']) {
      const { status: unknown, body: problem } = await verify(wrong);
      expect(unknown).toBe(404);
      expect(problem.reasons).toMatchObject([{ code: 'VERIFICATION_CODE_UNKNOWN' }]);
    }
  });

  it('says of a paper that was withdrawn that it no longer holds', async () => {
    await post(`/debt-notices/${notice.id}/withdrawals`, { cause: 'sent in error' });
    expect((await verify(code)).body.validity).toBe('WITHDRAWN');
  });

  it('prints a certificate and a reconciliation act with their sums', async () => {
    const paper = { payer: PAYER, payerName: NAME, customsBody: KHORGOS };
    const figures = [{ customsBody: KHORGOS, kind: 'IMPORT_DUTY', balance: '-1234567.89' }];
    const act = await post('/reconciliation-acts', { ...paper, figures }, payer);
    await post(`/reconciliation-acts/${act.id}/drafts`, {});
    await post(`/reconciliation-acts/${act.id}/signatures`, { signature: 'Ә. Өтегенова' }, payer);
    await claim('RECONCILIATION', act.id);
    await post(`/reconciliation-acts/${act.id}/issues`, { signature: 'Б. Ахметов' });
    const printed = await words(`/reconciliation-acts/${act.id}/pdf`);
    for (const text of ['-1 234 567,89', 'Әкелу кеден бажы', 'Ә. Өтегенова', 'Б. Ахметов', act.number]) {
      expect(printed).toContain(text);
    }
    expect((await verify(codeIn(printed))).body).toMatchObject({
      kind: 'RECONCILIATION_ACT',
      sums: [{ sums: { byCustoms: '0.00', byPayer: '-1234567.89', difference: '1234567.89' } }],
    });
    const certificate = await post('/certificates', { ...paper, purpose: 'LIQUIDATION' }, payer);
    await claim('CERTIFICATE', certificate.id);
    const signed = { capacity: 'HEAD', signature: 'Қ. Ғалымов', seal: true, reconciliationAct: act.number };
    await post(`/certificates/${certificate.id}/issues`, signed);
    const noDebt = await words(`/certificates/${certificate.id}/pdf?lang=kk`);
    for (const text of ['Берешектің жоқтығы туралы анықтама', 'Қ. Ғалымов', act.number, 'өсімпұлдар']) {
      expect(noDebt).toContain(text);
    }
    expect((await verify(codeIn(noDebt))).body).toMatchObject({
      kind: 'CERTIFICATE',
      sums: [],
      validity: 'VALID',
    });
    expect((await pdf(`/certificates/${certificate.id}/pdf`, other)).response.status).toBe(404);
  });
});
