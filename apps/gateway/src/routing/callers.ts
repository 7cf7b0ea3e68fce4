/** Who stands at the door: the token of a request is verified once, before anything is counted or read. */
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AccessTokens, authReasons, type Principal, type Problem, ProblemException } from '@shekara/auth';
import { reason } from '@shekara/kernel';

/** A principal, or the problem to answer where one is needed. */
export type Caller = { readonly principal: Principal } | { readonly problem: Problem };

const MISSING: Problem = {
  type: 'urn:shekara:problem:unauthenticated',
  title: 'Not authenticated',
  status: 401,
  detail: authReasons.TOKEN_MISSING.text.en,
  reasons: [reason(authReasons.TOKEN_MISSING)],
};

@Injectable()
export class Callers {
  private readonly known = new WeakMap<FastifyRequest, Caller>();

  constructor(@Inject(AccessTokens) private readonly tokens: AccessTokens) {}

  /** The caller of a request; asked a second time, the same answer without another verification. */
  async of(request: FastifyRequest): Promise<Caller> {
    const known = this.known.get(request);
    if (known) return known;
    const caller = await this.verified(request.headers.authorization);
    this.known.set(request, caller);
    return caller;
  }

  private async verified(header: string | undefined): Promise<Caller> {
    const token = header === undefined ? undefined : /^Bearer +([\w.~+/-]+=*) *$/i.exec(header)?.[1];
    if (token === undefined) return { problem: MISSING };
    try {
      return { principal: await this.tokens.verify(token) };
    } catch (error) {
      if (error instanceof ProblemException) return { problem: error.problem };
      throw error;
    }
  }
}
