/** The coverage of the law as a table for people, a list of what is open, and one line for machines. */
import Table from 'cli-table3';
import type { Coverage } from './coverage.js';

function share(proved: number, rules: number): string {
  return rules === 0 ? '–' : `${((100 * proved) / rules).toFixed(1)} %`;
}

/** A row a law file: rules proved of the rules for software. */
export function coverageTable(coverage: Coverage): string {
  const table = new Table({
    head: ['law file', 'proved', 'rules', 'share', 'open'],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  for (const { file, proved, rules, open } of coverage.files) {
    table.push([file, proved, rules, share(proved, rules), open.length]);
  }
  const { proved, rules, open } = coverage;
  table.push(['all', proved, rules, share(proved, rules), open]);
  return table.toString();
}

/** The rules that no test proves and whose id starts with the prefix, a line a rule, with its place and text. */
export function openRules(coverage: Coverage, prefix: string): readonly string[] {
  return coverage.files
    .flatMap((file) => file.open)
    .filter((rule) => rule.id.startsWith(prefix))
    .map((rule) => `${rule.id} {${rule.actor}} ${rule.path}:${rule.line} ${rule.text}`);
}

/** `{"files":[{"file","rules","proved","open":[ids]}],"rules","proved","open"}` on one line. */
export function coverageJson(coverage: Coverage): string {
  return JSON.stringify({
    files: coverage.files.map(({ file, rules, proved, open }) => ({
      file,
      rules,
      proved,
      open: open.map((rule) => rule.id),
    })),
    rules: coverage.rules,
    proved: coverage.proved,
    open: coverage.open,
  });
}
