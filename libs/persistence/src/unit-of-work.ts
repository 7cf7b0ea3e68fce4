/** Opens units of work on the service's database. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '@shekara/kernel';
import { CLOCK } from './tokens.js';
import { writeHistory } from './history.js';
import { Work, type WorkContext } from './work.js';

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
  async run<Result>(
    context: Omit<WorkContext, 'at'> & { readonly at?: Date },
    task: (work: Work) => Promise<Result>,
  ): Promise<Result> {
    const { result, work } = await this.dataSource.transaction(async (manager) => {
      const opened = new Work(manager, { ...context, at: context.at ?? this.clock.now() });
      const outcome = await task(opened);
      await writeHistory(opened);
      await opened.flush();
      return { result: outcome, work: opened };
    });
    work.committed();
    return result;
  }
}
