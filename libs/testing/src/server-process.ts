/** Programs that the embedded servers are made of: steps that end and servers that stay. */
import { spawn } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Keeper, StopSignal } from './keeper.js';

const READY_WITHIN_MS = 60_000;
const LOOK_AGAIN_MS = 20;
const LAST_LINES = 25;

/** A user that a program runs as; undefined fields mean the present one. */
export interface RunAs {
  uid?: number;
  gid?: number;
}

export interface ServerCommand {
  name: string;
  program: string;
  args: string[];
  runAs: RunAs;
  /** Working folder; the user it runs as must be able to read it. */
  folder: string;
  /** The present one when undefined. */
  environment?: NodeJS.ProcessEnv;
  /** Receives standard output and error. */
  logFile: string;
  stopWith: StopSignal;
  /** Resolves when the server answers; rejects when it does not yet. Called again until it does. */
  answers: () => Promise<void>;
}

/** Runs one program to its end. @throws Error with its output when it fails. */
export async function runToEnd(program: string, args: string[], options: SpawnOptions = {}): Promise<string> {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${program} ended with ${code}\n${lastLines(output.join(''))}`);
  return output.join('');
}

/**
 * Starts a server, hands it to the keeper at once and waits until it answers.
 * @throws Error with the end of its log when it stops before that, or does not answer within a minute.
 */
export async function startServer(command: ServerCommand, keeper: Keeper): Promise<number> {
  const log = openSync(command.logFile, 'a', 0o600);
  const child = spawn(command.program, command.args, {
    ...command.runAs,
    cwd: command.folder,
    env: command.environment ?? process.env,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended = `it ended with ${code ?? signal}`));
  const { pid } = child;
  if (pid !== undefined) {
    keeper.watch(pid, command.stopWith);
    child.once('exit', () => keeper.forget(pid));
  }
  child.unref();

  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    const problem = await command.answers().then(
      () => undefined,
      (error: unknown) => error,
    );
    if (problem === undefined && pid !== undefined && ended === undefined) return pid;
    if (ended !== undefined || performance.now() > deadline) {
      const why = ended ?? `no answer in ${READY_WITHIN_MS / 1000} s (${String(problem)})`;
      throw new Error(
        `${command.name} did not start: ${why}\n${lastLines(readFileSync(command.logFile, 'utf8'))}`,
      );
    }
    await pause(LOOK_AGAIN_MS);
  }
}

/** A port of the loopback address that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

function lastLines(text: string): string {
  return text.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
}
