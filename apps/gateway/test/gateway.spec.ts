import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ArrivalNoticeAcceptedSchema,
  ControlOrderedSchema,
  DeclarationRegisteredSchema,
  GoodsReleasedSchema,
  LiabilityAssessedSchema,
  RiskEvaluatedSchema,
  StatusNotifiedSchema,
  timestampOf,
  WorkItemChangedSchema,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { gatewayService, setUpstreams } from '../src/index.js';
import { registrationStandIn } from './registration-stand-in.fixture.js';

const TUESDAY_10 = '2026-03-10T05:00:00Z';
const CARRIER = '050640001236';
const DECLARANT = '980540000397';
const STRANGER = '191040012345';
const ANONYMOUS_LIMIT = 60;

interface Refusal {
  status: number;
  instance: string;
  reasons: { code: string }[];
}

interface Timeline {
  case: { state: string; tookMs: number; documents: { number: string }[]; parties?: unknown[] };
  steps: {
    type: string;
    sentence: string;
    actor: string;
    sincePreviousMs: number;
    facts: Record<string, string>;
  }[];
}

interface Queue {
  items: { id: string; status: string; service: string; version: number; claimedBy: string | null }[];
  next?: string;
}

/** A GET whose path goes out as it is written; `fetch` would tidy it up first. */
function raw(base: string, rest: string, token: string): Promise<{ status: number; body: string }> {
  const { hostname, port, pathname } = new URL(base);
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path: pathname + rest, headers: { authorization: `Bearer ${token}` } },
      (response) => {
        let body = '';
        response.on('data', (part) => (body += String(part)));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    sent.on('error', reject).end();
  });
}

