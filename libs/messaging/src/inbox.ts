/** The inbox: messages are remembered in the same transaction as their effect, so that a second delivery does nothing. */
import type { Work } from '@shekara/persistence';
import type { Envelope } from './envelope.js';

/**
 * Those of the messages that are new to the group, in their order; from then on, once the work commits, they are not.
 * Of two copies among them the first is new.
 */
export async function acceptNew<Carrier extends { readonly envelope: Envelope }>(
  work: Work,
  group: string,
  messages: readonly Carrier[],
): Promise<readonly Carrier[]> {
  // Mostly all are new, and there is nothing to name.
  const [found] = await work.manager.query<
    { accepted: readonly (readonly [id: string, at: number])[] | null }[]
  >(
    `WITH accepted AS (
       INSERT INTO inbox (consumer_group, message_id, message_time, received_at)
       SELECT $1, id, at, $4 FROM unnest($2::text[], $3::timestamptz[]) AS m(id, at)
       ON CONFLICT DO NOTHING
       RETURNING message_id, message_time)
     SELECT CASE WHEN count(*) < $5::int
                 THEN coalesce(json_agg(json_build_array(message_id, extract(epoch FROM message_time) * 1000)), '[]') END
            AS accepted FROM accepted`,
    [
      group,
      messages.map(({ envelope }) => envelope.id),
      messages.map(({ envelope }) => envelope.time.toISOString()),
      work.context.at,
      messages.length,
    ],
  );
  if (!found?.accepted) return messages;
  const accepted = new Set(found.accepted.map(([id, at]) => `${at} ${id}`));
  return messages.filter(({ envelope }) => accepted.delete(`${envelope.time.getTime()} ${envelope.id}`));
}
