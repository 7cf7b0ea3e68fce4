import {
  BankruptcyAppliedForSchema,
  CollectionStageReachedSchema,
  DebtorNoticeSentSchema,
} from '@shekara/contracts';
import { eventually } from '@shekara/testing';
import { CollectionUnderTest, DEFAULTED, type NoticeOfTest } from './collection.fixture.js';
import { KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

const PERSON = '870301300452';
const DEBTOR = '191040012345';
const ACCOUNT = {
  bank: 'HALYKKZ',
  account: 'KZ77',
  currency: 'KZT',
  purpose: 'ORDINARY',
  kind: 'IMPORT_VAT',
};
const RESTRICTION = {
  items: [{ name: 'Warehouse', title: 'OWNERSHIP', price: '2000000', pricedBy: 'INDEPENDENT_VALUATION' }],
  allOfPayersProperty: false,
  inventoryCopies: 2,
  warningGiven: true,
  decisionCopyToPayer: true,
  inventoryCopyToPayer: true,
};
const FORECLOSURE = {
  authorizedLegalEntity: OTHER_PAYER,
  copies: 2,
  restrictionAttached: true,
  inventoryAttached: true,
};
const party = (identificationNumber: string) => ({
  name: 'Trade LLP',
  identificationNumber,
  legalAddress: 'Almaty, Abay 1',
  bankDetails: 'KZ77 HALYKKZ',
  signedAndSealed: true,
});

describe('the whole way of collection at Khorgos', () => {
  let khorgos: CollectionUnderTest;
  const notices = new Map<string, NoticeOfTest>();
  let appeal = '';

  beforeAll(async () => {
    khorgos = await CollectionUnderTest.start();
    for (const payer of [PAYER, PERSON, OTHER_PAYER]) notices.set(payer, await khorgos.notice(payer));
    appeal = await khorgos.appeal(notices.get(OTHER_PAYER)?.id ?? '', OTHER_PAYER);
    await khorgos.moveTo(DEFAULTED);
  });

  afterAll(() => khorgos.place.stop());

  const caseOf = (payer: string, part?: string) => khorgos.caseOf(notices.get(payer)?.id ?? '', part);

  it('sends a physical person to court and nowhere else, unless it proves to be an entrepreneur (R-PAY-158, worked case 19)', async () => {
    const id = await caseOf(PERSON);
    await khorgos.done(id, 'guarantee-reports', { report: 'NO_SECURITY', on: '2026-03-31' });
    const suspension = { bank: 'HALYKKZ', accounts: [] };
    expect(await khorgos.refused(id, 'account-suspensions', suspension)).toEqual(['INDIVIDUAL_COURT_ONLY']);
    expect(await khorgos.refused(id, 'bank-orders', { ...ACCOUNT, amount: '1' })).toEqual([
      'INDIVIDUAL_COURT_ONLY',
    ]);
    expect(await khorgos.refused(id, 'entrepreneurs', { evidence: ' ' })).toEqual(['PAYER_STATUS_UNFIT']);
    await khorgos.claim('COLLECTION_OWN_MONEY', id);
    expect((await khorgos.done(id, 'own-money-ends')).state).toBe('COURT');
    expect(await khorgos.refused(id, 'account-suspensions', suspension)).toEqual(['INDIVIDUAL_COURT_ONLY']);
    expect(await khorgos.refused(id, 'entrepreneurs', { evidence: 'IP-1' })).toEqual([
      'COLLECTION_STAGE_PAST',
    ]);
    const claim = { court: 'Panfilov district court', claim: '12/2026' };
    expect((await khorgos.act(id, 'court-applications', claim)).status).toBe(409);
    await khorgos.claim('COLLECTION_COURT', id);
    expect((await khorgos.done(id, 'court-applications', claim)).document).toMatchObject({
      kind: 'COURT_APPLICATION',
      content: { debt: '1031780.82', court: 'Panfilov district court' },
    });
    const list = await khorgos.query(
      `SELECT 1 FROM deadlines WHERE kind = 'COLLECTION_DEBTOR_LIST' AND subject_id = $1`,
      [id],
    );
    expect(list).toEqual([]);
  });

  it('collects the undisputed part apart, and the disputed one in a case of its own (art. 182.2)', async () => {
    const id = await caseOf(OTHER_PAYER, 'UNDISPUTED');
    expect(await khorgos.read(id)).toMatchObject({
      part: 'UNDISPUTED',
      debts: [{ kind: 'IMPORT_VAT', principal: '608767.12' }],
    });
    await khorgos.done(id, 'disputes', { amount: '600000' });
    await khorgos.money('ADVANCE', '700000', OTHER_PAYER);
    const offset = { from: 'ADVANCE', to: 'IMPORT_VAT', amount: '600000' };
    expect(await khorgos.refused(id, 'offsets', offset)).toEqual(['NOTICE_SUSPENDED_BY_APPEAL']);
    expect((await khorgos.done(id, 'dispute-ends')).paused).toBe('0.00');
    await khorgos.done(id, 'offsets', offset);
    await khorgos.dismiss(appeal);
  });

  it('notes debtors of the list, waits, takes complete acts, orders at most what they confirm (R-PAY-169, R-PAY-170, R-PAY-171, R-PAY-172, R-PAY-173)', async () => {
    const id = await caseOf(PAYER);
    const payer = await khorgos.place.token({ subject: 'stanok', roles: ['DECLARANT'], organisation: PAYER });
    await khorgos.throughOwnMoney(id);
    const restriction = (await khorgos.done(id, 'property-restrictions', RESTRICTION)).document;
    await khorgos.claim('COLLECTION_SECURING', id);
    await khorgos.done(id, 'forced-collections');
    await khorgos.claim('COLLECTION_BANK_ORDERS', id);
    expect(await khorgos.refused(id, 'bank-ends')).toEqual(['STAGE_NOT_REACHED']);
    expect((await khorgos.done(id, 'bank-ends', { noAccountsRecord: 'Tax body 5/2026' })).state).toBe(
      'S4B_DEBTORS',
    );

    const asked = { debtor: DEBTOR, amount: '500000' };
    expect(await khorgos.refused(id, 'debtor-notices', asked)).toEqual(['RECEIVABLE_UNCONFIRMED']);
    const debtors = [{ debtor: DEBTOR, name: 'Kuryk TOO', receivable: '500000' }];
    expect((await khorgos.done(id, 'debtor-lists', { debtors }, payer)).document?.state).toBe('TAKEN');
    expect((await khorgos.itemOf('DEBTOR_LIST_LATE', id)).status).toBe('CANCELLED');
    expect(await khorgos.refused(id, 'debtor-notices', { ...asked, amount: '500000.01' })).toEqual([
      'RECEIVABLE_UNCONFIRMED',
    ]);
    const notice = (await khorgos.done(id, 'debtor-notices', asked)).document;
    const at = `debtor-notices/${notice?.id}`;
    expect((await khorgos.done(id, `${at}/receipts`, { on: '2026-03-31' })).document?.state).toBe('RECEIVED');
    const order = { ...ACCOUNT, amount: '500000' };
    expect(await khorgos.refused(id, `${at}/bank-orders`, order)).toEqual([
      'DEBTOR_TERM_RUNNING',
      'SETTLEMENT_ACT_MISSING',
    ]);
    const act = {
      payer: party(PAYER),
      debtor: party(DEBTOR),
      customsBodyOfPayer: KHORGOS,
      debtorRegistration: 'Aktau, 1999',
      sumOwed: '450000',
      asOn: '2026-03-31',
      date: '2026-04-02',
    };
    const defective = { ...act, asOn: '2026-03-30', debtor: { ...act.debtor, signedAndSealed: false } };
    expect(await khorgos.refused(id, `${at}/settlement-acts`, defective)).toEqual([
      'SETTLEMENT_ACT_INCOMPLETE',
      'SETTLEMENT_ACT_INCOMPLETE',
    ]);
    await khorgos.moveTo('2026-04-07T19:00:01Z');
    await eventually(async () =>
      expect((await khorgos.itemOf('DEBTOR_ORDER', notice?.id ?? '')).status).toBe('OPEN'),
    );
    await khorgos.moveTo('2026-04-28T19:00:01Z');
    await eventually(async () =>
      expect((await khorgos.itemOf('SETTLEMENT_ACT_LATE', notice?.id ?? '')).status).toBe('OPEN'),
    );
    expect(await khorgos.refused(id, `${at}/bank-orders`, order)).toEqual(['SETTLEMENT_ACT_MISSING']);
    expect((await khorgos.done(id, `${at}/settlement-acts`, act)).document?.kind).toBe('SETTLEMENT_ACT');
    expect(await khorgos.refused(id, `${at}/bank-orders`, order)).toEqual(['RECEIVABLE_UNCONFIRMED']);
    const sent = (await khorgos.done(id, `${at}/bank-orders`, { ...order, amount: '450000' })).document;
    const atBank = await khorgos.bankOrder(sent?.number, 'COLLECT');
    expect(atBank).toMatchObject({ holder: DEBTOR, holderName: 'Kuryk TOO', amount: { tiyn: 45_000_000n } });
    await khorgos.bankAnswers(atBank, { result: 'PARTIAL', credited: '100000.00', paymentDocument: 'PD-9' });
    await eventually(async () => expect((await khorgos.document(id, sent?.id)).state).toBe('PARTIAL'));
    const before = khorgos.place
      .messages(DebtorNoticeSentSchema)
      .filter(({ collectionId }) => collectionId === id);
    expect(before).toMatchObject([{ debtor: DEBTOR, debtorNoticeNumber: notice?.number }]);
    await khorgos.claim('COLLECTION_DEBTORS', id);
    expect((await khorgos.done(id, 'debtor-ends')).state).toBe('S4C_PROPERTY');
    expect((await khorgos.document(id, restriction?.id)).state).toBe('RESTRICTED');
  });

  it('forecloses by the head with its papers, credits the sale, and applies for bankruptcy last (R-PAY-174, R-PAY-175, R-PAY-176)', async () => {
    const id = await caseOf(PAYER);
    const { head } = khorgos;
    expect((await khorgos.act(id, 'foreclosures', FORECLOSURE)).status).toBe(403);
    const bare = { ...FORECLOSURE, copies: 1, inventoryAttached: false };
    expect(await khorgos.refused(id, 'foreclosures', bare, head)).toEqual([
      'COLLECTION_PAPER_MISSING',
      'COLLECTION_PAPER_MISSING',
    ]);
    expect(await khorgos.refused(id, 'property-ends', {}, head)).toEqual(['STAGE_NOT_REACHED']);
    await khorgos.done(id, 'foreclosures', FORECLOSURE, head);
    const states = (await khorgos.read(id)).documents?.filter(({ kind }) => kind === 'PROPERTY_RESTRICTION');
    expect(states?.map(({ state }) => state)).toEqual(['FORECLOSED']);
    const before = Number((await khorgos.read(id)).debt);
    const sold = await khorgos.done(id, 'sales', { proceeds: '300000', on: '2026-04-29' }, head);
    expect(Number(sold.debt)).toBeCloseTo(before - 300_000, 2);
    expect(await khorgos.refused(id, 'bankruptcy-applications', {}, head)).toContain('STAGE_NOT_REACHED');
    await khorgos.claim('COLLECTION_PROPERTY_SALE', id, head);
    expect((await khorgos.done(id, 'property-ends', {}, head)).state).toBe('EXHAUSTED');
    await khorgos.claim('COLLECTION_BANKRUPTCY', id, head);
    const applied = await khorgos.done(id, 'bankruptcy-applications', {}, head);
    expect(applied).toMatchObject({ state: 'BANKRUPTCY', document: { kind: 'BANKRUPTCY_APPLICATION' } });
    const stages = () =>
      khorgos.place
        .messages(CollectionStageReachedSchema)
        .filter(({ collectionId }) => collectionId === id)
        .map(({ stage }) => stage);
    await eventually(() =>
      expect(stages()).toEqual([
        'S3_SECURE',
        'S4A_BANK',
        'S4B_DEBTORS',
        'S4C_PROPERTY',
        'EXHAUSTED',
        'BANKRUPTCY',
      ]),
    );
    await eventually(() =>
      expect(
        khorgos.place.messages(BankruptcyAppliedForSchema).map(({ collectionId }) => collectionId),
      ).toEqual([id]),
    );
  });

  it('opens a case for the part that an appeal had kept, once its own term ends, and ends both when the notice is withdrawn (art. 157.6(2), 160.3, 161.1)', async () => {
    const disputed = await caseOf(OTHER_PAYER, 'DISPUTED');
    expect(await khorgos.read(disputed)).toMatchObject({ state: 'S2_OWN_MONEY', part: 'DISPUTED' });
    const { debts } = await khorgos.read(disputed);
    expect(debts[0]?.principal).toBe('391232.88');
    const withdrawn = await khorgos.place.post(
      'payments',
      `/v1/debt-notices/${notices.get(OTHER_PAYER)?.id}/withdrawals`,
      { cause: 'court decision' },
      khorgos.officer,
    );
    expect(withdrawn.status).toBe(201);
    for (const id of [disputed, await caseOf(OTHER_PAYER, 'UNDISPUTED')]) {
      await eventually(async () =>
        expect(await khorgos.read(id)).toMatchObject({ state: 'CLOSED', closingGround: 'OBLIGATION_ENDED' }),
      );
      expect((await khorgos.itemOf('COLLECTION_OWN_MONEY', id)).status).toBe('CANCELLED');
    }
  });

  it('shares sale money of detained goods in the order of the law; the rest is told of, claimed, or lapses after 3 months (R-PAY-182)', async () => {
    const { place } = khorgos;
    const sale = {
      detentionAct: 'DET-1',
      customsBody: KHORGOS,
      claimant: OTHER_PAYER,
      declared: false,
      proceeds: '5000000',
      dutiesAndTaxes: '1800000',
      costs: '700000',
      receivedOn: khorgos.today(),
    };
    interface Sale {
      id: string;
      state: string;
      rest: string;
      claimBy: string;
      reasons?: { code: string }[];
    }
    const post = (path: string, body: object, token = khorgos.officer) =>
      place.post<Sale>('payments', `/v1/detained-goods-sales${path}`, body, token);
    const { body: shared } = await post('', sale);
    expect(shared).toMatchObject({ state: 'OPEN', rest: '2500000.00', restTo: 'OWNER' });
    expect((await post('', sale)).body.reasons).toMatchObject([{ code: 'SALE_SHARED_ALREADY' }]);
    const used = await post('', { ...sale, detentionAct: 'DET-2', proceeds: '2000000' });
    expect(used.body).toMatchObject({ state: 'NO_REST', dutiesAndTaxes: '1800000.00', costs: '200000.00' });
    const { body: left } = await post('', { ...sale, detentionAct: 'DET-3' });
    const stranger = await place.token({ subject: 's', roles: ['DECLARANT'], organisation: PAYER });
    const owner = await place.token({ subject: 'o', roles: ['DECLARANT'], organisation: OTHER_PAYER });
    expect((await post(`/${shared.id}/claims`, {}, stranger)).status).toBe(403);
    expect((await place.get('payments', `/v1/detained-goods-sales/${shared.id}`, stranger)).status).toBe(404);
    await khorgos.claim('SALE_REST_TO_TELL', shared.id);
    expect((await post(`/${shared.id}/informations`, { letter: 'L-9' })).status).toBe(201);
    expect((await post(`/${shared.id}/claims`, {}, owner)).body.state).toBe('CLAIMED');
    expect((await khorgos.itemOf('SALE_REST_TO_RETURN', shared.id)).status).toBe('OPEN');
    await khorgos.moveTo('2026-08-15T05:00:00Z');
    const late = await place.token({ subject: 'o', roles: ['DECLARANT'], organisation: OTHER_PAYER });
    await eventually(async () => {
      const now = await place.get<Sale>('payments', `/v1/detained-goods-sales/${left.id}`, late);
      expect(now.body.state).toBe('LAPSED');
    });
    const refused = await post(`/${left.id}/claims`, {}, late);
    expect(refused.body.reasons).toMatchObject([{ code: 'SALE_REST_NOT_OPEN' }]);
  });
});
