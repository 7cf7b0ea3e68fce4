/** `npm run bench`: Shekara beside a bare baseline, in one run on the same servers. Prints; judges nothing. */
import 'reflect-metadata';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { Ground } from './ground.js';
import { jsonOf, type Row, rowOf, tableOf } from './measure.js';
import { ROWS } from './rows.js';

interface CommandLine {
  readonly json: boolean;
  readonly quick: boolean;
  readonly only?: string;
  readonly documents: number;
  readonly profile?: string;
  readonly nodeOptions: string;
}

/** A quick bench begins no row after this time, so that it ends within three minutes. */
const QUICK_MS = 165_000;

async function bench({ json, quick, only, documents, profile, nodeOptions }: CommandLine): Promise<void> {
  const say = (line: string): void => (json ? console.error(line) : console.log(line));
  const begun = performance.now();
  const folder = profile === undefined ? undefined : resolve(profile);
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const ground = await Ground.open({ quick, documents, profile: folder, nodeOptions: nodeOptions.split(' ').filter(Boolean), say });
  const rows: Row[] = [];
  try {
    for (const { name, quickSeconds, run } of ROWS) {
      if (only !== undefined && only !== name) continue;
      const passed = performance.now() - begun;
      if (quick && only === undefined && passed + quickSeconds * 1_000 > QUICK_MS) {
        say(`${name}: left out, the quick bench is out of time after ${Math.round(passed / 1_000)} s`);
        continue;
      }
      say(`${name} …`);
      const measured = (await run(ground)).map(rowOf);
      rows.push(...measured);
      ground.writeProfiles();
      for (const line of tableOf(measured).slice(1)) say(`  ${line}`);
    }
  } finally {
    await ground.close();
  }
  say('');
  for (const line of tableOf(rows)) say(line);
  say(`${Math.round((performance.now() - begun) / 1_000)} s`);
  if (json) console.log(jsonOf(rows));
}

const program = new Command('bench')
  .description('Throughput and latency beside a bare baseline')
  .addOption(new Option('--only <name>', 'one row').choices(ROWS.map(({ name }) => name)))
  .option('--quick', 'less of everything: ends within three minutes', false)
  .option('--json', 'print one JSON object on the last line', false)
  .option('--documents <count>', 'documents stored before the last part of the row "stored"', Number, 1_000_000)
  .option('--profile <folder>', 'write a processor profile of each service after each row')
  .option('--node-options <options>', 'options of Node for the services, after those of a local run', '')
  .action(bench);

try {
  await program.parseAsync();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
