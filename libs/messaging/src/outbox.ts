/** The outbox: messages are rows of the caller's transaction; the relay moves them to Kafka after commit. */
import { v7 as uuidv7 } from 'uuid';
import { create, type DescMessage, type MessageInitShape, routeOf, toBinary } from '@shekara/contracts';
import type { LegalRef } from '@shekara/kernel';
import { currentTraceparent } from '@shekara/observability';
import { headersOfHeads, type Work } from '@shekara/persistence';
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
    work: Work,
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

  private rowsOf(work: Work): OutboxRow[] {
    return work.attached(OUTBOX, () => {
      const rows: OutboxRow[] = [];
      work.onCommitted(this.wakeRelay);
      return { value: rows, flush: (flushed) => writeRows(flushed, rows) };
    });
  }
}

async function writeRows(work: Work, rows: readonly OutboxRow[]): Promise<void> {
  if (rows.length === 0) return;
  const heads = headersOfHeads(
    work.heads,
    rows.map((row) => row.key),
  );
  await work.manager.query(
    `INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at)
       SELECT id, topic, key, type, payload, headers, $7
         FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::jsonb[])
              WITH ORDINALITY AS m(id, topic, key, type, payload, headers, place)
        ORDER BY place`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.topic),
      rows.map((row) => row.key),
      rows.map((row) => row.type),
      rows.map((row) => row.payload),
      rows.map((row, index) => JSON.stringify({ ...row.headers, ...heads[index] })),
      work.context.at,
    ],
  );
}
