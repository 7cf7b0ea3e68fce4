/** JSON Schema of the canonical JSON of a message: what a client without Protocol Buffers sends and reads. */
import { type DescEnum, type DescField, type DescMessage, ScalarType } from '@bufbuild/protobuf';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** What `proto/` says in words, by full name: messages, and fields as `message.field`. */
export type Comments = ReadonlyMap<string, string>;

const WIDE_INTEGERS: ReadonlySet<ScalarType> = new Set([
  ScalarType.INT64,
  ScalarType.UINT64,
  ScalarType.SINT64,
  ScalarType.FIXED64,
  ScalarType.SFIXED64,
]);
const FRACTIONS: ReadonlySet<ScalarType> = new Set([ScalarType.DOUBLE, ScalarType.FLOAT]);

/** The schemas of the messages and of every message inside them, by full name. */
export function messageSchemas(
  messages: readonly DescMessage[],
  comments: Comments,
): Map<string, JsonSchema> {
  const schemas = new Map<string, JsonSchema>();
  const waiting = [...messages];
  for (let message = waiting.shift(); message; message = waiting.shift()) {
    if (schemas.has(message.typeName)) continue;
    schemas.set(message.typeName, {
      type: 'object',
      ...described(comments.get(message.typeName)),
      properties: Object.fromEntries(
        message.fields.map((field) => [field.jsonName, fieldSchema(field, comments.get(fieldName(field)))]),
      ),
    });
    waiting.push(
      ...message.fields.flatMap((field) =>
        field.message && !isTimestamp(field.message) ? [field.message] : [],
      ),
    );
  }
  return new Map([...schemas].sort(([one], [other]) => one.localeCompare(other)));
}

export function fieldName(field: DescField): string {
  return `${field.parent.typeName}.${field.name}`;
}

function fieldSchema(field: DescField, comment: string | undefined): JsonSchema {
  const value = valueSchema(field);
  if (field.fieldKind === 'list') return { type: 'array', ...described(comment), items: value };
  if (field.fieldKind === 'map')
    return { type: 'object', ...described(comment), additionalProperties: value };
  return comment === undefined
    ? value
    : '$ref' in value
      ? { allOf: [value], ...described(comment) }
      : { ...value, ...described(comment) };
}

function valueSchema(field: DescField): JsonSchema {
  if (field.message) {
    return isTimestamp(field.message)
      ? { type: 'string', format: 'date-time' }
      : { $ref: `#/components/schemas/${field.message.typeName}` };
  }
  if (field.enum) return enumSchema(field.enum);
  return scalarSchema(field.scalar ?? ScalarType.STRING);
}

function enumSchema({ values }: DescEnum): JsonSchema {
  return { type: 'string', enum: values.map(({ name }) => name) };
}

function scalarSchema(scalar: ScalarType): JsonSchema {
  if (scalar === ScalarType.BOOL) return { type: 'boolean' };
  if (scalar === ScalarType.BYTES) return { type: 'string', contentEncoding: 'base64' };
  if (scalar === ScalarType.STRING) return { type: 'string' };
  if (WIDE_INTEGERS.has(scalar)) return { type: 'string', pattern: '^-?\\d+$' };
  return { type: FRACTIONS.has(scalar) ? 'number' : 'integer' };
}

function isTimestamp({ typeName }: DescMessage): boolean {
  return typeName === 'google.protobuf.Timestamp';
}

function described(comment: string | undefined): JsonSchema {
  return comment === undefined ? {} : { description: comment };
}
