import { Exact } from '@shekara/kernel';
import fc from 'fast-check';
import { LONGEST_EXPRESSION, compileExpression } from './profile-expression.js';
import type { DeclarationItemFacts, DeclarationView, Stage, Subject } from './fact-view.js';

const item = (number: number, facts: Partial<DeclarationItemFacts> = {}): DeclarationItemFacts => ({
  number: BigInt(number),
  commodityCode: '8703231940',
  originCountry: 'DE',
  customsValue: new Exact('0.1'),
  netKg: new Exact(100),
  grossKg: new Exact(110),
  documents: ['04021'],
  ...facts,
});

const declaration = (...items: DeclarationItemFacts[]): DeclarationView => ({
  stage: 'DECLARATION',
  header: { procedure: '40', direction: 'IMPORT', itemCount: BigInt(items.length), departureCountry: 'DE' },
  items,
  person: { category: 'MEDIUM', earlierDeclarations: 3n, offencesLastYear: 0n },
});

function evaluate(source: string, view: DeclarationView, one?: DeclarationItemFacts) {
  const compilation = compileExpression(source, 'DECLARATION', one ? 'ITEM' : 'CONSIGNMENT');
  if (!compilation.compiled) throw new Error(JSON.stringify(compilation.reason));
  return compilation.expression.evaluate(view, one);
}

function refusal(source: string, stage: Stage = 'DECLARATION', subject: Subject = 'CONSIGNMENT') {
  const compilation = compileExpression(source, stage, subject);
  if (compilation.compiled) throw new Error(`compiled: ${source}`);
  const { code, parameters, pointer } = compilation.reason;
  return { code, pointer, position: parameters.position, line: parameters.line, column: parameters.column };
}

describe('an expression over the declared view of facts (art. 217(7))', () => {
  const view = declaration(
    item(1),
    item(2, { commodityCode: '2402209000', customsValue: new Exact('0.2'), originCountry: 'AE' }),
  );

  it.each([
    ['declaration.procedure == "40" && declaration.direction in ["IMPORT"]', 'HIT'],
    ['items.exists(i, codeIn(i.commodityCode, ["8703", "2402"]))', 'HIT'],
    ['items.all(i, i.commodityCode.startsWith("8703"))', 'NO_HIT'],
    ['items.exists(i, i.netKg >= 50 && i.netKg <= 99.5)', 'NO_HIT'],
    ['!(person.category in ["HIGH", "AEO"]) || false', 'HIT'],
    ['items.filter(i, i.originCountry == "AE").size() == 1', 'HIT'],
    ['items.exists(i, "04021" in i.documents)', 'HIT'],
    ['declaration.itemCount > 1', 'HIT'],
    ['items.exists(i, i.customsValue != 0.1)', 'HIT'],
    ['items.exists(i, -i.customsValue > 0)', 'NO_HIT'],
    ['items.exists(i, codeIn(i.commodityCode, [""]))', 'NO_HIT'],
  ])('%s: %s', (source, kind) => {
    expect(evaluate(source, view)).toEqual({ kind });
  });

  it('sums money exactly: 0.1 and 0.2 tenge are 0.3', () => {
    expect(evaluate('sumOf(items.map(i, i.customsValue)) == 0.3', view)).toEqual({ kind: 'HIT' });
    expect(evaluate('sumOf(items.filter(i, i.netKg > 1000).map(i, i.customsValue)) == 0', view)).toEqual({
      kind: 'HIT',
    });
  });

  it('compares a value per kilogram without rounding', () => {
    const one = item(1, { customsValue: new Exact(10), netKg: new Exact(3) });
    expect(evaluate('item.customsValue / item.netKg < 3.34', declaration(one), one)).toEqual({ kind: 'HIT' });
    expect(evaluate('item.customsValue / item.netKg * 3 == 10', declaration(one), one)).toEqual({
      kind: 'NO_HIT',
    });
  });

  it('asks for an empty field before reading it', () => {
    const one = item(1);
    expect(evaluate('has(item.quantity) && item.quantity > 1', declaration(one), one)).toEqual({
      kind: 'NO_HIT',
    });
  });

  it.each([
    ['item.quantity > 1', item(1)],
    ['item.customsValue / item.netKg < 1', item(1, { netKg: new Exact(0) })],
    ['1 / (item.number - 1) > 0', item(1)],
    ['item.netKg < 5', item(1, { netKg: new Exact(NaN) })],
    ['item.netKg == 5', item(1, { netKg: new Exact(Infinity) })],
  ])('fails, and does not pass, where it cannot be told: %s', (source, one) => {
    expect(evaluate(source, declaration(one), one)).toMatchObject({ kind: 'FAILED' });
  });

  it('fails on facts of another stage', () => {
    const compilation = compileExpression('person.category == "HIGH"', 'ARRIVAL', 'CONSIGNMENT');
    expect(compilation.compiled && compilation.expression.evaluate(view)).toMatchObject({ kind: 'FAILED' });
  });

  it('fails where one item is unreadable and no other decides', () => {
    const mixed = declaration(item(1, { quantity: new Exact(1) }), item(2));
    expect(evaluate('items.exists(i, i.quantity > 5)', mixed)).toMatchObject({ kind: 'FAILED' });
    expect(evaluate('items.exists(i, i.quantity == 1)', mixed)).toEqual({ kind: 'HIT' });
  });

  it('adds numbers of every kind', () => {
    const one = item(1);
    expect(
      evaluate('item.number + 1 == 2 && item.netKg + 1 == 101 && 0.5 + 0.5 == 1.0', declaration(one), one),
    ).toEqual({
      kind: 'HIT',
    });
  });

  it('is compiled once', () => {
    const source = 'declaration.itemCount == 42';
    expect(compileExpression(source, 'DECLARATION', 'CONSIGNMENT')).toBe(
      compileExpression(source, 'DECLARATION', 'CONSIGNMENT'),
    );
  });
});

