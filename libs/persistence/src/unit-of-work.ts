/** Opens units of work on the service's database. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '@shekara/kernel';
import { CLOCK } from './tokens.js';
import { writeHistory } from './history.js';
import { Work, type WorkContext } from './work.js';

type StepContext = Omit<WorkContext, 'at'> & { readonly at?: Date };

/** One work of several that share a transaction. */
export interface Step<Result> {
  readonly context: StepContext;
  readonly task: (work: Work) => Promise<Result>;
}

@Injectable()
export class UnitOfWork {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Runs `task` in one transaction and commits what it changed, recorded and published, all or nothing.
   * `at` defaults to the clock. Whatever `task` throws rolls everything back and is thrown on.
   */
  async run<Result>(context: StepContext, task: (work: Work) => Promise<Result>): Promise<Result> {
    const [result] = await this.runTogether([{ context, task }]);
    return result as Result;
  }

  /**
   * Runs several works, one after the other, in one transaction: each sees what those before it changed, and all of it
   * commits, or nothing.
   */
  async runTogether<Result>(steps: readonly Step<Result>[]): Promise<Result[]> {
    const works: Work[] = [];
    const results = await this.dataSource.transaction(async (manager) => {
      const outcomes: Result[] = [];
      for (const { context, task } of steps) {
        const work = new Work(manager, { ...context, at: context.at ?? this.clock.now() });
        works.push(work);
        outcomes.push(await task(work));
        await writeHistory(work);
        await work.flush();
      }
      return outcomes;
    });
    for (const work of works) work.committed();
    return results;
  }
}
