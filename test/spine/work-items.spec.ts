/** Work items over HTTP: one holder at a time, only for officers of the role and post, due first. */
import { Module } from '@nestjs/common';
import { WorkItemChangedSchema } from '@shekara/contracts';
import { art } from '@shekara/kernel';
import { UnitOfWork } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { WorkItems } from '@shekara/work-items';

const CASE = '0190a000-0000-7000-8000-000000000003';

@Module({})
class NothingModule {}

interface Item {
  id: string;
  subjectId: string;
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

  beforeAll(async () => {
    place = await ServicesUnderTest.start({
      services: [{ name: 'inspections', title: 'items', module: NothingModule, migrations: [] }],
    });
    aigul = await place.token({ subject: 'aigul', roles: ['INSPECTION_OFFICER'], posts: ['55302'] });
    bolat = await place.token({ subject: 'bolat', roles: ['INSPECTION_OFFICER'], posts: ['55302'] });
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
    expect((await queue(aigul, `?limit=1&after=${first?.id}`)).map((item) => item.subjectId)).toEqual(['later']);
  });

  it('are invisible to officers of another post or role, and nobody without a token sees any', async () => {
    const elsewhere = await place.token({ subject: 'x', roles: ['INSPECTION_OFFICER'], posts: ['55303'] });
    const other = await place.token({ subject: 'y', roles: ['RELEASE_OFFICER'], posts: ['55302'] });
    expect(await queue(elsewhere)).toEqual([]);
    expect(await queue(other)).toEqual([]);
    expect((await place.get('inspections', '/v1/work-items')).status).toBe(401);
    const [item] = await queue(aigul);
    expect((await place.post('inspections', `/v1/work-items/${item?.id}/claim`, {}, elsewhere)).status).toBe(403);
    expect((await place.post('inspections', `/v1/work-items/${item?.id}/claim`, {}, other)).status).toBe(403);
  });

  it('are held by one officer only, however many claim at once', async () => {
    const [item] = await queue(aigul);
    const claims = await Promise.all(
      [aigul, bolat, aigul, bolat].map((token) =>
        place.post<Item & Refusal>('inspections', `/v1/work-items/${item?.id}/claim`, {}, token),
      ),
    );
    const holders = new Set(claims.filter((claim) => claim.status === 200).map((claim) => claim.body.claimedBy));
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
    expect((await place.post('inspections', `/v1/work-items/${item?.id}/release`, {}, other)).status).toBe(409);
    expect((await place.post('inspections', `/v1/work-items/${item?.id}/release`, {}, holder)).status).toBe(200);
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
});
