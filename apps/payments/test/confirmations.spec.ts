import { DeclarationRegisteredSchema, PaymentConfirmationSchema } from '@shekara/contracts';
import { eventually } from '@shekara/testing';
import type { ServicesUnderTest } from '@shekara/testing/services';
import { type Khorgos, khorgosOf, type Refusal, startKhorgos, TOTAL } from './cover.fixture.js';
import { confirmation, declaration, KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

describe('confirmations of banks at Khorgos', () => {
  let khorgos: Khorgos;
  let place: ServicesUnderTest;
  let officer: string;

  beforeAll(async () => {
    khorgos = await startKhorgos();
    ({ place, officer } = khorgos);
  });

  afterAll(() => place.stop());

  const { balance, database, coveredOf, shortOf, moneyReceived, pay } = khorgosOf(() => khorgos);

  it('takes canonical JSON without headers, as kcat sends it, and the same reference counts once (R-PAY-105)', async () => {
    const message = confirmation({ amount: '700.50' });
    const before = Number(await balance('ADVANCE_MONEY', 'ADVANCE'));
    const bytes = Buffer.from(JSON.stringify(message));
    for (const key of ['a', 'b', 'c', 'd'])
      await place.sendRaw('bank.payment-confirmations.v1', bytes, { key });
    await place.send(PaymentConfirmationSchema, message);
    const later = await pay({ amount: '1.00' });
    await eventually(async () => {
      expect(moneyReceived(message.bankReference)).toHaveLength(1);
      expect(moneyReceived(later.bankReference)).toHaveLength(1);
      expect(Number(await balance('ADVANCE_MONEY', 'ADVANCE'))).toBeCloseTo(before + 701.5, 2);
    });
    await eventually(async () => {
      const [{ count }] = await database().query<[{ count: string }]>(
        `SELECT count(*) FROM inbox WHERE message_id LIKE 'bank.payment-confirmations%'`,
      );
      expect(count).toBe('4');
    });
    expect(moneyReceived(message.bankReference)).toHaveLength(1);
  });

  it('keeps a reused reference, a foreign currency, a future day and an unreadable amount with their reasons in the queue (R-PAY-096, R-PAY-105)', async () => {
    const first = await pay({ amount: '5.00' });
    const wrong = [
      confirmation({ bankReference: first.bankReference, amount: '6.00' }),
      confirmation({ currency: 'EUR', amount: '-1.00', paidOn: '2026-03-11' }),
      confirmation({ amount: 'a lot', customsBody: '99999' }),
      confirmation({ bankReference: 'no beneficiary', taxBeneficiaryId: '' }),
      confirmation({ bankId: 'SHADOW' }),
    ];
    const before = await balance('ADVANCE_MONEY', 'ADVANCE');
    for (const message of wrong) await place.send(PaymentConfirmationSchema, message);
    const everywhere = await place.token({
      subject: 'officer-2',
      roles: ['ACCOUNT_OFFICER'],
      posts: [KHORGOS, '55001'],
    });
    await eventually(async () => {
      const { body } = await place.get<{ items: { reasons: { code: string }[]; amount: string | null }[] }>(
        'payments',
        '/v1/money-receipts?state=REFUSED',
        everywhere,
      );
      expect(body.items.map(({ reasons }) => reasons.map(({ code }) => code).sort()).sort()).toEqual([
        ['BANK_NOT_LICENSED', 'ON_SITE_CONTRACT_MISSING'],
        ['BANK_REFERENCE_REUSED'],
        ['BUDGET_CODE_MISSING'],
        ['CONFIRMATION_FIELD_UNREADABLE'],
        ['CURRENCY_NOT_KZT', 'PAYMENT_AMOUNT_NOT_POSITIVE', 'PAYMENT_DATE_IN_FUTURE'],
      ]);
    });
    expect(await balance('ADVANCE_MONEY', 'ADVANCE')).toBe(before);
    const { body: queue } = await place.get<{ items: { kind: string; subjectId: string; id: string }[] }>(
      'payments',
      '/v1/work-items?kind=UNMATCHED_MONEY',
      everywhere,
    );
    expect(queue.items).toHaveLength(5);
    const item = queue.items[0];
    await place.post('payments', `/v1/work-items/${item?.id}/claim`, {}, everywhere);
    const closed = await place.post(
      'payments',
      `/v1/money-receipts/${item?.subjectId}/closures`,
      { outcome: 'The bank sends it anew' },
      everywhere,
    );
    expect(closed.status).toBe(201);
  });

  it('keeps money of an unknown payer apart and queues it; an officer allocates it and it covers (R-PAY-106)', async () => {
    const message = confirmation({ payerIdentificationNumber: OTHER_PAYER, amount: TOTAL });
    await place.send(PaymentConfirmationSchema, message);
    await eventually(() =>
      expect(moneyReceived(message.bankReference).map(({ state }) => state)).toEqual(['UNMATCHED']),
    );
    const receiptId = moneyReceived(message.bankReference)[0]?.receiptId ?? '';
    const filed = declaration({
      declarant: {
        name: 'Altyn Zhol TOO',
        identificationNumber: OTHER_PAYER,
        country: 'KZ',
        address: 'Almaty',
      },
    });
    await place.send(DeclarationRegisteredSchema, filed);
    await eventually(() => expect(shortOf(filed.declarationId)).toHaveLength(1));

    const allocation = {
      payer: OTHER_PAYER,
      payerName: 'Altyn Zhol TOO',
      customsBody: KHORGOS,
      purpose: 'ADVANCE',
    };
    const path = `/v1/money-receipts/${receiptId}/allocations`;
    const unclaimed = await place.post<Refusal>('payments', path, allocation, officer);
    expect([unclaimed.status, unclaimed.body.reasons[0]?.code]).toEqual([409, 'WORK_ITEM_NOT_CLAIMED']);
    const foreign = await place.token({ subject: 'officer-9', roles: ['ACCOUNT_OFFICER'], posts: ['55001'] });
    expect((await place.post('payments', path, allocation, foreign)).status).toBe(403);
    const closing = { outcome: 'closed by mistake' };
    const lost = await place.post<Refusal>(
      'payments',
      `/v1/money-receipts/${receiptId}/closures`,
      closing,
      officer,
    );
    expect(lost.body.reasons.map(({ code }) => code)).toEqual(['MONEY_WAITS_FOR_ITS_PAYER']);

    const { body: queue } = await place.get<{ items: { id: string; subjectId: string }[] }>(
      'payments',
      '/v1/work-items?kind=UNMATCHED_MONEY',
      officer,
    );
    const item = queue.items.find(({ subjectId }) => subjectId === receiptId);
    await place.post('payments', `/v1/work-items/${item?.id}/claim`, {}, officer);
    const allocated = await place.post<{ state: string }>('payments', path, allocation, officer);
    expect([allocated.status, allocated.body.state]).toEqual([201, 'CONFIRMED_FOR_RELEASE']);
    const again = await place.post<Refusal>('payments', path, allocation, officer);
    expect([again.status, again.body.reasons.map(({ code }) => code)]).toEqual([
      422,
      ['RECEIPT_ALREADY_MATCHED'],
    ]);
    await eventually(() => expect(coveredOf(filed.declarationId)).toHaveLength(1));
    expect(await balance('ADVANCE_MONEY', 'ADVANCE', OTHER_PAYER)).toBe('0.00');
  });

  it("lets an ordinary transfer wait for the Treasury's line, which then covers (R-PAY-101, R-PAY-103)", async () => {
    const owner = {
      declarant: { name: 'Altyn Zhol TOO', identificationNumber: OTHER_PAYER, country: 'KZ', address: 'A' },
    };
    const transfer = await pay({
      payerIdentificationNumber: OTHER_PAYER,
      amount: TOTAL,
      channel: 'BANK_TRANSFER',
      onSiteContract: '',
    });
    const filed = declaration(owner);
    await place.send(DeclarationRegisteredSchema, filed);
    await eventually(() => {
      expect(
        shortOf(filed.declarationId).map(({ reasons }) => [...new Set(reasons.map(({ code }) => code))]),
      ).toEqual([['PAYMENT_NOT_CONFIRMED']]);
    });
    const line = {
      reportDate: '2026-03-10',
      reportReference: 'TR-17',
      bankId: transfer.bankId,
      bankReference: transfer.bankReference,
      payerIdentificationNumber: OTHER_PAYER,
      budgetCode: '106105',
      amount: TOTAL,
    };
    const path = '/v1/money-receipts/treasury-lines';
    const differs = await place.post<{ state: string; differences: { code: string }[] }>(
      'payments',
      path,
      { ...line, amount: '1.00' },
      officer,
    );
    expect(differs.body).toMatchObject({
      state: 'PENDING_TREASURY',
      differences: [{ code: 'TREASURY_LINE_DIFFERS' }],
    });
    const booked = await place.post<{ state: string }>('payments', path, line, officer);
    expect([booked.status, booked.body.state]).toEqual([200, 'BOOKED']);
    await eventually(() => expect(coveredOf(filed.declarationId)).toHaveLength(1));
    const unknown = await place.post<Refusal>('payments', path, { ...line, bankReference: 'none' }, officer);
    expect(unknown.body.reasons.map(({ code }) => code)).toEqual(['TREASURY_LINE_WITHOUT_RECEIPT']);
  });

  it('of a number that the national register struck off are kept as refused; before and after that they are taken (R-PAY-099)', async () => {
    await database().query(
      `INSERT INTO struck_identification_numbers (number, cause, valid_from, valid_to, source)
       VALUES ($1, 'CANCELLED', '2026-03-02', '2026-03-09', 'register, fixture')`,
      [PAYER],
    );
    const struck = confirmation({ amount: '3.00', paidOn: '2026-03-09' });
    await place.send(PaymentConfirmationSchema, struck);
    await pay({ amount: '3.00', paidOn: '2026-03-01' });
    await pay({ amount: '3.00', paidOn: '2026-03-10' });
    await eventually(async () => {
      const rows = await database().query<{ reasons: { code: string }[] }[]>(
        `SELECT reasons FROM money_receipts WHERE state = 'REFUSED' AND bank_reference = $1`,
        [struck.bankReference],
      );
      expect(rows).toMatchObject([{ reasons: [{ code: 'PAYER_ID_INVALID' }] }]);
    });
    expect(moneyReceived(struck.bankReference)).toHaveLength(0);
  });
});
