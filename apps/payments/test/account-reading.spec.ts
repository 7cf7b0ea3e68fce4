import { DeclarationRegisteredSchema } from '@shekara/contracts';
import { eventually } from '@shekara/testing';
import type { ServicesUnderTest } from '@shekara/testing/services';
import {
  type Khorgos,
  khorgosOf,
  type LiabilityView,
  type Refusal,
  startKhorgos,
  type StatementView,
  TOTAL,
} from './cover.fixture.js';
import { declaration, OTHER_PAYER, PAYER } from './payments.fixture.js';

describe('calculations and accounts at Khorgos', () => {
  let khorgos: Khorgos;
  let place: ServicesUnderTest;
  let officer: string;
  let payer: string;

  beforeAll(async () => {
    khorgos = await startKhorgos();
    ({ place, officer, payer } = khorgos);
    for (const amount of ['1.00', '2.00', '3.00']) await pay({ amount });
  });

  afterAll(() => place.stop());

  const { rowsKept, shortOf, pay } = khorgosOf(() => khorgos);

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