describe('a bad expression is refused when the profile is saved, with its position', () => {
  it.each([
    ['', 'RSK_EXPRESSION_TOO_LONG', '1'],
    [`true ${' '.repeat(LONGEST_EXPRESSION)}`, 'RSK_EXPRESSION_TOO_LONG', '2001'],
    ['declaration.procedure ==', 'RSK_EXPRESSION_SYNTAX', '25'],
    ['declaration.procedure == "40', 'RSK_EXPRESSION_SYNTAX', '26'],
    ['declaration.itemCount < 1e999', 'RSK_EXPRESSION_SYNTAX', '25'],
    ['true && tariff.rate > 1', 'RSK_EXPRESSION_UNKNOWN_FIELD', '9'],
    ['declaration.colour == "red"', 'RSK_EXPRESSION_UNKNOWN_FIELD', '13'],
    ['items.exists(i, i.constructor == "x")', 'RSK_EXPRESSION_UNKNOWN_FIELD', '19'],
    ['item.netKg > 1', 'RSK_EXPRESSION_UNKNOWN_FIELD', '1'],
    ['arrival.grossKg > 1', 'RSK_EXPRESSION_UNKNOWN_FIELD', '1'],
    ['declaration.procedure > 40', 'RSK_EXPRESSION_TYPE', '1'],
    ['true && declaration.itemCount', 'RSK_EXPRESSION_TYPE', '1'],
    ['declaration.procedure in ["40", 1]', 'RSK_EXPRESSION_TYPE', '33'],
    ['declaration.itemCount', 'RSK_EXPRESSION_NOT_BOOLEAN', '1'],
    ['sumOf(items.map(i, i.netKg))', 'RSK_EXPRESSION_NOT_BOOLEAN', '1'],
    ['declaration.procedure.matches("(a+)+$")', 'RSK_EXPRESSION_UNKNOWN_FUNCTION', '1'],
    [
      'timestamp("2024-01-01T00:00:00Z") == timestamp("2024-01-01T00:00:00Z")',
      'RSK_EXPRESSION_UNKNOWN_FUNCTION',
      '1',
    ],
    ['true && dyn(declaration.itemCount)', 'RSK_EXPRESSION_UNKNOWN_FUNCTION', '9'],
    ['items.all(i, items.exists(j, j.number == i.number))', 'RSK_EXPRESSION_TOO_COSTLY', '14'],
    ['["a"].map(x, x + x).map(x, x + x).size() == 1', 'RSK_EXPRESSION_TOO_COSTLY', '14'],
    ['[1].map(x, [x, x]).map(x, [x, x]).size() == 1', 'RSK_EXPRESSION_TOO_COSTLY', '12'],
    ['(items + items).size() > 1', 'RSK_EXPRESSION_TOO_COSTLY', '2'],
    [`${'('.repeat(200)}true${')'.repeat(200)}`, 'RSK_EXPRESSION_TOO_COSTLY', undefined],
    [Array.from({ length: 300 }, () => 'true').join('||'), 'RSK_EXPRESSION_TOO_COSTLY', undefined],
  ])('case %#', (source, code, position) => {
    const answer = refusal(source);
    expect(answer).toMatchObject({ code, pointer: '/indicator/expression' });
    if (position !== undefined) expect(answer.position).toBe(position);
  });

  it('names line and column', () => {
    expect(refusal('true &&\n  declaration.colour == "red"')).toMatchObject({ line: '2', column: '15' });
  });

  it('takes no expression of 2,001 characters, but one of 2,000', () => {
    const longest = `true${' '.repeat(LONGEST_EXPRESSION - 4)}`;
    expect(compileExpression(longest, 'DECLARATION', 'ITEM').compiled).toBe(true);
    expect(refusal(`${longest} `).code).toBe('RSK_EXPRESSION_TOO_LONG');
  });
});

