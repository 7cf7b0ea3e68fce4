import { randomUUID } from 'node:crypto';
import {
  DefaultRecordedSchema,
  type DemandedCover,
  type DescMessage,
  DepositTransferredSchema,
  GuaranteeCalledSchema,
  type MessageShape,
  moneyMessage,
  ReleaseReservationSchema,
  ReservationReleasedSchema,
  ReserveSecuritySchema,
  SecurityDemandOverdueSchema,
  SecurityDemandSentSchema,
  SecurityRecoveredSchema,
  SecurityReservedSchema,
  SecurityShortfallSchema,
} from '@shekara/contracts';
import { Money, VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { guaranteesService } from '../src/index.js';

const PRINCIPAL = '980540000397';
const GUARANTOR = '050640001236';
const OTHER = '191040012345';
const BODY = '55302';
const GOOD = {
  issuerInRegister: true,
  contentLawful: true,
  cashReceived: true,
  suretyAllowed: true,
  suretyBacked: true,
};

interface DemandView {
  id: string;
  number: string | null;
  state: string;
  path: string;
  actBy: string | null;
  payBy: string | null;
  demanded: string;
  paid: string;
  reasons?: { code: string }[];
}

interface SecurityView {
  number: string;
  status: string;
  balance: { amount: string; reserved: string; called: string; available: string };
  reservations: { reservationId: string; status: string; amount: string; called: string }[];
}

interface Item {
  id: string;
  status: string;
  role: string;
  due_at: Date | null;
}

type OfCover = DescMessage & { readonly typeName: string };

describe('securities that are called in', () => {
  const clock = new VirtualClock('2026-03-10T06:00:00Z');
  let place: ServicesUnderTest;
  let officer: string;
  let guarantor: string;
  let serial = 0;

  const moveTo = async (instant: string) => {
    clock.moveTo(instant);
    officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [BODY] });
    guarantor = await place.token({ subject: 'bank-1', roles: ['GUARANTOR'], organisation: GUARANTOR });
  };

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [guaranteesService], clock });
    await moveTo('2026-03-10T06:00:00Z');
  });

  afterAll(() => place.stop());

  const post = <Body = DemandView>(path: string, body: object, token = officer, key?: string) =>
    place.post<Body>('guarantees', `/v1/securities${path}`, body, token, key);
  const codes = ({ body }: { body: DemandView }) => (body.reasons ?? []).map(({ code }) => code);
  const read = async (number: string) =>
    (await place.get<SecurityView>('guarantees', `/v1/securities/${number}`, officer)).body;
  const query = <Row>(text: string, parameters: unknown[]) =>
    place.service('guarantees').app.get(DataSource).query<Row[]>(text, parameters);

  /** A security with a part of it reserved. */
  async function covered(tenge: string, changes: object = {}) {
    serial += 1;
    const application = {
      method: 'BANK_GUARANTEE',
      kind: 'GENERAL',
      principal: PRINCIPAL,
      guarantor: GUARANTOR,
      acceptingBody: BODY,
      bodyScope: 'SINGLE_BODY',
      amount: '5000000.00',
      validFrom: '2026-03-01',
      validTo: '2026-12-31',
      document: { number: `BG-${serial}`, date: '2026-03-01' },
      obligationsDueBy: '2026-11-30',
      judgement: GOOD,
      ...changes,
    };
    const registered = await post<SecurityView>('', application);
    expect(registered.status).toBe(201);
    const reservation = {
      reservationId: randomUUID(),
      securityNumber: registered.body.number,
      declarationId: randomUUID(),
      declarationNumber: '55302/100326/0000001',
      caseId: randomUUID(),
      principal: PRINCIPAL,
      amount: moneyMessage(Money.ofTenge(tenge)),
      on: '2026-03-10',
    };
    await place.send(ReserveSecuritySchema, reservation);
    await eventually(() =>
      expect(
        place
          .messages(SecurityReservedSchema)
          .filter(({ reservationId }) => reservationId === reservation.reservationId),
      ).toHaveLength(1),
    );
    return reservation;
  }

  type Cover = Awaited<ReturnType<typeof covered>>;

  /** Collection calls: duty and tax with the fines that a notice showed. */
  const call = (cover: Cover, principal: string, penaltyInterest = '0') =>
    place.send(
      GuaranteeCalledSchema,
      {
        collectionId: randomUUID(),
        collection: { caseId: cover.caseId, payer: PRINCIPAL, customsBody: BODY },
        securityNumber: cover.securityNumber,
        coverId: cover.reservationId,
        declarationNumber: cover.declarationNumber,
        amount: moneyMessage(Money.ofTenge(principal)),
        sums: [
          {
            kind: 'IMPORT_VAT',
            principal: moneyMessage(Money.ofTenge(principal)),
            penaltyInterest: moneyMessage(Money.ofTenge(penaltyInterest)),
          },
        ],
        accruedTo: '2026-03-10',
        dueOn: '2026-03-09',
      },
      { caseId: cover.caseId },
    );

  const told = <Schema extends OfCover>(schema: Schema, { reservationId }: Cover) =>
    place
      .messages(schema)
      .filter(
        (message) =>
          (message as MessageShape<Schema> & { cover?: DemandedCover }).cover?.coverId === reservationId,
      );

  const demandOf = (cover: Cover) =>
    eventually(async () => {
      const [row] = await query<{ id: string }>(`SELECT id FROM demands WHERE reservation_id = $1`, [
        cover.reservationId,
      ]);
      if (!row) throw new Error(`no demand for ${cover.reservationId}`);
      return row.id;
    });

  const itemOf = (kind: string, subjectId: string) =>
    eventually(async () => {
      const [item] = await query<Item>(
        `SELECT id, status, role, due_at FROM work_items WHERE kind = $1 AND subject_id = $2`,
        [kind, subjectId],
      );
      if (!item) throw new Error(`no ${kind} of ${subjectId}`);
      return item;
    });

  const claim = async (kind: string, subjectId: string) => {
    const { id } = await itemOf(kind, subjectId);
    const { status } = await place.post('guarantees', `/v1/work-items/${id}/claim`, {}, officer);
    expect(status).toBeLessThan(300);
  };

  it('demands what is owed of the bank, which pays: fines above the reservation come from what is free (R-GUA-075, R-GUA-076, R-GUA-077, R-GUA-182)', async () => {
    const cover = await covered('1000000');
    await call(cover, '1000000', '1095.89');
    const id = await demandOf(cover);
    await eventually(() =>
      expect(told(DefaultRecordedSchema, cover)).toMatchObject([
        {
          amount: { tiyn: 100_000_000n },
          dueOn: '2026-03-09',
          identifiedOn: '2026-03-10',
          actBy: '2026-03-16',
        },
      ]),
    );
    const item = await itemOf('SECURITY_DEMAND', id);
    expect(item.due_at?.toISOString()).toBe('2026-03-16T18:59:59.999Z');
    const path = `/${cover.securityNumber}/demands/${id}`;
    expect((await post(`${path}/sendings`, {})).status).toBe(409);
    await claim('SECURITY_DEMAND', id);
    const key = randomUUID();
    const sent = await post(`${path}/sendings`, {}, officer, key);
    expect(sent.body).toMatchObject({
      state: 'SENT',
      number: expect.stringMatching(/^55302-2026-D\d{6}$/),
      demanded: '1001095.89',
    });
    expect((await post(`${path}/sendings`, {}, officer, key)).body).toEqual(sent.body);
    expect(codes(await post(`${path}/sendings`, {}))).toEqual(['DEMAND_STATE_UNFIT']);
    await eventually(() =>
      expect(told(SecurityDemandSentSchema, cover)).toMatchObject([
        { addressee: GUARANTOR, amount: { tiyn: 100_109_589n }, demandedOn: '2026-03-10', late: false },
      ]),
    );
    expect(await read(cover.securityNumber)).toMatchObject({
      status: 'CALLED',
      balance: { amount: '5000000.00', reserved: '0.00', called: '1001095.89', available: '3998904.11' },
      reservations: [{ status: 'CALLED', called: '1001095.89' }],
    });
    const delivery = { deliveredOn: '2026-03-10', proof: 'RR123456789KZ' };
    expect((await post(`${path}/deliveries`, delivery)).body).toMatchObject({
      state: 'DELIVERED',
      payBy: '2026-03-12',
    });
    await moveTo('2026-03-12T06:00:00Z');
    const early = { paid: '1000000', paidOn: '2026-03-12', document: 'PP-1' };
    expect(codes(await post(`${path}/results`, early))).toEqual(['PAYMENT_TERM_RUNS']);
    const paid = await post(`${path}/results`, { ...early, paid: '1003287.67' });
    expect(paid.body).toMatchObject({ state: 'PAID', paid: '1003287.67' });
    await eventually(() =>
      expect(told(SecurityRecoveredSchema, cover)).toMatchObject([
        { recovered: { tiyn: 100_328_767n }, penaltyInterest: { tiyn: 328_767n }, recoveredOn: '2026-03-12' },
      ]),
    );
    expect(await read(cover.securityNumber)).toMatchObject({
      status: 'ACTIVE',
      balance: { reserved: '0.00', called: '1003287.67', available: '3996712.33' },
      reservations: [{ status: 'SATISFIED' }],
    });
    await call(cover, '1000000');
    await eventually(async () => {
      const again = await query(`SELECT 1 FROM history WHERE stream_id = $1 AND type = 'CalledAgain'`, [id]);
      expect(again).toHaveLength(1);
    });
    expect(told(DefaultRecordedSchema, cover)).toHaveLength(1);
    expect(told(SecurityDemandSentSchema, cover)).toHaveLength(1);
  });

  it('tells what a guarantor left unpaid after its days, and what the instrument does not carry (R-GUA-132)', async () => {
    const cover = await covered('2000000', { amount: '2000000.00' });
    await call(cover, '2500000');
    const id = await demandOf(cover);
    const path = `/${cover.securityNumber}/demands/${id}`;
    await claim('SECURITY_DEMAND', id);
    expect((await post(`${path}/sendings`, {})).body.demanded).toBe('2000000.00');
    await post(`${path}/deliveries`, { deliveredOn: '2026-03-12', proof: 'in hand' });
    expect((await read(cover.securityNumber)).balance.available).toBe('0.00');
    await moveTo('2026-03-16T19:00:01Z');
    await eventually(() =>
      expect(told(SecurityDemandOverdueSchema, cover)).toMatchObject([
        { payBy: '2026-03-16', unpaid: { tiyn: 200_000_000n } },
      ]),
    );
    await claim('SECURITY_DEMAND_OVERDUE', id);
    const backing = { measure: 'SURETY_BACKING', document: 'L-1' };
    expect(codes(await post(`${path}/overdue-measures`, backing))).toEqual(['DEMAND_PATH_UNFIT']);
    const claimed = await post(`${path}/overdue-measures`, { measure: 'COURT_CLAIM', document: 'C-1' });
    expect(claimed.body).toMatchObject({ overdueMeasures: [{ measure: 'COURT_CLAIM', on: '2026-03-17' }] });
    const short = await post(`${path}/results`, { paid: '500000', paidOn: '2026-03-17', document: 'PP-2' });
    expect(short.body).toMatchObject({ state: 'SHORT', paid: '500000.00' });
    await eventually(() =>
      expect(told(SecurityShortfallSchema, cover)).toMatchObject([
        { result: 'SHORT', recovered: { tiyn: 50_000_000n }, shortfall: { tiyn: 201_917_808n } },
      ]),
    );
    expect(await read(cover.securityNumber)).toMatchObject({
      status: 'EXHAUSTED',
      reservations: [{ status: 'SHORTFALL' }],
    });
  });

  it('sends a late demand with its reason, after the item went to the head, and counts it (R-GUA-144)', async () => {
    const cover = await covered('100000');
    await call(cover, '100000');
    const id = await demandOf(cover);
    const path = `/${cover.securityNumber}/demands/${id}`;
    await moveTo('2026-03-27T19:00:01Z');
    await eventually(async () => expect((await itemOf('SECURITY_DEMAND', id)).role).toBe('HEAD_OF_POST'));
    const head = await place.token({ subject: 'head-1', roles: ['HEAD_OF_POST'], posts: [BODY] });
    const item = await itemOf('SECURITY_DEMAND', id);
    await place.post('guarantees', `/v1/work-items/${item.id}/claim`, {}, head);
    expect(codes(await post(`${path}/sendings`, {}, head))).toEqual(['LATE_REASON_MISSING']);
    expect((await post(`${path}/sendings`, { lateReason: 'Papers were lost' }, head)).status).toBe(201);
    await eventually(() => expect(told(SecurityDemandSentSchema, cover)).toMatchObject([{ late: true }]));
    const late = await place.get('guarantees', '/v1/late-demands?from=2026-03-01&to=2026-03-31', head);
    expect(late.body).toEqual({ items: [{ customsBody: BODY, late: 1 }] });
    const elsewhere = await place.token({ subject: 'head-2', roles: ['HEAD_OF_POST'], posts: ['55001'] });
    const none = await place.get('guarantees', '/v1/late-demands?from=2026-03-01&to=2026-03-31', elsewhere);
    expect(none.body).toEqual({ items: [] });
  });

  it('moves duties and taxes from a deposit after 15 days, and frees the rest (R-GUA-066)', async () => {
    const cash = {
      method: 'CASH',
      guarantor: undefined,
      validTo: undefined,
      amount: '5000000.00',
      currency: 'KZT',
    };
    const cover = await covered('4000000', cash);
    const found = {
      reservationId: cover.reservationId,
      dueOn: '2026-03-27',
      sums: [
        { kind: 'IMPORT_DUTY', principal: '1200000' },
        { kind: 'IMPORT_VAT', principal: '2300000' },
      ],
    };
    const early = await post(`/${cover.securityNumber}/defaults`, { ...found, dueOn: '2026-03-28' });
    expect(codes(early)).toEqual(['DEFAULT_NOT_YET']);
    const defaulted = await post(`/${cover.securityNumber}/defaults`, found);
    expect(defaulted.body).toMatchObject({ state: 'DUE', path: 'BUDGET_TRANSFER_CASH', actBy: '2026-04-13' });
    expect(codes(await post(`/${cover.securityNumber}/defaults`, found))).toEqual(['COVER_ALREADY_CALLED']);
    const { id } = defaulted.body;
    const path = `/${cover.securityNumber}/demands/${id}`;
    expect(codes(await post(`${path}/transfers`, { document: 'PO-1' }))).toEqual(['DEPOSIT_TRANSFER_EARLY']);
    expect(codes(await post(`${path}/sendings`, {}))).toEqual(['DEMAND_PATH_UNFIT']);
    await moveTo('2026-04-13T19:00:01Z');
    expect((await itemOf('SECURITY_CASH_TRANSFER', id)).due_at?.toISOString()).toBe(
      '2026-04-14T18:59:59.999Z',
    );
    await claim('SECURITY_CASH_TRANSFER', id);
    expect((await post(`${path}/transfers`, { document: 'PO-1' })).body).toMatchObject({
      state: 'PAID',
      paid: '3500000.00',
    });
    await eventually(() =>
      expect(told(DepositTransferredSchema, cover)).toMatchObject([
        {
          amount: { tiyn: 350_000_000n },
          shortfall: { tiyn: 0n },
          transferredOn: '2026-04-14',
          document: 'PO-1',
          kinds: [{ kind: 'IMPORT_DUTY' }, { kind: 'IMPORT_VAT', amount: { tiyn: 230_000_000n } }],
        },
      ]),
    );
    expect(await read(cover.securityNumber)).toMatchObject({
      status: 'ACTIVE',
      balance: { reserved: '0.00', called: '3500000.00', available: '1500000.00' },
    });
    const released = () =>
      place
        .messages(ReservationReleasedSchema)
        .filter(({ reservationId }) => reservationId === cover.reservationId);
    await eventually(() => expect(released()).toHaveLength(1));
  });

  it('withdraws an open demand when the obligation ends, and frees all of it (R-GUA-113)', async () => {
    const cover = await covered('300000');
    await call(cover, '300000', '500');
    const id = await demandOf(cover);
    await claim('SECURITY_DEMAND', id);
    await moveTo('2026-04-14T06:00:00Z');
    const path = `/${cover.securityNumber}/demands/${id}`;
    expect((await post(`${path}/sendings`, { lateReason: 'late' })).status).toBe(201);
    const { reservationId, securityNumber, caseId } = cover;
    await place.send(ReleaseReservationSchema, { reservationId, securityNumber, caseId, cause: 'PAID' });
    await eventually(() =>
      expect(told(SecurityShortfallSchema, cover)).toMatchObject([
        { result: 'NONE', recovered: { tiyn: 0n }, shortfall: { tiyn: 0n } },
      ]),
    );
    expect(await read(securityNumber)).toMatchObject({
      status: 'ACTIVE',
      balance: { reserved: '0.00', called: '0.00', available: '5000000.00' },
      reservations: [{ status: 'RELEASED' }],
    });
    expect(codes(await post(`${path}/cancellations`, { cause: 'OBLIGATION_ENDED' }))).toEqual([
      'DEMAND_STATE_UNFIT',
    ]);
  });

  it('moves nothing from a deposit when the payer pays within the 15 days (R-GUA-067, worked case 19)', async () => {
    const cash = { method: 'CASH', guarantor: undefined, validTo: undefined, currency: 'KZT' };
    const cover = await covered('1000', cash);
    const { reservationId, securityNumber, caseId } = cover;
    const sums = [{ kind: 'IMPORT_VAT', principal: '1000' }];
    const found = { reservationId, dueOn: '2026-04-13', sums };
    const { id } = (await post(`/${securityNumber}/defaults`, found)).body;
    await moveTo('2026-04-28T06:00:00Z');
    await place.send(ReleaseReservationSchema, { reservationId, securityNumber, caseId, cause: 'PAID' });
    await eventually(() => expect(told(SecurityShortfallSchema, cover)).toHaveLength(1));
    await moveTo('2026-04-30T06:00:00Z');
    const path = `/${securityNumber}/demands/${id}/transfers`;
    expect(codes(await post(path, { document: 'PO-2' }))).toEqual(['DEMAND_STATE_UNFIT']);
    expect(await query(`SELECT 1 FROM work_items WHERE subject_id = $1`, [id])).toEqual([]);
    expect((await read(securityNumber)).balance).toMatchObject({ called: '0.00', available: '5000000.00' });
  });

  it('tells what a deposit does not suffice for (R-GUA-140)', async () => {
    const cash = { method: 'CASH', guarantor: undefined, validTo: undefined, currency: 'KZT' };
    const cover = await covered('1000', { ...cash, amount: '1000' });
    const { reservationId, securityNumber } = cover;
    const sums = [{ kind: 'IMPORT_VAT', principal: '1500' }];
    const found = { reservationId, dueOn: '2026-04-29', sums };
    const { id } = (await post(`/${securityNumber}/defaults`, found)).body;
    await moveTo('2026-05-15T19:00:01Z');
    await claim('SECURITY_CASH_TRANSFER', id);
    const moved = await post(`/${securityNumber}/demands/${id}/transfers`, { document: 'PO-3' });
    expect(moved.body).toMatchObject({ state: 'SHORT', paid: '1000.00' });
    await eventually(() =>
      expect(told(DepositTransferredSchema, cover)).toMatchObject([
        { amount: { tiyn: 100_000n }, shortfall: { tiyn: 50_000n } },
      ]),
    );
    expect(await read(securityNumber)).toMatchObject({
      status: 'EXHAUSTED',
      balance: { available: '0.00' },
      reservations: [{ status: 'SHORTFALL' }],
    });
  });

  it('calls the backing of a surety that did not pay in its five working days (R-GUA-083, R-GUA-085)', async () => {
    const cover = await covered('1000', { method: 'SURETYSHIP' });
    const { reservationId, securityNumber } = cover;
    const sums = [{ kind: 'IMPORT_VAT', principal: '1000' }];
    const found = { reservationId, dueOn: '2026-05-15', sums };
    const defaulted = await post(`/${securityNumber}/defaults`, found);
    expect(defaulted.body).toMatchObject({ path: 'DEMAND_SURETY', actBy: '2026-05-22' });
    const { id } = defaulted.body;
    const path = `/${securityNumber}/demands/${id}`;
    await claim('SECURITY_DEMAND', id);
    await post(`${path}/sendings`, {});
    const delivered = await post(`${path}/deliveries`, { deliveredOn: '2026-05-16', proof: 'in hand' });
    expect(delivered.body.payBy).toBe('2026-05-22');
    await moveTo('2026-05-22T19:00:01Z');
    await claim('SECURITY_DEMAND_OVERDUE', id);
    const measure = { measure: 'SURETY_BACKING', document: 'L-2' };
    expect((await post(`${path}/overdue-measures`, measure)).body).toMatchObject({
      state: 'OVERDUE',
      overdueMeasures: [measure],
    });
    expect((await itemOf('SECURITY_DEMAND_OVERDUE', id)).status).toBe('COMPLETED');
  });

  it('reports a cover that holds nothing as giving nothing', async () => {
    const cover = await covered('1000');
    const absent = { ...cover, reservationId: randomUUID() };
    await call(absent, '1000');
    await eventually(() => expect(told(SecurityShortfallSchema, absent)).toMatchObject([{ result: 'NONE' }]));
    expect(told(DefaultRecordedSchema, absent)).toEqual([]);
  });

  it('shows demands to the guarantor, the principal and the body of the security only (R-GUA-169)', async () => {
    const cover = await covered('1000');
    await call(cover, '1000');
    const id = await demandOf(cover);
    const path = `/v1/securities/${cover.securityNumber}/demands`;
    const principal = await place.token({ subject: 't', roles: ['DECLARANT'], organisation: PRINCIPAL });
    for (const token of [officer, guarantor, principal]) {
      const { body } = await place.get<{ items: DemandView[] }>('guarantees', path, token);
      expect(body.items.map((demand) => demand.id)).toEqual([id]);
      expect((await place.get<DemandView>('guarantees', `${path}/${id}`, token)).body.state).toBe('DUE');
    }
    const otherBank = await place.token({ subject: 'b', roles: ['GUARANTOR'], organisation: OTHER });
    expect((await place.get('guarantees', path, otherBank)).status).toBe(404);
    const elsewhere = await place.token({ subject: 'o', roles: ['ACCOUNT_OFFICER'], posts: ['55001'] });
    expect((await place.get('guarantees', `${path}/${id}`, elsewhere)).status).toBe(404);
    const from = `/${cover.securityNumber}/demands/${id}/sendings`;
    expect((await post(from, {}, elsewhere)).status).toBe(403);
    expect((await post(from, {}, guarantor)).status).toBe(403);
    const unknown = `/${cover.securityNumber}/demands/${randomUUID()}/sendings`;
    expect((await post(unknown, {})).status).toBe(404);
  });
});
