/** The schema of a request body as the schema of a form: whole, titled in words, with a control that fits each field. */
import type { Schema } from './deciding-operations.js';

/** The words of a form in the chosen language. */
export interface FormWords {
  readonly yes: string;
  readonly no: string;
  /** The label of a field by its name. */
  label(field: string): string;
  /** The words of a code. */
  code(code: string): string;
  example(example: string): string;
}

/** A schema as the form library takes it. */
export interface FormSchema {
  readonly [keyword: string]: unknown;
}

export interface FormLayout {
  readonly [field: string]: unknown;
}

export interface GeneratedForm {
  readonly schema: FormSchema;
  readonly layout: FormLayout;
}

const DATE_PATTERN = /^\^\\d\{4\}-.*\\d\|?3\[01\]\)\$$/;
/** A text that may be longer than this gets several lines. */
const LONG_TEXT = 400;

/** Replaces references by what they refer to. @throws Error for a schema that contains itself, which no form can show. */
export function wholeSchema(
  schema: Schema,
  schemas: Readonly<Record<string, Schema>>,
  within: readonly string[] = [],
): Schema {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/components/schemas/', '');
    const found = schemas[name];
    if (!found || within.includes(name)) throw new Error(`no form can be made of ${name}`);
    return wholeSchema(found, schemas, [...within, name]);
  }
  return {
    ...schema,
    ...(schema.items && { items: wholeSchema(schema.items, schemas, within) }),
    ...(schema.properties && {
      properties: Object.fromEntries(
        Object.entries(schema.properties).map(([name, field]) => [name, wholeSchema(field, schemas, within)]),
      ),
    }),
  };
}

/** The form of a whole schema. */
export function formOf(schema: Schema, words: FormWords): GeneratedForm {
  const { title: _title, ...form } = fieldOf('', schema, words, true);
  return { schema: form, layout: layoutOf(schema, true) };
}

function fieldOf(name: string, schema: Schema, words: FormWords, required: boolean): FormSchema {
  const { example, enum: codes, description, pattern, properties, items, ...rest } = schema;
  const hint = [description, example === undefined ? undefined : words.example(textOf(example))]
    .filter((part) => part !== undefined)
    .join(' · ');
  const said = { ...rest, title: words.label(name), ...(hint === '' ? {} : { description: hint }) };
  if (properties) {
    return {
      ...said,
      properties: Object.fromEntries(
        Object.entries(properties).map(([field, of]) => [
          field,
          fieldOf(field, of, words, schema.required?.includes(field) ?? false),
        ]),
      ),
    };
  }
  if (items) return { ...said, items: fieldOf(name, items, words, true) };
  if (codes) {
    return { ...said, oneOf: codes.map((code) => ({ const: code, title: words.code(textOf(code)) })) };
  }
  if (schema.type === 'boolean') {
    return {
      ...said,
      oneOf: [
        { const: true, title: words.yes },
        { const: false, title: words.no },
      ],
    };
  }
  if (pattern !== undefined && DATE_PATTERN.test(pattern)) return { ...said, format: 'date' };
  return {
    ...said,
    ...(pattern === undefined ? {} : { pattern }),
    ...(required && mayBeEmpty(schema) ? { default: '' } : {}),
  };
}

/** The control of each field, where it is not the usual one. */
function layoutOf(schema: Schema, required: boolean): FormLayout {
  if (schema.properties) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([field, of]) => [
        field,
        layoutOf(of, schema.required?.includes(field) ?? false),
      ]),
    );
  }
  if (schema.items) return { items: layoutOf(schema.items, true) };
  if (schema.type === 'boolean') return { 'ui:widget': 'select' };
  return {
    ...((schema.maxLength ?? 0) >= LONG_TEXT && !schema.enum ? { 'ui:widget': 'textarea' } : {}),
    ...(required && mayBeEmpty(schema) ? { 'ui:emptyValue': '' } : {}),
  };
}

/** A text that is asked for and may be empty: whether it had to be filled in is for the law to say. */
function mayBeEmpty({ type, minLength = 0, pattern, format, enum: codes }: Schema): boolean {
  return type === 'string' && minLength === 0 && pattern === undefined && format === undefined && !codes;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
