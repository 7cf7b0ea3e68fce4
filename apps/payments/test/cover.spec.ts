import {
  GoodsReleasedSchema,
  GoodsReleaseRefusedSchema,
  LiabilityAssessedSchema,
  LiabilityCoveredSchema,
  LiabilityEndedSchema,
  LiabilityNotAssessedSchema,
  LiabilityShortSchema,
  MoneyReceivedSchema,
  PaymentConfirmationSchema,
  DeclarationRegisteredSchema,
  ReleaseReservationSchema,
  ReservationRefusedSchema,
  ReserveSecuritySchema,
  SecurityReservedSchema,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { confirmation, declaration, KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

/** Duty 3 % of 10,000,000, VAT 16 % of 10,300,000, charge 20,000. */
const TOTAL = '1968000.00';

interface LiabilityView {
  status: string;
  endReason: string | null;
  total: string;
  kinds: { kind: string; payable: string; guarantee: string; money: { purpose: string; amount: string }[] }[];
  lines: { kind: string; base: string; rate: string; rateDate: string; article: string; payable: string }[];
}

interface StatementView {
  balances: { account: string; purpose: string; balance: string }[];
  entries: { id: string; type: string; document: string }[];
  next: string | null;
}

interface Refusal {
  reasons: { code: string; pointer?: string }[];
}

describe('payments of a declaration at Khorgos', () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  let place: ServicesUnderTest;
  let officer: string;
  let payer: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
    payer = await place.token({ subject: 'stanok', roles: ['DECLARANT'], organisation: PAYER });
    const opened = await place.post(
      'payments',
      '/v1/accounts',
      { payer: PAYER, name: 'Stanok TOO', customsBody: KHORGOS },
      officer,
    );
    expect(opened.status).toBe(201);
  });

  afterAll(() => place.stop());

  const liability = async (number: string) =>
    (await place.get<LiabilityView>('payments', `/v1/liabilities/${number}`, payer)).body;
  const balance = async (account: string, purpose: string, of = PAYER) => {
    const token = await place.token({ subject: of, roles: ['DECLARANT'], organisation: of });
    const { body } = await place.get<StatementView>('payments', `/v1/accounts/${of}`, token);
    return body.balances.find((row) => row.account === account && row.purpose === purpose)?.balance ?? '0.00';
  };
  const rowsKept = () =>
    database().query<unknown[]>(
      `SELECT (SELECT count(*) FROM liabilities) AS liabilities, (SELECT count(*) FROM journal_entries) AS entries,
              (SELECT count(*) FROM answers) AS answers, (SELECT count(*) FROM history) AS history`,
    );
  const database = () => place.service('payments').app.get(DataSource);
  const coveredOf = (declarationId: string) =>
    place.messages(LiabilityCoveredSchema).filter((event) => event.declarationId === declarationId);
  const shortOf = (declarationId: string) =>
    place.messages(LiabilityShortSchema).filter((event) => event.declarationId === declarationId);
  const endedOf = (declarationId: string) =>
    place.messages(LiabilityEndedSchema).filter((event) => event.declarationId === declarationId);
  const moneyReceived = (reference: string) =>
    place.messages(MoneyReceivedSchema).filter((event) => event.bankReference === reference);
  const pay = async (changes: Parameters<typeof confirmation>[0]) => {
    const message = confirmation(changes);
    await place.send(PaymentConfirmationSchema, message);
    await eventually(() => expect(moneyReceived(message.bankReference)).toHaveLength(1));
    return message;
  };

  it('covers a declaration by machine from money on the account, and ends its liability at release (R-PAY-068, R-PAY-107)', async () => {
    await pay({ amount: TOTAL });
    const filed = declaration();
    await place.send(DeclarationRegisteredSchema, filed);
    await eventually(() => expect(coveredOf(filed.declarationId)).toHaveLength(1));
    const [assessed] = place
      .messages(LiabilityAssessedSchema)
      .filter((event) => event.declarationId === filed.declarationId);
    expect(assessed?.total?.tiyn).toBe(196_800_000n);
    expect(assessed?.lines.map((line) => [line.paymentKind, line.rate, line.payable?.tiyn])).toEqual([
      ['IMPORT_DUTY', '3 %', 30_000_000n],
      ['IMPORT_VAT', '16 %', 164_800_000n],
      ['CHARGE_DECLARATION', '', 2_000_000n],
    ]);
    expect(await balance('ADVANCE_MONEY', 'ADVANCE')).toBe('0.00');
    await place.send(GoodsReleasedSchema, { declarationId: filed.declarationId, caseId: filed.caseId });
    await eventually(() => {
      expect(endedOf(filed.declarationId).map((event) => event.endReason)).toEqual(['PAID']);
    });
    const seen = await liability(filed.number);
    expect(seen).toMatchObject({ status: 'ENDED', total: TOTAL, endReason: 'PAID' });
    expect(seen.lines[0]).toMatchObject({
      base: '10000000 KZT',
      rate: '3 %',
      rateDate: '2026-03-10',
      article: 'art. 124.2',
    });
  });

  it('waits with a reason for each kind, takes nothing, and is covered by the confirmation that follows (R-PAY-067, R-PAY-102)', async () => {
    await pay({ amount: '20000.00' });
    const filed = declaration();
    await place.send(DeclarationRegisteredSchema, filed);
    await eventually(() => expect(shortOf(filed.declarationId)).toHaveLength(1));
    const [short] = shortOf(filed.declarationId);
    expect(short?.reasons.map(({ code, parameters }) => [code, parameters.kind]).sort()).toEqual([
      ['PAYMENT_SHORT', 'IMPORT_DUTY'],
      ['PAYMENT_SHORT', 'IMPORT_VAT'],
    ]);
    expect(short?.short?.tiyn).toBe(194_800_000n);
    expect(await balance('ADVANCE_MONEY', 'ADVANCE')).toBe('20000.00');
    await pay({ amount: '1948000.00' });
    await eventually(() => expect(coveredOf(filed.declarationId)).toHaveLength(1));
    expect(await balance('ADVANCE_MONEY', 'ADVANCE')).toBe('0.00');
    expect(await balance('PAYER_DUE', 'IMPORT_VAT')).toBe('0.00');
    expect(endedOf(filed.declarationId)).toHaveLength(0);
  });

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

  it('asks guarantees for what money leaves open, and money of the charge is taken when they reserve it', async () => {
    const before = await balance('ADVANCE_MONEY', 'ADVANCE');
    await pay({ amount: (20_000 - Number(before)).toFixed(2) });
    const filed = declaration({ securityNumber: 'SEC-1' });
    await place.send(DeclarationRegisteredSchema, filed);
    const asked = await eventually(() => {
      const [command] = place
        .messages(ReserveSecuritySchema)
        .filter((one) => one.declarationId === filed.declarationId);
      expect(command).toMatchObject({ securityNumber: 'SEC-1', principal: PAYER, on: '2026-03-10' });
      return command;
    });
    expect(asked?.amount?.tiyn).toBe(194_800_000n);
    expect(await liability(filed.number)).toMatchObject({ status: 'ASSESSED' });
    expect(await balance('ADVANCE_MONEY', 'ADVANCE')).toBe('20000.00');
    const reserved = {
      reservationId: asked?.reservationId ?? '',
      securityNumber: 'SEC-1',
      declarationId: filed.declarationId,
      caseId: filed.caseId,
      amount: { tiyn: 194_800_000n },
    };
    await place.send(SecurityReservedSchema, reserved);
    await place.send(SecurityReservedSchema, reserved);
    await eventually(() => {
      const [event] = coveredOf(filed.declarationId);
      expect(
        event?.covers.map((cover) => [cover.paymentKind, cover.source, cover.amount?.tiyn]).sort(),
      ).toEqual([
        ['CHARGE_DECLARATION', 'MONEY', 2_000_000n],
        ['IMPORT_DUTY', 'SECURITY', 30_000_000n],
        ['IMPORT_VAT', 'SECURITY', 164_800_000n],
      ]);
    });
    expect(await balance('GUARANTEE_SECURED', 'IMPORT_VAT')).toBe('1648000.00');

    await place.send(GoodsReleaseRefusedSchema, { declarationId: filed.declarationId, caseId: filed.caseId });
    await eventually(() => {
      expect(endedOf(filed.declarationId).map(({ endReason }) => endReason)).toEqual(['RELEASE_REFUSED']);
      expect(
        place
          .messages(ReleaseReservationSchema)
          .filter((one) => one.reservationId === reserved.reservationId),
      ).toHaveLength(1);
    });
    expect(await balance('GUARANTEE_SECURED', 'IMPORT_VAT')).toBe('0.00');
    expect(coveredOf(filed.declarationId)).toHaveLength(1);
  });

  it('is short with the reasons of guarantees when they refuse, and does not ask the security again', async () => {
    await pay({ amount: '20000.00' });
    const filed = declaration({ securityNumber: 'SEC-2' });
    await place.send(DeclarationRegisteredSchema, filed);
    const asked = await eventually(() => {
      const [command] = place
        .messages(ReserveSecuritySchema)
        .filter((one) => one.declarationId === filed.declarationId);
      expect(command).toBeDefined();
      return command;
    });
    await place.send(ReservationRefusedSchema, {
      reservationId: asked?.reservationId ?? '',
      securityNumber: 'SEC-2',
      declarationId: filed.declarationId,
      caseId: filed.caseId,
      reasons: [{ code: 'SECURITY_BALANCE_SHORT', article: 'art. 143' }],
    });
    await eventually(() => {
      expect(shortOf(filed.declarationId).map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
        ['SECURITY_BALANCE_SHORT', 'PAYMENT_SHORT', 'PAYMENT_SHORT'],
      ]);
    });
    await pay({ amount: '1948000.00' });
    await eventually(() => expect(coveredOf(filed.declarationId)).toHaveLength(1));
    expect(
      place.messages(ReserveSecuritySchema).filter((one) => one.declarationId === filed.declarationId),
    ).toHaveLength(1);
  });

  it('gives the money of a refused release back, but not the paid charge, and it covers the oldest that waits (R-PAY-012, R-PAY-060)', async () => {
    const left = Number(await balance('ADVANCE_MONEY', 'ADVANCE'));
    await pay({ amount: (1_968_000 - left).toFixed(2) });
    const refused = declaration();
    await place.send(DeclarationRegisteredSchema, refused);
    await eventually(() => expect(coveredOf(refused.declarationId)).toHaveLength(1));
    const older = declaration({}, 900_000_000n);
    const newer = declaration({}, 900_000_000n);
    for (const waiting of [older, newer]) {
      clock.advance(1_000);
      await place.send(DeclarationRegisteredSchema, waiting);
      await eventually(() => expect(shortOf(waiting.declarationId)).toHaveLength(1));
    }
    await place.send(GoodsReleaseRefusedSchema, {
      declarationId: refused.declarationId,
      caseId: refused.caseId,
    });
    await eventually(() => expect(coveredOf(older.declarationId)).toHaveLength(1));
    // 1,948,000.00 came back; 270,000 duty, 1,483,200 VAT and 20,000 charge of the older one were taken.
    expect(await balance('ADVANCE_MONEY', 'ADVANCE')).toBe('174800.00');
    expect(coveredOf(newer.declarationId)).toHaveLength(0);
    expect(await liability(newer.number)).toMatchObject({ status: 'SHORT' });
    expect(await liability(refused.number)).toMatchObject({ status: 'ENDED', endReason: 'RELEASE_REFUSED' });
  });

  it('queues goods that were released uncovered, and ends the liability when its money comes', async () => {
    const declarant = {
      name: 'Altyn Zhol TOO',
      identificationNumber: OTHER_PAYER,
      country: 'KZ',
      address: 'Almaty',
    };
    const filed = declaration({ declarant });
    await place.send(DeclarationRegisteredSchema, filed);
    await eventually(() => expect(shortOf(filed.declarationId)).toHaveLength(1));
    await place.send(GoodsReleasedSchema, { declarationId: filed.declarationId, caseId: filed.caseId });
    const queue = async () =>
      (
        await place.get<{ items: { subjectId: string }[] }>(
          'payments',
          '/v1/work-items?kind=RELEASED_WITHOUT_COVER',
          officer,
        )
      ).body.items.map(({ subjectId }) => subjectId);
    await eventually(async () => expect(await queue()).toEqual([filed.declarationId]));
    expect(endedOf(filed.declarationId)).toHaveLength(0);
    await pay({ payerIdentificationNumber: OTHER_PAYER, amount: TOTAL });
    await eventually(() => {
      expect(endedOf(filed.declarationId).map(({ endReason }) => endReason)).toEqual(['PAID']);
    });
    expect(await queue()).toEqual([]);
  });

  it('gives the reservation back and waits when the money beside it has gone meanwhile', async () => {
    const declarant = {
      name: 'Altyn Zhol TOO',
      identificationNumber: OTHER_PAYER,
      country: 'KZ',
      address: 'Almaty',
    };
    await pay({ payerIdentificationNumber: OTHER_PAYER, amount: '20000.00' });
    const secured = declaration({ declarant, securityNumber: 'SEC-3' });
    await place.send(DeclarationRegisteredSchema, secured);
    const asked = await eventually(() => {
      const [command] = place
        .messages(ReserveSecuritySchema)
        .filter((one) => one.declarationId === secured.declarationId);
      expect(command).toBeDefined();
      return command;
    });
    const charged = declaration({ declarant }, 100n);
    await place.send(DeclarationRegisteredSchema, charged);
    await eventually(() => expect(coveredOf(charged.declarationId)).toHaveLength(1));
    await place.send(SecurityReservedSchema, {
      reservationId: asked?.reservationId ?? '',
      securityNumber: 'SEC-3',
      declarationId: secured.declarationId,
      caseId: secured.caseId,
      amount: asked?.amount,
    });
    await eventually(() => {
      expect(shortOf(secured.declarationId)).toHaveLength(1);
      expect(
        place.messages(ReleaseReservationSchema).filter((one) => one.reservationId === asked?.reservationId),
      ).toHaveLength(1);
    });
    expect(coveredOf(secured.declarationId)).toHaveLength(0);
  });

  it('leaves to an officer what it cannot calculate: another procedure, a claimed relief', async () => {
    const [item] = declaration().items;
    const export10 = declaration({ procedure: '10' });
    const relief = declaration({ items: [{ ...item, preference: '00070000' }] });
    await place.send(DeclarationRegisteredSchema, export10);
    await place.send(DeclarationRegisteredSchema, relief);
    await eventually(() => {
      const codes = (id: string) =>
        place
          .messages(LiabilityNotAssessedSchema)
          .filter((event) => event.declarationId === id)
          .flatMap(({ reasons }) => reasons.map(({ code }) => code));
      expect(codes(export10.declarationId)).toEqual(['PROCEDURE_NEEDS_ASSESSMENT']);
      expect(codes(relief.declarationId)).toEqual(['RELIEF_NEEDS_ASSESSMENT']);
    });
    const { body } = await place.get<{ items: { subjectId: string }[] }>(
      'payments',
      '/v1/work-items?kind=ASSESSMENT',
      officer,
    );
    expect(body.items.map(({ subjectId }) => subjectId)).toEqual(
      expect.arrayContaining([export10.declarationId, relief.declarationId]),
    );
  });

  it('previews with the same code as the real calculation, refuses 1,000 items and stores nothing (R-PAY-005)', async () => {
    const one = (number: number) => ({
      number,
      commodityCode: '8483402100',
      customsValue: { amount: '10000000', currency: 'KZT' },
      netWeightKg: '500',
      quantities: [],
    });
    const before = await rowsKept();
    const body = { procedure: '40', registeredOn: '2026-03-10', items: [one(1)] };
    const preview = await place.post<{ total: string; lines: LiabilityView['lines'] }>(
      'payments',
      '/v1/calculations',
      body,
      payer,
    );
    expect(preview.status).toBe(200);
    expect(preview.body.total).toBe(TOTAL);
    expect(preview.body.lines.map(({ kind, rate, article }) => [kind, rate, article])).toEqual([
      ['IMPORT_DUTY', '3 %', 'art. 124.2'],
      ['IMPORT_VAT', '16 %', 'art. 124.3'],
      ['CHARGE_DECLARATION', '', 'art. 116'],
    ]);
    const many = (count: number) => ({
      ...body,
      items: Array.from({ length: count }, (_, index) => one(index + 1)),
    });
    const largest = await place.post<typeof preview.body>('payments', '/v1/calculations', many(999), payer);
    expect(largest.status).toBe(200);
    expect(largest.body.lines).toHaveLength(2 * 999 + 1);
    expect(largest.body.lines.filter(({ kind }) => kind === 'CHARGE_DECLARATION')).toHaveLength(1);
    expect((await place.post('payments', '/v1/calculations', many(1_000), payer)).status).toBe(400);
    expect((await place.post('payments', '/v1/calculations', many(0), payer)).status).toBe(400);
    const early = await place.post<Refusal>(
      'payments',
      '/v1/calculations',
      { ...body, registeredOn: '1999-01-01' },
      payer,
    );
    expect([early.status, early.body.reasons[0]?.code]).toEqual([422, 'RATE_DATE_NOT_LOADED']);
    expect(await rowsKept()).toEqual(before);
  });

  it('shows an account to its payer and to officers of its customs body, page by page, and to nobody else', async () => {
    const first = await place.get<StatementView>('payments', `/v1/accounts/${PAYER}?limit=2`, payer);
    expect(first.body.entries).toHaveLength(2);
    const second = await place.get<StatementView>(
      'payments',
      `/v1/accounts/${PAYER}?limit=2&before=${first.body.next}`,
      payer,
    );
    expect(second.body.entries.every(({ id }) => id < (first.body.next ?? ''))).toBe(true);
    expect((await place.get('payments', `/v1/accounts/${PAYER}`, officer)).status).toBe(200);
    const stranger = await place.token({ subject: 'x', roles: ['DECLARANT'], organisation: OTHER_PAYER });
    expect((await place.get('payments', `/v1/accounts/${PAYER}`, stranger)).status).toBe(403);
    const elsewhere = await place.token({ subject: 'y', roles: ['ACCOUNT_OFFICER'], posts: ['55001'] });
    expect((await place.get('payments', `/v1/accounts/${PAYER}`, elsewhere)).status).toBe(404);
    expect((await place.get('payments', `/v1/accounts/trial-balance`, payer)).status).toBe(403);
    const filed = declaration();
    await place.send(DeclarationRegisteredSchema, filed);
    await eventually(() => expect(shortOf(filed.declarationId)).toHaveLength(1));
    expect((await place.get('payments', `/v1/liabilities/${filed.number}`, stranger)).status).toBe(404);
  });
});
