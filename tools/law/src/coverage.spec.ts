import { coverageOf, proofOf } from './coverage.js';
import { readLawFile } from './law-file.js';
import { coverageJson, coverageTable, openRules } from './report.js';
import { readTestRun } from './test-results.js';

const law = [
  readLawFile('apps/risk/law/risk.md', '- R-RSK-001 Select. {auto}\n- R-RSK-002 Train. {outside}'),
  readLawFile('apps/payments/law/payments.md', '- R-PAY-001 Keep. {auto}\n- R-PAY-002 Sign. {officer}'),
];
const path = 'apps/payments/src/a.spec.ts';
const test = (text: string, changedAt = 100) => ({ path, text, changedAt });
const report = (results: readonly { ancestorTitles: string[]; title: string; status: string }[]) =>
  JSON.stringify({ testResults: [{ name: path, status: 'passed', assertionResults: results }] });

describe('proofOf, from the source alone', () => {
  it('counts the ids in titles of tests that run and of the describes around them, and no others', () => {
    const source = `
      describe('keeps (R-PAY-001)', () => { it('apart', () => { expect(1).toBe(1); }); });
      describe('signs (R-PAY-002)', () => { it.skip('well', () => { expect(1).toBe(1); }); });
      it('selects', () => { expect('R-RSK-001').toBe(1); });`;
    const proof = proofOf([test(source)], []);
    expect([...proof.ruleIds]).toEqual(['R-PAY-001']);
    expect([proof.byRun, proof.bySource]).toEqual([0, 1]);
  });
});

describe('proofOf, from a run', () => {
  const source = `it('keeps (R-PAY-001)', () => { f(); }); it('signs (R-PAY-002)', () => { f(); });`;
  const results = report([
    { ancestorTitles: [], title: 'keeps (R-PAY-001)', status: 'failed' },
    { ancestorTitles: ['signs (R-PAY-002)'], title: 'well', status: 'passed' },
  ]);

  it('counts only what passed', () => {
    const proof = proofOf([test(source)], [readTestRun(results, 200)]);
    expect([...proof.ruleIds]).toEqual(['R-PAY-002']);
    expect([proof.byRun, proof.bySource]).toEqual([1, 0]);
  });

  it('reads the source where the run is older than it, or did not include it', () => {
    expect(proofOf([test(source, 300)], [readTestRun(results, 200)]).ruleIds.size).toBe(2);
    expect(
      proofOf([{ ...test(source), path: 'libs/b.spec.ts' }], [readTestRun(results, 200)]).ruleIds.size,
    ).toBe(2);
  });

  it('believes the newest of several runs', () => {
    const earlier = report([{ ancestorTitles: [], title: 'keeps (R-PAY-001)', status: 'passed' }]);
    const runs = [readTestRun(results, 200), readTestRun(earlier, 150)];
    expect([...proofOf([test(source)], runs).ruleIds]).toEqual(['R-PAY-002']);
    expect([...proofOf([test(source)], runs.toReversed()).ruleIds]).toEqual(['R-PAY-002']);
  });

  it('proves nothing by a suite that could not start', () => {
    const broken = JSON.stringify({ testResults: [{ name: path, status: 'failed', assertionResults: [] }] });
    expect(proofOf([test(source)], [readTestRun(broken, 200)]).ruleIds.size).toBe(0);
  });

  it('refuses a file that is no report', () => {
    expect(() => readTestRun('{}', 1)).toThrow('no jest report');
    expect(() => readTestRun('{', 1)).toThrow(SyntaxError);
  });
});

describe('coverageOf', () => {
  const coverage = coverageOf(law, new Set(['R-PAY-001', 'R-RSK-002']));

  it('counts rules for software only, a line a file, by name', () => {
    expect(JSON.parse(coverageJson(coverage))).toEqual({
      files: [
        { file: 'payments', rules: 2, proved: 1, open: ['R-PAY-002'] },
        { file: 'risk', rules: 1, proved: 0, open: ['R-RSK-001'] },
      ],
      rules: 3,
      proved: 1,
      open: 2,
    });
    expect(coverageJson(coverage)).not.toContain('\n');
  });

  it('lists the open rules of a prefix with their place and text', () => {
    expect(openRules(coverage, 'R-PAY')).toEqual([
      'R-PAY-002 {officer} apps/payments/law/payments.md:2 Sign.',
    ]);
    expect(openRules(coverage, '')).toHaveLength(2);
  });

  it('draws a table with a row a file and the sum', () => {
    const table = coverageTable(coverage);
    expect(table).toMatch(/payments\s+│\s+1 │\s+2 │\s+50\.0 % │\s+1 │/);
    expect(table).toMatch(/all\s+│\s+1 │\s+3 │\s+33\.3 % │\s+2 │/);
  });
});
