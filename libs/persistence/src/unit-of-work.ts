/** Opens units of work on the service's database. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Clock } from '@shekara/kernel';
import { Additions, type WorkContext } from './additions.js';
import { CLOCK } from './tokens.js';
import { chainHistory } from './history.js';
import { insertionOf } from './insertion.js';
import { SharedCommit, together } from './shared-commit.js';
import { Work } from './work.js';

type GivenContext = Omit<WorkContext, 'at'> & { readonly at?: Date };

@Injectable()
export class UnitOfWork {
  private readonly shared: SharedCommit;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.shared = new SharedCommit(dataSource);
  }

  /**
   * Runs `task` in one transaction and commits what it changed, recorded and published, all or nothing.
   * `at` defaults to the clock. Whatever `task` throws rolls everything back and is thrown on.
   */
  async run<Result>(context: GivenContext, task: (work: Work) => Promise<Result>): Promise<Result> {
    let whole: readonly Work[] = [];
    const result = await this.dataSource.transaction(async (manager) => {
      const work = new Work(manager, this.completed(context));
      const outcome = await task(work);
      whole = work.whole;
      await writeAdditions(manager, whole);
      return outcome;
    });
    for (const work of whole) work.committed();
    return result;
  }

  /**
   * Runs a task that reads nothing from the database and only adds: new documents with their history and messages. It
   * shares its commit with whoever adds at the same time. All or nothing, as with `run`.
   */
  async add<Result>(
    context: GivenContext,
    task: (work: Additions) => Promise<Result> | Result,
  ): Promise<Result> {
    const work = new Additions(this.completed(context));
    const result = await task(work);
    await this.shared.write(work);
    work.committed();
    return result;
  }

  private completed(context: GivenContext): WorkContext {
    return { ...context, at: context.at ?? this.clock.now() };
  }
}

/** History, messages and other added rows of a work and its parts: one statement, and one before it where chains are lengthened. */
async function writeAdditions(manager: EntityManager, works: readonly Work[]): Promise<void> {
  await chainHistory(manager, works);
  const statement = insertionOf(together(works.map((work) => work.takeRows())));
  if (statement) await manager.query(statement.text, [...statement.parameters]);
}
