import { randomUUID } from 'node:crypto';
import {
  DeclarationRegisteredSchema,
  DeclarationWithdrawnSchema,
  GoodsArrivedSchema,
  GoodsPlacedInTemporaryStorageSchema,
  GoodsReleasedSchema,
  GoodsReleaseRefusedSchema,
  GoodsTakenOutSchema,
  instantOf,
  RegisterEntryChangedSchema,
  StorageDocumentsRegisteredSchema,
  TemporaryStorageTermExpiredSchema,
  timestampOf,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { temporaryStorageService } from '../src/index.js';
import {
  arrival,
  CARRIER,
  CONSIGNEE,
  KEEPER,
  storageDocuments,
  WAREHOUSE,
  warehouseEntry,
} from './storage.fixture.js';

const SERVICE = 'temporary-storage';
/** Wednesday 14 January 2026, 10:05 in Almaty (UTC+5). */
const LODGED = '2026-01-14T05:05:00Z';

interface Registered {
  setId: string;
  lotId: string;
  registrationNumber: string;
  registeredAt: string;
  lodgedAt: string;
  registerBy: string;
  lastDay: string;
  longestDay: string;
}

interface Refusal {
  reasons: { code: string }[];
  storageDocuments: Registered & { status: string };
}

interface LotView {
  id: string;
  status: string;
  lastDay: string;
  placedAt: string | null;
  registeredAt: string;
  exitGround: string | null;
  exitDocument: string | null;
  declarationNumber: string | null;
  stock: { line: number; packages: number; grossWeightKg: string }[];
  movements: { kind: string; quantity: { packages: number }; basis?: { number: string } }[];
  discrepancies: { kind: string; line: number | null }[];
}

interface Queue {
  items: { id: string; kind: string; subjectId: string }[];
}

describe('temporary storage at Khorgos', () => {
  const clock = new VirtualClock(LODGED);
  let place: ServicesUnderTest;
  let carrier: string;
  let keeper: string;
  let officer: string;
  let declarant: string;
  let serial = 0;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [temporaryStorageService], clock });
    await place.send(RegisterEntryChangedSchema, warehouseEntry(1));
    await issueTokens();
  });

  afterAll(() => place.stop());

  async function issueTokens(): Promise<void> {
    carrier = await place.token({ subject: 'carrier-1', roles: ['CARRIER'], organisation: CARRIER });
    keeper = await place.token({ subject: 'keeper-1', roles: ['WAREHOUSE_KEEPER'], organisation: KEEPER });
    declarant = await place.token({ subject: 'declarant-1', roles: ['DECLARANT'], organisation: CONSIGNEE });
    officer = await place.token({ subject: 'officer-1', roles: ['CHECKPOINT_OFFICER'], posts: ['55302'] });
  }

  function lodge<Body = Registered>(
    notice: string,
    changes: Record<string, unknown> = {},
    token = carrier,
    key?: string,
  ) {
    return place.post<Body>(SERVICE, '/v1/storage-documents', storageDocuments(notice, changes), token, key);
  }

  /** A consignment that arrived and is known to the service. */
  async function arrived(): Promise<{ notice: string; caseId: string }> {
    serial += 1;
    const notice = `55302/140126/A${serial.toString().padStart(6, '0')}`;
    const caseId = randomUUID();
    await place.send(GoodsArrivedSchema, arrival(notice, caseId, clock.now()));
    const { manager } = place.service(SERVICE).app.get(DataSource);
    await eventually(async () => {
      const rows = await manager.query<unknown[]>(
        `SELECT 1 FROM expected_consignments, warehouses WHERE arrival_notice_number = $1 AND arrived`,
        [notice],
      );
      expect(rows.length).toBeGreaterThan(0);
    });
    return { notice, caseId };
  }

  async function stored(): Promise<{ notice: string; caseId: string; lotId: string }> {
    const consignment = await arrived();
    const { status, body } = await lodge(consignment.notice);
    expect(status).toBe(201);
    return { ...consignment, lotId: body.lotId };
  }

  async function lot(id: string): Promise<LotView> {
    return (await place.get<LotView>(SERVICE, `/v1/storage-lots/${id}`, officer)).body;
  }

  function receive(
    lotId: string,
    packageCount = 100,
    grossWeightKg = '1000.5',
    more: Record<string, unknown> = {},
  ) {
    const body = { counted: [{ line: 1, packageCount, grossWeightKg }], ...more };
    return place.post<LotView & Refusal>(SERVICE, `/v1/storage-lots/${lotId}/receipts`, body, keeper);
  }

  async function declare(notice: string, caseId: string, filedAt = clock.now()): Promise<string> {
    const declarationId = randomUUID();
    await place.send(DeclarationRegisteredSchema, {
      declarationId,
      number: '55302/140126/0000001',
      caseId,
      arrivalNoticeNumber: notice,
      filedAt: timestampOf(filedAt),
    });
    return declarationId;
  }

  function released(declarationId: string, notice: string, caseId: string) {
    return {
      declarationId,
      number: '55302/140126/0000001',
      caseId,
      customsBody: '55302',
      mode: 'AUTOMATIC',
      arrivalNoticeNumber: notice,
    };
  }

  it('registers electronic documents at once, confirms number and time, and begins storage that day (worked case 2, R-TST-006, R-TST-008, R-TST-009, R-TST-010)', async () => {
    const { notice } = await arrived();
    const { status, body } = await lodge(notice);
    expect(status).toBe(201);
    expect(body.registrationNumber).toMatch(/^55302\/140126\/S\d{6}$/);
    expect(body).toMatchObject({
      lodgedAt: '2026-01-14T05:05:00.000Z',
      registeredAt: '2026-01-14T05:05:00.000Z',
      registerBy: '2026-01-14T06:05:00.000Z',
      lastDay: '2026-03-14',
      longestDay: '2026-05-14',
    });
    expect(await lot(body.lotId)).toMatchObject({ status: 'REGISTERED', placedAt: null, stock: [] });
  });

  it('publishes one event at registration, and placing later as another (R-TST-011, R-TST-018)', async () => {
    const { lotId, notice } = await stored();
    await eventually(() => {
      const events = place
        .messages(StorageDocumentsRegisteredSchema)
        .filter((event) => event.lotId === lotId);
      expect(events).toHaveLength(1);
      expect(events[0]).toMatchObject({
        arrivalNoticeNumber: notice,
        placeNumber: WAREHOUSE,
        lastDay: '2026-03-14',
      });
    });
    expect(place.messages(GoodsPlacedInTemporaryStorageSchema).map((event) => event.lotId)).not.toContain(
      lotId,
    );
    clock.advance(60_000);
    expect((await receive(lotId)).status).toBe(201);
    const view = await lot(lotId);
    expect(view.status).toBe('PLACED');
    expect(view.placedAt).not.toBe(view.registeredAt);
    await eventually(() => {
      const [placed] = place
        .messages(GoodsPlacedInTemporaryStorageSchema)
        .filter((event) => event.lotId === lotId);
      expect(placed).toMatchObject({ packageCount: 100, grossWeightKg: '1000.5' });
    });
  });

  it('returns a set with every defect, and registers it once cured; the first lodging counts (R-TST-012, R-TST-013)', async () => {
    const { notice } = await arrived();
    const first = clock.now().toISOString();
    const returned = await lodge<Refusal>(notice, {
      goodsStatus: 'UNION',
      documents: [{ kind: 'CUSTOMS', number: 'T-1' }],
    });
    expect(returned.status).toBe(422);
    expect(returned.contentType).toContain('application/problem+json');
    expect(returned.body.reasons.map(({ code }) => code)).toEqual([
      'UNION_GOODS',
      'GOODS_INFO_MISSING',
      'PARTIES_MISSING',
      'COUNTRY_MISSING',
    ]);
    clock.advance(30 * 60_000);
    const path = `/v1/storage-documents/${returned.body.storageDocuments.setId}/supplements`;
    const cured = await place.post<Registered>(SERVICE, path, storageDocuments(notice), carrier);
    expect(cured.status).toBe(201);
    expect(cured.body.lodgedAt).toBe(first);
    expect(cured.body.registeredAt).toBe(clock.now().toISOString());
    await eventually(() => {
      const [event] = place
        .messages(StorageDocumentsRegisteredSchema)
        .filter((seen) => seen.lotId === cured.body.lotId);
      expect(instantOf(event?.lodgedAt).toISOString()).toBe(first);
    });
    const again = await place.post<Refusal>(SERVICE, path, storageDocuments(notice), carrier);
    expect(again.body.reasons.map(({ code }) => code)).toEqual(['SET_NOT_CURABLE']);
  });

  it('refuses documents that come before the arrival is known, and takes the same request afterwards', async () => {
    const notice = '55302/140126/A900001';
    const early = await lodge<Refusal>(notice, {}, carrier, 'early-message-1');
    expect(early.status).toBe(409);
    expect(early.body.reasons.map(({ code }) => code)).toEqual(['ARRIVAL_NOT_KNOWN_YET']);
    await place.send(GoodsArrivedSchema, arrival(notice, randomUUID(), clock.now()));
    await eventually(async () => {
      expect((await lodge(notice, {}, carrier, 'early-message-1')).status).toBe(201);
    });
  });

  it('records what the keeper counted, and puts the difference before an officer (R-TST-085, R-TST-090)', async () => {
    const { lotId } = await stored();
    const bare = await receive(lotId, 60, '600.5');
    expect(bare.status).toBe(422);
    expect(bare.body.reasons.map(({ code }) => code)).toEqual(['NO_BASIS']);
    const { status } = await receive(lotId, 60, '600.5', { shortageAct: 'Act 7' });
    expect(status).toBe(201);
    const view = await lot(lotId);
    expect(view.stock).toEqual([{ line: 1, packages: 60, grossWeightKg: '600.5' }]);
    expect(view.movements.map(({ kind, quantity }) => [kind, quantity.packages])).toEqual([
      ['RECEIPT', 60],
      ['RECEIPT_SHORTAGE', 40],
    ]);
    expect(view.discrepancies).toMatchObject([{ kind: 'DOCUMENTS_VS_RECEIPT', line: 1 }]);
    const queue = await place.get<Queue>(SERVICE, '/v1/work-items?kind=RECEIPT_DIFFERENCE', officer);
    expect(queue.body.items.map(({ subjectId }) => subjectId)).toContain(lotId);
    expect((await receive(lotId)).body.reasons.map(({ code }) => code)).toEqual(['LOT_ALREADY_PLACED']);
  });

  it('takes released goods out once, on the number of the declaration, however often it is told (R-TST-079, R-TST-096)', async () => {
    const { lotId, notice, caseId } = await stored();
    await receive(lotId);
    const declarationId = await declare(notice, caseId);
    await eventually(async () => expect((await lot(lotId)).status).toBe('DECLARED'));
    const message = released(declarationId, notice, caseId);
    await place.send(GoodsReleasedSchema, message, { id: 'release-1' });
    await place.send(GoodsReleasedSchema, message, { id: 'release-1' });
    await place.send(GoodsReleasedSchema, message, { id: 'release-2' });
    const { manager } = place.service(SERVICE).app.get(DataSource);
    await eventually(async () => {
      const read = await manager.query<unknown[]>(`SELECT 1 FROM inbox WHERE message_id = 'release-2'`);
      expect(read).toHaveLength(1);
    });
    expect((await lot(lotId)).status).toBe('ISSUED');
    await eventually(() => {
      const [out] = place.messages(GoodsTakenOutSchema).filter((event) => event.lotId === lotId);
      expect(out).toMatchObject({ ground: 'PLACED_UNDER_PROCEDURE', groundDocument: message.number });
    });
    const view = await lot(lotId);
    expect(view.stock).toEqual([{ line: 1, packages: 0, grossWeightKg: '0' }]);
    expect(view.movements.map(({ kind, basis }) => [kind, basis?.number])).toEqual([
      ['RECEIPT', expect.stringMatching(/^55302\/140126\/S/)],
      ['ISSUE_RELEASED', message.number],
    ]);
    expect(place.messages(GoodsTakenOutSchema).filter((event) => event.lotId === lotId)).toHaveLength(1);
  });

  it('meets a release that comes before the arrival, of goods declared at once: nothing to store any more', async () => {
    const notice = '55302/140126/A900002';
    const caseId = randomUUID();
    await place.send(GoodsReleasedSchema, released(randomUUID(), notice, caseId));
    await place.send(GoodsArrivedSchema, arrival(notice, caseId, clock.now()));
    await eventually(async () => {
      const { status, body } = await lodge<Refusal>(notice);
      expect(status).toBe(422);
      expect(body.reasons.map(({ code }) => code)).toEqual(['GOODS_ALREADY_RELEASED']);
    });
    expect(place.messages(GoodsTakenOutSchema).map((event) => event.arrivalNoticeNumber)).not.toContain(
      notice,
    );
  });

  it.each([
    ['a refusal to release', GoodsReleaseRefusedSchema],
    ['a withdrawal of the declaration', DeclarationWithdrawnSchema],
  ] as const)(
    'stores goods declared before as declared; %s leaves them in storage on the same term (R-TST-062)',
    async (_what, ended) => {
      const { notice, caseId } = await arrived();
      const declarationId = await declare(notice, caseId);
      const { manager } = place.service(SERVICE).app.get(DataSource);
      await eventually(async () => {
        const rows = await manager.query<unknown[]>(
          `SELECT 1 FROM expected_consignments WHERE declaration_id = $1`,
          [declarationId],
        );
        expect(rows).toHaveLength(1);
      });
      const { body } = await lodge(notice);
      expect((await lot(body.lotId)).status).toBe('DECLARED');
      await receive(body.lotId);
      await place.send(ended, { declarationId, number: '55302/140126/0000001', caseId });
      await eventually(async () => {
        expect(await lot(body.lotId)).toMatchObject({
          status: 'PLACED',
          lastDay: body.lastDay,
          declarationNumber: null,
        });
      });
    },
  );

  it('lets a keeper act for its own place only, and a carrier for its own goods', async () => {
    const { lotId, notice } = await stored();
    const other = await place.token({
      subject: 'keeper-2',
      roles: ['WAREHOUSE_KEEPER'],
      organisation: CONSIGNEE,
    });
    const stranger = await place.token({ subject: 'carrier-2', roles: ['CARRIER'], organisation: KEEPER });
    const body = { counted: [{ line: 1, packageCount: 100, grossWeightKg: '1000.5' }] };
    expect((await place.post(SERVICE, `/v1/storage-lots/${lotId}/receipts`, body, other)).status).toBe(403);
    expect((await lodge(notice, {}, stranger)).status).toBe(403);
    expect(
      (await lodge(notice, { submitter: { role: 'REPRESENTATIVE', authority: 'PoA' } }, other)).status,
    ).toBe(403);
    expect((await place.post(SERVICE, '/v1/storage-documents', storageDocuments(notice))).status).toBe(401);
  });

  it('shows a lot to its parties and the officers of its post, to nobody else', async () => {
    const { lotId } = await stored();
    const outsiders = [
      await place.token({ subject: 'trader-9', roles: ['DECLARANT'], organisation: '870301300452' }),
      await place.token({ subject: 'officer-9', roles: ['CHECKPOINT_OFFICER'], posts: ['55303'] }),
    ];
    for (const token of outsiders) {
      expect((await place.get(SERVICE, `/v1/storage-lots/${lotId}`, token)).status).toBe(404);
      const page = await place.get<{ lots: LotView[] }>(SERVICE, '/v1/storage-lots', token);
      expect(page.body.lots).toEqual([]);
    }
    for (const token of [keeper, officer]) {
      const path = `/v1/storage-lots?placeNumber=${WAREHOUSE}&status=REGISTERED`;
      const page = await place.get<{ lots: LotView[] }>(SERVICE, path, token);
      expect(page.body.lots.map(({ id }) => id)).toContain(lotId);
      expect(new Set(page.body.lots.map(({ status }) => status))).toEqual(new Set(['REGISTERED']));
    }
  });

  it('guards the ledger in the database: append-only, and no balance below zero (R-TST-088, R-TST-089)', async () => {
    const { lotId } = await stored();
    await receive(lotId);
    const { manager } = place.service(SERVICE).app.get(DataSource);
    await expect(
      manager.query(`UPDATE stock_movements SET packages = 1 WHERE lot_id = $1`, [lotId]),
    ).rejects.toThrow('append-only');
    await expect(manager.query(`DELETE FROM stock_movements WHERE lot_id = $1`, [lotId])).rejects.toThrow(
      'append-only',
    );
    const issue = (packages: number) =>
      manager.query(
        `INSERT INTO stock_movements (lot_id, id, line, kind, direction, packages, gross_weight_kg, basis_kind, basis_number,
                                      moved_at, recorded_by)
         VALUES ($1, $2, 1, 'ISSUE_RELEASED', -1, $3, 0, 'TEST', 'T-1', $4, 'test')`,
        [lotId, randomUUID(), packages, clock.now()],
      );
    await expect(issue(101)).rejects.toThrow('stock_balances_packages_check');
    expect((await lot(lotId)).stock).toEqual([{ line: 1, packages: 100, grossWeightKg: '1000.5' }]);
  });

  it('takes no more goods at a suspended place, in documents or in kind; an older version of the entry changes nothing (worked case 21, R-TST-016, R-TST-133)', async () => {
    const { lotId } = await stored();
    const { notice } = await arrived();
    await place.send(
      RegisterEntryChangedSchema,
      warehouseEntry(5, { status: 'SUSPENDED', statusFrom: '2026-01-14' }),
    );
    await place.send(RegisterEntryChangedSchema, warehouseEntry(4));
    await eventually(async () => {
      const shortWithoutAct = await receive(lotId, 60, '600.5');
      expect(shortWithoutAct.body.reasons.map(({ code }) => code)).toContain('PLACE_NOT_ACTIVE');
    });
    expect((await receive(lotId)).body.reasons.map(({ code }) => code)).toEqual(['PLACE_NOT_ACTIVE']);
    expect((await lodge<Refusal>(notice)).body.reasons.map(({ code }) => code)).toEqual(['PLACE_NOT_ACTIVE']);
    await place.send(RegisterEntryChangedSchema, warehouseEntry(6));
    await eventually(async () => expect((await receive(lotId)).status).toBe(201));
  });

  it('expires lots after the last day, save those declared in time or with an undecided request (worked cases 8, 9 and 10, R-TST-050, R-TST-051, R-TST-060, R-TST-061, R-TST-162)', async () => {
    const plain = await stored();
    const declared = await stored();
    const late = await stored();
    const asking = await stored();
    const extended = await stored();
    for (const { lotId } of [plain, declared, late, asking, extended]) await receive(lotId);

    clock.moveTo('2026-03-14T18:50:00Z');
    await issueTokens();
    const declarationId = await declare(declared.notice, declared.caseId);
    const ask = (lotId: string, body: object, token = declarant) =>
      place.post<{ extensionId: string; newEnd: string } & Refusal>(
        SERVICE,
        `/v1/storage-lots/${lotId}/extensions`,
        body,
        token,
      );
    const beyond = await ask(extended.lotId, { requestedEnd: '2026-05-30', form: 'ORAL' }, keeper);
    expect(beyond.body.reasons.map(({ code }) => code)).toEqual([
      'STORAGE_EXTENSION_NOT_WRITTEN',
      'STORAGE_EXTENSION_NOT_ENTITLED',
      'STORAGE_EXTENSION_BEYOND_MAXIMUM',
    ]);
    const wanted = await ask(extended.lotId, { requestedEnd: '2026-04-14' });
    const undecided = await ask(asking.lotId, { requestedEnd: '2026-05-30', acceptsLess: true });
    expect(undecided.body.newEnd).toBe('2026-05-14');
    expect((await lot(extended.lotId)).lastDay).toBe('2026-03-14');
    const decide = async (lotId: string, decision: string, extensionId?: string) => {
      const { body } = await place.get<Queue>(SERVICE, '/v1/work-items?kind=STORAGE_EXTENSION', officer);
      const item = body.items.find(({ subjectId }) => subjectId === lotId);
      await place.post(SERVICE, `/v1/work-items/${item?.id}/claim`, {}, officer);
      const request = extensionId === undefined ? '' : `${extensionId}/`;
      const path = `/v1/storage-lots/${lotId}/extensions/${request}decisions`;
      return place.post(SERVICE, path, { decision, reason: 'as asked' }, officer);
    };
    expect((await decide(extended.lotId, 'GRANT', wanted.body.extensionId)).status).toBe(200);
    await eventually(async () => expect((await lot(declared.lotId)).status).toBe('DECLARED'));

    clock.moveTo('2026-03-14T18:59:59.999Z');
    expect((await lot(plain.lotId)).status).toBe('PLACED');
    clock.moveTo('2026-03-14T19:00:00Z');
    await eventually(async () => expect((await lot(plain.lotId)).status).toBe('EXPIRED'));
    await eventually(() => {
      const [expired] = place
        .messages(TemporaryStorageTermExpiredSchema)
        .filter((event) => event.lotId === plain.lotId);
      expect(expired?.lastDay).toBe('2026-03-14');
    });
    const queue = await place.get<Queue>(SERVICE, '/v1/work-items?kind=STORAGE_TERM_EXPIRED', officer);
    expect(queue.body.items.map(({ subjectId }) => subjectId)).toContain(plain.lotId);
    expect((await lot(declared.lotId)).status).toBe('DECLARED');
    expect((await lot(asking.lotId)).status).toBe('PLACED');
    expect(await lot(extended.lotId)).toMatchObject({ status: 'PLACED', lastDay: '2026-04-14' });
    const head = await place.token({ subject: 'head-1', roles: ['HEAD_OF_POST'], posts: ['55302'] });
    await eventually(async () => {
      const overdue = await place.get<Queue>(SERVICE, '/v1/work-items?kind=STORAGE_EXTENSION_OVERDUE', head);
      expect(overdue.body.items.map(({ subjectId }) => subjectId)).toEqual([asking.lotId]);
    });

    const tooLate = await ask(plain.lotId, { requestedEnd: '2026-04-14' });
    expect(tooLate.body.reasons.map(({ code }) => code)).toEqual(['STORAGE_EXTENSION_LATE']);
    await eventually(async () => expect((await lot(late.lotId)).status).toBe('EXPIRED'));
    await declare(late.notice, late.caseId, new Date('2026-03-14T18:59:00Z'));
    await eventually(async () => expect((await lot(late.lotId)).status).toBe('DECLARED'));

    await place.send(GoodsReleaseRefusedSchema, {
      declarationId,
      number: '55302/140126/0000001',
      caseId: declared.caseId,
    });
    await eventually(async () => expect((await lot(declared.lotId)).status).toBe('EXPIRED'));
    expect((await decide(asking.lotId, 'REFUSE')).status).toBe(200);
    expect((await lot(asking.lotId)).status).toBe('EXPIRED');

    clock.moveTo('2026-04-14T19:00:00Z');
    await issueTokens();
    await eventually(async () => expect((await lot(extended.lotId)).status).toBe('EXPIRED'));
  });
});
