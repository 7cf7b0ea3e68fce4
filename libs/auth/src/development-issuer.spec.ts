import { parseBinOrIin, VirtualClock } from '@shekara/kernel';
import { AccessTokens } from './access-tokens.js';
import { type DevelopmentIssuer, startDevelopmentIssuer } from './development-issuer.js';
import { DEVELOPMENT_SECRET, DEVELOPMENT_USERS } from './development-users.js';
import { ROLES } from './principal.js';

describe('the development issuer', () => {
  const clock = new VirtualClock('2026-03-02T04:00:00Z');
  let issuer: DevelopmentIssuer;

  beforeAll(async () => {
    issuer = await startDevelopmentIssuer({ clock });
  });

  afterAll(() => issuer.stop());

  const ask = (form: Record<string, string>) =>
    fetch(`${issuer.url}/token`, { method: 'POST', body: new URLSearchParams(form) });

  it('has exactly one user per role', () => {
    expect(DEVELOPMENT_USERS.flatMap(({ roles }) => roles).sort()).toEqual([...ROLES].sort());
  });

  it.each(DEVELOPMENT_USERS)('gives $clientId a token that is accepted', async (user) => {
    const response = await ask({
      grant_type: 'client_credentials',
      client_id: user.clientId,
      client_secret: DEVELOPMENT_SECRET,
    });
    expect(response.status).toBe(200);
    const { access_token: token } = (await response.json()) as { access_token: string };
    const principal = await new AccessTokens({ issuer: issuer.url, audience: 'shekara' }, clock).verify(
      token,
    );
    expect(principal).toEqual({
      subject: user.clientId,
      roles: user.roles,
      name: user.name,
      posts: user.posts ?? [],
      ...(user.organisation ? { organisation: parseBinOrIin(user.organisation) } : {}),
    });
  });

  it('gives nothing to strangers', async () => {
    const grant = {
      grant_type: 'client_credentials',
      client_id: 'carrier',
      client_secret: DEVELOPMENT_SECRET,
    };
    expect((await ask({ ...grant, client_secret: 'wrong' })).status).toBe(401);
    expect((await ask({ ...grant, client_id: 'stranger' })).status).toBe(401);
    expect((await ask({ ...grant, grant_type: 'password' })).status).toBe(400);
    expect((await fetch(`${issuer.url}/token`, { method: 'POST' })).status).toBe(400);
  });

  it('does not start in production', async () => {
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    try {
      await expect(startDevelopmentIssuer()).rejects.toThrow('does not run in production');
    } finally {
      process.env.NODE_ENV = before;
    }
  });
});
