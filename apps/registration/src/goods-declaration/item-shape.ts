/**
 * The shape of the goods items of a request (boxes 31 to 47): fields that exist, their types and greatest lengths; whether
 * a value is right is for the law to say. A table instead of decorators: 999 items are read in milliseconds, not in the
 * tenths of a second that a validator of classes takes for them.
 */
import {
  type ItemDraft,
  type Packages,
  PAYMENT_KINDS,
  type PaymentLine,
  type Preference,
} from './declaration-draft.js';

/** Above the 999 items of the law, so that the law's own refusal is heard; below what harms the service. */
const MOST_ITEMS_READ = 2_000;

export interface ShapeFault {
  /** JSON pointer of the field. */
  readonly pointer: string;
  /** There is no such field; else the value is not what `expected` says. */
  readonly unknown: boolean;
  readonly expected: string;
}

/** The shape of a value: how it is checked, and the JSON Schema that says the same. */
interface Form {
  readonly check: (value: unknown, pointer: string, faults: ShapeFault[]) => void;
  readonly schema: JsonSchema;
}
type Shape<Of> = { readonly [Field in keyof Of]-?: Form };

/** As much of JSON Schema as items need. */
export interface JsonSchema {
  readonly type: 'string' | 'number' | 'boolean' | 'array' | 'object';
  readonly maxLength?: number;
  readonly enum?: string[];
  readonly items?: JsonSchema;
  readonly maxItems?: number;
  readonly properties?: Record<string, JsonSchema>;
  readonly required?: string[];
  readonly additionalProperties?: boolean;
}

const KINDS_OF_PAYMENT: ReadonlySet<unknown> = new Set(PAYMENT_KINDS);

function is(expected: string, schema: JsonSchema, holds: (value: unknown) => boolean): Form {
  return {
    schema,
    check: (value, pointer, faults) => {
      if (!holds(value)) faults.push({ pointer, unknown: false, expected });
    },
  };
}

/** A text that a database can keep: whole characters, no NUL, no longer than said. */
export function isKeepableText(value: unknown, most: number): boolean {
  return (
    typeof value === 'string' && value.length <= most && !value.includes('\u0000') && value.isWellFormed()
  );
}

function text(most: number): Form {
  return is(`text of at most ${most} characters`, { type: 'string', maxLength: most }, (value) =>
    isKeepableText(value, most),
  );
}

function listOf(most: number, form: Form): Form {
  return {
    schema: { type: 'array', maxItems: most, items: form.schema },
    check: (value, pointer, faults) => {
      if (!Array.isArray(value) || value.length > most) {
        faults.push({ pointer, unknown: false, expected: `list of at most ${most}` });
        return;
      }
      value.forEach((element, index) => form.check(element, `${pointer}/${index}`, faults));
    },
  };
}

function object(shape: Readonly<Record<string, Form>>, required: readonly string[] = []): Form {
  const forms = new Map(Object.entries(shape));
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(shape).map(([field, { schema }]) => [field, schema])),
      ...(required.length > 0 && { required: [...required] }),
      additionalProperties: false,
    },
    check: (value, pointer, faults) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        faults.push({ pointer, unknown: false, expected: 'object' });
        return;
      }
      for (const field of required) {
        if (!(field in value))
          faults.push({ pointer: `${pointer}/${field}`, unknown: false, expected: 'value' });
      }
      for (const [field, content] of Object.entries(value)) {
        const form = forms.get(field);
        const at = `${pointer}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        if (form) form.check(content, at, faults);
        else faults.push({ pointer: at, unknown: true, expected: `no field ${field}` });
      }
    },
  };
}

const code = text(40);
const number = is('number', { type: 'number' }, (value) => Number.isFinite(value));
const flag = is('true or false', { type: 'boolean' }, (value) => typeof value === 'boolean');

const PACKAGES: Shape<Packages> = { count: number, kind: code, marks: text(200) };
const PREFERENCE: Shape<Preference> = { fee: code, duty: code, excise: code, vat: code };
const PAYMENT_LINE: Shape<PaymentLine> = {
  kind: is('kind of payment', { type: 'string', enum: [...PAYMENT_KINDS] }, (value) =>
    KINDS_OF_PAYMENT.has(value),
  ),
  amount: code,
};
const ITEM: Shape<ItemDraft> = {
  itemNumber: number,
  description: text(1000),
  manufacturer: text(200),
  trademark: text(200),
  model: text(100),
  article: text(100),
  packages: listOf(50, object(PACKAGES)),
  containerNumbers: listOf(100, code),
  commodityCode: code,
  restrictionMark: flag,
  intellectualPropertyMark: flag,
  originCountry: code,
  grossKg: code,
  netKg: code,
  preference: object(PREFERENCE),
  procedure: code,
  previousDocument: code,
  supplementaryQuantity: code,
  supplementaryUnit: code,
  itemPrice: code,
  valuationMethod: number,
  customsValue: code,
  statisticalValue: code,
  conditionsProof: text(200),
  payments: listOf(20, object(PAYMENT_LINE, ['kind', 'amount'])),
};

const ITEMS = listOf(MOST_ITEMS_READ, object(ITEM));

/** The JSON Schema of what `itemShapeFaults` finds no fault with. */
export const itemsSchema: JsonSchema = ITEMS.schema;

/** Everything in which the items of a request are not what they must be; empty where they are goods items. */
export function itemShapeFaults(items: unknown): readonly ShapeFault[] {
  const faults: ShapeFault[] = [];
  ITEMS.check(items, '/items', faults);
  return faults;
}
