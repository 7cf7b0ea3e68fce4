/** What a round prints: its faults, its cases and, an invariant a line, what was checked and what was found. */
import Table from 'cli-table3';
import type { RoundResult } from './round.js';

const SHOWN_PER_INVARIANT = 20;

export function printRound(result: RoundResult, say: (line: string) => void): void {
  const { cases, faults, findings, metByClients } = result;
  const lanes = Map.groupBy(cases, (each) => each.lane);
  const outcomes = Map.groupBy(cases, (each) => each.outcome);
  say(
    `${cases.length} cases (${[...lanes].map(([lane, of]) => `${of.length} ${lane}`).join(', ')}): ` +
      [...outcomes].map(([outcome, of]) => `${of.length} ${outcome ?? 'not through'}`).join(', '),
  );
  const byKind = Map.groupBy(faults, ({ kind, target }) => `${kind} ${target}`);
  say(
    `${faults.length} faults: ${[...byKind]
      .map(([what, of]) => `${of.length} × ${what}`)
      .sort()
      .join(', ')}`,
  );
  say(
    `${result.failedStarts} starts had to be tried again; ${result.copies} copies delivered; ${result.doses} doses of poison`,
  );
  say(
    `clients met ${[...metByClients].map(([what, times]) => `${what} ${times} times`).join(', ') || 'no failure'}`,
  );
  const table = new Table({ head: ['invariant', 'checked', 'broken'], style: { head: [], border: [] } });
  for (const { invariant, looked, broken } of findings) table.push([invariant, looked, broken.length]);
  console.log(table.toString());
  for (const { invariant, broken } of findings) {
    for (const what of broken.slice(0, SHOWN_PER_INVARIANT)) console.log(`BROKEN ${invariant}: ${what}`);
    if (broken.length > SHOWN_PER_INVARIANT)
      console.log(`BROKEN ${invariant}: and ${broken.length - SHOWN_PER_INVARIANT} more`);
  }
  if (result.folder !== undefined) say(`data and logs are in ${result.folder}`);
  say(findings.some(({ broken }) => broken.length > 0) ? 'the books do NOT balance' : 'the books balance');
}
