/** Calls through the gateway as one person or system. */
import { randomUUID } from 'node:crypto';

export type Body = Readonly<Record<string, unknown>>;

/** The gateway answered with a problem document. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    request: string,
    problem: string,
  ) {
    super(`${request} was answered ${status}: ${problem}`);
  }
}

export class GatewayClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  get<Answer = Body>(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** POST with a new Idempotency-Key. */
  post<Answer = Body>(path: string, body: unknown): Promise<Answer> {
    return this.send('POST', path, body);
  }

  private async send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Refused(response.status, `${method} ${path}`, text);
    return JSON.parse(text) as Answer;
  }
}

const LOOK_AGAIN_MS = 15;

/** Asks until the answer is there. @throws Error saying what was awaited, after `timeoutMs`. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  { timeoutMs = 30_000, everyMs = LOOK_AGAIN_MS } = {},
): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
