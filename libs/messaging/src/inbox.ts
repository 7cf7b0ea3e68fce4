/** The inbox: a message is remembered in the same transaction as its effect, so that a second delivery does nothing. */
import type { Work } from '@shekara/persistence';
import type { Envelope } from './envelope.js';

/** True when the message is new to the group; from then on, once the work commits, it is not. */
export async function acceptOnce(work: Work, group: string, envelope: Envelope): Promise<boolean> {
  const rows = await work.manager.query<unknown[]>(
    `INSERT INTO inbox (consumer_group, message_id, message_time, received_at)
     VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1`,
    [group, envelope.id, envelope.time, work.context.at],
  );
  return rows.length === 1;
}
