import {
  AccountDebtEnteredSchema,
  AccountDebtLoweredSchema,
  AdjustmentNotAssessedSchema,
  PaymentsAdjustedSchema,
  ReleaseReservationSchema,
  ReserveSecuritySchema,
  SecurityReservedSchema,
} from '@shekara/contracts';
import { eventually } from '@shekara/testing';
import type { ServicesUnderTest } from '@shekara/testing/services';
import { changesAt, type Filed, type LiabilityView, valued } from './changed-declarations.fixture.js';
import { type Khorgos, khorgosOf, startKhorgos, TOTAL } from './cover.fixture.js';
import { KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

interface Refusal {
  reasons: { code: string }[];
}

/** Duty 3 %, VAT 16 % and a charge of 20,000 on a customs value; goods are released on 10 March 2026. */
describe('payments of declarations that are adjusted after release, or withdrawn', () => {
  let khorgos: Khorgos;
  let place: ServicesUnderTest;
  let officer: string;

  beforeAll(async () => {
    khorgos = await startKhorgos();
    ({ place, officer } = khorgos);
  });

  afterAll(() => place.stop());

  const { balance, database, pay, shortOf } = khorgosOf(() => khorgos);
  const { adjust, balanced, claim, covered, debts, ended, items, read, register, release, sent, withdraw } =
    changesAt(() => khorgos);

  const released = async () => {
    await pay({ amount: TOTAL });
    const filed = await register();
    await covered(filed);
    await release(filed);
    await ended(filed, 'PAID');
    return filed;
  };
  const adjusted = (filed: Filed, times = 1) =>
    eventually(() => expect(sent(PaymentsAdjustedSchema, filed)).toHaveLength(times));
  const debtMessages = (
    schema: typeof AccountDebtEnteredSchema | typeof AccountDebtLoweredSchema,
    of: Filed,
  ) => place.messages(schema).filter(({ caseId }) => caseId === of.caseId);

  it("make a debt of the declarant's own calculation of what is missing, with interest from the day after release, and only once (R-PAY-043, R-PAY-116, R-PAY-239)", async () => {
    const filed = await released();
    await adjust(filed, 2, valued(filed, 1_100_000_000n));
    await adjusted(filed);
    await adjust(filed, 2, valued(filed, 1_500_000_000n));
    const number = `${filed.number}/2`;
    const { sums, interest } = await debts(number);
    expect(sums.map(({ kind, document, dueOn, unpaid }) => [kind, document, dueOn, unpaid]).sort()).toEqual([
      ['IMPORT_DUTY', number, '2026-03-10', '30000.00'],
      ['IMPORT_VAT', number, '2026-03-10', '164800.00'],
    ]);
    // 30,000 and 164,800 for four days at 16 % x 2.5.
    expect(interest.map(({ kind, amount, days }) => [kind, amount, days[0]?.first]).sort()).toEqual([
      ['IMPORT_DUTY', '131.51', '2026-03-11'],
      ['IMPORT_VAT', '722.41', '2026-03-11'],
    ]);
    await eventually(() =>
      expect(debtMessages(AccountDebtEnteredSchema, filed)).toMatchObject([
        { document: number, source: 'DECLARATION_AMENDMENT' },
      ]),
    );
    expect(await balance('PAYER_DUE', 'IMPORT_VAT')).toBe('164800.00');
    expect(await read(filed)).toMatchObject({ status: 'ENDED', endReason: 'PAID', total: '2162800.00' });

    const own = await place.post<Refusal>(
      'payments',
      `/v1/debts/${PAYER}/${KHORGOS}/reductions`,
      { document: number, kind: 'IMPORT_VAT', amount: '1', decision: 'D-1' },
      officer,
    );
    expect(own.body.reasons).toMatchObject([{ code: 'PAYER_ENTRY_NOT_REDUCED' }]);

    await adjust(filed, 3, valued(filed, 900_000_000n), 'CUSTOMS');
    await adjusted(filed, 2);
    // Below what was declared first: the debts are gone, 30,000 and 164,800 of what was paid are the payer's again.
    expect((await debts(number)).sums.map(({ amount }) => amount)).toEqual(['0.00', '0.00']);
    await eventually(() => expect(debtMessages(AccountDebtLoweredSchema, filed)).toHaveLength(2));
    expect(await balance('PAYER_DUE', 'IMPORT_VAT')).toBe('0.00');
    expect([
      await balance('ADVANCE_MONEY', 'IMPORT_DUTY'),
      await balance('ADVANCE_MONEY', 'IMPORT_VAT'),
    ]).toEqual(['30000.00', '164800.00']);
    expect(await read(filed)).toMatchObject({ total: '1773200.00' });
    await adjust(filed, 2, valued(filed, 1_500_000_000n));
    await balanced();
    expect(sent(PaymentsAdjustedSchema, filed)).toMatchObject([
      { declarationVersion: 2, calculatedBy: 'PAYER' },
      { declarationVersion: 3, calculatedBy: 'CUSTOMS' },
    ]);
  });

  it('enter what customs calculates when the declarant does not agree as its own entry (R-PAY-239)', async () => {
    const filed = await released();
    await adjust(filed, 2, valued(filed, 1_100_000_000n), 'CUSTOMS');
    await adjusted(filed);
    await eventually(() =>
      expect(debtMessages(AccountDebtEnteredSchema, filed)).toMatchObject([{ source: 'CUSTOMS_CONTROL' }]),
    );
    await withdraw(filed, true);
    await ended(filed, 'PAID', 'DECLARATION_WITHDRAWN');
    expect((await debts(`${filed.number}/2`)).sums.map(({ amount }) => amount)).toEqual(['0.00', '0.00']);
  });

  it('are assessed by an officer where the machine cannot, all lines anew', async () => {
    const filed = await released();
    await adjust(filed, 2, valued(filed, 1_000_000_000n, '00070000'));
    await eventually(() => expect(sent(AdjustmentNotAssessedSchema, filed)).toHaveLength(1));
    const assess = () =>
      place.post<LiabilityView & Refusal>(
        'payments',
        `/v1/liabilities/${filed.number}/adjustments`,
        {
          trigger: 'DOMESTIC_CONSUMPTION',
          lines: [
            { item: 1, kind: 'IMPORT_DUTY', base: '0', rate: 'free', payable: '0' },
            { item: 1, kind: 'IMPORT_VAT', base: '10000000', ratePercent: '16', payable: '1600000' },
            { item: 0, kind: 'CHARGE_DECLARATION', base: '0', rate: '20000 KZT', payable: '20000' },
          ],
        },
        officer,
      );
    expect((await assess()).status).toBe(409);
    await claim(filed);
    const before = Number(await balance('ADVANCE_MONEY', 'IMPORT_DUTY'));
    expect((await assess()).body).toMatchObject({ status: 'ENDED', total: '1620000.00' });
    expect(await items(filed)).toEqual(['COMPLETED']);
    expect(await balance('ADVANCE_MONEY', 'IMPORT_DUTY')).toBe((before + 300_000).toFixed(2));
    expect((await assess()).body.reasons).toMatchObject([{ code: 'LIABILITY_ASSESSED_ALREADY' }]);
    const other = await place.token({ subject: 'officer-2', roles: ['ACCOUNT_OFFICER'], posts: ['55001'] });
    const route = `/v1/liabilities/${filed.number}/adjustments`;
    const body = {
      trigger: 'DOMESTIC_CONSUMPTION',
      lines: [{ item: 0, kind: 'CHARGE_DECLARATION', base: '0', rate: 'x', payable: '1' }],
    };
    expect((await place.post('payments', route, body, other)).status).toBe(403);
    await balanced();
  });

  it("withdrawn before release become the payer's again, but for the paid charge; twice is once (R-PAY-012, R-PAY-205, R-DEC-120, worked case 23)", async () => {
    const free = await ownMoney();
    await pay({ amount: TOTAL });
    const filed = await register();
    await covered(filed);
    const income = await charges();
    await withdraw(filed);
    await withdraw(filed);
    await ended(filed, 'DECLARATION_WITHDRAWN');
    expect(await ownMoney()).toBe(free + 194_800_000n);
    expect(await charges()).toBe(income + 2_000_000n);
    await balanced();
  });

  it('withdrawn before anybody paid leave the charge alone as a debt, due since registration (R-DEC-120)', async () => {
    const filed = await register(ofOther);
    await eventually(() => expect(shortOf(filed.declarationId)).toHaveLength(1));
    const income = await charges();
    await withdraw(filed);
    await ended(filed, 'DECLARATION_WITHDRAWN');
    expect((await debts(filed.number, OTHER_PAYER)).sums).toMatchObject([
      { kind: 'CHARGE_DECLARATION', dueOn: '2026-03-10', unpaid: '20000.00' },
    ]);
    expect(await balance('PAYER_DUE', 'CHARGE_DECLARATION', OTHER_PAYER)).toBe('20000.00');
    expect(await balance('PAYER_DUE', 'IMPORT_VAT', OTHER_PAYER)).toBe('0.00');
    expect(await charges()).toBe(income + 2_000_000n);
    await balanced();
  });

  it('adjusted while nothing covers them wait for less, and end when that is paid', async () => {
    const filed = await register(ofOther);
    await eventually(() => expect(shortOf(filed.declarationId)).toHaveLength(1));
    await release(filed);
    await eventually(async () => expect((await debts(filed.number, OTHER_PAYER)).sums).toHaveLength(3));
    await adjust(filed, 2, valued(filed, 900_000_000n));
    await adjusted(filed);
    expect(
      (await debts(filed.number, OTHER_PAYER)).sums.map(({ kind, amount }) => [kind, amount]).sort(),
    ).toEqual([
      ['CHARGE_DECLARATION', '20000.00'],
      ['IMPORT_DUTY', '270000.00'],
      ['IMPORT_VAT', '1483200.00'],
    ]);
    expect(await read(filed)).toMatchObject({ status: 'SHORT', total: '1773200.00' });
    await pay({ amount: '1773200.00', payerIdentificationNumber: OTHER_PAYER, payerName: 'Altyn Zhol TOO' });
    await ended(filed, 'PAID');
    expect(await balance('PAYER_DUE', 'IMPORT_VAT', OTHER_PAYER)).toBe('0.00');
    await balanced();
  });

  it('adjusted below what a security covers free it, and give it back when it covers nothing any more', async () => {
    await pay({ amount: '20000.00', payerIdentificationNumber: OTHER_PAYER, payerName: 'Altyn Zhol TOO' });
    const filed = await register({ ...ofOther, securityNumber: 'SEC-12' });
    const asked = await eventually(() => {
      const [command] = place
        .messages(ReserveSecuritySchema)
        .filter(({ declarationId }) => declarationId === filed.declarationId);
      expect(command).toBeDefined();
      return command;
    });
    const reservationId = asked?.reservationId ?? '';
    await place.send(SecurityReservedSchema, {
      ...{ reservationId, securityNumber: 'SEC-12', amount: { tiyn: 194_800_000n } },
      ...{ declarationId: filed.declarationId, caseId: filed.caseId },
    });
    await covered(filed);
    await release(filed);
    await ended(filed, 'SECURED_AND_RELEASED');
    const back = () =>
      place.messages(ReleaseReservationSchema).filter((command) => command.reservationId === reservationId);
    await adjust(filed, 2, valued(filed, 900_000_000n));
    await adjusted(filed);
    expect(await balance('GUARANTEE_SECURED', 'IMPORT_VAT', OTHER_PAYER)).toBe('1483200.00');
    expect(back()).toEqual([]);
    // 10,000 tenge are below EUR 200: nothing but the charge is payable.
    await adjust(filed, 3, valued(filed, 1_000_000n));
    await adjusted(filed, 2);
    await eventually(() => expect(back()).toMatchObject([{ cause: 'ADJUSTED' }]));
    expect(await balance('GUARANTEE_SECURED', 'IMPORT_VAT', OTHER_PAYER)).toBe('0.00');
    expect(await read(filed)).toMatchObject({ total: '20000.00', declarationVersion: 3 });
    await balanced();
  });

  it('give a preference whose origin is proved within a year of registration, and refuse one that is claimed later (R-PAY-028)', async () => {
    const proved = async (claimedAt: string) => {
      const filed = await released();
      const [item] = valued(filed, 1_000_000_000n, 'FT').items ?? [];
      const documents = [
        ...(filed.documents ?? []),
        { kind: 'ORIGIN_CERTIFICATE', number: 'CT-1', date: '2026-02-20' },
      ];
      const items = item ? [{ ...item, originCountry: 'RS' }] : [];
      await adjust(filed, 2, { ...filed, documents, items }, 'DECLARANT', new Date(claimedAt));
      await adjusted(filed);
      return read(filed);
    };
    const inTime = await proved('2027-03-10T12:00:00Z');
    expect(inTime.lines.find(({ kind }) => kind === 'IMPORT_DUTY')).toMatchObject({
      payable: '0.00',
      preference: 'PREF_FREE_TRADE_ZONE, 0',
    });
    const late = await proved('2027-03-11T12:00:00Z');
    expect(late.lines.find(({ kind }) => kind === 'IMPORT_DUTY')).toMatchObject({
      payable: '300000.00',
      refusedClaims: [{ code: 'PREFERENCE_CLAIMED_LATE' }],
    });
    await balanced();
  });

  const ofOther = {
    declarant: {
      name: 'Altyn Zhol TOO',
      address: 'Almaty',
      country: 'KZ',
      identificationNumber: OTHER_PAYER,
    },
  };
  const sumOf = async (account: string, purposes: readonly string[], payers: readonly string[]) => {
    const [row] = await database().query<{ sum: string }[]>(
      `SELECT coalesce(sum(balance), 0)::text AS sum FROM account_balances
        WHERE account_type = $1 AND purpose = ANY ($2) AND coalesce(payer, '') = ANY ($3)`,
      [account, purposes, payers],
    );
    return BigInt(row?.sum ?? '0');
  };
  /** In tiyn: the payer's money in advance and for duty and VAT. */
  const ownMoney = () => sumOf('ADVANCE_MONEY', ['ADVANCE', 'IMPORT_DUTY', 'IMPORT_VAT'], [PAYER]);
  /** In tiyn: declaration charges that are final income. */
  const charges = () => sumOf('BUDGET_INCOME', ['CHARGE_DECLARATION'], ['']);
});
