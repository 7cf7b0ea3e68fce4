/** Runs works of a service and counts the statements of each: a batch costs the same for one row as for thousands. */
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource, UnitOfWork, type Work } from '@shekara/persistence';

export class CountedWorks {
  private runner: unknown;
  /** Statements of the work that ran last, those of its commit too. */
  statements = 0;

  constructor(private readonly app: INestApplicationContext) {
    const counting = new Proxy(
      {},
      {
        get: (_, name) => (_text: string, _parameters: unknown, runner: unknown) => {
          if (name === 'logQuery' && runner === this.runner) this.statements += 1;
        },
      },
    );
    app.get(DataSource).logger = counting as DataSource['logger'];
  }

  run<Result>(task: (work: Work) => Promise<Result>): Promise<Result> {
    return this.app.get(UnitOfWork).run({ actor: 'test' }, (work) => {
      this.runner = work.manager.queryRunner;
      this.statements = 0;
      return task(work);
    });
  }

  /** How many statements the work took that this ran. */
  async of(ran: Promise<unknown>): Promise<number> {
    await ran;
    return this.statements;
  }
}
