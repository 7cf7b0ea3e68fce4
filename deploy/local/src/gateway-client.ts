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

/** How a client bears a gateway that does not answer: it asks again, under the same Idempotency-Key. */
export interface Patience {
  /** How long one attempt may take. */
  readonly attemptMs: number;
  /** How long it goes on asking. */
  readonly totalMs: number;
  /** Told of each attempt that brought no answer to rely on: an HTTP status, or the error of the connection. */
  readonly noticed: (what: string) => void;
}

/** The request may be repeated: too many of them, or the machine behind the door is not well. */
const ASK_AGAIN = new Set([429, 500, 502, 503, 504]);
const PAUSE_MS = 250;

export class GatewayClient {
  /** @param patience none: the first answer counts, and no answer is an error. */
  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly patience?: Patience,
  ) {}

  get<Answer = Body>(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** POST with a new Idempotency-Key. */
  post<Answer = Body>(path: string, body: unknown): Promise<Answer> {
    return this.send('POST', path, body);
  }

  private async send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const request: RequestInit = {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const { status, text } = await this.answerTo(path, request);
    if (status < 200 || status > 299) throw new Refused(status, `${method} ${path}`, text);
    return JSON.parse(text) as Answer;
  }

  private async answerTo(path: string, request: RequestInit): Promise<{ status: number; text: string }> {
    const { patience } = this;
    const once = async (signal?: AbortSignal) => {
      const response = await fetch(this.url + path, signal === undefined ? request : { ...request, signal });
      return { status: response.status, text: await response.text() };
    };
    if (patience === undefined) return once();
    const end = performance.now() + patience.totalMs;
    for (;;) {
      const answer = await once(AbortSignal.timeout(patience.attemptMs)).catch((error: unknown) =>
        failureOf(error),
      );
      if (typeof answer !== 'string' && !ASK_AGAIN.has(answer.status)) return answer;
      const what = typeof answer === 'string' ? answer : String(answer.status);
      patience.noticed(what);
      if (performance.now() > end)
        throw new Error(`${request.method} ${path}: no answer in ${patience.totalMs} ms (${what})`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** The connection's error as one word. */
function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}

/** How long and how often to ask for what is not there yet. */
export interface Waiting {
  readonly timeoutMs?: number;
  readonly everyMs?: number;
}

const LOOK_AGAIN_MS = 15;

/** Asks until the answer is there. @throws Error saying what was awaited, after `timeoutMs`. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  { timeoutMs = 30_000, everyMs = LOOK_AGAIN_MS }: Waiting = {},
): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
