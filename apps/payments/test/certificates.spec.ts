import {
  ArrearsCheckedSchema,
  CertificateIssuedSchema,
  CertificateRefusedSchema,
  CheckArrearsSchema,
  DeclarationRegisteredSchema,
  LiabilityShortSchema,
  ReconciliationActIssuedSchema,
} from '@shekara/contracts';
import { Money, parseBin, parseCustomsBodyCode, VirtualClock } from '@shekara/kernel';
import { DataSource, UnitOfWork } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { debtAssessed, debtPaid } from '../src/ledger/debt-postings.js';
import { interestAccrued, interestPaid } from '../src/ledger/interest-postings.js';
import type { JournalEntry } from '../src/ledger/journal-entry.js';
import { Ledger, postingsIn } from '../src/ledger/ledger.repository.js';
import { moneyConfirmed } from '../src/ledger/money-postings.js';
import { declaration, KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

interface Refusal {
  reasons: { code: string; article: string; pointer?: string; parameters: Record<string, string> }[];
}

interface CertificateView {
  id: string;
  number: string;
  kind: string;
  status: string;
  issueBy: string;
  grounds: { code: string; parameters: Record<string, string> }[];
  debts: { kind: string; principal: string; penaltyInterest: string }[];
}

interface ActView {
  id: string;
  number: string;
  status: string;
  asOn: string | null;
  issueBy: string;
  accounts: { customsBody: string; kind: string; byCustoms: string; balance: string; difference: string }[];
  advances: { customsBody: string; amount: string }[];
  objections: { text: string }[];
}

const ALMATY = '55001';
const SIGNED = { capacity: 'HEAD', signature: 'A. Omarov', seal: true };

describe('certificates, reconciliation acts and the arrears check', () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  let place: ServicesUnderTest;
  let officer: string;
  let payer: string;
  let other: string;

  const tokens = async () => {
    const posts = [KHORGOS];
    officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts });
    payer = await place.token({ subject: 'stanok', roles: ['DECLARANT'], organisation: PAYER });
    other = await place.token({ subject: 'other', roles: ['DECLARANT'], organisation: OTHER_PAYER });
  };

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    await tokens();
  });

  afterAll(() => place.stop());

  const application = (changes: object = {}) => ({
    payer: PAYER,
    payerName: 'Stanok TOO',
    customsBody: KHORGOS,
    purpose: 'LIQUIDATION',
    ...changes,
  });
  const post = <Body = CertificateView>(path: string, body: object, token = officer) =>
    place.post<Body>('payments', `/v1${path}`, body, token);
  const get = <Body>(path: string, token = officer) => place.get<Body>('payments', `/v1${path}`, token);
  const debt = (customsBody: string, tenge: string, dueOn: string) => {
    const [bin, body] = [parseBin(PAYER), parseCustomsBodyCode(customsBody)];
    if (!bin || !body) throw new Error('bad fixture');
    const owner = { payer: bin, customsBody: body };
    return {
      owner,
      kind: 'IMPORT_VAT',
      amount: Money.ofTenge(tenge),
      document: 'D-1',
      valueDate: dueOn,
    } as const;
  };
  const book = async (...entries: JournalEntry[]) => {
    const { app } = place.service('payments');
    await app.get(UnitOfWork).run({ actor: 'test' }, async (work) => {
      await app.get(Ledger).post(work, postingsIn('00000000-0000-4000-8000-000000000001', entries));
    });
  };
  const claim = async (kind: string, subjectId: string) => {
    const [item] = await place
      .service('payments')
      .app.get(DataSource)
      .query<{ id: string; due_at: Date }[]>(
        `SELECT id, due_at FROM work_items WHERE kind = $1 AND subject_id = $2`,
        [kind, subjectId],
      );
    if (!item) throw new Error(`no item ${kind}`);
    expect((await post(`/work-items/${item.id}/claim`, {})).status).toBeLessThan(300);
    return item;
  };
  const codes = ({ reasons }: Refusal) => reasons.map(({ code }) => code);

  it('answers by machine whether a payer has arrears, over all customs bodies, for the day asked about, by group (R-PAY-124)', async () => {
    await book(
      debtAssessed(debt(ALMATY, '100000', '2026-03-02')),
      interestAccrued(debt(ALMATY, '150', '2026-03-04')),
    );
    const ask = async (on: string, regime = 'CODE_2010') =>
      (await get<Refusal & { clear: boolean }>(`/arrears/${PAYER}?on=${on}&regime=${regime}`)).body;
    expect(await ask('2026-03-02')).toMatchObject({ clear: true, reasons: [] });
    expect((await ask('2026-03-03')).reasons).toMatchObject([
      {
        code: 'ARREARS_PRESENT',
        article: 'art. 293.11(2)',
        parameters: { group: 'TAXES', amount: '100000.00' },
      },
    ]);
    expect((await ask('2026-03-10', 'CODE_2017')).reasons).toMatchObject([
      { article: 'Code 2017 art. 201.4', parameters: { group: 'TAXES' } },
      { parameters: { group: 'PENALTY_INTEREST', amount: '150.00' } },
    ]);
    expect((await get(`/arrears/${PAYER}`, other)).status).toBe(403);
    expect((await get(`/arrears/${PAYER}`, payer)).status).toBe(200);
    expect((await get(`/arrears/${PAYER}?on=2026-03-11`)).status).toBe(400);
    expect((await get('/arrears/123456789012')).status).toBe(400);
  });

  it('answers another service that asks by message', async () => {
    const question = {
      caseId: '00000000-0000-4000-8000-000000000009',
      on: '2026-03-10',
      regime: 'CODE_2010',
    };
    await place.send(CheckArrearsSchema, { requestId: 'q-1', payer: PAYER, ...question });
    await place.send(CheckArrearsSchema, { requestId: 'q-2', payer: OTHER_PAYER, ...question });
    await eventually(() => {
      const answers = place.messages(ArrearsCheckedSchema);
      expect(answers.find(({ requestId }) => requestId === 'q-1')).toMatchObject({
        clear: false,
        reasons: [{ code: 'ARREARS_PRESENT' }, { code: 'ARREARS_PRESENT' }],
      });
      expect(answers.find(({ requestId }) => requestId === 'q-2')).toMatchObject({
        clear: true,
        reasons: [],
      });
    });
  });

  it('counts what a declaration is to pay only once it is due', async () => {
    const party = { name: 'Temir TOO', address: 'Almaty', country: 'KZ', identificationNumber: OTHER_PAYER };
    const declared = declaration({ declarant: party, consignee: party });
    await place.send(DeclarationRegisteredSchema, declared);
    await eventually(() =>
      expect(place.messages(LiabilityShortSchema).map(({ declarationId }) => declarationId)).toContain(
        declared.declarationId,
      ),
    );
    expect((await get<{ clear: boolean }>(`/arrears/${OTHER_PAYER}`)).body.clear).toBe(true);
  });

  it('registers an application with its machine check and its term of 5 working days (R-PAY-119, R-PAY-120)', async () => {
    const { status, body } = await post('/certificates', application(), payer);
    expect(status).toBe(201);
    expect(body).toMatchObject({ number: '55302/100326/C000001', kind: 'NO_DEBT', issueBy: '2026-03-17' });
    expect(body.grounds).toMatchObject([
      { code: 'CERTIFICATE_NO_RECONCILIATION' },
      { code: 'CERTIFICATE_DEBT_PRESENT', parameters: { customsBody: ALMATY, debt: '100150.00' } },
    ]);
    const state = await post('/certificates', application({ purpose: 'OTHER' }), payer);
    expect(state.body).toMatchObject({ kind: 'DEBT_STATUS', grounds: [] });
    const item = await claim('CERTIFICATE', body.id);
    expect(item.due_at.toISOString()).toBe('2026-03-17T18:59:59.999Z');
  });

  it('takes applications of the payer itself and of its customs body only', async () => {
    expect((await post('/certificates', application(), other)).status).toBe(403);
    expect((await post('/certificates', application({ customsBody: ALMATY }))).status).toBe(403);
    expect((await post('/certificates', application({ payer: '980540000398' }))).status).toBe(422);
    const { body } = await post('/certificates', application());
    expect((await get(`/certificates/${body.id}`, other)).status).toBe(404);
    expect((await get(`/certificates?payer=${PAYER}`, other)).status).toBe(403);
    expect((await post(`/certificates/${body.id}/issues`, SIGNED, payer)).status).toBe(403);
    const own = await get<{ items: CertificateView[] }>('/certificates?limit=200', payer);
    expect(own.body.items.map(({ id }) => id)).toContain(body.id);
  });

  it('refuses no debt while any customs body shows it, with every ground, and only then (R-PAY-122, R-PAY-247)', async () => {
    const { body } = await post('/certificates', application(), payer);
    expect((await post<Refusal>(`/certificates/${body.id}/refusals`, {})).status).toBe(409);
    await claim('CERTIFICATE', body.id);
    const unissued = await post<Refusal>(`/certificates/${body.id}/issues`, { ...SIGNED, seal: false });
    expect(codes(unissued.body)).toEqual([
      'CERTIFICATE_NO_RECONCILIATION',
      'CERTIFICATE_DEBT_PRESENT',
      'CERTIFICATE_UNSIGNED',
    ]);
    const refused = await post(`/certificates/${body.id}/refusals`, {});
    expect(refused.body).toMatchObject({ status: 'REFUSED' });
    await eventually(() => {
      const [event] = place.messages(CertificateRefusedSchema);
      expect(event).toMatchObject({ number: body.number, kind: 'NO_DEBT', refusedOn: '2026-03-10' });
      expect(event?.reasons.map(({ code }) => code)).toContain('CERTIFICATE_DEBT_PRESENT');
    });
    expect(codes((await post<Refusal>(`/certificates/${body.id}/issues`, SIGNED)).body)).toContain(
      'CERTIFICATE_STATE_UNFIT',
    );
    const state = await post('/certificates', application({ purpose: 'OTHER' }), payer);
    await claim('CERTIFICATE', state.body.id);
    expect(codes((await post<Refusal>(`/certificates/${state.body.id}/refusals`, {})).body)).toEqual([
      'CERTIFICATE_NOTHING_AGAINST',
    ]);
    const issued = await post(`/certificates/${state.body.id}/issues`, SIGNED);
    expect(issued.body.debts).toEqual([
      { kind: 'IMPORT_VAT', principal: '100000.00', penaltyInterest: '150.00' },
    ]);
    await eventually(() => {
      const [event] = place.messages(CertificateIssuedSchema);
      expect(event).toMatchObject({ kind: 'DEBT_STATUS', debts: [{ paymentKind: 'IMPORT_VAT' }] });
    });
  });

  it('reconciles accounts: both figures, objections, two signed originals within 10 working days (R-PAY-118)', async () => {
    await book(moneyConfirmed({ ...debt(KHORGOS, '70000', '2026-03-09'), purpose: 'ADVANCE' }));
    const request = {
      ...application(),
      purpose: undefined,
      figures: [{ customsBody: ALMATY, kind: 'IMPORT_VAT', balance: '90000' }],
    };
    expect((await post<Refusal>('/reconciliation-acts', request, other)).status).toBe(403);
    const { body: act } = await post<ActView>('/reconciliation-acts', request, payer);
    expect(act).toMatchObject({ number: '55302/100326/R000001', status: 'REQUESTED', issueBy: '2026-03-27' });
    const early = await post<Refusal>(`/reconciliation-acts/${act.id}/signatures`, { signature: 'S' }, payer);
    expect(codes(early.body)).toEqual(['RECONCILIATION_STATE_UNFIT']);
    const prepared = await post<ActView>(`/reconciliation-acts/${act.id}/drafts`, {});
    expect(prepared.body).toMatchObject({
      status: 'PREPARED',
      asOn: '2026-03-10',
      accounts: [
        {
          customsBody: ALMATY,
          kind: 'IMPORT_VAT',
          byCustoms: '100150.00',
          balance: '90000.00',
          difference: '10150.00',
        },
      ],
      advances: [{ customsBody: KHORGOS, amount: '70000.00' }],
    });
    await claim('RECONCILIATION', act.id);
    const unsigned = await post<Refusal>(`/reconciliation-acts/${act.id}/issues`, {
      signature: 'B. Akhmetov',
    });
    expect(codes(unsigned.body)).toEqual(['RECONCILIATION_ORIGINALS_UNFIT']);
    const objection = { customsBody: ALMATY, kind: 'IMPORT_VAT', text: 'The payment of 9 March is missing.' };
    const signs = { signature: 'A. Omarov', objections: [objection] };
    const misplaced = { ...signs, objections: [{ ...objection, customsBody: KHORGOS }] };
    const sign = <Body>(body: object, token = payer) =>
      post<Body>(`/reconciliation-acts/${act.id}/signatures`, body, token);
    expect(codes((await sign<Refusal>(misplaced)).body)).toEqual(['RECONCILIATION_OBJECTION_UNFIT']);
    expect((await sign(signs, other)).status).toBe(403);
    expect((await sign<ActView>(signs)).body.status).toBe('SIGNED_BY_PAYER');
    const issued = await post<ActView>(`/reconciliation-acts/${act.id}/issues`, { signature: 'B. Akhmetov' });
    expect(issued.body).toMatchObject({ status: 'ACT_ISSUED', objections: [objection] });
    await eventually(() =>
      expect(place.messages(ReconciliationActIssuedSchema)).toMatchObject([
        { number: act.number, asOn: '2026-03-10', withObjections: true },
      ]),
    );
    expect((await get(`/reconciliation-acts/${act.id}`, other)).status).toBe(404);
  });

  it('issues no debt once it is paid, on an issued act of this payer only (R-PAY-121, R-PAY-123)', async () => {
    const paid = debt(ALMATY, '100150', '2026-03-10');
    await book(
      moneyConfirmed({ ...paid, purpose: 'ADVANCE' }),
      debtPaid({ ...paid, amount: Money.ofTenge('100000') }, 'ADVANCE'),
    );
    const act = '55302/100326/R000001';
    const { body } = await post('/certificates', application(), payer);
    await claim('CERTIFICATE', body.id);
    const stillInterest = await post<Refusal>(`/certificates/${body.id}/issues`, {
      ...SIGNED,
      reconciliationAct: act,
    });
    expect(stillInterest.body.reasons).toMatchObject([
      { code: 'CERTIFICATE_DEBT_PRESENT', parameters: { debt: '150.00' } },
    ]);
    const foreign = await post('/certificates', application({ payer: OTHER_PAYER }), officer);
    await claim('CERTIFICATE', foreign.body.id);
    const misused = await post<Refusal>(`/certificates/${foreign.body.id}/issues`, {
      ...SIGNED,
      reconciliationAct: act,
    });
    expect(codes(misused.body)).toEqual(['CERTIFICATE_NO_RECONCILIATION']);
    await book(interestPaid(debt(ALMATY, '150', '2026-03-10'), 'ADVANCE'));
    const issued = await post(`/certificates/${body.id}/issues`, { ...SIGNED, reconciliationAct: act });
    expect(issued.body).toMatchObject({ status: 'ISSUED', kind: 'NO_DEBT', debts: [] });
  });

  it('keeps a term that ran out and hands the item to the head of the post (R-PAY-119)', async () => {
    const { body } = await post('/certificates', application({ purpose: 'OTHER' }), payer);
    clock.moveTo('2026-03-17T19:00:01Z');
    await tokens();
    await eventually(async () => {
      const rows = await place
        .service('payments')
        .app.get(DataSource)
        .query<{ type: string }[]>(
          `SELECT type FROM history WHERE stream_id = $1 AND type = 'CertificateOverdue'`,
          [body.id],
        );
      expect(rows).toHaveLength(1);
      const [item] = await place
        .service('payments')
        .app.get(DataSource)
        .query<{ role: string }[]>(
          `SELECT role FROM work_items WHERE kind = 'CERTIFICATE' AND subject_id = $1`,
          [body.id],
        );
      expect(item?.role).toBe('HEAD_OF_POST');
    });
  });
});
