/** Durable terms on a real PostgreSQL and a virtual clock: in order, once, after an outage too, and never lost. */
import { Inject, Injectable, Module } from '@nestjs/common';
import { type Deadline, DeadlineRunner, Deadlines, OnDeadline } from '@shekara/deadlines';
import { art, VirtualClock } from '@shekara/kernel';
import { DataSource, UnitOfWork, type Work } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';

const CASE = '0190a000-0000-7000-8000-000000000002';
const NOON = '2026-03-10T07:00:00Z';

const fired: string[] = [];
let broken = true;

@Injectable()
class Terms {
  constructor(@Inject(DataSource) readonly dataSource: DataSource) {}

  @OnDeadline('TEST')
  async over(deadline: Deadline, work: Work): Promise<void> {
    await work.manager.query('SELECT 1');
    fired.push(deadline.subjectId);
  }

  @OnDeadline('BROKEN')
  over2(deadline: Deadline): Promise<void> {
    if (broken) return Promise.reject(new Error('the handler fails'));
    fired.push(deadline.subjectId);
    return Promise.resolve();
  }
}

@Module({ providers: [Terms] })
class TermsModule {}

describe('legal terms', () => {
  const clock = new VirtualClock(NOON);
  let place: ServicesUnderTest;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({
      services: [{ name: 'registers', title: 'terms', module: TermsModule, migrations: [] }],
      clock,
    });
  });

  afterAll(() => place.stop());

  function run(task: (work: Work, deadlines: Deadlines) => Promise<unknown>): Promise<unknown> {
    const { app } = place.service('registers');
    return app.get(UnitOfWork).run({ actor: 'test' }, (work) => task(work, app.get(Deadlines)));
  }

  function term(subjectId: string, dueAt: string, kind = 'TEST') {
    return {
      kind,
      subjectId,
      caseId: CASE,
      article: art(252, 4),
      startedAt: clock.now(),
      dueAt: new Date(dueAt),
      term: {},
    };
  }

  it('fires after its last instant, not at it', async () => {
    await run((work, deadlines) => deadlines.start(work, term('edge', '2026-03-10T08:00:00Z')));
    clock.moveTo('2026-03-10T08:00:00Z');
    expect(await place.service('registers').app.get(DeadlineRunner).fireDue()).toBe(0);
    clock.advance(1);
    await eventually(() => expect(fired).toContain('edge'));
  });

  it('fires all that are overdue after a day of outage, in the order of their ends', async () => {
    await run(async (work, deadlines) => {
      for (const hour of ['14', '10', '12']) await deadlines.start(work, term(`at-${hour}`, `2026-03-10T${hour}:00:00Z`));
    });
    clock.moveTo('2026-03-11T08:00:00Z');
    await eventually(() => expect(fired.filter((subject) => subject.startsWith('at-'))).toEqual(['at-10', 'at-12', 'at-14']));
  });

  it('never fires when it was cancelled, and moves when it is started again', async () => {
    await run(async (work, deadlines) => {
      await deadlines.start(work, term('cancelled', '2026-03-11T09:00:00Z'));
      await deadlines.start(work, term('moved', '2026-03-11T09:00:00Z'));
    });
    await run(async (work, deadlines) => {
      expect(await deadlines.cancel(work, 'TEST', 'cancelled')).toBe(true);
      expect(await deadlines.cancel(work, 'TEST', 'cancelled')).toBe(false);
      await deadlines.start(work, term('moved', '2026-03-11T11:00:00Z'));
      await deadlines.start(work, term('sentinel', '2026-03-11T10:00:00Z'));
    });
    clock.moveTo('2026-03-11T10:30:00Z');
    await eventually(() => expect(fired).toContain('sentinel'));
    expect(fired).not.toContain('cancelled');
    expect(fired).not.toContain('moved');
    clock.moveTo('2026-03-11T11:00:01Z');
    await eventually(() => expect(fired).toContain('moved'));
  });

  it('is rolled back with the work that started it', async () => {
    const failed = run(async (work, deadlines) => {
      await deadlines.start(work, term('undone', '2026-03-11T09:00:00Z'));
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    await run((work, deadlines) => deadlines.start(work, term('next', '2026-03-11T09:00:00Z')));
    await eventually(() => expect(fired).toContain('next'));
    expect(fired).not.toContain('undone');
  });

  it('stays open while its handler fails, does not hold up others, and fires once the handler works', async () => {
    await run(async (work, deadlines) => {
      await deadlines.start(work, term('stubborn', '2026-03-11T09:00:00Z', 'BROKEN'));
      await deadlines.start(work, term('behind', '2026-03-11T09:30:00Z'));
    });
    await eventually(() => expect(fired).toContain('behind'));
    expect(fired).not.toContain('stubborn');
    broken = false;
    await eventually(() => expect(fired.filter((subject) => subject === 'stubborn')).toEqual(['stubborn']));
  });

  it('fires once although two runners look at the same time', async () => {
    await run(async (work, deadlines) => {
      for (let n = 0; n < 20; n += 1) await deadlines.start(work, term(`pair-${n}`, '2026-03-11T09:00:00Z'));
    });
    const runner = place.service('registers').app.get(DeadlineRunner);
    await Promise.all([runner.fireDue(), runner.fireDue()]);
    await eventually(() => expect(fired.filter((subject) => subject.startsWith('pair-'))).toHaveLength(20));
    expect(new Set(fired.filter((subject) => subject.startsWith('pair-'))).size).toBe(20);
  });
});
