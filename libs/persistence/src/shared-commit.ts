/**
 * Commits shared by several works that only add rows. While one commit is on its way to the disk, the works that end in
 * the meantime wait, and then go together: one statement, one flush, whatever their number.
 */
import { type DataSource, QueryFailedError } from 'typeorm';
import type { Additions } from './additions.js';
import { chainNewHistory } from './history.js';
import { type InsertedRow, type Insertion, insertionOf } from './insertion.js';

type Rows = ReadonlyMap<Insertion, readonly InsertedRow[]>;

interface Waiting {
  readonly rows: Rows;
  readonly written: () => void;
  readonly failed: (error: unknown) => void;
}

/** Commits on their way at once: while the disk works on one, the next grows. */
const COMMITS_AT_ONCE = 1;
/** Works that share a commit at most, so that none waits for an endless statement. */
const WORKS_PER_COMMIT = 64;

export class SharedCommit {
  private readonly waiting: Waiting[] = [];
  private underWay = 0;

  constructor(private readonly dataSource: Pick<DataSource, 'query'>) {}

  /** Settles once the work is on disk. @throws what the database says against this very work. */
  write(work: Additions): Promise<void> {
    chainNewHistory(work);
    const rows = work.takeRows();
    return new Promise((written, failed) => {
      this.waiting.push({ rows, written, failed });
      if (this.underWay < COMMITS_AT_ONCE) void this.serve();
    });
  }

  private async serve(): Promise<void> {
    this.underWay += 1;
    while (this.waiting.length > 0) {
      const together = this.waiting.splice(0, WORKS_PER_COMMIT);
      await this.commit(together);
    }
    this.underWay -= 1;
  }

  /**
   * All of them, or, when the database refuses a row, each for itself, so that one does not fail its neighbours. A database
   * that is away fails them all at once.
   */
  private async commit(works: readonly Waiting[]): Promise<void> {
    try {
      await this.insert(together(works.map(({ rows }) => rows)));
      for (const { written } of works) written();
    } catch (error) {
      if (works.length > 1 && refusesRows(error)) for (const work of works) await this.commit([work]);
      else for (const { failed } of works) failed(error);
    }
  }

  /** One statement is one transaction. */
  private async insert(rows: Rows): Promise<void> {
    const statement = insertionOf(rows);
    if (statement) await this.dataSource.query(statement.text, [...statement.parameters]);
  }
}

/** What PostgreSQL says of rows: data (22), constraints (23), conflicts between transactions (40), triggers (P0). */
const OF_ROWS = /^(22|23|40|P0)/;

function refusesRows(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { readonly code?: string };
  return code !== undefined && OF_ROWS.test(code);
}

/** The rows of several works as those of one, in the order of the works. */
export function together(works: readonly Rows[]): Rows {
  const [first, ...others] = works;
  if (first && others.length === 0) return first;
  const all = new Map<Insertion, InsertedRow[]>();
  for (const rows of works) {
    for (const [insertion, added] of rows) {
      const so = all.get(insertion);
      if (so) so.push(...added);
      else all.set(insertion, [...added]);
    }
  }
  return all;
}
