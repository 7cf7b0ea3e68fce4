/** Durable terms on a real PostgreSQL and a virtual clock: in order, once, after an outage too, and never lost. */
import { Inject, Injectable, Module } from '@nestjs/common';
import { type LegalTerm, standardCalendar } from '@shekara/calendar';
import { type Deadline, DeadlineRunner, Deadlines, endedPauses, OnDeadline } from '@shekara/deadlines';
import { art, VirtualClock } from '@shekara/kernel';
import { DataSource, historyOf, UnitOfWork, type Work } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';

const CASE = '0190a000-0000-7000-8000-000000000002';
/** How many terms the outage left; `OVERDUE=10000` for a round to look at. */
const OVERDUE = Number(process.env.OVERDUE ?? 2_000);
const NOON = '2026-03-10T07:00:00Z';

const fired: string[] = [];
let broken = true;
let attempts = 0;
let lockings = 0;
/** Stands for the row of a document that a command and the handler of its term both lock. */
const DOCUMENT = 4711;

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
    attempts += 1;
    if (broken) return Promise.reject(new Error('the handler fails'));
    fired.push(deadline.subjectId);
    return Promise.resolve();
  }

  @OnDeadline('LOCKING')
  async over3(deadline: Deadline, work: Work): Promise<void> {
    lockings += 1;
    await work.manager.query(`SELECT pg_advisory_xact_lock(${DOCUMENT})`);
    fired.push(deadline.subjectId);
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
      for (const hour of ['14', '10', '12'])
        await deadlines.start(work, term(`at-${hour}`, `2026-03-10T${hour}:00:00Z`));
    });
    clock.moveTo('2026-03-11T08:00:00Z');
    await eventually(() =>
      expect(fired.filter((subject) => subject.startsWith('at-'))).toEqual(['at-10', 'at-12', 'at-14']),
    );
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

  it('fires the terms of one case in their order although three runners look at the same time', async () => {
    await run(async (work, deadlines) => {
      for (let n = 0; n < 40; n += 1) {
        const due = new Date(Date.parse('2026-03-11T09:00:00Z') + n * 1000).toISOString();
        await deadlines.start(work, term(`row-${n}`, due));
      }
    });
    const runner = place.service('registers').app.get(DeadlineRunner);
    await Promise.all([runner.fireDue(), runner.fireDue(), runner.fireDue()]);
    await eventually(() => expect(fired.filter((subject) => subject.startsWith('row-'))).toHaveLength(40));
    expect(fired.filter((subject) => subject.startsWith('row-'))).toEqual(
      Array.from({ length: 40 }, (_, n) => `row-${n}`),
    );
  });

  it('stands still while paused and runs on with the working days that were left (R-REG-027)', async () => {
    const calendar = standardCalendar();
    const tenDays: LegalTerm = { length: 10, unit: 'WORKING_DAYS', article: 'art. 221.3' };
    const began = new Date('2026-03-12T05:00:00Z');
    clock.moveTo(began);
    const end = calendar.end(tenDays, began);
    await run((work, deadlines) =>
      deadlines.start(work, { ...term('pausing', end.endsAt.toISOString()), term: end }),
    );
    const query = { from: '2026-03-16', kind: 'EXCLUSIVE', article: art(221, 17) } as const;
    await run(async (work, deadlines) => {
      expect(await deadlines.pause(work, 'TEST', 'pausing', query)).toBe(true);
      expect(await deadlines.pause(work, 'TEST', 'pausing', query)).toBe(false);
      expect(await deadlines.pause(work, 'TEST', 'nothing', query)).toBe(false);
      await deadlines.start(work, term('meanwhile', end.endsAt.toISOString()));
    });
    clock.moveTo(new Date(end.endsAt.getTime() + 86_400_000));
    await eventually(() => expect(fired).toContain('meanwhile'));
    expect(fired).not.toContain('pausing');

    const { app } = place.service('registers');
    const [standing] = await app.get(Deadlines).open('pausing');
    expect(standing).toMatchObject({ status: 'PAUSED', pauses: [{ from: '2026-03-16', kind: 'EXCLUSIVE' }] });
    const answered = '2026-03-30';
    const later = calendar.end(tenDays, began, { pauses: [{ ...query, to: answered }] });
    expect(later.lastDay > end.lastDay).toBe(true);
    await run(async (work, deadlines) => {
      const resumed = { to: answered, dueAt: later.endsAt, term: later };
      expect(await deadlines.resume(work, 'TEST', 'pausing', resumed)).toBe(true);
      expect(await deadlines.resume(work, 'TEST', 'pausing', resumed)).toBe(false);
    });
    const [running] = await app.get(Deadlines).open('pausing');
    if (!running) throw new Error('no open term');
    expect(running).toMatchObject({ status: 'OPEN', dueAt: later.endsAt });
    expect(endedPauses(running)).toEqual([{ from: '2026-03-16', to: answered, kind: 'EXCLUSIVE' }]);
    clock.moveTo(later.endsAt);
    expect(await app.get(DeadlineRunner).fireDue()).toBe(0);
    clock.advance(1);
    await eventually(() => expect(fired.filter((subject) => subject === 'pausing')).toHaveLength(1));
    expect(await changesOf(running.id)).toEqual(['TermPaused', 'TermResumed']);
  });

  it('stands still until the last of two stops that overlap is over', async () => {
    const inOneHour = new Date(clock.now().getTime() + 3_600_000).toISOString();
    const stop = { from: '2026-04-06', kind: 'INCLUSIVE', article: art(160, 3) } as const;
    const statuses: string[] = [];
    await run(async (work, deadlines) => {
      await deadlines.start(work, term('twice', inOneHour));
      for (const name of ['first', 'second'])
        await deadlines.pause(work, 'TEST', 'twice', { ...stop, stop: name });
      for (const name of ['first', 'second']) {
        await deadlines.resume(work, 'TEST', 'twice', {
          to: '2026-04-08',
          dueAt: new Date(inOneHour),
          stop: name,
        });
        const [deadline] = await deadlines.open('twice', work);
        statuses.push(deadline?.status ?? '');
      }
      expect(await deadlines.cancel(work, 'TEST', 'twice')).toBe(true);
    });
    expect(statuses).toEqual(['PAUSED', 'OPEN']);
  });

  it('is extended by a decision to a later end only, and its history says by which and from when', async () => {
    const hours = (n: number) => new Date(clock.now().getTime() + n * 3_600_000);
    const decision = { article: art(268, 2), by: 'decision 17' };
    await run((work, deadlines) => deadlines.start(work, term('extended', hours(1).toISOString())));
    const [before] = await place.service('registers').app.get(Deadlines).open('extended');
    await run(async (work, deadlines) => {
      expect(await deadlines.extend(work, 'TEST', 'extended', { ...decision, dueAt: hours(5) })).toBe(true);
      expect(await deadlines.extend(work, 'TEST', 'nothing', { ...decision, dueAt: hours(5) })).toBe(false);
    });
    const shorter = run((work, deadlines) =>
      deadlines.extend(work, 'TEST', 'extended', { ...decision, dueAt: hours(4) }),
    );
    await expect(shorter).rejects.toThrow('not extended by an earlier end');
    const { manager } = place.service('registers').app.get(DataSource);
    const [entry] = await historyOf(manager, 'Deadline', before?.id ?? '');
    expect(entry).toMatchObject({
      type: 'TermExtended',
      ground: art(268, 2).text,
      payload: { by: 'decision 17', dueBefore: hours(1).toISOString(), dueAt: hours(5).toISOString() },
    });
  });

  it('recomputes open terms page by page, keeps the old end and answers those that moved', async () => {
    const inHours = (n: number) => new Date(clock.now().getTime() + n * 3_600_000);
    await run(async (work, deadlines) => {
      for (let n = 0; n < 5; n += 1)
        await deadlines.start(work, term(`calendar-${n}`, inHours(10).toISOString()));
    });
    const moved: string[] = [];
    let after: { subjectId: string; kind: string } | undefined;
    let pages = 0;
    do {
      await run(async (work, deadlines) => {
        const page = await deadlines.recompute(
          work,
          ({ subjectId, dueAt }) =>
            subjectId.startsWith('calendar-') && subjectId !== 'calendar-3'
              ? { dueAt: inHours(20) }
              : { dueAt },
          { kind: 'TEST', limit: 2, ...(after ? { after } : {}) },
        );
        moved.push(...page.moved.map(({ deadline }) => deadline.subjectId));
        after = page.next;
        pages += 1;
      });
    } while (after);
    expect(moved).toEqual(['calendar-0', 'calendar-1', 'calendar-2', 'calendar-4']);
    expect(pages).toBeGreaterThanOrEqual(3);
    const [first] = await place.service('registers').app.get(Deadlines).open('calendar-0');
    expect(first?.dueAt).toEqual(inHours(20));
    const { manager } = place.service('registers').app.get(DataSource);
    const [entry] = await historyOf(manager, 'Deadline', first?.id ?? '');
    expect(entry).toMatchObject({
      type: 'TermRecomputed',
      payload: { dueBefore: inHours(10).toISOString() },
    });
  });

  it('rests longer after each failure of its handler, says why, and is shown to operators', async () => {
    broken = true;
    attempts = 0;
    await run((work, deadlines) => deadlines.start(work, term('resting', '2026-03-11T09:00:00Z', 'BROKEN')));
    const { manager } = place.service('registers').app.get(DataSource);
    await eventually(async () => {
      const [row] = await manager.query<{ attempts: number; last_error: string; rest: number }[]>(
        `SELECT attempts, last_error, extract(epoch FROM next_try_at - now())::float8 AS rest
           FROM deadlines WHERE subject_id = 'resting'`,
      );
      expect(row?.last_error).toBe('the handler fails');
      expect(row?.attempts).toBeGreaterThanOrEqual(3);
      expect(row?.rest).toBeGreaterThan(0.3);
    });
    expect(attempts).toBeLessThanOrEqual(5);
    const metrics = await fetch(`${place.service('registers').url}/metrics`).then((answer) => answer.text());
    expect(metrics).toMatch(/shekara_deadlines\{state="failing",service="registers"\} 1\n/);
    expect(metrics).toMatch(/shekara_deadlines_overdue_seconds\{service="registers"\} [1-9]\d*/);
    expect(metrics).toMatch(/shekara_deadlines_failed_total\{kind="BROKEN",service="registers"\} \d+/);
    expect(metrics).toMatch(/shekara_deadlines_fired_total\{kind="TEST",service="registers"\} \d+/);
    broken = false;
    await eventually(() => expect(fired).toContain('resting'));
  });

  it('fires thousands that are overdue after an outage, each once and those of a case in order', async () => {
    const { manager } = place.service('registers').app.get(DataSource);
    const started = performance.now();
    await manager.query(
      `INSERT INTO deadlines (id, kind, subject_id, case_id, article, started_at, due_at, status, term)
       SELECT gen_random_uuid(), 'TEST', 'mass-' || lpad(n::text, 5, '0'), md5((n % 300)::text)::uuid, 'art. 5', $1::timestamptz,
              $1::timestamptz + n * interval '1 millisecond', 'OPEN', '{}' FROM generate_series(1, $2::int) n`,
      ['2026-03-11T09:00:00Z', OVERDUE],
    );
    const mass = () => fired.filter((subject) => subject.startsWith('mass-'));
    await eventually(() => expect(mass()).toHaveLength(OVERDUE), { timeoutMs: 50_000 });
    process.stdout.write(`${OVERDUE} overdue terms fired in ${Math.round(performance.now() - started)} ms\n`);
    expect(new Set(mass()).size).toBe(OVERDUE);
    const ofCase = (number: number) => mass().filter((subject) => Number(subject.slice(5)) % 300 === number);
    for (const number of [0, 7, 299]) expect(ofCase(number)).toEqual([...ofCase(number)].sort());
  });

  it('gives way to a command that holds its document and cancels it, and does not fire', async () => {
    const due = new Date(clock.now().getTime() - 1000).toISOString();
    const soon = new Date(clock.now().getTime() + 1000).toISOString();
    await run((work, deadlines) => deadlines.start(work, term('contested', soon, 'LOCKING')));
    await run(async (work, deadlines) => {
      await work.manager.query(`SELECT pg_advisory_xact_lock(${DOCUMENT})`);
      clock.advance(2000);
      await eventually(() => expect(lockings).toBeGreaterThan(0));
      expect(await deadlines.cancel(work, 'LOCKING', 'contested')).toBe(true);
    });
    await run((work, deadlines) => deadlines.start(work, term('after contest', due)));
    await eventually(() => expect(fired).toContain('after contest'));
    expect(fired).not.toContain('contested');
  });

  async function changesOf(id: string): Promise<string[]> {
    const { manager } = place.service('registers').app.get(DataSource);
    return (await historyOf(manager, 'Deadline', id)).map((entry) => entry.type);
  }
});
