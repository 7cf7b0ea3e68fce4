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

type StepContext = Omit<WorkContext, 'at'> & { readonly at?: Date };

/** One work of several that share a transaction. */
export interface Step<Result> {
  readonly context: StepContext;
  readonly task: (work: Work) => Promise<Result>;
}

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
  async run<Result>(context: StepContext, task: (work: Work) => Promise<Result>): Promise<Result> {
    const [result] = await this.runTogether([{ context, task }]);
    return result as Result;
  }

  /**
   * Runs several works, one after the other, in one transaction: each sees what those before it changed, and all of it
   * commits, or nothing. What they add, record and publish is written at the end, for all of them at once.
   */
  async runTogether<Result>(steps: readonly Step<Result>[]): Promise<Result[]> {
    const works: Work[] = [];
    const results = await this.dataSource.transaction(async (manager) => {
      const outcomes: Result[] = [];
      for (const { context, task } of steps) {
        const work = new Work(manager, this.completed(context));
        works.push(work);
        outcomes.push(await task(work));
      }
      await writeAdditions(
        manager,
        works.flatMap(({ whole }) => whole),
      );
      return outcomes;
    });
    for (const work of works.flatMap(({ whole }) => whole)) work.committed();
    return results;
  }

  /**
   * Runs a task that reads nothing from the database and only adds: new documents with their history and messages. It
   * shares its commit with whoever adds at the same time. All or nothing, as with `run`.
   */
  async add<Result>(
    context: StepContext,
    task: (work: Additions) => Promise<Result> | Result,
  ): Promise<Result> {
    const work = new Additions(this.completed(context));
    const result = await task(work);
    await this.shared.write(work);
    work.committed();
    return result;
  }

  private completed(context: StepContext): WorkContext {
    return { ...context, at: context.at ?? this.clock.now() };
  }
}

/** History, messages and other added rows of these works: one statement, and one before it where chains are lengthened. */
async function writeAdditions(manager: EntityManager, works: readonly Work[]): Promise<void> {
  await chainHistory(manager, works);
  const statement = insertionOf(together(works.map((work) => ({ rows: work.takeRows() }))));
  if (statement) await manager.query(statement.text, [...statement.parameters]);
}
