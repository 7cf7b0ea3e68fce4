/** Verification of OIDC access tokens: signed by the issuer, addressed to us, in time by our own clock. */
import { createHash } from 'node:crypto';
import { type Clock, reason, type ReasonDefinition } from '@shekara/kernel';
import { Logger } from '@nestjs/common';
import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { authReasons } from './auth-reasons.js';
import { type Principal, principalOf } from './principal.js';
import { ProblemException } from './problem.js';

export interface AccessTokenOptions {
  /** The issuer exactly as tokens name it (`iss`). */
  readonly issuer: string;
  /** Where its keys are; left out, the issuer's discovery document tells. */
  readonly jwksUri?: string;
  readonly audience: string;
}

/** Only signatures that nobody but the issuer can make: no `none`, no shared secrets. */
const ALGORITHMS = [
  'ES256',
  'ES384',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
  'EdDSA',
  'Ed25519',
];
/** How far the issuer's clock may be from ours. */
const CLOCK_TOLERANCE_SECONDS = 5;
const DISCOVERY_TIMEOUT_MILLISECONDS = 5_000;
/** A verified token is taken at its word this long, at most until it expires: a key that is withdrawn counts after it. */
const TRUSTED_MILLISECONDS = 60_000;
/** Tokens remembered at a time; the one verified longest ago is forgotten first. */
const REMEMBERED_TOKENS = 10_000;

interface Verified {
  readonly principal: Principal;
  /** Milliseconds; outside of them the token is verified anew. */
  readonly from: number;
  readonly until: number;
}

export class AccessTokens {
  private readonly log = new Logger(AccessTokens.name);
  private keys: Promise<JWTVerifyGetKey> | undefined;
  /** By SHA-256 of the token: the tokens themselves are not kept. */
  private readonly verified = new Map<string, Verified>();

  constructor(
    private readonly options: AccessTokenOptions,
    private readonly clock: Clock,
  ) {}

  /**
   * The principal that the token speaks for. A verification holds for a minute, never past the token's end.
   * @throws ProblemException 401 TOKEN_INVALID; 503 TOKEN_UNVERIFIABLE when the issuer's keys cannot be had.
   */
  async verify(token: string): Promise<Principal> {
    const now = this.clock.now().getTime();
    const digest = createHash('sha256').update(token).digest('base64');
    const known = this.verified.get(digest);
    if (known && known.from <= now && now < known.until) return known.principal;
    this.verified.delete(digest);

    const claims = await this.verifiedClaims(token);
    const principal = principalOf(claims);
    if (typeof principal === 'string') throw refusedToken(authReasons.TOKEN_INVALID, 401, principal);
    const until = Math.min(now + TRUSTED_MILLISECONDS, Number(claims.exp) * 1_000);
    this.remember(digest, { principal, from: now, until });
    return principal;
  }

  private remember(digest: string, verified: Verified): void {
    this.verified.set(digest, verified);
    if (this.verified.size <= REMEMBERED_TOKENS) return;
    for (const oldest of this.verified.keys()) {
      this.verified.delete(oldest);
      return;
    }
  }

  private async verifiedClaims(token: string): Promise<Record<string, unknown>> {
    const keys = await this.issuerKeys();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: this.options.issuer,
        audience: this.options.audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: this.clock.now(),
        requiredClaims: ['sub', 'exp', 'iat'],
      });
      return payload;
    } catch (error) {
      if (isFaultOfToken(error)) throw refusedToken(authReasons.TOKEN_INVALID, 401, error.code);
      throw this.unverifiable('JWKS', error);
    }
  }

  /** Found once; a failed search is not kept, so that an issuer which starts late is found by the next request. */
  private async issuerKeys(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.findKeys();
    try {
      return await this.keys;
    } catch (error) {
      this.keys = undefined;
      throw this.unverifiable('DISCOVERY', error);
    }
  }

  private unverifiable(step: 'DISCOVERY' | 'JWKS', error: unknown): ProblemException {
    this.log.warn(`keys of issuer ${this.options.issuer} cannot be had (${step})`, error);
    return refusedToken(authReasons.TOKEN_UNVERIFIABLE, 503, step);
  }

  private async findKeys(): Promise<JWTVerifyGetKey> {
    return createRemoteJWKSet(new URL(this.options.jwksUri ?? (await this.discoverJwksUri())));
  }

  private async discoverJwksUri(): Promise<string> {
    const url = `${this.options.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(url, { signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MILLISECONDS) });
    if (!response.ok) throw new Error(`${url} answers ${response.status}`);
    const document: unknown = await response.json();
    if (typeof document !== 'object' || document === null) throw new Error(`${url} is no discovery document`);
    const { issuer, jwks_uri: jwksUri } = document as Record<string, unknown>;
    if (issuer !== this.options.issuer) throw new Error(`${url} speaks for another issuer`);
    if (typeof jwksUri !== 'string') throw new Error(`${url} names no jwks_uri`);
    return jwksUri;
  }
}

/** The rest (time-out, a plain JOSEError for an answer that is no key set, a broken connection) is the issuer's fault. */
const FAULTS_OF_TOKEN = [
  errors.JWTClaimValidationFailed,
  errors.JWTExpired,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
];

function isFaultOfToken(error: unknown): error is errors.JOSEError {
  return FAULTS_OF_TOKEN.some((fault) => error instanceof fault);
}

/** @param cause a code or sentence for whoever integrates; never the token or a claim's value. */
export function refusedToken(
  definition: ReasonDefinition,
  status: 401 | 503,
  cause?: string,
): ProblemException {
  return new ProblemException({
    type: status === 401 ? 'urn:shekara:problem:unauthenticated' : 'urn:shekara:problem:identity-unavailable',
    title: status === 401 ? 'Not authenticated' : 'Identity cannot be verified now',
    status,
    detail: definition.text.en,
    reasons: [reason(definition, { parameters: cause === undefined ? {} : { cause } })],
  });
}
