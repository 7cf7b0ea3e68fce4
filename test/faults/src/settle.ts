/** Waits until nothing moves any more: every outbox is published and every group has read its topics to the end. */
import { type ServiceName, topics } from '@shekara/contracts';
import type { Databases } from './databases.js';
import type { OnlookerKafka } from './kafka.js';
import { pause } from './pause.js';

const LOOK_MS = 500;
/** So many looks in a row must find nothing, since what a group reads last may publish again. */
const QUIET_LOOKS = 3;

/** @param readers the groups that read anything. @returns what still waits after `timeoutMs`, a line each; nothing when all is quiet. */
export async function settle(
  databases: Databases,
  kafka: OnlookerKafka,
  readers: readonly ServiceName[],
  timeoutMs: number,
): Promise<string[]> {
  const end = performance.now() + timeoutMs;
  let quiet = 0;
  for (;;) {
    const waiting = [...(await unpublished(databases)), ...(await unread(kafka, readers))];
    quiet = waiting.length === 0 ? quiet + 1 : 0;
    if (quiet === QUIET_LOOKS) return [];
    if (performance.now() > end) return waiting;
    await pause(LOOK_MS);
  }
}

async function unpublished(databases: Databases): Promise<string[]> {
  const waiting: string[] = [];
  for (const service of databases.services) {
    const [row] = await databases.rows<{ count: number }>(
      service,
      `SELECT count(*)::int AS count FROM outbox WHERE published_at IS NULL`,
    );
    if (row && row.count > 0)
      waiting.push(`${service} has ${row.count} messages in its outbox that are not published`);
  }
  return waiting;
}

function unread(kafka: OnlookerKafka, readers: readonly ServiceName[]): Promise<string[]> {
  return kafka.withAdmin(async (admin) => {
    const ends = new Map<string, Map<number, { low: bigint; high: bigint }>>();
    for (const { name } of topics) {
      const offsets = await admin.fetchTopicOffsets(name);
      ends.set(
        name,
        new Map(
          offsets.map(({ partition, low, high }) => [partition, { low: BigInt(low), high: BigInt(high) }]),
        ),
      );
    }
    const waiting: string[] = [];
    for (const groupId of readers) {
      const { groups } = await admin.describeGroups([groupId]);
      if (!groups.some((group) => group.members.length > 0))
        waiting.push(`${groupId} is in no group: it is deaf`);
      for (const { topic, partitions } of await admin.fetchOffsets({ groupId })) {
        for (const { partition, offset } of partitions) {
          const range = ends.get(topic)?.get(partition);
          if (range === undefined || range.high === range.low) continue;
          const read = BigInt(offset) < 0n ? range.low : BigInt(offset);
          if (read < range.high)
            waiting.push(`${groupId} has not read ${range.high - read} of ${topic}/${partition}`);
        }
      }
    }
    return waiting;
  });
}
