/** The rows of statements and of what became of their payments. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Reason } from '@shekara/kernel';
import type { EntityManager, Insertion, Work } from '@shekara/persistence';
import type { BankStatement } from './camt-statement.js';

export interface EntryResult {
  readonly number: string;
  readonly bankReference: string;
  /** As the bank wrote it; empty where it cannot be read. */
  readonly customsBody: string;
  readonly outcome: 'ACCEPTED' | 'REFUSED' | 'REPEATED';
  readonly receiptId: string | null;
  /** CONFIRMED_FOR_RELEASE, PENDING_TREASURY, BOOKED, or UNMATCHED for money of nobody known. */
  readonly state: string | null;
  readonly reasons: readonly Reason[];
}

export interface KeptStatement {
  readonly id: string;
  readonly bankId: string;
  readonly kind: BankStatement['kind'];
  readonly messageId: string;
  readonly statementIds: readonly string[];
  readonly receivedAt: Date;
}

const STATEMENT = `id, bank_id AS "bankId", kind, message_id AS "messageId", statement_ids AS "statementIds",
  received_at AS "receivedAt"`;

const ENTRIES: Insertion = {
  table: 'bank_statement_entries',
  columns: [
    ['statement_id', 'uuid'],
    ['ordinal', 'int'],
    ['number', 'text'],
    ['bank_reference', 'text'],
    ['customs_body', 'text'],
    ['outcome', 'text'],
    ['receipt_id', 'uuid'],
    ['state', 'text'],
    ['reasons', 'jsonb'],
  ],
};

@Injectable()
export class BankStatements {
  /** Keeps a statement; `first` is the earlier row when the bank sent the same bytes before, whoever posted them. */
  async add(
    work: Work,
    statement: BankStatement,
    text: string,
  ): Promise<{ readonly kept: KeptStatement; readonly repeated: boolean }> {
    const digest = createHash('sha256').update(text).digest('hex');
    const [added] = await work.manager.query<KeptStatement[]>(
      `INSERT INTO bank_statements (id, bank_id, kind, message_id, statement_ids, digest, posted_by, received_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING ${STATEMENT}`,
      [
        work.newId(),
        statement.bankId,
        statement.kind,
        statement.messageId,
        statement.statementIds,
        digest,
        work.context.actor,
        work.context.at,
      ],
    );
    if (added) return { kept: added, repeated: false };
    const [first] = await work.manager.query<KeptStatement[]>(
      `SELECT ${STATEMENT} FROM bank_statements WHERE bank_id = $1 AND digest = $2`,
      [statement.bankId, digest],
    );
    if (!first) throw new Error(`the statement ${statement.messageId} is neither new nor kept`);
    return { kept: first, repeated: true };
  }

  addEntries(work: Work, { id }: KeptStatement, results: readonly EntryResult[]): void {
    results.forEach((entry, index) => {
      work.add(ENTRIES, [
        ...[id, index + 1, entry.number, entry.bankReference, entry.customsBody, entry.outcome],
        ...[entry.receiptId, entry.state, JSON.stringify(entry.reasons)],
      ]);
    });
  }

  async find(manager: EntityManager, id: string): Promise<KeptStatement | undefined> {
    const [found] = await manager.query<KeptStatement[]>(
      `SELECT ${STATEMENT} FROM bank_statements WHERE id = $1`,
      [id],
    );
    return found;
  }

  async entriesOf(manager: EntityManager, id: string): Promise<readonly EntryResult[]> {
    return manager.query<EntryResult[]>(
      `SELECT number, bank_reference AS "bankReference", customs_body AS "customsBody", outcome,
              receipt_id AS "receiptId", state, reasons
         FROM bank_statement_entries WHERE statement_id = $1 ORDER BY ordinal`,
      [id],
    );
  }
}
