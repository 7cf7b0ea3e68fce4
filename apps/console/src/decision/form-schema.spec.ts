import { formOf, type FormWords, wholeSchema } from './form-schema.js';

const WORDS: FormWords = {
  yes: 'Yes',
  no: 'No',
  label: (field) => `<${field}>`,
  code: (code) => `(${code})`,
  example: (example) => `for example ${example}`,
};
const DATE = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$';

describe('the form of a request body', () => {
  it('has what references name in their places, and refuses a schema that contains itself', () => {
    const schemas = {
      Line: { type: 'object', properties: { kind: { type: 'string' } } },
      Tree: { type: 'object', properties: { part: { $ref: '#/components/schemas/Tree' } } },
    };
    expect(
      wholeSchema({ type: 'array', items: { $ref: '#/components/schemas/Line' } }, schemas).items,
    ).toEqual(schemas.Line);
    expect(() => wholeSchema({ $ref: '#/components/schemas/Tree' }, schemas)).toThrow('no form');
    expect(() => wholeSchema({ $ref: '#/components/schemas/Lost' }, schemas)).toThrow('no form');
  });

  it('labels fields, and hints what the document says of them', () => {
    const { schema } = formOf(
      {
        type: 'object',
        properties: { payer: { type: 'string', description: 'BIN or IIN', example: '980540000397' } },
      },
      WORDS,
    );
    expect(schema.properties).toEqual({
      payer: { type: 'string', title: '<payer>', description: 'BIN or IIN · for example 980540000397' },
    });
  });

  it('offers codes in words, yes and no, days, and several lines for a long text', () => {
    const { schema, layout } = formOf(
      {
        type: 'object',
        required: ['words'],
        properties: {
          kind: { type: 'string', enum: ['IMPORT_VAT'] },
          needed: { type: 'boolean' },
          paidOn: { type: 'string', pattern: DATE },
          amount: { type: 'string', pattern: '^\\d{1,15}$' },
          words: { type: 'string', maxLength: 2000 },
        },
      },
      WORDS,
    );
    expect(schema.properties).toMatchObject({
      kind: { oneOf: [{ const: 'IMPORT_VAT', title: '(IMPORT_VAT)' }] },
      needed: {
        oneOf: [
          { const: true, title: 'Yes' },
          { const: false, title: 'No' },
        ],
      },
      paidOn: { format: 'date' },
      amount: { pattern: '^\\d{1,15}$' },
      words: { default: '' },
    });
    expect(schema.properties).not.toHaveProperty('paidOn.pattern');
    expect(layout).toEqual({
      kind: {},
      needed: { 'ui:widget': 'select' },
      paidOn: {},
      amount: {},
      words: { 'ui:widget': 'textarea', 'ui:emptyValue': '' },
    });
  });
});
