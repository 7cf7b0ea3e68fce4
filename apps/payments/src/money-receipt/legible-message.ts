/** Texts of outsiders that the database can keep: without characters of no meaning, and no longer than a document needs. */
import type { ConfirmationMessage } from './confirmation-message.js';

const LONGEST_TEXT = 500;
/** NUL, and halves of surrogate pairs: PostgreSQL takes neither. */
// eslint-disable-next-line no-control-regex -- this is what it looks for
const UNKEEPABLE = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The message with each text as it can be kept; a text that was cut ends with an ellipsis, so it fits no code or number. */
export function legible(message: ConfirmationMessage): ConfirmationMessage {
  return Object.fromEntries(
    Object.entries(message).map(([field, value]) => [field, legibleValue(value)]),
  ) as ConfirmationMessage & Record<string, unknown>;
}

function legibleValue(value: unknown): unknown {
  if (typeof value === 'string') {
    const text = value.replace(UNKEEPABLE, '\uFFFD');
    return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, legibleValue(inner)]));
}
