/** Work items over HTTP: one holder at a time, only for officers of the role and post, due first. */
import { Module } from '@nestjs/common';
import { WorkItemChangedSchema } from '@shekara/contracts';
import { art } from '@shekara/kernel';
import { UnitOfWork } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { WorkItems, type WorkToDo } from '@shekara/work-items';

const CASE = '0190a000-0000-7000-8000-000000000003';

@Module({})
class NothingModule {}

interface Item {
  id: string;
  subjectId: string;
  role: string;
  status: string;
  claimedBy: string | null;
}

interface Refusal {
  reasons: { code: string }[];
}

describe('work items', () => {
  let place: ServicesUnderTest;
  let aigul: string;
  let bolat: string;
  let head: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({
      services: [{ name: 'inspections', title: 'items', module: NothingModule, migrations: [] }],
    });
    aigul = await place.token({ subject: 'aigul', roles: ['INSPECTION_OFFICER'], posts: ['55302'] });
    bolat = await place.token({ subject: 'bolat', roles: ['INSPECTION_OFFICER'], posts: ['55302'] });
    head = await place.token({ subject: 'head', roles: ['HEAD_OF_POST'], posts: ['55302'] });
    const { app } = place.service('inspections');
    await app.get(UnitOfWork).run({ actor: 'test' }, async (work) => {
      for (const [subjectId, due] of [
        ['later', '2026-03-12'],
        ['sooner', '2026-03-11'],
        ['whenever', undefined],
      ] as const) {
        await app.get(WorkItems).open(work, {
          kind: 'EXAMINATION',
          role: 'INSPECTION_OFFICER',
          customsBody: '55302',
          subject: 'Control',
          subjectId,
          caseId: CASE,
          title: subjectId,
          article: art(205),
          ...(due === undefined ? {} : { dueAt: new Date(`${due}T13:00:00Z`) }),
        });
      }
    });
  });

  afterAll(() => place.stop());

  async function queue(token: string, query = ''): Promise<Item[]> {
    const { body } = await place.get<{ items: Item[] }>('inspections', `/v1/work-items${query}`, token);
    return body.items;
  }

  it('stand in the queue by the end of their term, those without one last, page by page', async () => {
    expect((await queue(aigul)).map((item) => item.subjectId)).toEqual(['sooner', 'later', 'whenever']);
    const [first] = await queue(aigul, '?limit=1');
    expect((await queue(aigul, `?limit=1&after=${first?.id}`)).map((item) => item.subjectId)).toEqual([
      'later',
    ]);
  });

  it('are invisible to officers of another post or role, and nobody without a token sees any', async () => {
    const elsewhere = await place.token({ subject: 'x', roles: ['INSPECTION_OFFICER'], posts: ['55303'] });
    const other = await place.token({ subject: 'y', roles: ['RELEASE_OFFICER'], posts: ['55302'] });
    expect(await queue(elsewhere)).toEqual([]);
    expect(await queue(other)).toEqual([]);
    expect((await place.get('inspections', '/v1/work-items')).status).toBe(401);
    const [item] = await queue(aigul);
    expect((await place.post('inspections', `/v1/work-items/${item?.id}/claim`, {}, elsewhere)).status).toBe(
      403,
    );
    expect((await place.post('inspections', `/v1/work-items/${item?.id}/claim`, {}, other)).status).toBe(403);
  });

  it('are held by one officer only, however many claim at once', async () => {
    const [item] = await queue(aigul);
    const claims = await Promise.all(
      [aigul, bolat, aigul, bolat].map((token) =>
        place.post<Item & Refusal>('inspections', `/v1/work-items/${item?.id}/claim`, {}, token),
      ),
    );
    const holders = new Set(
      claims.filter((claim) => claim.status === 200).map((claim) => claim.body.claimedBy),
    );
    expect(holders.size).toBe(1);
    const refused = claims.filter((claim) => claim.status === 409);
    expect(refused).toHaveLength(2);
    expect(refused.flatMap((claim) => claim.body.reasons.map((reason) => reason.code))).toEqual([
      'WORK_ITEM_HELD_BY_ANOTHER',
      'WORK_ITEM_HELD_BY_ANOTHER',
    ]);
  });

  it('come back to the queue when their holder releases them, and each change is published', async () => {
    const [item] = await queue(aigul);
    const holder = item?.claimedBy === 'aigul' ? aigul : bolat;
    const other = item?.claimedBy === 'aigul' ? bolat : aigul;
    expect((await place.post('inspections', `/v1/work-items/${item?.id}/release`, {}, other)).status).toBe(
      409,
    );
    expect((await place.post('inspections', `/v1/work-items/${item?.id}/release`, {}, holder)).status).toBe(
      200,
    );
    await eventually(() => {
      const versions = place
        .messages(WorkItemChangedSchema)
        .filter((message) => message.itemId === item?.id)
        .map((message) => [message.version, message.status]);
      expect(versions.at(0)).toEqual([1n, 'OPEN']);
      expect(versions.at(-1)?.[1]).toBe('OPEN');
      expect(versions.length).toBeGreaterThanOrEqual(3);
    });
  });

  it('that do not exist are not found', async () => {
    const answer = await place.post('inspections', `/v1/work-items/${CASE}/claim`, {}, aigul);
    expect(answer.status).toBe(404);
  });

  describe('of another post', () => {
    let dana: string;
    let erik: string;
    let chief: string;

    beforeAll(async () => {
      dana = await place.token({ subject: 'dana', roles: ['INSPECTION_OFFICER'], posts: ['55311'] });
      erik = await place.token({ subject: 'erik', roles: ['INSPECTION_OFFICER'], posts: ['55311'] });
      chief = await place.token({ subject: 'chief', roles: ['HEAD_OF_POST'], posts: ['55311'] });
    });

    function open(subjectId: string, changes: Partial<WorkToDo> = {}) {
      const { app } = place.service('inspections');
      return app.get(UnitOfWork).run({ actor: 'test' }, (work) =>
        app.get(WorkItems).open(work, {
          kind: 'EXAMINATION',
          role: 'INSPECTION_OFFICER',
          customsBody: '55311',
          subject: 'Control',
          subjectId,
          caseId: CASE,
          title: subjectId,
          article: art(205),
          ...changes,
        }),
      );
    }

    function act<Body = Item & Refusal>(id: string, what: string, token: string, body: object = {}) {
      return place.post<Body>('inspections', `/v1/work-items/${id}/${what}`, body, token);
    }

    it('stand ahead of all others when the goods are of a priority category', async () => {
      await open('soon', { dueAt: new Date('2026-03-01T09:00:00Z') });
      await open('flowers', { dueAt: new Date('2026-03-09T09:00:00Z'), goesAhead: true });
      await open('aid', { goesAhead: true });
      expect((await queue(dana)).map((item) => item.subjectId)).toEqual(['flowers', 'aid', 'soon']);
      const [flowers] = await queue(dana);
      const rest = await queue(dana, `?after=${flowers?.id}&kind=EXAMINATION`);
      expect(rest.map((item) => item.subjectId)).toEqual(['aid', 'soon']);
      expect(await queue(dana, '?kind=WEIGHING')).toEqual([]);
    });

    it('are handed out one by one, priority goods first, to officers who ask at once', async () => {
      const next = (token: string) =>
        place.post<{ item: Item | null }>('inspections', '/v1/work-items/claim-next', {}, token);
      const answers = await Promise.all([dana, erik, dana, erik, dana].map(next));
      const taken = answers.flatMap(({ body }) => (body.item ? [body.item.subjectId] : []));
      expect([...taken].sort()).toEqual(['aid', 'flowers', 'soon']);
      await open('later one');
      await open('urgent one', { goesAhead: true });
      expect((await next(dana)).body.item?.subjectId).toBe('urgent one');
      expect((await next(erik)).body.item?.subjectId).toBe('later one');
      expect((await next(erik)).body.item).toBeNull();
    });

    it('are given by the head of the post to another officer, who then holds them alone', async () => {
      const item = await open('given');
      expect((await act(item.id, 'claim', dana)).status).toBe(200);
      expect((await act(item.id, 'reassign', dana, { to: 'erik' })).status).toBe(403);
      expect((await act(item.id, 'reassign', head, { to: 'erik' })).status).toBe(403);
      expect((await act(item.id, 'reassign', chief, { to: 'erik' })).body).toMatchObject({
        claimedBy: 'erik',
      });
      expect((await act(item.id, 'release', dana)).body.reasons[0]?.code).toBe('WORK_ITEM_HELD_BY_ANOTHER');
      expect((await act(item.id, 'reassign', chief)).body).toMatchObject({ status: 'OPEN', claimedBy: null });
      expect((await act(item.id, 'claim', dana)).status).toBe(200);
      const history = await place.get<{ type: string; actor: string }[]>(
        'inspections',
        `/v1/work-items/${item.id}/history`,
        chief,
      );
      expect(history.body.map(({ type, actor }) => [type, actor])).toEqual([
        ['Opened', 'test'],
        ['Claimed', 'dana'],
        ['Reassigned', 'chief'],
        ['Reassigned', 'chief'],
        ['Claimed', 'dana'],
      ]);
      expect((await place.get('inspections', `/v1/work-items/${item.id}/history`, aigul)).status).toBe(403);
    });

    it('pass to the head of the post when their time for an officer is over, and may be given back', async () => {
      const item = await open('escalating', { escalateAt: new Date(Date.now() + 300) });
      expect((await act(item.id, 'claim', dana)).status).toBe(200);
      await eventually(async () => {
        const atHead = (await queue(chief)).find(({ id }) => id === item.id);
        expect(atHead).toMatchObject({ role: 'HEAD_OF_POST', status: 'OPEN', claimedBy: null });
      });
      expect((await act(item.id, 'claim', dana)).status).toBe(403);
      expect((await act(item.id, 'reassign', chief, { to: 'dana' })).status).toBe(200);
      const { app } = place.service('inspections');
      const officer = { subject: 'dana', roles: ['INSPECTION_OFFICER'], posts: [item.customsBody] } as never;
      const closed = await app
        .get(UnitOfWork)
        .run({ actor: 'dana' }, (work) =>
          app.get(WorkItems).complete(work, 'EXAMINATION', 'escalating', officer, 'OK'),
        );
      expect(closed).toMatchObject({ status: 'COMPLETED', outcome: 'OK' });
    });

    it('do not pass to the head when they were decided before, and an officer may pass one itself', async () => {
      const decided = await open('decided', { escalateAt: new Date(Date.now() + 400) });
      const { app } = place.service('inspections');
      await app
        .get(UnitOfWork)
        .run({ actor: 'test' }, (work) => app.get(WorkItems).cancel(work, 'EXAMINATION', 'decided', 'DONE'));
      const hard = await open('hard', { escalateAt: new Date(Date.now() + 700) });
      expect((await act(hard.id, 'escalate', aigul, { why: 'not my post' })).status).toBe(403);
      expect((await act<object>(hard.id, 'escalate', dana, { why: 'too hard' })).body).toEqual({
        escalated: true,
      });
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      const history = await place.get<{ type: string }[]>(
        'inspections',
        `/v1/work-items/${decided.id}/history`,
        dana,
      );
      expect(history.body.map(({ type }) => type)).toEqual(['Opened', 'Cancelled']);
      const hardly = await place.get<{ type: string }[]>(
        'inspections',
        `/v1/work-items/${hard.id}/history`,
        chief,
      );
      expect(hardly.body.map(({ type }) => type)).toEqual(['Opened', 'Escalated']);
    });

    it('are counted by post, role and kind, those past their term apart', async () => {
      const text = await fetch(`${place.service('inspections').url}/metrics`).then((answer) => answer.text());
      const of = (state: string, post: string) =>
        text
          .split('\n')
          .find((line) =>
            [
              `shekara_work_items{`,
              `customs_body="${post}"`,
              'role="INSPECTION_OFFICER"',
              `state="${state}"`,
            ].every((part) => line.includes(part)),
          )
          ?.split(' ')
          .at(-1);
      expect(of('waiting', '55302')).toBe('3');
      expect(of('overdue', '55302')).toBe('2');
      expect(of('overdue', '55311')).toBe('2');
    });
  });
});
