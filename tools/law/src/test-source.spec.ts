import { readTests } from './test-source.js';

const running = (source: string) =>
  readTests('sample.spec.ts', source)
    .filter((test) => test.runs)
    .map((test) => test.titles.join(' > '));

describe('readTests', () => {
  it('gives a test the titles of the describes around it', () => {
    const source = `describe('outer', () => {\n  describe(\`inner\`, () => {\n    it('case', () => { f(); });\n  });\n});\ntest('alone', () => g());`;
    expect(readTests('sample.spec.ts', source)).toEqual([
      { titles: ['outer', 'inner', 'case'], line: 3, runs: true },
      { titles: ['alone'], line: 6, runs: true },
    ]);
  });

  it('does not take a describe without a test for a test', () => {
    expect(readTests('sample.spec.ts', `describe('empty', () => {});`)).toEqual([]);
  });

  it.each([
    `it.skip('a', () => { f(); });`,
    `xit('a', () => { f(); });`,
    `xtest('a', () => { f(); });`,
    `it.todo('a');`,
    `it.failing('a', () => { f(); });`,
    `describe.skip('d', () => { it('a', () => { f(); }); });`,
    `xdescribe('d', () => { describe('e', () => { it('a', () => { f(); }); }); });`,
    `it.skip.each([1])('a', () => { f(); });`,
    `test('a', { skip: true }, () => { f(); });`,
    `test('a', { todo: 'later' }, () => { f(); });`,
    `it('a');`,
    `it('a', () => {});`,
    `it('a', async function () {});`,
  ])('finds a test that does not run in %s', (source) => {
    expect(readTests('sample.spec.ts', source)).toEqual([expect.objectContaining({ runs: false })]);
  });

  it.each([
    `it('a', () => { f(); });`,
    `it('a', async () => f());`,
    `it('a', () => { f(); }, 1000);`,
    `it.concurrent('a', async () => { f(); });`,
    `test('a', { skip: false }, () => { f(); });`,
    `it('a', sharedCase);`,
  ])('finds a test that runs in %s', (source) => {
    expect(running(source)).toEqual(['a']);
  });

  it('lets only the focused tests of a file run', () => {
    const source = `it('a', () => { f(); }); it.only('b', () => { f(); }); describe.only('c', () => { it('d', () => { f(); }); }); fit('e', () => { f(); });`;
    expect(running(source)).toEqual(['b', 'c > d', 'e']);
  });

  it('passes over titles in comments, strings and calls that are no tests', () => {
    const source = `// it('a', () => { f(); })\nconst text = "it('b', () => { f(); })"; commit('c', () => { f(); }); it.each([1]); suite.it('d', () => { f(); });`;
    expect(readTests('sample.spec.ts', source)).toEqual([]);
  });

  it('reads tests in loops and conditions, and in TSX', () => {
    expect(running(`for (const x of xs) { it('a', () => { f(x); }); }`)).toEqual(['a']);
    expect(readTests('sample.spec.tsx', `it('a', () => { render(<p>it</p>); });`)).toHaveLength(1);
  });
});

describe('titles', () => {
  it('joins sums and templates, and marks what only a run knows', () => {
    expect(running("it('a ' + 'b', () => { f(); }); it(`c ${'d'} ${n} e`, () => { f(); });")).toEqual([
      'a b',
      'c d \uFFFD e',
    ]);
  });

  it('reads one title a row of a table in the file', () => {
    expect(running(`it.each([['x', 1, 'y'], ['z', 2, 'w']])('%# %s of %d is %s', () => { f(); });`)).toEqual([
      '%# x of \uFFFD is y > %# z of \uFFFD is w',
    ]);
    expect(
      running(
        `const cases = [{ rule: 'x', n: 1 }, { rule: 'y', n: 2 }] as const;\ndescribe.each(cases)('case $rule', () => { it('a', () => { f(); }); });`,
      ),
    ).toEqual(['case x > case y > a']);
  });

  it('keeps the title as it stands where the table is elsewhere', () => {
    expect(
      running(`it.each(imported)('%s', () => { f(); }); it.each\`a | b\`('t $a', () => { f(); });`),
    ).toEqual(['%s', 't $a']);
  });
});
