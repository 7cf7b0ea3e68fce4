import {
  ArrivalNoticeAcceptedSchema,
  ArrivalNoticeReturnedSchema,
  GoodsArrivedSchema,
  instantOf,
  PlacementDeadlineMissedSchema,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { eventually } from '@shekara/testing';
import { ARRIVING_GEARS, roadArrivalNotice } from '@shekara/testing/documents';
import { ServicesUnderTest } from '@shekara/testing/services';
import { registrationService } from '../src/index.js';

/** Saturday 7 March 2026, 22:10 in Almaty (UTC+5). */
const SATURDAY_2210 = '2026-03-07T17:10:00Z';

interface NoticeView {
  number: string;
  caseId: string;
  status: string;
  placementDeadline: string;
}

interface Refusal {
  reasons: { code: string; article: string; pointer?: string }[];
  notice: NoticeView;
}

describe('arrival notice at Khorgos', () => {
  const clock = new VirtualClock(SATURDAY_2210);
  let place: ServicesUnderTest;
  let lane: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [registrationService], clock });
    lane = await place.token({ subject: 'lane-7', roles: ['CHECKPOINT_SYSTEM'], posts: ['55302'] });
  });

  afterAll(() => place.stop());

  it('accepts a full notice with its number and runs three hours by the clock (worked case 1, R-ARR-059, R-ARR-075)', async () => {
    const { status, body } = await place.post<NoticeView>(
      'registration',
      '/v1/arrival-notices',
      roadArrivalNotice({ deliveredAt: SATURDAY_2210 }),
      lane,
    );
    expect(status).toBe(201);
    expect(body.number).toMatch(/^55302\/070326\/A\d{6}$/);
    expect(body.placementDeadline).toBe('2026-03-07T20:10:00.000Z');
    await eventually(() => {
      const [arrived] = place
        .messages(GoodsArrivedSchema)
        .filter((event) => event.noticeNumber === body.number);
      expect(instantOf(arrived?.placementDeadline).toISOString()).toBe('2026-03-07T20:10:00.000Z');
      expect(place.messages(ArrivalNoticeAcceptedSchema).map((event) => event.noticeNumber)).toContain(
        body.number,
      );
    });
  });

  it('returns a notice with every defect at once and keeps it curable under its number (R-ARR-060, R-ARR-146)', async () => {
    const { consignor: _consignor, ...rest } = roadArrivalNotice({ deliveredAt: SATURDAY_2210 });
    const returned = await place.post<Refusal>(
      'registration',
      '/v1/arrival-notices',
      { ...rest, consignor: {}, goods: [{ ...ARRIVING_GEARS, commodityCode: '870' }] },
      lane,
    );
    expect(returned.status).toBe(422);
    expect(returned.contentType).toContain('application/problem+json');
    expect(returned.body.reasons.map((reason) => reason.code).sort()).toEqual([
      'DATA_MISSING',
      'DATA_MISSING',
      'GOODS_CODE_TOO_SHORT',
    ]);
    const { number } = returned.body.notice;
    const cured = await place.post<NoticeView>(
      'registration',
      `/v1/arrival-notices/${number}/supplements`,
      roadArrivalNotice({ deliveredAt: SATURDAY_2210 }),
      lane,
    );
    expect(cured.status).toBe(201);
    expect(cured.body).toMatchObject({
      number,
      status: 'ACCEPTED',
      placementDeadline: '2026-03-07T20:10:00.000Z',
    });
    await eventually(() => {
      expect(place.messages(ArrivalNoticeReturnedSchema).map((event) => event.noticeNumber)).toContain(
        number,
      );
    });
  });

  it('answers a repeated request as the first time and creates nothing (R-ARR-145)', async () => {
    const notice = roadArrivalNotice({ deliveredAt: SATURDAY_2210 });
    const first = await place.post<NoticeView>(
      'registration',
      '/v1/arrival-notices',
      notice,
      lane,
      'message-0001',
    );
    const again = await place.post<NoticeView>(
      'registration',
      '/v1/arrival-notices',
      notice,
      lane,
      'message-0001',
    );
    expect(again).toEqual(first);
  });

  it('refuses an Idempotency-Key that was used for another body', async () => {
    await place.post('registration', '/v1/arrival-notices', roadArrivalNotice({}), lane, 'message-0002');
    const other = await place.post<Refusal>(
      'registration',
      '/v1/arrival-notices',
      roadArrivalNotice({ vehicleRegistration: 'KZ 999 ZZZ 02' }),
      lane,
      'message-0002',
    );
    expect(other.status).toBe(409);
    expect(other.body.reasons.map((reason) => reason.code)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });

  it('refuses unknown fields and wrong types, each with a pointer', async () => {
    const { status, body } = await place.post<Refusal>(
      'registration',
      '/v1/arrival-notices',
      { ...roadArrivalNotice({}), colour: 'blue', oversized: 'perhaps' },
      lane,
    );
    expect(status).toBe(400);
    expect(body.reasons.map(({ code, pointer }) => [code, pointer]).sort()).toEqual([
      ['FIELD_INVALID', '/oversized'],
      ['FIELD_UNKNOWN', '/colour'],
    ]);
  });

  it('refuses a request without a token, and a lane system of another post', async () => {
    const anonymous = await place.post<Refusal>('registration', '/v1/arrival-notices', roadArrivalNotice({}));
    expect(anonymous.status).toBe(401);
    const elsewhere = await place.token({
      subject: 'lane-1',
      roles: ['CHECKPOINT_SYSTEM'],
      posts: ['55303'],
    });
    const refused = await place.post<Refusal>(
      'registration',
      '/v1/arrival-notices',
      roadArrivalNotice({}),
      elsewhere,
    );
    expect(refused.status).toBe(403);
  });

  it('tells of a missed term one instant after its last minute, in a queue, and detains nothing (R-ARR-079)', async () => {
    clock.moveTo('2026-03-07T20:10:00.001Z');
    await eventually(() => {
      expect(place.messages(PlacementDeadlineMissedSchema).length).toBeGreaterThanOrEqual(3);
    });
    const officer = await place.token({
      subject: 'officer-1',
      roles: ['CHECKPOINT_OFFICER'],
      posts: ['55302'],
    });
    const { body } = await place.get<{ items: { kind: string }[] }>(
      'registration',
      '/v1/work-items',
      officer,
    );
    expect(body.items.map((item) => item.kind)).toContain('PLACEMENT_OVERDUE');
  });
});
