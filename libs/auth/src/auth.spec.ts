import { Controller, Get, Param } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { VirtualClock } from '@shekara/kernel';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import {
  AuthModule,
  CurrentPrincipal,
  type DevelopmentIssuer,
  mayRead,
  type Principal,
  type Problem,
  Public,
  Roles,
  startDevelopmentIssuer,
} from './index.js';

const DECLARANT_BIN = '140340001224';
const CARRIER_BIN = '120540000110';

@Controller('documents')
class DocumentsController {
  @Get('open')
  @Public()
  open(): string {
    return 'open';
  }

  @Get('unmarked')
  unmarked(): string {
    return 'nobody decided who may call this';
  }

  @Get('mine')
  @Roles('DECLARANT', 'CARRIER')
  mine(@CurrentPrincipal() principal: Principal): Principal {
    return principal;
  }

  @Get('of/:organisation')
  @Roles('DECLARANT')
  of(@CurrentPrincipal() principal: Principal, @Param('organisation') organisation: string): string {
    mayRead(principal, { organisations: [organisation] });
    return 'read';
  }
}

@Public()
@Controller('published')
class PublishedController {
  @Get()
  list(): string {
    return 'everybody';
  }

  @Get('closed')
  @Roles('AUDITOR')
  closed(): string {
    return 'auditors';
  }
}

@Roles('AUDITOR')
@Controller('audit')
class AuditController {
  @Get()
  read(): string {
    return 'audit';
  }

  @Get('head')
  @Roles('HEAD_OF_POST')
  head(): string {
    return 'head';
  }
}

