/** What never reaches a log: personal data, credentials and the content of documents. */
import { parseIin } from '@shekara/kernel';

const REDACTED = '[redacted]';
const DEEPEST = 6;

/** Names of fields, in lower case, without dashes and underscores. */
const SECRET_FIELDS: ReadonlySet<string> = new Set([
  ...[
    'authorization',
    'proxyauthorization',
    'cookie',
    'setcookie',
    'token',
    'accesstoken',
    'refreshtoken',
    'idtoken',
  ],
  ...['password', 'secret', 'clientsecret', 'apikey', 'privatekey', 'signature'],
  ...['body', 'payload', 'rawbody', 'content'],
  ...[
    'iin',
    'name',
    'fullname',
    'firstname',
    'lastname',
    'middlename',
    'birthdate',
    'phone',
    'email',
    'address',
  ],
  ...['passport', 'documentnumber', 'accountnumber', 'iban'],
]);

/** A copy fit for a log line: fields of the list and IINs and bearer tokens inside texts are replaced. */
export function withoutPersonalData(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return textWithoutPersonalData(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return '[deep]';
  if (value instanceof Error) return errorWithoutPersonalData(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.map((element) => withoutPersonalData(element, depth + 1));
  if (value instanceof Map) return withoutPersonalData(Object.fromEntries(value), depth);
  if (value instanceof Set) return withoutPersonalData([...value], depth);
  const copy: Record<string, unknown> = {};
  for (const [field, content] of Object.entries(value)) {
    const secret = SECRET_FIELDS.has(field.toLowerCase().replaceAll(/[-_]/g, ''));
    copy[field] = secret && content !== undefined ? REDACTED : withoutPersonalData(content, depth + 1);
  }
  return copy;
}

export function textWithoutPersonalData(text: string): string {
  return text
    .replaceAll(/\b(Bearer|Basic) +[\w.~+/=-]+/gi, `$1 ${REDACTED}`)
    .replaceAll(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, REDACTED)
    .replaceAll(/(?<!\d)\d{12}(?!\d)/g, (digits) => (parseIin(digits) ? REDACTED : digits))
    .replaceAll(/(\w+:\/\/[^\s:/@]+):[^\s@]+@/g, `$1:${REDACTED}@`);
}

function errorWithoutPersonalData(error: Error, depth: number): Record<string, unknown> {
  return {
    type: error.name,
    message: textWithoutPersonalData(error.message),
    ...(error.stack === undefined ? {} : { stack: textWithoutPersonalData(error.stack) }),
    ...(error.cause === undefined ? {} : { cause: withoutPersonalData(error.cause, depth + 1) }),
  };
}
