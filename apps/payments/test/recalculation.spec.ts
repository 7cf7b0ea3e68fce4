import {
  LiabilityAssessedSchema,
  LiabilityNotAssessedSchema,
  ReleaseReservationSchema,
  ReserveSecuritySchema,
  SecurityReservedSchema,
} from '@shekara/contracts';
import { eventually } from '@shekara/testing';
import type { ServicesUnderTest } from '@shekara/testing/services';
import { changesAt, type LiabilityView, valued } from './changed-declarations.fixture.js';
import { type Khorgos, khorgosOf, startKhorgos, TOTAL } from './cover.fixture.js';
import { declaration } from './payments.fixture.js';

/** Duty 3 %, VAT 16 % and a charge of 20,000 on a customs value; the payer's money comes and goes between the cases. */
describe('payments of declarations that are amended before release', () => {
  let khorgos: Khorgos;
  let place: ServicesUnderTest;
  let officer: string;

  beforeAll(async () => {
    khorgos = await startKhorgos();
    ({ place, officer } = khorgos);
  });

  afterAll(() => place.stop());

  const { balance, database, pay, shortOf } = khorgosOf(() => khorgos);
  const {
    amend,
    balanced,
    claim,
    covered,
    ended,
    haveMoney,
    items,
    read,
    register,
    release,
    sent,
    withdraw,
  } = changesAt(() => khorgos);

  it('give back what is over, seek what is short and tell the version; older versions and repetitions change nothing (R-DEC-112)', async () => {
    await haveMoney(TOTAL);
    const filed = await register();
    await covered(filed);
    await amend(filed, 2, valued(filed, 900_000_000n));
    expect(await covered(filed, 2)).toMatchObject({ declarationVersion: 2 });
    // Duty 270,000, VAT 1,483,200, charge 20,000: 194,800 came back.
    expect(await read(filed)).toMatchObject({ status: 'COVERED', total: '1773200.00' });
    expect(await balance('ADVANCE_MONEY', 'ADVANCE')).toBe('194800.00');

    await amend(filed, 3, valued(filed, 1_100_000_000n));
    await eventually(() => expect(shortOf(filed.declarationId)).toHaveLength(1));
    const [short] = shortOf(filed.declarationId);
    // 2,162,800 are payable, 1,773,200 are paid, 194,800 are free.
    expect(short).toMatchObject({ declarationVersion: 3, short: { tiyn: 19_480_000n } });
    expect(await balance('ADVANCE_MONEY', 'ADVANCE')).toBe('194800.00');

    await amend(filed, 2, valued(filed, 500_000_000n));
    await amend(filed, 3, valued(filed, 500_000_000n));
    await pay({ amount: '194800.00' });
    expect(await covered(filed, 3)).toMatchObject({ declarationVersion: 3 });
    expect(sent(LiabilityAssessedSchema, filed)).toMatchObject([
      { declarationVersion: 1, total: { tiyn: 196_800_000n } },
      { declarationVersion: 2, total: { tiyn: 177_320_000n } },
      { declarationVersion: 3, total: { tiyn: 216_280_000n } },
    ]);
    expect(await balance('ADVANCE_MONEY', 'ADVANCE')).toBe('0.00');
    await release(filed);
    await ended(filed, 'PAID');
    expect(await balance('PAYER_DUE', 'IMPORT_VAT')).toBe('0.00');
    await balanced();
  });

  it('without another sum are told again for the new version, and nothing moves', async () => {
    await haveMoney(TOTAL);
    const filed = await register();
    await covered(filed);
    const entries = async () =>
      database().query(`SELECT count(*)::int AS count FROM journal_entries WHERE document = $1`, [
        filed.number,
      ]);
    const before = await entries();
    await amend(filed, 2, { ...filed, documents: [] });
    expect(await covered(filed, 2)).toMatchObject({ declarationVersion: 2 });
    expect(await entries()).toEqual(before);
    await release(filed);
    await ended(filed, 'PAID');
  });

  it('give the reservation back and ask anew where its sum changes, and only there', async () => {
    await haveMoney('20000.00');
    const filed = await register({ securityNumber: 'SEC-9' });
    const asked = () => sent(ReserveSecuritySchema, filed) as unknown as { reservationId: string }[];
    const reserve = async (times: number, tiyn: bigint) => {
      await eventually(() => expect(asked()).toHaveLength(times));
      const reservationId = asked()[times - 1]?.reservationId ?? '';
      await place.send(SecurityReservedSchema, {
        ...{ reservationId, securityNumber: 'SEC-9', amount: { tiyn } },
        ...{ declarationId: filed.declarationId, caseId: filed.caseId },
      });
      return reservationId;
    };
    const back = () =>
      place
        .messages(ReleaseReservationSchema)
        .filter(({ caseId }) => caseId === filed.caseId)
        .map(({ reservationId, cause }) => [reservationId, cause]);
    const first = await reserve(1, 194_800_000n);
    await covered(filed);
    await amend(filed, 2, { ...valued(filed, 1_000_000_000n), securityNumber: 'SEC-9' });
    await covered(filed, 2);
    expect(back()).toEqual([]);

    await amend(filed, 3, { ...valued(filed, 900_000_000n), securityNumber: 'SEC-9' });
    await eventually(() => expect(back()).toEqual([[first, 'RECALCULATED']]));
    expect(await balance('GUARANTEE_SECURED', 'IMPORT_VAT')).toBe('0.00');
    await reserve(2, 175_320_000n);
    expect(await covered(filed, 3)).toMatchObject({ declarationVersion: 3 });
    expect(await balance('GUARANTEE_SECURED', 'IMPORT_VAT')).toBe('1483200.00');
    await withdraw(filed);
    await ended(filed, 'DECLARATION_WITHDRAWN');
    await balanced();
  });

  it('are left to the officer anew, whose assessment then moves the difference only', async () => {
    await haveMoney('0.00');
    const filed = await register(valued(declaration(), 1_000_000_000n, '00070000'));
    await eventually(() => expect(sent(LiabilityNotAssessedSchema, filed)).toHaveLength(1));
    const assess = (vat: string) =>
      place.post<LiabilityView>(
        'payments',
        `/v1/liabilities/${filed.number}/assessments`,
        {
          trigger: 'DOMESTIC_CONSUMPTION',
          lines: [
            { item: 1, kind: 'IMPORT_VAT', base: vat, rate: 'as decided', payable: vat },
            { item: 0, kind: 'CHARGE_DECLARATION', base: '0', rate: '20000 KZT', payable: '20000' },
          ],
        },
        officer,
      );
    await claim(filed);
    expect((await assess('100000')).body).toMatchObject({ status: 'SHORT' });
    await pay({ amount: '120000.00' });
    await covered(filed);

    await amend(filed, 2, valued(filed, 900_000_000n, '00070000'));
    await eventually(() =>
      expect(sent(LiabilityNotAssessedSchema, filed)).toMatchObject([
        { declarationVersion: 1 },
        { declarationVersion: 2, reasons: [{ code: 'DECLARATION_CHANGED_AFTER_ASSESSMENT' }] },
      ]),
    );
    expect(await items(filed)).toEqual(['COMPLETED', 'OPEN']);
    await claim(filed);
    expect((await assess('90000')).body).toMatchObject({ status: 'COVERED', total: '110000.00' });
    expect(await covered(filed, 2)).toMatchObject({ declarationVersion: 2 });
    expect(await balance('ADVANCE_MONEY', 'ADVANCE')).toBe('10000.00');

    const unassessed = await register(valued(declaration(), 1_000_000_000n, '00070000'));
    await eventually(() => expect(sent(LiabilityNotAssessedSchema, unassessed)).toHaveLength(1));
    await amend(unassessed, 2, valued(unassessed, 1_000_000_000n));
    await eventually(() => expect(shortOf(unassessed.declarationId)).toHaveLength(1));
    expect(await items(unassessed)).toEqual(['CANCELLED']);
    await withdraw(unassessed);
    await ended(unassessed, 'DECLARATION_WITHDRAWN');
    await balanced();
  });
});
