import { messagesCommand } from './messages-command.js';
import { run } from './surroundings.js';

await run(messagesCommand(process.env, (line) => void process.stdout.write(`${line}\n`)));
