import { randomUUID } from 'node:crypto';
import {
  AmendmentDemandedSchema,
  DeclarationWithdrawnSchema,
  GoodsReleasedSchema,
  StorageDocumentsRegisteredSchema,
  TemporaryStorageTermExpiredSchema,
  timestampOf,
  WithdrawalRejectedSchema,
  WorkItemChangedSchema,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { eventually } from '@shekara/testing';
import { importItem } from '@shekara/testing/documents';
import { ServicesUnderTest } from '@shekara/testing/services';
import { registrationService } from '../src/index.js';
import { codesOf, DeclarationChanges } from './declaration-changes.fixture.js';
import {
  type DeclarationView,
  Khorgos,
  roadDeclaration,
  THURSDAY_2000,
  WEDNESDAY_1020,
} from './road-declaration.fixture.js';

const signature = { algorithm: 'development', value: 'bm90IGEgcmVhbCBzaWduYXR1cmU=' };
const asked = { reason: 'The goods go back to the seller.', signature };
const LAST_DAY = '2026-05-11';

describe('withdrawal of a declaration at Khorgos', () => {
  const clock = new VirtualClock(WEDNESDAY_1020);
  let place: ServicesUnderTest;
  let khorgos: Khorgos;
  let changes: DeclarationChanges;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [registrationService], clock });
    khorgos = await Khorgos.open(place, clock);
    changes = new DeclarationChanges(place, clock, () => khorgos);
  });

  afterAll(() => place.stop());

  /** Goods in temporary storage, then declared. */
  async function stored(): Promise<DeclarationView & { noticeNumber: string }> {
    const noticeNumber = await khorgos.present();
    const [notice] = await changes.query<{ caseId: string }>(
      `SELECT case_id AS "caseId" FROM arrival_notices WHERE number = $1`,
      [noticeNumber],
    );
    await place.send(StorageDocumentsRegisteredSchema, {
      ...{ lotId: randomUUID(), caseId: notice?.caseId ?? '', arrivalNoticeNumber: noticeNumber },
      ...{ placeNumber: 'TSW-1', customsBody: '55302', lastDay: LAST_DAY },
      registeredAt: timestampOf(clock.now()),
      lodgedAt: timestampOf(clock.now()),
    });
    await eventually(async () => {
      const rows = await changes.query(
        `SELECT 1 FROM arrival_notices WHERE number = $1 AND outcome = 'IN_STORAGE'`,
        [noticeNumber],
      );
      expect(rows).toHaveLength(1);
    });
    const { body } = await khorgos.post(roadDeclaration(noticeNumber));
    return { ...body, noticeNumber };
  }

  /** An export of the same gears, which needs no arrival. */
  async function exported(): Promise<DeclarationView> {
    const { status, body } = await khorgos.post(
      roadDeclaration('', {
        items: [importItem(1, { procedure: '1000000', originCountry: 'KZ' })],
        changes: {
          ...{ arrivalNoticeNumber: undefined, direction: 'EX', procedureCode: '10' },
          ...{ dispatchCountry: 'KZ', destinationCountry: 'DE', originCountryOverall: 'KZ' },
        },
      }),
    );
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body;
  }

  function withdrawalsTold({ number }: DeclarationView) {
    return place.messages(DeclarationWithdrawnSchema).filter((event) => event.number === number);
  }

  async function withdraw(declaration: DeclarationView): Promise<string> {
    const { body } = await changes.post(declaration, 'withdrawals', asked);
    const decided = await changes.decide(declaration, 'withdrawals', body.id, { decision: 'PERMIT' });
    expect(decided).toMatchObject({ status: 201, body: { status: 'PERMITTED' } });
    return body.id;
  }

  it('of foreign goods ends the declaration: release waits, then nothing is asked or released any more (R-DEC-195)', async () => {
    const declaration = await stored();
    const request = await changes.post(declaration, 'withdrawals', asked);
    expect(request).toMatchObject({ status: 201, body: { status: 'REQUESTED', goodsStatus: 'FOREIGN' } });
    const { id } = request.body;
    await khorgos.covered(declaration);
    await khorgos.evaluated(declaration, 'NO_MEASURE');
    await changes.heard(declaration, 'LiabilityCovered');
    await changes.heard(declaration, 'RiskEvaluated');
    expect(place.messages(GoodsReleasedSchema).some(({ number }) => number === declaration.number)).toBe(
      false,
    );
    expect(codesOf(await changes.post(declaration, 'withdrawals', asked))).toEqual(['REQUEST_ALREADY_OPEN']);
    expect(await changes.itemOn(id)).toMatchObject({ kind: 'WITHDRAWAL_REQUEST', dueAt: THURSDAY_2000 });
    const permitted = await changes.decide(declaration, 'withdrawals', id, { decision: 'PERMIT' });
    expect(permitted).toMatchObject({
      status: 201,
      body: { status: 'PERMITTED', newDeclarationBy: LAST_DAY, cancellation: null },
    });
    await eventually(() => {
      expect(withdrawalsTold(declaration)).toMatchObject([
        { goodsStatus: 'FOREIGN', releasedBefore: false, decidedBy: 'officer-1', declarant: '980540000397' },
      ]);
    });
    expect(await khorgos.read(declaration.number)).toMatchObject({ status: 'WITHDRAWN' });
    const open = await changes.query(`SELECT kind FROM deadlines WHERE subject_id = $1 AND status = 'OPEN'`, [
      declaration.declarationId,
    ]);
    expect(open).toEqual([]);
    expect(await khorgos.workItems(khorgos.officer, declaration)).toEqual([]);
    const decided = await khorgos.decide(declaration.number, 'releases', {});
    expect(decided.body.reasons.map(({ code }) => code)).toContain('DECLARATION_WITHDRAWN');
    const amended = { reason: 'late', changes: [{ field: '/place', newValue: 'Khorgos' }] };
    expect(codesOf(await changes.post(declaration, 'amendments', amended))).toEqual(['DECLARATION_CLOSED']);
    expect(codesOf(await changes.post(declaration, 'withdrawals', asked))).toEqual(['DECLARATION_CLOSED']);
  });

  it('is closed by a new declaration of the same goods, registered in time (R-DEC-119, worked case 16)', async () => {
    const declaration = await stored();
    await withdraw(declaration);
    const refused = await khorgos.post(roadDeclaration(declaration.noticeNumber, { changes: { items: [] } }));
    expect(refused.status).toBe(422);
    expect(await changes.list(declaration, 'withdrawals')).toMatchObject([{ status: 'PERMITTED' }]);
    const { status, body } = await khorgos.post(roadDeclaration(declaration.noticeNumber));
    expect(status).toBe(201);
    expect(await changes.list(declaration, 'withdrawals')).toMatchObject([
      { status: 'CLOSED', newDeclarationNumber: body.number },
    ]);
    const other = await stored();
    await withdraw(other);
    const lotId = randomUUID();
    for (const { caseId, noticeNumber: arrivalNoticeNumber } of [declaration, other]) {
      await place.send(TemporaryStorageTermExpiredSchema, {
        lotId,
        caseId,
        arrivalNoticeNumber,
        lastDay: LAST_DAY,
      });
    }
    await eventually(async () => {
      expect(await changes.list(other, 'withdrawals')).toMatchObject([{ status: 'DETENTION_DUE' }]);
    });
    expect(await changes.list(declaration, 'withdrawals')).toMatchObject([{ status: 'CLOSED' }]);
  });

  it('makes detention due when storage ends without a new declaration (R-DEC-119, worked case 16)', async () => {
    const declaration = await stored();
    await withdraw(declaration);
    await place.send(TemporaryStorageTermExpiredSchema, {
      ...{ lotId: randomUUID(), caseId: declaration.caseId, lastDay: LAST_DAY },
      arrivalNoticeNumber: declaration.noticeNumber,
    });
    await eventually(async () => {
      expect(await changes.list(declaration, 'withdrawals')).toMatchObject([{ status: 'DETENTION_DUE' }]);
    });
    const [recorded] = await changes.query<{ ground: string }>(
      `SELECT payload FROM history WHERE stream_id = $1 AND type = 'DetentionDue'`,
      [declaration.declarationId],
    );
    expect(recorded).toBeDefined();
  });

  it('is refused from the announcement of an examination until it ended clean; an officer may find a violation (R-DEC-113, R-DEC-114)', async () => {
    const declaration = await khorgos.register();
    await changes.examinationAnnounced(declaration, 'w-1');
    await changes.heard(declaration, 'ControlMeasureInformed');
    const told = await changes.post(declaration, 'withdrawals', asked);
    expect(told.status).toBe(422);
    expect(codesOf(told)).toEqual(['EXAMINATION_ANNOUNCED']);
    expect(await changes.list(declaration, 'withdrawals')).toMatchObject([{ status: 'REJECTED' }]);
    await changes.examinationEnded(declaration, 'w-1', 'CONFORMS');
    await changes.heard(declaration, 'ControlCompleted');
    const again = await changes.post(declaration, 'withdrawals', asked);
    expect(again.status).toBe(201);
    const grounds = [{ code: 'VIOLATION_FOUND', facts: 'Protocol 12 of an administrative offence.' }];
    const decision = { decision: 'REJECT', grounds };
    const rejected = await changes.decide(declaration, 'withdrawals', again.body.id, decision);
    expect(rejected).toMatchObject({
      status: 201,
      body: { status: 'REJECTED', reasons: [{ code: 'VIOLATION_FOUND', article: 'art. 290.3' }] },
    });
    await eventually(() => {
      const heard = place
        .messages(WithdrawalRejectedSchema)
        .filter(({ number }) => number === declaration.number);
      expect(heard.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
        ['EXAMINATION_ANNOUNCED'],
        ['VIOLATION_FOUND'],
      ]);
    });
  });

  it('of Union goods cancels their release, and says where they are (R-DEC-117, R-DEC-248, worked case 17)', async () => {
    const declaration = await exported();
    await khorgos.covered(declaration);
    await khorgos.evaluated(declaration, 'NO_MEASURE');
    await eventually(async () => {
      expect(await khorgos.read(declaration.number)).toMatchObject({ status: 'RELEASED' });
    });
    expect(codesOf(await changes.post(declaration, 'withdrawals', asked))).toEqual(['LOCATION_NOT_GIVEN']);
    const located = { ...asked, goodsLocation: 'Almaty, warehouse 3' };
    const { body } = await changes.post(declaration, 'withdrawals', located);
    expect(body).toMatchObject({ status: 'REQUESTED', goodsStatus: 'UNION' });
    expect(await changes.itemOn(body.id)).toMatchObject({ kind: 'WITHDRAWAL_REQUEST', dueAt: null });
    const permitted = await changes.decide(declaration, 'withdrawals', body.id, { decision: 'PERMIT' });
    expect(permitted).toMatchObject({
      body: { cancellation: 'WITHDRAWN_BEFORE_DEPARTURE', newDeclarationBy: null },
    });
    expect(await khorgos.read(declaration.number)).toMatchObject({ status: 'RELEASE_CANCELLED' });
    await eventually(() => {
      expect(withdrawalsTold(declaration)).toMatchObject([{ goodsStatus: 'UNION', releasedBefore: true }]);
    });
  });

  it('of foreign goods is refused after release (R-DEC-115)', async () => {
    const declaration = await khorgos.register();
    await khorgos.covered(declaration);
    await khorgos.evaluated(declaration, 'NO_MEASURE');
    await eventually(async () => {
      expect(await khorgos.read(declaration.number)).toMatchObject({ status: 'RELEASED' });
    });
    expect(codesOf(await changes.post(declaration, 'withdrawals', asked))).toEqual(['RELEASE_DECIDED']);
  });

  it('lets every open request and demand of change fall away, with its work item and its term', async () => {
    const declaration = await khorgos.register();
    const reason = 'The plate was misread.';
    const vehicle = [{ field: '/transportArrival/number', newValue: '777AAA02' }];
    const { body: amendment } = await changes.post(declaration, 'amendments', { reason, changes: vehicle });
    const demand = { fields: ['/items/0/commodityCode'], reason: 'Wrong.', dueAt: THURSDAY_2000 };
    const demanded = await changes.post(declaration, 'amendment-demands', demand, khorgos.officer);
    await eventually(() => {
      expect(
        place.messages(AmendmentDemandedSchema).some(({ number }) => number === declaration.number),
      ).toBe(true);
    });
    await withdraw(declaration);
    expect(await changes.list(declaration, 'amendments')).toMatchObject([
      { id: demanded.body.id, status: 'LAPSED' },
      { id: amendment.id, status: 'LAPSED' },
    ]);
    const terms = await changes.query(`SELECT 1 FROM deadlines WHERE subject_id = $1 AND status = 'OPEN'`, [
      demanded.body.id,
    ]);
    expect(terms).toEqual([]);
    await eventually(() => {
      const items = place
        .messages(WorkItemChangedSchema)
        .filter(({ subjectId }) => subjectId === amendment.id);
      expect(items.map(({ status }) => status)).toEqual(['OPEN', 'CANCELLED']);
    });
  });

  it('is signed, and asked for by a party of the declaration (R-DEC-279)', async () => {
    const declaration = await khorgos.register();
    const unsigned = await changes.post(declaration, 'withdrawals', { reason: asked.reason });
    expect(codesOf(unsigned)).toEqual(['REQUEST_NOT_SIGNED']);
    const stranger = await place.token({
      subject: 'declarant-9',
      roles: ['DECLARANT'],
      organisation: '191040012345',
    });
    const elsewhere = await place.token({
      subject: 'officer-9',
      roles: ['RELEASE_OFFICER'],
      posts: ['55001'],
    });
    expect((await changes.post(declaration, 'withdrawals', asked, stranger)).status).toBe(403);
    expect((await changes.post(declaration, 'withdrawals', asked, khorgos.officer)).status).toBe(403);
    const { body } = await changes.post(declaration, 'withdrawals', asked);
    const decision = `withdrawals/${body.id}/decisions` as const;
    expect((await changes.post(declaration, decision, { decision: 'PERMIT' }, elsewhere)).status).toBe(403);
    expect((await changes.post(declaration, decision, { decision: 'PERMIT' }, khorgos.officer)).status).toBe(
      409,
    );
    const path = `/v1/goods-declarations/${declaration.number}/withdrawals`;
    expect((await place.get('registration', path, stranger)).status).toBe(404);
  });
});
