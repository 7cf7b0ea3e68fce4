import { randomUUID } from 'node:crypto';
import {
  moneyMessage,
  ReleaseReservationSchema,
  ReservationRefusedSchema,
  ReservationReleasedSchema,
  ReserveSecuritySchema,
  SecurityRegisteredSchema,
  SecurityReservedSchema,
} from '@shekara/contracts';
import { Money, VirtualClock } from '@shekara/kernel';
import { DataSource, UnitOfWork } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { guaranteesService } from '../src/index.js';
import { ReservationService } from '../src/reservation/reservation.service.js';

const PRINCIPAL = '980540000397';
const GUARANTOR = '050640001236';
const BODY = '55302';
const GOOD = { issuerInRegister: true, contentLawful: true };

interface Balance {
  amount: string;
  reserved: string;
  called: string;
  available: string;
}

interface SecurityView {
  number: string;
  status: string;
  balance: Balance;
  reservations: { reservationId: string; declarationNumber: string; amount: string; status: string }[];
  next?: string;
}

interface Refusal {
  reasons: { code: string; pointer?: string }[];
}

interface Queue {
  items: { id: string; kind: string; subjectId: string; dueAt: string }[];
}

describe('securities and their reservations', () => {
  /** Tuesday 10 March 2026, 11:00 in Almaty. */
  const clock = new VirtualClock('2026-03-10T06:00:00Z');
  let place: ServicesUnderTest;
  let officer: string;
  let guarantor: string;
  let principal: string;
  let serial = 0;

  /** Tokens of that moment: the old ones have run out. */
  async function moveTo(instant: string): Promise<void> {
    clock.moveTo(instant);
    officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [BODY] });
    guarantor = await place.token({ subject: 'bank-1', roles: ['GUARANTOR'], organisation: GUARANTOR });
    principal = await place.token({ subject: 'trader-1', roles: ['DECLARANT'], organisation: PRINCIPAL });
  }

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [guaranteesService], clock });
    await moveTo('2026-03-10T06:00:00Z');
  });

  afterAll(() => place.stop());

  function general(changes: object = {}) {
    serial += 1;
    return {
      method: 'BANK_GUARANTEE',
      kind: 'GENERAL',
      principal: PRINCIPAL,
      guarantor: GUARANTOR,
      acceptingBody: BODY,
      bodyScope: 'ANY_BODY',
      amount: '50000000.00',
      validFrom: '2026-03-01',
      validTo: '2026-12-31',
      document: { number: `BG-${serial}`, date: '2026-03-01' },
      obligationsDueBy: '2026-11-30',
      ...changes,
    };
  }

  const post = <Body>(path: string, body: unknown, token: string) =>
    place.post<Body>('guarantees', `/v1/securities${path}`, body, token);
  const read = (number: string, token: string, query = '') =>
    place.get<SecurityView>('guarantees', `/v1/securities/${number}${query}`, token);

  async function registered(changes: object = {}): Promise<string> {
    const { status, body } = await post<SecurityView>('', { ...general(changes), judgement: GOOD }, officer);
    expect(status).toBe(201);
    return body.number;
  }

  function reserve(securityNumber: string, tenge: string, changes: object = {}) {
    const reservation = {
      reservationId: randomUUID(),
      securityNumber,
      declarationId: randomUUID(),
      declarationNumber: '55302/100326/0000001',
      caseId: randomUUID(),
      principal: PRINCIPAL,
      amount: moneyMessage(Money.ofTenge(tenge)),
      on: '2026-03-10',
      ...changes,
    };
    return { reservation, send: () => place.send(ReserveSecuritySchema, reservation) };
  }

  const granted = (id: string) =>
    place.messages(SecurityReservedSchema).filter(({ reservationId }) => reservationId === id);
  const refusals = (id: string) =>
    place.messages(ReservationRefusedSchema).filter(({ reservationId }) => reservationId === id);

  it('registers a security with its number and card, and tells it', async () => {
    const { status, body } = await post<SecurityView>('', { ...general(), judgement: GOOD }, officer);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: 'ACTIVE',
      balance: { amount: '50000000.00', reserved: '0.00', available: '50000000.00' },
    });
    expect(body.number).toMatch(/^55302-2026-S\d{6}$/);
    await eventually(() => {
      const told = place
        .messages(SecurityRegisteredSchema)
        .find(({ securityNumber }) => securityNumber === body.number);
      expect(told).toMatchObject({
        principal: PRINCIPAL,
        method: 'BANK_GUARANTEE',
        validUntil: '2026-12-31',
        amount: { tiyn: 5_000_000_000n },
      });
    });
  });

  it('refuses with every ground, and someone else registering (R-GUA-074)', async () => {
    const bad = general({ validTo: '2026-11-30' });
    const refused = await post<Refusal>('', { ...bad, judgement: { contentLawful: true } }, officer);
    expect(refused.status).toBe(422);
    expect(refused.body.reasons.map(({ code }) => code)).toEqual([
      'GEN_TERM_NOT_LONGER',
      'TERM_TOO_SHORT',
      'BG_BANK_NOT_IN_REGISTER',
    ]);
    expect((await post('', general({ guarantor: PRINCIPAL }), guarantor)).status).toBe(403);
    expect((await post('', general({ acceptingBody: '55001' }), officer)).status).toBe(403);
    expect((await post('', { ...general(), judgement: GOOD }, guarantor)).status).toBe(400);
    expect((await post('', general(), principal)).status).toBe(403);
  });

  it("puts a guarantor's own instrument before an officer, due the next working day (R-GUA-056)", async () => {
    const { status, body } = await post<SecurityView>('', general(), guarantor);
    expect([status, body.status, body.balance.available]).toEqual([202, 'REGISTERED', '0.00']);
    const early = reserve(body.number, '1');
    await early.send();
    await eventually(() => {
      expect(refusals(early.reservation.reservationId)[0]?.reasons.map(({ code }) => code)).toEqual([
        'SECURITY_NOT_ACTIVE',
      ]);
    });
    const queue = await place.get<Queue>('guarantees', '/v1/work-items?kind=SECURITY_REVIEW', officer);
    const [item] = queue.body.items;
    expect(item?.dueAt.slice(0, 10)).toBe('2026-03-11');
    expect((await post(`/${body.number}/decisions`, GOOD, officer)).status).toBe(409);
    await place.post('guarantees', `/v1/work-items/${item?.id}/claim`, {}, officer);
    const decided = await post<SecurityView>(`/${body.number}/decisions`, GOOD, officer);
    expect(decided.body).toMatchObject({ status: 'ACTIVE', balance: { available: '50000000.00' } });
    expect((await post(`/${body.number}/decisions`, GOOD, officer)).status).toBe(422);
  });

  it('reserves and releases, shows it to principal, guarantor and officers and to nobody else', async () => {
    const number = await registered();
    const { reservation, send } = reserve(number, '10400000');
    await send();
    await eventually(() => {
      expect(granted(reservation.reservationId)).toMatchObject([
        { securityNumber: number, amount: { tiyn: 1_040_000_000n } },
      ]);
    });
    for (const token of [principal, guarantor, officer]) {
      expect((await read(number, token)).body).toMatchObject({
        balance: { reserved: '10400000.00', available: '39600000.00' },
        reservations: [
          { declarationNumber: '55302/100326/0000001', amount: '10400000.00', status: 'RESERVED' },
        ],
      });
    }
    const stranger = await place.token({
      subject: 't-2',
      roles: ['DECLARANT'],
      organisation: '191040012345',
    });
    expect((await read(number, stranger)).status).toBe(404);
    const { reservationId, caseId } = reservation;
    const release = { reservationId, securityNumber: number, caseId, cause: 'PAID' };
    await place.send(ReleaseReservationSchema, release);
    await place.send(ReleaseReservationSchema, release);
    await eventually(() => {
      const told = place
        .messages(ReservationReleasedSchema)
        .filter((event) => event.reservationId === reservationId);
      expect(told).toHaveLength(2);
    });
    expect((await read(number, principal)).body.balance).toMatchObject({
      reserved: '0.00',
      available: '50000000.00',
    });
  });

  it('answers the same command twice the same, holds once, and refuses its id with other data (R-GUA-109)', async () => {
    const number = await registered();
    const { reservation, send } = reserve(number, '1000000');
    await send();
    await send();
    await eventually(() => {
      expect(granted(reservation.reservationId)).toHaveLength(2);
    });
    const [first, second] = granted(reservation.reservationId);
    expect(second).toEqual(first);
    await reserve(number, '2000000', { reservationId: reservation.reservationId }).send();
    await eventually(() => {
      expect(refusals(reservation.reservationId)[0]?.reasons.map(({ code }) => code)).toEqual([
        'RESERVATION_ID_REUSED',
      ]);
    });
    expect((await read(number, principal)).body.balance.reserved).toBe('1000000.00');
  });

  it('refuses with all reasons, and an unknown security', async () => {
    const number = await registered({ bodyScope: 'SINGLE_BODY' });
    const wrong = reserve(number, '50000000.01', {
      principal: GUARANTOR,
      declarationNumber: '55001/100326/0000001',
    });
    await wrong.send();
    const unknown = reserve('55302-2026-S999999', '1');
    await unknown.send();
    await eventually(() => {
      expect(refusals(wrong.reservation.reservationId)[0]?.reasons.map(({ code }) => code)).toEqual([
        'SCOPE_MISMATCH',
        'SCOPE_MISMATCH',
        'BALANCE_INSUFFICIENT',
      ]);
      expect(refusals(unknown.reservation.reservationId)[0]?.reasons.map(({ code }) => code)).toEqual([
        'SECURITY_UNKNOWN',
      ]);
    });
  });

  it('lets exactly 20 of 50 parallel reservations through (R-GUA-108, worked case 16)', async () => {
    const number = await registered({ amount: '2000000.00' });
    const { app } = place.service('guarantees');
    const unitOfWork = app.get(UnitOfWork);
    const reservations = app.get(ReservationService, { strict: false });
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () =>
        unitOfWork.run({ actor: 'system:test' }, (work) =>
          reservations.reserve(work, {
            ...reserve(number, '1').reservation,
            amount: Money.ofTenge('100000'),
          }),
        ),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'RESERVED')).toHaveLength(20);
    const codes = outcomes.flatMap(({ reasons }) => reasons.map(({ code }) => code));
    expect(codes).toEqual(Array.from({ length: 30 }, () => 'BALANCE_INSUFFICIENT'));
    const page = await read(number, principal, '?limit=15');
    expect(page.body.balance).toMatchObject({ reserved: '2000000.00', called: '0.00', available: '0.00' });
    const rest = await read(number, principal, `?limit=15&after=${page.body.next}`);
    expect(page.body.reservations.length + rest.body.reservations.length).toBe(20);
    const ledger = await app.get(DataSource).query<{ type: string; lines: string; amount: string }[]>(
      `SELECT l.type, count(*) AS lines, sum(l.amount) AS amount FROM security_ledger l
         JOIN securities s ON s.id = l.security_id WHERE s.number = $1 GROUP BY l.type ORDER BY l.type`,
      [number],
    );
    expect(ledger).toEqual([
      { type: 'GRANT', lines: '1', amount: '200000000' },
      { type: 'RESERVE', lines: '20', amount: '200000000' },
    ]);
  });

  it('cannot be over-reserved or rewritten past the code: the database refuses (R-GUA-106)', async () => {
    const number = await registered();
    const dataSource = place.service('guarantees').app.get(DataSource);
    await expect(
      dataSource.query(`UPDATE securities SET reserved = amount + 1 WHERE number = $1`, [number]),
    ).rejects.toThrow('securities_never_over_reserved');
    await expect(dataSource.query(`UPDATE security_ledger SET amount = 0`)).rejects.toThrow('only added');
    await expect(dataSource.query(`DELETE FROM security_ledger`)).rejects.toThrow('only added');
  });

  it('expires after its last day; open obligations call an officer, and their end closes the call', async () => {
    const dates = { validTo: '2026-04-30', obligationsDueBy: '2026-04-15' };
    const free = await registered(dates);
    const held = await registered(dates);
    const { reservation, send } = reserve(held, '1000');
    await send();
    await eventually(() => {
      expect(granted(reservation.reservationId)).toHaveLength(1);
    });
    await moveTo('2026-04-30T18:59:59.999Z');
    expect((await read(free, principal)).body.status).toBe('ACTIVE');
    await moveTo('2026-04-30T19:00:00.000Z');
    await eventually(async () => {
      expect((await read(free, principal)).body.status).toBe('EXPIRED');
      expect((await read(held, principal)).body.status).toBe('EXPIRED_UNCOVERED');
    });
    const lost = () => place.get<Queue>('guarantees', '/v1/work-items?kind=SECURITY_COVER_LOST', officer);
    expect((await lost()).body.items).toHaveLength(1);
    const { reservationId, caseId } = reservation;
    await place.send(ReleaseReservationSchema, {
      reservationId,
      securityNumber: held,
      caseId,
      cause: 'PAID',
    });
    await eventually(async () => {
      expect((await read(held, principal)).body.status).toBe('EXPIRED');
      expect((await lost()).body.items).toEqual([]);
    });
  });
});