describe('no text can make the language throw', () => {
  const words = [
    'items',
    'item',
    'declaration',
    'person',
    '.',
    'netKg',
    'commodityCode',
    'quantity',
    'exists',
    'map',
    '(',
    ')',
    'i',
    ',',
    '"a"',
    '1',
    '0',
    '2.5',
    '==',
    '<',
    '&&',
    '||',
    '!',
    '-',
    '/',
    '%',
    '[',
    ']',
    'in',
    'has',
    'size',
    'sumOf',
    'codeIn',
    '?',
    ':',
    '{',
    '}',
    'null',
    '__proto__',
    'constructor',
    '\\',
    '\n',
    'true',
    '9223372036854775807',
    '*',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join(' ')),
    fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join('')),
  );

  it.each(['!', '-', '(', '[', '{', 'true ? ', 'item.', 'true && ', '[1].map(i, ', 'size(', '"'])(
    'not even the longest run of %s',
    (piece) => {
      const source = piece.repeat(Math.floor(LONGEST_EXPRESSION / piece.length));
      expect(refusal(source, 'DECLARATION', 'ITEM').code).toMatch(/^RSK_EXPRESSION_/);
    },
  );

  it('compiles or refuses, and what compiles answers', () => {
    const one = item(1);
    fc.assert(
      fc.property(text, fc.constantFrom<Subject>('ITEM', 'CONSIGNMENT'), (source, subject) => {
        const compilation = compileExpression(source, 'DECLARATION', subject);
        if (!compilation.compiled) {
          expect(compilation.reason.code).toMatch(/^RSK_EXPRESSION_/);
          expect(Number(compilation.reason.parameters.position)).toBeGreaterThan(0);
          return;
        }
        const answer = compilation.expression.evaluate(declaration(one, item(2)), one);
        expect(['HIT', 'NO_HIT', 'FAILED']).toContain(answer.kind);
      }),
      { numRuns: 3000 },
    );
  });
});
