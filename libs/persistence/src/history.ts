/** The append-only history: every event of every document, hash-chained so that a change after the fact shows. */
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { HistoryFact, HistoryHead, Work } from './work.js';

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
  return createHash('sha256').update(said).digest('hex');
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

/** Chains the facts of a work to their documents' histories and writes them in one statement. */
export async function writeHistory(work: Work): Promise<void> {
  if (work.facts.length === 0) return;
  const heads = await headsOf(work.manager, work.facts);
  const entries = work.facts.map((fact) => {
    const key = `${fact.stream}/${fact.streamId}`;
    const head = heads.get(key);
    const chained = {
      stream: fact.stream,
      streamId: fact.streamId,
      sequence: (head?.sequence ?? 0) + 1,
      caseId: fact.caseId,
      type: fact.type,
      payload: JSON.parse(JSON.stringify(fact.payload ?? null)) as unknown,
      actor: work.context.actor,
      ground: fact.ground.text,
      occurredAt: work.context.at,
      causationId: work.context.causationId ?? null,
      previousHash: head?.hash ?? CHAIN_START,
    };
    const entry: HistoryEntry = { ...chained, hash: chainHash(chained) };
    heads.set(key, {
      stream: entry.stream,
      streamId: entry.streamId,
      sequence: entry.sequence,
      hash: entry.hash,
    });
    return entry;
  });
  work.heads.push(...heads.values());
  await work.manager.query(
    `INSERT INTO history (stream, stream_id, sequence, case_id, type, payload, actor, ground, occurred_at,
                          causation_id, previous_hash, hash)
     SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::uuid[], $5::text[], $6::jsonb[], $7::text[],
                          $8::text[], $9::timestamptz[], $10::text[], $11::text[], $12::text[])`,
    [
      entries.map((entry) => entry.stream),
      entries.map((entry) => entry.streamId),
      entries.map((entry) => entry.sequence),
      entries.map((entry) => entry.caseId),
      entries.map((entry) => entry.type),
      entries.map((entry) => JSON.stringify(entry.payload)),
      entries.map((entry) => entry.actor),
      entries.map((entry) => entry.ground),
      entries.map((entry) => entry.occurredAt),
      entries.map((entry) => entry.causationId),
      entries.map((entry) => entry.previousHash),
      entries.map((entry) => entry.hash),
    ],
  );
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
