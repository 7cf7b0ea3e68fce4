/** Messages that are what their type says, and say what cannot be: every field set, none of them sensibly. */
import { create, type DescField, type DescMessage, ScalarType, toBinary } from '@bufbuild/protobuf';
import { routeOf } from '@shekara/contracts';
import type { Chance } from './chance.js';

const TEXTS: readonly [string, ...string[]] = [
  '',
  ' ',
  '☠',
  '0',
  '-1',
  '1e309',
  'NaN',
  '99999999999999999999999999.99',
  '2026-02-30',
  '9999-12-31',
  "'; DROP TABLE outbox; --",
  '\u0000',
  'ы'.repeat(5_000),
  'NO_SUCH_CODE',
];
const INTEGERS: readonly [number, ...number[]] = [0, -1, 1, 2_147_483_647, -2_147_483_648];
const LONGS: readonly [bigint, ...bigint[]] = [
  0n,
  -1n,
  9_223_372_036_854_775_807n,
  -9_223_372_036_854_775_808n,
];
const FRACTIONS: readonly [number, ...number[]] = [0, -1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300];
const DEEPEST = 4;
const MOST_ENTRIES = 3;

/** The bytes of a message of this type about the document `id`, which nobody has. */
export function absurd(type: DescMessage, id: string, chance: Chance): Uint8Array {
  const { keyField } = routeOf(type.typeName);
  const fields = { ...fieldsOf(type, id, chance, 0), [keyField]: id };
  return toBinary(type, create(type, fields));
}

function fieldsOf(type: DescMessage, id: string, chance: Chance, depth: number): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const field of type.fields) {
    // One of several: the others must stay unset.
    if (field.oneof !== undefined || field.fieldKind === 'map') continue;
    const value = (): unknown => valueOf(field, id, chance, depth);
    if (field.fieldKind === 'list') {
      const entries = depth < DEEPEST ? chance.between(0, MOST_ENTRIES) : 0;
      fields[field.localName] = Array.from({ length: entries }, value);
    } else {
      const given = value();
      if (given !== undefined) fields[field.localName] = given;
    }
  }
  return fields;
}

function valueOf(field: DescField, id: string, chance: Chance, depth: number): unknown {
  if (field.enum !== undefined) return chance.of(INTEGERS);
  if (field.message !== undefined)
    return depth < DEEPEST && chance.percent(80) ? fieldsOf(field.message, id, chance, depth + 1) : undefined;
  switch (field.scalar) {
    case ScalarType.STRING:
      return field.localName.endsWith('Id') && chance.percent(70) ? id : chance.of(TEXTS);
    case ScalarType.BOOL:
      return chance.percent(50);
    case ScalarType.BYTES:
      return new Uint8Array(chance.between(0, 64));
    case ScalarType.DOUBLE:
    case ScalarType.FLOAT:
      return chance.of(FRACTIONS);
    case ScalarType.INT64:
    case ScalarType.SINT64:
    case ScalarType.SFIXED64:
      return chance.of(LONGS);
    case ScalarType.UINT64:
    case ScalarType.FIXED64:
      return 18_446_744_073_709_551_615n;
    case ScalarType.UINT32:
    case ScalarType.FIXED32:
      return chance.of([0, 1, 4_294_967_295]);
    default:
      return chance.of(INTEGERS);
  }
}
