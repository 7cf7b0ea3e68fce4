import { historyCommand } from './history-command.js';
import { run } from './surroundings.js';

await run(
  historyCommand(
    process.env,
    (line) => void process.stdout.write(`${line}\n`),
    () => (process.exitCode = 1),
  ),
);
