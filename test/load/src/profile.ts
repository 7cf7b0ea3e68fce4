/**
 * Loaded into services with `node --import` by `npm run bench -- --profile FOLDER`: samples from the start and writes
 * `<service>-<pid>-<n>.cpuprofile` at each SIGUSR2. (`--cpu-prof` writes nothing when a process ends by a signal.)
 */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { basename, dirname } from 'node:path';

const folder = process.env.BENCH_PROFILES ?? '.';
const service = basename(dirname(dirname(process.argv[1] ?? '')));
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.setSamplingInterval', { interval: 500 });
session.post('Profiler.start');
let written = 0;
process.on('SIGUSR2', () => {
  session.post('Profiler.stop', (error, result) => {
    if (error) throw error;
    written += 1;
    writeFileSync(
      `${folder}/${service}-${process.pid}-${written}.cpuprofile`,
      JSON.stringify(result.profile),
    );
    session.post('Profiler.start');
  });
});
