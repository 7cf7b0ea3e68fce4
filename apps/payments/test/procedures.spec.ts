import {
  DeclarationRegisteredSchema,
  LiabilityAssessedSchema,
  LiabilityCoveredSchema,
  LiabilityEndedSchema,
  LiabilityNotAssessedSchema,
  LiabilityShortSchema,
  MoneyReceivedSchema,
  GoodsReleasedSchema,
  PaymentConfirmationSchema,
  moneyOf,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { confirmation, declaration, KHORGOS, PAYER } from './payments.fixture.js';

interface LineView {
  item: number;
  kind: string;
  payable: string;
  calculated: string;
  contingent?: string;
  breach?: string;
  notPayable?: string;
  deducted?: string;
  article: string;
  rule: string;
  rateDate: string;
}

interface LiabilityView {
  status: string;
  total: string;
  trigger: string | null;
  dueOn: string | null;
  endReason: string | null;
  reasons: { code: string; pointer?: string; parameters: Record<string, string> }[];
  lines: LineView[];
}

interface Preview {
  rateDate: string;
  payable: Record<string, string>;
  total: string;
  contingent: string;
  trigger: string | null;
  payableIn: string;
  escortParts: string[];
  lines: LineView[];
  reasons?: { code: string; pointer?: string }[];
}

const [GEARS] = declaration().items;
const SCRAP = { ...GEARS, number: 1, commodityCode: '7602001900', description: 'Aluminium scrap' };

describe('declarations under each customs procedure', () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  let place: ServicesUnderTest;
  let database: DataSource;
  let officer: string;
  let trader: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    database = place.service('payments').app.get(DataSource);
    officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
    trader = await place.token({ subject: 'trader', roles: ['DECLARANT'], organisation: PAYER });
  });

  afterAll(() => place.stop());

  const read = async (number: string) =>
    (await place.get<LiabilityView>('payments', `/v1/liabilities/${number}`, officer)).body;
  const told = (schema: Parameters<typeof place.messages>[0], declarationId: string) =>
    eventually(() =>
      expect(
        place
          .messages(schema)
          .filter((event) => 'declarationId' in event && event.declarationId === declarationId),
      ).not.toEqual([]),
    );
  const register = async (changes: Parameters<typeof declaration>[0]) => {
    const filed = declaration(changes);
    await place.send(DeclarationRegisteredSchema, filed);
    return filed;
  };
  const advance = async (amount: string) => {
    const message = confirmation({ amount });
    await place.send(PaymentConfirmationSchema, message);
    await eventually(() =>
      expect(place.messages(MoneyReceivedSchema).map((event) => event.bankReference)).toContain(
        message.bankReference,
      ),
    );
  };
  const under = (procedure: string, previous = '00') => ({
    procedure,
    items: [{ ...GEARS, procedure: `${procedure}${previous}000` }],
  });
  const preview = (body: object, token = trader) =>
    place.post<Preview>('payments', '/v1/calculations', body, token);
  const gears = { number: 1, commodityCode: '8483402100', netWeightKg: '500' };
  const priced = { ...gears, customsValue: { amount: '10000000', currency: 'KZT' } };

  it('owe the charge alone in a warehouse, and tell of the sums that sleep (R-PAY-055, R-PAY-246)', async () => {
    const filed = await register(under('70'));
    await told(LiabilityShortSchema, filed.declarationId);
    const liability = await read(filed.number);
    expect(liability).toMatchObject({
      status: 'SHORT',
      total: '20000.00',
      trigger: 'CUSTOMS_WAREHOUSE_DECLARANT',
    });
    expect(liability.lines.map(({ kind, payable, contingent }) => [kind, payable, contingent])).toEqual([
      ['IMPORT_DUTY', '0.00', '300000.00'],
      ['IMPORT_VAT', '0.00', '1648000.00'],
      ['CHARGE_DECLARATION', '20000.00', undefined],
    ]);
    expect(liability.lines[0]).toMatchObject({
      notPayable: 'PROCEDURE_WITHOUT_PAYMENT',
      breach: 'CUSTOMS_WAREHOUSE_DECLARANT',
      article: 'art. 341',
    });
    const [assessed] = place
      .messages(LiabilityAssessedSchema)
      .filter(({ declarationId }) => declarationId === filed.declarationId);
    expect(
      assessed?.lines.map(({ paymentKind, contingent }) => [
        paymentKind,
        contingent && moneyOf(contingent).toString(),
      ]),
    ).toEqual([
      ['IMPORT_DUTY', '300000.00'],
      ['IMPORT_VAT', '1648000.00'],
      ['CHARGE_DECLARATION', undefined],
    ]);
    const [fact] = await database.query<{ payload: { contingent: unknown } }[]>(
      `SELECT payload FROM history WHERE stream_id = $1 AND type = 'LiabilityAssessed'`,
      [filed.declarationId],
    );
    expect(fact?.payload.contingent).toEqual([
      { kind: 'IMPORT_DUTY', amount: '300000.00' },
      { kind: 'IMPORT_VAT', amount: '1648000.00' },
    ]);
    await advance('20000.00');
    await told(LiabilityCoveredSchema, filed.declarationId);
  });

  it('released from processing with the charge unpaid are late since registration, not since release', async () => {
    const filed = await register(under('51'));
    await told(LiabilityShortSchema, filed.declarationId);
    await place.send(GoodsReleasedSchema, {
      declarationId: filed.declarationId,
      caseId: filed.caseId,
      decidedAt: { seconds: BigInt(Date.parse('2026-03-11T05:00:00Z') / 1_000), nanos: 0 },
    });
    await eventually(async () => expect(await read(filed.number)).toMatchObject({ dueOn: '2026-03-10' }));
    await advance('20000.00');
    await told(LiabilityEndedSchema, filed.declarationId);
  });

  it('owe taxes before release for consumption processing, and their duty sleeps', async () => {
    const filed = await register(under('91'));
    await told(LiabilityShortSchema, filed.declarationId);
    const liability = await read(filed.number);
    expect(liability).toMatchObject({ total: '1668000.00', trigger: 'CONSUMPTION_PROCESSING_TAXES' });
    expect(liability.lines[0]).toMatchObject({
      kind: 'IMPORT_DUTY',
      payable: '0.00',
      contingent: '300000.00',
      breach: 'CONSUMPTION_PROCESSING_DUTY_BREACH',
    });
  });

  it('owe export duty by the lists, and none off them, even without a customs value (R-PAY-044)', async () => {
    const scrap = await register({
      direction: 'EX',
      procedure: '10',
      items: [{ ...SCRAP, procedure: '1000000' }],
    });
    await told(LiabilityShortSchema, scrap.declarationId);
    const owed = await read(scrap.number);
    expect(owed).toMatchObject({ trigger: 'EXPORT', total: '1520000.00' });
    expect(owed.lines.map(({ kind, payable }) => [kind, payable])).toEqual([
      ['EXPORT_DUTY', '1500000.00'],
      ['CHARGE_DECLARATION', '20000.00'],
    ]);
    const free = await register({
      direction: 'EX',
      procedure: '10',
      items: [{ ...GEARS, procedure: '1000000', customsValue: undefined }],
    });
    await told(LiabilityShortSchema, free.declarationId);
    expect(await read(free.number)).toMatchObject({ total: '20000.00' });
  });

  it('from Kazakhstan to a free trade partner owe no export duty (R-PAY-026)', async () => {
    const filed = await register({
      direction: 'EX',
      procedure: '10',
      destinationCountry: 'RS',
      items: [{ ...SCRAP, procedure: '1000000', originCountry: 'KZ' }],
    });
    await told(LiabilityShortSchema, filed.declarationId);
    expect(await read(filed.number)).toMatchObject({ total: '20000.00' });
  });

  it('of abandoned goods owe nothing, not even the charge, and are covered at once', async () => {
    const filed = await register(under('94'));
    await told(LiabilityCoveredSchema, filed.declarationId);
    expect(await read(filed.number)).toMatchObject({
      status: 'COVERED',
      total: '0.00',
      trigger: null,
      lines: [],
    });
  });

  it('of re-imported goods owe the charge without any row of the matrix', async () => {
    const filed = await register(under('60', '10'));
    await told(LiabilityShortSchema, filed.declarationId);
    expect(await read(filed.number)).toMatchObject({ total: '20000.00', trigger: null });
  });

  it.each([
    ['53', '00', 'TEMPORARY_IMPORT_PERIOD_MISSING'],
    ['40', '53', 'PREVIOUS_PROCEDURE_NEEDS_ASSESSMENT'],
    ['78', '00', 'PROCEDURE_NEEDS_ASSESSMENT'],
  ])('under %s after %s go to an officer, who is told why: %s', async (procedure, previous, code) => {
    const filed = await register(under(procedure, previous));
    await told(LiabilityNotAssessedSchema, filed.declarationId);
    const { status, reasons } = await read(filed.number);
    expect(status).toBe('NOT_ASSESSED');
    expect(reasons.map((reason) => reason.code)).toEqual([code]);
    const [item] = await database.query<{ status: string }[]>(
      `SELECT status FROM work_items WHERE kind = 'ASSESSMENT' AND subject_id = $1`,
      [filed.declarationId],
    );
    expect(item?.status).toBe('OPEN');
  });

  describe('that wait for an officer', () => {
    const claim = async (subjectId: string) => {
      const [item] = await database.query<{ id: string }[]>(
        `SELECT id FROM work_items WHERE kind = 'ASSESSMENT' AND subject_id = $1 AND status = 'OPEN'`,
        [subjectId],
      );
      if (!item) throw new Error('no open item');
      await place.post('payments', `/v1/work-items/${item.id}/claim`, {}, officer);
    };
    const calculate = (number: string, body: object, token = officer) =>
      place.post<LiabilityView & { reasons: { code: string; pointer?: string }[] }>(
        'payments',
        `/v1/liabilities/${number}/calculations`,
        body,
        token,
      );

    it('are calculated with the period that the officer states, and go on as after the machine (R-PAY-054)', async () => {
      const filed = await register(under('53'));
      await told(LiabilityNotAssessedSchema, filed.declarationId);
      const stay = { temporaryImport: { exemption: 'PARTIAL', months: 4 } };
      expect((await calculate(filed.number, stay)).status).toBe(409);
      await claim(filed.declarationId);
      const unknown = await calculate(filed.number, {});
      expect(unknown.body.reasons).toMatchObject([{ code: 'TEMPORARY_IMPORT_PERIOD_MISSING' }]);
      const { status, body } = await calculate(filed.number, stay);
      expect([status, body.status, body.total]).toEqual([201, 'SHORT', '253760.00']);
      await told(LiabilityAssessedSchema, filed.declarationId);
      const liability = await read(filed.number);
      expect(liability).toMatchObject({ trigger: 'TEMPORARY_IMPORT_FIRST_PART', status: 'SHORT' });
      expect(liability.lines[0]).toMatchObject({
        payable: '36000.00',
        contingent: '264000.00',
        rule: 'R-PAY-054',
      });
      const again = await calculate(filed.number, stay);
      expect(again.body.reasons).toMatchObject([{ code: 'LIABILITY_ASSESSED_ALREADY' }]);
    });

    it('are calculated with what happened under the procedure before (R-PAY-232)', async () => {
      const filed = await register(under('40', '53'));
      await told(LiabilityNotAssessedSchema, filed.declarationId);
      await claim(filed.declarationId);
      const earlier = {
        kind: 'TEMPORARY_IMPORT',
        registeredOn: '2025-09-02',
        declarant: PAYER,
        partsPaid: [{ by: PAYER, kind: 'IMPORT_DUTY', amount: '36000' }],
      };
      const wrong = {
        items: [{ number: 1, earlier: { kind: 'CUSTOMS_WAREHOUSE', registeredOn: '2025-09-02' } }],
      };
      expect((await calculate(filed.number, wrong)).body.reasons).toMatchObject([
        { code: 'EARLIER_PROCEDURE_DIFFERS', pointer: '/items/0/earlier/kind' },
      ]);
      const { body } = await calculate(filed.number, { items: [{ number: 1, earlier }] });
      // 300,000 less 36,000; VAT 12 % of 10,300,000; the charge.
      expect(body.total).toBe('1520000.00');
      expect(await read(filed.number)).toMatchObject({ trigger: 'CONSUMPTION_AFTER_TEMPORARY_IMPORT' });
    });

    it('belong to the officers of the customs body', async () => {
      const filed = await register(under('53'));
      await told(LiabilityNotAssessedSchema, filed.declarationId);
      const other = await place.token({ subject: 'officer-2', roles: ['ACCOUNT_OFFICER'], posts: ['55001'] });
      expect((await calculate(filed.number, {}, other)).status).toBe(403);
      expect((await calculate('55302/100326/9999999', {})).status).toBe(404);
    });
  });

  describe('in a preview', () => {
    it('are calculated as a registered declaration is', async () => {
      const { status, body } = await preview({
        procedure: '70',
        registeredOn: '2026-03-10',
        items: [priced],
      });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        payable: { IMPORT_DUTY: '0.00', IMPORT_VAT: '0.00', CHARGE_DECLARATION: '20000.00' },
        total: '20000.00',
        contingent: '1948000.00',
        trigger: 'CUSTOMS_WAREHOUSE_DECLARANT',
        payableIn: 'KZ',
      });
    });

    it('take the months of temporary import, or the period whose months are counted (R-PAY-054)', async () => {
      const of = (temporaryImport: object) =>
        preview({ procedure: '53', registeredOn: '2026-03-10', items: [priced], temporaryImport });
      const byMonths = await of({ exemption: 'PARTIAL', months: 4 });
      expect(byMonths.body.payable).toEqual({
        IMPORT_DUTY: '36000.00',
        IMPORT_VAT: '197760.00',
        CHARGE_DECLARATION: '20000.00',
      });
      const byPeriod = await of({ exemption: 'PARTIAL', until: '2026-06-01' });
      expect(byPeriod.body.payable).toEqual(byMonths.body.payable);
      expect((await of({ exemption: 'FULL' })).body).toMatchObject({ total: '20000.00' });
      const past = await of({ exemption: 'PARTIAL', until: '2026-03-09' });
      expect([past.status, past.body.reasons?.[0]?.pointer]).toEqual([400, '/temporaryImport/until']);
      const open = await of({ exemption: 'PARTIAL' });
      expect(open.body.reasons).toMatchObject([{ code: 'TEMPORARY_IMPORT_PERIOD_MISSING' }]);
    });

    it('take what happened under the procedure before (R-PAY-232)', async () => {
      const earlier = {
        kind: 'TEMPORARY_IMPORT',
        registeredOn: '2025-09-02',
        declarant: PAYER,
        partsPaid: [
          { by: PAYER, kind: 'IMPORT_DUTY', amount: '36000' },
          { by: PAYER, kind: 'IMPORT_VAT', amount: '148320' },
        ],
      };
      const body = {
        procedure: '40',
        registeredOn: '2026-03-10',
        items: [{ ...priced, procedure: '4053000', earlier }],
      };
      const released = await preview(body);
      // Duty 3 % and VAT 12 % of 2025, not 16 % of 2026, less the parts paid.
      expect(released.body.payable).toEqual({
        IMPORT_DUTY: '264000.00',
        IMPORT_VAT: '1087680.00',
        CHARGE_DECLARATION: '20000.00',
      });
      expect(released.body.lines[0]).toMatchObject({
        deducted: '36000.00',
        article: 'art. 388',
        rule: 'R-PAY-232',
        rateDate: '2025-09-02',
      });
      const untold = await preview({ ...body, items: [{ ...priced, procedure: '4053000' }] });
      expect(untold.body.reasons).toMatchObject([{ code: 'PREVIOUS_PROCEDURE_NEEDS_ASSESSMENT' }]);
      const another = await preview({ ...body, items: [{ ...priced, procedure: '4051000', earlier }] });
      expect(another.body.reasons).toMatchObject([{ code: 'EARLIER_PROCEDURE_DIFFERS' }]);
    });

    it('take products of inside processing and of outside processing (R-PAY-233, R-PAY-236)', async () => {
      const products = {
        ...priced,
        procedure: '4051000',
        earlier: {
          kind: 'INSIDE_PROCESSING_PRODUCTS',
          registeredOn: '2026-02-02',
          placed: {
            commodityCode: '8483402100',
            quantity: '1000',
            unit: 'KGM',
            customsValue: '5000000',
            netWeightKg: '1000',
          },
          productQuantity: '400',
          yieldNorm: '0.8',
        },
      };
      const onCost = {
        ...priced,
        number: 2,
        procedure: '4021000',
        earlier: {
          kind: 'OUTSIDE_PROCESSING_PRODUCTS',
          costOfProcessing: '2000000',
          valueSentOut: '7000000',
        },
      };
      const { body } = await preview({
        procedure: '40',
        registeredOn: '2026-03-10',
        items: [products, onCost],
      });
      expect(body.lines.map(({ item, kind, payable }) => [item, kind, payable])).toEqual([
        [1, 'IMPORT_DUTY', '75000.00'],
        [1, 'IMPORT_VAT', '412000.00'],
        [2, 'IMPORT_DUTY', '60000.00'],
        [2, 'IMPORT_VAT', '320000.00'],
        [0, 'CHARGE_DECLARATION', '20000.00'],
      ]);
    });

    it('refuse facts of no kind, facts that are not the kind’s, and days that no calendar has', async () => {
      const refused = async (earlier: object) => {
        const { status, body } = await preview({
          procedure: '40',
          registeredOn: '2026-03-10',
          items: [{ ...priced, procedure: '4070000', earlier }],
        });
        return [status, body.reasons?.map(({ code, pointer }) => `${code} ${pointer ?? ''}`)];
      };
      expect(await refused({ kind: 'LOST' })).toEqual([400, ['FIELD_INVALID /items/0/earlier/kind']]);
      expect(
        await refused({ kind: 'CUSTOMS_WAREHOUSE', registeredOn: '2026-02-02', yieldNorm: '1' }),
      ).toEqual([400, ['FIELD_UNKNOWN /items/0/earlier/yieldNorm']]);
      expect(await refused({ kind: 'CUSTOMS_WAREHOUSE', registeredOn: '2026-02-30' })).toEqual([
        400,
        ['FIELD_INVALID /items/0/earlier/registeredOn'],
      ]);
      expect(await refused({ kind: 'CUSTOMS_WAREHOUSE', registeredOn: '2001-02-02' })).toEqual([
        422,
        ['RATE_DATE_NOT_LOADED '],
      ]);
    });

    it('tell of an escort by its vehicles, of a preliminary decision, and of goods found elsewhere (R-PAY-045)', async () => {
      const { body } = await preview({
        procedure: '80',
        registeredOn: '2026-03-10',
        items: [priced],
        escortedVehicles: 3,
        preliminaryDecision: true,
        foundIn: 'RU',
      });
      expect(body.escortParts).toEqual(['33333.34', '33333.33', '33333.33']);
      expect(body.payable).toMatchObject({
        CHARGE_ESCORT: '100000.00',
        CHARGE_PRELIMINARY_DECISION: '30000.00',
      });
      // Duty 300,000; VAT of Russia 22 % of 10,300,000.
      expect(body).toMatchObject({ payableIn: 'RU', contingent: '2566000.00' });
    });
  });

  it('leave books that balance', async () => {
    const auditor = await place.token({ subject: 'auditor', roles: ['AUDITOR'], posts: [KHORGOS] });
    const { body } = await place.get('payments', '/v1/accounts/trial-balance', auditor);
    expect(body).toMatchObject({ balanced: true, balancesAgree: true });
  });
});