describe('the door of a service', () => {
  const clock = new VirtualClock('2026-03-02T04:00:00Z');
  let issuer: DevelopmentIssuer;
  let app: NestFastifyApplication;

  async function applicationTrusting(options: {
    issuer: string;
    jwksUri?: string;
  }): Promise<NestFastifyApplication> {
    const testing = await Test.createTestingModule({
      imports: [AuthModule.register({ audience: 'shekara', clock, ...options })],
      controllers: [DocumentsController, PublishedController, AuditController],
    }).compile();
    const application = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), {
      logger: false,
    });
    await application.init();
    await application.getHttpAdapter().getInstance().ready();
    return application;
  }

  beforeAll(async () => {
    issuer = await startDevelopmentIssuer({ clock });
    app = await applicationTrusting({ issuer: issuer.url });
  });

  afterAll(async () => {
    await app.close();
    await issuer.stop();
  });

  async function get(path: string, authorization?: string, application = app) {
    const response = await application.inject({ url: path, headers: authorization ? { authorization } : {} });
    const problem = response.statusCode >= 400 ? response.json<Problem>() : undefined;
    return { status: response.statusCode, response, problem, code: problem?.reasons[0]?.code };
  }

  const declarant = async () =>
    `Bearer ${await issuer.issueToken({ subject: 'd', roles: ['DECLARANT'], organisation: DECLARANT_BIN, name: 'D' })}`;

  it('lets a valid token in and hands its principal to the route', async () => {
    const { status, response } = await get('/documents/mine', await declarant());
    expect(status).toBe(200);
    expect(response.json()).toEqual({
      subject: 'd',
      roles: ['DECLARANT'],
      organisation: DECLARANT_BIN,
      posts: [],
      name: 'D',
    });
  });

  it('answers a missing token with a problem that says how to get one', async () => {
    const { status, response, problem } = await get('/documents/mine');
    expect(status).toBe(401);
    expect(response.headers['www-authenticate']).toBe('Bearer realm="shekara"');
    expect(problem).toMatchObject({
      type: 'urn:shekara:problem:unauthenticated',
      status: 401,
      reasons: [{ code: 'TOKEN_MISSING', article: 'Shekara, security', parameters: {} }],
    });
    for (const language of ['en', 'ru', 'kk'] as const) {
      expect(problem?.reasons[0]?.text[language]).not.toBe('');
      expect(problem?.reasons[0]?.cure[language]).not.toBe('');
    }
  });

  it.each(['Basic ZDpk', 'Bearer', 'Bearer a b'])('takes "%s" for no token', async (authorization) => {
    expect(await get('/documents/mine', authorization)).toMatchObject({ status: 401, code: 'TOKEN_MISSING' });
  });

  it('refuses an expired token, by the clock of the platform', async () => {
    const token = `Bearer ${await issuer.issueToken({ subject: 'd', roles: ['DECLARANT'] }, { ttlSeconds: 60 })}`;
    expect((await get('/documents/mine', token)).status).toBe(200);
    clock.advance(64_000);
    expect((await get('/documents/mine', token)).status).toBe(200);
    clock.advance(2_000);
    const refused = await get('/documents/mine', token);
    expect(refused).toMatchObject({ status: 401, code: 'TOKEN_INVALID' });
    expect(refused.response.headers['www-authenticate']).toContain('error="invalid_token"');
  });

  it('refuses a token for another audience', async () => {
    const token = await issuer.issueToken({ subject: 'd', roles: ['DECLARANT'], audience: 'another-system' });
    expect(await get('/documents/mine', `Bearer ${token}`)).toMatchObject({
      status: 401,
      code: 'TOKEN_INVALID',
    });
  });

  const claims = { roles: ['DECLARANT'], organisation: DECLARANT_BIN };
  const seconds = () => Math.floor(clock.now().getTime() / 1_000);

  async function forged(
    kid: string,
    change: { issuer?: string; withoutExpiry?: boolean } = {},
  ): Promise<string> {
    const { privateKey } = await generateKeyPair('ES256');
    const token = new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid })
      .setSubject('d')
      .setAudience('shekara');
    token
      .setIssuer(change.issuer ?? issuer.url)
      .setIssuedAt(seconds())
      .setExpirationTime(seconds() + 60);
    return token.sign(privateKey);
  }

  it('refuses a token signed by another key, under the known key id and an unknown one', async () => {
    expect(await get('/documents/mine', `Bearer ${await forged('development')}`)).toMatchObject({
      status: 401,
      code: 'TOKEN_INVALID',
    });
    expect(await get('/documents/mine', `Bearer ${await forged('unknown')}`)).toMatchObject({
      status: 401,
      code: 'TOKEN_INVALID',
    });
  });

  it('refuses a token whose claims were changed after signing', async () => {
    const [header, , signature] = (await issuer.issueToken({ subject: 'd', roles: ['CARRIER'] })).split('.');
    const payload = Buffer.from(
      JSON.stringify({
        ...claims,
        sub: 'd',
        iss: issuer.url,
        aud: 'shekara',
        iat: seconds(),
        exp: seconds() + 60,
      }),
    ).toString('base64url');
    const changed = `Bearer ${header}.${payload}.${signature}`;
    expect(await get('/documents/mine', changed)).toMatchObject({ status: 401, code: 'TOKEN_INVALID' });
  });

  it('refuses alg none', async () => {
    const unsecured = new UnsecuredJWT(claims).setSubject('d').setIssuer(issuer.url).setAudience('shekara');
    const token = unsecured
      .setIssuedAt(seconds())
      .setExpirationTime(seconds() + 60)
      .encode();
    expect(await get('/documents/mine', `Bearer ${token}`)).toMatchObject({
      status: 401,
      code: 'TOKEN_INVALID',
    });
    expect(await get('/documents/mine', `Bearer ${token}x`)).toMatchObject({
      status: 401,
      code: 'TOKEN_INVALID',
    });
  });

  it('refuses a token signed with a shared secret, even when the secret is the published key', async () => {
    const { keys } = (await (await fetch(`${issuer.url}/jwks.json`)).json()) as { keys: object[] };
    const secret = new TextEncoder().encode(JSON.stringify(keys[0]));
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'development' })
      .setSubject('d')
      .setIssuer(issuer.url)
      .setAudience('shekara')
      .setIssuedAt(seconds())
      .setExpirationTime(seconds() + 60)
      .sign(secret);
    expect(await get('/documents/mine', `Bearer ${token}`)).toMatchObject({
      status: 401,
      code: 'TOKEN_INVALID',
    });
  });

  it('refuses a rightly signed token with an organisation that cannot exist', async () => {
    const token = await issuer.issueToken({
      subject: 'd',
      roles: ['DECLARANT'],
      organisation: '140340001225',
    });
    expect(await get('/documents/mine', `Bearer ${token}`)).toMatchObject({
      status: 401,
      code: 'TOKEN_INVALID',
    });
  });

  it('refuses a role that the route is not open to, and names those it is', async () => {
    const token = await issuer.issueToken({ subject: 'b', roles: ['BANK'] });
    const { status, problem } = await get('/documents/mine', `Bearer ${token}`);
    expect(status).toBe(403);
    expect(problem?.reasons).toMatchObject([
      { code: 'ROLE_MISSING', parameters: { needed: 'DECLARANT, CARRIER' } },
    ]);
  });

  it('refuses everybody on a route that does not say who may call it', async () => {
    expect(await get('/documents/unmarked')).toMatchObject({ status: 401, code: 'TOKEN_MISSING' });
    expect(await get('/documents/unmarked', await declarant())).toMatchObject({
      status: 403,
      code: 'ROLE_MISSING',
    });
    const system = `Bearer ${await issuer.issueToken({ subject: 's', roles: ['SYSTEM'] })}`;
    expect(await get('/documents/unmarked', system)).toMatchObject({ status: 403, code: 'ROLE_MISSING' });
  });

  it('opens public routes to everybody, and closes again what @Roles closes inside a public controller', async () => {
    expect((await get('/documents/open')).status).toBe(200);
    expect((await get('/published')).status).toBe(200);
    expect((await get('/published/closed')).status).toBe(401);
  });

  it("lets a route's own roles win over its controller's", async () => {
    const auditor = `Bearer ${await issuer.issueToken({ subject: 'a', roles: ['AUDITOR'] })}`;
    expect((await get('/audit', auditor)).status).toBe(200);
    expect((await get('/audit/head', auditor)).status).toBe(403);
  });

  it("hides another organisation's document", async () => {
    expect((await get(`/documents/of/${DECLARANT_BIN}`, await declarant())).status).toBe(200);
    const { status, problem } = await get(`/documents/of/${CARRIER_BIN}`, await declarant());
    expect(status).toBe(404);
    expect(problem?.reasons).toMatchObject([{ code: 'NOT_YOUR_DOCUMENT' }]);
  });

  describe('when the issuer misbehaves', () => {
    let pretender: Server;
    let answer: (path: string) => { status: number; body: unknown };
    let address: string;

    beforeEach(async () => {
      pretender = createServer((request, response) => {
        const { status, body } = answer(request.url ?? '');
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
      await new Promise<void>((resolve) => pretender.listen(0, '127.0.0.1', resolve));
      address = `http://127.0.0.1:${(pretender.address() as AddressInfo).port}`;
    });

    afterEach(async () => {
      await new Promise((resolve) => pretender.close(resolve));
    });

    it('answers 503, not 401, while it is down, and lets in once it is up, without a restart', async () => {
      const { privateKey, publicKey } = await generateKeyPair('ES256');
      const key = { ...(await exportJWK(publicKey)), kid: 'k' };
      const token = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: 'k' })
        .setSubject('d')
        .setIssuer(address)
        .setAudience('shekara')
        .setIssuedAt(seconds())
        .setExpirationTime(seconds() + 600)
        .sign(privateKey);
      const trusting = await applicationTrusting({ issuer: address });
      try {
        answer = () => ({ status: 500, body: {} });
        const down = await get('/documents/mine', `Bearer ${token}`, trusting);
        expect(down).toMatchObject({ status: 503, code: 'TOKEN_UNVERIFIABLE' });

        answer = () => ({
          status: 200,
          body: { issuer: 'https://elsewhere.example', jwks_uri: `${address}/keys` },
        });
        const foreign = await get('/documents/mine', `Bearer ${token}`, trusting);
        expect(foreign).toMatchObject({ status: 503, code: 'TOKEN_UNVERIFIABLE' });

        const discovery = { status: 200, body: { issuer: address, jwks_uri: `${address}/keys` } };
        answer = (path) => (path === '/keys' ? { status: 502, body: {} } : discovery);
        const withoutKeys = await get('/documents/mine', `Bearer ${token}`, trusting);
        expect(withoutKeys).toMatchObject({ status: 503, code: 'TOKEN_UNVERIFIABLE' });

        answer = (path) => (path === '/keys' ? { status: 200, body: { keys: [key] } } : discovery);
        expect((await get('/documents/mine', `Bearer ${token}`, trusting)).status).toBe(200);
      } finally {
        await trusting.close();
      }
    });
  });

  it('takes the keys from a configured address without asking for discovery', async () => {
    const trusting = await applicationTrusting({ issuer: issuer.url, jwksUri: `${issuer.url}/jwks.json` });
    try {
      expect((await get('/documents/mine', await declarant(), trusting)).status).toBe(200);
    } finally {
      await trusting.close();
    }
  });

  it('refuses a token that names another issuer', async () => {
    const other = await startDevelopmentIssuer({ clock });
    const trusting = await applicationTrusting({ issuer: issuer.url, jwksUri: `${other.url}/jwks.json` });
    try {
      const token = await other.issueToken({ subject: 'd', roles: ['DECLARANT'] });
      expect(await get('/documents/mine', `Bearer ${token}`, trusting)).toMatchObject({
        status: 401,
        code: 'TOKEN_INVALID',
      });
    } finally {
      await trusting.close();
      await other.stop();
    }
  });
});
