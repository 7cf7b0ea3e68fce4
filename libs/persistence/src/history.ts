/** The append-only history: every event of every document, hash-chained so that a change after the fact shows. */
import { hash as digestOf } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Additions, HistoryFact, HistoryHead } from './additions.js';
import type { Insertion } from './insertion.js';

/** A row of the history as kept. */
export interface HistoryEntry {
  readonly stream: string;
  readonly streamId: string;
  readonly sequence: number;
  readonly caseId: string;
  readonly type: string;
  readonly payload: unknown;
  readonly actor: string;
  readonly ground: string;
  readonly occurredAt: Date;
  readonly causationId: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

/** The hash before the first entry of a document. */
export const CHAIN_START = '0'.repeat(64);

/** JSON with sorted keys, so that the same fact always has the same bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** SHA-256 over the entry before and everything this entry says, hex. */
export function chainHash(entry: Omit<HistoryEntry, 'hash'>): string {
  const said = canonicalJson([
    entry.previousHash,
    entry.stream,
    entry.streamId,
    entry.sequence,
    entry.caseId,
    entry.type,
    entry.payload,
    entry.actor,
    entry.ground,
    entry.occurredAt.toISOString(),
    entry.causationId,
  ]);
  return digestOf('sha256', said, 'hex');
}

interface HeadRow {
  stream: string;
  stream_id: string;
  sequence: number;
  hash: string;
}

/** The last entries of the documents, which nobody else can lengthen until this work ends. */
async function headsOf(
  manager: EntityManager,
  facts: readonly HistoryFact[],
): Promise<Map<string, HistoryHead>> {
  const rows = await manager.query<HeadRow[]>(`SELECT * FROM lock_history_heads($1::text[], $2::text[])`, [
    facts.map((fact) => fact.stream),
    facts.map((fact) => fact.streamId),
  ]);
  return new Map(
    rows.map(({ stream, stream_id: streamId, sequence, hash }) => [
      `${stream}/${streamId}`,
      { stream, streamId, sequence, hash },
    ]),
  );
}

const HISTORY: Insertion = {
  table: 'history',
  columns: [
    ['stream', 'text'],
    ['stream_id', 'text'],
    ['sequence', 'int'],
    ['case_id', 'uuid'],
    ['type', 'text'],
    ['payload', 'jsonb'],
    ['actor', 'text'],
    ['ground', 'text'],
    ['occurred_at', 'timestamptz'],
    ['causation_id', 'text'],
    ['previous_hash', 'text'],
    ['hash', 'text'],
  ],
};

/**
 * Chains the facts of works that share a transaction, in their order, to their documents' histories, and adds them to the
 * rows of each work. The heads of documents that the works made themselves are not looked up.
 */
export async function chainHistory(manager: EntityManager, works: readonly Additions[]): Promise<void> {
  const told = works.map((work) => ({ work, facts: work.takeFacts() }));
  const older = told.flatMap(({ work, facts }) => facts.filter(({ streamId }) => !work.isNew(streamId)));
  const heads = older.length === 0 ? new Map<string, HistoryHead>() : await headsOf(manager, older);
  for (const { work, facts } of told) chainFacts(work, facts, heads);
}

/**
 * Chains the facts of a work about documents that it made itself.
 * @throws Error for a fact about any other document: a bug.
 */
export function chainNewHistory(work: Additions): void {
  const facts = work.takeFacts();
  const known = facts.find(({ streamId }) => !work.isNew(streamId));
  if (known) throw new Error(`${known.stream} ${known.streamId} may have a history, which was not looked up`);
  chainFacts(work, facts, new Map());
}

function chainFacts(work: Additions, facts: readonly HistoryFact[], heads: Map<string, HistoryHead>): void {
  const { actor, at: occurredAt, causationId = null } = work.context;
  const lengthened = new Map<string, HistoryHead>();
  for (const { stream, streamId, caseId, type, payload, ground } of facts) {
    const key = `${stream}/${streamId}`;
    const head = heads.get(key);
    const said = JSON.stringify(payload ?? null);
    const chained = {
      stream,
      streamId,
      sequence: (head?.sequence ?? 0) + 1,
      caseId,
      type,
      payload: JSON.parse(said) as unknown,
      actor,
      ground: ground.text,
      occurredAt,
      causationId,
      previousHash: head?.hash ?? CHAIN_START,
    };
    const { sequence, previousHash } = chained;
    const hash = chainHash(chained);
    const next = { stream, streamId, sequence, hash };
    heads.set(key, next);
    lengthened.set(key, next);
    work.add(HISTORY, [
      ...[stream, streamId, sequence, caseId, type, said],
      ...[actor, ground.text, occurredAt, causationId, previousHash, hash],
    ]);
  }
  work.heads.push(...lengthened.values());
}

/** @internal A row as PostgreSQL answers it. */
export interface HistoryRow {
  stream: string;
  stream_id: string;
  sequence: number;
  case_id: string;
  type: string;
  payload: unknown;
  actor: string;
  ground: string;
  occurred_at: Date;
  causation_id: string | null;
  previous_hash: string;
  hash: string;
}

/** @internal */
export function entryOf(row: HistoryRow): HistoryEntry {
  return {
    stream: row.stream,
    streamId: row.stream_id,
    sequence: row.sequence,
    caseId: row.case_id,
    type: row.type,
    payload: row.payload,
    actor: row.actor,
    ground: row.ground,
    occurredAt: row.occurred_at,
    causationId: row.causation_id,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** The history of one document, oldest first. */
export async function historyOf(
  manager: EntityManager,
  stream: string,
  streamId: string,
): Promise<HistoryEntry[]> {
  const rows = await manager.query<HistoryRow[]>(
    `SELECT * FROM history WHERE stream = $1 AND stream_id = $2 ORDER BY sequence`,
    [stream, streamId],
  );
  return rows.map(entryOf);
}
