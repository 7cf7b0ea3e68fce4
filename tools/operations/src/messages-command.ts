/** `npm run messages`: dead letters listed, shown and put back. */
import { Command } from 'commander';
import Table from 'cli-table3';
import { messageType, toJsonString } from '@shekara/contracts';
import { DeadLetterBox, type ParkedMessage, readHeaders, readValue } from '@shekara/messaging';
import { connectionFor, type Print, type Surroundings } from './surroundings.js';

interface Filter {
  readonly topic?: string;
  readonly group?: string;
}

interface ReplayOptions extends Filter {
  readonly all?: true;
  readonly again?: true;
}

const ERROR_WIDTH = 60;

/** The command line; prints through `print`, so that a test can read it. */
export function messagesCommand(surroundings: Surroundings, print: Print): Command {
  const box = (): DeadLetterBox => new DeadLetterBox(connectionFor(surroundings));
  const command = new Command('messages').description('Operates on messages.');
  const dead = command.command('dead').description('Messages that a service could not digest.');

  withFilter(dead.command('list'))
    .description('list what is parked, with its error')
    .option('--json', 'one JSON object a line')
    .option('--waiting', 'only what was not put back yet')
    .action(async (options: Filter & { json?: true; waiting?: true }) => {
      const letters = (await box().list(options)).filter((each) => !options.waiting || !each.replayedAt);
      if (options.json) for (const letter of letters) print(JSON.stringify(summaryOf(letter)));
      else print(tableOf(letters));
    });

  withFilter(dead.command('show <name>'))
    .description('show one message: headers, value, error and stack')
    .action(async (name: string, options: Filter) => {
      print(describe(one(await box().list(options), name)));
    });

  withFilter(dead.command('replay [name]'))
    .description('put one message, or with --all every waiting one, back on its topic')
    .option('--all', 'every message of the filter that was not put back yet')
    .option('--again', 'also one that was put back before')
    .action(async (name: string | undefined, options: ReplayOptions) => {
      if ((name === undefined) === (options.all === undefined))
        throw new Error('name one message, or say --all');
      const letters = await box().list(options);
      const chosen = name === undefined ? letters : [one(letters, name)];
      const waiting = chosen.filter((letter) => options.again || !letter.replayedAt);
      await box().replay(waiting);
      for (const letter of waiting) print(`replayed ${letter.name}`);
      print(`${waiting.length} replayed, ${chosen.length - waiting.length} had been before`);
    });
  return command;
}

function withFilter(command: Command): Command {
  return command
    .option('--topic <topic>', 'only of this topic, e.g. payments.money.v1')
    .option('--group <service>', 'only of this service');
}

function one(letters: readonly ParkedMessage[], name: string): ParkedMessage {
  const letter = letters.find((each) => each.name === name);
  if (!letter) throw new Error(`no dead letter is named ${name}`);
  return letter;
}

function summaryOf(letter: ParkedMessage): Record<string, unknown> {
  const { name, topic, group, partition, offset, parkedAt, attempts, error, replayedAt } = letter;
  return {
    ...{ name, topic, group, partition, offset, parkedAt, attempts, error, replayedAt },
    type: readHeaders(letter.headers).ce_type,
    key: letter.key?.toString(),
  };
}

function tableOf(letters: readonly ParkedMessage[]): string {
  const table = new Table({ head: ['name', 'parked', 'attempts', 'error', 'replayed'] });
  for (const { name, parkedAt, attempts, error, replayedAt } of letters) {
    table.push([
      name,
      parkedAt.toISOString(),
      attempts,
      error.slice(0, ERROR_WIDTH),
      replayedAt?.toISOString() ?? '',
    ]);
  }
  const waiting = letters.filter((letter) => !letter.replayedAt).length;
  return `${letters.length === 0 ? '' : `${table.toString()}\n`}${letters.length} dead letters, ${waiting} waiting`;
}

function describe(letter: ParkedMessage): string {
  return [
    ...Object.entries(summaryOf(letter)).map(([name, value]) => `${name}: ${String(value ?? '')}`),
    ...Object.entries(readHeaders(letter.headers)).map(([name, value]) => `  ${name}: ${value}`),
    `value: ${valueOf(letter)}`,
    letter.stack,
  ].join('\n');
}

/** The value as JSON where it is what its type says; else its bytes, which may be why it is dead. */
function valueOf({ headers, value }: ParkedMessage): string {
  const read = readHeaders(headers);
  const type = messageType(read.ce_type ?? '');
  try {
    if (type) return toJsonString(type, readValue(type, value, read['content-type']));
  } catch (error) {
    return `${String(error)}, ${value?.toString('base64') ?? 'nothing'} (base64)`;
  }
  return `${value?.toString('base64') ?? 'nothing'} (base64)`;
}
