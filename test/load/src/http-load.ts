/** The load generator: requests over a fixed number of connections, as fast as they are answered or at a steady pace. */
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';

export const CONNECTIONS = 32;

export interface Shot {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answered {
  /** Milliseconds since 1970, with fractions. At a steady pace the moment it was due, so that queueing counts. */
  readonly sentAt: number;
  readonly answeredAt: number;
  readonly body: string;
}

export interface Load {
  readonly url: string;
  /** The n-th request, from 0. */
  readonly shot: (n: number) => Shot;
  /** Ends after so many milliseconds or requests, whichever comes first. */
  readonly milliseconds?: number;
  readonly count?: number;
  /** Requests a second; as fast as they are answered unless given. */
  readonly pace?: number;
  readonly connections?: number;
}

/** The moment in milliseconds since 1970, to the microsecond. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

/** Sends the load and answers every answer. @throws Error for the first answer that is not 201. */
export async function send(load: Load): Promise<readonly Answered[]> {
  const { url, shot, milliseconds = Infinity, count = Infinity, pace, connections = CONNECTIONS } = load;
  const pool = new Pool(url, { connections, pipelining: 1 });
  const answers: Answered[] = [];
  const begun = now();
  let next = 0;
  const worker = async (): Promise<void> => {
    for (;;) {
      const n = next;
      const due = pace === undefined ? now() : begun + (n * 1_000) / pace;
      if (n >= count || due - begun >= milliseconds) return;
      next += 1;
      if (pace !== undefined && due > now()) await pause(due - now());
      const { path, headers, body } = shot(n);
      const answer = await pool.request({ method: 'POST', path, headers, body });
      const text = await answer.body.text();
      if (answer.statusCode !== 201)
        throw new Error(`${path} was answered ${answer.statusCode}: ${text.slice(0, 1_000)}`);
      answers.push({ sentAt: due, answeredAt: now(), body: text });
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, worker));
  } finally {
    await pool.destroy();
  }
  return answers;
}