describe('gateway', () => {
  const clock = new VirtualClock(TUESDAY_10);
  let place: ServicesUnderTest;
  let consoleFolder: string;
  let lane: string;
  let officer: string;
  let url: string;
  let tokens: Record<'carrier' | 'declarant' | 'stranger' | 'auditor' | 'elsewhere', string>;

  beforeAll(async () => {
    consoleFolder = await mkdtemp(join(tmpdir(), 'console-'));
    await writeFile(join(consoleFolder, 'index.html'), '<!doctype html><title>Shekara</title>');
    await writeFile(join(consoleFolder, 'app.js'), 'export {};');
    process.env.CONSOLE_DIRECTORY = consoleFolder;
    process.env.GATEWAY_ANONYMOUS_REQUESTS_PER_MINUTE = String(ANONYMOUS_LIMIT);
    process.env.GATEWAY_UPSTREAM_TIMEOUT_MS = '1000';
    place = await ServicesUnderTest.start({ services: [registrationStandIn, gatewayService], clock });
    url = place.service('gateway').url;
    setUpstreams(place.service('gateway').app, {
      registration: place.service('registration').url,
      risk: 'http://127.0.0.1:1',
    });
    lane = await place.token({ subject: 'lane-7', roles: ['CHECKPOINT_SYSTEM'], posts: ['55302'] });
    officer = await place.token({ subject: 'officer-1', roles: ['CHECKPOINT_OFFICER'], posts: ['55302'] });
    tokens = {
      carrier: await place.token({ subject: 'driver', roles: ['CARRIER'], organisation: CARRIER }),
      declarant: await place.token({ subject: 'clerk', roles: ['DECLARANT'], organisation: DECLARANT }),
      stranger: await place.token({ subject: 'other', roles: ['DECLARANT'], organisation: STRANGER }),
      auditor: await place.token({ subject: 'auditor', roles: ['AUDITOR'] }),
      elsewhere: await place.token({ subject: 'officer-9', roles: ['RELEASE_OFFICER'], posts: ['55301'] }),
    };
  });

  afterAll(async () => {
    await place.stop();
    await rm(consoleFolder, { recursive: true });
  });

  describe('routing', () => {
    it('brings a request with its token, key and body to the service, and its answer back', async () => {
      const key = randomUUID();
      const body = { caseId: randomUUID() };
      const first = await place.post('gateway', '/v1/arrival-notices', body, lane, key);
      expect(first.status).toBe(201);
      expect(await place.post('registration', '/v1/arrival-notices', body, lane, key)).toEqual(first);
    });

    it('passes what the service needs and strips what it might trust', async () => {
      const response = await fetch(`${url}/v1/arrival-notices/seen?x=1`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${lane}`,
          'idempotency-key': 'message-0001',
          traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
          correlationid: 'case-1',
          'content-type': 'application/json',
          'x-forwarded-for': '10.9.9.9',
          ce_actor: 'system:registration',
          cookie: 'session=1',
        },
        body: JSON.stringify({ text: 'қазақша' }),
      });
      const { headers, body } = (await response.json()) as { headers: Record<string, string>; body: unknown };
      expect(body).toEqual({ text: 'қазақша' });
      expect(headers).toMatchObject({ 'idempotency-key': 'message-0001', correlationid: 'case-1' });
      expect(headers.traceparent).toMatch(
        /^00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331)[0-9a-f]{16}-01$/,
      );
      expect(headers).not.toHaveProperty('x-forwarded-for');
      expect(headers).not.toHaveProperty('ce_actor');
      expect(headers).not.toHaveProperty('cookie');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('cache-control')).toBe('no-store');
    });

    it('takes a number with slashes as a path', async () => {
      const { body } = await place.get('gateway', '/v1/arrival-notices/55302/100326/A000001', lane);
      expect(body).toEqual({ customsBody: '55302', date: '100326', serial: 'A000001' });
    });

    it('passes the refusal of a service on as it is', async () => {
      const { status, contentType, body } = await place.post<Refusal>(
        'gateway',
        '/v1/arrival-notices',
        {},
        officer,
      );
      expect([status, body.reasons.map(({ code }) => code)]).toEqual([403, ['ROLE_MISSING']]);
      expect(contentType).toContain('application/problem+json');
    });

    it.each([
      ['no token', undefined, 'TOKEN_MISSING'],
      ['a token that nobody issued', 'e30.e30.e30', 'TOKEN_INVALID'],
    ])('refuses %s before any service sees the request', async (_what, token, code) => {
      const { status, body } = await place.post<Refusal>('gateway', '/v1/arrival-notices/seen', {}, token);
      expect([status, body.reasons.map((reason) => reason.code)]).toEqual([401, [code]]);
    });

    it('passes what is public without a token, but no token that is wrong', async () => {
      const status = async (path: string, token?: string) =>
        (await place.get<Refusal>('gateway', path, token)).status;
      expect(await status('/v1/debtors')).toBe(503);
      expect(await status('/v1/verifications/ABCDEFGHJKMN')).toBe(503);
      expect(await status('/v1/debtors', 'e30.e30.e30')).toBe(401);
      expect(await status('/v1/certificates')).toBe(401);
    });

    it.each(['/v1/unknown', '/v1', '/v1/arrival-notices-all', '/.env'])('knows no %s', async (path) => {
      const { status, contentType, body } = await place.get<Refusal>('gateway', path, lane);
      expect([status, body.reasons.map(({ code }) => code)]).toEqual([404, ['NOT_FOUND']]);
      expect(contentType).toContain('application/problem+json');
    });

    it.each([
      '../../metrics',
      '%2e%2e/%2e%2e/metrics',
      '..%2f..%2fmetrics',
      '..\\..\\metrics',
      '%2e%2e%5cmetrics',
    ])('does not let /v1/arrival-notices/%s reach what a service keeps inside', async (steps) => {
      const answer = await raw(`${url}/v1/arrival-notices/`, steps, lane);
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body)).toMatchObject({ status: 400, reasons: [{ code: 'PATH_INVALID' }] });
    });

    it('refuses a body over 4 MiB, with and without its length said', async () => {
      const large = Buffer.alloc(4 * 1024 * 1024 + 1, 0x20);
      const { status, body } = await place.post<Refusal>(
        'gateway',
        '/v1/arrival-notices/seen',
        large.toString(),
        lane,
      );
      expect([status, body.reasons.map(({ code }) => code)]).toEqual([413, ['BODY_TOO_LARGE']]);
      const streamed = await fetch(`${url}/v1/arrival-notices/seen`, {
        method: 'POST',
        headers: { authorization: `Bearer ${lane}`, 'content-type': 'application/json' },
        body: new Blob([large]).stream(),
        duplex: 'half',
      } as RequestInit);
      expect(streamed.status).toBe(413);
    });

    it.each([
      ['is not there', '/v1/risk-profiles'],
      ['has no known address', '/v1/accounts'],
    ])('answers 503 for a service that %s', async (_what, path) => {
      const { status, contentType, body } = await place.get<Refusal>('gateway', path, lane);
      expect([status, body.instance]).toEqual([503, path]);
      expect(body.reasons.map(({ code }) => code)).toEqual(['SERVICE_UNREACHABLE']);
      expect(contentType).toContain('application/problem+json');
    });

    it('answers 504 for a service that is too slow', async () => {
      const { status, body } = await place.get<Refusal>('gateway', '/v1/arrival-notices/slow', lane);
      expect([status, body.reasons.map(({ code }) => code)]).toEqual([504, ['SERVICE_TOO_SLOW']]);
    });
  });

  describe('timeline', () => {
    const caseId = randomUUID();
    const later = (milliseconds: number) => new Date(Date.parse(TUESDAY_10) + milliseconds);

    beforeAll(async () => {
      const office = { caseId, customsBody: '55302' };
      const declaration = { ...office, declarationId: randomUUID(), number: '55302/100326/0000007' };
      const noticeNumber = '55302/100326/A000001';
      // Out of order on purpose: topics keep no order among each other.
      await place.send(
        GoodsReleasedSchema,
        { ...declaration, mode: 'MANUAL', decidedBy: 'officer-7' },
        { at: later(5_250) },
      );
      await place.send(
        ArrivalNoticeAcceptedSchema,
        { ...office, noticeId: randomUUID(), noticeNumber, carrier: { identificationNumber: CARRIER } },
        { at: later(0) },
      );
      await place.send(
        DeclarationRegisteredSchema,
        { ...declaration, arrivalNoticeNumber: noticeNumber, declarant: { identificationNumber: DECLARANT } },
        { at: later(1_000) },
      );
      await place.send(
        RiskEvaluatedSchema,
        {
          caseId,
          evaluationId: randomUUID(),
          subjectId: declaration.declarationId,
          stage: 'DECLARATION',
          measure: 'EXAMINATION',
        },
        { at: later(1_010) },
      );
      await place.send(
        ControlOrderedSchema,
        {
          ...office,
          instructionId: randomUUID(),
          subjectId: declaration.declarationId,
          measure: 'EXAMINATION',
          itemNumbers: [3],
          task: 'open the boxes',
        },
        { at: later(1_020) },
      );
      await place.send(
        LiabilityAssessedSchema,
        {
          caseId,
          declarationId: declaration.declarationId,
          declarationNumber: declaration.number,
          total: { tiyn: 68_640_000n },
        },
        { at: later(1_030) },
      );
    });

    const read = (token: string) => place.get<Timeline>('gateway', `/v1/cases/${caseId}/timeline`, token);

    it('shows an officer of the post every step in order with its duration', async () => {
      await eventually(async () => {
        const { status, body } = await read(officer);
        expect(status).toBe(200);
        expect(
          body.steps.map(({ type, sincePreviousMs }) => [type.split('.').at(-1), sincePreviousMs]),
        ).toEqual([
          ['ArrivalNoticeAccepted', 0],
          ['DeclarationRegistered', 1_000],
          ['RiskEvaluated', 10],
          ['ControlOrdered', 10],
          ['LiabilityAssessed', 10],
          ['GoodsReleased', 4_220],
        ]);
        expect(body.case).toMatchObject({ state: 'RELEASED', tookMs: 5_250 });
        expect(body.steps.at(-1)?.facts.decidedBy).toBe('officer-7');
      });
    });

    it('shows the declarant its steps without risk, task or names', async () => {
      const { status, body } = await read(tokens.declarant);
      expect(status).toBe(200);
      expect(body.steps.map(({ type }) => type.split('.').at(-1))).toEqual([
        'ArrivalNoticeAccepted',
        'DeclarationRegistered',
        'ControlOrdered',
        'LiabilityAssessed',
        'GoodsReleased',
      ]);
      expect(JSON.stringify(body)).not.toMatch(/officer-7|open the boxes|RiskEvaluated/);
      expect(body.case).not.toHaveProperty('parties');
    });

    it('shows the carrier neither the payments nor the declaration', async () => {
      const { body } = await read(tokens.carrier);
      expect(body.steps).toHaveLength(1);
      expect(JSON.stringify(body)).not.toMatch(/686400|0000007/);
    });

    it('does not exist for a stranger and for an officer of another post', async () => {
      expect((await read(tokens.stranger)).status).toBe(404);
      expect((await read(tokens.elsewhere)).status).toBe(404);
      expect((await read(tokens.auditor)).status).toBe(200);
      expect((await place.get('gateway', `/v1/cases/${randomUUID()}/timeline`, tokens.auditor)).status).toBe(
        404,
      );
    });

    it('finds a case by the number of its notice or declaration, for those who may know it', async () => {
      const find = (number: string, token: string) =>
        place.get<{ cases: { caseId: string }[] }>('gateway', `/v1/cases?number=${number}`, token);
      expect(
        (await find('55302/100326/A000001', tokens.carrier)).body.cases.map((one) => one.caseId),
      ).toEqual([caseId]);
      expect(
        (await find('55302/100326/0000007', tokens.declarant)).body.cases.map((one) => one.caseId),
      ).toEqual([caseId]);
      expect((await find('55302/100326/0000007', tokens.carrier)).status).toBe(404);
      expect((await find('55302/100326/0000007', tokens.stranger)).status).toBe(404);
      expect((await find('7', tokens.declarant)).status).toBe(400);
    });
  });

  describe('work items', () => {
    const queue = (token: string, query = '') => place.get<Queue>('gateway', `/v1/work-items${query}`, token);

    async function change(item: object, version: bigint, status: string): Promise<void> {
      await place.send(WorkItemChangedSchema, {
        service: 'inspections',
        kind: 'EXAMINATION',
        role: 'INSPECTION_OFFICER',
        customsBody: '55302',
        subject: 'Control',
        subjectId: '1',
        openedAt: timestampOf(new Date(TUESDAY_10)),
        ...item,
        version,
        status,
      });
    }

    it('keeps the newest version of an item whatever the order of its messages', async () => {
      const inspector = await place.token({
        subject: 'inspector',
        roles: ['INSPECTION_OFFICER'],
        posts: ['55302'],
      });
      const [first, second, last] = [randomUUID(), randomUUID(), randomUUID()];
      const item = { itemId: first, caseId: randomUUID() };
      await change(item, 3n, 'CLAIMED');
      await change(item, 1n, 'OPEN');
      await change(item, 2n, 'CLAIMED');
      await change(
        { ...item, itemId: second, dueAt: timestampOf(new Date('2026-03-11T05:00:00Z')) },
        1n,
        'OPEN',
      );
      await change(
        { ...item, itemId: last, dueAt: timestampOf(new Date('2026-03-10T09:00:00Z')) },
        1n,
        'OPEN',
      );
      await eventually(async () => {
        expect((await queue(inspector)).body.items.map(({ id }) => id)).toEqual([last, second, first]);
      });
      const { body } = await queue(inspector);
      expect(body.items.at(-1)).toMatchObject({
        id: first,
        status: 'CLAIMED',
        version: 3,
        service: 'inspections',
      });
      const page = (await queue(inspector, '?limit=2')).body;
      expect(page.next).toBe(second);
      expect((await queue(inspector, `?limit=2&after=${second}`)).body.items.map(({ id }) => id)).toEqual([
        first,
      ]);
      expect((await queue(inspector, '?status=CLAIMED')).body.items.map(({ id }) => id)).toEqual([first]);
      expect((await queue(inspector, '?kind=DOCUMENT_CHECK')).body.items).toEqual([]);
      expect((await queue(inspector, '?customsBody=55301')).body.items).toEqual([]);
      expect((await queue(officer)).body.items.filter(({ id }) => id === first)).toEqual([]);
      expect((await queue(tokens.declarant)).status).toBe(403);
    });

    it('lets an officer claim and release an item at the service that owns it', async () => {
      const lodged = await place.post<{ id: string }>(
        'gateway',
        '/v1/arrival-notices',
        { caseId: randomUUID() },
        lane,
      );
      const { id } = lodged.body;
      await eventually(async () =>
        expect((await queue(officer)).body.items.map((item) => item.id)).toContain(id),
      );
      const claimed = await place.post('gateway', `/v1/work-items/${id}/claim`, {}, officer);
      expect([claimed.status, claimed.body.claimedBy]).toEqual([200, 'officer-1']);
      await eventually(async () => {
        const kept = (await queue(officer)).body.items.find((item) => item.id === id);
        expect(kept).toMatchObject({ status: 'CLAIMED', claimedBy: 'officer-1', service: 'registration' });
      });
      expect((await place.post('gateway', `/v1/work-items/${id}/claim`, {}, tokens.elsewhere)).status).toBe(
        403,
      );
      expect((await place.post('gateway', `/v1/work-items/${id}/release`, {}, officer)).body.status).toBe(
        'OPEN',
      );
      expect((await place.post('gateway', `/v1/work-items/${randomUUID()}/claim`, {}, officer)).status).toBe(
        404,
      );
    });
  });

  it('tells a trader what it was told, newest first, and nobody else', async () => {
    for (const [index, status] of ['REGISTERED', 'RELEASED'].entries()) {
      await place.send(StatusNotifiedSchema, {
        notificationId: `told-${index}`,
        recipient: DECLARANT,
        caseId: randomUUID(),
        document: 'GOODS_DECLARATION',
        documentNumber: '55302/100326/0000007',
        status,
        at: timestampOf(new Date(Date.parse(TUESDAY_10) + index)),
      });
    }
    const read = (token: string, query = '') =>
      place.get<{ notifications: { status: string }[]; next?: string }>(
        'gateway',
        `/v1/notifications${query}`,
        token,
      );
    await eventually(async () => {
      const { body } = await read(tokens.declarant);
      expect(body.notifications.map(({ status }) => status)).toEqual(['RELEASED', 'REGISTERED']);
    });
    const page = (await read(tokens.declarant, '?limit=1')).body;
    expect((await read(tokens.declarant, `?limit=1&before=${page.next}`)).body.notifications).toMatchObject([
      { status: 'REGISTERED' },
    ]);
    expect((await read(tokens.stranger)).body.notifications).toEqual([]);
    expect((await read(tokens.stranger, `?before=${page.next}`)).body.notifications).toEqual([]);
    expect((await read(officer)).status).toBe(403);
  });

  it('lists the reasons of all services, or one, and says who did not answer', async () => {
    const all = await place.get<{ reasons: { code: string }[]; missing: string[] }>(
      'gateway',
      '/v1/reasons',
      lane,
    );
    expect(all.body.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['TOO_MANY_REQUESTS', 'TOKEN_MISSING']),
    );
    expect(all.body.missing).toContain('risk');
    expect(all.body.missing).not.toContain('registration');
    const one = await place.get<{ reasons: object[] }>('gateway', '/v1/reasons?code=TOKEN_MISSING', lane);
    expect(one.body.reasons).toMatchObject([{ code: 'TOKEN_MISSING' }]);
  });

  it('publishes one OpenAPI document of its own paths and the open ones of the services', async () => {
    const { body } = await place.get<{ paths: Record<string, object> }>('gateway', '/openapi.json', lane);
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        '/v1/cases/{id}/timeline',
        '/v1/work-items',
        '/v1/arrival-notices',
        '/v1/notifications',
      ]),
    );
  });

  it('serves the console with a strict policy, its pages and no other files', async () => {
    const page = await fetch(`${url}/console/cases/1`);
    expect([page.status, await page.text()]).toEqual([200, '<!doctype html><title>Shekara</title>']);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    expect((await fetch(`${url}/console`, { redirect: 'manual' })).headers.get('location')).toBe('/console/');
    expect((await fetch(`${url}/console/app.js`)).headers.get('content-type')).toContain('javascript');
    for (const path of ['/console/other.js', '/console/..%2f..%2fpackage.json']) {
      expect((await fetch(url + path)).status).toBeGreaterThanOrEqual(400);
    }
  });

  it('refuses an address that asks too much, and does not make others pay for it', async () => {
    const answers = await Promise.all(
      Array.from({ length: ANONYMOUS_LIMIT + 1 }, () => fetch(`${url}/v1/unknown`)),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    const [first] = refused;
    expect(first?.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(first?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(((await first?.json()) as Refusal).reasons.map(({ code }) => code)).toEqual(['TOO_MANY_REQUESTS']);
    expect((await fetch(`${url}/v1/arrival-notices/seen`, { method: 'POST' })).status).toBe(429);
    expect((await place.get('gateway', '/v1/arrival-notices/1/2/3', lane)).status).toBe(200);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });
});
