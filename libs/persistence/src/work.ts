/**
 * One unit of work: one PostgreSQL transaction that carries state, history and outgoing messages. Rows that nobody
 * reads before commit (history, outbox) are gathered and written together, one statement a table, just before it.
 */
import type { EntityManager } from 'typeorm';
import type { LegalRef } from '@shekara/kernel';

/** On whose behalf and why the work is done; travels into history and into every message. */
export interface WorkContext {
  /** Subject of the token, or `system:<service>` where no person took part (R-DEC-027). */
  readonly actor: string;
  /** The moment of the work, from the Clock. */
  readonly at: Date;
  /** The message that caused it, when one did. */
  readonly causationId?: string;
}

/** A fact about a document for the append-only history. */
export interface HistoryFact {
  /** Kind of document, e.g. `GoodsDeclaration`. */
  readonly stream: string;
  readonly streamId: string;
  readonly caseId: string;
  readonly type: string;
  /** JSON values only. */
  readonly payload: unknown;
  readonly ground: LegalRef;
}

/** Where the chain of a document ends: the sequence and hash of its last entry. */
export interface HistoryHead {
  readonly stream: string;
  readonly streamId: string;
  readonly sequence: number;
  readonly hash: string;
}

type Flush = (work: Work) => Promise<void>;

export class Work {
  readonly facts: HistoryFact[] = [];
  /** The heads of the documents' chains after this work; known once its history is written, before its messages are. */
  readonly heads: HistoryHead[] = [];
  private readonly beforeCommit: Flush[] = [];
  private readonly afterCommit: (() => void)[] = [];
  private readonly attachments = new Map<symbol, unknown>();

  constructor(
    readonly manager: EntityManager,
    readonly context: WorkContext,
  ) {}

  /** Adds a fact to the history of a document; written, hash-chained, at commit. */
  record(fact: HistoryFact): void {
    this.facts.push(fact);
  }

  /** What one library gathers over the life of this work; made, with its flush before commit, on first use. */
  attached<T>(key: symbol, make: () => { value: T; flush: Flush }): T {
    if (!this.attachments.has(key)) {
      const { value, flush } = make();
      this.attachments.set(key, value);
      this.beforeCommit.push(flush);
    }
    return this.attachments.get(key) as T;
  }

  /** Runs after a successful commit; for wake-ups only, never for effects that must not be lost. */
  onCommitted(notify: () => void): void {
    this.afterCommit.push(notify);
  }

  /** @internal Called by UnitOfWork before COMMIT. */
  async flush(): Promise<void> {
    for (const flush of this.beforeCommit) await flush(this);
  }

  /** @internal Called by UnitOfWork after COMMIT. */
  committed(): void {
    for (const notify of this.afterCommit) notify();
  }
}
