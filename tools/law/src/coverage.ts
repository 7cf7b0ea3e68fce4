/** How much of the law is proved: a rule counts when a test that runs names it in its title or in its describe's. */
import { ruleIdsIn, type LawFile, type LawRule } from './law-file.js';
import { readTests } from './test-source.js';
import { runOf, type TestRun } from './test-results.js';

export interface TestFile {
  readonly path: string;
  readonly text: string;
  /** Last change, milliseconds since 1970. */
  readonly changedAt: number;
}

export interface Proof {
  readonly ruleIds: ReadonlySet<string>;
  /** Test files judged by the results of a run, and those read from their source alone. */
  readonly byRun: number;
  readonly bySource: number;
}

export interface FileCoverage {
  readonly file: string;
  /** Rules for software: {auto} and {officer}. */
  readonly rules: number;
  readonly proved: number;
  readonly open: readonly LawRule[];
}

export interface Coverage {
  readonly files: readonly FileCoverage[];
  readonly rules: number;
  readonly proved: number;
  readonly open: number;
}

/**
 * The rules that tests prove. A test file that a later run reported counts only by the tests that passed in it;
 * any other by the tests that its source says would run. Paths of files and of runs must be of one kind.
 */
export function proofOf(files: readonly TestFile[], runs: readonly TestRun[]): Proof {
  const ruleIds = new Set<string>();
  let byRun = 0;
  for (const file of files) {
    const run = runOf(runs, file.path, file.changedAt);
    if (run) byRun += 1;
    const tests =
      run?.passed.get(file.path) ??
      readTests(file.path, file.text)
        .filter((test) => test.runs)
        .map((test) => test.titles);
    for (const id of tests.flat().flatMap(ruleIdsIn)) ruleIds.add(id);
  }
  return { ruleIds, byRun, bySource: files.length - byRun };
}

/** Sets the law beside its proof, a line a law file, by name. */
export function coverageOf(law: readonly LawFile[], proved: ReadonlySet<string>): Coverage {
  const files = law
    .map(({ file, rules }): FileCoverage => {
      const forSoftware = rules.filter((rule) => rule.actor !== 'outside');
      const open = forSoftware.filter((rule) => !proved.has(rule.id));
      return { file, rules: forSoftware.length, proved: forSoftware.length - open.length, open };
    })
    .sort((a, b) => a.file.localeCompare(b.file));
  const sum = (count: (file: FileCoverage) => number) =>
    files.reduce((total, file) => total + count(file), 0);
  return {
    files,
    rules: sum((file) => file.rules),
    proved: sum((file) => file.proved),
    open: sum((file) => file.open.length),
  };
}
