import {
  DeclarationRegisteredSchema,
  LiabilityAssessedSchema,
  LiabilityNotAssessedSchema,
} from '@shekara/contracts';
import { eventually } from '@shekara/testing';
import type { ServicesUnderTest } from '@shekara/testing/services';
import { type Khorgos, khorgosOf, startKhorgos } from './cover.fixture.js';
import { declaration } from './payments.fixture.js';

interface Calculated {
  total: string;
  sumBeforeReliefs: string;
  lines: {
    kind: string;
    payable: string;
    article: string;
    preference?: string;
    notPayable?: string;
    relief?: { code: string; article: string; relieved: string; useLimits?: object };
    refusedClaims?: { code: string; article: string }[];
  }[];
}

const PROVED = { documents: [{ kind: 'ORIGIN_CERTIFICATE', number: 'CT-1', date: '2026-02-20' }] };
/** Bananas, 4 % and at least EUR 0.015 a kilogram: with 500 kg of 10,000,000 the percent is more. */
const BANANAS = '0803901000';
/** Cheese, on the quota of Serbia: 120,000 kg in 2026. */
const CHEESE = '0406103000';

describe('preferences and reliefs that declarations claim at Khorgos', () => {
  let khorgos: Khorgos;
  let place: ServicesUnderTest;

  beforeAll(async () => {
    khorgos = await startKhorgos();
    ({ place } = khorgos);
  });

  afterAll(() => place.stop());

  const { liability, database } = khorgosOf(() => khorgos);

  const claiming = (item: object, changes: object = PROVED) => {
    const [plain] = declaration().items;
    return declaration({ ...changes, items: [{ ...plain, ...item }] });
  };
  const assessedOf = (declarationId: string) =>
    place.messages(LiabilityAssessedSchema).filter((event) => event.declarationId === declarationId);
  const register = async (filed: ReturnType<typeof declaration>) => {
    await place.send(DeclarationRegisteredSchema, filed);
    const [assessed] = await eventually(() => {
      const found = assessedOf(filed.declarationId);
      expect(found).toHaveLength(1);
      return found;
    });
    return (assessed?.lines ?? []).map(({ paymentKind, payable, relief, relieved, refusedClaims }) => ({
      kind: paymentKind,
      payable: payable?.tiyn,
      relief,
      relieved: relieved?.tiyn,
      refused: refusedClaims.map(({ code }) => code),
    }));
  };
  const calculated = async (items: object[], token = khorgos.payer) =>
    place.post<Calculated>(
      'payments',
      '/v1/calculations',
      { procedure: '40', registeredOn: '2026-03-10', items },
      token,
    );
  const previewOf = (item: object) => ({
    number: 1,
    commodityCode: '8483402100',
    customsValue: { amount: '10000000', currency: 'KZT' },
    netWeightKg: '500',
    ...item,
  });

  it('lower the duty of a proved origin by the lists of the rate date, without an officer (R-PAY-026, R-PAY-027)', async () => {
    const [duty, vat] = await register(claiming({ originCountry: 'UZ', preference: '00FT0000' }));
    expect(duty).toEqual({
      kind: 'IMPORT_DUTY',
      payable: 0n,
      relief: 'PREF_FREE_TRADE_ZONE',
      relieved: 30_000_000n,
      refused: [],
    });
    expect(vat?.payable).toBe(160_000_000n);
    const filed = claiming({
      originCountry: 'KE',
      preference: 'PREF_DEVELOPING',
      commodityCode: BANANAS,
    });
    expect((await register(filed))[0]).toMatchObject({ payable: 30_000_000n, relieved: 10_000_000n });
    expect((await liability(filed.number)).lines[0]).toMatchObject({
      preference: 'PREF_DEVELOPING, 0.75',
      relief: { code: 'PREF_DEVELOPING', article: 'art. 123.3', relieved: '100000.00' },
    });
  });

  it('are refused without proof of origin, and the whole rate is due (R-PAY-028)', async () => {
    const filed = claiming({ originCountry: 'UZ', preference: '00FT0000' }, {});
    const [duty, vat] = await register(filed);
    expect(duty).toMatchObject({
      payable: 30_000_000n,
      relief: '',
      refused: ['PREFERENCE_ORIGIN_UNPROVEN'],
    });
    expect(vat?.payable).toBe(164_800_000n);
    expect((await liability(filed.number)).lines[0]).toMatchObject({
      refusedClaims: [{ code: 'PREFERENCE_ORIGIN_UNPROVEN', article: 'art. 96.1' }],
    });
  });

  it('relieve of the kinds of the relief, and are refused to other goods', async () => {
    const lines = await register(claiming({ preference: '00CC00EV' }, {}));
    expect(lines.map(({ payable, relief, relieved }) => [payable, relief, relieved])).toEqual([
      [0n, 'CHARTER_CAPITAL', 30_000_000n],
      [0n, 'EQUIPMENT_VAT', 160_000_000n],
      [2_000_000n, '', undefined],
    ]);
    const [duty, vat] = await register(claiming({ preference: 'MEDICINES_VAT' }, {}));
    expect(duty?.refused).toEqual([]);
    expect(vat).toMatchObject({ payable: 164_800_000n, refused: ['RELIEF_NOT_FOR_THESE_GOODS'] });
  });

  it('go to an officer when the code is unknown', async () => {
    const filed = claiming({ preference: '00ZZ0000' });
    await place.send(DeclarationRegisteredSchema, filed);
    await eventually(() =>
      expect(
        place
          .messages(LiabilityNotAssessedSchema)
          .filter(({ declarationId }) => declarationId === filed.declarationId)
          .flatMap(({ reasons }) => reasons.map(({ code, pointer }) => [code, pointer])),
      ).toEqual([['RELIEF_NEEDS_ASSESSMENT', '/items/0/preference']]),
    );
  });

  it('draw on a quota in turn, however many ask at once, and are refused beyond its balance (R-PAY-034)', async () => {
    const cheese = { commodityCode: CHEESE, originCountry: 'RS', preference: 'PREF_FREE_TRADE_ZONE' };
    const asked = (netWeightKg: string) => claiming({ ...cheese, netWeightKg });
    expect((await register(asked('100000')))[0]).toMatchObject({ payable: 0n, refused: [] });
    const { body } = await calculated([previewOf({ ...cheese, netWeightKg: '30000', originProved: true })]);
    expect(body.lines[0]?.refusedClaims).toMatchObject([{ code: 'PREFERENCE_QUOTA_USED_UP' }]);

    const together = await Promise.all(['15000', '15000', '15000'].map((kg) => register(asked(kg))));
    expect(together.flatMap(([duty]) => duty?.refused ?? [])).toEqual([
      'PREFERENCE_QUOTA_USED_UP',
      'PREFERENCE_QUOTA_USED_UP',
    ]);
    expect((await register(asked('5000')))[0]?.refused).toEqual([]);
    expect(
      await database().query(`SELECT quota, drawn::text AS drawn FROM preference_quota_balances`),
    ).toEqual([{ quota: 'CHEESE-RS-2026', drawn: '120000' }]);
  });

  it('draw nothing for a declaration that an officer assesses', async () => {
    const [plain] = declaration().items;
    const cheese = { commodityCode: CHEESE, originCountry: 'RS', preference: 'PREF_FREE_TRADE_ZONE' };
    const filed = declaration({
      ...PROVED,
      items: [
        { ...plain, ...cheese, netWeightKg: '1' },
        { ...plain, number: 2, preference: 'LP' },
      ],
    });
    await place.send(DeclarationRegisteredSchema, filed);
    await eventually(async () =>
      expect(await liability(filed.number)).toMatchObject({ status: 'NOT_ASSESSED' }),
    );
    expect(
      await database().query(`SELECT 1 FROM preference_quota_draws WHERE declaration_id = $1`, [
        filed.declarationId,
      ]),
    ).toEqual([]);
  });

  it('are shown by a preview line by line, with what was taken off, its article and what is refused', async () => {
    const given = await calculated([
      previewOf({
        originCountry: 'UZ',
        originProved: true,
        preference: 'PREF_FREE_TRADE_ZONE, EQUIPMENT_VAT',
      }),
    ]);
    expect(given.status).toBe(200);
    expect(given.body.lines).toMatchObject([
      {
        kind: 'IMPORT_DUTY',
        payable: '0.00',
        preference: 'PREF_FREE_TRADE_ZONE, 0',
        relief: { article: 'art. 123.2', relieved: '300000.00' },
      },
      {
        kind: 'IMPORT_VAT',
        payable: '0.00',
        notPayable: 'EXEMPT_BY_LAW',
        relief: { code: 'EQUIPMENT_VAT', article: 'art. 121.1(3)', relieved: '1600000.00', useLimits: {} },
      },
      { kind: 'CHARGE_DECLARATION', payable: '20000.00' },
    ]);
    expect(given.body).toMatchObject({ total: '20000.00', sumBeforeReliefs: '1600000.00' });

    const refused = await calculated([previewOf({ originCountry: 'UZ', preference: 'FT' })]);
    expect(refused.body.lines[0]).toMatchObject({
      payable: '300000.00',
      refusedClaims: [{ code: 'PREFERENCE_ORIGIN_UNPROVEN', article: 'art. 96.1' }],
    });
    expect((await calculated([previewOf({ preference: 'LP' })])).status).toBe(422);
  });
});
