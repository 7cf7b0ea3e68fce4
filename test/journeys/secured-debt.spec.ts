/** A secured debt that went unpaid, from the notice to the security: payments collects, guarantees demands. */
import {
  DebtCollectedSchema,
  DepositTransferredSchema,
  GuaranteeCalledSchema,
  SecurityDemandSentSchema,
  SecurityRecoveredSchema,
  SecurityShortfallSchema,
} from '@shekara/contracts';
import { eventually } from '@shekara/testing';
import { CHECKPOINT } from '@shekara/testing/documents';
import { DEFAULTED, DUE_ON, GUARANTOR, KhorgosDesks, type SecuredGoods } from './secured-debt.fixture.js';

const BANK = { method: 'BANK_GUARANTEE', guarantor: GUARANTOR, validTo: '2026-12-31' };
const PAYERS = {
  whole: '980540000397',
  short: '050640001236',
  cash: '870301300452',
  early: '191040012345',
  disorder: '160940010000',
} as const;
type Name = keyof typeof PAYERS;

describe('a secured debt whose notice went unpaid', () => {
  let khorgos: KhorgosDesks;
  const goodsOf = new Map<Name, SecuredGoods>();
  const noticeOf = new Map<Name, string>();

  beforeAll(async () => {
    khorgos = await KhorgosDesks.start();
    const instruments: [Name, object][] = [
      ['whole', { ...BANK, amount: '1000000.00' }],
      ['short', { ...BANK, amount: '194800.00' }],
      ['cash', { method: 'CASH', currency: 'KZT', amount: '500000.00' }],
      ['early', { ...BANK, amount: '1000000.00' }],
      ['disorder', { ...BANK, amount: '1000000.00' }],
    ];
    for (const [name, instrument] of instruments)
      goodsOf.set(name, await khorgos.securedGoods(PAYERS[name], instrument));
    for (const name of ['whole', 'short', 'cash', 'disorder'] as const)
      noticeOf.set(name, await khorgos.notice(goods(name)));
  });

  afterAll(() => khorgos.place.stop());

  const goods = (name: Name): SecuredGoods => {
    const found = goodsOf.get(name);
    if (!found) throw new Error(`no goods ${name}`);
    return found;
  };
  const caseOf = (name: Name) => khorgos.caseOf(noticeOf.get(name) ?? '');
  const of = ({ securityNumber }: SecuredGoods) => ({
    messages: <Message extends { securityNumber: string }>(all: readonly Message[]) =>
      all.filter((message) => message.securityNumber === securityNumber),
    security: () =>
      khorgos.read<{ status: string; balance: object }>('guarantees', `/v1/securities/${securityNumber}`),
  });
  const account = (type: string, name: Name, kind: string) =>
    khorgos.balance(`${type}:${PAYERS[name]}:${CHECKPOINT}:${kind}`);

  it('stands on the account from the default on, with interest, when an officer of guarantees finds it before any notice (R-GUA-134)', async () => {
    const { securityNumber, coverId } = goods('early');
    expect(await account('GUARANTEE_SECURED', 'early', 'IMPORT_VAT')).toBe('16480000');
    expect(await account('PAYER_DUE', 'early', 'IMPORT_VAT')).toBe('0');
    await khorgos.done('guarantees', `/v1/securities/${securityNumber}/defaults`, {
      reservationId: coverId,
      dueOn: DUE_ON,
      sums: [
        { kind: 'IMPORT_DUTY', principal: '30000' },
        { kind: 'IMPORT_VAT', principal: '164800' },
      ],
    });
    await eventually(async () => expect(await account('PAYER_DUE', 'early', 'IMPORT_VAT')).toBe('16480000'));
    expect(await account('GUARANTEE_SECURED', 'early', 'IMPORT_VAT')).toBe('0');
    // 164,800 at 40 % a year from 3 to 9 March.
    expect(await account('INTEREST_DUE', 'early', 'IMPORT_VAT')).toBe('126422');
    noticeOf.set('early', await khorgos.notice(goods('early')));
    expect(await account('PAYER_DUE', 'early', 'IMPORT_VAT')).toBe('16480000');
    const path = await khorgos.demand(goods('early'));
    await khorgos.moveTo('2026-03-12T19:00:01Z');
    await eventually(async () =>
      expect(await khorgos.read('guarantees', path)).toMatchObject({ state: 'OVERDUE' }),
    );
    const nothing = { paid: '0', paidOn: '2026-03-13', document: 'No payment came' };
    await khorgos.done('guarantees', `${path}/results`, nothing);
  });

  it('is named to guarantees when stage 2 opens, unless its security was tried before (R-PAY-183, R-PAY-184)', async () => {
    await khorgos.moveTo(DEFAULTED);
    const early = await caseOf('early');
    expect((await khorgos.collection(early)).progress.covers).toEqual({ [goods('early').coverId]: 'SHORT' });
    await khorgos.claim('payments', 'COLLECTION_OWN_MONEY', early);
    const closed = await khorgos.done<{ state: string }>(
      'payments',
      `/v1/collection-cases/${early}/own-money-ends`,
    );
    expect(closed.state).toBe('S3_SECURE');
    for (const name of ['whole', 'short', 'cash'] as const) {
      await caseOf(name);
      await eventually(() =>
        expect(of(goods(name)).messages(khorgos.place.messages(GuaranteeCalledSchema))).toMatchObject([
          { coverId: goods(name).coverId, amount: { tiyn: 20_099_090n }, dueOn: DUE_ON },
        ]),
      );
    }
    expect(of(goods('early')).messages(khorgos.place.messages(GuaranteeCalledSchema))).toEqual([]);
  });

  it('is demanded of the bank once, and the debt of the case falls by what the bank paid (R-PAY-183, R-PAY-184)', async () => {
    const { coverId } = goods('whole');
    const { messages, security } = of(goods('whole'));
    const id = await caseOf('whole');
    // 194,800 of duty and tax; interest at 40 % a year from 3 to 31 March: 953.42 and 5,237.48.
    expect(await khorgos.collection(id)).toMatchObject({ state: 'S2_OWN_MONEY', debt: '200990.90' });
    expect(await account('GUARANTEE_SECURED', 'whole', 'IMPORT_VAT')).toBe('0');
    expect(await account('PAYER_DUE', 'whole', 'IMPORT_VAT')).toBe('16480000');
    const path = await khorgos.demand(goods('whole'));
    await eventually(async () =>
      expect(await khorgos.collection(id)).toMatchObject({
        progress: { covers: { [coverId]: 'DEMANDED' } },
        guaranteeCalls: [{ coverId, payBy: '2026-04-02', result: null }],
      }),
    );
    const [sent] = messages(khorgos.place.messages(SecurityDemandSentSchema));
    expect(sent).toMatchObject({ amount: { tiyn: 20_099_090n }, addressee: GUARANTOR });
    await khorgos.claim('payments', 'COLLECTION_OWN_MONEY', id);
    const close = `/v1/collection-cases/${id}/own-money-ends`;
    expect(await khorgos.codes('payments', close)).toEqual(['STAGE_NOT_REACHED']);
    const result = { paid: '200990.90', paidOn: '2026-03-31', document: 'PP-1' };
    await khorgos.done('guarantees', `${path}/results`, result);
    await eventually(async () =>
      expect(await khorgos.collection(id)).toMatchObject({ debt: '0.00', closingGround: 'PAID' }),
    );
    const [recovered] = messages(khorgos.place.messages(SecurityRecoveredSchema));
    if (!sent || !recovered) throw new Error('no messages');
    await khorgos.place.send(SecurityRecoveredSchema, recovered, { caseId: goods('whole').caseId });
    await khorgos.place.send(SecurityDemandSentSchema, sent, { caseId: goods('whole').caseId });
    await khorgos.money(PAYERS.whole, 'IMPORT_DUTY', '30000');
    await khorgos.money(PAYERS.whole, 'IMPORT_VAT', '164800');
    await khorgos.money(PAYERS.whole, 'PENALTY_INTEREST_IMPORT_DUTY', '953.42');
    await khorgos.money(PAYERS.whole, 'PENALTY_INTEREST_IMPORT_VAT', '5237.48');
    await eventually(async () => expect((await khorgos.collection(id)).unposted).toEqual([]));
    expect(await account('PAYER_DUE', 'whole', 'IMPORT_VAT')).toBe('0');
    expect(await account('INTEREST_DUE', 'whole', 'IMPORT_VAT')).toBe('0');
    const collected = khorgos.place.messages(DebtCollectedSchema);
    expect(collected.filter(({ collectionId }) => collectionId === id)).toMatchObject([
      { source: 'GUARANTEE', amount: { tiyn: 20_099_090n } },
    ]);
    const { documents } = await khorgos.collection(id);
    expect(documents.map(({ content }) => content.report)).toEqual(['DEMANDED', 'RECOVERED']);
    expect((await security()).balance).toEqual({
      amount: '1000000.00',
      reserved: '0.00',
      called: '200990.90',
      available: '799009.10',
    });
  });

  it('goes on to stage 3 for what the security did not give (R-PAY-156, R-PAY-184, R-GUA-132)', async () => {
    const { messages, security } = of(goods('short'));
    const id = await caseOf('short');
    const path = await khorgos.demand(goods('short'));
    await khorgos.done('guarantees', `${path}/results`, {
      paid: '194800',
      paidOn: '2026-03-31',
      document: 'PP-2',
    });
    await eventually(() =>
      expect(messages(khorgos.place.messages(SecurityShortfallSchema))).toMatchObject([
        { result: 'SHORT', recovered: { tiyn: 19_480_000n }, shortfall: { tiyn: 619_090n } },
      ]),
    );
    await eventually(async () => expect((await khorgos.collection(id)).debt).toBe('6190.90'));
    expect((await security()).status).toBe('EXHAUSTED');
    await khorgos.claim('payments', 'COLLECTION_OWN_MONEY', id);
    const closed = await khorgos.done<{ state: string }>(
      'payments',
      `/v1/collection-cases/${id}/own-money-ends`,
    );
    expect(closed.state).toBe('S3_SECURE');
  });

  it('falls once, whatever the order in which the reports of guarantees come and come again (R-PAY-183)', async () => {
    const { coverId, caseId, securityNumber, declarationId, payer: principal } = goods('disorder');
    const id = await caseOf('disorder');
    const cover = { coverId, caseId, declarationId, principal, path: 'DEMAND_BANK' };
    const of = { securityNumber, cover, demandNumber: '55302-2026-D000099' };
    const send = (schema: typeof SecurityRecoveredSchema) =>
      khorgos.place.send(
        schema,
        { ...of, recovered: { tiyn: 10_000_000n }, recoveredOn: '2026-03-31', document: 'PP-3' },
        { caseId },
      );
    await send(SecurityRecoveredSchema);
    await eventually(async () => expect((await khorgos.collection(id)).debt).toBe('100990.90'));
    const sent = { ...of, addressee: GUARANTOR, amount: { tiyn: 10_000_000n }, demandedOn: '2026-03-31' };
    await khorgos.place.send(SecurityDemandSentSchema, sent, { caseId });
    await send(SecurityRecoveredSchema);
    await khorgos.place.send(SecurityDemandSentSchema, sent, { caseId });
    await eventually(async () =>
      expect((await khorgos.collection(id)).guaranteeCalls).toMatchObject([
        { demandNumber: '55302-2026-D000099', demandedOn: '2026-03-31', result: 'RECOVERED' },
      ]),
    );
    const { debt, progress, documents } = await khorgos.collection(id);
    expect(debt).toBe('100990.90');
    expect(progress.covers).toEqual({ [coverId]: 'RECOVERED' });
    expect(documents.map(({ content }) => content.report)).toEqual(['RECOVERED']);
  });

  it('is taken from a deposit without its interest, on the clock of the deposit (R-GUA-066, R-PAY-183)', async () => {
    const { securityNumber } = goods('cash');
    const id = await caseOf('cash');
    const { id: demandId, path } = await khorgos.demandOn(goods('cash'));
    await khorgos.moveTo('2026-04-15T19:00:01Z');
    await khorgos.claim('guarantees', 'SECURITY_CASH_TRANSFER', demandId);
    await khorgos.done('guarantees', `${path}/transfers`, { document: 'PO-1' });
    await eventually(() =>
      expect(of(goods('cash')).messages(khorgos.place.messages(DepositTransferredSchema))).toMatchObject([
        { amount: { tiyn: 19_480_000n }, shortfall: { tiyn: 0n } },
      ]),
    );
    await eventually(async () =>
      expect((await khorgos.collection(id)).debts.map(({ principal }) => principal)).toEqual([
        '0.00',
        '0.00',
      ]),
    );
    expect(await account('PAYER_DUE', 'cash', 'IMPORT_VAT')).toBe('0');
    expect(await khorgos.balance(`DEPOSIT_MONEY:${PAYERS.cash}:${CHECKPOINT}`)).toBe('30520000');
    await eventually(async () =>
      expect(
        await khorgos.query(
          'payments',
          `SELECT amount::text AS amount, status, fulfilled_on::text AS fulfilled FROM deposits WHERE secured_obligation = $1`,
          [securityNumber],
        ),
      ).toEqual([{ amount: '305200.00', status: 'HELD', fulfilled: '2026-04-16' }]),
    );
    const entries = await khorgos.query(
      'payments',
      `SELECT DISTINCT e.type, e.document FROM journal_entries e JOIN journal_lines l ON l.entry_id = e.id
        WHERE l.account_type = 'DEPOSIT_MONEY' AND l.payer = $1 AND l.amount > 0`,
      [PAYERS.cash],
    );
    expect(entries).toMatchObject([{ type: 'DEPOSIT_OFFSET' }]);
  });
});
