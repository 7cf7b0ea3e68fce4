import { randomUUID } from 'node:crypto';
import {
  ArrivalNoticeAcceptedSchema,
  GoodsArrivedSchema,
  instantOf,
  StorageDocumentsRegisteredSchema,
  timestampOf,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { eventually } from '@shekara/testing';
import { ARRIVING_GEARS, roadArrivalNotice } from '@shekara/testing/documents';
import { ServicesUnderTest } from '@shekara/testing/services';
import { airNotice, railNotice, waterNotice } from '../src/arrival-notice/complete-notices.fixture.js';
import { registrationService } from '../src/index.js';

/** Tuesday 10 March 2026, 08:00 in Almaty (UTC+5). */
const TUESDAY_0800 = '2026-03-10T03:00:00Z';
const REPRESENTATIVE = '191040012345';
const CARRIER = '050640001236';

interface NoticeView {
  number: string;
  caseId: string;
  status: string;
  lodgedAt: string;
  presentedAt: string | null;
  placementDeadline: string | null;
  goesAhead: boolean;
  differences: { kind: string }[];
  outcome: string;
  late: boolean;
}

interface Refusal {
  reasons: { code: string }[];
  notice: NoticeView;
}

interface Item {
  id: string;
  title: string;
}

describe('goods at the place of arrival', () => {
  const clock = new VirtualClock(TUESDAY_0800);
  let place: ServicesUnderTest;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [registrationService], clock });
  });

  afterAll(() => place.stop());

  const posts = ['55302', '55303', '55201', '55002', '55203'];
  /** Tokens of the moment: the clock moves further than they live. */
  const lane = () => place.token({ subject: 'lane-7', roles: ['CHECKPOINT_SYSTEM'], posts });
  const officer = () => place.token({ subject: 'officer-1', roles: ['CHECKPOINT_OFFICER'], posts });
  const broker = () =>
    place.token({ subject: 'broker-1', roles: ['CUSTOMS_REPRESENTATIVE'], organisation: REPRESENTATIVE });

  async function lodge(notice: object): Promise<NoticeView> {
    const { status, body } = await place.post<NoticeView>(
      'registration',
      '/v1/arrival-notices',
      notice,
      await lane(),
    );
    expect({ status, body }).toMatchObject({ status: 201 });
    return body;
  }

  async function read(number: string): Promise<NoticeView> {
    return (await place.get<NoticeView>('registration', `/v1/arrival-notices/${number}`, await officer()))
      .body;
  }

  async function itemsOf(kind: string, number: string): Promise<Item[]> {
    const { body } = await place.get<{ items: Item[] }>(
      'registration',
      `/v1/work-items?kind=${kind}&limit=200`,
      await officer(),
    );
    return body.items.filter(({ title }) => title.includes(number));
  }

  async function present<Body = NoticeView>(number: string, found: object = {}) {
    return place.post<Body>(
      'registration',
      `/v1/arrival-notices/${number}/presentations`,
      { deliveredAt: clock.now().toISOString(), condition: 'INTACT', ...found },
      await lane(),
    );
  }

  it('keeps lodging moment and deadline of notices that are cured later (R-ARR-037, R-ARR-061, worked cases 6 and 9)', async () => {
    const complete = roadArrivalNotice({ deliveredAt: TUESDAY_0800 });
    const short = await place.post<Refusal>(
      'registration',
      '/v1/arrival-notices',
      { ...complete, goods: [{ ...ARRIVING_GEARS, commodityCode: '870' }] },
      await lane(),
    );
    expect(short.body.reasons.map(({ code }) => code)).toEqual(['GOODS_CODE_TOO_SHORT']);
    expect(short.body.notice.placementDeadline).toBe('2026-03-10T06:00:00.000Z');

    const submitter = { role: 'REPRESENTATIVE', identificationNumber: REPRESENTATIVE };
    const brokered = await place.post<Refusal>(
      'registration',
      '/v1/arrival-notices',
      { ...complete, submitter },
      await broker(),
    );
    expect(brokered.body.reasons.map(({ code }) => code)).toEqual(['SUBMITTER_WITHOUT_AUTHORITY']);

    clock.moveTo('2026-03-10T04:30:00Z');
    const coded = await place.post<NoticeView>(
      'registration',
      `/v1/arrival-notices/${short.body.notice.number}/supplements`,
      complete,
      await lane(),
    );
    expect(coded.body).toMatchObject({ status: 'ACCEPTED', placementDeadline: '2026-03-10T06:00:00.000Z' });

    clock.moveTo('2026-03-10T05:15:00Z');
    const { number } = brokered.body.notice;
    const instructed = await place.post<NoticeView>(
      'registration',
      `/v1/arrival-notices/${number}/supplements`,
      { ...complete, submitter: { ...submitter, instruction: 'contract 7 of 1 March 2026' } },
      await broker(),
    );
    expect(instructed.body).toMatchObject({ status: 'ACCEPTED', lodgedAt: '2026-03-10T03:00:00.000Z' });
    await eventually(() => {
      const accepted = place
        .messages(ArrivalNoticeAcceptedSchema)
        .find((event) => event.noticeNumber === number);
      expect(accepted?.carrier?.identificationNumber).toBe(CARRIER);
    });
  });

  it('lets a representative lodge only notices that name it', async () => {
    const other = await place.token({
      subject: 'broker-2',
      roles: ['CUSTOMS_REPRESENTATIVE'],
      organisation: '980540000397',
    });
    const submitter = {
      role: 'REPRESENTATIVE',
      identificationNumber: REPRESENTATIVE,
      instruction: 'contract 7',
    };
    const { status } = await place.post(
      'registration',
      '/v1/arrival-notices',
      roadArrivalNotice({ submitter }),
      other,
    );
    expect(status).toBe(403);
  });

  it('accepts a train, a vessel and an aircraft, each with the term of its mode (R-ARR-075, R-ARR-076)', async () => {
    const deliveredAt = clock.now().toISOString();
    const train = await lodge({ ...railNotice(), deliveredAt });
    const vessel = await lodge({ ...waterNotice(), deliveredAt });
    const aircraft = await lodge({ ...airNotice(), deliveredAt });
    expect([train, vessel, aircraft].map(({ placementDeadline }) => placementDeadline)).toEqual([
      '2026-03-11T18:59:59.999Z',
      '2026-03-11T18:59:59.999Z',
      '2026-03-10T08:15:00.000Z',
    ]);
    await eventually(() => {
      const accepted = place.messages(ArrivalNoticeAcceptedSchema);
      expect(accepted.find((event) => event.noticeNumber === vessel.number)?.vehicleRegistration).toBe(
        'IMO 9123456',
      );
      expect(accepted.find((event) => event.noticeNumber === aircraft.number)?.vehicleRegistration).toBe(
        'UP-B5701',
      );
    });
  });

  it('returns a forced stop on a passage and opens an incident, runs no term (R-ARR-002)', async () => {
    const stopped = await place.post<Refusal>(
      'registration',
      '/v1/arrival-notices',
      { ...airNotice(), passage: 'FORCED_STOP', deliveredAt: clock.now().toISOString() },
      await lane(),
    );
    expect(stopped.body.reasons.map(({ code }) => code)).toEqual(['OUT_OF_SCOPE_MOVEMENT']);
    expect(stopped.body.notice.placementDeadline).toBeNull();
    expect(await itemsOf('INCIDENT', stopped.body.notice.number)).toHaveLength(1);
  });

  it('runs the term from presentation and tells it with the preliminary declarations (R-ARR-066)', async () => {
    const preliminaryDeclarations = ['55311/020326/0000007'];
    const { number, placementDeadline } = await lodge(roadArrivalNotice({ preliminaryDeclarations }));
    expect(placementDeadline).toBeNull();
    const { status, body } = await present(number);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      presentedAt: '2026-03-10T05:15:00.000Z',
      placementDeadline: '2026-03-10T08:15:00.000Z',
      differences: [],
    });
    await eventually(() => {
      const arrived = place.messages(GoodsArrivedSchema).find((event) => event.noticeNumber === number);
      expect(instantOf(arrived?.presentedAt).toISOString()).toBe('2026-03-10T05:15:00.000Z');
      expect(arrived?.preliminaryDeclarations).toEqual(preliminaryDeclarations);
    });
    const again = await present<Refusal>(number);
    expect([again.status, again.body.reasons.map(({ code }) => code)]).toEqual([
      422,
      ['GOODS_ALREADY_PRESENTED'],
    ]);
  });

  it('tells of goods under a returned notice when it is accepted, not before (R-ARR-061)', async () => {
    const returned = await place.post<Refusal>(
      'registration',
      '/v1/arrival-notices',
      roadArrivalNotice({ waybillPlace: undefined }),
      await lane(),
    );
    const { number } = returned.body.notice;
    const presented = await present(number);
    expect(presented.body).toMatchObject({
      status: 'INCOMPLETE',
      placementDeadline: '2026-03-10T08:15:00.000Z',
    });
    await place.post(
      'registration',
      `/v1/arrival-notices/${number}/supplements`,
      roadArrivalNotice({}),
      await lane(),
    );
    const told: string[] = [ArrivalNoticeAcceptedSchema.typeName, GoodsArrivedSchema.typeName];
    await eventually(() => {
      const ofNotice = place.allMessages().filter(({ key }) => key === noticeIdOf(number));
      expect(ofNotice.map(({ type }) => type).filter((type) => told.includes(type))).toEqual(told);
    });
  });

  /** The key of its messages; undefined until it is accepted. */
  function noticeIdOf(number: string): string | undefined {
    return place.messages(ArrivalNoticeAcceptedSchema).find((event) => event.noticeNumber === number)
      ?.noticeId;
  }

  it('records seals and opens a discrepancy case when they differ; an officer decides it (R-ARR-063, R-ARR-064)', async () => {
    const seals = [
      { number: 'CN-1', appliedBy: 'FOREIGN_CUSTOMS' },
      { number: 'SH-2', appliedBy: 'SHIPPER' },
      { number: 'CA-3', appliedBy: 'CARRIER' },
    ];
    const sealed = seals.map(({ number }) => ({ number, intact: true }));
    const whole = await lodge(roadArrivalNotice({ seals }));
    expect((await present(whole.number, { sealsFound: sealed })).body.differences).toEqual([]);
    expect(await itemsOf('PRESENTATION_DIFFERENCE', whole.number)).toEqual([]);

    const broken = await lodge(roadArrivalNotice({ seals }));
    const { body } = await present(broken.number, {
      sealsFound: [{ number: 'CN-1', intact: false }, ...sealed.slice(1)],
    });
    expect(body.differences.map(({ kind }) => kind)).toEqual(['SEAL_BROKEN']);
    const [item] = await itemsOf('PRESENTATION_DIFFERENCE', broken.number);
    await place.post('registration', `/v1/work-items/${item?.id ?? ''}/claim`, {}, await officer());
    const decided = await place.post(
      'registration',
      `/v1/arrival-notices/${broken.number}/difference-decisions`,
      { outcome: 'ACCEPTED', note: 'broken by the customs of the neighbour, report attached' },
      await officer(),
    );
    expect(decided.status).toBe(201);
    expect(await itemsOf('PRESENTATION_DIFFERENCE', broken.number)).toEqual([]);
  });

  it('lets nobody but the place present goods', async () => {
    const { number } = await lodge(roadArrivalNotice({}));
    const carrier = await place.token({ subject: 'carrier-1', roles: ['CARRIER'], organisation: CARRIER });
    const elsewhere = await place.token({
      subject: 'lane-1',
      roles: ['CHECKPOINT_SYSTEM'],
      posts: ['55401'],
    });
    const found = { deliveredAt: clock.now().toISOString(), condition: 'INTACT' };
    for (const token of [carrier, elsewhere]) {
      const { status } = await place.post(
        'registration',
        `/v1/arrival-notices/${number}/presentations`,
        found,
        token,
      );
      expect(status).toBe(403);
    }
  });

  it('lists waiting goods as lodged, priority goods first, repair parts not among them (R-ARR-006)', async () => {
    const at = { customsBody: '55203' };
    const first = await lodge(roadArrivalNotice(at));
    clock.moveTo('2026-03-10T05:16:00Z');
    const parts = await lodge(roadArrivalNotice({ ...at, priorityCode: 'VEHICLE_REPAIR_PARTS' }));
    clock.moveTo('2026-03-10T05:17:00Z');
    const animals = await lodge(roadArrivalNotice({ ...at, priorityCode: 'LIVE_ANIMALS' }));
    const path = '/v1/arrival-notices?customsBody=55203';
    const { body } = await place.get<{ items: NoticeView[] }>('registration', path, await officer());
    expect(body.items.map(({ number }) => number)).toEqual([animals.number, first.number, parts.number]);
  });

  it('judges placing by the moment of lodging, accepts it late with the flag, and empties the queue (R-ARR-078, R-ARR-080)', async () => {
    clock.moveTo('2026-03-10T06:00:00Z');
    const inTime = await lodge(roadArrivalNotice({ deliveredAt: clock.now().toISOString() }));
    const late = await lodge(roadArrivalNotice({ deliveredAt: clock.now().toISOString() }));
    clock.moveTo('2026-03-10T09:30:00Z');
    await eventually(async () => {
      expect(await itemsOf('PLACEMENT_OVERDUE', late.number)).toHaveLength(1);
    });
    const store = ({ number, caseId }: NoticeView, lodgedAt: string) =>
      place.send(StorageDocumentsRegisteredSchema, {
        lotId: randomUUID(),
        caseId,
        arrivalNoticeNumber: number,
        placeNumber: 'TSW-1',
        customsBody: '55302',
        registeredAt: timestampOf(clock.now()),
        lodgedAt: timestampOf(new Date(lodgedAt)),
        lastDay: '2026-05-10',
      });
    await store(inTime, '2026-03-10T09:00:00Z');
    await store(late, '2026-03-10T09:01:00Z');
    await eventually(async () => {
      expect(await read(inTime.number)).toMatchObject({ outcome: 'IN_STORAGE', late: false });
      expect(await read(late.number)).toMatchObject({ outcome: 'IN_STORAGE', late: true });
    });
    expect(await itemsOf('PLACEMENT_OVERDUE', late.number)).toEqual([]);
  });

  it('has goods looked for that do not come within 24 hours, until they come (R-ARR-062)', async () => {
    const came = await lodge(roadArrivalNotice({}));
    const awaited = await lodge(roadArrivalNotice({ crossedAt: '2026-03-10T09:00:00Z' }));
    await present(came.number);
    clock.moveTo('2026-03-11T09:00:00.001Z');
    await eventually(async () => {
      expect(await itemsOf('NON_DELIVERY', awaited.number)).toHaveLength(1);
    });
    clock.moveTo('2026-03-11T12:00:00Z');
    expect((await present(awaited.number)).status).toBe(201);
    expect(await itemsOf('NON_DELIVERY', awaited.number)).toEqual([]);
    expect(await itemsOf('NON_DELIVERY', came.number)).toEqual([]);
  });
});
