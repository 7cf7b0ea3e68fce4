/** What the baseline checks of a document: the parts of an arrival notice; a declaration passes by its items. */
const TEXT = { type: 'string', minLength: 1, maxLength: 500 };
const PARTY = {
  type: 'object',
  required: ['name', 'address', 'country'],
  properties: {
    name: TEXT,
    address: TEXT,
    country: { type: 'string', pattern: '^[A-Z]{2}$' },
    identificationNumber: TEXT,
  },
};

export const DOCUMENT_SCHEMA = {
  type: 'object',
  properties: {
    mode: { enum: ['ROAD', 'RAIL', 'AIR', 'WATER'] },
    customsBody: { type: 'string', pattern: '^[0-9]{5}$' },
    carrier: PARTY,
    consignor: PARTY,
    consignee: PARTY,
    vehicleRegistration: TEXT,
    documents: {
      type: 'array',
      items: { type: 'object', required: ['kind', 'number'], properties: { kind: TEXT, number: TEXT } },
    },
    goods: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['line', 'name'],
        properties: {
          line: { type: 'integer' },
          name: TEXT,
          packageCount: { type: 'integer', minimum: 0 },
          grossWeightKg: TEXT,
        },
      },
    },
    items: {
      type: 'array',
      maxItems: 999,
      items: {
        type: 'object',
        required: ['itemNumber', 'commodityCode'],
        properties: {
          itemNumber: { type: 'integer' },
          commodityCode: { type: 'string', pattern: '^[0-9]{10}$' },
          description: TEXT,
        },
      },
    },
  },
  anyOf: [{ required: ['mode', 'customsBody', 'carrier', 'goods'] }, { required: ['officeCode', 'items'] }],
};
