/** `npm run test:faults`: a short round. `npm run test:faults -- --minutes 30 --seed 7`: a long one that can be repeated. */
import 'reflect-metadata';
import { randomInt } from 'node:crypto';
import { Command } from 'commander';
import { printRound } from './report.js';
import { runRound } from './round.js';

const SHORT_SECONDS = 75;
const SECONDS_PER_MINUTE = 60;

interface Options {
  readonly minutes?: number;
  readonly seed?: number;
  readonly trucks: number;
  readonly keep: boolean;
}

async function faults({ minutes, seed = randomInt(1, 1_000_000), trucks, keep }: Options): Promise<void> {
  const seconds = minutes === undefined ? SHORT_SECONDS : Math.round(minutes * SECONDS_PER_MINUTE);
  const begun = performance.now();
  const say = (line: string): void => {
    console.log(`[${((performance.now() - begun) / 1_000).toFixed(1).padStart(6)} s] ${line}`);
  };
  say(
    `seed ${seed}: repeat with npm run test:faults -- --seed ${seed}${minutes === undefined ? '' : ` --minutes ${minutes}`}`,
  );
  const result = await runRound({ seed, seconds, atOnce: trucks, keep, say });
  printRound(result, say);
  process.exitCode = result.findings.every(({ broken }) => broken.length === 0) ? 0 : 1;
}

const program = new Command('test:faults')
  .description('breaks a whole Shekara at random moments under traffic, then checks that the books balance')
  .option('--minutes <minutes>', 'how long traffic and faults last; a short round when not given', Number)
  .option('--seed <seed>', 'plans the same cases and faults again', Number)
  .option('--trucks <count>', 'so many trucks under way at the same time', Number, 16)
  .option('--keep', 'keep data and logs also when nothing is found', false)
  .action(faults);

await program.parseAsync();
