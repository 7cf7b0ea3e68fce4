/** What a run of jest said: the file that `jest --json --outputFile=…` writes. */

export interface TestRun {
  /** When the report was written, milliseconds since 1970. */
  readonly writtenAt: number;
  /** Titles of the tests that passed, by the path of their source. A source of the run with none has an empty list. */
  readonly passed: ReadonlyMap<string, readonly (readonly string[])[]>;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * Reads a report. Paths are given as the report has them (absolute).
 * @throws SyntaxError when it is not JSON; @throws Error when it is no report of jest.
 */
export function readTestRun(json: string, writtenAt: number): TestRun {
  const report: unknown = JSON.parse(json);
  if (!Array.isArray(fieldOf(report, 'testResults')))
    throw new Error('no jest report: testResults is missing');
  const passed = new Map<string, readonly (readonly string[])[]>();
  for (const suite of listOf(fieldOf(report, 'testResults'))) {
    const titles = listOf(fieldOf(suite, 'assertionResults'))
      .filter((result) => fieldOf(result, 'status') === 'passed')
      .map((result) => [...listOf(fieldOf(result, 'ancestorTitles')), fieldOf(result, 'title')].map(String));
    passed.set(String(fieldOf(suite, 'name')), titles);
  }
  return { writtenAt, passed };
}

/** The newest run that included the source and was written after the source last changed; nothing if there is none. */
export function runOf(runs: readonly TestRun[], path: string, changedAt: number): TestRun | undefined {
  return runs
    .filter((run) => run.passed.has(path) && run.writtenAt >= changedAt)
    .reduce<TestRun | undefined>(
      (newest, run) => (newest && newest.writtenAt > run.writtenAt ? newest : run),
      undefined,
    );
}
