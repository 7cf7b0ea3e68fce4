/**
 * The relay's share of the work. Keys fall into eight shards; a shard belongs to the database session that holds its
 * advisory lock, so the order of a key holds however many replicas run. Replicas share the shards evenly: each holds a
 * common lock as well, by which they are counted, and gives back what is more than its share between two batches.
 */
import type { Client } from 'pg';

/** The outbox's index is made for this number: `hashtext(aggregateid) & 7`. */
export const SHARDS = 8;
/** First key of the locks; the second is the shard, or this one for taking part. */
const LOCK = 743_001;
const TAKING_PART = 100;

export class RelayShards {
  private readonly mine = new Set<number>();
  private alone = true;

  constructor(private readonly client: Client) {}

  /** The shards that nobody else relays. */
  get held(): number[] {
    return [...this.mine];
  }

  /** Whether other replicas relay some of the rows that this one writes. */
  get shared(): boolean {
    return !this.alone;
  }

  async join(): Promise<void> {
    await this.client.query('SELECT pg_advisory_lock_shared($1, $2)', [LOCK, TAKING_PART]);
  }

  /** Takes free shards up to an even share and gives back what is more. To be called between batches only. */
  async balance(): Promise<void> {
    const replicas = await this.replicas();
    const share = Math.ceil(SHARDS / replicas);
    this.alone = replicas === 1;
    if (this.mine.size > share) await this.giveBack(this.mine.size - share);
    if (this.mine.size < share) await this.take(share - this.mine.size);
  }

  private async replicas(): Promise<number> {
    const { rows } = await this.client.query<{ replicas: number }>({
      name: 'relay-replicas',
      text: `SELECT count(*)::int AS replicas FROM pg_locks
              WHERE locktype = 'advisory' AND classid = $1 AND objid = $2 AND objsubid = 2 AND granted
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      values: [LOCK, TAKING_PART],
    });
    return Math.max(1, rows[0]?.replicas ?? 1);
  }

  private async take(wanted: number): Promise<void> {
    const others = Array.from({ length: SHARDS }, (_, shard) => shard).filter(
      (shard) => !this.mine.has(shard),
    );
    const { rows } = await this.client.query<{ shard: number }>(
      `SELECT shard FROM unnest($1::int[]) AS shard WHERE pg_try_advisory_lock($2, shard) LIMIT $3`,
      [others, LOCK, wanted],
    );
    for (const { shard } of rows) this.mine.add(shard);
  }

  private async giveBack(surplus: number): Promise<void> {
    const shards = this.held.slice(0, surplus);
    await this.client.query('SELECT pg_advisory_unlock($2, shard) FROM unnest($1::int[]) AS shard', [
      shards,
      LOCK,
    ]);
    for (const shard of shards) this.mine.delete(shard);
  }
}
