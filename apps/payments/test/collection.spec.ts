import {
  BankOrderAcknowledgedSchema,
  CollectionClosedSchema,
  CollectionOpenedSchema,
  CollectionOrderSettledSchema,
  DebtCollectedSchema,
  SecuringMeasureOverdueSchema,
  timestampOf,
} from '@shekara/contracts';
import { eventually } from '@shekara/testing';
import { CollectionUnderTest, DEFAULTED, type NoticeOfTest } from './collection.fixture.js';
import { KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

const ORDER = {
  bank: 'HALYKKZ',
  account: 'KZ00601A871001726091',
  currency: 'KZT',
  purpose: 'ORDINARY',
  amount: '200000',
  kind: 'IMPORT_VAT',
};
const RESTRICTION = {
  items: [{ name: 'Lorry', title: 'OWNERSHIP', price: '1100000', pricedBy: 'BOOKS', held: 'PLEDGED' }],
  allOfPayersProperty: false,
  inventoryCopies: 2,
  warningGiven: true,
  decisionCopyToPayer: true,
  inventoryCopyToPayer: true,
};
/** 1,000,000 of VAT and interest from 3 to 31 March at 40 % a year. */
const OWED = '1031780.82';

describe('collection of defaulted notices at Khorgos', () => {
  let khorgos: CollectionUnderTest;
  const notices: NoticeOfTest[] = [];
  const payers = [PAYER, OTHER_PAYER, '191040012345'];

  beforeAll(async () => {
    khorgos = await CollectionUnderTest.start();
    for (const payer of payers) notices.push(await khorgos.notice(payer));
    await khorgos.moveTo(DEFAULTED);
  });

  afterAll(() => khorgos.place.stop());

  const caseNumber = (index: number) => khorgos.caseOf(notices[index]?.id ?? '');

  it('opens a case in stage 2 with its queue, its terms and its debt on the account (R-PAY-169)', async () => {
    const id = await caseNumber(0);
    const one = await khorgos.read(id);
    expect(one).toMatchObject({
      number: expect.stringMatching(/^55302\/310326\/C00000\d$/),
      state: 'S2_OWN_MONEY',
      part: 'WHOLE',
      payerStatus: 'LEGAL_ENTITY',
      debt: OWED,
      debts: [{ kind: 'IMPORT_VAT', principal: '1000000.00', penaltyInterest: '31780.82' }],
    });
    const opened = khorgos.place
      .messages(CollectionOpenedSchema)
      .find(({ collectionId }) => collectionId === id);
    expect(opened).toMatchObject({ part: 'WHOLE', openedOn: '2026-03-31', collection: { payer: PAYER } });
    const item = await khorgos.itemOf('COLLECTION_OWN_MONEY', id);
    expect(item).toMatchObject({ status: 'OPEN', role: 'ACCOUNT_OFFICER' });
    expect(item.due_at?.toISOString()).toBe('2026-04-01T18:59:59.999Z');
    expect(await khorgos.balance(`PAYER_DUE:${PAYER}:${KHORGOS}:IMPORT_VAT`)).toBe('100000000');
    expect(await khorgos.balance(`INTEREST_DUE:${PAYER}:${KHORGOS}:IMPORT_VAT`)).toBe('3178082');
    const terms = await khorgos.query<{ kind: string; day: string }>(
      `SELECT kind, to_char(due_at AT TIME ZONE 'Asia/Almaty', 'YYYY-MM-DD') AS day FROM deadlines
        WHERE subject_id = $1 ORDER BY kind`,
      [id],
    );
    expect(terms).toEqual([
      { kind: 'COLLECTION_DEBTOR_LIST', day: '2026-03-27' },
      { kind: 'COLLECTION_LIMITATION', day: '2031-03-03' },
    ]);
    await eventually(async () => expect((await khorgos.itemOf('DEBTOR_LIST_LATE', id)).status).toBe('OPEN'));
  });

  it('refuses every act of a later stage by HTTP: none is skipped (R-PAY-155, R-PAY-156, R-PAY-165, worked case 18)', async () => {
    const id = await caseNumber(0);
    const later: [string, object, string?][] = [
      ['account-suspensions', { bank: 'HALYKKZ', accounts: [] }],
      ['cash-suspensions', { copies: 2 }],
      ['property-restrictions', RESTRICTION],
      ['forced-collections', {}],
      ['bank-orders', ORDER],
      ['debtor-notices', { debtor: OTHER_PAYER, amount: '1' }],
      ['sales', { proceeds: '1', on: '2026-03-31' }],
    ];
    for (const [path, body] of later) {
      expect([path, (await khorgos.refused(id, path, body))[0]]).toEqual([path, 'STAGE_NOT_REACHED']);
    }
    const foreclosure = {
      authorizedLegalEntity: OTHER_PAYER,
      copies: 2,
      restrictionAttached: true,
      inventoryAttached: true,
    };
    expect(await khorgos.refused(id, 'foreclosures', foreclosure, khorgos.head)).toContain(
      'STAGE_NOT_REACHED',
    );
    expect(await khorgos.refused(id, 'bankruptcy-applications', {}, khorgos.head)).toContain(
      'STAGE_NOT_REACHED',
    );
    expect(await khorgos.refused(id, 'own-money-ends')).toEqual(['STAGE_NOT_REACHED']);
    expect((await khorgos.read(id)).documents).toEqual([]);
  });

  it('shows a case to its payer and its customs body only', async () => {
    const id = await caseNumber(0);
    const { place } = khorgos;
    const payer = await place.token({ subject: 'stanok', roles: ['DECLARANT'], organisation: PAYER });
    const other = await place.token({ subject: 'other', roles: ['DECLARANT'], organisation: OTHER_PAYER });
    const elsewhere = await place.token({ subject: 'o-9', roles: ['ACCOUNT_OFFICER'], posts: ['55001'] });
    expect((await khorgos.read(id, payer)).id).toBe(id);
    expect((await place.get('payments', `/v1/collection-cases/${id}`, other)).status).toBe(404);
    expect((await place.get('payments', `/v1/collection-cases/${id}`, elsewhere)).status).toBe(404);
    expect((await place.get('payments', `/v1/collection-cases?payer=${PAYER}`, other)).status).toBe(403);
    expect((await khorgos.act(id, 'own-money-ends', {}, elsewhere)).status).toBe(403);
    expect((await khorgos.act(id, 'debtor-lists', { debtors: [] }, other)).status).toBe(403);
    expect((await khorgos.act(id, 'own-money-ends', {}, payer)).status).toBe(403);
    const mine = await place.get<{ items: { id: string }[] }>('payments', '/v1/collection-cases', payer);
    expect(mine.body.items.map((one) => one.id)).toEqual([id]);
  });

  it('sets own money off, tells the payer within 2 working days and closes stage 2 only when nothing is left (R-PAY-107, R-PAY-108, R-PAY-156, R-PAY-157, R-PAY-184)', async () => {
    const id = await caseNumber(0);
    await khorgos.money('ADVANCE', '300000');
    await khorgos.money('IMPORT_DUTY', '500');
    const offset = { from: 'ADVANCE', to: 'IMPORT_VAT', amount: '300000.01' };
    expect(await khorgos.refused(id, 'offsets', offset)).toEqual(['OWN_MONEY_SHORT']);
    const crossing = { from: 'IMPORT_DUTY', to: 'IMPORT_VAT', amount: '500' };
    expect(await khorgos.refused(id, 'offsets', crossing)).toEqual(['OFFSET_NEEDS_TREATY_RULE']);
    await khorgos.done(id, 'guarantee-reports', { report: 'NO_SECURITY', on: '2026-03-31' });
    expect(await khorgos.refused(id, 'own-money-ends')).toEqual(['STAGE_NOT_REACHED']);
    const view = await khorgos.done(id, 'offsets', { ...offset, amount: '300000' });
    expect(view).toMatchObject({
      debt: '731780.82',
      document: { kind: 'OWN_MONEY_OFFSET', state: 'ISSUED' },
    });
    expect(await khorgos.balance(`PAYER_DUE:${PAYER}:${KHORGOS}:IMPORT_VAT`)).toBe('70000000');
    expect(await khorgos.balance(`ADVANCE_MONEY:${PAYER}:${KHORGOS}:ADVANCE`)).toBe('0');
    const documentId = view.document?.id ?? '';
    const item = await khorgos.itemOf('INFORM_PAYER_OF_OFFSET', documentId);
    expect(item.due_at?.toISOString()).toBe('2026-04-02T18:59:59.999Z');
    const letter = { documentId, letter: 'L-17' };
    expect((await khorgos.act(id, 'payer-informations', letter)).status).toBe(409);
    await khorgos.claim('INFORM_PAYER_OF_OFFSET', documentId);
    expect((await khorgos.done(documentId, 'payer-informations', letter)).document?.content).toMatchObject({
      letter: 'L-17',
    });
    expect((await khorgos.act(id, 'own-money-ends')).status).toBe(409);
    await khorgos.claim('COLLECTION_OWN_MONEY', id);
    expect((await khorgos.done(id, 'own-money-ends')).state).toBe('S3_SECURE');
    expect((await khorgos.itemOf('COLLECTION_OWN_MONEY', id)).status).toBe('COMPLETED');
    expect((await khorgos.itemOf('COLLECTION_SECURING', id)).status).toBe('OPEN');
  });

  it('suspends accounts from the bank receipt on, and lifts everything within a working day of payment, or alerts (R-PAY-159, R-PAY-161, R-PAY-162, R-PAY-163, R-PAY-164)', async () => {
    const id = await caseNumber(1);
    await khorgos.throughOwnMoney(id);
    const accounts = { bank: 'HALYKKZ', accounts: [ORDER.account] };
    const suspension = (await khorgos.done(id, 'account-suspensions', accounts)).document;
    expect(suspension).toMatchObject({ kind: 'BANK_ACCOUNT_SUSPENSION', state: 'ISSUED' });
    const order = await khorgos.bankOrder(suspension?.number, 'SUSPEND_ACCOUNTS');
    expect(order).toMatchObject({ holder: OTHER_PAYER, accounts: [ORDER.account] });
    await khorgos.place.send(BankOrderAcknowledgedSchema, {
      orderId: order.orderId,
      bankId: 'HALYKKZ',
      receivedAt: timestampOf(khorgos.clock.now()),
    });
    await eventually(async () => expect((await khorgos.document(id, suspension?.id)).state).toBe('IN_FORCE'));
    const cash = (await khorgos.done(id, 'cash-suspensions', { copies: 2 })).document;
    const unproved = { on: '2026-03-31', proofOfReceipt: '' };
    const handOver = `cash-suspensions/${cash?.id}/deliveries`;
    expect(await khorgos.refused(id, handOver, unproved)).toEqual(['COLLECTION_PAPER_MISSING']);
    expect((await khorgos.done(id, handOver, { ...unproved, proofOfReceipt: 'S-1' })).document?.state).toBe(
      'DELIVERED',
    );
    const dear = { ...RESTRICTION, items: [...RESTRICTION.items, ...RESTRICTION.items], warningGiven: false };
    expect(await khorgos.refused(id, 'property-restrictions', dear)).toEqual([
      'RESTRICTION_VALUE_UNFIT',
      'COLLECTION_PAPER_MISSING',
    ]);
    const restriction = (await khorgos.done(id, 'property-restrictions', RESTRICTION)).document;
    expect(restriction).toMatchObject({
      state: 'RESTRICTED',
      content: { items: [{ mayNotPassTo: 'MORTGAGEE' }] },
    });

    await khorgos.money('IMPORT_VAT', '1000000', OTHER_PAYER);
    await eventually(async () => expect((await khorgos.read(id)).debt).toBe('31780.82'));
    await khorgos.money('PENALTY_INTEREST_IMPORT_VAT', '31780.82', OTHER_PAYER);
    await eventually(async () => expect((await khorgos.read(id)).closingGround).toBe('PAID'));
    expect(await khorgos.balance(`PAYER_DUE:${OTHER_PAYER}:${KHORGOS}:IMPORT_VAT`)).toBe('0');
    expect(await khorgos.balance(`INTEREST_DUE:${OTHER_PAYER}:${KHORGOS}:IMPORT_VAT`)).toBe('0');
    const documents = [suspension, cash, restriction];
    for (const document of documents) {
      const item = await khorgos.itemOf('LIFT_RESTRICTION', document?.id ?? '');
      expect(item.due_at?.toISOString()).toBe('2026-04-01T18:59:59.999Z');
    }
    expect((await khorgos.act(id, `measures/${suspension?.id}/liftings`)).status).toBe(409);
    for (const document of documents.slice(0, 2)) {
      await khorgos.claim('LIFT_RESTRICTION', document?.id ?? '');
      const lifted = await khorgos.done(document?.id ?? '', `measures/${document?.id}/liftings`);
      expect(lifted.document?.state).toBe('CANCELLED');
    }
    await eventually(() =>
      expect(
        khorgos.place.messages(CollectionClosedSchema).filter(({ collectionId }) => collectionId === id),
      ).toMatchObject([{ ground: 'PAID', closedOn: '2026-03-31' }]),
    );
    const { cancelledBy } = (await khorgos.document(id, suspension?.id)).content;
    expect(await khorgos.bankOrder(String(cancelledBy), 'LIFT_SUSPENSION')).toMatchObject({
      earlierOrderId: order.orderId,
    });
    await khorgos.moveTo('2026-04-01T19:00:01Z');
    await eventually(() =>
      expect(
        khorgos.place
          .messages(SecuringMeasureOverdueSchema)
          .filter(({ collectionId }) => collectionId === id),
      ).toMatchObject([{ document: restriction?.number, liftBy: '2026-04-01' }]),
    );
    await eventually(async () =>
      expect(await khorgos.itemOf('LIFT_RESTRICTION', restriction?.id ?? '')).toMatchObject({
        status: 'OPEN',
        role: 'HEAD_OF_POST',
      }),
    );
  });

  it('collects by orders: twins settle once, money is posted when it comes, orders are recalled at the end (R-PAY-166, R-PAY-167, R-PAY-181)', async () => {
    const [, , payer = ''] = payers;
    const id = await caseNumber(2);
    await khorgos.throughSecuring(id);
    expect(await khorgos.refused(id, 'bank-orders', { ...ORDER, purpose: 'PENSION' })).toEqual([
      'ACCOUNT_PROTECTED',
    ]);
    const interest = { ...ORDER, kind: 'PENALTY_INTEREST_IMPORT_VAT' };
    expect(await khorgos.refused(id, 'bank-orders', interest)).toEqual(['COLLECTION_ABOVE_DEBT']);
    const first = (await khorgos.done(id, 'bank-orders', ORDER)).document;
    const twin = (await khorgos.done(id, 'bank-orders', { ...ORDER, account: 'KZ02' })).document;
    const rest = (await khorgos.done(id, 'bank-orders', { ...ORDER, bank: 'KASPIKZ', amount: '800000' }))
      .document;
    const sent = await khorgos.bankOrder(first?.number, 'COLLECT');
    expect(sent).toMatchObject({
      budgetCode: '105102',
      paymentKind: 'IMPORT_VAT',
      amount: { tiyn: 20_000_000n },
    });
    await khorgos.bankAnswers(sent, { result: 'EXECUTED', credited: '200000.00', paymentDocument: 'PD-1' });
    const settled = (number: string | undefined) =>
      khorgos.place.messages(CollectionOrderSettledSchema).find(({ orderNumber }) => orderNumber === number)
        ?.status;
    await eventually(() =>
      expect([settled(first?.number), settled(twin?.number)]).toEqual(['EXECUTED', 'RETURNED']),
    );
    expect(await khorgos.refused(id, 'bank-orders', { ...ORDER, account: 'KZ03' })).toContain(
      'ORDER_DUPLICATE',
    );
    expect((await khorgos.read(id)).unposted).toMatchObject([{ kind: 'IMPORT_VAT', amount: '200000.00' }]);
    await khorgos.money('IMPORT_VAT', '200000', payer);
    await eventually(async () => expect((await khorgos.read(id)).unposted).toEqual([]));
    expect(await khorgos.balance(`PAYER_DUE:${payer}:${KHORGOS}:IMPORT_VAT`)).toBe('80000000');
    const entries = await khorgos.query<{ type: string }>(
      `SELECT type FROM journal_entries WHERE document = $1 ORDER BY type`,
      [first?.number],
    );
    expect(entries).toEqual([{ type: 'COLLECTED' }]);
    expect(
      khorgos.place.messages(DebtCollectedSchema).filter(({ collectionId }) => collectionId === id),
    ).toMatchObject([{ source: 'BANK_ORDER', amount: { tiyn: 20_000_000n } }]);
    expect(await khorgos.refused(id, 'bank-ends')).toEqual(['STAGE_NOT_REACHED']);

    const answer = { credited: '0', on: khorgos.today() };
    expect((await khorgos.done(id, `bank-orders/${rest?.id}/answers`, answer)).document?.state).toBe(
      'UNFILLED',
    );
    const again = (await khorgos.done(id, 'bank-orders', { ...ORDER, bank: 'KASPIKZ', amount: '800000' }))
      .document;
    await khorgos.money('ADVANCE', '900000', payer);
    for (const { kind, principal, penaltyInterest } of (await khorgos.read(id)).debts) {
      await khorgos.done(id, 'offsets', { from: 'ADVANCE', to: kind, amount: principal });
      await khorgos.done(id, 'offsets', {
        from: 'ADVANCE',
        to: `PENALTY_INTEREST_${kind}`,
        amount: penaltyInterest,
      });
    }
    expect(await khorgos.read(id)).toMatchObject({ state: 'CLOSED', closingGround: 'PAID', debt: '0.00' });
    const recalled = await khorgos.document(id, again?.id);
    expect(recalled.state).toBe('RECALLED');
    await khorgos.bankOrder(String(recalled.content.recalledBy), 'RECALL_COLLECTION');
    expect((await khorgos.itemOf('COLLECTION_BANK_ORDERS', id)).status).toBe('CANCELLED');
    expect((await khorgos.itemOf('INFORM_PAYER_OF_OFFSET', (await offsets(id))[0] ?? '')).status).toBe(
      'OPEN',
    );
  });

  const offsets = async (id: string) =>
    ((await khorgos.read(id)).documents ?? [])
      .filter(({ kind }) => kind === 'OWN_MONEY_OFFSET')
      .map((one) => one.id);
});
