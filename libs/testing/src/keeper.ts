/** A small shell that outlives this process by a moment: when this process ends, however it ends, it stops the servers. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** How a server is asked to stop; one that is still there 30 s later is killed. */
export type StopSignal = 'INT' | 'TERM' | 'KILL';

/**
 * Reads `pid:signal` lines until its input ends. The kernel closes that input when the process at the other end stops,
 * crashes or is killed with -9, so no exit handler is needed. A zombie (its parent never reaped it) counts as stopped.
 * A line `-pid` says that the process has ended: its number may belong to somebody else from then on.
 */
const SCRIPT = `
trap '' INT TERM HUP
folder=$1
servers=''
while read -r line; do
  case $line in
    -*)
      kept=''
      for server in $servers; do [ "\${server%:*}" = "\${line#-}" ] || kept="$kept $server"; done
      servers=$kept ;;
    *) servers="$line $servers" ;;
  esac
done
alive() { kill -0 "$1" 2>/dev/null && ! grep -qs '^State:.Z' "/proc/$1/status"; }
for server in $servers; do kill -s "\${server#*:}" "\${server%:*}" 2>/dev/null; done
for server in $servers; do
  waited=0
  while alive "\${server%:*}" && [ $waited -lt 600 ]; do sleep 0.05; waited=$((waited + 1)); done
  kill -s KILL "\${server%:*}" 2>/dev/null
done
if [ -n "$folder" ]; then
  for attempt in 1 2 3 4 5 6 7 8 9 10; do
    rm -rf "$folder" 2>/dev/null && break
    sleep 0.3
  done
fi
exit 0
`;

export class Keeper {
  private readonly shell: ChildProcess;
  private stopped: Promise<void> | undefined;

  /** @param temporaryFolder removed after the last server has stopped; undefined keeps everything. */
  constructor(temporaryFolder: string | undefined) {
    this.shell = spawn('/bin/sh', ['-c', SCRIPT, 'shekara-keeper', temporaryFolder ?? ''], {
      // A session of its own: Ctrl-C in the terminal reaches the services first and the servers only when we are gone.
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      cwd: '/',
    });
    this.shell.unref();
    const input = this.shell.stdin;
    if (input !== null && 'unref' in input && typeof input.unref === 'function') input.unref();
  }

  /** Hands a running server over; from now on it cannot outlive this process. */
  watch(pid: number, signal: StopSignal): void {
    this.shell.stdin?.write(`${pid}:${signal}\n`);
  }

  /** A watched server has ended: its process number is no longer ours. */
  forget(pid: number): void {
    if (this.stopped === undefined) this.shell.stdin?.write(`-${pid}\n`);
  }

  /** Stops every watched server, waits until each is gone and the temporary folder is removed. May be called twice. */
  stop(): Promise<void> {
    this.stopped ??= this.finish();
    return this.stopped;
  }

  private async finish(): Promise<void> {
    if (this.shell.exitCode !== null || this.shell.signalCode !== null) return;
    this.shell.ref();
    const exited = once(this.shell, 'exit');
    this.shell.stdin?.end();
    await exited;
  }
}
