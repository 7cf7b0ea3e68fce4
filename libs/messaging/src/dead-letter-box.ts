/** The dead letters of an installation: what is parked, why, and putting it back once the cause is mended. */
import type { IHeaders } from 'kafkajs';
import { consumerGroups, deadLetterTopic, topics } from '@shekara/contracts';
import { readHeaders } from './envelope.js';
import type { KafkaConnection } from './kafka-connection.js';
import { readToEnd, type StoredRecord } from './topic-reader.js';

/** A parked message as an operator sees it. */
export interface ParkedMessage {
  /** `<topic>.<group>/<place among the dead>`: names it for `show` and `replay`. */
  readonly name: string;
  readonly topic: string;
  readonly group: string;
  readonly partition: string;
  readonly offset: string;
  readonly parkedAt: Date;
  readonly attempts: string;
  readonly error: string;
  readonly stack: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  /** The original headers; a message that came without an id has the one that its place gave it, so that it stays the same. */
  readonly headers: IHeaders;
  /** When it was put back, or undefined. */
  readonly replayedAt: Date | undefined;
}

export interface DeadLetterFilter {
  /** A topic of the catalogue. */
  readonly topic?: string;
  readonly group?: string;
}

const DEAD_HEADER = 'dead_';
/** A record with this header says that the dead letter at that offset of the same topic was put back. */
const REPLAYED = 'replayed_offset';

export class DeadLetterBox {
  constructor(private readonly connection: KafkaConnection) {}

  /** What is parked, oldest first within a topic; that which was put back too. */
  async list(filter: DeadLetterFilter = {}): Promise<ParkedMessage[]> {
    const read: StoredRecord[] = [];
    await readToEnd(this.connection, await this.presentTopics(filter), (record) => read.push(record));
    const replayed = new Map(
      read.flatMap(({ topic, message }): [string, Date][] => {
        const offset = message.headers?.[REPLAYED];
        return offset === undefined
          ? []
          : [[`${topic}/${String(offset)}`, new Date(Number(message.timestamp))]];
      }),
    );
    return read
      .filter(({ message }) => message.headers?.[REPLAYED] === undefined)
      .map((record) =>
        parkedOf(record, this.connection, replayed.get(`${record.topic}/${record.message.offset}`)),
      )
      .sort(
        (a, b) =>
          (a.topic + a.group).localeCompare(b.topic + b.group) || Number(a.parkedAt) - Number(b.parkedAt),
      );
  }

  /**
   * Puts messages back on their topics with their keys and headers, then notes that they were. Every group reads them
   * again and those that had digested them drop them by their id. A crash in between puts a message back twice, which
   * inboxes drop likewise.
   */
  async replay(letters: readonly ParkedMessage[]): Promise<void> {
    const producer = this.connection.producer();
    await producer.connect();
    try {
      for (const letter of letters) {
        await producer.send({
          topic: this.connection.topicName(letter.topic),
          acks: -1,
          messages: [{ key: letter.key, value: letter.value, headers: letter.headers }],
        });
        await producer.send({
          topic: this.connection.topicName(deadLetterTopic(letter.topic, letter.group)),
          acks: -1,
          messages: [{ key: letter.key, value: null, headers: { [REPLAYED]: placeOf(letter) } }],
        });
      }
    } finally {
      await producer.disconnect();
    }
  }

  private presentTopics({ topic, group }: DeadLetterFilter): Promise<string[]> {
    const wanted = topics
      .filter(({ name }) => topic === undefined || name === topic)
      .flatMap(({ name }) => consumerGroups.map((each) => ({ each, dead: deadLetterTopic(name, each) })))
      .filter(({ each }) => group === undefined || each === group)
      .map(({ dead }) => this.connection.topicName(dead));
    return this.connection.withAdmin(async (admin) => {
      const present = new Set(await admin.listTopics());
      return wanted.filter((name) => present.has(name));
    });
  }
}

function parkedOf(
  { topic, message }: StoredRecord,
  connection: KafkaConnection,
  replayedAt?: Date,
): ParkedMessage {
  const all = message.headers ?? {};
  const dead = readHeaders(all);
  const original = Object.entries(all).filter(([name]) => !name.startsWith(DEAD_HEADER));
  const time = dead.dead_time;
  return {
    name: `${connection.catalogueName(topic).replace(/\.dead$/, '')}/${message.offset}`,
    topic: dead.dead_topic ?? '',
    group: dead.dead_group ?? '',
    partition: dead.dead_partition ?? '',
    offset: dead.dead_offset ?? '',
    parkedAt: new Date(Number(message.timestamp)),
    attempts: dead.dead_attempts ?? '',
    error: dead.dead_error ?? '',
    stack: dead.dead_stack ?? '',
    key: message.key,
    value: message.value,
    headers: {
      ...(dead.ce_id === undefined
        ? { ce_id: `${dead.dead_topic}/${dead.dead_partition}/${dead.dead_offset}` }
        : {}),
      ...(dead.ce_time === undefined && time !== undefined
        ? { ce_time: new Date(Number(time)).toISOString() }
        : {}),
      ...Object.fromEntries(original),
    },
    replayedAt,
  };
}

function placeOf({ name }: ParkedMessage): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
