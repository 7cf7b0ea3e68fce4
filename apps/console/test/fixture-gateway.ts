/** A gateway of fixtures on one origin with the built console: the answers of one working morning, and the strict CSP. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** The built console; another one in an environment that builds it elsewhere. */
export const CONSOLE_DIST = process.env.CONSOLE_DIST ?? join(import.meta.dirname, '../dist');
const FIXTURES = join(import.meta.dirname, 'fixtures');
/** The moment of every answer, so that terms look the same on every run. */
const NOW = new Date('2026-02-03T08:00:00Z');
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

export interface SentCommand {
  readonly path: string;
  readonly idempotencyKey: string;
  readonly body: unknown;
}

export interface FixtureGateway {
  readonly url: string;
  /** Every POST in the order of arrival. */
  readonly commands: SentCommand[];
  /** While broken, a POST is read and gets no answer: the connection breaks. (Browsers then try once more themselves.) */
  breakCommands(broken: boolean): void;
  /** From now on every request is answered 401. */
  endSessions(): void;
  stop(): Promise<void>;
}

interface Item {
  readonly id: string;
  readonly subjectId: string;
  status: string;
  claimedBy: string | null;
  version: number;
}

/** A token that nobody signed; the fixtures only ask that there is one. */
export function fixtureToken(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.${Buffer.from('nobody').toString('base64url')}`;
}

export const OFFICER = {
  sub: 'a.koishybayeva',
  name: 'Әсел Қойшыбаева',
  roles: ['RELEASE_OFFICER', 'INSPECTION_OFFICER', 'ACCOUNT_OFFICER'],
  posts: ['55302', '55311'],
};
export const TRADER = {
  sub: 'trader',
  name: 'ТОО «Жібек Жолы»',
  roles: ['DECLARANT'],
  organisation: '980540000397',
};

/** Starts on a free port of 127.0.0.1 unless told another. */
export async function startFixtureGateway(port = 0): Promise<FixtureGateway> {
  const commands: SentCommand[] = [];
  const queue = await fixture<{ items: Item[] }>('work-items');
  let broken = false;
  let ended = false;

  const command = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await textOf(request);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    commands.push({ path, idempotencyKey: String(request.headers['idempotency-key']), body });
    if (broken) {
      request.socket.destroy();
      return;
    }
    const [, id, action] = /^\/v1\/work-items\/([^/]+)\/(claim|release)$/.exec(path) ?? [];
    const item = queue.items.find((candidate) => candidate.id === id);
    if (item) {
      item.status = action === 'claim' ? 'CLAIMED' : 'OPEN';
      item.claimedBy = action === 'claim' ? OFFICER.sub : null;
      item.version += 1;
      json(response, 200, item);
    } else if (path.endsWith('/results')) json(response, 201, { actNumber: '55302/030226/D000012' });
    else if (path.startsWith('/v1/money-receipts/')) await allocate(path, body, response);
    else if (path === '/v1/calculations') await calculate(body, response);
    else if (path.endsWith('/releases'))
      json(response, 422, await fixture('release-refused-problem'), 'problem+json');
    else if (path.endsWith('/refusals')) json(response, 201, { status: 'RELEASE_REFUSED' });
    else json(response, 404, { title: 'Not found', status: 404, reasons: [] }, 'problem+json');
  };

  /** The payer of the fixtures is the only one that is known; the item leaves its queue with the decision. */
  const allocate = async (path: string, body: unknown, response: ServerResponse): Promise<void> => {
    const { payer } = body as { payer?: string };
    const { payer: refused } = await fixture<{ payer: object }>('field-refused-problems');
    if (payer !== TRADER.organisation) return json(response, 422, refused, 'problem+json');
    queue.items = queue.items.filter(({ subjectId }) => !path.includes(subjectId));
    json(response, 201, { state: 'BOOKED' });
  };

  const calculate = async (body: unknown, response: ServerResponse): Promise<void> => {
    const { items } = body as { items: { commodityCode: string }[] };
    const { commodityCode: refused } = await fixture<{ commodityCode: object }>('field-refused-problems');
    if (items[0]?.commodityCode.length !== 10) return json(response, 422, refused, 'problem+json');
    json(response, 200, await fixture('calculation'));
  };

  const read = async (path: string, query: URLSearchParams, response: ServerResponse): Promise<void> => {
    if (path === '/v1/work-items') {
      const items = queue.items.filter((item) => matches(item, query, ['kind', 'customsBody']));
      json(response, 200, { items });
    } else if (path === '/v1/goods-declarations') {
      const { items } = await fixture<{ items: object[] }>('declarations');
      json(response, 200, { items: items.filter((item) => matches(item, query, ['status'])) });
    } else if (path.startsWith('/v1/goods-declarations/')) json(response, 200, await fixture('declaration'));
    else if (path.endsWith('/timeline')) json(response, 200, await fixture('timeline'));
    else if (path === '/v1/cases') {
      const { case: found } = await fixture<{ case: unknown }>('timeline');
      if (query.get('number')?.endsWith('0000017')) json(response, 200, { cases: [found] });
      else json(response, 404, { title: 'Not found', status: 404, reasons: [] }, 'problem+json');
    } else if (path.startsWith('/v1/controls/')) json(response, 200, await fixture('control'));
    else if (path.startsWith('/v1/money-receipts/')) json(response, 200, await fixture('money-receipt'));
    else if (path === '/openapi.json') json(response, 200, await fixture('openapi'));
    else if (path.endsWith('/entries.csv') || path.endsWith('/pdf')) response.end('a file');
    else if (path === '/v1/reasons') json(response, 200, await fixture('reasons'));
    else if (path === '/v1/notifications') json(response, 200, await fixture('notifications'));
    else {
      const known = (await fixture<Record<string, unknown>>('payer'))[partOfPayer(path) ?? ''];
      if (known) json(response, 200, known);
      else json(response, 404, { title: 'Not found', status: 404, reasons: [] }, 'problem+json');
    }
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fixtures');
    response.sendDate = false;
    response.setHeader('date', NOW.toUTCString());
    if (pathname.startsWith('/console/')) return page(pathname, response);
    if (ended || !request.headers.authorization?.startsWith('Bearer ')) {
      return json(response, 401, { title: 'Sign in', status: 401, reasons: [] }, 'problem+json');
    }
    return request.method === 'POST'
      ? command(pathname, request, response)
      : read(pathname, searchParams, response);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((failure: unknown) => {
      console.error(failure);
      json(response, 500, { title: 'Fixture failed', status: 500, reasons: [] }, 'problem+json');
    });
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}/console/`,
    commands,
    breakCommands: (now) => (broken = now),
    endSessions: () => (ended = true),
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

async function page(path: string, response: ServerResponse): Promise<void> {
  response.setHeader('content-security-policy', POLICY);
  if (path === '/console/config.json') {
    const developmentTokens = [
      { label: 'Release officer', token: fixtureToken(OFFICER) },
      { label: 'Declarant', token: fixtureToken(TRADER) },
    ];
    return json(response, 200, { issuer: 'http://issuer.invalid', developmentTokens });
  }
  const file = normalize(path.replace(/^\/console\//, '') || 'index.html');
  const content = file.startsWith('..')
    ? undefined
    : await readFile(join(CONSOLE_DIST, file)).catch(() => undefined);
  response.statusCode = content ? 200 : 404;
  response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
  response.end(content);
}

function json(response: ServerResponse, status: number, body: unknown, subtype = 'json'): void {
  response.statusCode = status;
  response.setHeader('content-type', `application/${subtype}; charset=utf-8`);
  response.end(JSON.stringify(body));
}

function matches(item: object, query: URLSearchParams, names: readonly string[]): boolean {
  const fields = new Map<string, unknown>(Object.entries(item));
  return names.every((name) => !query.get(name) || fields.get(name) === query.get(name));
}

/** Which part of what is known of the payer a path asks for. */
function partOfPayer(path: string): string | undefined {
  const [, list, , last] = /^\/v1\/([a-z-]+)(\/\d+)?(?:\/\d+)?(?:\/([a-z]+))?$/.exec(path) ?? [];
  return list === 'accounts' ? last : list;
}

async function fixture<Body>(name: string): Promise<Body> {
  return JSON.parse(await readFile(join(FIXTURES, `${name}.json`), 'utf8')) as Body;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString('utf8');
}

if (import.meta.main) {
  const { url } = await startFixtureGateway(Number(process.env.PORT ?? 4180));
  console.log(url);
}
