/** The outbox: messages are rows of the caller's transaction; the relay moves them to Kafka after commit. */
import { v7 as uuidv7 } from 'uuid';
import { create, type DescMessage, type MessageInitShape, routeOf, toBinary } from '@shekara/contracts';
import type { LegalRef } from '@shekara/kernel';
import { currentTraceparent } from '@shekara/observability';
import { type Additions, headersOfHeads, type Insertion } from '@shekara/persistence';
import { envelopeHeaders, type Headers, PROTOBUF } from './envelope.js';

interface OutboxRow {
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  readonly type: string;
  readonly payload: Buffer;
  readonly headers: Headers;
}

export interface PublishOptions {
  readonly caseId: string;
  /** The article under which the event happened; shown in the case's timeline. */
  readonly ground: LegalRef;
}

const OUTBOX = Symbol('outbox');
const OUTBOX_ROWS: Insertion = {
  table: 'outbox',
  columns: [
    ['id', 'uuid'],
    ['aggregatetype', 'text'],
    ['aggregateid', 'text'],
    ['type', 'text'],
    ['payload', 'bytea'],
    ['headers', 'jsonb'],
    ['created_at', 'timestamptz'],
  ],
};
/** With its headers a message must fit into the 1 MiB that brokers and consumers take: a larger one could never leave. */
const LARGEST_PAYLOAD = 1_000_000;

/** Writes messages into the outbox on behalf of one service. */
export class Outbox {
  constructor(
    private readonly service: string,
    private readonly wakeRelay: () => void,
  ) {}

  /** Publishes a message with this work: it reaches Kafka exactly when the work commits. Returns the message's id. */
  publish<Desc extends DescMessage>(
    work: Additions,
    schema: Desc,
    message: MessageInitShape<Desc>,
    options: PublishOptions,
  ): string {
    const route = routeOf(schema.typeName);
    const value = create(schema, message);
    const key = String((value as unknown as Record<string, unknown>)[route.keyField] ?? '');
    if (key === '') throw new TypeError(`${schema.typeName} without its key ${route.keyField}`);
    const payload = Buffer.from(toBinary(schema, value));
    if (payload.length > LARGEST_PAYLOAD)
      throw new RangeError(`${schema.typeName} of ${payload.length} bytes`);
    const id = uuidv7();
    this.rowsOf(work).push({
      id,
      topic: route.topic,
      key,
      type: schema.typeName,
      payload,
      headers: envelopeHeaders(
        {
          id,
          type: schema.typeName,
          source: `/shekara/${this.service}`,
          time: work.context.at,
          caseId: options.caseId,
          causationId: work.context.causationId,
          actor: work.context.actor,
          ground: options.ground.text,
          traceparent: currentTraceparent(),
        },
        PROTOBUF,
      ),
    });
    return id;
  }

  private rowsOf(work: Additions): OutboxRow[] {
    return work.attached(OUTBOX, () => {
      const rows: OutboxRow[] = [];
      work.onCommitted(this.wakeRelay);
      return { value: rows, close: (closing) => addRows(closing, rows) };
    });
  }
}

function addRows(work: Additions, rows: OutboxRow[]): void {
  const heads = headersOfHeads(
    work.heads,
    rows.map((row) => row.key),
  );
  for (const [index, { id, topic, key, type, payload, headers }] of rows.splice(0).entries()) {
    const said = JSON.stringify({ ...headers, ...heads[index] });
    work.add(OUTBOX_ROWS, [id, topic, key, type, payload, said, work.context.at]);
  }
}
