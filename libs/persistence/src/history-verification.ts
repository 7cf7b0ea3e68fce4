/**
 * Verification of the history. The chain shows a changed entry and one missing in the middle; an entry missing at the end
 * shows because the head of the chain travelled in the events of its work: the outbox keeps it, and so do the topics.
 */
import type { EntityManager } from 'typeorm';
import { CHAIN_START, chainHash, entryOf, type HistoryEntry, type HistoryRow } from './history.js';
import { headsIn } from './history-heads.js';
import type { HistoryHead } from './additions.js';

/** A place where a chain does not hold: a changed entry, or a missing one before it. */
export interface BrokenLink {
  readonly stream: string;
  readonly streamId: string;
  readonly sequence: number;
}

const PAGE = 5_000;

/** Checks every chain of the service, page by page. Returns how many entries were read and every broken link. */
export async function verifyHistory(
  manager: EntityManager,
): Promise<{ entries: number; broken: BrokenLink[] }> {
  const broken: BrokenLink[] = [];
  let entries = 0;
  let last: HistoryEntry | undefined;
  for (;;) {
    const rows: HistoryRow[] = await manager.query(
      `SELECT * FROM history WHERE (stream, stream_id, sequence) > ($1, $2, $3)
        ORDER BY stream, stream_id, sequence LIMIT ${PAGE}`,
      [last?.stream ?? '', last?.streamId ?? '', last?.sequence ?? 0],
    );
    for (const row of rows) {
      const entry = entryOf(row);
      const follows: HistoryEntry | undefined =
        last?.stream === entry.stream && last.streamId === entry.streamId ? last : undefined;
      const intact =
        entry.sequence === (follows?.sequence ?? 0) + 1 &&
        entry.previousHash === (follows?.hash ?? CHAIN_START) &&
        entry.hash === chainHash(entry);
      if (!intact) broken.push({ stream: entry.stream, streamId: entry.streamId, sequence: entry.sequence });
      last = entry;
    }
    entries += rows.length;
    if (rows.length < PAGE) return { entries, broken };
  }
}

interface OutboxHeaders {
  id: string;
  created_at: Date;
  headers: Record<string, string>;
}

/** The heads that the outbox has sent out with its events, page by page; as far back as its partitions are kept. */
export async function* headsInOutbox(manager: EntityManager): AsyncGenerator<HistoryHead[]> {
  let last: { id: string } = { id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const rows: OutboxHeaders[] = await manager.query(
      `SELECT id, headers FROM outbox WHERE id > $1 ORDER BY id LIMIT ${PAGE}`,
      [last.id],
    );
    yield rows.flatMap((row) => headsIn(row.headers));
    const end = rows.at(-1);
    if (!end || rows.length < PAGE) return;
    last = end;
  }
}

/** Compares heads that left the service with its history. Returns those whose entry is missing or another one. */
export async function lostHeads(
  manager: EntityManager,
  heads: readonly HistoryHead[],
): Promise<HistoryHead[]> {
  if (heads.length === 0) return [];
  const missing: { place: number }[] = await manager.query(
    `SELECT sent.place::int AS place
       FROM unnest($1::text[], $2::text[], $3::int[], $4::text[]) WITH ORDINALITY
            AS sent(stream, stream_id, sequence, hash, place)
      WHERE NOT EXISTS (SELECT 1 FROM history h
                         WHERE h.stream = sent.stream AND h.stream_id = sent.stream_id
                           AND h.sequence = sent.sequence AND h.hash = sent.hash)
      ORDER BY place`,
    [
      heads.map((head) => head.stream),
      heads.map((head) => head.streamId),
      heads.map((head) => head.sequence),
      heads.map((head) => head.hash),
    ],
  );
  return missing.flatMap(({ place }) => heads[place - 1] ?? []);
}
