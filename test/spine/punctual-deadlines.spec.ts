/** Terms by the real clock: each fires once, in order, never before its end. How late it was is printed, never asserted. */
import { Injectable, Module } from '@nestjs/common';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import { design, systemClock } from '@shekara/kernel';
import { UnitOfWork, type Work } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';

const CASE = '0190a000-0000-7000-8000-00000000000a';
const TERMS = 120;
const APART_MS = 25;
const FIRST_IN_MS = 1_500;

const fired: { readonly subjectId: string; readonly dueAt: number; readonly at: number }[] = [];

@Injectable()
class Terms {
  @OnDeadline('SHORT')
  over({ subjectId, dueAt }: Deadline, work: Work): Promise<void> {
    work.onCommitted(() =>
      fired.push({ subjectId, dueAt: dueAt.getTime(), at: systemClock.now().getTime() }),
    );
    return Promise.resolve();
  }
}

@Module({ providers: [Terms] })
class TermsModule {}

describe('terms by the real clock', () => {
  let place: ServicesUnderTest;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({
      services: [{ name: 'registers', title: 'terms', module: TermsModule, migrations: [] }],
    });
  });

  afterAll(() => place.stop());

  it('fire all, once, in the order of their ends whatever the order they were started in, and none before its end', async () => {
    const { app } = place.service('registers');
    const first = systemClock.now().getTime() + FIRST_IN_MS;
    const numbers = Array.from({ length: TERMS }, (_, n) => (n * 77) % TERMS);
    await app.get(UnitOfWork).run({ actor: 'test' }, async (work) => {
      for (const n of numbers) {
        await app.get(Deadlines).start(work, {
          kind: 'SHORT',
          subjectId: `term-${String(n).padStart(3, '0')}`,
          caseId: CASE,
          article: design('test of terms'),
          startedAt: work.context.at,
          dueAt: new Date(first + n * APART_MS),
          term: {},
        });
      }
    });
    await eventually(() => expect(fired).toHaveLength(TERMS), { timeoutMs: 30_000 });
    const subjects = fired.map(({ subjectId }) => subjectId);
    expect(subjects).toEqual([...new Set(subjects)].sort());
    for (const { dueAt, at } of fired) expect(at).toBeGreaterThan(dueAt);
    const lateness = fired.map(({ dueAt, at }) => at - dueAt).sort((a, b) => a - b);
    process.stdout.write(
      `${TERMS} terms fired; late by ${lateness[Math.floor(TERMS / 2)]} ms (median), ${lateness.at(-1)} ms (latest)\n`,
    );
  });
});
