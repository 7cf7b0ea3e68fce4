/** A small OIDC issuer for development and tests: one user per role, keys that live as long as the process. */
import Fastify from 'fastify';
import { type Clock, systemClock } from '@shekara/kernel';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Role } from './principal.js';
import { DEVELOPMENT_SECRET, DEVELOPMENT_USERS } from './development-users.js';

export { DEVELOPMENT_SECRET, DEVELOPMENT_USERS, type DevelopmentUser } from './development-users.js';

/** What a token shall say. `audience` is 'shekara' unless given. */
export interface DevelopmentClaims {
  readonly subject: string;
  readonly roles?: readonly Role[];
  readonly organisation?: string;
  readonly posts?: readonly string[];
  readonly name?: string;
  readonly audience?: string;
}

export interface DevelopmentIssuer {
  /** The issuer's name and address, without a slash at the end. */
  readonly url: string;
  /** A signed access token; it lives an hour unless told otherwise. */
  issueToken(claims: DevelopmentClaims, options?: { readonly ttlSeconds?: number }): Promise<string>;
  stop(): Promise<void>;
}

export interface DevelopmentIssuerOptions {
  /** A free port by default. */
  readonly port?: number;
  /** The clock of `iat` and `exp`; the system's by default. */
  readonly clock?: Clock;
}

const AUDIENCE = 'shekara';
const KEY_ID = 'development';
const TTL_SECONDS = 3_600;

/**
 * Starts the issuer on 127.0.0.1: `/.well-known/openid-configuration`, `/jwks.json` and `POST /token` (form or JSON,
 * `grant_type=client_credentials`, `client_id` of a development user, `client_secret` "development").
 * @throws Error when NODE_ENV is production: its users are known to everybody.
 */
export async function startDevelopmentIssuer(
  options: DevelopmentIssuerOptions = {},
): Promise<DevelopmentIssuer> {
  if (process.env.NODE_ENV === 'production')
    throw new Error('the development issuer does not run in production');
  const { port = 0, clock = systemClock } = options;
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'ES256', use: 'sig' }] };
  const server = Fastify({ forceCloseConnections: true });
  let url = '';

  const issueToken: DevelopmentIssuer['issueToken'] = (
    { subject, audience = AUDIENCE, ...claims },
    { ttlSeconds = TTL_SECONDS } = {},
  ) => {
    const issuedAt = Math.floor(clock.now().getTime() / 1_000);
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: KEY_ID, typ: 'at+jwt' })
      .setIssuer(url)
      .setAudience(audience)
      .setSubject(subject)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + ttlSeconds)
      .sign(privateKey);
  };

  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(body.toString())));
    },
  );
  server.get('/.well-known/openid-configuration', () => ({
    issuer: url,
    jwks_uri: `${url}/jwks.json`,
    token_endpoint: `${url}/token`,
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    id_token_signing_alg_values_supported: ['ES256'],
    response_types_supported: ['token'],
    subject_types_supported: ['public'],
  }));
  server.get('/jwks.json', () => jwks);
  server.post<{ Body: Partial<Record<string, string>> | undefined }>('/token', async (request, reply) => {
    const form = request.body ?? {};
    if (form.grant_type !== 'client_credentials')
      return reply.code(400).send({ error: 'unsupported_grant_type' });
    const user = DEVELOPMENT_USERS.find(({ clientId }) => clientId === form.client_id);
    if (!user || form.client_secret !== DEVELOPMENT_SECRET)
      return reply.code(401).send({ error: 'invalid_client' });
    const { clientId: subject, ...claims } = user;
    return reply.header('cache-control', 'no-store').send({
      access_token: await issueToken({ subject, ...claims }),
      token_type: 'Bearer',
      expires_in: TTL_SECONDS,
    });
  });

  url = (await server.listen({ port, host: '127.0.0.1' })).replace(/\/$/, '');
  return { url, issueToken, stop: () => server.close() };
}
