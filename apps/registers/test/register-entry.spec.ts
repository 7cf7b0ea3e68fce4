import { RegisterEntryChangedSchema } from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { registersService } from '../src/index.js';
import {
  HEAD,
  representative,
  resumption,
  TERRITORIAL_HEAD,
  warehouse,
} from './register-requests.fixture.js';

interface EntryView {
  registrationNumber: string;
  status: string;
  statusFrom: string;
  goodsOutBy: string | null;
  reapplyFrom: string | null;
  reviewDueOn: string;
  decidedLate: boolean;
}

interface Refusal {
  reasons: { code: string; article: string; parameters: Record<string, string> }[];
}

interface PublishedEntry {
  registrationNumber: string;
  status: string;
  statusAt: string;
  orders: { kind: string; number: string }[];
}

interface Queue {
  items: { id: string; kind: string; dueAt: string | null; title: string }[];
}

const PATH = '/v1/register-entries';
const OWNER = '050640001236';
const PLACE = 'Khorgos, Depot street 4';

describe('register entries', () => {
  /** Thursday 12 March 2026, 11:20 in Almaty. */
  const clock = new VirtualClock('2026-03-12T06:20:00Z');
  let place: ServicesUnderTest;
  let registrar: string;

  /** A token of that moment: the old one has run out. */
  async function moveTo(instant: string): Promise<void> {
    clock.moveTo(instant);
    registrar = await place.token({
      subject: 'registrar-1',
      roles: ['REGISTRAR'],
      posts: ['55001', '55311'],
    });
  }

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [registersService], clock });
    await moveTo('2026-03-12T06:20:00Z');
  });

  afterAll(() => place.stop());

  const post = <Body>(path: string, body: unknown, token: string = registrar) =>
    place.post<Body>('registers', PATH + path, body, token);
  const newest = (number: string) =>
    place
      .messages(RegisterEntryChangedSchema)
      .filter(({ registrationNumber }) => registrationNumber === number)
      .at(-1);

  it('includes a representative by order, in force from the minute of signing, and tells it (R-REG-031, R-REG-032, R-REG-034, worked case 1)', async () => {
    const { status, body } = await post<EntryView>('', representative('980540000397'));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      registrationNumber: 'REP/2026/0001',
      status: 'INCLUDED',
      statusFrom: '2026-03-12',
      reviewDueOn: '2026-03-17',
      decidedLate: false,
    });
    await eventually(() => {
      expect(newest('REP/2026/0001')).toMatchObject({
        register: 'REP',
        status: 'INCLUDED',
        version: 1n,
        customsBody: '',
        grounds: [],
        person: { name: 'Sary-Arka LLP', identificationNumber: '980540000397' },
      });
    });
    const at = async (moment: string) =>
      (await place.get<PublishedEntry>('registers', `${PATH}/REP/2026/0001?at=${moment}`)).body;
    expect((await at('2026-03-12T05:50:00Z')).statusAt).toBe('NOT_IN_REGISTER');
    const now = await at('2026-03-12T06:20:00Z');
    expect(now.statusAt).toBe('INCLUDED');
    expect(now.orders).toMatchObject([{ kind: 'INCLUSION', number: '14' }]);
  });

  it('refuses with every reason, one tiyn short and one specialist short (R-REG-036, R-REG-069)', async () => {
    const request = representative('191040012345');
    const { status, body } = await post<Refusal>('', {
      ...request,
      securities: [{ reference: 'BG-1', amount: '559999999.99', providedOn: '2026-03-02' }],
      specialists: request.specialists.slice(1),
    });
    expect(status).toBe(422);
    expect(body.reasons.map(({ code, article }) => [code, article])).toEqual([
      ['COND_SECURITY_AMOUNT', 'art. 26.3'],
      ['COND_STAFF_SPECIALISTS', 'art. 26.1'],
    ]);
  });

  it('keeps one open entry per person and register, also when two requests race (R-REG-059)', async () => {
    const racing = representative('191040012345');
    const answers = await Promise.all([post<Refusal>('', racing), post<Refusal>('', racing)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    const refused = answers.find(({ status }) => status === 422);
    expect(refused?.body.reasons.map(({ code }) => code)).toEqual(['REGISTER_ENTRY_OPEN']);
    const other = await post<EntryView>('', warehouse('191040012345', 'Khorgos, North gate'));
    expect(other.status).toBe(201);
  });

  it('refuses a registrar of another body, another role, and a nameless caller', async () => {
    const elsewhere = await place.token({ subject: 'registrar-2', roles: ['REGISTRAR'], posts: ['55101'] });
    expect((await post('', representative(OWNER), elsewhere)).status).toBe(403);
    const trader = await place.token({ subject: 'trader', roles: ['DECLARANT'], organisation: OWNER });
    expect((await post('', representative(OWNER), trader)).status).toBe(403);
    const anonymous = await place.post('registers', PATH, representative(OWNER));
    expect(anonymous.status).toBe(401);
  });

  it('refuses an application that was registered before it was submitted, and an unknown customs body', async () => {
    const odd = await post<Refusal>('', representative(OWNER, { submittedAt: '2026-03-03T04:00:00Z' }));
    expect(odd.status).toBe(400);
    const wide = await place.token({ subject: 'registrar-3', roles: ['REGISTRAR'], posts: ['99999'] });
    expect((await post('', representative(OWNER, { customsBody: '99999' }), wide)).status).toBe(400);
  });

  it("suspends a warehouse only on its owner's notice, then resumes it when every condition is met (R-REG-116, R-REG-120, worked cases 14, 15)", async () => {
    const { body: entry } = await post<EntryView>('', warehouse(OWNER, PLACE));
    const number = entry.registrationNumber;
    await moveTo('2026-04-24T10:00:00Z');
    const suspension = { until: '2026-10-27', order: TERRITORIAL_HEAD };
    const refused = await post<Refusal>(`/${number}/suspensions`, suspension);
    expect(refused.body.reasons.map(({ code }) => code)).toEqual(['OWNER_NOTICE_MISSING']);
    const suspended = await post<EntryView>(`/${number}/suspensions`, {
      ...suspension,
      ownerNoticeRegisteredAt: '2026-04-20T05:00:00Z',
    });
    expect(suspended.body).toMatchObject({
      status: 'SUSPENDED',
      statusFrom: '2026-04-24',
      goodsOutBy: '2026-05-25',
    });
    await eventually(() => {
      expect(newest(number)).toMatchObject({
        status: 'SUSPENDED',
        customsBody: '55311',
        version: 2n,
        grounds: [{ code: 'SUS_OWNER_NOTICE', article: 'art. 42.1' }],
      });
    });
    const queue = await place.get<Queue>('registers', '/v1/work-items?kind=REGISTER_ORDER_NOTICE', registrar);
    const notice = queue.body.items.find(({ title }) => title.includes(number));
    expect(notice?.dueAt).toBe('2026-05-13T15:00:00.000Z');
    const unclaimed = await post(`/${number}/notices`, { order: 'T-7', proof: 'letter 1' });
    expect(unclaimed.status).toBe(409);
    await place.post('registers', `/v1/work-items/${notice?.id}/claim`, {}, registrar);
    expect((await post(`/${number}/notices`, { order: 'T-7', proof: 'letter 1' })).status).toBe(200);
    const debt = await post<Refusal>(
      `/${number}/resumptions`,
      resumption(OWNER, PLACE, '2026-04-24T09:00:00Z', { unpaidCustomsDebt: true }),
    );
    expect(debt.body.reasons.map(({ code }) => code)).toEqual(['COND_CUSTOMS_DEBT']);
    const resumed = await post<EntryView>(
      `/${number}/resumptions`,
      resumption(OWNER, PLACE, '2026-04-24T09:00:00Z'),
    );
    expect(resumed.body).toMatchObject({ status: 'INCLUDED', goodsOutBy: null });
  });

  it('excludes on a listed ground with notice in 5 working days and a year of wait (R-REG-049, R-REG-050, R-REG-051)', async () => {
    const path = '/REP/2026/0001/exclusions';
    const cause = 'one specialist left';
    const unlisted = await post<Refusal>(path, {
      ground: 'EX_DUTY_BREACH',
      provision: '30.6',
      cause,
      order: HEAD,
    });
    expect(unlisted.body.reasons.map(({ code }) => code)).toEqual(['EXCLUSION_GROUND_UNKNOWN']);
    const excluded = await post<EntryView>(path, {
      ground: 'EX_CONDITION_LOST',
      provision: '26.1',
      cause,
      order: { ...HEAD, number: '20' },
    });
    expect(excluded.body).toMatchObject({
      status: 'EXCLUDED',
      statusFrom: '2026-04-24',
      reapplyFrom: '2027-04-27',
    });
    await eventually(() => {
      expect(newest('REP/2026/0001')).toMatchObject({
        status: 'EXCLUDED',
        grounds: [{ code: 'EX_CONDITION_LOST', article: 'art. 28.1.1', parameters: { provision: '26.1' } }],
      });
    });
    const queue = await place.get<Queue>('registers', '/v1/work-items?kind=REGISTER_ORDER_NOTICE', registrar);
    const notice = queue.body.items.find(({ title }) => title.includes('order 20'));
    expect(notice?.dueAt).toBe('2026-05-04T13:00:00.000Z');
    const again = await post<Refusal>('', representative('980540000397'));
    expect(again.body.reasons).toMatchObject([
      { code: 'REAPPLY_BAN_ACTIVE', parameters: { from: '2027-04-27' } },
    ]);
    const elsewhere = await post<EntryView>('', warehouse('980540000397', 'Khorgos, South gate'));
    expect(elsewhere.status).toBe(201);
  });

  it('is published without a token and without protected data, in pages (R-REG-057)', async () => {
    const first = await place.get<{ items: PublishedEntry[]; next?: string }>('registers', `${PATH}?limit=2`);
    expect(first.status).toBe(200);
    expect(first.body.items).toHaveLength(2);
    const second = await place.get<{ items: PublishedEntry[] }>(
      'registers',
      `${PATH}?limit=2&after=${first.body.next}`,
    );
    const numbers = [...first.body.items, ...second.body.items].map(
      ({ registrationNumber }) => registrationNumber,
    );
    expect(new Set(numbers).size).toBe(4);
    const [excluded] = (
      await place.get<{ items: PublishedEntry[] }>('registers', `${PATH}?register=REP&status=EXCLUDED`)
    ).body.items;
    expect(excluded?.orders.map(({ kind }) => kind)).toEqual(['INCLUSION', 'EXCLUSION']);
    const text = JSON.stringify(await place.get('registers', `${PATH}?limit=200`));
    for (const secret of ['BG-1', 'one specialist left', 'S-1', 'videoRetentionDays'])
      expect(text).not.toContain(secret);
    const owned = await place.get<{ items: PublishedEntry[] }>('registers', `${PATH}?bin=${OWNER}`);
    expect(owned.body.items.map(({ status }) => status)).toEqual(['INCLUDED']);
    expect(owned.body.items[0]?.orders.map(({ kind }) => kind)).toEqual([
      'INCLUSION',
      'SUSPENSION',
      'RESUMPTION',
    ]);
  });

  it('leaves a suspension whose end has come suspended, with a task for an officer (open reading 19)', async () => {
    const { body: entry } = await post<EntryView>('', warehouse(OWNER, 'Khorgos, West gate'));
    await post(`/${entry.registrationNumber}/suspensions`, {
      ownerNoticeRegisteredAt: '2026-04-23T05:00:00Z',
      until: '2026-06-15',
      order: TERRITORIAL_HEAD,
    });
    await moveTo('2026-06-15T19:00:00.000Z');
    await eventually(async () => {
      const { body } = await place.get<Queue>(
        'registers',
        '/v1/work-items?kind=REGISTER_SUSPENSION_OVER',
        registrar,
      );
      expect(body.items.map(({ title }) => title.includes(entry.registrationNumber))).toEqual([true]);
    });
    const { body } = await place.get<PublishedEntry>('registers', `${PATH}/${entry.registrationNumber}`);
    expect(body.status).toBe('SUSPENDED');
  });
});
