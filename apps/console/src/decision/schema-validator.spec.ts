import { defectsOf, SchemaValidator } from './schema-validator.js';

const SCHEMA = {
  type: 'object' as const,
  required: ['payer', 'kind', 'lines'],
  properties: {
    payer: { type: 'string' as const, pattern: '^\\d{12}$' },
    kind: { type: 'string' as const, oneOf: [{ const: 'A' }, { const: 'B' }] },
    paidOn: { type: 'string' as const, format: 'date' },
    lines: {
      type: 'array' as const,
      minItems: 1,
      items: {
        type: 'object' as const,
        required: ['item'],
        properties: { item: { type: 'integer' as const, minimum: 1 } },
      },
    },
  },
  additionalProperties: false,
};

const defects = (data: unknown) => defectsOf(SCHEMA, data).map(({ name, property }) => `${property} ${name}`);

describe('what is wrong with a filled form', () => {
  it('is nothing for a body that the schema takes', () => {
    expect(defects({ payer: '980540000397', kind: 'A', paidOn: '2026-02-03', lines: [{ item: 1 }] })).toEqual(
      [],
    );
    const taken = new SchemaValidator().isValid(SCHEMA, {
      payer: '980540000397',
      kind: 'B',
      lines: [{ item: 2 }],
      paidOn: undefined,
    });
    expect(taken).toBe(true);
  });

  it('is said once at its field', () => {
    expect(defects({ payer: '12', kind: 'C', paidOn: 'today', lines: [{ item: 0 }, {}] })).toEqual([
      '.payer pattern',
      '.kind oneOf',
      '.paidOn format',
      '.lines.0.item minimum',
      '.lines.1.item required',
    ]);
    expect(defects({}).sort()).toEqual(['.kind required', '.lines required', '.payer required']);
    expect(defects({ payer: '980540000397', kind: 'A', lines: [] })).toEqual(['.lines minItems']);
  });
});
