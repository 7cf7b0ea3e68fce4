/** `npm run law`: how much of the law is proved by tests, and the lint of the law. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { coverageOf, proofOf } from './coverage.js';
import { describeFinding } from './finding.js';
import { lintLaw } from './law-lint.js';
import { coverageJson, coverageTable, openRules } from './report.js';
import { readRepository, type Repository } from './repository.js';

interface Options {
  readonly json?: true;
  readonly open?: string | true;
  readonly lint?: true;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function lint({ law, sources }: Repository): void {
  const findings = lintLaw(law, sources);
  for (const finding of findings) process.stderr.write(`${describeFinding(finding)}\n`);
  const rules = law.reduce((count, file) => count + file.rules.length, 0);
  print(
    `law lint: ${rules} rules in ${law.length} files, ${sources.length} sources, ${findings.length} errors`,
  );
  if (findings.length > 0) process.exitCode = 1;
}

function report({ law, tests, runs }: Repository, options: Options): void {
  const proof = proofOf(tests, runs);
  const coverage = coverageOf(law, proof.ruleIds);
  if (options.json) return print(coverageJson(coverage));
  if (options.open === undefined) {
    print(coverageTable(coverage));
    print(
      `${tests.length} test files: ${proof.byRun} judged by a run, ${proof.bySource} by their source alone`,
    );
    return;
  }
  const open = openRules(coverage, options.open === true ? '' : options.open);
  for (const line of open) print(line);
  print(`${open.length} open`);
}

const options = new Command('law')
  .description('Counts the rules of the law files that tests prove.')
  .option('--json', 'print the coverage as JSON, on one line')
  .option('--open [prefix]', 'list the rules that no test proves, all or those of a prefix such as R-PAY')
  .option('--lint', 'check the law files and every rule id in code and tests; exit 1 on errors')
  .parse()
  .opts<Options>();

const repository = readRepository(resolve(import.meta.dirname, '../../..'));
if (options.lint) lint(repository);
else report(repository, options);
