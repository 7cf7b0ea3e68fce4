/** The rows of the outbox as the relay takes them: in the order of their numbers within a shard, bounded in bytes. */
import type { Client } from 'pg';

/** Rows taken from one shard at a time, and the bytes after which no further row is added. */
const ROWS_PER_SHARD = 250;
const BYTES_PER_SHARD = 512 * 1024;
/** What goes to Kafka at once: one partition may get it all, and takes 1 MiB by default. */
const BYTES_PER_SEND = 768 * 1024;

export interface WaitingRow {
  readonly id: string;
  readonly aggregatetype: string;
  readonly aggregateid: string;
  readonly payload: Buffer;
  readonly headers: Record<string, string>;
  /** As text: the clock of the database is finer than JavaScript's. */
  readonly created: string;
}

/** The oldest waiting rows of these shards. A slow transaction's rows are never passed over: rows are marked, not counted. */
export async function waitingRows(client: Client, shards: readonly number[]): Promise<WaitingRow[]> {
  if (shards.length === 0) return [];
  const { rows } = await client.query<WaitingRow>({
    name: 'relay-waiting',
    text: `SELECT w.id, w.aggregatetype, w.aggregateid, w.payload, w.headers, w.created_at::text AS created
             FROM unnest($1::int[]) AS shard
            CROSS JOIN LATERAL (
              SELECT o.*, sum(octet_length(o.payload)) OVER (ORDER BY o.sequence) - octet_length(o.payload) AS before
                FROM (SELECT id, aggregatetype, aggregateid, payload, headers, created_at, sequence
                        FROM outbox
                       WHERE published_at IS NULL AND (hashtext(aggregateid) & 7) = shard
                       ORDER BY sequence LIMIT ${ROWS_PER_SHARD}) AS o) AS w
            WHERE w.before < ${BYTES_PER_SHARD}
            ORDER BY w.sequence`,
    values: [shards],
  });
  return rows;
}

/** Cuts rows into what is sent at once, in their order. */
export function* inSends(rows: readonly WaitingRow[]): Generator<WaitingRow[]> {
  let send: WaitingRow[] = [];
  let bytes = 0;
  for (const row of rows) {
    if (send.length > 0 && bytes + row.payload.length > BYTES_PER_SEND) {
      yield send;
      send = [];
      bytes = 0;
    }
    send.push(row);
    bytes += row.payload.length;
  }
  if (send.length > 0) yield send;
}

export async function markPublished(client: Client, rows: readonly WaitingRow[]): Promise<void> {
  await client.query({
    name: 'relay-published',
    text: `UPDATE outbox SET published_at = clock_timestamp()
             FROM unnest($1::uuid[], $2::timestamptz[]) AS sent(id, created_at)
            WHERE outbox.id = sent.id AND outbox.created_at = sent.created_at`,
    values: [rows.map((row) => row.id), rows.map((row) => row.created)],
  });
}
