/** CloudEvents 1.0 in Kafka's binary binding: `ce_*` headers around a protobuf or canonical JSON value. */
import {
  type DescMessage,
  fromBinary,
  fromJsonString,
  type Message,
  messageType,
  onlyMessageOn,
} from '@shekara/contracts';

export const PROTOBUF = 'application/protobuf';
export const JSON_TYPE = 'application/json';

/** The case is unknown to the sender: a message from outside. */
export const NO_CASE = '';

export interface Envelope {
  readonly id: string;
  /** Full name of the message type. */
  readonly type: string;
  /** `/shekara/<service>`, or what an outsider says. */
  readonly source: string;
  readonly time: Date;
  /** Id of the case, or NO_CASE. */
  readonly caseId: string;
  readonly causationId: string | undefined;
  readonly actor: string;
  readonly ground: string;
  readonly traceparent: string | undefined;
}

export type Headers = Readonly<Record<string, string>>;

/** Raised for a value that cannot be read as its type says: the message is parked, never retried. */
export class UnreadableMessage extends Error {
  override readonly name = 'UnreadableMessage';
}

/** The headers of an outgoing message. */
export function envelopeHeaders(envelope: Envelope, contentType: string): Headers {
  const headers: Record<string, string> = {
    ce_specversion: '1.0',
    ce_id: envelope.id,
    ce_type: envelope.type,
    ce_source: envelope.source,
    ce_time: envelope.time.toISOString(),
    ce_subject: envelope.caseId,
    'content-type': contentType,
    correlationid: envelope.caseId,
    ce_actor: envelope.actor,
    ce_legalground: envelope.ground,
  };
  if (envelope.causationId !== undefined) headers.causationid = envelope.causationId;
  if (envelope.traceparent !== undefined) headers.traceparent = envelope.traceparent;
  return headers;
}

/** Kafka hands headers over as buffers, arrays or nothing; the first value of each counts. */
export function readHeaders(
  headers: Readonly<Record<string, Buffer | string | (Buffer | string)[] | undefined>> | undefined,
): Headers {
  const read: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) read[name.toLowerCase()] = first.toString();
  }
  return read;
}

export interface Position {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  /** Kafka's own time of the record, milliseconds. */
  readonly timestamp: string;
}

/**
 * The envelope of an incoming message. An outsider (a bank, kcat) may send bare values: the type is then the topic's
 * only one, and the id is the place of the record, which stays the same when it is delivered again.
 */
export function readEnvelope(headers: Headers, position: Position): Envelope {
  const time = new Date(headers.ce_time ?? Number(position.timestamp));
  if (Number.isNaN(time.getTime())) throw new UnreadableMessage(`ce_time is not a time: ${headers.ce_time}`);
  return {
    id: headers.ce_id ?? `${position.topic}/${position.partition}/${position.offset}`,
    type: headers.ce_type ?? onlyMessageOn(position.topic)?.typeName ?? '',
    source: headers.ce_source ?? 'outside',
    time,
    caseId: headers.correlationid ?? NO_CASE,
    causationId: headers.causationid,
    actor: headers.ce_actor ?? 'outside',
    ground: headers.ce_legalground ?? '',
    traceparent: headers.traceparent,
  };
}

/** The descriptor of the type, or undefined for a type this version does not know (counted and skipped). */
export function knownType(envelope: Envelope): DescMessage | undefined {
  return messageType(envelope.type);
}

/** Largest value that is read; Kafka's own limit is the same by default. */
const MAX_VALUE_BYTES = 1_048_576;

/** Decodes a value. @throws UnreadableMessage when it is empty, too large, or not what its type says. */
export function readValue(
  descriptor: DescMessage,
  value: Buffer | null,
  contentType: string | undefined,
): Message {
  if (!value || value.length === 0) throw new UnreadableMessage('empty value');
  if (value.length > MAX_VALUE_BYTES) throw new UnreadableMessage(`value of ${value.length} bytes`);
  try {
    return isJson(value, contentType)
      ? fromJsonString(descriptor, value.toString('utf8'))
      : fromBinary(descriptor, value);
  } catch (cause) {
    throw new UnreadableMessage(`not a ${descriptor.typeName}`, { cause });
  }
}

/** Without a content type a value that starts with a brace is JSON: no message of ours starts so (field 15, group). */
function isJson(value: Buffer, contentType: string | undefined): boolean {
  return contentType ? contentType.startsWith(JSON_TYPE) : value[0] === 0x7b;
}
