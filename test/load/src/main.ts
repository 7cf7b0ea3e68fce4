/** `npm run bench`: Shekara beside a bare baseline, in one run on the same servers. Prints; judges nothing. */
import 'reflect-metadata';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { Ground } from './ground.js';
import { jsonOf, type Measured, type Row, rowOf, tableOf } from './measure.js';
import { ROWS, rowsNamed } from './rows.js';

interface CommandLine {
  readonly json: boolean;
  readonly quick: boolean;
  readonly only?: string;
  readonly documents: number;
  readonly entries?: number;
  readonly profile?: string;
  readonly nodeOptions: string;
}

/** A quick bench has ended its rows by then; stopping the servers takes the rest of three minutes. */
const QUICK_MS = 160_000;

async function bench({
  json,
  quick,
  only,
  documents,
  entries,
  profile,
  nodeOptions,
}: CommandLine): Promise<void> {
  const say = (line: string): void => (json ? console.error(line) : console.log(line));
  const chosen = only === undefined ? ROWS : rowsNamed(only);
  if (chosen.length === 0) throw new Error(`no row ${only}: ${ROWS.map(({ name }) => name).join(', ')}`);
  const begun = performance.now();
  const folder = profile === undefined ? undefined : resolve(profile);
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const options = {
    quick,
    documents,
    entries: entries ?? (quick ? 100_000 : 1_000_000),
    profile: folder,
    nodeOptions: nodeOptions.split(' ').filter(Boolean),
    say,
  };
  const ground = await Ground.open(options);
  const rows: Row[] = [];
  try {
    for (const row of chosen) {
      say(`${row.name} …`);
      const left = quick ? QUICK_MS - (performance.now() - begun) : undefined;
      const measured = await inTime(row.run(ground), left);
      if (measured === undefined) {
        say(`out of time: ${row.name} and what follows is left out`);
        break;
      }
      const found = measured.map(rowOf);
      rows.push(...found);
      ground.writeProfiles();
      for (const line of tableOf(found).slice(1)) say(`  ${line}`);
    }
  } finally {
    await ground.close();
  }
  say('');
  for (const line of tableOf(rows)) say(line);
  say(`${Math.round((performance.now() - begun) / 1_000)} s`);
  if (json) console.log(jsonOf(rows));
}

/** What a row measured; undefined when the time is over first. What it does afterwards fails with the servers, unheard. */
async function inTime(
  running: Promise<Measured[]>,
  milliseconds: number | undefined,
): Promise<Measured[] | undefined> {
  if (milliseconds === undefined) return running;
  const over = new AbortController();
  const timer = pause(Math.max(0, milliseconds), undefined, { signal: over.signal }).catch(() => undefined);
  try {
    return await Promise.race([running, timer]);
  } finally {
    over.abort();
    running.catch(() => undefined);
  }
}

const program = new Command('bench')
  .description('Throughput and latency beside a bare baseline')
  .option('--only <name>', `one row: ${ROWS.map(({ name }) => name).join(', ')}`)
  .option('--quick', 'less of everything: ends within three minutes', false)
  .option('--json', 'print one JSON object on the last line', false)
  .option(
    '--documents <count>',
    'documents stored before the last part of the row "stored"',
    Number,
    1_000_000,
  )
  .option('--entries <count>', 'entries in the ledger before the last part of the row "postings"', Number)
  .option('--profile <folder>', 'write a processor profile of each service after each row')
  .option('--node-options <options>', 'options of Node for the services; as in production without', '')
  .action(bench);

try {
  await program.parseAsync();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
// A row that was cut off may still wait for something: everything is stopped by now.
process.exit();
