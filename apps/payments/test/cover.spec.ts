import {
  DeclarationRegisteredSchema,
  GoodsReleaseRefusedSchema,
  GoodsReleasedSchema,
  LiabilityAssessedSchema,
  LiabilityNotAssessedSchema,
  ReleaseReservationSchema,
  ReservationRefusedSchema,
  ReserveSecuritySchema,
  SecurityReservedSchema,
} from '@shekara/contracts';
import type { VirtualClock } from '@shekara/kernel';
import { eventually } from '@shekara/testing';
import type { ServicesUnderTest } from '@shekara/testing/services';
import { type Khorgos, khorgosOf, startKhorgos, TOTAL } from './cover.fixture.js';
import { declaration, OTHER_PAYER, PAYER } from './payments.fixture.js';

describe('payments of a declaration at Khorgos', () => {
  let khorgos: Khorgos;
  let place: ServicesUnderTest;
  let clock: VirtualClock;
  let officer: string;

  beforeAll(async () => {
    khorgos = await startKhorgos();
    ({ place, clock, officer } = khorgos);
  });

  afterAll(() => place.stop());

  const { liability, balance, coveredOf, shortOf, endedOf, pay } = khorgosOf(() => khorgos);

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

  it('leaves to an officer what it cannot calculate: a free zone, a relief that it cannot decide', async () => {
    const [item] = declaration().items;
    const freeZone = declaration({ procedure: '78' });
    const relief = declaration({ items: [{ ...item, preference: '00070000' }] });
    await place.send(DeclarationRegisteredSchema, freeZone);
    await place.send(DeclarationRegisteredSchema, relief);
    await eventually(() => {
      const codes = (id: string) =>
        place
          .messages(LiabilityNotAssessedSchema)
          .filter((event) => event.declarationId === id)
          .flatMap(({ reasons }) => reasons.map(({ code }) => code));
      expect(codes(freeZone.declarationId)).toEqual(['PROCEDURE_NEEDS_ASSESSMENT']);
      expect(codes(relief.declarationId)).toEqual(['RELIEF_NEEDS_ASSESSMENT']);
    });
    const { body } = await place.get<{ items: { subjectId: string }[] }>(
      'payments',
      '/v1/work-items?kind=ASSESSMENT',
      officer,
    );
    expect(body.items.map(({ subjectId }) => subjectId)).toEqual(
      expect.arrayContaining([freeZone.declarationId, relief.declarationId]),
    );
  });
});
