/** What a piece of work adds: rows, facts of the history, messages. All of it reaches the database at its end, or nothing. */
import type { LegalRef } from '@shekara/kernel';
import { v7 as uuidv7 } from 'uuid';
import type { InsertedRow, Insertion } from './insertion.js';

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

/** Makes rows of what a library gathered; the heads of the chains are known by then. */
type Closing = (work: Additions) => void;

export class Additions {
  /** The heads of the documents' chains after this work; known once its history is chained, before its messages are. */
  readonly heads: HistoryHead[] = [];
  private facts: HistoryFact[] = [];
  private rows = new Map<Insertion, InsertedRow[]>();
  private readonly made = new Set<string>();
  private readonly closings: Closing[] = [];
  private readonly afterCommit: (() => void)[] = [];
  private readonly attachments = new Map<symbol, unknown>();

  constructor(readonly context: WorkContext) {}

  /** The id of a new document: one that has no history yet, so that nothing is looked up for it. */
  newId(): string {
    const id = uuidv7();
    this.made.add(id);
    return id;
  }

  /** Whether this work made the id. */
  isNew(id: string): boolean {
    return this.made.has(id);
  }

  /** Adds a fact to the history of a document; written, hash-chained, at commit. */
  record(fact: HistoryFact): void {
    this.facts.push(fact);
  }

  /** Adds a row that nobody reads before commit. */
  add(insertion: Insertion, row: InsertedRow): void {
    const rows = this.rows.get(insertion);
    if (rows) rows.push(row);
    else this.rows.set(insertion, [row]);
  }

  /** What one library gathers over the life of this work; made, with what closes it, on first use. */
  attached<T>(key: symbol, make: () => { value: T; close: Closing }): T {
    if (!this.attachments.has(key)) {
      const { value, close } = make();
      this.attachments.set(key, value);
      this.closings.push(close);
    }
    return this.attachments.get(key) as T;
  }

  /** Runs after a successful commit; for wake-ups only, never for effects that must not be lost. */
  onCommitted(notify: () => void): void {
    this.afterCommit.push(notify);
  }

  /** @internal The facts that are not chained yet; they are taken out. */
  takeFacts(): readonly HistoryFact[] {
    const facts = this.facts;
    this.facts = [];
    return facts;
  }

  /** @internal The rows that are not written yet; they are taken out. Closes what libraries gathered. */
  takeRows(): ReadonlyMap<Insertion, readonly InsertedRow[]> {
    for (const close of this.closings) close(this);
    const rows = this.rows;
    this.rows = new Map();
    return rows;
  }

  /** @internal Called after COMMIT. */
  committed(): void {
    for (const notify of this.afterCommit) notify();
  }
}
