/**
 * The facts that an expression may read (art. 217(7): an indicator works over named input fields), declared with their
 * types. What is not listed here cannot be read. A field that the document leaves empty is absent: an expression that
 * reads it fails, and failure leads to a document check; `has(item.quantity)` asks first.
 */
import type { Exact } from '@shekara/kernel';

/** ARRIVAL is the law's stage of the same name; DECLARATION is its BEFORE_RELEASE. */
export const STAGES = ['ARRIVAL', 'DECLARATION'] as const;
export type Stage = (typeof STAGES)[number];

/** ITEM expressions read one `item` and run for each; CONSIGNMENT expressions read `items` and run once (R-RSK-031). */
export const SUBJECTS = ['CONSIGNMENT', 'ITEM'] as const;
export type Subject = (typeof SUBJECTS)[number];

export type FieldType = 'string' | 'int' | 'bool' | 'decimal' | 'list<string>';

/** Money in tenge, weights in kilograms, both exact. Invoice amounts are in the currency of the invoice. */
const DECLARATION = {
  procedure: 'string',
  direction: 'string',
  transportMode: 'string',
  departureCountry: 'string',
  tradingCountry: 'string',
  currency: 'string',
  incoterms: 'string',
  declarant: 'string',
  representative: 'string',
  totalCustomsValue: 'decimal',
  totalInvoice: 'decimal',
  packages: 'int',
  itemCount: 'int',
  preliminary: 'bool',
} as const satisfies Record<string, FieldType>;

const DECLARATION_ITEM = {
  number: 'int',
  commodityCode: 'string',
  description: 'string',
  trademark: 'string',
  originCountry: 'string',
  preferenceClaimed: 'bool',
  customsValue: 'decimal',
  invoicePrice: 'decimal',
  netKg: 'decimal',
  grossKg: 'decimal',
  packages: 'int',
  quantity: 'decimal',
  documents: 'list<string>',
} as const satisfies Record<string, FieldType>;

const ARRIVAL = {
  transportMode: 'string',
  vehicleCountry: 'string',
  departureCountry: 'string',
  checkpoint: 'string',
  carrier: 'string',
  packages: 'int',
  grossKg: 'decimal',
  measuredGrossKg: 'decimal',
  sealsIntact: 'bool',
  itemCount: 'int',
} as const satisfies Record<string, FieldType>;

const ARRIVAL_ITEM = {
  number: 'int',
  commodityCode: 'string',
  description: 'string',
  originCountry: 'string',
  packages: 'int',
  grossKg: 'decimal',
} as const satisfies Record<string, FieldType>;

const PERSON = {
  category: 'string',
  earlierDeclarations: 'int',
  offencesLastYear: 'int',
} as const satisfies Record<string, FieldType>;

export const FACT_SCHEMA = {
  ARRIVAL: { document: 'arrival', header: ARRIVAL, item: ARRIVAL_ITEM, person: PERSON },
  DECLARATION: { document: 'declaration', header: DECLARATION, item: DECLARATION_ITEM, person: PERSON },
} as const satisfies Record<Stage, FactSchema>;

export interface FactSchema {
  readonly document: string;
  readonly header: Readonly<Record<string, FieldType>>;
  readonly item: Readonly<Record<string, FieldType>>;
  readonly person: Readonly<Record<string, FieldType>>;
}

interface FieldValue {
  string: string;
  int: bigint;
  bool: boolean;
  decimal: Exact;
  'list<string>': readonly string[];
}

type Facts<Fields extends Readonly<Record<string, FieldType>>, Required extends keyof Fields> = {
  readonly [Name in Required]: FieldValue[Fields[Name]];
} & { readonly [Name in Exclude<keyof Fields, Required>]?: FieldValue[Fields[Name]] };

export type DeclarationFacts = Facts<typeof DECLARATION, 'procedure' | 'direction' | 'itemCount'>;
export type DeclarationItemFacts = Facts<typeof DECLARATION_ITEM, 'number' | 'commodityCode'>;
export type ArrivalFacts = Facts<typeof ARRIVAL, 'transportMode' | 'itemCount'>;
export type ArrivalItemFacts = Facts<typeof ARRIVAL_ITEM, 'number' | 'commodityCode'>;
export type PersonFacts = Facts<typeof PERSON, 'category'>;

export interface DeclarationView {
  readonly stage: 'DECLARATION';
  readonly header: DeclarationFacts;
  readonly items: readonly DeclarationItemFacts[];
  readonly person: PersonFacts;
}

export interface ArrivalView {
  readonly stage: 'ARRIVAL';
  readonly header: ArrivalFacts;
  readonly items: readonly ArrivalItemFacts[];
  readonly person: PersonFacts;
}

export type FactView = DeclarationView | ArrivalView;
export type ItemFacts = DeclarationItemFacts | ArrivalItemFacts;
