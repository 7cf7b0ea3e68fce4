/** Whatever a service answers of a document, as facts to read: names with days, instants, codes, texts and records. */

export type Fact =
  | { readonly kind: 'TEXT'; readonly name: string; readonly value: string }
  | { readonly kind: 'DAY'; readonly name: string; readonly value: string }
  | { readonly kind: 'INSTANT'; readonly name: string; readonly value: string }
  | { readonly kind: 'CODES'; readonly name: string; readonly values: readonly string[] }
  | { readonly kind: 'ANSWER'; readonly name: string; readonly value: boolean }
  | { readonly kind: 'RECORDS'; readonly name: string; readonly records: readonly (readonly Fact[])[] };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;
const CODE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;
/** Fields that name a thing, with capitals or without. */
const NAMES = /(id|reference|number|bank|account)$/i;
/** A code of fewer letters is as likely a country, a currency or a unit, which everybody reads as it is. */
const SHORTEST_CODE = 4;

/** Facts of an object in its order. Left out: what is empty, and ids, which say nothing to a person. */
export function factsOf(value: unknown): readonly Fact[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, of]) => {
    const fact = factOf(name, of);
    return fact ? [fact] : [];
  });
}

function factOf(name: string, value: unknown): Fact | undefined {
  if (typeof value === 'boolean') return { kind: 'ANSWER', name, value };
  if (typeof value === 'number') return { kind: 'TEXT', name, value: String(value) };
  if (typeof value === 'string') return textFact(name, value);
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return recordsFact(name, [value]);
  const items: readonly unknown[] = value;
  const texts = items.filter((item) => typeof item === 'string');
  if (texts.length < items.length) return recordsFact(name, items);
  if (texts.length === 0 || texts.some((text) => UUID.test(text))) return undefined;
  return texts.every((text) => isCode(name, text))
    ? { kind: 'CODES', name, values: texts }
    : { kind: 'TEXT', name, value: texts.join(', ') };
}

function textFact(name: string, value: string): Fact | undefined {
  if (value === '' || UUID.test(value)) return undefined;
  if (DAY.test(value)) return { kind: 'DAY', name, value };
  if (INSTANT.test(value)) return { kind: 'INSTANT', name, value };
  return isCode(name, value) ? { kind: 'CODES', name, values: [value] } : { kind: 'TEXT', name, value };
}

function recordsFact(name: string, items: readonly unknown[]): Fact | undefined {
  const records = items.map(factsOf).filter((facts) => facts.length > 0);
  return records.length === 0 ? undefined : { kind: 'RECORDS', name, records };
}

function isCode(name: string, text: string): boolean {
  return text.length >= SHORTEST_CODE && CODE.test(text) && !NAMES.test(name);
}
