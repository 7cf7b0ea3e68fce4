/** Nothing lost, nothing done twice: outboxes, topics, inboxes and dead letters must tell the same story. */
import { type ServiceName, topics } from '@shekara/contracts';
import type { Databases } from '../databases.js';
import { POISON } from '../kafka.js';
import type { Dose } from '../poison.js';
import type { TopicRecord } from '../records.js';
import { Findings } from './findings.js';

export interface MessagesSeen {
  readonly records: readonly TopicRecord[];
  readonly dead: readonly TopicRecord[];
  readonly doses: readonly Dose[];
  readonly handled: ReadonlyMap<ServiceName, ReadonlySet<string>>;
}

/** Every outbox row is on its topic, and what is on a topic in a service's name came out of its outbox. */
export async function outboxesAndTopicsAgree(databases: Databases, seen: MessagesSeen): Promise<Findings> {
  const findings = new Findings('outboxes and topics agree');
  const onTopic = new Map<string, string>();
  for (const { envelope, topic, round } of seen.records) {
    if (envelope && round !== POISON) onTopic.set(envelope.id, topic);
  }
  const written = new Set<string>();
  for (const service of databases.services) {
    const rows = await databases.rows<{ id: string; aggregatetype: string; published: boolean }>(
      service,
      `SELECT id, aggregatetype, published_at IS NOT NULL AS published FROM outbox`,
    );
    for (const { id, aggregatetype, published } of rows) {
      findings.checked();
      written.add(id);
      if (!published) findings.add(`${service}: message ${id} waits in the outbox`);
      if (onTopic.get(id) !== aggregatetype)
        findings.add(`${service}: message ${id} is not on ${aggregatetype}`);
    }
  }
  for (const { envelope, round, topic } of seen.records) {
    if (round === POISON || !envelope?.source.startsWith('/shekara/')) continue;
    if (!written.has(envelope.id))
      findings.add(`${topic} has ${envelope.id} of ${envelope.source}, which no outbox has`);
  }
  return findings;
}

/** Each group has taken each message of the types it handles exactly once, and nothing that is not on a topic. */
export async function inboxesHaveEachMessageOnce(
  databases: Databases,
  seen: MessagesSeen,
): Promise<Findings> {
  const findings = new Findings('inboxes have each message once');
  for (const service of databases.services) {
    const types = seen.handled.get(service) ?? new Set();
    const expected = new Map<string, string>();
    for (const { envelope, topic, round } of seen.records) {
      if (envelope && round !== POISON && types.has(envelope.type))
        expected.set(envelope.id, `${topic} ${envelope.type}`);
    }
    const rows = await databases.rows<{ message_id: string; times: number }>(
      service,
      `SELECT message_id, count(*)::int AS times FROM inbox WHERE consumer_group = $1 GROUP BY message_id`,
      [service],
    );
    const taken = new Map(rows.map((row) => [row.message_id, row.times]));
    for (const [id, what] of expected) {
      findings.checked();
      const times = taken.get(id) ?? 0;
      if (times !== 1) findings.add(`${service} took ${id} (${what}) ${times} times`);
      taken.delete(id);
    }
    // Absurd messages may be taken, once, and may be parked; those are counted with the dead letters.
    for (const { id, kind } of seen.doses) if (kind === 'absurd' && taken.get(id) === 1) taken.delete(id);
    for (const id of taken.keys()) findings.add(`${service} took ${id}, which is on no topic it reads`);
  }
  return findings;
}

/** Dead letters are the poison and nothing else, and each dose lies with every group that cannot digest it. */
export function onlyPoisonIsDead(seen: MessagesSeen): Findings {
  const findings = new Findings('dead letters are the poison, all of it and nothing else');
  const parked = new Set<string>();
  for (const { dose, deadGroup, deadError, topic, envelope } of seen.dead) {
    findings.checked();
    if (dose === undefined) findings.add(`${topic} holds ${envelope?.type} ${envelope?.id}: ${deadError}`);
    else parked.add(`${dose} ${deadGroup}`);
  }
  for (const { id, kind, topic, parkedBy } of seen.doses) {
    for (const group of parkedBy) {
      if (!parked.has(`${id} ${group}`))
        findings.add(`${group} did not park the ${kind} dose ${id} of ${topic}`);
    }
    for (const { name } of topics) {
      if (name === topic && kind === 'unheard' && seen.dead.some((letter) => letter.dose === id)) {
        findings.add(`the ${kind} dose ${id} of ${topic} was parked`);
      }
    }
  }
  return findings;
}
