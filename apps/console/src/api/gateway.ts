/** Requests to the gateway on the same origin. Each answer carries the moment at which the server gave it. */
import { problemOf, Refused, Unreachable } from './failure.js';

export interface Answered<Body> {
  readonly body: Body;
  /** The server's clock (header Date), so that a wrong clock of this computer cannot make a term look longer. */
  readonly at: Date;
}

export interface Gateway {
  read<Body>(path: string, signal?: AbortSignal): Promise<Answered<Body>>;
  /** What is at a path as a file. */
  file(path: string): Promise<Blob>;
  /** @param idempotencyKey the same for a repetition of the same request */
  send<Body>(path: string, body: unknown, idempotencyKey: string): Promise<Answered<Body>>;
}

/** @param ended called when the server no longer accepts the token (401) */
export function gatewayFor(token: string, ended: () => void): Gateway {
  const request = async <Body>(path: string, init: RequestInit): Promise<Answered<Body>> => {
    const response = await reach(path, init);
    if (response.status === 401) ended();
    const body = await bodyOf(response);
    if (!response.ok) throw new Refused(problemOf(response.status, body));
    return { body: body as Body, at: new Date(response.headers.get('date') ?? Number.NaN) };
  };
  const file = async (path: string): Promise<Blob> => {
    const response = await reach(path, { headers: { authorization } });
    if (response.status === 401) ended();
    if (!response.ok) throw new Refused(problemOf(response.status, await bodyOf(response)));
    return response.blob();
  };
  const authorization = `Bearer ${token}`;
  return {
    file,
    read: (path, signal) => request(path, { headers: { authorization, accept: 'application/json' }, signal }),
    send: (path, body, idempotencyKey) =>
      request(path, {
        method: 'POST',
        headers: {
          authorization,
          accept: 'application/json',
          'idempotency-key': idempotencyKey,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
  };
}

/** A document number ("55302/030226/0000017") as the path segments that it is. */
export function pathOfNumber(number: string): string {
  return number.split('/').map(encodeURIComponent).join('/');
}

/** "?a=1&b=2" of the parameters that are given; empty for none. */
export function queryOf(parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, credentials: 'omit', cache: 'no-store' });
  } catch (failure) {
    if (init.signal?.aborted) throw failure;
    throw new Unreachable(failure);
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!/[/+]json\b/.test(response.headers.get('content-type') ?? '')) return text === '' ? undefined : text;
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
